"""Marked words with their own reporting clause are not once more what "according to" lays to another."""

from __future__ import annotations

from typing import Any

import pytest

ONCE = [
    ('"Lock the barn, and we will talk," the abbot\'s steward, Ivo Lund, said on Friday, according to a transcript.',
     "Lock the barn, and we will talk,", "Ivo Lund"),
    ('"The lock is safe," Ida Falk said on Monday, according to a translation by her office.',
     "The lock is safe,", "Ida Falk"),
    ('"We never met," Marta Ullgren told the court, according to two lawyers who were there.',
     "We never met,", "Marta Ullgren"),
    ('"The well is dry," said Odo Brandt, the reeve, according to the Quay Times.',
     "The well is dry,", "Odo Brandt"),
]  # fmt: skip

OTHERS = [
    ('The lock is "safe," according to a note by Ida Falk.', ['The lock is "safe,"', "safe,"]),
    ('"The lock is safe," according to Ida Falk.', ["The lock is safe,"]),
    (
        "The lock is safe, Ida Falk said, according to the Quay Times.",
        ["The lock is safe, Ida Falk said", "The lock is safe"],
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), ONCE, ids=[t[:40] for t, *_ in ONCE])
def test_words_that_one_said_are_quoted_once(said: Any, text: str, words: str, speaker: str) -> None:
    assert said(text).told == [("direct", words, speaker)]


@pytest.mark.parametrize(("text", "words"), OTHERS, ids=[t[:40] for t, *_ in OTHERS])
def test_what_only_according_to_lays_to_somebody_stays(said: Any, text: str, words: list[str]) -> None:
    assert sorted(said(text).words) == sorted(words)


def test_a_clause_behind_the_reporting_one_is_still_told(said: Any) -> None:
    text = '"The lock is safe," Ida Falk said, and two men were hurt, according to a surgeon.'
    assert any(w.endswith("two men were hurt") for w in said(text).words)
