"""The tables of words: no row is out of reach, and every phrase is found in a sentence made from it."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from rashomon.read.cues import cues
from rashomon.read.status_cues import cue_statuses
from rashomon.read.status_lexicon import _words, governors, table, verb_governor
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


def _both() -> list[tuple[str, str, set[str], str]]:
    """The words in both tables: part, word, classes of cues, class of status."""
    known = {"verb": _words(1), "noun": _words(2)}
    found = []
    for part, table_of in (("verb", cues().verbs), ("noun", cues().nouns)):
        for lemma, cue in table_of.items():
            governor = known[part].get(lemma.replace("_", " "))
            if governor is not None:
                found.append((part, lemma, set(cue.classes), governor.name))
    return found


def test_every_class_of_cues_has_a_class_of_status():
    named = {row[0] for row in rows("cues.tsv")}
    assert named == {row[0] for row in rows("data/cue_statuses.tsv")} == set(cue_statuses())


def test_the_tables_of_cues_and_of_statuses_never_contradict_each_other():
    allowed = {row[0]: {row[1], *members(row[2] if len(row) > 2 else "")} for row in rows("data/cue_statuses.tsv")}
    assert set().union(*allowed.values()) <= set(governors())
    both = _both()
    assert len(both) > 200
    wrong = [one for one in both if not any(one[3] in allowed[name] for name in one[2])]
    assert wrong == []


def test_no_class_of_status_is_allowed_that_no_word_has():
    has: dict[str, set[str]] = {}
    for _, _, classes, status in _both():
        for name in classes:
            has.setdefault(name, set()).add(status)
    rest = {row[0]: set(members(row[2])) - has.get(row[0], set()) for row in rows("data/cue_statuses.tsv") if row[2:]}
    assert {name: left for name, left in rest.items() if left} == {}


@pytest.mark.parametrize(
    ("text", "status", "voice"),
    [
        ("Ilse Kerr gainsaid that the ship sank.", "denied", "Ilse Kerr"),
        ("Ilse Kerr demurred that the ship sank.", "alleged", "Ilse Kerr"),
        ("Ilse Kerr surmised that the ship sank.", "alleged", "Ilse Kerr"),
        ("Ilse Kerr conjectured that the ship sank.", "alleged", "Ilse Kerr"),
        ("Ilse Kerr postulated that the ship sank.", "alleged", "Ilse Kerr"),
        ("Ilse Kerr hypothesised that the ship sank.", "alleged", "Ilse Kerr"),
        ("Ilse Kerr boasted that the ship sank.", "alleged", "Ilse Kerr"),
        ("Ilse Kerr clarified that the ship sank.", "done", "Ilse Kerr"),
        ("Ilse Kerr retorted that the ship sank.", "done", "Ilse Kerr"),
        ("Ilse Kerr retracted that the ship sank.", "denied", "Ilse Kerr"),
        ("Ilse Kerr confided that the ship sank.", "done", "Ilse Kerr"),
        ("Ilse Kerr clarified that the ship had not sunk.", "denied", "Ilse Kerr"),
        ("The boast that the ship sank amused Lys.", "alleged", None),
        ("The hunch that the ship sank amused Lys.", "alleged", None),
    ],
)
def test_a_reporting_word_without_a_class_of_status_has_that_of_its_kind_of_reporting(
    text, status, voice, reader, document_of
):
    (event,) = [e for e in reader.read(document_of(text)).events if e.predicate.span.of(text) in {"sank", "sunk"}]
    assert (str(event.status), event.voice and event.voice.name) == (status, voice)


def test_who_undertakes_to_act_promises_and_who_undertakes_an_act_does_it(reader, document_of):
    told = {}
    for text in ("Arl undertook to bomb the camp.", "Arl undertook a search of the camp."):
        told |= {e.predicate.span.of(text): str(e.status) for e in reader.read(document_of(text)).events}
    assert told["bomb"] == "planned"
    assert [status for words, status in told.items() if "search" in words] == ["done"]
