"""A body is one origin with its spokespeople, officers, short forms and announcements; two bodies stay two."""

from __future__ import annotations

import pytest
from tests.account.ledger import Desk, Ledger
from tests.newsrooms import parse_newsroom

from rashomon.account.offices import Office, office_in
from rashomon.core import Claim

ROOM = """
== Norvale Post, 2034-05-02 10:00 Z ==
Morning news from the coast

{left}

== Ostrand Mail, 2034-05-02 12:00 Z ==
What else is new today

{right}
"""

ONE = {
    "a firm and its spokesman by name": (
        "Tarn Cruises has cancelled the summer voyages, the company said on Friday.",
        "Tarn Cruises has cancelled the summer voyages, Tarn Cruises spokesman Emil Voss said.",
    ),
    "its chief executive": (
        "Tarn Cruises has cancelled the summer voyages, it said on Friday.",
        "Tarn Cruises has cancelled the summer voyages, its chief executive Ada Lund said.",
    ),
    "a spokeswoman for the museum": (
        "The Quay Museum has returned the stolen bell, the museum said.",
        "The Quay Museum has returned the stolen bell, a spokeswoman for the museum said.",
    ),
    "the office behind the name": (
        "The Harbour Board will dredge the inner basin, the Harbour Board said.",
        'The Harbour Board will dredge the inner basin, said Ines Morr, the board\'s director. "It is time," she said.',
    ),
    "police and a police spokeswoman": (
        "Thieves stole 40 bicycles from the station at Dorn on Sunday, police said.",
        "Thieves stole 40 bicycles from the station at Dorn on Sunday, a police spokeswoman said.",
    ),
    "police of a town and police": (
        "Thieves stole 40 bicycles from the station at Dorn on Sunday, Dorn police said.",
        "Thieves stole 40 bicycles from the station at Dorn on Sunday, police said.",
    ),
    "a ministry and its minister": (
        "The state will build 12 clinics in the hills, the health ministry said.",
        "The state will build 12 clinics in the hills, Health Minister Jora Tann said.",
    ),
    "the town's and the municipal office": (
        "A beetle killed 300 elms in the park, the town's parks office said.",
        "A beetle killed 300 elms in the park, the municipal parks office said.",
    ),
    "a name with its first words left out": (
        "Engineers closed the Aldmoor bridge on Monday, the Norvale Roads Authority said.",
        "Engineers closed the Aldmoor bridge on Monday, the Roads Authority said.",
    ),
    "a short form in its own report": (
        "The Norvale Roads Authority is small. Engineers closed the Aldmoor bridge on Monday, the authority said.",
        "Engineers closed the Aldmoor bridge on Monday, the Norvale Roads Authority said.",
    ),
    "an operator by name and by what it is": (
        "Lightning halted the Sarn cable car on Tuesday, its operator Bergvia said.",
        "Bergvia runs the cable car. Lightning halted the Sarn cable car on Tuesday, the company said.",
    ),
    "fire chief and fire service": (
        "A fire destroyed the old sail loft on Tuesday, the fire service said.",
        "A fire destroyed the old sail loft on Tuesday, fire chief Odo Bram said.",
    ),
    "who heads the service": (
        "A fire destroyed the old sail loft on Tuesday, the Dorn fire service said.",
        "A fire destroyed the old sail loft on Tuesday, said Odo Bram, who heads the fire service.",
    ),
    "a bank and the lender": (
        "Aldmoor Bank has sold its head office to a hotel, the bank said.",
        "Aldmoor Bank has sold its head office to a hotel, according to the lender.",
    ),
    "prosecutors and their office": (
        "Prosecutors have charged the broker Nils Aar with theft, the Sarn prosecutor's office said.",
        "The Sarn prosecutor's office has charged the broker Nils Aar with theft. Its statement said he had confessed.",
    ),
    "a university by its place and by its registrar": (
        "The University of Sarn has closed the chemistry library, the university said.",
        "Sarn University has closed the chemistry library, the university's registrar Lea Fenn said.",
    ),
    "what a body did, told by itself and in a report that has its word": (
        "The Fenwick bakery has withdrawn 9,000 pies, it said on Monday.",
        "The Fenwick bakery has withdrawn 9,000 pies. A spokesman for the bakery said nobody was ill.",
    ),
}
TWO = {
    "a union beside its firm": (
        "Tarn Cruises has cancelled the summer voyages, the company said on Friday.",
        "Tarn Cruises has cancelled the summer voyages, the Seamen's Union said.",
    ),
    "a director of the past": (
        "The Quay Museum has returned the stolen bell, the museum said.",
        "The Quay Museum has returned the stolen bell, said Ada Lund, the museum's former director.",
    ),
    "a member of the board without a name": (
        "The Harbour Board will dredge the inner basin, the Harbour Board said.",
        "The Harbour Board will dredge the inner basin, a board member who asked not to be named said.",
    ),
    "police and a witness": (
        "Thieves stole 40 bicycles from the station at Dorn on Sunday, police said.",
        "Thieves stole 40 bicycles from the station at Dorn on Sunday, the baker Otto Rahn said.",
    ),
    "police of two towns": (
        "Fog closed the road between Dorn and Ferle on Sunday, Dorn police said.",
        "Fog closed the road between Dorn and Ferle on Sunday, Ferle police said.",
    ),
    "two ministries": (
        "The state will build 12 clinics in the hills, the health ministry said.",
        "The state will build 12 clinics in the hills, the finance ministry said.",
    ),
    "ministers of two ministries": (
        "The state will build 12 clinics in the hills, Health Minister Jora Tann said.",
        "The state will build 12 clinics in the hills, Finance Minister Olaf Rohn said.",
    ),
    "town and county": (
        "A beetle killed 300 elms in the park, the town parks office said.",
        "A beetle killed 300 elms in the park, the county parks office said.",
    ),
    "two authorities": (
        "Engineers closed the Aldmoor bridge on Monday, the Norvale Roads Authority said.",
        "Engineers closed the Aldmoor bridge on Monday, the Norvale Waterways Authority said.",
    ),
    "the company that acts in neither report": (
        "Lightning halted the trams on Tuesday, the company said.",
        "Lightning halted the trams on Tuesday, the tramway's rival Holm Power said.",
    ),
    "a supplier and its customer": (
        "Bergvia delivered faulty cables to the railway in May, a spokesman for Bergvia said.",
        "Bergvia delivered faulty cables to the railway in May, a spokesman for the railway said.",
    ),
    "two companies, each in its report": (
        "Bergvia runs the cable car. Lightning halted the Sarn cable car on Tuesday, its operator Bergvia said.",
        "Holm Power supplies the valley. Lightning halted the Sarn cable car on Tuesday, its supplier Holm Power said.",
    ),
    "spokesmen of two firms": (
        "A crane fell on the Norvale quay on Tuesday, said Emil Voss, a spokesman for Tarn Cruises.",
        "A crane fell on the Norvale quay on Tuesday, said Odo Bram, a spokesman for Holm Power.",
    ),
    "a hospital and a nurse of it": (
        "The Sarn hospital has closed its burns unit, the hospital said.",
        "The Sarn hospital has closed its burns unit, said Lea Fenn, a nurse at the hospital.",
    ),
    "the man himself and his bank": (
        "Nils Aar, finance director of the Holm Bank, resigned on Monday, the bank said.",
        "Nils Aar resigned as finance director of the Holm Bank on Monday, he told the Mail.",
    ),
    "a prime minister and a ministry": (
        "The state will build 12 clinics in the hills, the health ministry said.",
        "The state will build 12 clinics in the hills, Prime Minister Jora Tann said.",
    ),
}


