"""Countries by name, people, capital and seat of government."""

from __future__ import annotations

import pytest

from rashomon.core.places import UNIONS, countries_in, country_names, country_word, nation, stands_for, table


def test_a_country_is_known_by_name_people_and_short_form() -> None:
    assert nation("U.S.") == nation("US") == nation("American") == nation("the United States") == "United States"
    assert len(country_names()) > 195


def test_a_pronoun_in_small_letters_is_no_country() -> None:
    assert country_word("us") is None


def test_a_name_in_capitals_is_known() -> None:
    assert nation("NORWAY") == "Norway"


@pytest.mark.parametrize(("word", "sense"), [("Lisbon", "capital"), ("Downing Street", "seat")])
def test_a_capital_or_seat_tells_its_country_and_stands_for_none(word: str, sense: str) -> None:
    known = country_word(word)
    assert known is not None
    assert known.sense == sense
    assert nation(word) is None


def test_countries_are_found_in_a_phrase_in_order_each_once() -> None:
    assert countries_in("the Swiss and Norwegian envoys to Switzerland") == ("Switzerland", "Norway")


def test_every_union_is_a_row_of_the_table() -> None:
    assert {word.country for word in table().values()} >= UNIONS


@pytest.mark.parametrize(
    ("name", "country", "sense"),
    [
        ("Lisbon", "Portugal", "capital"),
        ("the Portuguese government", "Portugal", "government"),
        ("Portugal's government", "Portugal", "government"),
        ("Portugal", "Portugal", "name"),
        ("Downing Street", "United Kingdom", "seat"),
    ],
)
def test_a_party_tells_the_country_it_stands_for_and_as_what(name: str, country: str, sense: str) -> None:
    word = stands_for(name)
    assert word is not None
    assert (word.country, word.sense) == (country, sense)


@pytest.mark.parametrize("name", ["Anna Kerr", "the Lys government", "the government", "Lisbon government"])
def test_other_names_stand_for_no_country(name: str) -> None:
    assert stands_for(name) is None
