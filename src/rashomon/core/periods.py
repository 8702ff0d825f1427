"""From when to when a time reaches that is told as far as it is known, and how two such times lie."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from rashomon.core.span import Span

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


def days_between(left: str, right: str) -> int:
    """The days from the end of one time to the beginning of a later one; 0 where they meet or one is unknown."""
    one, other = bounds(left), bounds(right)
    if one is None or other is None:
        return 0
    return max(0, (max(one[0], other[0]) - min(one[1], other[1])).days)


BOUNDING = frozenset({"since", "until", "till", "before", "by", "to"})
"""Words before a time that make it a beginning or an end, and not when it happened: "the lowest since May"."""

MOST_CHARS_BEFORE = 24
"""How far before a time the word stands that tells how the happening lies to it."""


def only_bounds(text: str, span: Span) -> bool:
    """Whether the time at this place of a text only bounds the happening by whose clause it is named."""
    before = text[max(0, span.start - MOST_CHARS_BEFORE) : span.start].lower().split()
    opening = text[span.start : span.end].lower().split()[:1]
    article = before[:-1] if before[-1:] in (["the"], ["late"], ["early"]) else before
    return bool({*article[-1:], *opening} & BOUNDING)
