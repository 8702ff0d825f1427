"""Likeness of many stories in the same columns, against dictionaries of one story after another."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.group.bags import vector

from rashomon.group.likeness import Scratch, among, to_cores, to_members
from rashomon.group.live import Live, Member
from rashomon.group.profile import Profile
from rashomon.group.story_columns import KINDS

TERMS = 8
BAGS = st.dictionaries(st.integers(0, TERMS - 1), st.integers(1, 9), max_size=5)
MEMBERS = st.tuples(BAGS, BAGS, BAGS)
STORIES = st.lists(st.lists(MEMBERS, min_size=1, max_size=4), min_size=1, max_size=4)


def profile_of(bags):
    """Words, names and figures with terms of their own."""
    return Profile(
        *(vector([TERMS * kind + term for term in bag], list(bag.values())) for kind, bag in enumerate(bags))
    )


def story_of(members, number=0):
    live = Live(f"story {number}", number)
    for place, member in enumerate(members):
        live.take(Member(f"{number} {place}", None, profile_of(member)), keep=3, terms=100)
    return live


def dot(left, right):
    return sum(weight * right.get(term, 0.0) for term, weight in left.items())


def told(vector_of):
    return dict(zip(vector_of.terms.tolist(), vector_of.weights.tolist(), strict=True))


def summed(profiles, kind):
    answer = {}
    for profile in profiles:
        for term, weight in told(profile[kind]).items():
            answer[term] = answer.get(term, 0.0) + weight
    return answer


@settings(deadline=None)
@given(MEMBERS, STORIES)
def test_likeness_to_cores_is_that_to_the_mean_of_all_members(own, stories):
    profile, lives = profile_of(own), [story_of(members, number) for number, members in enumerate(stories)]
    found = to_cores(Scratch().lay(profile, KINDS * TERMS), lives)
    for each, members in zip(found, stories, strict=True):
        for kind in range(KINDS):
            core = summed(map(profile_of, members), kind)
            length = math.sqrt(dot(core, core))
            wanted = min(1.0, dot(told(profile[kind]), core) / length) if length else 0.0
            assert each[kind] == pytest.approx(wanted, abs=1e-6)
            assert 0.0 <= each[kind] <= 1.0
    alone = [to_cores(Scratch().lay(profile, KINDS * TERMS), [live])[0] for live in lives]
    assert found == alone, "to the last digit, in whatever company"


@settings(deadline=None)
@given(STORIES.filter(bool), STORIES)
def test_the_likeness_of_all_members_to_other_cores_is_the_sum_of_theirs(mine, others):
    own, lives = story_of(mine[0]), [story_of(members, number) for number, members in enumerate(others)]
    sums = own.sums
    dense = Scratch().lay(((sums.terms, sums.weights),), KINDS * TERMS)
    found = among(dense, lives)
    for each, members in zip(found, others, strict=True):
        for kind in range(KINDS):
            core, all_of = summed(map(profile_of, members), kind), summed(map(profile_of, mine[0]), kind)
            length = math.sqrt(dot(core, core))
            assert each[kind] == pytest.approx(dot(all_of, core) / length if length else 0.0, abs=1e-5)
    assert found == [among(dense, [live])[0] for live in lives]


@pytest.mark.parametrize("share", [0.01, 0.34, 0.5, 1.0])
@settings(deadline=None)
@given(own=MEMBERS, stories=STORIES)
def test_likeness_to_members_is_the_mean_of_the_most_alike_of_the_latest(share, own, stories):
    profile, lives = profile_of(own), [story_of(members, number) for number, members in enumerate(stories)]
    found = to_members(Scratch().lay(profile, KINDS * TERMS), lives, share)
    for each, members in zip(found, stories, strict=True):
        latest = [profile_of(member) for member in members[-3:]]
        number = max(1, math.ceil(len(latest) * share))
        for kind in range(KINDS):
            alike = sorted((dot(told(profile[kind]), told(one[kind])) for one in latest), reverse=True)
            assert each[kind] == pytest.approx(min(1.0, sum(alike[:number]) / number), abs=1e-6)


def test_likeness_is_never_above_one_however_it_is_rounded():
    same = ({0: 3, 1: 5, 2: 7}, {3: 1, 4: 9}, {5: 2})
    live = story_of([same] * 3)
    dense = Scratch().lay(profile_of(same), KINDS * TERMS)
    for found in (to_cores(dense, [live])[0], to_members(dense, [live], 1.0)[0]):
        assert found == pytest.approx([1.0, 1.0, 1.0])
        assert max(found) <= 1.0
    dense[:] *= 1.5
    assert to_cores(dense, [live])[0] == to_members(dense, [live], 1.0)[0] == [1.0, 1.0, 1.0]


def test_what_was_laid_out_for_one_document_is_gone_for_the_next():
    scratch, first, second = Scratch(), profile_of(({0: 1}, {1: 2}, {})), profile_of(({2: 1}, {}, {3: 1}))
    laid = scratch.lay(first, TERMS * KINDS)
    assert np.count_nonzero(laid) == 2
    scratch.clear(first)
    assert not laid.any()
    assert np.flatnonzero(scratch.lay(second, TERMS * KINDS)).tolist() == [2, 2 * TERMS + 3]
    scratch.clear(second)
    grown = scratch.lay(profile_of(({7: 1}, {}, {})), 1000)
    assert len(grown) >= 1000
    assert np.flatnonzero(grown).tolist() == [7]
    scratch.clear(profile_of(({7: 1}, {}, {})))
    assert scratch.lay(first, TERMS) is grown, "it does not shrink, and is not made again"
