"""When two names may be one body's."""

from __future__ import annotations

import pytest

from rashomon.core.body_names import body_name, may_be, place_words, tells_places


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
        ("Kessel University", "the University of Kessel"),
        ("the town's fire service", "the Ashby fire brigade"),
        ("Ashby police", "the Ashby police department"),
        ("the Kessel public prosecutor", "the Kessel prosecutor's office"),
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
        ("Ashby police", "Ferle police"),
        ("the health ministry", "the finance ministry"),
        ("the Norvale Roads Authority", "the Norvale Waterways Authority"),
        ("Ashby", "the Ashby prosecutor's office"),
        ("Kessel University", "the Kessel hospital"),
        ("Holm Power", "Holm Bank"),
        ("France's health ministry", "the Italian health ministry"),
    ],
)
def test_two_bodies(left, right):
    assert not both(left, right)


@pytest.mark.parametrize(
    ("short", "full", "words"),
    [
        ("Football Association", "Scottish Football Association", {"scotland"}),
        ("Chess Federation", "Norvian Chess Federation", {"norvian"}),
        ("Harbour Board", "Ostrand Harbour Board", {"ostrand"}),
        ("Council", "Parish Council", set()),
        ("History Museum", "Natural History Museum", set()),
        ("Scottish Football Association", "Scottish Football Association", set()),
    ],
)
def test_the_places_that_a_shorter_name_lacks(short, full, words):
    ours, theirs = body_name(short), body_name(full)
    assert ours is not None
    assert theirs is not None
    assert place_words(ours, theirs, {"ostrand"}) == words


def test_a_people_is_told_by_its_country():
    assert tells_places({"norvian"}, ["norvia", "ostrand"])
    assert not tells_places({"norvian", "scotland"}, ["norvia"])
