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
        ("Natural History Museum", "Dorn Natural History Museum"),
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
        ("Dorn Museum", "Dorn Hospital"),
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
    two = parties_of(("Norvale Roads Authority", "the authority"), ("Dorn Port Authority", "the authority"))
    assert two.of("the authority") not in {two.of("Norvale Roads Authority"), two.of("Dorn Port Authority")}
    unnamed = parties_of(("Norvale Roads Authority",), ("the authority",))
    assert unnamed.of("the authority") != unnamed.of("Norvale Roads Authority")


def test_a_government_stays_that_of_its_country():
    found = parties_of(("Norvian Government", "the government"))
    assert found.of("the government") != found.of("Norvian Government")
