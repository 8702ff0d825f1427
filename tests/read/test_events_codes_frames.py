"""A verb has its event type only with the kind of subject and object that the type asks for."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "lemma", "code"),
    [
        ("Rebels captured the city.", "capture", "COERCE"),
        ("The singer captured the attention of the crowd.", "capture", None),
        ("Rebels held three reporters.", "hold", "COERCE"),
        ("The singer held two licences.", "hold", None),
        ("Police searched the house.", "search", "COERCE"),
        ("Police searched for the boy.", "search", None),
        ("Norland recalled its ambassador.", "recall", "SANCTION"),
        ("Norland recalled the summer.", "recall", None),
        ("Norland released twelve prisoners.", "release", "YIELD"),
        ("The studio released a film.", "release", None),
        ("The ministry lifted the curfew.", "lift", "YIELD"),
        ("The rocket lifted a satellite.", "lift", None),
        ("Norland provided food to the refugees.", "provide", "AID"),
        ("The poll gave Brandt a lead.", "give", None),
        ("Hundreds demonstrated in Osk.", "demonstrate", "PROTEST"),
        ("The study demonstrated that the drug works.", "demonstrate", None),
        ("The minister wants a ban on whaling.", "want", "REQUEST"),
        ("The minister wants money.", "want", None),
        ("The army protected the refugees.", "protect", "AID"),
        ("The owners protected themselves.", "protect", None),
    ],
)
def test_the_object_and_subject_decide_the_type(reader, document_of, text, lemma, code):
    events = reader.read(document_of(text)).events
    assert next((e.code for e in events if e.predicate.lemma == lemma), "nothing read") == code


def test_a_phrase_keeps_what_its_preposition_and_gerund_say(reader, document_of):
    document = document_of("The strikers accepted a formula for settling the dispute with Karsten Rail.")
    target = next(e.target for e in reader.read(document).events if e.predicate.lemma == "accept")
    assert document.words_at(target.span) == "a formula for settling the dispute with Karsten Rail"
