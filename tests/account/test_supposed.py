"""What nobody tells is no claim: conditions, and what only says which of a kind are meant."""

from __future__ import annotations

from tests.newsrooms import newsroom

from rashomon.core import Standing, Status

POST, RADIO = "The Harbour Post", "Isle Radio"


def actions(ledger):
    """The verbs of all claims."""
    return {claim.action for claim in ledger.story.claims}


@newsroom
def test_what_is_only_supposed_is_no_claim(room, ledger_of):
    """A condition that two outlets tell, and a clause on any minister.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Tavria warns Bree

    Tavria will recall its envoy if Bree floods the valley. President Ada Kolm said she would sack any minister who
    lied to the house.

    == Isle Radio, 2031-05-02 15:10 +02:00 ==
    Envoy may go

    If Bree floods the valley, Tavria will recall its envoy, its government said.
    """
    ledger = ledger_of(room)
    assert not {"flood", "lie"} & actions(ledger)
    assert ledger.claim(POST, "recall").outlets == 2
    assert ledger.statuses(ledger.claim(POST, "sack")) == {POST: {Status.THREATENED}}


@newsroom
def test_what_another_outlet_tells_is_a_claim_and_open_where_it_is_supposed(room, ledger_of):
    """One supposes that the clerk sold the map, one tells it.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Clerk must explain

    If clerk Otto Renn sold the map to Tavria, he must resign, the mayor said.

    == Isle Radio, 2031-05-02 15:10 +02:00 ==
    Map sold

    Clerk Otto Renn sold the map to Tavria on Monday.
    """
    ledger = ledger_of(room)
    claim = ledger.claim(RADIO, "sold the map to Tavria on Monday")
    told = ledger.statuses(claim)
    assert told[RADIO] == {Status.DONE}
    assert told.get(POST, {Status.POSSIBLE}) == {Status.POSSIBLE}
    assert claim.standing is Standing.SINGLE
    assert claim.origins == 1


@newsroom
def test_a_clause_on_any_of_a_kind_is_no_report_of_what_one_did(room, ledger_of):
    """One outlet tells that a minister did not lie, one what would happen to any who had.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Kolm on ministers

    President Ada Kolm said she would sack any minister who lied to parliament.

    == Isle Radio, 2031-05-02 15:10 +02:00 ==
    Brandt did not lie

    Finance minister Olga Brandt had not lied to parliament, the court said.
    """
    ledger = ledger_of(room)
    claims = [claim for claim in ledger.story.claims if claim.action == "lie"]
    assert claims
    assert all(set(ledger.statuses(claim)) == {RADIO} for claim in claims)
    assert not any("any" in claim.text for claim in claims)


@newsroom
def test_an_act_announced_on_a_condition_is_told_by_each_who_tells_it(room, ledger_of):
    """One tells what happens otherwise, too.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Morn on rates

    The central bank will raise rates to 9 percent should prices pass the mark, governor Lea Morn said on Monday.

    == Isle Radio, 2031-05-02 15:10 +02:00 ==
    Bank

    The central bank will raise rates to 9 percent if prices pass the mark, governor Lea Morn said on Monday. It will
    not raise rates otherwise, she said.
    """
    ledger = ledger_of(room)
    told = ledger.statuses(ledger.claim(POST, "will raise rates"))
    assert told[POST] == {Status.POSSIBLE}
    assert Status.POSSIBLE in told[RADIO]
    assert "pass" not in actions(ledger)


@newsroom
def test_what_would_have_been_is_told_as_possible_and_denied_by_nobody(room, ledger_of):
    """Two tell what an analyst supposes.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Talks

    If Bree had left the talks, the ceasefire would have collapsed, analyst Tim Gall said on Monday.

    == Isle Radio, 2031-05-02 15:10 +02:00 ==
    Gall on talks

    Analyst Tim Gall said the ceasefire would have collapsed without Bree.
    """
    ledger = ledger_of(room)
    claim = ledger.claim(POST, "would have collapsed")
    assert {r.status for r in claim.reports} == {Status.POSSIBLE}
    assert "leave" not in actions(ledger)


@newsroom
def test_naming_asks_for_nothing(room, ledger_of):
    """An act of war, and a call for talks.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Envoy on closure

    President Ivo Sarn called the closure of the bridge an act of war on Tuesday. Mayor Ruth Enders called for talks.
    """
    ledger = ledger_of(room)
    assert ledger.statuses(ledger.claim(POST, "Sarn called")) == {POST: {Status.DONE}}
    assert ledger.statuses(ledger.claim(POST, "Enders called")) == {POST: {Status.PROPOSED}}
