"""Reading streams: one process or several, known sentences or new ones, the answers are the same."""

from __future__ import annotations

import os
import signal
from multiprocessing import active_children
from typing import Any

import pytest

from rashomon.read import Reader, reader_processes
from rashomon.read.parse_kept import Kept

TEXTS = [
    "Anna Kerr said that the bridge in Lys was safe. “We checked it twice,” she said.",
    "Anna Kerr said that the bridge in Lys was safe. The union threatened to strike on Monday.",
    "Jonas Brandt denied the claim. He denied nothing else. Jonas Brandt denied the claim.",
]


def test_a_stream_is_read_as_single_documents_are(reader: Reader, document_of: Any) -> None:
    documents = [document_of(text) for text in TEXTS * 4]
    assert list(reader.read_all(iter(documents))) == [Reader().read(d) for d in documents]


def test_several_processes_answer_as_one_does_and_in_order(reader: Reader, document_of: Any) -> None:
    documents = [document_of(text) for text in TEXTS * 4]
    assert list(reader.read_all(iter(documents), workers=2)) == list(reader.read_all(documents))


def test_a_sentence_that_is_known_is_not_parsed_again(reader: Reader) -> None:
    kept = Kept(2)
    first = kept.docs(["The bridge is safe.", "The bridge is safe.", "It is old."], reader.nlp)
    again = kept.docs(["It is old.", "The ferry sank."], reader.nlp)
    assert first[0] is first[1]
    assert again[0] is first[2]
    assert len(kept) == 2


def test_a_sentence_told_twice_in_a_document_is_read_twice(reader: Reader, document_of: Any) -> None:
    reading = reader.read(document_of(TEXTS[2]))
    assert len(reading.sentences) == 3
    assert len({e.predicate.span for e in reading.events if e.predicate.lemma == "deny"}) == 3


def test_what_a_killed_process_left_unread_is_read_here(
    reader: Reader, document_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = [document_of(text) for text in TEXTS * 12]
    monkeypatch.setattr(reader_processes, "_belong", _die)
    assert list(reader.read_all(iter(documents), workers=2)) == list(reader.read_all(documents, workers=1))


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_only_a_long_stream_is_shared_among_processes(
    reader: Reader, document_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def read_in_processes(documents: Any, _: str, workers: int) -> Any:
        asked.append(workers)
        return (reader.read(document) for document in documents)

    monkeypatch.setattr("rashomon.read.reader.cores", lambda: 3)
    monkeypatch.setattr("rashomon.read.reader.read_in_processes", read_in_processes)
    documents = [document_of(TEXTS[0])] * (reader_processes.ALONE + 1)
    assert len(list(reader.read_all(documents[:-1]))) == reader_processes.ALONE
    assert asked == []
    assert len(list(reader.read_all(documents))) == reader_processes.ALONE + 1
    assert asked == [3]


def test_a_reading_that_is_broken_off_leaves_no_process(reader: Reader, document_of: Any) -> None:
    before = set(active_children())
    stream = reader.read_all((document_of(text) for text in TEXTS * 40), workers=2)
    next(stream)
    stream.close()
    assert set(active_children()) <= before
