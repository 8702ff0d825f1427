"""Reading streams: alone or together, known sentences or new ones, here or elsewhere, the answers are the same."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from rashomon.read import Reader
from rashomon.read.parse_kept import Kept

TEXTS = [
    "Anna Kerr said that the bridge in Lys was safe. “We checked it twice,” she said.",
    "Anna Kerr said that the bridge in Lys was safe. The union threatened to strike on Monday.",
    "Jonas Brandt denied the claim. He denied nothing else. Jonas Brandt denied the claim.",
]


def test_a_stream_is_read_as_single_documents_are(reader: Reader, document_of: Any) -> None:
    documents = [document_of(text) for text in TEXTS * 4]
    assert list(reader.read_all(iter(documents))) == [Reader().read(d) for d in documents]


def test_another_process_gets_one_reader_for_all_that_it_is_sent_and_it_reads_alike(
    reader: Reader, document_of: Any
) -> None:
    elsewhere = pickle.loads(pickle.dumps(reader))
    assert pickle.loads(pickle.dumps(reader)) is elsewhere
    assert elsewhere._loaded is None
    elsewhere._loaded = reader.loaded
    documents = [document_of(text) for text in TEXTS]
    assert elsewhere.read_some(documents) == list(reader.read_all(documents))


def test_a_document_over_which_processes_ended_says_so(reader: Reader, document_of: Any) -> None:
    reading = reader.fallen(document_of(TEXTS[0]))
    (problem,) = reading.problems
    assert (problem.stage, problem.code, problem.document) == ("read", "process-ended", document_of(TEXTS[0]).id)
    assert (reading.sentences, reading.degraded) == ((), True)


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


def _faulty(word: str, fault: BaseException) -> Any:
    """Stands for `find_events`, with a fault in every document that holds a word."""

    def find(parsed: Any, *_: Any) -> tuple[()]:
        if word in parsed.document.text:
            raise fault
        return ()

    return find


def test_a_fault_in_one_document_is_told_and_the_others_are_read(
    reader: Reader, document_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tolerant = Reader()
    tolerant._loaded = reader.loaded
    monkeypatch.setattr("rashomon.read.events.find_events", _faulty("strike", OverflowError("too large")))
    readings = list(tolerant.read_all([document_of(text) for text in TEXTS]))
    assert [[p.code for p in r.problems] for r in readings] == [[], ["reading-failed"], []]
    (problem,) = readings[1].problems
    assert "OverflowError" in problem.message
    assert (problem.stage, problem.fatal, problem.document) == ("read", False, document_of(TEXTS[1]).id)
    assert (readings[1].sentences, readings[1].quotations) == ((), ())
    assert readings[0].quotations
    assert readings[2].sentences


def test_a_document_that_cannot_be_parsed_does_not_take_its_batch_along(
    reader: Reader, document_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rashomon.read import parse

    tolerant = Reader()
    tolerant._loaded = reader.loaded
    places = parse.sentence_places

    def broken(words: str) -> list[tuple[int, int]]:
        if "strike" in words:
            raise ValueError("no sentences")
        return places(words)

    monkeypatch.setattr(parse, "sentence_places", broken)
    readings = list(tolerant.read_all([document_of(text) for text in TEXTS]))
    assert [bool(r.sentences) for r in readings] == [True, False, True]
    assert [p.code for p in readings[1].problems] == ["reading-failed"]


@pytest.mark.parametrize(
    "word", ["One", "Nineteen", "Forty", "7", "Dead", "Said", "No", "Unless", "Vell's", "$", "-", "“"]
)
def test_a_text_of_one_word_is_read(reader: Reader, document_of: Any, word: str) -> None:
    assert not reader.read(document_of(word)).problems


def test_an_interrupt_goes_through(reader: Reader, document_of: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    tolerant = Reader()
    tolerant._loaded = reader.loaded
    monkeypatch.setattr("rashomon.read.events.find_events", _faulty("strike", KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        list(tolerant.read_all([document_of(text) for text in TEXTS]))


def test_tests_and_measurements_see_faults(reader: Reader, document_of: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.read.events.find_events", _faulty("strike", OverflowError()))
    with pytest.raises(OverflowError):
        reader.read(document_of(TEXTS[1]))
