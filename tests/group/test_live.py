"""A story's columns: its core, its latest members, and its time."""

import numpy as np
import pytest
from tests.group.bags import Bags, alone, vector

from rashomon.group.likeness import to_members
from rashomon.group.live import Member
from rashomon.group.profile import Profile, Vector

NOTHING = Vector(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32))


def words_of(*pairs):
    """A report with these numbered words, each of that weight; the vector keeps its proportions."""
    terms, weights = zip(*pairs, strict=True)
    return Member("report", None, Profile(vector(terms, weights), NOTHING, NOTHING))


def test_a_quorum_is_never_the_nearest_member_alone():
    bags = Bags()
    story = alone(bags.report("barge"), bags.report("kite"), bags.report("pension"), bags.report("samples"))
    dense = bags.dense(bags.report("barge"))
    assert to_members(dense, [story], 0.5)[0][0] == pytest.approx(1 / 2), "one like it and one unlike it"
    assert to_members(dense, [story], 0.75)[0][0] == pytest.approx(1 / 3)
    assert to_members(dense, [story], 1.0)[0][0] == pytest.approx(1 / 4)


def test_a_quorum_is_made_of_the_members_that_are_most_alike():
    bags = Bags()
    story = alone(bags.report("kite"), bags.report("barge"), bags.report("pension"), bags.report("barge"))
    assert to_members(bags.dense(bags.report("barge")), [story], 0.5)[0][0] == pytest.approx(1.0)


def test_the_half_of_an_odd_number_of_members_is_rounded_up():
    bags = Bags()
    story = alone(bags.report("barge"), bags.report("kite"), bags.report("pension"))
    assert to_members(bags.dense(bags.report("barge")), [story], 0.5)[0][0] == pytest.approx(1 / 2)


def test_a_story_of_one_has_a_quorum_of_one():
    bags = Bags()
    assert to_members(bags.dense(bags.report("barge")), [alone(bags.report("barge"))], 0.5)[0][0] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("day", "days"),
    [(17.0, 5.0), (12.0, 0.0), (11.0, 0.0), (10.0, 0.0), (7.0, 3.0), (-10.0, 20.0)],
    ids=["behind it", "at its end", "within it", "at its beginning", "before it", "long before it"],
)
def test_days_are_counted_from_a_storys_end_and_towards_its_beginning(day, days):
    bags = Bags()
    story = alone(bags.report("barge", day=12.0), bags.report("barge", day=10.0), bags.report("barge"))
    assert story.days_from(bags.report("kite", day=day).at) == pytest.approx(days)


def test_no_days_are_counted_where_a_time_is_unknown():
    bags = Bags()
    assert alone(bags.report("barge", day=12.0)).days_from(None) is None
    assert alone(bags.report("barge")).days_from(0.0) is None


def test_a_core_of_too_many_terms_is_cut_to_its_heaviest_half():
    story = alone(words_of((0, 1.0), (1, 5.0), (2, 2.0), (3, 4.0), (4, 3.0)), terms=4)
    assert story.cores[0].terms.tolist() == [1, 3], "the two heaviest, their numbers rising"
    assert story.cores[0].length == pytest.approx(np.sqrt((story.cores[0].weights ** 2).sum()))


def test_a_core_that_is_just_full_is_not_cut():
    story = alone(words_of((0, 1.0), (1, 5.0), (2, 2.0), (3, 4.0)), terms=4)
    assert story.cores[0].terms.tolist() == [0, 1, 2, 3]


def test_what_all_members_say_outlasts_what_one_says():
    every = [words_of((0, 1.0), (1, 1.0), (10 + i, 1.0), (20 + i, 1.0)) for i in range(6)]
    story = alone(*every, terms=6)
    assert {0, 1} <= set(story.cores[0].terms.tolist())
    assert len(story.cores[0].terms) <= 6
