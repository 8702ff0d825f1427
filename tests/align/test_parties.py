"""One party for all its names, and never one for two."""

import pytest
from tests.newsrooms import newsroom

from rashomon.align.parties import Parties, key_of, same_name, spelt_alike
from rashomon.core import Kind, Mention, Reading, Span


def parties_of(*names, kind=Kind.PERSON):
    """The parties of documents with one name each."""
    return Parties(
        [
            Reading(document=f"d{n}", mentions=(Mention(span=Span(0, len(name)), name=name, kind=kind, form="name"),))
            for n, name in enumerate(names)
        ]
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sergei Bolkan", "Sergey Bolkan"),
        ("Irina Tolvanen", "Irina Tolvannen"),
        ("Prime Minister Edda Orsk", "Edda Orsk"),
        ("Edda Orsk", "Orsk"),
        ("E. Orsk", "Edda Orsk"),
        ("Edda M. Orsk", "Edda Orsk"),
        ("Luis Alberto Orsk Vela", "Luis Alberto Orsk"),
    ],
)
def test_two_names_of_one_person(left, right):
    found = parties_of(left, right)
    assert found.of(left) == found.of(right)
    assert len(found.all) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Marta Orsk", "Edda Orsk"),
        ("Edda Orsk", "Edda Lund"),
        ("M. Orsk", "Edda Orsk"),
        ("Jan Li", "Jan Lu"),
        ("Jan Holm", "Jan Helm"),
        ("Luis Orsk Vela", "Luis Vela Orsk"),
    ],
)
def test_two_persons_of_like_names_stay_apart(left, right):
    found = parties_of(left, right)
    assert found.of(left) != found.of(right)


def test_a_surname_that_two_persons_bear_is_neither():
    found = parties_of("Marta Orsk", "Edda Orsk", "Orsk")
    assert len({found.of("Marta Orsk"), found.of("Edda Orsk"), found.of("Orsk")}) == 3


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("Norholm Zoo", "the Norholm Zoo's director"),
        ("Edda Orsk", "a spokesman for Edda Orsk"),
        ("Edda Orsk", "the former driver of mayor Edda Orsk"),
        ("NPU", "the NPU chief"),
        ("Norholm", "a Norholm senator"),
        ("a judge", "a father"),
        ("the family", "a family spokeswoman"),
        ("Brandal Partners", "partners"),
    ],
)
def test_a_description_is_not_the_party_whose_name_is_in_it(name, description):
    found = parties_of(name, description)
    assert found.of(name) != found.of(description)


@pytest.mark.parametrize("other", ["the pilots' union", "The pilots' union"])
def test_a_description_is_itself_in_other_letters(other):
    found = parties_of("Pilots' union", other, kind=Kind.BODY)
    assert found.of("Pilots' union") == found.of(other)


def test_a_brother_is_not_taken_for_a_middle_initial():
    found = parties_of("Vincent L. Orsk", "Louis Orsk")
    assert found.of("Vincent L. Orsk") != found.of("Louis Orsk")
    assert found.of("Vincent L. Orsk") == parties_of("Vincent L. Orsk", "Vincent Orsk").of("Vincent Orsk")


def test_a_company_of_somebodys_name_is_not_that_person():
    person = Mention(span=Span(0, 9), name="Edda Orsk", kind=Kind.PERSON, form="name")
    company = Mention(span=Span(0, 10), name="Orsk Group", kind=Kind.BODY, form="name")
    found = Parties([Reading(document="a", mentions=(person,)), Reading(document="b", mentions=(company,))])
    assert found.of("Edda Orsk") != found.of("Orsk Group")


def test_a_ship_that_bears_a_persons_name_adds_no_mention_of_the_person():
    person = Mention(span=Span(0, 9), name="Edda Orsk", kind=Kind.PERSON, form="name")
    ship = Mention(span=Span(30, 39), name="Edda Orsk", kind=Kind.THING, form="name")
    (party,) = Parties([Reading(document="a", mentions=(person, ship))]).all
    assert [m.span for m in party.mentions] == [person.span]


def test_a_second_letter_that_differs_is_another_word():
    assert not spelt_alike("torsund", "tarsund")
    assert spelt_alike("sergei", "sergey")


