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


@pytest.mark.parametrize(
    ("text", "lemma", "code"),
    [
        ("Bus drivers struck on Monday over pay.", "strike", "PROTEST"),
        ("The miners' union struck for a third day.", "strike", "PROTEST"),
        ("Teachers at Orle schools have struck.", "strike", "PROTEST"),
        ("Ada Holt struck a deal with the union.", "strike", "AGREE"),
        ("The strike hit the airport on Monday.", "hit", None),
        ("Airlines were hit by a strike.", "hit", None),
        ("Rebels struck a convoy near Sandrow.", "strike", "ASSAULT"),
        ("The army struck the town at dawn.", "strike", "ASSAULT"),
        ("The drone struck an oil depot.", "strike", "ASSAULT"),
        ("A strike on the depot killed four soldiers.", "kill", "ASSAULT"),
        ("The ferry struck the quay at Orle.", "strike", None),
        ("Lightning struck a barn near Orle.", "strike", None),
        ("The crash killed nine people.", "kill", None),
        ("A train killed a man at a crossing.", "kill", None),
        ("Nine people were killed in a bus crash near Orle.", "kill", None),
        ("Four soldiers were killed in a bus crash near Orle.", "kill", None),
        ("Two sailors were injured when a crane collapsed.", "injure", None),
        ("A lorry driver hit a cyclist in Orle.", "hit", None),
        ("Gunmen killed four policemen.", "kill", "ASSAULT"),
        ("Four policemen were killed by gunmen.", "kill", "ASSAULT"),
        ("Five people were wounded when soldiers opened fire.", "wound", "ASSAULT"),
        ("A bomb exploded at the market in Orle.", "explode", "ASSAULT"),
        ("A boiler exploded at the brewery in Orle.", "explode", None),
        ("Two boats burned in the harbour.", "burn", None),
        ("Police have held a man after a fire that killed three people.", "kill", None),
        ("The strikers fought for better pay.", "fight", None),
        ("Rebels fought with the army over the town.", "fight", "ASSAULT"),
        # the limit: harm of which neither doer nor cause is named has no type
        ("Four people were killed on Monday.", "kill", None),
    ],
)
def test_harm_is_an_assault_where_somebody_deals_a_blow_and_a_strike_at_work_is_none(
    reader, document_of, text, lemma, code
):
    events = reader.read(document_of(text)).events
    assert next((e.code for e in events if e.predicate.lemma == lemma), "nothing read") == code


def test_a_phrase_keeps_what_its_preposition_and_gerund_say(reader, document_of):
    document = document_of("The strikers accepted a formula for settling the dispute with Karsten Rail.")
    target = next(e.target for e in reader.read(document).events if e.predicate.lemma == "accept")
    assert document.words_at(target.span) == "a formula for settling the dispute with Karsten Rail"
