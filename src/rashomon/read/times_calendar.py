"""From the words of a date to a day of the calendar, seen from the day of publishing.

All functions are pure. `when` is the time of publishing, aware; without it, what depends on it stays None.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo

from rashomon.read.times_tables import CLOCK_UNITS, PER_YEAR, UNIT_SIZES, UNITS, ZONES

LONGEST = 31
"""The days of the longest month."""

LATE_HOUR = 12
"""From this hour of UTC on it is already the next day somewhere."""


def made(year: int, month: int, day: int) -> date | None:
    """A day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_year(month: int, day: int, when: datetime | None) -> date | None:
    """The day of that name nearest to publishing: in January, news means the December just past."""
    if when is None:
        return None
    days = [made(when.year + shift, month, day) for shift in (-1, 0, 1)]
    return min((d for d in days if d), key=lambda d: abs((d - when.date()).days), default=None)


def nearest_month(month: int, when: datetime | None, *, ahead: bool) -> str | None:
    """The month of that name: the latest one begun, or with `ahead` the first that is not over."""
    if when is None:
        return None
    year = when.year
    if ahead and month < when.month:
        year += 1
    if not ahead and month > when.month:
        year -= 1
    told = _year(year)
    return f"{told}-{month:02}" if told is not None else None


def weekday(number: int, when: datetime | None, *, ahead: bool, strictly: bool = False) -> date | None:
    """The weekday (Monday is 0) on or before publishing, or with `ahead` on or after it.

    `strictly` leaves the day of publishing out. Six days back stays unknown where the outlet's own calendar may
    already show that weekday as today: in the evening of UTC east of Greenwich, or where only the date is told.
    """
    if when is None:
        return None
    day = when.date()
    away = (number - day.weekday()) % 7 if ahead else -((day.weekday() - number) % 7)
    if away == 0 and strictly:
        away = 7 if ahead else -7
    elif away == -6 and (when.hour >= LATE_HOUR or when.time() == time()):
        return None
    return _days_from(day, away)


def _days_from(day: date, by: int) -> date | None:
    """The day `by` days away, or None beyond the calendar's years."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None


def _year(number: int) -> str | None:
    """A year in four digits, or None beyond the calendar's years."""
    return f"{number:04}" if MINYEAR <= number <= MAXYEAR else None


def shifted(unit: str, by: int, when: datetime | None) -> str | None:
    """The day, week, month, year or decade that lies `by` units from that of publishing, in ISO 8601.

    None outside the years 1 to 9999, which ISO 8601 cannot tell without agreement.
    """
    if when is None:
        return None
    by *= UNIT_SIZES.get(unit, 1)
    day = when.date()
    if unit == "day":
        there = _days_from(day, by)
        return there.isoformat() if there is not None else None
    if unit in {"week", "fortnight"}:
        there = _days_from(day, 7 * by)
        if there is None:
            return None
        number, week, _ = there.isocalendar()
        return f"{year}-W{week:02}" if (year := _year(number)) is not None else None
    if unit == "month":
        years, month = divmod(day.month - 1 + by, 12)
        return f"{year}-{month + 1:02}" if (year := _year(day.year + years)) is not None else None
    return _year(day.year + by) if unit in {"year", "decade", "century"} else None


def decade(first: int) -> str | None:
    """The ten years that begin with `first`, as an interval; None beyond the calendar's years."""
    begin, end = _year(first), _year(first + 9)
    return f"{begin}/{end}" if begin is not None and end is not None else None


def duration(unit: str, number: float | None) -> str | None:
    """An ISO 8601 duration ("PT72H", "P2W"); halves become the next smaller unit where that is whole.

    None for one that is longer than the calendar's years.
    """
    if number is None:
        return None
    number *= UNIT_SIZES.get(unit, 1)
    if number > MAXYEAR * PER_YEAR.get(unit, 1):
        return None
    letter = UNITS[unit]
    smaller = {"hour": ("M", 60), "minute": ("S", 60), "year": ("M", 12)}.get(unit)
    if number != int(number) and smaller and (number * smaller[1]) == int(number * smaller[1]):
        letter, number = smaller[0], number * smaller[1]
    return f"P{'T' if unit in CLOCK_UNITS else ''}{_decimal(number)}{letter}"


def _decimal(number: float) -> str:
    """A number in digits, never with an exponent, which ISO 8601 does not have."""
    return str(int(number)) if number == int(number) else f"{number:.6f}".rstrip("0")


def zone(name: str | None) -> tzinfo | None:
    """The offset that a zone's name stands for; None for a name that is unknown or stands for several."""
    if not name:
        return None
    found = ZONES.get(" ".join(name.upper().split()))
    if found is None:
        return None
    if isinstance(found, int):
        return timezone(timedelta(minutes=found))
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(found)
    except ZoneInfoNotFoundError:
        return None


def clock(day: str | None, hour: int, minute: int, zone_name: str | None) -> str | None:
    """A day and a time of day as ISO 8601: in UTC where the zone is known, without offset where it is not."""
    if day is None or len(day) != len("2000-01-01"):
        return None
    try:
        known = date.fromisoformat(day)
        local = datetime(known.year, known.month, known.day, hour, minute, tzinfo=zone(zone_name))
    except ValueError:
        return None
    return utc(local) if local.tzinfo else local.isoformat()


def utc(aware: datetime) -> str | None:
    """An aware time in UTC, as ISO 8601; None where the calendar begins or ends before UTC has that hour."""
    try:
        return aware.astimezone(UTC).isoformat()
    except OverflowError:
        return None
