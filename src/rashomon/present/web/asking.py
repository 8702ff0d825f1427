"""What a form of a page asks, as a question: the fields of an address, empty ones left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

from fastapi import Request

from rashomon.core import Standing, Status
from rashomon.present.questions import Asked, AskedError, MomentError
from rashomon.present.questions.front import DAY, newest_day
from rashomon.present.questions.moments import since as beginning
from rashomon.present.questions.moments import until as end
from rashomon.stores import QueryError, View
from rashomon.stores.query import CODES

FAULTS = (AskedError, QueryError, MomentError)
"""What a question can be refused with; the message says what to do."""
FIELDS = {
    "outlet": "Outlet",
    "party": "Party",
    "status": "Status",
    "standing": "Standing",
    "code": "Kind of event",
    "language": "Language",
}
"""The filters of the front and what they are called."""
CHOICES: Mapping[str, tuple[str, ...]] = {
    "status": tuple(Status),
    "standing": tuple(Standing),
    "code": tuple(sorted(CODES)),
}
"""Filters with declared values."""
LENGTHS = {1: "1 day", 3: "3 days", 7: "A week", 30: "30 days", 0: "All time"}
"""How many days a front is of, up to its last one."""
LONGEST_CHARS = 400
"""No field of a form is longer."""


def field(request: Request, name: str) -> str | None:
    """A field of the address without blanks around it; None where it is empty.

    Raises:
        AskedError: it is far too long.
    """
    value = request.query_params.get(name, "").strip()
    if len(value) > LONGEST_CHARS:
        raise AskedError(f"{name} has {len(value)} characters; no more than {LONGEST_CHARS} can be asked")
    return value or None


def asked(request: Request, fields: Iterable[str]) -> Asked:
    """The question of these fields, `q` being its words.

    Raises:
        AskedError: a field is too long.
    """
    given = {name: value for name in fields if (value := field(request, name)) is not None}
    return Asked(words=field(request, "q") or "", **given)  # type: ignore[arg-type]


def times(request: Request, now: datetime) -> dict[str, datetime]:
    """`since` and `until` as people say them, for a question.

    Raises:
        MomentError: it is no time.
    """
    found = {}
    if (given := field(request, "since")) is not None:
        found["since"] = beginning(given, now)
    if (given := field(request, "until")) is not None:
        found["until"] = end(given, now)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The days that a front is of: `since` to `until`, which begins the day after the last; None for all time."""

    since: datetime | None
    until: datetime | None
    days: int

    @property
    def last(self) -> date | None:
        """The last day."""
        return None if self.until is None else (self.until - DAY).date()

    def moved(self, days: int) -> date | None:
        """The last day of a stretch so many days later."""
        return None if self.last is None else self.last + timedelta(days=days)


def stretch(request: Request, view: View, now: datetime, *, days: int | None = None) -> Stretch:
    """The stretch that `day` (its last one) and `days` name; the newest day with reports where they name none.

    Args:
        request: what is asked.
        view: of the archive.
        now: what time it is.
        days: so many, whatever the address says.

    Raises:
        AskedError: they name no day.
    """
    if days is None:
        days = _days(field(request, "days"))
    if days == 0:
        return Stretch(since=None, until=None, days=0)
    day = field(request, "day")
    if day is None:
        found = newest_day(view, now)
        if found is None:
            return Stretch(since=None, until=None, days=days)
        until = found[1]
    else:
        try:
            until = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC) + DAY
        except (ValueError, OverflowError):
            raise AskedError(f"{day!r} is no day; write one as 2031-05-12") from None
    try:
        return Stretch(since=until - days * DAY, until=until, days=days)
    except OverflowError:
        raise AskedError(f"no {LENGTHS[days]} end with {day!r}: choose a later day") from None


def _days(given: str | None) -> int:
    known = {str(days): days for days in LENGTHS}
    if given is not None and given not in known:
        raise AskedError(f"a front is of {', '.join(map(str, LENGTHS))} days (0 for all time), not {given!r}")
    return known[given or "1"]


def again(request: Request, path: str, /, **changed: object) -> str:
    """The address with the fields as they are but for these; None takes a field away."""
    kept = {name: value for name, value in request.query_params.items() if value and name not in changed}
    new = {name: str(value) for name, value in changed.items() if value is not None}
    return f"{path}?{urlencode(kept | new)}" if kept | new else path
