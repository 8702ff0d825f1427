"""Objects of reporting words that are no words, in invented reports."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Police questioned a man about the fire at the mill on Friday.",
        "Police are questioning a man of 34 over the fire.",
        "Ms Novak referred to her rival only once.",
        "Ms Novak pointed to the shelter on Mill Street.",
        "Ms Novak spoke of the boat on the beach.",
        "Ms Novak mentioned the old council of the town.",
        "Police informed the family of the victim.",
        "The mayor thanked the firefighters who came from Tarn.",
    ],
)
def test_people_places_and_things_are_no_words(said: Any, text: str) -> None:
    assert said(text).told == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ms Novak referred to her rival as a coward and a thief.", "her rival as a coward and a thief"),
        ("Ms Novak questioned the cost of the new bridge.", "the cost of the new bridge"),
        ("The mayor thanked the firefighters for their courage.", "the firefighters for their courage"),
        ("The mayor demanded more buses for the valley.", "more buses for the valley"),
    ],
)
def test_what_is_said_of_them_or_asked_for_is(said: Any, text: str, words: str) -> None:
    assert words in said(text).words
