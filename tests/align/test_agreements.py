"""Columns say of many tellings what is said of each two; groups join best pair first."""

import random
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.align import agreements as columns
from rashomon.align.agreements import IN_CONFLICT, Pairs, agreements
from rashomon.align.comparing import compared_by
from rashomon.align.contraries import Marks
from rashomon.align.frames import Frame
from rashomon.align.joining import ON_AVERAGE, grouped
from rashomon.align.opposed import against, poles_of
from rashomon.align.pairs_joined import Judge
from rashomon.align.propositions import judged
from rashomon.align.roles import Part
from rashomon.align.whereabouts import Named
from rashomon.core import Event, Figure, Kind, Predicate, Span, Status
from rashomon.core.alignment import Telling

WORDS = "ferry harbour pilot crew inquiry quay storm engine council union night cargo march june".split()


def role(rng):
    """Who or what, or nobody."""
    if rng.random() < 0.2:
        return None
    head = rng.choice(["ferry", "ship", "pilot", "crew", "council"])
    number = rng.choice([None, None, 3.0, 35.0])
    return Part(
        party=rng.choice([None, None, "Brixholm Line", "Orsk"]),
        kind=rng.choice([Kind.THING, Kind.BODY, Kind.PERSON]),
        head=head,
        stems=frozenset({head, *rng.sample(WORDS, 1)}),
        proper=frozenset(rng.sample(["aldan", "norvian"], rng.randint(0, 1))),
        countries=frozenset(rng.sample(["Norway", "Chile"], rng.randint(0, 1))),
        figure=Figure(span=Span(rng.randint(0, 9), 12), value=number) if number else None,
        quantity=number,
        total=None,
        reach="counted" if number else rng.choice(["bare", "definite", "open"]),
        of_some=rng.random() < 0.2,
        whose=frozenset(
            Named("of", frozenset({name}), "", frozenset())
            for name in rng.sample(["aldan", "tosk"], rng.choice([0, 0, 1]))
        ),
        several=rng.random() < 0.3,
    )


def frame(rng, number):
    """A telling made of drawn words."""
    said = rng.sample(WORDS, 7)
    lemma = rng.choice(["close", "shut", "closure"])
    predicate = Predicate(span=Span(0, 5), lemma=lemma, form=rng.choice(["verb", "verb", "noun"]))
    place = Span(0, 60)
    event = Event(id=f"e{number}", predicate=predicate, status=Status.DONE, span=place, sentence=place)
    return Frame(
        telling=Telling(document=f"d{number // 2}", event=event, actor=None, target=None, voice=None),
        action="close",
        actor=role(rng),
        target=role(rng),
        context=frozenset(said[:3]),
        clause=frozenset(said[:4]) if rng.random() < 0.7 else frozenset(WORDS[:4]),
        wording=(" ".join(said if rng.random() < 0.9 else WORDS[:7]), 1),
        year=rng.choice([None, None, None, 1999]),
        prominent=rng.random() < 0.3,
        held=frozenset(rng.sample(WORDS[:3], rng.choice([0, 0, 1, 2]))),
        about=frozenset(rng.sample(WORDS[3:7], rng.choice([0, 0, 2, 3]))),
        where=frozenset(
            Named("in", frozenset({name}), "", frozenset())
            for name in rng.sample(["orm", "vell"], rng.choice([0, 0, 1, 2]))
        ),
        marks=marks(rng.choice(["", "", "", "northern", "southern", "eastern", "first", "third"])),
    )


def marks(word):
    """What a telling says of which of its kind is meant."""
    poles = poles_of(word)
    return Marks(
        frozenset(("target", *pole) for pole in poles),
        frozenset(("target", *other) for pole in poles for other in against(pole)),
    )


def in_pairs(found):
    """The agreements by pair."""
    return {
        (left, right): score
        for run in found
        for left, right, score in zip(run.left.tolist(), run.right.tolist(), run.scores.tolist(), strict=True)
    }


@pytest.mark.parametrize("seed", range(3))
def test_columns_agree_with_what_is_said_of_each_two(seed, monkeypatch):
    monkeypatch.setattr(columns, "BLOCK", 17)
    monkeypatch.setattr(columns, "MOST_OF_ONE_ACTION", 30)
    rng = random.Random(seed)
    frames = [frame(rng, n) for n in range(60)]
    judge = Judge(frames)
    found = in_pairs(agreements(frames, judge))
    assert set(found) == {(a, b) for a in range(60) for b in range(a + 1, min(a + 30, 60))}
    for (left, right), score in found.items():
        wanted = judged(frames[left], frames[right], judge)
        assert score == (IN_CONFLICT if wanted.conflict is not None else wanted.score)


