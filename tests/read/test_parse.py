"""Sentences of invented paragraphs, inside and outside quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read.parse import sentence_places

CASES = [
    "“Why should we go?| We stay.”| Later he left.",
    "“Why not?” Arn asked.| “No!” she cried.",
    "He said: “We will go.| We stay.”",
    "‘We will go.| We stay,’ he said.| ‘Never.’",
    '"It was late.| We were tired," the pilot said.| "We slept."',
    "Mr. Arn of the U.S. office met Sens. Vole and Tarn.| They ate.",
    "“Stop!” Ms. Anna Kerr, the mayor of Lys, later wrote.| Nobody stopped.",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[a:b] for a, b in sentence_places(text)] == [part.strip() for part in marked.split("|")]


@given(st.text(alphabet="Ab .,?'\"“”\n", max_size=80))
def test_sentences_hold_every_word_once_and_in_order(text: str) -> None:
    places = sentence_places(text)
    assert all(a < b for a, b in places)
    assert all(left[1] <= right[0] for left, right in pairwise(places))
    held = "".join(text[a:b] for a, b in places)
    assert "".join(held.split()) == "".join(text.split())


def test_a_dateline_stands_apart_from_the_first_sentence() -> None:
    text = "LYS, Norland (NNA) — The bridge is shut."
    assert [text[start:end] for start, end in sentence_places(text)] == ["LYS, Norland (NNA) —", "The bridge is shut."]


def test_a_word_in_capitals_before_a_dash_inside_a_sentence_begins_no_dateline() -> None:
    text = "The NNA — an agency — said so."
    assert sentence_places(text) == [(0, len(text))]
