"""Statuses of what is asked, conditioned, refrained from or quoted, each beside its neighbour on the other side."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("It was not immediately clear what caused the fire.", "caused", "done"),
        ("It was not immediately clear whether sparks caused the fire.", "caused", "possible"),
        ("It is unclear how the tiger escaped.", "escaped", "done"),
        ("It is unclear if the tiger escaped.", "escaped", "possible"),
        ("It is not clear how many people died.", "died", "done"),
        ("The mayor declined to say why she resigned.", "resigned", "done"),
        ("The mayor declined to say whether she resigned.", "resigned", "possible"),
        ("There was no word on who killed the senator.", "killed", "done"),
        ("There was no word on whether rebels attacked the convoy.", "attacked", "possible"),
        ("Who leaked the tape?", "leaked", "done"),
        ("Did Brandt leak the tape?", "leak", "possible"),
        ("The town will rebuild no matter what happens in the south.", "happens", "possible"),
    ],
)
def test_who_and_why_take_for_granted_what_whether_leaves_open(status_of, text, word, status):
    assert status_of(text, word) == status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Neither the airline nor the union accepted the offer.", "accepted", "denied"),
        ("Both the airline and the union accepted the offer.", "accepted", "done"),
        ("Police neither arrested the referee nor froze his accounts.", "arrested", "denied"),
        ("Hardly anyone voted in the village.", "voted", "denied"),
        ("Not a single lorry crossed the bridge.", "crossed", "denied"),
        ("No more than five people died.", "died", "done"),
        ("The smuggler held back from sinking the boat.", "sinking", "denied"),
        ("The fleet stopped short of attacking the port.", "attacking", "denied"),
        ("The boxer tried in vain to regain his title.", "regain", "denied"),
        ("The museum kept its promise to return the mask.", "return", "done"),
        ("The museum broke its promise to return the mask.", "return", "denied"),
        ("The operator is about to cut the line.", "cut", "planned"),
        ("The operator is not about to cut the line.", "cut", "refused"),
    ],
)
def test_what_is_not_done_is_never_told_as_done(status_of, text, word, status):
    assert status_of(text, word) == status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Shopkeepers boarded up their windows in case rioters returned.", "returned", "possible"),
        ("Shopkeepers boarded up their windows because rioters returned.", "returned", "done"),
        ("The lender accepted the merger provided that its chairman resigned.", "resigned", "possible"),
        ("The lender accepted the merger after its chairman resigned.", "resigned", "done"),
        ("Should the river rise further, the school closes.", "rise", "possible"),
        ("Parliament ought to abolish the tax.", "abolish", "proposed"),
        ("Brandt ought not to have sold the house.", "sold", "done"),
        ("The duke is said to have paid for the flat.", "paid", "alleged"),
        ("The duke is known to have paid for the flat.", "paid", "done"),
        ("The viaduct is being repaired.", "repaired", "underway"),
        ("The viaduct was repaired.", "repaired", "done"),
        ("The postponed trial of the bankers drew a crowd.", "trial", "planned"),
        ("The trial of the bankers drew a crowd.", "trial", "done"),
        ("The tool was used to spy on reporters.", "spy", "planned"),
        ("Norland used to spy on reporters.", "spy", "done"),
    ],
)
def test_conditions_duties_and_hearsay(status_of, text, word, status):
    assert status_of(text, word) == status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ('"Not now," Brandt said as he left the court.', "left", "done"),
        ('"The dam will not hold," the engineer said, and closed the gates.', "closed", "done"),
        ('"We did not sell the ships," the firm said.', "sell", "denied"),
        ('The firm said it "would not" sell the ships.', "sell", "refused"),
        ('"Withdraw your troops," the envoy told the generals.', "Withdraw", "proposed"),
    ],
)
def test_quoted_words_turn_only_what_they_belong_to(status_of, text, word, status):
    assert status_of(text, word) == status


def test_who_orders_in_quotation_marks_is_not_who_obeys(reader, document_of):
    events = reader.read(document_of('"Withdraw your troops," the envoy told the generals.')).events
    assert events[0].actor is None


@pytest.mark.parametrize(
    ("speech", "named"),
    [
        ('"Our firm did not maintain the bridge," said Otto Brandt.', False),
        ('"The company never inspected the bridge," said Otto Brandt.', False),
        ('"Velmar Steel is at fault. The company never inspected the bridge," said Otto Brandt.', True),
        ("The company never inspected the bridge, said Otto Brandt.", True),
    ],
)
def test_a_firm_in_speech_is_the_one_reported_on_only_where_the_speech_names_it(reader, document_of, speech, named):
    events = reader.read(document_of(f"Velmar Steel built the bridge in 1999. {speech}")).events
    actor = next(e.actor for e in events if e.predicate.lemma in {"maintain", "inspect"})
    assert (actor is not None and actor.name == "Velmar Steel") == named
