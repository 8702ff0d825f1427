"""The time between two askings, hours of silence, and the clock."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.archive.watching_ahead import ahead
from rashomon.archive.watching_pace import Clock, Pace, after_silence
from rashomon.archive.watching_state import FeedState, read, written
from rashomon.core import Problem
from rashomon.ingest.connections import Validators

words = st.text(max_size=20)


@given(st.lists(st.booleans(), max_size=60), st.floats(0, 1e9))
def test_the_interval_stays_between_its_bounds(changes, wanted):
    pace, seconds = Pace(), Pace().first_seconds
    for changed in changes:
        seconds = pace.learned(seconds, changed=changed)
        assert pace.least_seconds <= seconds <= pace.most_seconds
    assert pace.learned(seconds, changed=True, wanted=wanted) <= max(pace.most_seconds, 24 * 3600.0)


@pytest.mark.parametrize(
    ("silent", "then"), [(set(), 10), ({10, 11}, 12), (set(range(10, 24)), 0), (set(range(24)), 10)]
)
def test_hours_of_silence_are_waited_for(silent, then):
    assert after_silence(datetime(2021, 9, 6, 10, 20, tzinfo=UTC), frozenset(silent)).hour == then


@given(st.lists(st.floats(-1e6, 1e6), max_size=30))
def test_a_clock_never_goes_back(jumps):
    wall, steady, before = 1.6e9, 0.0, None
    clock = Clock(wall=lambda: wall, steady=lambda: steady)
    for jump in jumps:
        wall, steady = wall + jump, steady + 1.0
        now = clock.now()
        assert before is None or now >= before
        before = now


@given(words, words, st.dictionaries(words, words), st.one_of(st.none(), st.datetimes(timezones=st.just(UTC))))
def test_a_state_is_read_as_it_was_written(etag, title, seen, asked_at):
    state = FeedState(
        address="https://a.example/rss",
        title=title,
        validators=Validators(etag=etag),
        asked_at=asked_at,
        every_seconds=3.5,
        learned_seconds=4.5,
        failures=2,
        seen=seen,
    )
    assert read(state.address, written(state), first_seconds=1.0) == state


@given(st.binary(max_size=60))
def test_any_row_gives_a_state_or_a_problem(row):
    assert isinstance(read("https://a.example/rss", row, first_seconds=1.0), (FeedState, Problem))


def test_calls_are_made_ahead_and_answered_in_order():
    asked = []

    def call(one):
        asked.append(one)
        return one * 2

    assert list(ahead(call, range(50), most=4)) == [(one, one * 2) for one in range(50)]
    assert sorted(asked) == list(range(50))


def test_a_call_that_raises_raises_where_its_answer_would_come():
    def call(one):
        return 1 // one

    answers = ahead(call, [1, 0, 2], most=2)
    assert next(answers) == (1, 1)
    with pytest.raises(ZeroDivisionError):
        next(answers)
