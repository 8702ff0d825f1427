"""Bodies of state under several names, and those that only look alike."""

from __future__ import annotations

import pytest
from tests.newsrooms import newsroom

from rashomon.align.bodies import body_key, joined
from rashomon.align.parties import Parties
from rashomon.core import Kind, Mention, Reading, Span

BODY, PERSON, PLACE = Kind.BODY, Kind.PERSON, Kind.PLACE


def parties_of(*names):
    """The parties of reports with one name each, as pairs of name and kind."""
    return Parties(
        [
            Reading(document=f"d{n}", mentions=(Mention(span=Span(0, len(name)), name=name, kind=kind, form="name"),))
            for n, (name, kind) in enumerate(names)
        ]
    )


ONE = [
    ("Norway’s foreign ministry", "Norwegian Foreign Ministry"),
    ("The Norwegian government", "Norway's government"),
    ("Ministry of Defense of Norway", "the Norwegian defence ministry"),
    ("Norwegian Ministry of Foreign Affairs", "Norway’s foreign ministry"),
    ("US Justice Department", "U.S. Department of Justice"),
    ("Danish Harbour Commission", "Harbour Commission"),
    ("the Danish harbour commission", "Harbour Commission"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_a_body_of_state_is_one_by_its_country_and_its_words(left, right):
    found = parties_of((left, BODY), (right, BODY))
    assert found.of(left) == found.of(right)


TWO = [
    ("Norwegian Foreign Ministry", "Danish Foreign Ministry"),
    ("Norway’s foreign ministry", "Norway’s interior ministry"),
    ("Norwegian Foreign Ministry", "Interior Ministry"),
    ("Norwegian Defence Ministry", "Ministry of Defence"),
    ("Lund City Council", "Tarn City Council"),
    ("Norwegian City Council", "Norway’s city council"),
    ("City Council", "Norwegian City Council"),
    ("the government", "Norway’s government"),
    ("Government", "Norwegian Government"),
    ("a Norwegian court", "the Norwegian court"),
    ("Norwegian officials", "Norway’s officials"),
    ("Norwegian company", "Norway’s company"),
    ("Norwegian government", "Norway"),
]


@pytest.mark.parametrize(("left", "right"), TWO)
def test_bodies_of_other_countries_kinds_and_cities_stay_apart(left, right):
    found = parties_of((left, BODY), (right, BODY))
    assert found.of(left) != found.of(right)


def test_a_body_without_a_country_is_neither_of_two():
    names = ["Norwegian Foreign Ministry", "Denmark’s foreign ministry", "Foreign Ministry"]
    found = parties_of(*((n, BODY) for n in names))
    assert len({found.of(n) for n in names}) == 3


LED = [("Orsk Administration", BODY), ("The outgoing Norwegian administration of Edda Orsk", BODY)]


def test_a_government_is_known_by_the_one_person_who_leads_it():
    found = parties_of(*LED, ("Edda Orsk", PERSON))
    assert found.of(LED[0][0]) == found.of(LED[1][0])
    assert found.by_id[found.of(LED[0][0])].name == "Orsk Administration"


@pytest.mark.parametrize("others", [[], ["Edda Orsk", "Ivo Orsk"], ["Ivo Orsk"]])
def test_a_leader_who_is_not_certain_joins_nothing(others):
    found = parties_of(*LED, *((o, PERSON) for o in others))
    assert found.of(LED[0][0]) != found.of(LED[1][0])


def test_governments_of_two_leaders_stay_apart():
    found = parties_of(*LED, ("Bolkan Administration", BODY), ("Edda Orsk", PERSON), ("Ivo Bolkan", PERSON))
    assert found.of("Bolkan Administration") != found.of("Orsk Administration")


@pytest.mark.parametrize(
    ("left", "right"), [("St Orm", "Saint Orm"), ("St. Orm", "Saint Orm"), ("Mt Orm", "Mount Orm")]
)
def test_a_place_is_one_with_its_first_word_shortened(left, right):
    found = parties_of((left, PLACE), (right, PLACE))
    assert found.of(left) == found.of(right)


def test_a_street_is_no_saint():
    found = parties_of(("Orm St", PLACE), ("Orm Saint", PLACE))
    assert found.of("Orm St") != found.of("Orm Saint")


def test_what_is_no_body_of_state_has_no_key():
    assert body_key("Edda Orsk") is None
    assert body_key("") is None
    assert joined([], []) == []


@newsroom
def test_one_ministry_is_one_origin(room, ledger_of):
    """Two outlets name one ministry each in its own way; another country's stays apart.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Norway recalls envoy

    Norway's foreign ministry said on Friday that the envoy would leave Tarn. The visit had ended early.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Envoy called home

    The Norwegian Foreign Ministry said the envoy would leave Tarn. The Danish Foreign Ministry said it was surprised.
    """
    parties = {n: p.id for p in ledger_of(room).story.parties for n in (p.name, *p.aliases)}
    own = {i for n, i in parties.items() if n.startswith("Norw") and "inistry" in n}
    assert len(own) == 1
    assert own.isdisjoint(i for n, i in parties.items() if "Danish" in n)


@newsroom
def test_whoever_is_told_as_anothers_own_is_no_party(room, ledger_of):
    """Somebody told as another's own has a name and an office elsewhere.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk ignores minister

    Mayor Edda Orsk ignored calls from her own transport minister on Friday. Her family said that the port would close.
    """
    names = {p.name.lower() for p in ledger_of(room).story.parties}
    assert not any(n.startswith("her own") for n in names)
    assert {"edda orsk", "her family"} <= names  # what speaks is kept, as its words would have no voice otherwise
