"""Statuses, voices and types in the turns of phrase of news, each beside its neighbour on the other side."""

from __future__ import annotations

import pytest


def events_of(reader, document_of, text):
    document = document_of(text)
    return [(document.words_at(e.predicate.span), e) for e in reader.read(document).events]


def name(referent):
    return referent.name if referent is not None else None


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Osgood said neither he nor Bligh had spoken to the police.", "spoken", "denied"),
        ("Osgood said both he and Bligh had spoken to the police.", "spoken", "done"),
        ("Neither Ann Bell nor Tom Coe signed the letter.", "signed", "denied"),
        ("Had the union agreed, the mill would have closed.", "agreed", "possible"),
        ("The union had agreed, and the mill closed.", "agreed", "done"),
        ("He said that, had the firm agreed, it would have paid the fine.", "agreed", "possible"),
        ("We would have closed the mill had they agreed.", "agreed", "possible"),
        ("We would have closed the mill had they agreed.", "closed", "possible"),
        ("The company would have paid had the court ruled against it.", "ruled", "possible"),
        ("The company paid because the court ruled against it.", "ruled", "done"),
        ("The mayor, accused of lying, resigned.", "lying", "alleged"),
        ("The mayor, convicted of lying, resigned.", "lying", "done"),
    ],
)
def test_neither_nor_and_inverted_conditions_tell_nothing_as_done(status_of, text, word, status):
    assert status_of(text, word) == status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The mayor vowed to fight the closure of the mill.", "closure", "possible"),
        ("The crew vowed to fight the fire on the hill.", "fire", "done"),
        ("The deal averted a strike by nurses.", "strike", "denied"),
        ("Judges blocked the sale of the mine.", "sale", "denied"),
        ("Judges welcomed the sale of the mine.", "sale", "done"),
        ("Brandt said the cuts were overdue.", "cuts", "proposed"),
        ("Brandt said the cuts were cruel.", "cuts", "done"),
        ("A strike is likely.", "strike", "possible"),
        ("The union ruled out ending the strike.", "strike", "done"),
        ("The union ruled out a strike.", "strike", "refused"),
        ("The search was called off and will resume on Monday.", "search", "done"),
        ("The parade was called off and will resume on Monday.", "parade", "done"),
        ("The parade was called off.", "parade", "denied"),
        ("The union called off a strike.", "strike", "denied"),
    ],
)
def test_what_is_fought_ended_or_called_off(status_of, text, word, status):
    assert status_of(text, word) == status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ('"I did not pay her, I did not ask anyone to leave," Brandt said.', "pay", "denied"),
        ('"Tonight I have dismissed the minister," the president said.', "dismissed", "done"),
        ('"Tonight I will dismiss the minister," the president said.', "dismiss", "planned"),
        ("The firm expects to hire 150 people and reaffirmed its guidance.", "reaffirmed", "done"),
        ("The firm expects to hire 150 people and reaffirm its guidance.", "reaffirm", "planned"),
        ("The council has not decided whether to convene an inquiry.", "convene", "possible"),
        ("The council has not decided to convene an inquiry.", "convene", "refused"),
        ("The firm denied that it was in talks to buy the mine.", "talks", "denied"),
        ("The firm denied that it was in talks to buy the mine.", "buy", "possible"),
        ("The firm denied that it had bought the mine.", "bought", "denied"),
        ("Brandt denied the company had been slow to act.", "act", "possible"),
        ("Brandt denied the company had managed to act.", "act", "denied"),
        ("Prosecutors must prove that Hale fired the gun.", "fired", "alleged"),
        ("Prosecutors proved that Hale fired the gun.", "fired", "done"),
        ("Keepers must ensure that visitors leave.", "leave", "proposed"),
        ("Did he threaten to sack you?", "sack", "possible"),
        ("He threatened to sack you.", "sack", "threatened"),
        ("The Post wrongly stated that Hale had taken bribes.", "taken", "denied"),
        ("The Post stated that Hale had taken bribes.", "taken", "done"),
    ],
)
def test_clauses_side_by_side_and_what_stays_open(status_of, text, word, status):
    assert status_of(text, word) == status


def test_a_semicolon_parts_two_clauses_and_their_voices(reader, document_of):
    events = dict(events_of(reader, document_of, "The union wants a 9% rise; the government has offered 4.5%."))
    assert (name(events["wants"].actor), events["wants"].voice) == ("The union", None)
    assert str(events["wants"].status) == "done"


def test_whoever_is_paid_does_what_is_paid_for(reader, document_of):
    events = dict(events_of(reader, document_of, "Brandt denied paying a former aide to keep quiet."))
    assert (str(events["paying"].status), str(events["keep"].status)) == ("denied", "denied")
    assert name(events["keep"].actor) == "a former aide"


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Nine persons drowned last year. The firm's lawyer dismissed the claim.", []),
        ("Inspectors said that nine persons drowned. The firm's lawyer dismissed the claim.", []),
        ("The union said that the firm sacked the captain. The firm's lawyer dismissed the claim.", ["sack"]),
        ("The union said that the firm sacked the captain. The firm's lawyer rejected the accusation.", []),
        ("The union alleged that the firm sacked the captain. The firm's lawyer rejected the accusation.", ["sack"]),
        (
            "The union alleged that the firm sacked Coe. Police said nine of the firm died. The firm denied the claim.",
            ["sack"],
        ),
    ],
)
def test_a_claim_that_is_dismissed_is_one_that_was_made(reader, document_of, text, denied):
    found = [e.predicate.lemma for _, e in events_of(reader, document_of, text) if str(e.status) == "denied"]
    assert found == denied


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Critics praised the so-called reform.", "called", "no event"),
        ("The hit series returned on Monday.", "hit", "no event"),
        ("Rebels hit the port.", "hit", "ASSAULT"),
        ("The mayor hit back at her critics.", "hit back", None),
        ("Hale pleaded guilty to the charge.", "pleaded", None),
        ("Norland vowed to bomb the port.", "bomb", "THREATEN"),
        ("Norland vowed to send food to Brisk.", "send", "AGREE"),
        ("Norland promised to pay the fine.", "pay", "AGREE"),
        ("Norland promised to fight the ban.", "fight", "REJECT"),
        ("Residents are fighting the closure of the school.", "fighting", "REJECT"),
        ("Troops are fighting rebels in the north.", "fighting", "ASSAULT"),
    ],
)
def test_types_of_blows_pleas_and_promises(reader, document_of, text, word, code):
    found = [e.code for words, e in events_of(reader, document_of, text) if words == word]
    assert (found or ["no event"]) == [code]


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The ministry has presented to the mayor suggestions regarding closing two mills.", "closing", "proposed"),
        ("The ministry has presented suggestions regarding closing two mills.", "closing", "proposed"),
    ],
)
def test_advice_stands_right_before_what_it_is_about(status_of, text, word, status):
    assert status_of(text, word) == status
