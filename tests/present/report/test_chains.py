"""Answers as chains: what was told first, and below it what answers it."""

from __future__ import annotations

from dataclasses import replace

from tests.present import ferry

from rashomon.core import Answer
from rashomon.present.report.chains import chains


def answered(*pairs):
    """The ferry story in which the first claim of each pair answers the second."""
    answers = tuple(Answer(claim=claim, to=to, kind="denies", citations=()) for claim, to in pairs)
    return replace(ferry.STORY, answers=answers)


def told(story):
    return [[(link.claim, link.depth) for link in chain] for chain in chains(story)]


def test_an_answer_stands_below_what_it_answers():
    assert told(answered(("c2", "c1"), ("c3", "c2"))) == [[("c1", 0), ("c2", 1), ("c3", 2)]]


def test_what_answers_two_claims_is_followed_once():
    story = answered(("c2", "c1"), ("c3", "c1"), ("c4", "c2"), ("c4", "c3"), ("c5", "c4"))
    assert told(story) == [[("c1", 0), ("c2", 1), ("c4", 2), ("c5", 3), ("c3", 1), ("c4", 2)]]


def test_a_round_of_answers_ends():
    assert told(answered(("c2", "c1"), ("c1", "c2"))) == [[("c1", 0), ("c2", 1)]]


def test_claims_that_no_longer_stand_in_the_ledger_are_kept():
    assert told(answered(("gone", "c1"))) == [[("c1", 0), ("gone", 1)]]
