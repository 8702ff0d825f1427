"""The table of reporting words: what each class and frame means, and that the file keeps to its own head."""

from __future__ import annotations

from importlib.resources import files

import pytest

from rashomon.read import Reader
from rashomon.read.cues import LETTERS, cues

LINES = files("rashomon.read").joinpath("cues.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if line and not line.startswith("#")]
HEAD = " ".join(line for line in LINES if line.startswith("#"))


def test_several_hundred_verbs_and_nouns_report_speech() -> None:
    assert len(cues().verbs) >= 450
    assert len(cues().nouns) >= 150


def test_every_class_is_explained_in_the_head_of_the_file() -> None:
    explained = {line.split()[1] for line in LINES if line.startswith("#   ") and "  " in line[4:]}
    assert {name for name, *_ in ROWS} <= explained


def test_frames_are_letters_or_prepositions() -> None:
    prepositions = {"about", "against", "at", "for", "of", "on", "to", "with"}
    pieces = {piece for _, _, column, _ in ROWS for piece in column.split(",")}
    assert all(set(piece) <= LETTERS or piece in prepositions for piece in pieces)


def test_no_line_tells_a_word_twice() -> None:
    assert [words for *_, words in ROWS if len(words.split()) != len(set(words.split()))] == []


@pytest.mark.parametrize(
    ("verb", "implied"),
    [("deny", "denial"), ("vow", "promise"), ("order", "demand"), ("threaten", "threat"), ("concede", "admission")],
)
def test_a_verb_implies_what_its_class_says(verb: str, implied: str) -> None:
    assert implied in cues().verbs[verb].classes


def test_a_word_of_several_lines_keeps_all_its_classes_and_frames() -> None:
    call = cues().verbs["call"]
    assert {"naming", "demand"} <= set(call.classes)
    assert all(call.takes(frame) for frame in ("a", "on", "for"))


def test_a_particle_makes_another_verb(reader: Reader) -> None:
    (doc,) = reader.nlp.pipe(["The mayor fired back that the bridge was safe."])
    cue = cues().verb(next(t for t in doc if t.text == "fired"))
    assert cue is not None
    assert cue.lemma == "fire_back"
