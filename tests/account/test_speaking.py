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
        "Tarn Cruises has cancelled the summer voyages, its chief executive Ada Wenner said.",
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
        "Thieves stole 40 bicycles from the station at Ashby on Sunday, police said.",
        "Thieves stole 40 bicycles from the station at Ashby on Sunday, a police spokeswoman said.",
    ),
    "police of a town and police": (
        "Thieves stole 40 bicycles from the station at Ashby on Sunday, Ashby police said.",
        "Thieves stole 40 bicycles from the station at Ashby on Sunday, police said.",
    ),
    "a ministry and its minister": (
        "The state will build 12 clinics in the hills, the health ministry said.",
        "The state will build 12 clinics in the hills, Health Minister Jora Tann said.",
    ),
    "a ministry of the state that plans": (
        "Vessia will close the strait to Orland, Vessia's foreign ministry said.",
        "Vessia will close the strait to Orland, Foreign Ministry spokesman Ivo Brenn said.",
    ),
    "a ministry that its report has named before": (
        "Orland has seized two trawlers off Vessia, Vessia's foreign ministry said.",
        (
            "Vessia's foreign ministry has called in the envoy. Orland has seized two trawlers off Vessia, the Foreign"
            " Ministry said."
        ),
    ),
    "a ministry of the one state told": (
        "Vessia will close the strait in June, Vessia's foreign ministry said.",
        "Vessia will close the strait in June, the Foreign Ministry said.",
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
        "Lightning halted the Kesk cable car on Tuesday, its operator Bergvia said.",
        "Bergvia runs the cable car. Lightning halted the Kesk cable car on Tuesday, the company said.",
    ),
    "fire chief and fire service": (
        "A fire destroyed the old sail loft on Tuesday, the fire service said.",
        "A fire destroyed the old sail loft on Tuesday, fire chief Odo Rasch said.",
    ),
    "who heads the service": (
        "A fire destroyed the old sail loft on Tuesday, the Ashby fire service said.",
        "A fire destroyed the old sail loft on Tuesday, said Odo Rasch, who heads the fire service.",
    ),
    "a bank and the lender": (
        "Aldmoor Bank has sold its head office to a hotel, the bank said.",
        "Aldmoor Bank has sold its head office to a hotel, according to the lender.",
    ),
    "prosecutors and their office": (
        "Prosecutors have charged the broker Jon Aar with theft, the Kessel prosecutor's office said.",
        "The Kessel prosecutor's office has charged the broker Jon Aar with theft. Its statement said he confessed.",
    ),
    "a university by its place and by its registrar": (
        "The University of Kessel has closed the chemistry library, the university said.",
        "Kessel University has closed the chemistry library, the university's registrar Lea Marr said.",
    ),
    "what a body did, told by itself and in a report that has its word": (
        "The Fenwick bakery has withdrawn 9,000 pies, it said on Monday.",
        "The Fenwick bakery has withdrawn 9,000 pies. A spokesman for the bakery said nobody was ill.",
    ),
    "a minister by the name of the ministry in both reports": (
        "The Norvian Foreign Ministry will sign the river treaty in May, Foreign Minister Ada Brenn said.",
        "The Norvian Foreign Ministry will sign the river treaty in May, Foreign Minister Olaf Rohn said.",
    ),
    "a police spokesman and a police spokeswoman": (
        "Thieves stole 40 bicycles from the station at Ashby on Sunday, police spokesman Ivo Brenn said.",
        "Thieves stole 40 bicycles from the station at Ashby on Sunday, police spokeswoman Ada Rohn said.",
    ),
    "one minister in two reports": (
        "The two states will sign the river treaty in May, Foreign Minister Ada Brenn said.",
        "The two states will sign the river treaty in May, Foreign Minister Ada Brenn said.",
    ),
    "the one firm of its report and its finance director": (
        "The Holm Bank has sold the tram depot, finance director Ada Brenn said.",
        "The Holm Bank has sold the tram depot, the Holm Bank said.",
    ),
    "an association whose country the report names": (
        "Fans came from Scotland. The umpires cancelled the cup final on Sunday, the Football Association said.",
        "The umpires cancelled the cup final on Sunday, the Scottish Football Association said.",
    ),
    "the company beside a firm that comes later": (
        "Halvex opened a mine at Ashby on Monday, the company said. Brost has none.",
        "Halvex opened a mine at Ashby on Monday, Halvex said.",
    ),
}
TWO = {
    "a union beside its firm": (
        "Tarn Cruises has cancelled the summer voyages, the company said on Friday.",
        "Tarn Cruises has cancelled the summer voyages, the Seamen's Union said.",
    ),
    "a director of the past": (
        "The Quay Museum has returned the stolen bell, the museum said.",
        "The Quay Museum has returned the stolen bell, said Ada Wenner, the museum's former director.",
    ),
    "a member of the board without a name": (
        "The Harbour Board will dredge the inner basin, the Harbour Board said.",
        "The Harbour Board will dredge the inner basin, a board member who asked not to be named said.",
    ),
    "police and a witness": (
        "Thieves stole 40 bicycles from the station at Ashby on Sunday, police said.",
        "Thieves stole 40 bicycles from the station at Ashby on Sunday, the baker Otto Rahn said.",
    ),
    "police of two towns": (
        "Fog closed the road between Ashby and Ferle on Sunday, Ashby police said.",
        "Fog closed the road between Ashby and Ferle on Sunday, Ferle police said.",
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
        "Bergvia runs the cable car. Lightning halted the Kesk cable car on Tuesday, its operator Bergvia said.",
        "Holm Power supplies the valley. Lightning halted the Kesk cable car on Tuesday, its supplier Holm Power said.",
    ),
    "spokesmen of two firms": (
        "A crane fell on the Norvale quay on Tuesday, said Emil Voss, a spokesman for Tarn Cruises.",
        "A crane fell on the Norvale quay on Tuesday, said Odo Rasch, a spokesman for Holm Power.",
    ),
    "a hospital and a nurse of it": (
        "The Kessel hospital has closed its burns unit, the hospital said.",
        "The Kessel hospital has closed its burns unit, said Lea Marr, a nurse at the hospital.",
    ),
    "the man himself and his bank": (
        "Jarl Aar, finance director of the Holm Bank, resigned on Monday, the bank said.",
        "Jarl Aar resigned as finance director of the Holm Bank on Monday, he told the Mail.",
    ),
    "a prime minister and a ministry": (
        "The state will build 12 clinics in the hills, the health ministry said.",
        "The state will build 12 clinics in the hills, Prime Minister Jora Tann said.",
    ),
    "foreign ministers of two countries": (
        "The two states will sign the river treaty in May, Foreign Minister Ada Brenn said.",
        "The two states will sign the river treaty in May, Foreign Minister Olaf Rohn said.",
    ),
    "leaders of two parties": (
        "The parliament will vote on the water law on Monday, party leader Ada Brenn said.",
        "The parliament will vote on the water law on Monday, party leader Olaf Rohn said.",
    ),
    "leaders of two unions": (
        "The dockers ended the strike on Monday, union leader Ada Brenn said.",
        "The dockers ended the strike on Monday, union leader Olaf Rohn said.",
    ),
    "police chiefs of two towns": (
        "Fog closed the road to the pass on Sunday, police chief Ada Brenn said.",
        "Fog closed the road to the pass on Sunday, police chief Olaf Rohn said.",
    ),
    "finance directors of firms that nobody names": (
        "A crane fell on the old quay on Tuesday, finance director Ada Brenn said.",
        "A crane fell on the old quay on Tuesday, finance director Olaf Rohn said.",
    ),
    "spokesmen of two foreign ministries": (
        "The two states will sign the river treaty in May, foreign ministry spokesman Ivo Brenn said.",
        "The two states will sign the river treaty in May, foreign ministry spokeswoman Ada Rohn said.",
    ),
    "spokesmen of two states at odds": (
        "Norvia will expel two envoys of Ostrania, Ostrania's foreign ministry said.",
        "Norvia will expel two envoys of Ostrania, Foreign Ministry spokesman Ivo Brenn said.",
    ),
    "a ministry of the state that acts, and its adversary's": (
        "Orland has seized two trawlers off Vessia, Vessia's foreign minister, Ada Rohn, said.",
        "Orland has seized two trawlers off Vessia, the Foreign Ministry said.",
    ),
    "the ministry spokesman of a state that plans": (
        "Norvia will expel four officers of Ostrania, Ostrania's defence ministry said.",
        (
            "Norvia will expel four officers of Ostrania, Defence Ministry spokesman Ivo Brenn said."
            " Brenn, the ministry spokesman, said they had two days."
        ),
    ),
    "the accuser, told as the company": (
        "Brost has gone to court. Halvex stole its designs, the company said.",
        "Brost has gone to court. Halvex stole its designs, Halvex said.",
    ),
    "the accuser's spokesman": (
        "Tellmann has called the police. Orvik Mills bribed the inspector, its spokesman said.",
        "Tellmann has called the police. Orvik Mills bribed the inspector, Orvik Mills said.",
    ),
    "the company of two that a report names": (
        "Brost Shipyard is full. Halvex Shipyard opened a dock on Monday, the company said.",
        "Brost Shipyard is full. Halvex Shipyard opened a dock on Monday, Halvex Shipyard said.",
    ),
    "the wife of a director": (
        "The Holm Bank has closed its branch in Ashby, said Ada Wenner, whose husband is director of the Holm Bank.",
        "The Holm Bank has closed its branch in Ashby, the Holm Bank said.",
    ),
    "a football association and that of a country": (
        "The umpires cancelled the cup final on Sunday, the Football Association said.",
        "The umpires cancelled the cup final on Sunday, the Scottish Football Association said.",
    ),
    "a federation and that of a people": (
        "The umpires cancelled the cup final on Sunday, the Chess Federation said.",
        "The umpires cancelled the cup final on Sunday, the Norvian Chess Federation said.",
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

Fog closed the road between Ashby and Ferle on Sunday, police said.
"""
    ledger = ledger_of(parse_newsroom(ROOM.format(left=left, right=right) + third))
    (claim,) = [c for c in ledger.story.claims if len({r.document for r in c.reports}) == 3]
    assert claim.origins == 2
    assert any("Weekly Sound: lays it to police, which may be Ashby police" in o.reason for o in ledger.story.origins)


@pytest.mark.parametrize(
    ("phrase", "noun", "body", "owned"),
    [
        ("a police spokeswoman", "spokeswoman", "police", False),
        ("Skarvik spokesman Ulf Tarby", "spokesman", "Skarvik", False),
        ("A spokesman for the bakery", "spokesman", "bakery", False),
        ("its chairman", "chairman", "", True),
        ("the authority's director", "director", "authority's", False),
        ("Transport Minister Ida Holl", "minister", "Transport ministry", False),
        ("head of sales Per Torstein", "head", "", True),
        ("the head of the service", "head", "service", False),
        ("fire chief Mona Erd of the Ravel fire service", "chief", "Ravel fire service", False),
        ("fire chief Odo Rasch", "chief", "fire service", False),
        ("police chief of Ashby", "chief", "police of Ashby", False),
        ("inspector Hanne Dorr", "inspector", "police", False),
        ("its press office", "office", "", True),
    ],
)
def test_an_office_tells_of_which_body(phrase, noun, body, owned):
    assert office_in(phrase) == Office(noun, body, owned)


@pytest.mark.parametrize(
    "phrase",
    [
        "former director Ada Wenner",
        "a board member who asked not to be named",
        "Prime Minister Signe Orr",
        "a nurse at the hospital",
        "the island midwife of Skaro",
        "baker Otto Rahn",
        "the then mayor",
    ],
)
def test_who_holds_no_office_speaks_for_himself(phrase):
    assert office_in(phrase) is None


@pytest.mark.parametrize(
    "phrase",
    [
        "campaign manager Olaf Rohn",
        "the husband of the director of the bank",
        "an aide to the finance minister",
        "whose wife is director of the Holm Bank",
        "the sister of director Ada Wenner",
        "team captain Ivo Brenn",
    ],
)
def test_an_office_of_somebody_else_or_of_no_body_says_nothing(phrase):
    assert office_in(phrase) is None


SAYING = """
== Norvale Post, 2034-05-02 10:00 Z ==
Morning news from the coast

{told}
"""


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("Halvex bribed the mayor, they said.", "bribed"),
        ("Halvex bribed the mayor, it said.", "bribed"),
        ("Halvex bought Brost, which had closed its mine, it said.", "closed"),
        ("When Brost closed its mine, Halvex opened another, it said.", "Brost closed"),
    ],
)
def test_a_pronoun_that_says_is_not_the_accused_nor_who_acts_in_a_clause(told, words, ledger_of):
    ledger = ledger_of(parse_newsroom(SAYING.format(told=told)))
    claim = ledger.claim("Norvale Post", words)
    assert claim.root is None or claim.root.party is None


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("The Fenwick bakery has withdrawn 9,000 pies, it said on Monday.", "withdrawn"),
        ("The Fenwick bakery has bought a mill, which had closed its shop, it said on Monday.", "bought"),
    ],
)
def test_a_pronoun_that_says_is_who_acts_in_the_main_clause(told, words, ledger_of):
    ledger = ledger_of(parse_newsroom(SAYING.format(told=told)))
    assert ledger.claim("Norvale Post", words).reports
    assert "what the Fenwick bakery said" in [o.reason for o in ledger.story.origins]
