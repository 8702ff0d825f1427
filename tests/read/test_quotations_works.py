"""Titles and given names between marks, in invented reports."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "He wrote a book called “The sea that never sleeps at all” in 2019.",
        "She sang the song “We will never go home again tonight” to the crowd.",
        "Anna Kerr started a campaign called “We will not be moved by anybody” in May.",
        "The band’s album “Nobody came to the harbour dance” is out on Friday.",
        "Her novel, “The Drowned Bell”, was read by Anna Kerr on Friday.",
    ],
)
def test_titles_are_no_speech(said: Any, text: str) -> None:
    assert [q for q in said(text).told if q[0] != "indirect"] == []


def test_what_is_said_in_or_of_a_work_is_speech(said: Any) -> None:
    assert ("direct", "I was never paid for any of it,", "Anna Kerr") in said(
        "In the book, “I was never paid for any of it,” Anna Kerr writes."
    ).told
    assert ("mixed", "is an insult to every sailor in the town", "Anna Kerr") in said(
        "The film “is an insult to every sailor in the town”, Anna Kerr said."
    ).told
    assert (
        "A long and very dull evening at sea"
        in said("Anna Kerr called the film “A long and very dull evening at sea”.").words
    )


def test_words_behind_a_title_keep_their_speaker(said: Any) -> None:
    found = said("In her memoir, titled “A Life in Boats”, Anna Kerr writes: “I was never paid.”").told
    assert found == [("direct", "I was never paid.", "Anna Kerr")]
