"""Who `it said` is: a body told in the singular, never the plural things of the words reported, in invented reports."""

from __future__ import annotations

from typing import Any

import pytest

MINISTRY = "Nineteen people drowned in the Osk flood, the interior ministry said. "

# text, how the words begin, who says them
IT = [
    (MINISTRY + "Fewer than 100 houses were destroyed, it said.", "Fewer than 100", "the interior ministry"),
    (MINISTRY + "It added that three agencies had sent boats.", "that three agencies", "the interior ministry"),
    ("Three firms closed on Monday. Two more houses were flooded, it said.", "Two more", None),
    # the body that the words are about speaks of itself
    ("The port company will close its yard in June, it said.", "The port company", "The port company"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), IT, ids=[t[-45:] for t, *_ in IT])
def test_it_is_no_plural(said: Any, text: str, words: str, speaker: str | None) -> None:
    found = said(text).of(words).speaker
    assert (found.name if found is not None else None) == speaker
