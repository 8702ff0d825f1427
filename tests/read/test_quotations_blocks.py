"""Speech without marks, in invented reports: what opens a block, and what does not."""

from __future__ import annotations

from typing import Any

import pytest

OPINION = (
    "The minister, Oren Vask, says the “reform” will save money. He said it would “pay for itself”.\n"
    "We have heard this before. Our schools are falling down, and our hospitals too.\n"
    "That is why we must vote him out."
)
CORRECTION = (
    "A report on Friday said that Oren Vask had “lied” about the bridge.\n"
    "We are happy to make clear that he did not, and we apologise to him."
)
APPEAL = "“The bridge will never open,” Anna Kerr said.\nJoin our readers and tell us what you think."


@pytest.mark.parametrize("text", [OPINION, CORRECTION, APPEAL])
def test_the_papers_own_first_person_is_nobodys_quotation(said: Any, text: str) -> None:
    assert [q for q in said(text).told if q[0] == "block"] == []


def test_a_block_opened_by_a_lead_in_is_resumed_behind_its_speakers_marked_words(said: Any) -> None:
    text = (
        "In a letter, Anna Kerr declared:\n"
        "The bridge is old, and its loss is a blow to the valley.\n"
        "Kerr went on and said that she would pay for “a ferry for every child in the valley.”\n"
        "I thank my neighbours for their patience."
    )
    found = [(words, name) for form, words, name in said(text).told if form == "block"]
    assert found == [
        ("The bridge is old, and its loss is a blow to the valley.", "Anna Kerr"),
        ("I thank my neighbours for their patience.", "Anna Kerr"),
    ]


def test_marks_left_open_go_on_without_marks(said: Any) -> None:
    text = "“The bridge was old,” Anna Kerr said. “It had to close.\nWe shall build a new one before winter."
    assert ("block", "We shall build a new one before winter.", "Anna Kerr") in said(text).told
