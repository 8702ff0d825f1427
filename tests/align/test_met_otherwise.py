"""Deeds told in other words, of a name in apposition, or with another number."""

from __future__ import annotations

import pytest

import rashomon


def standings(left, right):
    """How each claim stands that both of two reports tell, with what they differ on."""
    rows = [
        {"id": i, "outlet": i, "published_at": "2034-05-05T10:00:00+00:00", "headline": "", "text": text}
        for i, text in (("a", left), ("b", right))
    ]
    return [
        (c.standing.value, c.differs)
        for s in rashomon.account(rows).stories
        for c in s.claims
        if len({r.document for r in c.reports}) > 1
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The trawler Ada ran aground on rocks near Marn on Monday.", "The Ada stranded on a reef off Marn on Monday."),
        ("Otto Gram was arrested in his office in May.", "Otto Gram was seized at his office in May."),
        ("The gale tore the roof off the school in Marn.", "The wind ripped the roof off the Marn school."),
        ("Flames destroyed fourteen houses in Marn on Monday.", "Fourteen homes in Marn were lost in the fire."),
        ("The container ship Ada lost 80 containers off Marn.", "The Ada dropped 80 containers off Marn."),
        ("The board fired its director, Otto Gram, on Monday.", "Director Otto Gram was dismissed on Monday."),
        (
            "The director of Vell airport, Otto Gram, was dismissed on Monday.",
            "Otto Gram was sacked as head of Vell airport on Monday.",
        ),
        (
            "Police arrested the club's treasurer, Bo Lind, in Oss on Monday.",
            "Bo Lind was detained by police in Oss on Monday.",
        ),
    ],
)
def test_one_deed_in_other_words_is_agreed(left, right):
    assert standings(left, right) == [("agreed", ())]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The trawler Ada ran aground on rocks near Marn on Monday.", "The Ada sailed from Marn on Monday."),
        ("The Ada sank off Marn on Monday.", "The Ada went down in price at Marn on Monday."),
        ("The Ada was stranded off Marn on Monday.", "The Bo ran aground off Marn on Monday."),
        ("Otto Gram was arrested in his office in May.", "Otto Gram's car was seized at his office in May."),
        ("The team lost 14 games in Marn on Monday.", "The storm destroyed 14 games in Marn on Monday."),
        (
            "The board fired its director, Otto Gram, on Monday.",
            "The court dismissed the suit of Otto Gram on Monday.",
        ),
        (
            "Police arrested the treasurer, Bo Lind said, in Oss on Monday.",
            "Bo Lind was detained by police in Oss on Monday.",
        ),
    ],
)
def test_deeds_of_others_or_of_another_kind_stay_apart(left, right):
    assert standings(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Brandal Copper will cut 400 jobs at its Kestmoor pit by June, the company said.",
            "Brandal Copper is going to eliminate 650 jobs at Kestmoor, the union said.",
        ),
        (
            "The pack has killed 31 sheep near Oss since June, the shepherds said.",
            "Only 12 sheep have been killed by the pack near Oss since June, the vet said.",
        ),
        (
            "The court jailed 12 rioters in Oss on Monday, a clerk said.",
            "The court jailed four rioters in Oss on Monday, their lawyer said.",
        ),
    ],
)
def test_two_numbers_of_one_deed_are_in_dispute(left, right):
    assert standings(left, right) == [("disputed", ("figure",))]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Brandal Copper will cut 400 jobs at its Kestmoor pit by June, the company said.",
            "Velt Copper is going to eliminate 650 jobs at Kestmoor, the union said.",
        ),
        (
            "The pack has killed 31 sheep near Oss since June, the shepherds said.",
            "The pack killed 12 sheep near Vell in May, the vet said.",
        ),
        ("The court jailed 12 rioters in Oss on Monday.", "The court jailed four rioters in Oss on Friday."),
        (
            "The pack has killed 31 sheep near Oss since June, the shepherds said.",
            "The pack has killed 12 more sheep near Oss since June, the vet said.",
        ),
    ],
)
def test_two_numbers_of_two_deeds_are_not(left, right):
    assert standings(left, right) == []
