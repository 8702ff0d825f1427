"""What of a document is read, and what is said of the rest."""

from dataclasses import replace

from rashomon.read.scope import LONGEST_CHARS, readable


def test_an_english_report_is_read_whole(document_of):
    document = document_of("The bridge closed.\nIt stays shut.")
    assert readable(document) == (document, ())


def test_another_language_is_named_and_nothing_is_read(document_of, reader):
    document = replace(document_of("Le pont est fermé depuis lundi, a dit le maire."), language="fr")
    reading = reader.read(document)
    assert (reading.events, reading.quotations) == ((), ())
    assert [p.code for p in reading.problems] == ["language-not-read"]


def test_a_very_long_document_is_read_to_a_limit(document_of):
    line = "The harbour board met on Friday and closed the east pier to small boats."
    document = document_of("\n".join([line] * (LONGEST_CHARS // len(line) + 50)))
    kept, problems = readable(document)
    assert sum(len(p.span) for p in kept.passages) <= LONGEST_CHARS
    assert [p.code for p in problems] == ["too-long-to-read"]
