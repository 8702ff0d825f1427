"""What is reported and what only looks so, in invented reports."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Guards are sending lorries back: the army closed the eastern crossing overnight.",
        "Carts are waiting at the gate: the guards opened the eastern crossing at noon.",
    ],
)
def test_a_clause_before_a_colon_is_not_said_by_the_subject_behind_it(said: Any, text: str) -> None:
    assert said(text).told == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The crossing is shut, the army told drivers on Monday.", "The crossing is shut"),
        ("The crossing is shut, the army said on Monday.", "The crossing is shut"),
        ("It was over: the gate had fallen, the army said.", "the gate had fallen"),
    ],
)
def test_a_clause_before_a_verb_of_saying_is_said(said: Any, text: str, words: str) -> None:
    assert any(words in content for content in said(text).words)


def test_content_that_ends_between_marks_has_both(said: Any) -> None:
    words = said('Vellan Steel denied the charge, calling the claim by prosecutor Runa Melk "absurd".').words
    assert all(content.count('"') % 2 == 0 for content in words)
    assert any(content.endswith('Melk "absurd"') for content in words)


def test_what_words_contradict_is_no_words(said: Any) -> None:
    words = said("Police held nobody, a spokesman said, contradicting earlier reports.").words
    assert words == ["Police held nobody"]
