"""Trees put right: verbs of headlines, brackets, what is asked for, each beside a tree that is left as it is."""

from __future__ import annotations

import pytest

from rashomon.core import Document, Span, content_id
from rashomon.core.span import Part


def told(reader, document_of, text):
    return {e.predicate.lemma: e for e in reader.read(document_of(text)).events}


def name(referent):
    return referent.name if referent is not None else None


def headed(text):
    place = Span(0, len(text), Part.HEADLINE)
    return Document(id=content_id("document", text), text="", headline=text, headline_span=place)


def test_a_verb_of_a_headline_is_no_part_of_the_noun_behind_it(reader):
    events = {e.predicate.lemma: e for e in reader.read(headed("Court blocks sale of mine")).events}
    assert (str(events["block"].status), name(events["block"].actor)) == ("done", "Court")
    assert str(events["sale"].status) == "denied"


def test_a_verb_behind_before_has_its_subject(reader, document_of):
    events = told(reader, document_of, "The union ruled out ending the strike before parliament repeals the law.")
    assert str(events["end"].status) == "refused"
    assert str(events["strike"].status) == "done"
    assert (str(events["repeal"].status), name(events["repeal"].actor)) == ("possible", "parliament")


@pytest.mark.parametrize("aside", ["", ' ("Hansen took bribes from builder", page 4)'])
def test_an_aside_in_brackets_takes_no_voice_from_the_article_before_it(reader, document_of, aside):
    text = f"An article on 3 May{aside} stated that Rolf Hansen had accepted bribes from a builder."
    assert name(told(reader, document_of, text)["accept"].voice) == "An article on 3 May"


def test_two_brackets_in_one_sentence_leave_its_subjects_alone(reader, document_of):
    text = "The Norland Space Board (NSB) launched a satellite on Sunday, Channel Six (CS) reported."
    assert name(told(reader, document_of, text)["launch"].actor) == "Norland Space Board"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A call by bishops for the release of four teachers was ignored.", "proposed"),
        ("A party by bishops for the release of four teachers was noisy.", "done"),
    ],
)
def test_what_is_called_for_hangs_on_the_call(reader, document_of, text, status):
    events = told(reader, document_of, text)
    assert str(events["release"].status) == status
    assert status == "done" or name(events["release"].voice) == "bishops"


@pytest.mark.parametrize(
    ("text", "lemma", "status"),
    [
        ("Tessa Orlow denied a report in the Quay Bee that the boat had sunk.", "sink", "denied"),
        ("Police rejected rumours on the radio that the guard had fled.", "flee", "denied"),
        ("The mayor denied claims that he would resign.", "resign", "denied"),
        ("The club rejected a report in the Quay Bee that it had sacked coach Anna Kerr.", "sack", "denied"),
        ("The army denied a claim by dockers that it had shelled hospital wards.", "shell", "denied"),
        ("The mayor confirmed a report in the Quay Bee that she had met minister Ada Kolm.", "meet", "done"),
        ("Tessa Orlow confirmed a report in the Quay Bee that the boat had sunk.", "sink", "done"),
        ("Tessa Orlow remembers the night that the boat sank.", "sink", "done"),
    ],
)
def test_what_a_report_says_is_its_content(reader, document_of, text, lemma, status):
    assert str(told(reader, document_of, text)[lemma].status) == status


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The election will be held on 12 June.", "election"),
        ("The election in Norholm will be held on 12 June.", "election"),
        ("The talks were held in Norholm.", "talk"),
    ],
)
def test_what_is_held_is_the_happening_however_it_is_named(reader, document_of, text, lemma):
    assert list(told(reader, document_of, text)) == [lemma]
