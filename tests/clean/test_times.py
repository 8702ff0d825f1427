"""Publishing times as pages print them."""

import pytest

from rashomon.clean.times import stamp_in


@pytest.mark.parametrize(
    ("line", "when", "clock", "zone"),
    [
        ("Mar 3, 2021 06:17 PM EST", "2021-03-03T23:17", True, True),
        ("Wednesday 3 March 2021 13:31 GMT", "2021-03-03T13:31", True, True),
        ("July 3rd, 2021 at 6:17 p.m. ET", "2021-07-03T22:17", True, True),
        ("January 3, 2021 at 6:17 p.m. ET", "2021-01-03T23:17", True, True),
        ("6:17 PM BST, 3 July 2021", "2021-07-03T17:17", True, True),
        ("Updated: Jul 3, 2021, 09:56 IST", "2021-07-03T04:26", True, True),
        ("2021-07-03 09:53", "2021-07-03T09:53", True, False),
        ("2021-07-03T09:53:11+02:00", "2021-07-03T07:53", True, True),
        ("3 July 2021 UTC+8", "2021-07-03T00:00", False, False),
        ("Published 3 July 2021", "2021-07-03T00:00", False, False),
        ("23/07/2021", "2021-07-23T00:00", False, False),
        ("July 3, 2021, 12:05 am", "2021-07-03T00:05", True, False),
    ],
)
def test_times_are_read_into_utc(line, when, clock, zone):
    stamp = stamp_in(line)
    assert stamp is not None
    assert stamp.when.isoformat()[:16] == when
    assert (stamp.has_clock, stamp.has_zone) == (clock, zone)


@pytest.mark.parametrize(
    "line", ["02/03/2021", "March 2021", "31 February 2021", "Friday", "10:15 GMT", "room 2021-45"]
)
def test_what_is_no_full_day_or_could_be_two_is_none(line):
    assert stamp_in(line) is None
