"""Who speaks in turn, in invented dialogues: a pronoun need not go on with whoever spoke last."""

from __future__ import annotations

from typing import Any

import pytest

# text, how the words begin, who says them
TURNS = [
    (
        '"The quay is sound," Theo Orst told Dana Falk. "I doubt it," Falk replied. "Then look yourself," he said.',
        "Then look",
        None,
    ),
    (
        '"The quay is sound," Karl Orst told Anna Falk. "I doubt it," Falk replied. "Then look yourself," he said.',
        "Then look",
        "Karl Orst",
    ),
    (
        '"The quay is sound," Theo Orst told Dana Falk. "I doubt it," Falk replied. "It leaks," he added.',
        "It leaks",
        "Dana Falk",
    ),
    # two witnesses one after another are no dialogue
    (
        '"The quay shook," Theo Orst said.\n"The lamps fell," Dana Falk said. "It was dark," he said.',
        "It was dark",
        "Dana Falk",
    ),
    (
        (
            '"We won," Brask said.\n"You did not," Wynd shouted.\n"Order, order," the speaker, Olm Trask, called.\n'
            '"We did," she said again.'
        ),
        "We did",
        None,
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), TURNS, ids=[t[-40:] for t, *_ in TURNS])
def test_a_turn_is_laid_to_whom_the_text_tells(said: Any, text: str, words: str, speaker: str | None) -> None:
    found = said(text).of(words).speaker
    assert (found.name if found is not None else None) == speaker


CALLED = [
    '"You did not," Wynd shouted.\n"Order, order," the speaker, Olm Trask, called.',
    '"You did not," Wynd shouted. "Order, order," the speaker, Olm Trask, called.',
]


@pytest.mark.parametrize("text", CALLED)
def test_who_calls_behind_the_marks_is_not_the_one_before(said: Any, text: str) -> None:
    assert said(text).of("Order, order").speaker.name == "Olm Trask"


def test_nothing_is_carried_where_somebody_else_stands_behind_the_marks(said: Any) -> None:
    found = [
        q for q in said('"You lied," Wynd shouted.\n"Never, never," and Olm Trask laughed.').told if "Never" in q[1]
    ]
    assert all(speaker != "Wynd" for _, _, speaker in found)
