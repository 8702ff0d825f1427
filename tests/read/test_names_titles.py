"""A title or office in small letters right before a name makes it a person's, in invented sentences."""

from __future__ import annotations

from typing import Any

import pytest


def actor(reader: Any, document_of: Any, text: str, lemma: str) -> str | None:
    """Who does what a verb of a text tells, None where that is open."""
    event = next(e for e in reader.read(document_of(text)).events if e.predicate.lemma == lemma)
    return event.actor.name if event.actor else None


@pytest.mark.parametrize(
    ("text", "lemma", "name"),
    [
        ("On Monday councillor Uwe Thamm closed the pool. He promised a bridge.", "promise", "Uwe Thamm"),
        ("Residents met the alderman Uwe Thamm. He promised a bridge.", "promise", "Uwe Thamm"),
        ("Lawyers asked judge Tarn Oskel to step aside. He refused.", "refuse", "Tarn Oskel"),
        ("A vote ousted councillor Uwe Thamm. He closed his office.", "close", "Uwe Thamm"),
    ],
)
def test_a_pronoun_means_whoever_has_the_title(reader: Any, document_of: Any, text: str, lemma: str, name: str) -> None:
    assert actor(reader, document_of, text, lemma) == name


@pytest.mark.parametrize(
    "text",
    [
        "The town lost its employer Orr Motors. He promised a bridge.",
        "Fans cheered for host Vessby United. He promised a bridge.",
        "The director Blue Harbour Bank hired has left. It promised a bridge.",
    ],
)
def test_a_body_behind_somebody_stays_one(reader: Any, document_of: Any, text: str) -> None:
    assert actor(reader, document_of, text, "promise") not in {"Orr Motors", "Vessby United", "Blue Harbour"}
