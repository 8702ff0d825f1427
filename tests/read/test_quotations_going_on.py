"""What a speaker goes on to say behind a reporting clause, and how far "according to" reaches, invented."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def voices(reader: Any, document_of: Any) -> Any:
    """The voices of the verbs of a sentence, by lemma."""

    def read(text: str) -> dict[str, str | None]:
        events = reader.read(document_of(text)).events
        return {e.predicate.lemma: e.voice.name if e.voice else None for e in events if e.predicate.form == "verb"}

    return read


def test_a_clause_behind_a_reporting_clause_in_the_middle_goes_on_with_it(reader: Any, document_of: Any) -> None:
    document = document_of("A wall collapsed, the ministry said in a statement on Friday, and two masons were killed.")
    first, second = reader.read(document).quotations
    assert [document.words_at(q.span) for q in (first, second)] == ["A wall collapsed", "two masons were killed"]
    assert first.speaker == second.speaker
    assert second.continues == first.id


@pytest.mark.parametrize(
    ("text", "lemma", "voice"),
    [
        ("A drone struck a depot in Orlin, the governor said, and two workers were wounded.", "wound", "the governor"),
        # the reporter may speak again
        ("A wall collapsed, the ministry said, but two masons survived.", "survive", None),
        ("A wall collapsed, the ministry said, while rescuers searched the ruins.", "search", None),
        ("A wall collapsed, as the ministry said, and two masons were killed.", "kill", None),
        # another speaks
        ("A wall collapsed, the ministry said, and the union vowed to sue the builder.", "sue", "the union"),
        ("A wall collapsed, the ministry said, and two masons were killed, doctors said.", "kill", "doctors"),
        ("A wall collapsed, the ministry said, and two men were killed, according to a surgeon.", "kill", "a surgeon"),
        # without a subject of its own it tells of whoever spoke
        ("A wall collapsed, Ida Brenn said, and wept.", "weep", None),
    ],
)
def test_it_goes_on_only_where_nobody_else_can_speak(voices: Any, text: str, lemma: str, voice: str | None) -> None:
    assert voices(text)[lemma] == voice


@pytest.mark.parametrize(
    ("text", "lemma", "voice"),
    [
        ("The army shelled the town and, according to two officials, rebels fled the valley.", "flee", "two officials"),
        ("The army shelled the town and, according to two officials, rebels fled the valley.", "shell", None),
        ("The army shelled the town and rebels fled, according to two officials.", "shell", "two officials"),
        ("According to two officials, the army shelled the town and rebels fled.", "flee", "two officials"),
    ],
)
def test_a_source_answers_for_the_clauses_beside_its_phrase(
    voices: Any, text: str, lemma: str, voice: str | None
) -> None:
    assert voices(text)[lemma] == voice
