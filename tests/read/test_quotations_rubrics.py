"""The word of a label or of a headline is nobody's name, in invented reports."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.read import Reader
from rashomon.read.quotations_rubrics import behind_rubric

LABELS = {"Correction", "Clarification", "Editor", "Analysis", "Comment", "Update"}

# text, how the words begin, who says them
LABELLED = [
    (
        "Correction: A previous version of this story said that two ferries had sunk.",
        "that two",
        None,
    ),
    (
        "Editor's note: An older version of this article said that Mara Tolle had left.",
        "that Mara",
        None,
    ),
    ("Update: The harbour master said that the quay was shut.", "that the quay", "The harbour master"),
    ("Analysis: Mara Tolle said that she would leave the board.", "that she would", "Mara Tolle"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), LABELLED, ids=[t[:20] for t, *_ in LABELLED])
def test_a_label_says_nothing(said: Any, text: str, words: str, speaker: str | None) -> None:
    found = said(text).of(words).speaker
    assert (found.name if found is not None else None) == speaker


@pytest.mark.parametrize("text", [t for t, *_ in LABELLED], ids=[t[:20] for t, *_ in LABELLED])
def test_a_label_has_no_part_in_what_happens(reader: Reader, document_of: Any, text: str) -> None:
    reading = reader.read(document_of(text))
    parties = [p.name for e in reading.events for p in (e.actor, e.target, e.voice) if p is not None]
    assert not [name for name in parties if name.split()[0] in LABELS]


@pytest.mark.parametrize(
    "words", ["Editor's note: ", "EDITOR’S NOTE: ", "A correction: ", "Clarification: ", "Live updates: "]
)
def test_a_label_ends_at_its_colon(words: str) -> None:
    assert behind_rubric(f"{words}The quay was shut.") == len(words)


@pytest.mark.parametrize("words", ["Tolle: We left.", "The report: two were hurt.", "Harbour notes: all is well."])
def test_a_name_or_document_is_no_label(words: str) -> None:
    assert behind_rubric(words) == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# Daily notes\nThe report said: Tolle took the boat.", "Tolle took"),
        ('# Daily notes\nTolle and Brask met in Torv. "The talks failed," they said.', "The talks"),
    ],
)
def test_a_word_of_a_headline_is_no_outlet_or_crowd(said: Any, text: str, words: str) -> None:
    speaker = said(text).of(words).speaker
    assert speaker is None or speaker.name != "Daily"


def test_who_the_report_names_again_is_meant_though_the_headline_names_them_too(said: Any) -> None:
    found = said("# Union calls strike\nThe union met on Monday. It said wages were too low.").of("wages").speaker
    assert found is not None
    assert found.name.lower().endswith("union")
