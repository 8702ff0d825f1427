"""The candidates for one utterance: none that is alike enough is lost, and few others are looked at."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.align.likeness import Weights, likeness
from rashomon.align.neighbours import Said, neighbours

STEMS = "bridge bridg bridging clos council 14 2031 not safe sail said pilot pilots never".split()
SPEAKERS = (None, "orlow", "idris")


@given(
    said=st.lists(
        st.builds(
            Said,
            stems=st.lists(st.sampled_from(STEMS), max_size=6).map(tuple),
            speaker=st.sampled_from(SPEAKERS),
            least=st.sampled_from((0.6, 0.72, 0.85, 1.0)),
        ),
        max_size=12,
    )
)
@settings(deadline=None)
def test_no_pair_is_lost_that_is_as_alike_as_its_shorter_one_needs(said):
    weights = Weights(one.stems for one in said)
    found = list(neighbours(said, weights))
    assert len(found) == len(set(found))
    for left, right in combinations(range(len(said)), 2):
        one, other = said[left], said[right]
        shorter = one if len(one.stems) <= len(other.stems) else other
        compatible = one.speaker == other.speaker or None in (one.speaker, other.speaker)
        share = set(one.stems) & set(other.stems)
        if compatible and share and likeness(one.stems, other.stems, weights) >= shorter.least:
            assert (left, right) in found


def test_sentences_that_share_common_stems_only_are_not_compared():
    common = [Said((f"{n} own", f"{n} other", f"{n} third", "council", "said"), "orlow", 0.6) for n in range(50)]
    assert list(neighbours(common, Weights(one.stems for one in common))) == []


def test_speakers_that_are_both_known_must_be_one():
    words = ("bridge", "council", "clos")
    said = [Said(words, speaker, 0.6) for speaker in ("orlow", "idris", None)]
    assert sorted(neighbours(said, Weights(one.stems for one in said))) == [(0, 2), (1, 2)]
