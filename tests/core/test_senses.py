"""Verbs that can mean the same deed, and those that cannot."""

from __future__ import annotations

import pytest

from rashomon.core.senses import are_opposites, is_kind_of, shared_sense, verbs_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("reject", "turn down"),
        ("postpone", "put off"),
        ("cancel", "call off"),
        ("shut", "close"),
        ("Decline", "refuse"),
        ("halt", "stop"),
        ("find", "discover"),
    ],
)
def test_two_verbs_of_one_deed_share_a_frequent_sense(left: str, right: str) -> None:
    assert shared_sense(left, right) >= 0.1
    assert shared_sense(left, right) == shared_sense(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [("sell", "buy"), ("accept", "reject"), ("rise", "fall"), ("deny", "reject"), ("win", "lose"), ("arrest", "stop")],
)
def test_verbs_of_different_deeds_share_none_or_a_rare_one(left: str, right: str) -> None:
    assert shared_sense(left, right) < 0.05


def test_a_verb_means_what_it_means() -> None:
    assert shared_sense("frobnicate", "Frobnicate") == 1.0
    assert shared_sense("frobnicate", "close") == 0.0


def test_a_narrow_verb_is_a_kind_of_a_broad_one_and_not_the_other_way_round() -> None:
    assert is_kind_of("slash", "cut") > 0.4
    assert is_kind_of("cut", "slash") == 0.0


@pytest.mark.parametrize(("left", "right"), [("rise", "fall"), ("accept", "reject"), ("accept", "turn down")])
def test_opposites_are_told_also_through_another_word_for_one_of_them(left: str, right: str) -> None:
    assert are_opposites(left, right)
    assert are_opposites(right, left)


def test_close_words_are_no_opposites() -> None:
    assert not are_opposites("reject", "turn down")


def test_a_noun_leads_to_its_verbs() -> None:
    assert "reject" in verbs_of("rejection")
    assert verbs_of("table lamp") == ()


def test_nouns_have_senses_of_their_own() -> None:
    assert shared_sense("wage", "pay", part="noun") == 1.0
    assert shared_sense("wage", "pay") == 0.0


def test_a_broad_noun_may_lie_more_than_one_step_above() -> None:
    assert is_kind_of("truck", "vehicle", part="noun", steps=1) == 0.0
    assert is_kind_of("truck", "vehicle", part="noun", steps=4) > 0.5
    assert is_kind_of("vehicle", "truck", part="noun", steps=4) == 0.0
