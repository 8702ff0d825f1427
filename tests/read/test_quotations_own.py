"""A report, and what it said before, is no speaker in itself; another's report, bill or letter is one."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Correction: An earlier version of this report said that nine barges had sunk.",
        "An earlier version of this article stated that the abbot had resigned.",
        "This article said that the lock would close.",
        "Clarification: this report said that Ida Falk led the guild.",
        "A previous version of the story reported that the bell was stolen.",
        "An earlier headline said that the mill had burned.",
        "The original version said that the keeper was hurt.",
        'An earlier version of this story said that the keeper was "badly hurt".',
    ],
)
def test_nobody_speaks_in_an_earlier_version(said: Any, text: str) -> None:
    assert {speaker for _, _, speaker in said(text).told} == {None}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("An earlier version of the bill said that the lock would close.", None),
        ("The audit report said that the bell was stolen.", "The audit report"),
        ("The Quay Times article said that the mill had burned.", "The Quay Times article"),
        ("A letter from the abbot said that the bell was stolen.", "the abbot"),
        ("An earlier statement said that the keeper was hurt.", "An earlier statement"),
    ],
)
def test_what_others_wrote_speaks(said: Any, text: str, speaker: str | None) -> None:
    assert [s for _, _, s in said(text).told] == [speaker]
