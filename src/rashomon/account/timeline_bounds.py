"""From when to when a time reaches that is told as far as it is known."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

WEEK = re.compile(r"(\d{4})-W(\d\d)")
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?")
MONTH = re.compile(r"(\d{4})-(\d\d)")
YEAR = re.compile(r"(\d{4})")


def bounds(value: str) -> tuple[date, date] | None:
    """The first and last day of a time in ISO 8601 ("2031-05", "2031-W07", "1990/1999"), None for anything else."""
    if "/" in value:
        ends = [bounds(part) for part in value.split("/", 1)]
        return (ends[0][0], ends[1][1]) if ends[0] is not None and ends[1] is not None else None
    try:
        if week := WEEK.fullmatch(value):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return monday, monday + timedelta(days=6)
        if day := DAY.match(value):
            at = date(int(day[1]), int(day[2]), int(day[3]))
            return at, at
        if month := MONTH.fullmatch(value):
            year, number = int(month[1]), int(month[2])
            return date(year, number, 1), date(year, number, monthrange(year, number)[1])
        if known := YEAR.fullmatch(value):
            return date(int(known[1]), 1, 1), date(int(known[1]), 12, 31)
    except ValueError:
        return None
    return None


def go_together(left: str, right: str) -> bool:
    """Whether two times can be the same: the days they reach over meet; one that is not understood speaks for nothing.

    Two clock times of one day are taken to go together: reports round them, and give them in zones of their own.
    """
    one, other = bounds(left), bounds(right)
    return one is None or other is None or max(one[0], other[0]) <= min(one[1], other[1])
