"""Bodies told by less than their name, and those that only look so."""

from __future__ import annotations

import pytest

from rashomon.align.parties import Parties
from rashomon.core import Kind, Mention, Reading, Span


def parties_of(*reports: tuple[str, ...]) -> Parties:
    """The parties of reports with these names each; one that begins with "the" is a role."""
    return Parties(
        [
            Reading(
                document=f"d{n}",
                mentions=tuple(
                    Mention(
                        span=Span(20 * at, 20 * at + len(name)),
                        name=name,
                        kind=Kind.BODY,
                        form="role" if name.startswith("the ") else "name",
                    )
                    for at, name in enumerate(names)
                ),
            )
            for n, names in enumerate(reports)
        ]
    )


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Roads Authority", "Norvale Roads Authority"),
        ("Harbour Board", "Ostrand Harbour Board"),
        ("Natural History Museum", "Ashby Natural History Museum"),
        ("Boatmen's Union", "Tarn Boatmen's Union"),
    ],
)
def test_a_name_with_words_left_out_is_the_one_that_has_them(short, full):
    found = parties_of((short,), (full,))
    assert found.of(short) == found.of(full)


@pytest.mark.parametrize(
    "names",
    [
        ("Norvale Roads Authority", "Norvale Waterways Authority"),
        ("Town Council", "County Council"),
        ("Ashby Museum", "Ashby Hospital"),
        ("Holm", "Holm Museum"),
    ],
)
def test_bodies_of_other_words_stay_apart(names):
    found = parties_of(*((name,) for name in names))
    assert len({found.of(name) for name in names}) == 2


def test_a_name_that_may_be_two_is_neither():
    found = parties_of(("Roads Authority",), ("Norvale Roads Authority",), ("Ostrand Roads Authority",))
    assert len(found.all) == 3


def test_a_noun_stands_for_the_one_body_that_its_reports_name():
    found = parties_of(("Norvale Roads Authority", "the authority"), ("Roads Authority", "the authority"))
    assert found.of("the authority") == found.of("Norvale Roads Authority")


def test_a_noun_stands_for_none_of_two_nor_for_one_that_its_report_does_not_name():
    two = parties_of(("Norvale Roads Authority", "the authority"), ("Ashby Port Authority", "the authority"))
    assert two.of("the authority") not in {two.of("Norvale Roads Authority"), two.of("Ashby Port Authority")}
    unnamed = parties_of(("Norvale Roads Authority",), ("the authority",))
    assert unnamed.of("the authority") != unnamed.of("Norvale Roads Authority")


def test_a_government_stays_that_of_its_country():
    found = parties_of(("Norvian Government", "the government"))
    assert found.of("the government") != found.of("Norvian Government")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Football Association", "Scottish Football Association"),
        ("Chess Federation", "Norvian Chess Federation"),
        ("Rowing Federation", "Danish Rowing Federation"),
    ],
)
def test_a_country_is_left_out_only_where_the_report_tells_it_or_the_whole_name(short, full):
    apart = parties_of((short,), (full,))
    assert apart.of(short) != apart.of(full)
    told = parties_of((short, full), (full,))
    assert told.of(short) == told.of(full)


def test_a_country_is_left_out_where_the_report_names_that_country():
    found = parties_of(("Football Association", "Scotland"), ("Scottish Football Association",))
    assert found.of("Football Association") == found.of("Scottish Football Association")


def test_the_board_of_a_town_is_told_by_less_only_where_the_report_tells_that_town():
    here = Reading(
        document="a", mentions=(Mention(span=Span(0, 13), name="Harbour Board", kind=Kind.BODY, form="name"),)
    )
    town = Mention(span=Span(30, 37), name="Ostrand", kind=Kind.PLACE, form="name")
    board = Mention(span=Span(0, 21), name="Ostrand Harbour Board", kind=Kind.BODY, form="name")
    there = Reading(document="b", mentions=(board, town))
    apart = Parties([here, there])
    assert apart.of("Harbour Board") != apart.of("Ostrand Harbour Board")
    named = Parties([Reading(document="a", mentions=(*here.mentions, town)), there])
    assert named.of("Harbour Board") == named.of("Ostrand Harbour Board")


@pytest.mark.parametrize("words", ["Parish Trust", "Veterinarian Chamber", "Guardian Society"])
def test_a_word_that_only_ends_like_a_people_is_left_out(words):
    full = f"Lower {words}"
    found = parties_of((words,), (full,))
    assert found.of(words) == found.of(full)
