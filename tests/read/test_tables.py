"""The tables of words: no row is out of reach, and every phrase is found in a sentence made from it."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from rashomon.read.status_lexicon import table, verb_governor
from rashomon.read.status_syntax import lemmas_of

ENDS = (" closing the port.", " the port.", ".", " that it closed the port.", " to close the port.", " the guard.")
"""What a verb may have after it, so that one of the sentences suits every phrase."""


def rows(path: str) -> list[list[str]]:
    """The lines of a table, comments left out, by column."""
    text = files("rashomon.read").joinpath(path).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]


def members(cell: str) -> list[str]:
    return [word.strip() for word in cell.split(",") if word.strip()]


def status_phrases() -> list[str]:
    return [verb for row in rows("data/status_words.tsv") for verb in members(row[1]) if " " in verb]


def code_phrases() -> list[str]:
    verbs = [v for key, cell in rows("data/codes.tsv") if key.endswith(":verb") for v in members(cell)]
    return [verb for verb in verbs if " " in verb and "+" not in verb]


def unmatched(nlp, phrases):
    """The phrases that no sentence made from them brings back."""
    left = set(phrases)
    for end in ENDS:
        for middle in ("", "the guard "):
            asked = sorted(left)
            texts = []
            for phrase in asked:
                first, rest = phrase.split(" ", 1)
                texts.append(f"The mayor may {first} {middle}{rest}{end}")
            for phrase, doc in zip(asked, nlp.pipe(texts), strict=True):
                if any(phrase in lemmas_of(t) for t in doc if t.lemma_.lower() == phrase.split()[0]):
                    left.discard(phrase)
    return left


@pytest.mark.parametrize("phrases", [status_phrases, code_phrases])
def test_every_verb_of_several_words_is_found_in_a_sentence_made_from_it(phrases, reader):
    declared = phrases()
    assert len(declared) > 50
    assert unmatched(reader.nlp, declared) == set()


def test_a_phrase_that_no_table_declares_is_not_found(reader):
    assert unmatched(reader.nlp, ["close despite of"]) == {"close despite of"}


@pytest.mark.parametrize(
    ("text", "predicate", "status"),
    [
        ("The council fell short of a boycott of the fair.", "boycott", "denied"),
        ("The firm shied away from an attack on its rival.", "attack", "denied"),
        ("The firm never shied away from attacking its rival.", "attacking", "done"),
        ("The minister stopped short of expelling the envoys.", "expelling", "denied"),
        ("The minister thought better of expelling the envoys.", "expelling", "denied"),
        ("The mayor looked forward to opening the port.", "opening", "planned"),
        ("The court ruled out the possibility of a murder.", "murder", "denied"),
        ("Arl took an active part in the attack on Lys.", "attack", "done"),
    ],
)
def test_a_phrase_turns_the_status_with_its_preposition(text, predicate, status, reader, document_of):
    events = reader.read(document_of(text)).events
    assert [str(e.status) for e in events if e.predicate.span.of(text) == predicate] == [status]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Thousands took to the streets in Lys.", "PROTEST"),
        ("The two sides engaged in talks in Lys.", "CONSULT"),
        ("The president called the mayor by phone.", "CONSULT"),
        ("The governor declared a state of emergency in Lys.", "COERCE"),
    ],
)
def test_a_phrase_has_its_event_type(text, code, reader, document_of):
    assert code in {e.code for e in reader.read(document_of(text)).events}


@pytest.mark.parametrize("column", [1, 2, 3])
def test_no_word_of_status_stands_twice_since_the_first_class_wins(column):
    counted = Counter(w for row in rows("data/status_words.tsv") if column < len(row) for w in members(row[column]))
    assert [word for word, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("form", ["verb", "noun"])
def test_no_word_has_two_event_types_since_the_first_wins(form):
    counted = Counter(w for key, cell in rows("data/codes.tsv") if key.endswith(f":{form}") for w in members(cell))
    assert [word for word, times in counted.items() if times > 1] == []


def test_no_noun_stands_twice_under_the_kinds_of_which_the_first_wins():
    for kinds in ({"person", "people", "body"}, {"document"}, {"title"}):
        counted = Counter(word for kind, _, cell in rows("nouns.tsv") if kind in kinds for word in cell.split())
        assert [word for word, times in counted.items() if times > 1] == []


def test_no_cue_has_a_frame_twice_in_one_class():
    counted: Counter[tuple[str, ...]] = Counter()
    for name, part, column, cell in rows("cues.tsv"):
        for word in cell.split():
            counted.update((name, part, frame, word) for piece in column.split(",") for frame in _frames(piece))
    assert [row for row, times in counted.items() if times > 1] == []


def _frames(piece: str) -> set[str]:
    return set(piece) if set(piece) <= set("qcioar") else {piece}


@pytest.mark.parametrize("name", ["status_marks.tsv", "codes.tsv", "event_words.tsv", "code_frames.tsv"])
def test_no_list_names_a_word_twice(name):
    for key, cell, *_ in rows(f"data/{name}"):
        counted = Counter(members(cell))
        assert [word for word, times in counted.items() if times > 1] == [], key
        assert table(name)[key] == set(counted)


def test_a_phrase_is_of_its_own_class_and_not_of_its_bare_verb():
    assert verb_governor("take part in", "take").name == "begin"
