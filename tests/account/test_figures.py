"""Figures: equal, in parts, within a range, or in conflict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.newsrooms import newsroom

from rashomon.account.figures import compatible, counted_at, line, standing
from rashomon.core import Citation, Figure, FigureValue, Span, Standing
from rashomon.core.alignment import Count
from rashomon.group import find_copies

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


@newsroom
def test_a_toll_that_rises_is_an_update(room, ledger_of):
    """Five at night, seven in the morning.

    == The Harbour Post, 2031-05-02 22:10 +02:00 ==
    Collision

    The collision killed five people on Friday.

    == Norholm Mail, 2031-05-03 09:00 +02:00 ==
    Crash

    The collision killed seven people on Friday.
    """
    ledger = ledger_of(room)
    told = ledger.figures(POST, "five people")
    assert (told.relation, told.standing) == ("update", Standing.AGREED)
    assert ledger.claim(POST, "killed five").standing is Standing.AGREED


@newsroom
def test_a_number_that_somebody_decides_at_once_does_not_rise(room, ledger_of):
    """Who expels two envoys has not expelled three by the evening.

    == The Harbour Post, 2031-05-02 12:10 +02:00 ==
    Envoys out

    Norland expelled two envoys of Halm on Friday.

    == Norholm Mail, 2031-05-02 19:00 +02:00 ==
    Envoys out

    Norland expelled three envoys of Halm on Friday.
    """
    ledger = ledger_of(room)
    told = ledger.figures(POST, "two envoys")
    assert (told.relation, told.standing) == ("conflict", Standing.DISPUTED)
    assert ledger.claim(POST, "expelled two").standing is Standing.DISPUTED


@newsroom
def test_a_toll_that_falls_again_is_in_conflict(room, ledger_of):
    """Seven at night, five in the morning.

    == The Harbour Post, 2031-05-02 22:10 +02:00 ==
    Collision

    The collision killed seven people on Friday.

    == Norholm Mail, 2031-05-03 09:00 +02:00 ==
    Crash

    The collision killed five people on Friday.
    """
    told = ledger_of(room).figures(POST, "seven people")
    assert (told.relation, told.standing) == ("conflict", Standing.DISPUTED)


@newsroom
def test_tolls_told_far_apart_meet(room, ledger_of):
    """One in a headline without a verb, one in the passive; those of an old crash stay apart.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Ferry crash leaves 12 dead

    A ferry struck the northern quay on Friday.

    The weather was calm. The pilot had slept.

    In 2009 a storm killed 30 people.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay hit

    Twelve people were killed when a ferry struck the northern quay.
    """
    ledger = ledger_of(room)
    told = ledger.figures(POST, "12 dead")
    assert {ledger.outlet(c.document) for v in told.values for c in v.reports} == {POST, MAIL}
    assert {v.figure.value for v in told.values} == {12}
    assert {v.figure.value for v in ledger.figures(POST, "30 people").values} == {30}


@newsroom
def test_some_of_the_dead_are_not_the_toll(room, ledger_of):
    """Five of twelve.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Ferry crash leaves 12 dead

    A rabbi said that five of the dead were dockers.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay hit

    Twelve people were killed when a ferry struck the northern quay.
    """
    ledger = ledger_of(room)
    assert {v.figure.value for v in ledger.figures(POST, "12 dead").values} == {12}


@newsroom
def test_two_values_of_one_report_are_two_counts(room, ledger_of):
    """A report does not dispute itself: the second value counts something else.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Norway acts

    Norway dismissed 10 pilots on Friday. It dismissed at least 60 pilots, the union said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Pilots out

    Norway dismissed 10 pilots on Friday.
    """
    told = ledger_of(room).figures(MAIL, "10 pilots")
    assert {v.figure.value for v in told.values} == {10}


@newsroom
def test_an_equal_number_is_that_of_all_the_parts(room, ledger_of):
    """The last telling of the first act gives it in two parts.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    An equal number

    Norway expelled 28 Chilean pilots and engineers on Friday. Norway expelled 22 pilots and six engineers.

    Pablo Rengo asked the president to expel an equal number of Norwegian pilots.
    """
    told = ledger_of(room).figures(POST, "an equal number")
    assert [(v.figure.value, v.figure.bound) for v in told.values] == [(28, "equal")]


@newsroom
def test_the_number_of_a_model_counts_nothing(room, ledger_of):
    """Fourteen pumps of a model with a number.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Pumps

    The port sold 14 MK-12 pumps on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Pumps sold

    The port sold 14 MK-12 pumps on Friday.
    """
    told = [v.figure.value for f in ledger_of(room).story.figures for v in f.values]
    assert 12 not in told


@newsroom
def test_a_verbatim_copy_counts_when_its_original_did(documents):
    """
    == Post, 2031-05-02 09:00 Z; id: post ==
    Ferry strikes quay

    Seven people were hurt when the old ferry struck the north quay of the harbour in thick fog on Friday morning.

    == Mail, 2031-05-02 18:00 Z; id: mail ==
    Ferry strikes quay

    Seven people were hurt when the old ferry struck the north quay of the harbour in thick fog on Friday morning.

    == Echo, 2031-05-02 14:00 Z; id: echo ==
    A long day

    Rain fell.
    """
    copies = find_copies(documents)
    assert [(c.origin, c.copy, c.kind.value) for c in copies] == [("post", "mail", "verbatim")]
    at = {d.id: d.published_at for d in documents}
    assert counted_at(documents, copies) == {"post": at["post"], "mail": at["post"], "echo": at["echo"]}
    assert counted_at(documents, ()) == at
