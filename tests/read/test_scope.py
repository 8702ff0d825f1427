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


def test_a_very_long_passage_is_cut_at_a_sentence(document_of):
    line = "The harbour board met on Friday. "
    document = document_of(line * (LONGEST_CHARS // len(line) + 50))
    kept, problems = readable(document)
    (passage,) = kept.passages
    words = document.words_at(passage.span)
    assert LONGEST_CHARS - len(line) <= len(words) <= LONGEST_CHARS
    assert words.endswith("Friday.")
    assert [p.code for p in problems] == ["too-long-to-read"]


def test_a_very_long_passage_without_sentences_is_cut_at_a_blank(document_of):
    document = document_of("harbour " * (LONGEST_CHARS // 8 + 50))
    kept, _ = readable(document)
    assert document.words_at(kept.passages[0].span).endswith("harbour")


def test_a_passage_without_a_blank_is_not_cut_inside_a_word(document_of):
    kept, problems = readable(document_of("x" * (LONGEST_CHARS + 1)))
    assert kept.passages == ()
    assert [p.code for p in problems] == ["too-long-to-read"]
