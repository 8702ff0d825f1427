"""When the reports of a story came, as a row of small columns in a line of text."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from markupsafe import Markup

from rashomon.present.report.pictures.svg import element, picture
from rashomon.present.report.told import counted, told_time

COLUMNS = 24
STEP = 5.0
BAR = 4.0
HEIGHT = 22.0
LOWEST = 3.0
"""A column with one report is at least so high, that it can be seen beside one with fifty."""


def sparkline(
    moments: Sequence[datetime], *, since: datetime, until: datetime, days: Collection[datetime] = ()
) -> Markup:
    """How many of the moments fall into each of 24 equal stretches from `since` to `until`.

    Args:
        moments: aware times in any order; those outside the stretch are not drawn, and the words say how many.
        since: where the picture begins.
        until: where it ends; a moment on it is still drawn.
        days: moments that stand for a whole day, of which the time is not known.
    """
    heights = columns(moments, since=since, until=until)
    most = max(heights)
    top = HEIGHT - 1
    bars = [
        element("rect", x=number * STEP, y=top - _high(count, most), width=BAR, height=_high(count, most), rx=0.5)
        for number, count in enumerate(heights)
        if count
    ]
    ground = element("rect", x=0, y=top, width=COLUMNS * STEP - 1, height=1, class_="ground")
    told = in_words(moments, since=since, until=until, days=days)
    return picture(
        element("title", told), ground, *bars, width=COLUMNS * STEP - 1, height=HEIGHT, told=told, class_="sparkline"
    )


def columns(moments: Sequence[datetime], *, since: datetime, until: datetime) -> list[int]:
    """The number of moments in each stretch."""
    found = [0] * COLUMNS
    whole = max(until - since, timedelta(microseconds=1))
    for moment in moments:
        if since <= moment <= until:
            found[min(int((moment - since) / whole * COLUMNS), COLUMNS - 1)] += 1
    return found


def in_words(moments: Sequence[datetime], *, since: datetime, until: datetime, days: Collection[datetime] = ()) -> str:
    """The same, told."""
    inside = sorted(moment for moment in moments if since <= moment <= until)
    outside = len(moments) - len(inside)
    first, last = (told_time(each, day_only=each in days) for each in (inside[0], inside[-1])) if inside else ("", "")
    if not inside:
        told = f"no report from {told_time(since)} to {told_time(until)}"
    elif inside[0] == inside[-1]:
        told = f"{counted(len(inside), 'report')}, {first}"
    else:
        told = f"{counted(len(inside), 'report')} from {first} to {last}"
    return f"{told}; {outside} at other times" if outside else told


def _high(count: int, most: int) -> float:
    return LOWEST + (HEIGHT - 2 - LOWEST) * (count - 1) / max(most - 1, 1) if count < most else HEIGHT - 2
