"""Words by the tokens that hold them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.group import tokens as module
from rashomon.group.lexicon import Lexicon
from rashomon.group.settings import CopySettings
from rashomon.group.tokens import Tokens
from rashomon.group.words import PARTED, PROMPTS, without_prompts

TEXTS = st.lists(st.text(alphabet="aBcé港0.,:’'“\"-_ \n", max_size=40), max_size=6)


def words_of(stretch):
    """What the pattern of words finds in the whole text."""
    at, found = 0, []
    for odd, piece in enumerate(PARTED.split(stretch)):
        if odd % 2:
            found.append((piece, at))
        at += len(piece)
    return found


def by_tokens(stretches, tokens, lexicon):
    parted = tokens.part(stretches)
    written = list(lexicon)
    pairs = iter([(written[row], start) for row, start in zip(parted.rows, parted.starts, strict=True)])
    return [[next(pairs) for _ in range(count)] for count in parted.counts]


@given(TEXTS, TEXTS)
def test_tokens_give_the_words_that_the_pattern_finds_in_the_whole(first, second):
    lexicon = Lexicon(CopySettings())
    tokens = Tokens(lexicon)
    for stretches in (first, second):
        assert by_tokens(stretches, tokens, lexicon) == [words_of(stretch) for stretch in stretches]


ASKING = st.lists(
    st.sampled_from(
        [*PROMPTS, "Sign", "UP", "up", "not a", "robot", "opt", "quay", "\n", "adopt outer", "İ", "terms of"]
    ),
    max_size=6,
).flatmap(lambda words: st.sampled_from([" ", ""]).map(lambda between: between.join(words)))


@given(st.lists(ASKING, max_size=4))
def test_stretches_that_ask_something_are_blanked_before_their_words_are_told(stretches):
    lexicon = Lexicon(CopySettings())
    parted = Tokens(lexicon).part(stretches, blanked=without_prompts)
    assert list(parted.stretches) == [without_prompts(stretch) for stretch in stretches]
    again = Tokens(Lexicon(CopySettings())).part(parted.stretches)
    assert parted.counts.tolist() == again.counts.tolist()
    assert parted.starts.tolist() == again.starts.tolist()


def test_tokens_forgotten_are_cut_again(monkeypatch):
    monkeypatch.setattr(module, "MOST_TOKENS", 2)
    lexicon = Lexicon(CopySettings())
    tokens = Tokens(lexicon)
    for stretch in ("the quay’s barge", "a lamp, the barge", "the quay’s barge"):
        assert by_tokens([stretch], tokens, lexicon) == [words_of(stretch)]
    assert len(tokens) <= 3


@pytest.mark.parametrize(
    ("stretch", "personal"),
    [
        ("Then we left", True),
        ("“I’m late”", True),
        ("it was ours, he said: our quay", True),
        ("I. Orlow came", False),
        ("a meeting at the inn in May", False),
        ("the U.S. quay", False),
    ],
)
def test_a_stretch_in_the_first_person_is_known_by_its_tokens(stretch, personal):
    parted = Tokens(Lexicon(CopySettings())).part([stretch, "the barge"])
    assert parted.personal.tolist() == [personal, False]