def claims_of_both(ledger_of: Desk, left: str, right: str) -> tuple[Ledger, list[Claim]]:
    """The ledger of two reports, and the claims that both tell."""
    ledger = ledger_of(parse_newsroom(ROOM.format(left=left, right=right)))
    return ledger, [c for c in ledger.story.claims if len({r.document for r in c.reports}) == 2]


@pytest.mark.parametrize("name", ONE)
def test_one_body_is_one_origin(name, ledger_of):
    ledger, claims = claims_of_both(ledger_of, *ONE[name])
    assert claims, "the two reports tell one claim"
    assert {c.origins for c in claims} == {1}, [o.reason for o in ledger.story.origins]


@pytest.mark.parametrize("name", TWO)
def test_two_bodies_are_two_origins(name, ledger_of):
    ledger, claims = claims_of_both(ledger_of, *TWO[name])
    assert claims, "the two reports tell one claim"
    assert {c.origins for c in claims} == {2}, [o.reason for o in ledger.story.origins]


def test_the_reason_says_who_speaks_for_whom(ledger_of):
    ledger, (claim,) = claims_of_both(ledger_of, *ONE["a firm and its spokesman by name"])
    assert claim.root is not None
    assert "lays it to Emil Voss, who speaks for Tarn Cruises" in claim.root.reason
    assert claim.root.party in {p.id for p in ledger.story.parties}


def test_the_reason_says_for_whom_a_word_is_taken(ledger_of):
    _, (claim,) = claims_of_both(ledger_of, *ONE["a bank and the lender"])
    assert claim.root is not None
    assert "lays it to the lender, taken for Aldmoor Bank" in claim.root.reason


def test_a_word_that_may_stand_for_two_bodies_adds_no_origin_and_says_so(ledger_of):
    """Police of two towns and, in a third report, police of nowhere."""
    left, right = TWO["police of two towns"]
    third = """
== Weekly Sound, 2034-05-03 12:00 Z ==
From the hills

Fog closed the road between Dorn and Ferle on Sunday, police said.
"""
    ledger = ledger_of(parse_newsroom(ROOM.format(left=left, right=right) + third))
    (claim,) = [c for c in ledger.story.claims if len({r.document for r in c.reports}) == 3]
    assert claim.origins == 2
    assert any("Weekly Sound: lays it to police, which may be Dorn police" in o.reason for o in ledger.story.origins)


@pytest.mark.parametrize(
    ("phrase", "noun", "body", "owned"),
    [
        ("a police spokeswoman", "spokeswoman", "police", False),
        ("Norport spokesman Timo Aske", "spokesman", "Norport", False),
        ("A spokesman for the bakery", "spokesman", "bakery", False),
        ("its chairman", "chairman", "", True),
        ("the authority's director", "director", "authority's", False),
        ("Interior Minister Teo Sarn", "minister", "Interior ministry", False),
        ("head of sales Jon Quist", "head", "", True),
        ("the head of the service", "head", "service", False),
        ("fire chief Mona Erd of the Ravel fire service", "chief", "Ravel fire service", False),
        ("fire chief Odo Bram", "chief", "fire service", False),
        ("police chief of Dorn", "chief", "police of Dorn", False),
        ("inspector Hanne Dorr", "inspector", "police", False),
        ("its press office", "office", "", True),
    ],
)
def test_an_office_tells_of_which_body(phrase, noun, body, owned):
    assert office_in(phrase) == Office(noun, body, owned)


@pytest.mark.parametrize(
    "phrase",
    [
        "former director Ada Lund",
        "a board member who asked not to be named",
        "Prime Minister Runa Vestal",
        "a nurse at the hospital",
        "the village doctor of Antal",
        "baker Otto Rahn",
        "the then mayor",
    ],
)
def test_who_holds_no_office_speaks_for_himself(phrase):
    assert office_in(phrase) is None
