"""Surnames that two people of a report bear, in invented reports: whose words they are is told, or left open."""

from __future__ import annotations

from typing import Any

import pytest

# text, how the words begin, who says them
BROTHERS = [
    # the last subject
    (
        "Lars Obern's brother, Nils Obern, said the minister had lied. \"He told me himself,\" Obern said.",
        "He told",
        "Nils Obern",
    ),
    # one known by the surname, and then the other is the subject
    (
        'Lars Obern left office. Obern had lied. His brother, Nils Obern, spoke on Monday. "It is true," Obern said.',
        "It is true",
        "Obern",
    ),
    # one known by the surname stays so
    (
        "Lars Obern left office. Obern had lied. Nils Obern is his brother. The police came. Obern said it was late.",
        "it was late",
        "Lars Obern",
    ),
    # neither is the subject
    (
        'Reporters met Lars Obern and Nils Obern. "It is true," Obern said.',
        "It is true",
        "Obern",
    ),
    # a title tells which
    (
        'Karl Obern and Anna Obern own the inn. "It is true," Ms Obern said.',
        "It is true",
        "Anna Obern",
    ),
    # nobody else bears it
    (
        'Lars Obern met Nils Tarn. "It is true," Obern said.',
        "It is true",
        "Lars Obern",
    ),
    # a headline speaks of the one whom the report leads with
    (
        "# Obern: I did not lie\nLars Obern denied the charge on Monday. Nils Obern is his brother.",
        "I did not",
        "Lars Obern",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), BROTHERS, ids=[t[-50:] for t, *_ in BROTHERS])
def test_a_shared_surname_is_laid_to_the_one_told_or_to_none(said: Any, text: str, words: str, speaker: str) -> None:
    assert said(text).of(words).speaker.name == speaker
