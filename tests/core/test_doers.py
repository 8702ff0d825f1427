"""Whether two nouns may name the same doer."""

from __future__ import annotations

import pytest

from rashomon.core.doers import kinds_in_doubt, may_be_one_doer


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("troop", "soldier"),
        ("army", "soldier"),
        ("police", "detective"),
        ("court", "judge"),
        ("rescuer", "diver"),
        ("gunman", "rebel"),
        ("union", "worker"),
        ("tribunal", "court"),
        ("burglar", "thief"),
    ],
)
def test_two_nouns_may_name_the_same_people(left, right):
    assert may_be_one_doer(left, right)
    assert may_be_one_doer(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("soldier", "rebel"),
        ("police", "army"),
        ("ministry", "union"),
        ("diver", "firefighter"),
        ("pilot", "engineer"),
        ("man", "woman"),
        ("company", "government"),
        ("farmer", "student"),
    ],
)
def test_people_of_two_kinds_are_in_doubt(left, right):
    assert not may_be_one_doer(left, right)
    assert not may_be_one_doer(right, left)
    assert kinds_in_doubt((left, frozenset({left})), (right, frozenset({right})))


def test_what_stands_beside_one_noun_tells_two_kinds_apart():
    rebel, official = frozenset({"rebel", "soldier"}), frozenset({"govern", "soldier"})
    assert kinds_in_doubt(("soldier", rebel), ("soldier", official))
    assert not kinds_in_doubt(("soldier", rebel), ("soldier", frozenset({"soldier", "tire"})))


def test_things_are_no_doers():
    assert not kinds_in_doubt(("flood", frozenset({"flood"})), ("storm", frozenset({"storm"})))
