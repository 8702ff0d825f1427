"""The word that opens a sentence stands small within another where it is no name, and its source is named once."""

from __future__ import annotations

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.account import Digest, account_of
from rashomon.account.digest_openings import Openings
from rashomon.core import Story

ROOM = parse_newsroom("""
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Seventeen drown off Norholm

    Seventeen people drowned when a ferry sank off Norholm on Thursday, according to the coast guard. US officials sent
    two planes. Orlow thanked the crews. Divers found four bodies in the wreck, according to the coast guard.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Ferry Sinks Off Norholm

    Seventeen people drowned when a ferry sank off Norholm on Thursday, according to the coast guard. I saw it sink,
    said Jan Hill. Rebels of the Rose Front blamed the harbour, and every hill was dark. Divers found four bodies in
    the wreck, according to the coast guard. The Landtag met, and in the Landtag the ministers rose. Gunmen fired at a
    boat. Thieves took the oars. Feldmen saw the boat. Englishmen bought the oars. Engineers found a crack. Poles built
    the boat. Residents waited on the quay, and children at the Lock Street school wrote to the crew. Painter Erla Moss
    steered the boat, and Erla Moss wept. Baker Dunn gave bread.
    """)


@pytest.fixture(scope="module")
def ledger(ledger_of):
    return ledger_of(ROOM)


@pytest.fixture(scope="module")
def within(ledger):
    documents = {d.id: d for d in ROOM.documents}
    return Openings(documents, {r.document: r for r in ledger.readings}).within


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Seventeen people drowned", "seventeen people drowned"),
        ("Twenty-one US sailors drowned", "twenty-one US sailors drowned"),
        ("The ferry sank", "the ferry sank"),
        ("Ministers rose", "ministers rose"),
        ("Divers found four bodies", "divers found four bodies"),
        ("Gunmen fired", "gunmen fired"),
        ("Thieves took the oars", "thieves took the oars"),
        ("Fewer than 100 boats sank", "fewer than 100 boats sank"),
        ("Engineers found a crack", "engineers found a crack"),
        ("Residents waited", "residents waited"),
        ("Children at the Lock Street school wrote", "children at the Lock Street school wrote"),
        ("Painter Erla Moss steered the boat", "painter Erla Moss steered the boat"),
        ("According to all two reports, a ferry sank", "according to all two reports, a ferry sank"),
    ],
)
def test_what_is_no_name_stands_small(within, text, told):
    assert within(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "I saw it sink",
        "US officials sent two planes",
        "Norholm was dark",
        "Orlow thanked the crews",
        "Hill saw it sink",  # a hill stands in a report too
        "Rose Front men blamed the harbour",
        "Landtag members met",
        "Feldmen saw the boat",
        "Englishmen bought the oars",
        "Poles built the boat",
        "Baker Dunn gave bread",  # it may be a first name
        "Sinks were sold",  # nothing tells that it is none
    ],
)
def test_names_and_what_may_be_one_keep_their_capital(within, text):
    assert within(text) == text


def test_a_source_that_the_clause_names_is_named_once(ledger, reader):
    story = Story(id="story", documents=tuple(d.id for d in ROOM.documents))
    digest = Digest(form="composed", read=reader.read)
    account = account_of(story, ROOM.documents, ledger.readings, (), ledger.alignment, digest=digest)
    told = [s.text for s in account.digest]
    drowned = [text for text in told if "drowned" in text]
    assert drowned
    assert all("report that seventeen people drowned" in text for text in drowned), told
    assert all(text.count("coast guard") == 1 for text in drowned), told