def test_an_action_of_which_the_learned_decision_is_not_asked_has_no_more_than_its_agreement():
    rng = random.Random(5)
    frames = [frame(rng, n) for n in range(40)]
    judge = Judge(frames)
    without, asked = in_pairs(agreements(frames, None)), in_pairs(agreements(frames, judge))
    assert all(asked[pair] >= score for pair, score in without.items())
    assert all(asked[pair] == 1.0 for pair, score in without.items() if asked[pair] != score)


def pairs(**scores):
    """Agreements by names like `a_b` of tellings a, b, c ..."""
    places = [tuple("abcdef".index(letter) for letter in name.split("_")) for name in scores]
    left, right = np.array(places, dtype=np.int64).T
    return [Pairs(left, right, np.array(list(scores.values()), dtype=np.float64))]


def groups(size, found):
    return sorted(sorted(group) for group in grouped(size, found, 1.0))


def test_a_conflict_with_one_member_keeps_a_telling_out():
    found = pairs(a_b=2.0, b_c=1.5, a_c=IN_CONFLICT)
    assert groups(3, found) == [[0, 1], [2]]


def test_groups_join_only_where_they_agree_on_average():
    assert groups(3, pairs(a_b=2.0, b_c=1.5, a_c=0.0)) == [[0, 1, 2]]
    assert groups(3, pairs(a_b=2.0, b_c=1.5, a_c=-0.5)) == [[0, 1], [2]]


def test_what_is_not_compared_says_nothing():
    assert groups(4, pairs(a_b=2.0, b_c=1.5)) == [[0, 1, 2], [3]]


def test_too_many_that_hang_together_are_joined_by_runs(monkeypatch):
    monkeypatch.setattr("rashomon.align.joining.MOST_JOINED", 2)
    assert groups(4, pairs(a_b=2.0, b_c=3.0, c_d=2.0)) == [[0, 1], [2, 3]]


def grouped_plainly(size, scores, least):
    """What `grouped` does, each two groups held against one another telling by telling."""
    homes = [{place} for place in range(size)]
    for (left, right), score in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])):
        one, other = (next(home for home in homes if place in home) for place in (left, right))
        between = [score for (a, b), score in scores.items() if (a in one and b in other) or (b in one and a in other)]
        if score >= least and one is not other and sum(between) >= ON_AVERAGE * least * len(between):
            homes = [home for home in homes if home not in (one, other)] + [one | other]
    return sorted(sorted(home) for home in homes)


@given(
    st.integers(2, 12),
    st.dictionaries(
        st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]),
        st.sampled_from([IN_CONFLICT, -0.5, 0.0, 0.5, 1.0, 1.0, 1.5, 2.0]),
        min_size=1,
    ),
    st.sampled_from([1.0, 1.5]),
)
def test_groups_are_those_of_the_plain_way(size, scores, least):
    scores = {pair: score for pair, score in scores.items() if pair[1] < size} or {(0, 1): 1.0}
    left, right = np.array(list(scores), dtype=np.int64).T
    half = len(scores) // 2
    told = np.array(list(scores.values()), dtype=np.float64)
    runs = [Pairs(left[:half], right[:half], told[:half]), Pairs(left[half:], right[half:], told[half:])]
    assert sorted(sorted(group) for group in grouped(size, runs, least)) == grouped_plainly(size, scores, least)


def test_all_of_a_figure_that_is_compared_tells_fillers_apart():
    part = role(random.Random(0))
    number = Figure(span=Span(0, 2), value=3.0)
    same = replace(part, figure=replace(number, span=Span(9, 11), counts="ships", head="ship"))
    assert compared_by(replace(part, figure=number)) == compared_by(same)
    for other in ({"value": 4.0}, {"bound": "about"}, {"unit": "hour"}, {"low": 2.0}, {"high": 9.0}):
        assert compared_by(replace(part, figure=replace(number, **other))) != compared_by(same), other
    for field in fields(Part):
        if field.name != "figure":
            assert compared_by(replace(part, **{field.name: object()})) != compared_by(part), field.name
