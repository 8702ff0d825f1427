"""What pleas, verdicts, near misses and averted conditions make of an act; each with the limit of its rule."""

from __future__ import annotations

import pytest

TURNED = [
    ("The captain pleaded not guilty to steering the ship drunk.", "steering", "denied"),
    ("The captain pleaded guilty to steering the ship drunk.", "steering", "done"),
    ("The treasurer was found not guilty of stealing the funds.", "stealing", "denied"),
    ("The treasurer was found guilty of stealing the funds.", "stealing", "done"),
    ("The fleet was to have sailed on Monday.", "sailed", "denied"),
    ("The fleet was to sail on Monday.", "sail", "planned"),
    ("The talks have all but collapsed.", "collapsed", "denied"),
    ("The pier barely survived the storm.", "survived", "done"),
    ("Hardly anyone survived the storm.", "survived", "denied"),
    ("The vault would have flooded had the crew not sealed the gate.", "sealed", "done"),
    ("The vault would have flooded if the gate had not held.", "held", "done"),
    ("The vault would have flooded if the gate had failed.", "failed", "possible"),
    ("The abbot signed a deed that would later ruin the abbey.", "ruin", "done"),
    ("The firm said it would later close the mill.", "close", "planned"),
    ("The ship was meant to dock on Friday.", "dock", "planned"),
    ("Far from closing the mill, the firm expanded it.", "closing", "denied"),
    ("The guard said he could not have opened the gate.", "opened", "denied"),
    ("The guard said he might not have opened the gate.", "opened", "possible"),
    ("Rescuers were still searching the gorge on Sunday.", "searching", "underway"),
    ("Rescuers were searching the gorge on Sunday.", "searching", "done"),
    ("Residents blame the quarry for poisoning their wells.", "poisoning", "alleged"),
    ("Residents thanked the quarry for mending their wells.", "mending", "done"),
    ("The firm came close to selling the mine.", "selling", "denied"),
    ("The firm was close to selling the mine.", "selling", "possible"),
    ("The firm reneged on its promise to reopen the mine.", "reopen", "denied"),
    ("The firm repeated its promise to reopen the mine.", "reopen", "planned"),
    ("The board considered selling the archive but decided against it.", "selling", "refused"),
    ("The board considered selling the archive and decided on Monday.", "selling", "possible"),
    ("The firm said it would stop dumping waste.", "dumping", "done"),
]


@pytest.mark.parametrize(("text", "words", "status"), TURNED)
def test_what_is_told_of_the_act(status_of, text, words, status):
    assert status_of(text, words) == status


def test_a_surname_that_reads_like_nobody_denies_nothing(status_of):
    assert status_of("Ida Noone left the port at noon.", "left") == "done"
    assert status_of("Noone left the port, he said, and nobody stayed.", "stayed") == "denied"


def test_an_allegation_dismissed_right_after_it_was_made_is_denied(reader, document_of):
    text = "Ida Moe said the mayor had stolen two paintings. The mayor dismissed the allegation."
    told = [
        (str(e.status), e.voice.name) for e in reader.read(document_of(text)).events if e.predicate.lemma == "steal"
    ]
    assert told == [("done", "Ida Moe"), ("denied", "the mayor")]


def test_an_allegation_about_somebody_else_is_not_guessed_at(reader, document_of):
    text = "Ida Moe said the guard had stolen two paintings. The mayor dismissed the allegation."
    assert [str(e.status) for e in reader.read(document_of(text)).events if e.predicate.lemma == "steal"] == ["done"]
