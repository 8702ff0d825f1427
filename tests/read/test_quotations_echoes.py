"""A headline's country and the person whose words they are."""

from __future__ import annotations

from typing import Any

NORWAY = "Norway: ‘We will not close the border’"
SAID = "\nMinister Anna Kerr of Norway spoke on Friday. “We will not close the border,” Anna Kerr said."


def test_words_of_a_country_in_the_headline_are_laid_to_the_person_who_says_them(said: Any) -> None:
    assert said(f"#{NORWAY}{SAID}").told[0] == ("headline", "We will not close the border", "Anna Kerr")


def test_a_person_in_the_headline_keeps_the_words(said: Any) -> None:
    text = "#Holt: ‘We will not close the border’\nPrime Minister Ida Holt spoke on Friday." + SAID
    assert said(text).told[0] == ("headline", "We will not close the border", "Ida Holt")


def test_two_people_with_the_same_words_leave_them_to_the_country(said: Any) -> None:
    text = f"#{NORWAY}{SAID}\n“We will not close the border,” Jonas Brandt said."
    speaker = said(text).told[0][2]
    assert speaker not in {"Anna Kerr", "Jonas Brandt"}


def test_two_words_may_be_anybodys(said: Any) -> None:
    text = "#Norway: ‘No comment’\nMinister Anna Kerr of Norway spoke. “No comment,” Anna Kerr said."
    assert all(name != "Anna Kerr" for form, _, name in said(text).told if form == "headline")
