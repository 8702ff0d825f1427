"""Merge, split and move laid over what grouping found, whatever it makes of the documents the next time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.archive.decided import Decided
from rashomon.archive.decided_findings import LOST, OVERRULED, WITHOUT_EFFECT
from rashomon.archive.decided_stories import regrouped
from rashomon.core import Decision, DecisionKind, Story

AT = datetime(2031, 5, 2, 9, tzinfo=UTC)
MERGE, SPLIT, MOVE = DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.MOVE


def decided(number, kind, *documents):
    return Decision(
        id=f"d{number}",
        kind=kind,
        by="Ana Norlo",
        at=AT + timedelta(hours=number),
        reason="they are",
        documents=documents,
    )


def stories(*groups):
    return tuple(Story(id=f"s-{group[0]}", documents=tuple(group)) for group in groups)


def laid(groups, *decisions):
    found, findings = regrouped(groups, decisions, order=str)
    return {story.id: "".join(story.documents) for story in found}, findings


def codes(findings, decision):
    return [problem.code for problem in findings.problems.get(decision, ())]


def test_a_merge_keeps_the_id_of_the_elder():
    found, findings = laid(stories("cd", "ab"), decided(1, MERGE, "d", "b"))
    assert found == {"s-a": "abcd"}
    assert "in 2 stories by grouping" in findings.effects["d1"]


def test_what_joins_a_part_of_a_merged_story_later_goes_with_it():
    found, _ = laid(stories("abx", "cdy"), decided(1, MERGE, "a", "c"))
    assert found == {"s-a": "abcdxy"}


def test_a_split_keeps_its_documents_apart_whatever_grouping_joins():
    split = decided(1, SPLIT, "b", "c")
    once, _ = laid(stories("abcd"), split)
    later, _ = laid(stories("ab", "cdef"), split)
    assert sorted(once.values()) == ["ad", "bc"]
    assert once["s-a"] == "ad"
    assert sorted(later.values()) == ["a", "bc", "def"]
    assert {name for name, group in once.items() if group == "bc"} == {
        name for name, group in later.items() if group == "bc"
    }


def test_a_split_that_grouping_agrees_with_keeps_the_story_and_says_so():
    found, findings = laid(stories("ad", "bc"), decided(1, SPLIT, "b", "c"))
    assert found == {"s-a": "ad", "s-b": "bc"}
    assert codes(findings, "d1") == [WITHOUT_EFFECT]


def test_a_moved_document_follows_the_story_it_belongs_in():
    move = decided(1, MOVE, "a", "c", "d")
    assert laid(stories("ab", "cd"), move)[0] == {"s-a": "b", "s-c": "acd"}
    assert laid(stories("ab", "ce", "dx"), move)[0] == {"s-a": "b", "s-c": "ace", "s-d": "dx"}


def test_where_the_second_document_of_a_move_is_gone_the_others_tell_the_story():
    found, findings = laid(stories("ab", "de"), decided(1, MOVE, "a", "c", "d"))
    assert found == {"s-a": "b", "s-d": "ade"}
    assert not findings.problems


def test_documents_that_are_gone_are_passed_over_and_named():
    found, findings = laid(stories("ab", "cd"), decided(1, MERGE, "a", "gone", "c"))
    assert found == {"s-a": "abcd"}
    (problem,) = findings.problems["d1"]
    assert (problem.code, problem.document) == (LOST, "gone")


def test_a_later_split_wins_over_an_earlier_merge():
    found, findings = laid(stories("ab", "cd"), decided(1, MERGE, "a", "c"), decided(2, SPLIT, "c"))
    assert sorted(found.values()) == ["ab", "c", "d"]
    assert codes(findings, "d1") == [OVERRULED]
    assert "d2" in findings.problems["d1"][0].message


def test_a_later_merge_wins_over_an_earlier_split():
    found, findings = laid(stories("abc"), decided(1, SPLIT, "c"), decided(2, MERGE, "a", "c"))
    assert found == {"s-a": "abc"}
    assert codes(findings, "d1") == [OVERRULED]


def test_the_later_of_two_moves_wins():
    moves = decided(1, MOVE, "a", "c"), decided(2, MOVE, "a", "e")
    found, findings = laid(stories("ab", "cd", "ef"), *moves)
    assert found == {"s-a": "b", "s-c": "cd", "s-e": "aef"}
    assert codes(findings, "d1") == [OVERRULED]
    other, _ = laid(stories("ab", "cd", "ef"), *reversed(moves))
    assert other == {"s-a": "b", "s-c": "acd", "s-e": "ef"}


def test_a_document_moved_to_another_that_leaves_later_stays_with_the_rest_of_the_story():
    found, _ = laid(stories("ab", "cd"), decided(1, MOVE, "a", "c", "d"), decided(2, SPLIT, "c"))
    assert sorted(found.values()) == ["ad", "b", "c"]


def test_a_move_to_a_document_alone_that_leaves_later_is_overruled():
    found, findings = laid(stories("ab", "c"), decided(1, MOVE, "a", "c"), decided(2, SPLIT, "c"))
    assert sorted(found.values()) == ["ab", "c"]
    assert codes(findings, "d1") == [OVERRULED]


def test_stories_that_no_decision_touches_are_the_same_ones():
    groups = stories("ab", "cd", "ef")
    found, _ = regrouped(groups, [decided(1, MERGE, "a", "c")], order=str)
    assert groups[2] in found


def test_stories_that_decisions_tie_to_those_given_are_looked_up():
    groups = stories("ab", "cd", "ef", "gh")
    own = {document: story for story in groups for document in story.documents}
    held = Decided.of((decided(1, MERGE, "a", "c"), decided(2, MOVE, "d", "e")))
    found = held.stories(groups[:1], order=str, own=own.get)
    assert {"".join(s.documents) for s in found} == {"abc", "def"}
    assert held.stories(groups[3:], order=str, own=own.get) == groups[3:]


DOCUMENTS = "abcdefgh"
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For a machine that has other things to do."""