def test_the_fullest_name_is_shown_and_the_others_are_aliases():
    (party,) = parties_of("Orsk", "Edda Orsk", "Orsk").all
    assert party.name == "Edda Orsk"
    assert party.aliases == ("Orsk",)
    assert {c.document for c in party.mentions} == {"d0", "d1", "d2"}


@pytest.mark.parametrize(
    ("short", "long"), [("NRU", "Norholm Rowers Union"), ("BPA", "Board of Port Authorities"), ("N.R.U.", "NRU")]
)
def test_an_acronym_and_its_long_form_are_one_body(short, long):
    found = parties_of(short, long, kind=Kind.BODY)
    assert found.of(short) == found.of(long)


@pytest.mark.parametrize(
    ("left", "right"), [("NRU", "Norholm Pilots Union"), ("Norholm Bank", "Norholm Port"), ("Unit 23", "Unit 24")]
)
def test_two_bodies_stay_apart(left, right):
    found = parties_of(left, right, kind=Kind.BODY)
    assert found.of(left) != found.of(right)


def test_an_acronym_that_two_bodies_could_have_is_neither():
    found = parties_of("Norholm Rowers Union", "National Rail Users", "NRU", kind=Kind.BODY)
    assert len({found.of(n) for n in ("Norholm Rowers Union", "National Rail Users", "NRU")}) == 3


def test_the_order_of_documents_does_not_change_the_parties():
    names = ["Orsk", "Edda Orsk", "Sergei Bolkan", "Sergey Bolkan", "Bolkan"]
    assert {(p.id, p.name, p.aliases) for p in parties_of(*names).all} == {
        (p.id, p.name, p.aliases) for p in parties_of(*reversed(names)).all
    }


def test_a_noun_phrase_is_no_party_with_a_name_of_its_own():
    reading = Reading(
        document="d", mentions=(Mention(span=Span(0, 9), name="the pilots", kind=Kind.PERSON, form="role"),)
    )
    assert Parties([reading]).proper("the pilots") is None


def test_names_are_compared_without_titles_and_company_endings():
    assert key_of("Foreign Minister Edda Orsk", Kind.PERSON) == ("edda", "orsk")
    assert key_of("Holm Shipping Ltd.", Kind.BODY) == ("holm", "shipping")
    assert same_name((), ("orsk",), Kind.PERSON) is False


def test_figures_and_short_words_are_never_spelt_alike():
    assert not spelt_alike("sector7", "sector8")
    assert not spelt_alike("bell", "tell")
    assert spelt_alike("sergei", "sergey")


@newsroom
def test_country_people_capital_and_seat_of_government_are_four_parties(room, ledger_of):
    """The press uses all four for the acts of one government.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Norway closes its ports

    Norway closed its ports on Friday. The Norwegians said that the measure was temporary.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Oslo shuts ports

    Oslo shut the ports on Friday. The Elysee Palace criticised the decision, and France recalled its envoy from Oslo.
    """
    names = {p.name for p in ledger_of(room).story.parties}
    bearers = {n: {p.id for p in ledger_of(room).story.parties if n in (p.name, *p.aliases)} for n in names}
    assert "Oslo" in names
    assert "Norway" in names
    assert bearers["Oslo"].isdisjoint(bearers["Norway"])
    people = [p for p in ledger_of(room).story.parties if p.kind is Kind.PEOPLE]
    assert all("Norway" not in (p.name, *p.aliases) for p in people)


@newsroom
def test_persons_across_outlets(room, ledger_of):
    """Spelt two ways, with a role, by surname alone; and a second person of the same surname.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Bolkan closes the harbour

    Sergei Bolkan, the transport minister, closed the harbour on Friday. "The quay is unsafe," Mr Bolkan said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Minister shuts harbour

    Transport minister Sergey Bolkan shut the harbour on Friday. His sister, Vera Bolkan, owns the largest ferry.
    """
    ledger = ledger_of(room)
    assert ledger.party("Sergei Bolkan").id == ledger.party("Sergey Bolkan").id
    assert ledger.party("Vera Bolkan").id != ledger.party("Sergei Bolkan").id
    assert ledger.utterance("The Harbour Post", "The quay is unsafe").speaker == ledger.party("Sergei Bolkan").id
