"""Offices: which role phrase can mean a party told with which role."""

from __future__ import annotations

import pytest

from rashomon.read.names_offices import Office, one_office


def office(words: str) -> Office:
    """`deputy mayor`: the last word is the head."""
    return words.rsplit(maxsplit=1)[-1], frozenset(words.split()[:-1])


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("mayor", "mayor"),
        ("minister", "finance minister"),
        ("veteran mayor", "mayor"),
        ("prime minister", "premier"),
        ("ceo", "chief executive"),
        ("attorney", "lawyer"),
        ("lawmaker", "senator"),
        ("former leader", "ex president"),
        ("republican", "republican senator"),
    ],
)
def test_one_office_under_two_phrases(asked: str, told: str) -> None:
    assert one_office(office(asked), office(told))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("foreign minister", "finance minister"),
        ("foreign minister", "minister"),
        ("minister", "prime minister"),
        ("general", "attorney general"),
        ("attorney general", "general"),
        ("attorney general", "lawyer"),
        ("mayor", "deputy mayor"),
        ("deputy mayor", "mayor"),
        ("president", "former president"),
        ("prosecutor", "judge"),
        ("senator", "lawmaker"),
        ("executive", "ceo"),
        ("leader", "vice president"),
    ],
)
def test_two_offices(asked: str, told: str) -> None:
    assert not one_office(office(asked), office(told))


def test_a_place_before_a_role_tells_whose_it_is_where_none_was_told() -> None:
    places = frozenset({"lys"})
    assert one_office(office("lys mayor"), office("mayor"), places=places)
    assert not one_office(office("lys mayor"), office("tarn mayor"), places=places)
