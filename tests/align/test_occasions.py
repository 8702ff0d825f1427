"""Tellings alike in all but their time."""

import pytest

from rashomon.align.occasions import Occasion, apart


def on(value, precision, numbered=None):
    """A time told by a clause."""
    return Occasion(value=value, precision=precision, numbered=numbered)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (on("2031-01", "month"), on("2031-02", "month"), True),
        (on("2031-01", "month"), on("2031-01", "month"), False),
        (on("2030", "year"), on("2031-03-04", "day"), True),
        (on("2031", "year"), on("2031-03-04", "day"), False),
        (on("2031-03-04", "day"), on("2031-03-05", "day"), False),
        (on("2031-03-04", "day"), on("2031-03-11", "day"), True),
        (on(None, "unknown"), on("2031-03-11", "day"), False),
        (on(None, "unknown", "first quarter"), on(None, "unknown", "second quarter"), True),
        (on(None, "unknown", "first quarter"), on(None, "unknown", "second half"), False),
    ],
)
def test_which_times_are_of_two_happenings(left, right, expected):
    assert apart(left, right) is expected
    assert apart(right, left) is expected


def test_two_days_of_which_one_was_reckoned_from_publishing_are_not_apart():
    sunday = Occasion(value="2031-03-09", precision="day", numbered=None, reckoned=True)
    assert not apart(sunday, on("2031-03-16", "day"))
    assert apart(sunday, on("2030", "year"))
