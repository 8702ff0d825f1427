"""Figures: equal, in parts, within a range, or in conflict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.newsrooms import newsroom

from rashomon.account.figures import compatible, line, standing
from rashomon.core import Citation, Figure, FigureValue, Span, Standing
from rashomon.core.alignment import Count

POST, MAIL, ECHO = "The Harbour Post", "Norholm Mail", "Evening Echo"


def figure(value, bound="exact", high=None, at=0):
    """A figure of people."""
    return Figure(span=Span(at, at + 2), value=value, bound=bound, high=high, counts="people", head="person")


@pytest.mark.parametrize(
    ("left", "right", "both"),
    [
        (figure(14), figure(14), True),
        (figure(14), figure(17), False),
        (figure(10, "at least"), figure(12), True),
        (figure(13, "at least"), figure(12), False),
        (figure(12, "at most"), figure(12), True),
        (figure(10, "at most"), figure(12), False),
        (figure(None, "vague"), figure(30), True),
        (figure(None, "vague"), figure(3), False),
        (figure(40, "about"), figure(41), True),
        (figure(40, "about"), figure(60), False),
        (figure(10, "range", 20), figure(15), True),
        (figure(10, "range", 20), figure(25), False),
        (figure(None, "equal"), figure(35), True),
    ],
)
def test_compatible(left, right, both):
    assert compatible(left, right) is both
    assert compatible(right, left) is both


VALUES = st.builds(
    figure, st.one_of(st.none(), st.floats(0, 1000)), st.sampled_from(["exact", "about", "at least", "at most"])
)


@given(VALUES, VALUES)
def test_compatible_is_symmetric_and_reflexive(left, right):
    assert compatible(left, left)
    assert compatible(left, right) is compatible(right, left)


def test_parts_that_add_up_to_a_whole_told_elsewhere_are_its_sum():
    parts = (figure(31, at=10), figure(4, at=30))
    count = Count(
        counts="people", proposition=None, figures=(("a", figure(35), ()), ("b", parts[0], parts), ("b", parts[1], ()))
    )
    made = line(count, None)
    whole = next(v for v in made.values if v.figure.value == 35)
    assert whole.sum_of == (31, 4)
    assert {c.document for c in whole.reports} == {"a", "b"}
    assert made.standing is Standing.AGREED


def test_parts_that_do_not_add_up_are_no_sum():
    parts = (figure(31, at=10), figure(5, at=30))
    count = Count(counts="people", proposition=None, figures=(("a", figure(35), ()), ("b", parts[0], parts)))
    assert all(v.sum_of is None for v in line(count, None).values)


def test_one_document_with_two_values_is_no_dispute():
    values = [
        FigureValue(figure=figure(v), sum_of=None, reports=(Citation(document="a", span=Span(0, 2)),)) for v in (3, 9)
    ]
    assert standing(values) is Standing.SINGLE


@newsroom
def test_fourteen_against_seventeen_is_a_dispute(room, ledger_of):
    """Two counts of the injured.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Collision

    The collision injured 14 people on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Crash

    The collision injured 17 people on Friday.
    """
    told = ledger_of(room).figures(POST, "14 people")
    assert told.standing is Standing.DISPUTED
    assert sorted(v.figure.value for v in told.values) == [14, 17]


@newsroom
def test_thirty_one_and_four_are_thirty_five(room, ledger_of):
    """One outlet gives the parts.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Chile sends Norwegians home

    Chile expelled 35 Norwegian diplomats on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Norwegians must go

    Chile expelled 31 Norwegian diplomats of the embassy and four Norwegian diplomats of the consulate on Friday.
    """
    told = ledger_of(room).figures(POST, "35 Norwegian diplomats")
    whole = next(v for v in told.values if v.figure.value == 35)
    assert whole.sum_of == (31, 4)
    assert told.standing is Standing.AGREED


@newsroom
def test_at_least_ten_stands_beside_twelve(room, ledger_of):
    """No dispute where both can be right.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Pilots

    Norway dismissed at least 10 Chilean pilots on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Pilots out

    Norway dismissed 12 Chilean pilots on Friday.
    """
    ledger = ledger_of(room)
    told = ledger.figures(MAIL, "12 Chilean pilots")
    assert {(v.figure.value, v.figure.bound) for v in told.values} == {(10, "at least"), (12, "exact")}
    assert told.standing is Standing.AGREED
    assert ledger.claim(MAIL, "dismissed 12").standing is Standing.AGREED


@newsroom
def test_dozens_stand_beside_thirty(room, ledger_of):
    """A vague figure and an exact one.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Pilots

    Norway dismissed dozens of Chilean pilots on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Pilots out

    Norway dismissed 30 Chilean pilots on Friday.
    """
    ledger = ledger_of(room)
    assert ledger.together((POST, "dismissed dozens"), (MAIL, "dismissed 30"))
    assert ledger.figures(MAIL, "30 Chilean").standing is Standing.AGREED


@newsroom
def test_ten_of_one_country_and_ten_of_another_are_two_lines(room, ledger_of):
    """Counted things of two sides.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Pilots

    Norway dismissed 10 Chilean pilots. Chile dismissed 40 Norwegian pilots.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Pilots out

    Norway dismissed 10 Chilean pilots. Chile dismissed 40 Norwegian pilots.
    """
    ledger = ledger_of(room)
    assert ledger.figures(POST, "10 Chilean") is not ledger.figures(POST, "40 Norwegian")
    assert ledger.figures(POST, "10 Chilean").standing is Standing.AGREED
