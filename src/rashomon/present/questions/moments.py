"""Times as people say them, against a clock that is passed in; days are those of the clock's own zone.

2031-05-01, 2031-05-01T13:30    a day, a minute (without a zone in that of the clock)
today, yesterday                a day
this week, last month, ...      a week from its Monday, a month, a year
36h, 7d, 2w                     so long ago
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from rashomon.core import RashomonError

FORMS = "2031-05-01, 2031-05-01T13:30, today, yesterday, this week, last month, 36h, 7d or 2w"
AGO = re.compile(r"(\d{1,5})\s*(h|d|w)")
LENGTHS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
RUN = re.compile(r"(this|last)[\s-]+(week|month|year)")
DAY = timedelta(days=1)


class MomentError(RashomonError):
    """A time that cannot be understood."""


def since(text: str, now: datetime) -> datetime:
    """The beginning of what is named.

    Args:
        text: a time as people say it.
        now: what time it is; aware.

    Raises:
        MomentError: it names no time.
    """
    return _stretch(text, now)[0]


def until(text: str, now: datetime) -> datetime:
    """The end of what is named: the first moment that is not of it; of a length of time, that long ago.

    Raises:
        MomentError: it names no time.
    """
    return _stretch(text, now)[1]


def _stretch(text: str, now: datetime) -> tuple[datetime, datetime]:
    said = " ".join(text.split()).casefold()
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    try:
        if said in {"today", "yesterday"}:
            begin = today if said == "today" else today - DAY
            return begin, begin + DAY
        if ago := AGO.fullmatch(said):
            at = now - int(ago[1]) * LENGTHS[ago[2]]
            return at, at
        if run := RUN.fullmatch(said):
            return _run(run[2], today, back=run[1] == "last")
        return _written(text.strip(), now)
    except (ValueError, OverflowError):
        raise MomentError(f"{text!r} is no time; write {FORMS}") from None


def _run(length: str, today: datetime, *, back: bool) -> tuple[datetime, datetime]:
    """This or the last week, month or year."""
    if length == "week":
        begin = today - timedelta(days=today.weekday()) - (timedelta(weeks=1) if back else timedelta())
        return begin, begin + timedelta(weeks=1)
    first = today.replace(day=1) if length == "month" else today.replace(month=1, day=1)
    if back:
        end, before = first, first - DAY
        return (before.replace(day=1) if length == "month" else before.replace(month=1, day=1)), end
    later = first + timedelta(days=32 if length == "month" else 367)
    return first, (later.replace(day=1) if length == "month" else later.replace(month=1, day=1))


def _written(text: str, now: datetime) -> tuple[datetime, datetime]:
    """A day or a minute in ISO 8601.

    Raises:
        ValueError: it is neither.
    """
    begin = datetime.fromisoformat(text)
    begin = begin if begin.tzinfo else begin.replace(tzinfo=now.tzinfo)
    return begin, begin + (DAY if len(text) <= len("2031-05-01") else timedelta(minutes=1))
