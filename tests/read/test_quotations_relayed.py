"""Whoever quotes another is not the one who speaks, in invented reports."""

from __future__ import annotations

from typing import Any

import pytest

# text, words of the quotation, who says them
RELAYED = [
    ('"The crews sleep on deck," company lawyer Ida Falk quoted union chair Marta Ullgren as saying on Monday.',
     "The crews sleep on deck", "Marta Ullgren"),
    ('"The crews sleep on deck," the paper cited Marta Ullgren as telling a court.',
     "The crews sleep on deck", "Marta Ullgren"),
    ('"The crews sleep on deck," the Isle Radio quoted the ministry as having said on Monday.',
     "The crews sleep on deck", "the ministry"),
    ('"The crews sleep on deck," Marta Ullgren was quoted by the Quay Times as saying on Monday.',
     "The crews sleep on deck", "Marta Ullgren"),
    ('Ida Falk quoted Marta Ullgren as saying: "The crews sleep on deck."',
     "The crews sleep on deck", "Marta Ullgren"),
    ("Ida Falk quoted Marta Ullgren as saying that the crews were tired.", "that the crews", "Marta Ullgren"),
    # whom a pronoun means may be open; it is not the one who quotes
    ('"The crews sleep on deck," Ida Falk quoted her as saying.', "The crews sleep on deck", None),
    # nobody else is quoted
    ('Ida Falk quoted from the log: "The crews sleep on deck."', "The crews sleep on deck", "Ida Falk"),
    ('"The crews sleep on deck," Ida Falk said, quoting an old song.', "The crews sleep on deck", "Ida Falk"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), RELAYED, ids=[t[:60] for t, *_ in RELAYED])
def test_words_are_laid_to_whom_they_are_quoted_from(said: Any, text: str, words: str, speaker: str | None) -> None:
    found = said(text).of(words).speaker
    assert (found.name if found is not None else None) == speaker


def test_whom_one_quotes_is_no_content(said: Any) -> None:
    assert said('"They sleep," the paper cited Marta Ullgren as telling a court.').words == ["They sleep,"]
