"""Verbs that report by their place, courts that hear, and headings, in invented reports."""

from __future__ import annotations

from typing import Any

import pytest

WORDS = "They lied to us all from the very start"


@pytest.mark.parametrize(
    "text",
    [
        f"Ida Novak raged: “{WORDS}.”",
        f"Ida Novak, the owner, raged: “{WORDS}.”",
        f"Ida Novak stood up. She raged angrily: “{WORDS}.”",
        f"“{WORDS},” raged Ida Novak.",
        f"“{WORDS},” Ida Novak raged.",
    ],
)
def test_any_verb_of_a_person_right_beside_marks_reports_them(said: Any, text: str) -> None:
    assert [name for form, _, name in said(text).told if form == "direct"] == ["Ida Novak"]


@pytest.mark.parametrize(
    "text",
    [
        f"“{WORDS}.” Outside, Ida Novak walked to her car.",
        f"“{WORDS}.” Ida Novak left.",
        f"“{WORDS}!” Ida Novak shut the door.",
    ],
)
def test_a_deed_in_the_next_sentence_does_not(said: Any, text: str) -> None:
    assert [name for *_, name in said(text).told] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The court heard that the man had been drinking.",
        "The inquest was told that the man had been drinking.",
        "The jury heard that “the man had been drinking”.",
        "The court heard he “had been drinking for many days”.",
    ],
)
def test_a_court_hears_and_does_not_speak(said: Any, text: str) -> None:
    assert {name for *_, name in said(text).told} == {None}


def test_whom_the_court_heard_it_from_speaks(said: Any) -> None:
    assert ("indirect", "the bridge was lost", "Pell") in [
        (form, words.removeprefix("that "), name)
        for form, words, name in said("The court heard from Mr Pell that the bridge was lost.").told
    ]


@pytest.mark.parametrize("mark", [">", ""])
def test_a_heading_between_marks_has_no_speaker(said: Any, mark: str) -> None:
    text = "Anna Kerr, the mayor, said: “The river rose in an hour.”\n‘No warning’\nJonas Brandt lost his boat."
    assert [words for _, words, _ in said(text).told] == ["The river rose in an hour."]


def test_a_short_sentence_between_marks_goes_on_with_its_speaker(said: Any) -> None:
    text = "Anna Kerr, the mayor, said: “The river rose in an hour.”\n“We had no time.”"
    assert ("direct", "We had no time.", "Anna Kerr") in said(text).told