@st.composite
def partitions(draw):
    """All documents in up to four stories, in any order."""
    homes = draw(st.lists(st.integers(0, 3), min_size=len(DOCUMENTS), max_size=len(DOCUMENTS)))
    groups = ["".join(d for d, home in zip(DOCUMENTS, homes, strict=True) if home == n) for n in range(4)]
    return draw(st.permutations(stories(*filter(None, groups))))


DECISIONS = st.lists(
    st.tuples(
        st.sampled_from((MERGE, SPLIT, MOVE)),
        st.lists(st.sampled_from(DOCUMENTS + "x"), min_size=2, max_size=4, unique=True),
    ),
    max_size=5,
).map(lambda made: [decided(n, kind, *documents) for n, (kind, documents) in enumerate(made)])


def as_sets(found):
    return {(story.id, story.documents) for story in found}


@UNHURRIED
@given(partitions(), DECISIONS)
def test_no_document_is_lost_or_doubled_and_no_id_given_twice(groups, decisions):
    found, _ = regrouped(groups, decisions, order=str)
    assert sorted(d for story in found for d in story.documents) == list(DOCUMENTS)
    assert len({story.id for story in found}) == len(found)


@UNHURRIED
@given(partitions(), DECISIONS)
def test_laying_decisions_over_their_own_result_changes_nothing(groups, decisions):
    once, _ = regrouped(groups, decisions, order=str)
    twice, _ = regrouped(once, decisions, order=str)
    assert as_sets(twice) == as_sets(once)


@UNHURRIED
@given(partitions(), DECISIONS, st.data())
def test_the_order_in_which_stories_come_changes_nothing(groups, decisions, data):
    other = data.draw(st.permutations(groups))
    assert as_sets(regrouped(groups, decisions, order=str)[0]) == as_sets(regrouped(other, decisions, order=str)[0])


@UNHURRIED
@given(partitions(), DECISIONS, st.integers(0, 4))
def test_a_decision_that_was_ended_is_as_if_never_taken(groups, decisions, number):
    ended = Decided.of(decisions, [f"d{number}"])
    never = Decided.of([each for each in decisions if each.id != f"d{number}"])
    assert ended.stories(groups, order=str) == never.stories(groups, order=str)


@UNHURRIED
@given(partitions(), DECISIONS, st.data())
def test_a_few_stories_looked_up_are_as_all_of_them(groups, decisions, data):
    held = Decided.of(decisions)
    own = {document: story for story in groups for document in story.documents}
    some = data.draw(st.lists(st.sampled_from(groups), unique=True))
    every = as_sets(held.stories(groups, order=str))
    assert as_sets(held.stories(some, order=str, own=own.get)) <= every


@UNHURRIED
@given(partitions(), DECISIONS, partitions())
def test_the_last_decision_holds_whatever_grouping_says(groups, decisions, others):
    last = decided(9, MERGE, "a", "b")
    for grouping in (groups, others):
        found, _ = regrouped(grouping, [*decisions, last], order=str)
        home = {d: story.id for story in found for d in story.documents}
        assert home["a"] == home["b"]
        found, _ = regrouped(grouping, [*decisions, decided(9, SPLIT, "a", "b")], order=str)
        assert ("a", "b") in [story.documents for story in found]
