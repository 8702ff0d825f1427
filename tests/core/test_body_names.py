"""When two names may be one body's."""

from __future__ import annotations

import pytest

from rashomon.core.body_names import body_name, may_be


def both(left: str, right: str) -> bool:
    """Whether one of two names may be the other with words left out."""
    ours, theirs = body_name(left), body_name(right)
    assert ours is not None
    assert theirs is not None
    return may_be(ours, theirs) or may_be(theirs, ours)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the town's parks office", "the municipal parks office"),
        ("the town parks office", "the city parks office"),
        ("Roads Authority", "the Norvale Roads Authority"),
        ("Sarn University", "the University of Sarn"),
        ("the town's fire service", "the Dorn fire brigade"),
        ("Dorn police", "the Dorn police department"),
        ("the Sarn public prosecutor", "the Sarn prosecutor's office"),
        ("Fenwick", "the Fenwick bakery"),
        ("the operator Bergvia", "Bergvia"),
        ("Holm Power Ltd", "Holm Power"),
        ("Quay Museum", "the museum"),
    ],
)
def test_one_body_under_two_names(left, right):
    assert both(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the town council", "the county council"),
        ("the town's fire service", "the county fire service"),
        ("Dorn police", "Ferle police"),
        ("the health ministry", "the finance ministry"),
        ("the Norvale Roads Authority", "the Norvale Waterways Authority"),
        ("Dorn", "the Dorn prosecutor's office"),
        ("Sarn University", "the Sarn hospital"),
        ("Holm Power", "Holm Bank"),
        ("France's health ministry", "the Italian health ministry"),
    ],
)
def test_two_bodies(left, right):
    assert not both(left, right)
