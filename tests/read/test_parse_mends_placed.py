"""Phrases between a verb and what belongs to it, and before its subject, in invented sentences."""

from __future__ import annotations

from typing import Any

import pytest

VOICES = [
    ("The agency said in a report on Tuesday that the dam had leaked.", "leaked", "The agency"),
    ("The court said in a ruling that the mayor had lied.", "lied", "The court"),
    ("The bishop urged parishioners on Sunday to forgive the thief.", "forgive", "The bishop"),
    ("The World Wool Council urged its members on Thursday to open their barns.", "open", "World Wool Council"),
    ("In a post on Pling, striker Omar Dell wrote: “I am leaving Redcliffe.”", "leaving", "Omar Dell"),
    # what looks like them
    ("The mayor reacted to a report that the mill had leaked oil.", "leaked", None),
    ("The letter found in the attic said that the mill was sold.", "sold", "The letter"),
    ("In Olm, the mayor closed the pool.", "closed", None),
    ("The guild felled trees on Thursday to build a shed.", "build", None),
]
ACTORS = [
    ("The ombudsman found in his review that the prison had starved inmates.", "starved", "the prison"),
    ("The inspectorate found in its report that the home had locked its doors.", "locked", "the home"),
    ("On Monday councillor Uwe Thamm closed the pool.", "closed", "Uwe Thamm"),
    ("On Tuesday mayor Ida Kant resigned.", "resigned", "Ida Kant"),
    ("The envoy spoke in a letter that the king had signed.", "signed", "the king"),
    ("The report found in the attic was burned.", "burned", None),
    ("The town's largest employer Brant Foods closed its canteen.", "closed", "Brant Foods"),
]
STATUSES = [
    ("The inspectorate found in its report that the home had locked its doors.", "locked", "done"),
    ("Police arrived after a report that the mill had leaked oil.", "leaked", "alleged"),
    ("The court ruled in its decision that the mayor had lied.", "lied", "done"),
]


def happening(reader: Any, document_of: Any, text: str, word: str) -> Any:
    """The happening that a word of a text tells."""
    document = document_of(text)
    return next(e for e in reader.read(document).events if document.words_at(e.predicate.span).startswith(word))


@pytest.mark.parametrize(("text", "word", "name"), VOICES)
def test_whose_word_it_is(reader: Any, document_of: Any, text: str, word: str, name: str | None) -> None:
    voice = happening(reader, document_of, text, word).voice
    assert (voice.name if voice else None) == name


@pytest.mark.parametrize(("text", "word", "name"), ACTORS)
def test_who_did_it(reader: Any, document_of: Any, text: str, word: str, name: str | None) -> None:
    actor = happening(reader, document_of, text, word).actor
    assert (actor.name if actor else None) == name


@pytest.mark.parametrize(("text", "word", "status"), STATUSES)
def test_what_it_is_told_as(status_of: Any, text: str, word: str, status: str) -> None:
    assert status_of(text, word) == status
