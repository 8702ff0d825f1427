"""Happenings at their own time, apart from when they were reported."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.newsrooms import newsroom

from rashomon.core import Standing
from rashomon.core.periods import bounds, go_together

POST, MAIL = "The Harbour Post", "Norholm Mail"


@newsroom
def test_happenings_stand_in_order_of_their_own_time(room, ledger_of):
    """The later happening is told first.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk closes quay

    Edda Orsk closed the northern quay on Friday. Pablo Rengo had sold the cranes on Tuesday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay closed

    On Friday Edda Orsk closed the northern quay.
    """
    ledger = ledger_of(room)
    sold, closed = ledger.claim(POST, "had sold"), ledger.claim(POST, "closed the northern")
    assert [(e.claim, e.when, e.precision) for e in ledger.story.timeline] == [
        (sold.id, "2031-04-29", "day"),
        (closed.id, "2031-05-02", "day"),
    ]
    assert {ledger.outlet(c.document) for c in ledger.story.timeline[1].citations} == {POST, MAIL}


@newsroom
def test_a_citation_of_the_timeline_is_the_time_itself(room, ledger_of):
    """Words that name a time.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk closes quay

    Edda Orsk closed the northern quay on Friday.
    """
    ledger = ledger_of(room)
    (entry,) = ledger.story.timeline
    assert [room[POST].words_at(c.span).removeprefix("on ") for c in entry.citations] == ["Friday"]


@newsroom
def test_what_was_only_asked_for_is_no_happening(room, ledger_of):
    """A proposal for Friday has no place in time.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Rengo asks

    Pablo Rengo asked the president to dismiss 20 Norwegian pilots on Monday.
    """
    ledger = ledger_of(room)
    dismissed = ledger.claim(POST, "dismiss 20")
    assert dismissed.id not in {e.claim for e in ledger.story.timeline}


@newsroom
def test_who_was_first_and_a_time_told_otherwise(room, ledger_of):
    """Three reports, one with another day.

    == The Harbour Post, 2031-05-09 14:10 +02:00 ==
    Orsk closes quay

    Edda Orsk closed the northern quay on 2 May 2031.

    == Norholm Mail, 2031-05-09 09:00 +02:00 ==
    Quay closed

    Edda Orsk closed the northern quay on 2 May 2031.

    == Evening Echo, 2031-05-10 09:00 +02:00 ==
    Quay closed for days

    Edda Orsk closed the northern quay on 5 May 2031.
    """
    ledger = ledger_of(room)
    (entry,) = ledger.story.timeline
    assert (entry.when, ledger.outlet(entry.first)) == ("2031-05-02", MAIL)
    assert [(o.when, ledger.outlet(o.citations[0].document)) for o in entry.otherwise] == [
        ("2031-05-05", "Evening Echo")
    ]
    claim = ledger.claim(POST, "closed the northern quay")
    assert (claim.standing, claim.differs) == (Standing.DISPUTED, ("time",))


@newsroom
def test_a_month_and_a_day_of_it_go_together(room, ledger_of):
    """One is only less exact.

    == The Harbour Post, 2031-05-09 14:10 +02:00 ==
    Orsk closes quay

    Edda Orsk closed the northern quay in May 2031.

    == Norholm Mail, 2031-05-09 09:00 +02:00 ==
    Quay closed

    Edda Orsk closed the northern quay on 2 May 2031.
    """
    ledger = ledger_of(room)
    (entry,) = ledger.story.timeline
    assert entry.otherwise == ()
    assert ledger.claim(POST, "closed the northern quay").standing is Standing.AGREED


@newsroom
def test_an_interval_has_its_place(room, ledger_of):
    """A decade, before the year of the report.

    == The Harbour Post, 2031-05-09 14:10 +02:00 ==
    Quays

    The port built the northern quay in the 1990s. Edda Orsk closed it on 2 May 2031.
    """
    whens = [e.when for e in ledger_of(room).story.timeline]
    assert whens == sorted(whens)
    assert "1990/1999" in whens


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2031-W01", "2030-12-30", "2031-01-05"),
        ("2031-05-02T23:00:00+02:00", "2031-05-02", "2031-05-02"),
        ("1990/1999", "1990-01-01", "1999-12-31"),
    ],
)
def test_bounds(value, first, last):
    assert bounds(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["PT72H", "", "soon", "2031-13", "2031-02-30", "2031/soon"])
def test_what_is_no_time_has_no_bounds(value):
    assert bounds(value) is None
    assert go_together(value, "2031-05-02")


@given(st.dates(), st.dates())
def test_two_days_go_together_only_when_they_are_one(left, right):
    assert go_together(left.isoformat(), right.isoformat()) is (left == right)
    assert go_together(left.isoformat()[:7], left.isoformat())


@newsroom
def test_a_time_that_only_bounds_is_no_time_of_the_happening(room, ledger_of):
    """Since when, and until when.

    == The Harbour Post, 2031-05-09 14:10 +02:00 ==
    Prices

    The price of gravel fell to its lowest since 2019. The port closed the quay until 2033.
    """
    assert ledger_of(room).story.timeline == ()
