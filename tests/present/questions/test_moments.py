"""Times as people say them, against a clock that the test holds."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.present.questions.kept import NOW

from rashomon.present.questions.moments import MomentError, since, until


@pytest.mark.parametrize(
    ("said", "begin", "end"),
    [
        ("today", "2031-05-15", "2031-05-16"),
        ("Yesterday", "2031-05-14", "2031-05-15"),
        ("this week", "2031-05-12", "2031-05-19"),
        ("last  week", "2031-05-05", "2031-05-12"),
        ("last-week", "2031-05-05", "2031-05-12"),
        ("this month", "2031-05-01", "2031-06-01"),
        ("last month", "2031-04-01", "2031-05-01"),
        ("this year", "2031-01-01", "2032-01-01"),
        ("last year", "2030-01-01", "2031-01-01"),
        ("7d", "2031-05-08T12:30", "2031-05-08T12:30"),
        ("36 h", "2031-05-14T00:30", "2031-05-14T00:30"),
        ("2w", "2031-05-01T12:30", "2031-05-01T12:30"),
        ("2031-02-28", "2031-02-28", "2031-03-01"),
        ("2031-02-28T13:05", "2031-02-28T13:05", "2031-02-28T13:06"),
    ],
)
def test_what_is_said_is_a_stretch_of_time(said, begin, end):
    assert since(said, NOW) == datetime.fromisoformat(begin).replace(tzinfo=UTC)
    assert until(said, NOW) == datetime.fromisoformat(end).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "said", ["", "soon", "next week", "31 May", "7", "7 days ago", "999999w", "99999w ago", "2031-13-01", "9999-12-31"]
)
def test_what_names_no_time_is_refused_with_the_forms_there_are(said):
    with pytest.raises(MomentError, match="this week"):
        until(said, NOW)


def test_days_are_those_of_the_clock_and_a_zone_that_is_written_stands():
    east = datetime(2031, 5, 16, 1, tzinfo=timezone(timedelta(hours=9)))  # 16:00 on the 15th in UTC
    assert since("today", east) == datetime(2031, 5, 15, 15, tzinfo=UTC)
    assert since("2031-05-15T10:00+02:00", east) == datetime(2031, 5, 15, 8, tzinfo=UTC)


@given(st.integers(946_684_800, 4_102_444_800).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)))
def test_this_and_last_meet_and_hold_the_moment(now):
    for length in ("week", "month", "year"):
        assert since(f"this {length}", now) <= now < until(f"this {length}", now)
        assert until(f"last {length}", now) == since(f"this {length}", now)
