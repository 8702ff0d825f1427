"""Publishing times as they stand on pages: `Dec 30, 2016 06:17 PM EST`, `Friday 30 December 2016 13:31 GMT`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from rashomon.core.calendar import MONTHS

# hours from UTC; abbreviations that stand for two zones far apart in the press (CST, IST in Ireland) take the
# reading of the paper that prints them without more: India for IST, America for CST
ZONES = {
    "utc": 0,
    "gmt": 0,
    "z": 0,
    "wet": 0,
    "bst": 1,
    "cet": 1,
    "west": 1,
    "wat": 1,
    "cest": 2,
    "eet": 2,
    "sast": 2,
    "cat": 2,
    "eest": 3,
    "msk": 3,
    "eat": 3,
    "ist": 5.5,
    "pkt": 5,
    "npt": 5.75,
    "ict": 7,
    "wib": 7,
    "hkt": 8,
    "sgt": 8,
    "myt": 8,
    "pht": 8,
    "awst": 8,
    "jst": 9,
    "kst": 9,
    "aest": 10,
    "aedt": 11,
    "nzst": 12,
    "nzdt": 13,
    "ast": -4,
    "adt": -3,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}
AMERICAN = {"et": -5, "ct": -6, "mt": -7, "pt": -8}
"""Zones whose summer time must be worked out from the date."""

_MONTH = (
    r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DATE = (
    rf"{_WEEKDAY}(?:{_MONTH.format(1)}\s+{_DAY.format(1)},?\s+{_YEAR.format(1)}"
    rf"|{_DAY.format(2)}\.?(?:\s+of)?[\s-]+{_MONTH.format(2)},?[\s-]+{_YEAR.format(2)}"
    rf"|{_YEAR.format(3)}[-/.](?P<month3>[01]?\d)[-/.]{_DAY.format(3)}"
    rf"|(?P<a>[0-3]?\d)[/.](?P<b>[0-3]?\d)[/.]{_YEAR.format(4)})"
)
_CLOCK = (
    r"(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d(?:\.\d+)?)?\s*(?P<half>[ap]\.?\s?m\.?)?(?:\s*hours?|\s*hrs)?"
    r"\s*\(?(?P<zone>utc\s*[+-]\s*\d{1,2}(?::?\d\d)?|gmt\s*[+-]\s*\d{1,2}(?::?\d\d)?|[+-]\d\d:?\d\d|[a-z]{1,4}\b)?\)?"
)
_WHEN = re.compile(rf"{_DATE}(?:(?:\s*(?:,|at|\||-|–|—|·|•|T)\s*|\s+){_CLOCK}(?![\d/]))?", re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
"""What every date that is read has; looked for first, since most lines have none."""
_CLOCK_FIRST = re.compile(rf"{_CLOCK}\s*(?:,|on|\||-|–|—|·|•)?\s*(?={_DATE})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A time found in a line: its place, the time in UTC, and what of it was not told."""

    start: int
    end: int
    when: datetime
    has_clock: bool
    has_zone: bool


def stamp_in(line: str) -> Stamp | None:
    """The first full date of a line with the clock time beside it; None where it has none or it is ambiguous.

    `02/03/2016` could be either day and is not read.
    """
    found = _WHEN.search(line) if _ANY_YEAR.search(line) is not None else None
    if found is None:
        return None
    day = _day(found)
    if day is None:
        return None
    clock: re.Match[str] | None = found if found["hour"] and _is_clock(found) else None
    start, end = found.start(), found.end()
    if clock is None:
        end = next(found.end(g) for g in ("year1", "year2", "day3", "year4") if found[g])
        for before in _CLOCK_FIRST.finditer(line[: found.end()]):
            if before.end() == start and _is_clock(before):
                clock, start = before, before.start()
                break
    if clock is None:
        return Stamp(start=start, end=end, when=day.replace(tzinfo=UTC), has_clock=False, has_zone=False)
    shift = _shift(clock["zone"], day)
    if clock["zone"] and shift is None and clock is found:
        end = found.start("zone")
    moment = day.replace(hour=_hour(clock), minute=int(clock["minute"] or 0)) - timedelta(hours=shift or 0)
    return Stamp(start=start, end=end, when=moment.replace(tzinfo=UTC), has_clock=True, has_zone=shift is not None)


def _day(found: re.Match[str]) -> datetime | None:
    for n in ("1", "2", "3"):
        if found[f"year{n}"]:
            name = found[f"month{n}"]
            month = int(name) if name.isdigit() else MONTHS[name[:3].lower()]
            return _date(int(found[f"year{n}"]), month, int(found[f"day{n}"]))
    a, b = int(found["a"]), int(found["b"])
    if a > 12 >= b:
        return _date(int(found["year4"]), b, a)
    if b > 12 >= a or a == b:
        return _date(int(found["year4"]), a, b)
    return None


def _date(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day)  # noqa: DTZ001 - the zone comes with the clock
    except ValueError:
        return None


def _is_clock(found: re.Match[str]) -> bool:
    """An hour alone ("30 December 2016 13") is no time; it needs minutes or a.m./p.m."""
    return bool(found["minute"] or found["half"]) and _hour(found) < 24


def _hour(found: re.Match[str]) -> int:
    hour = int(found["hour"])
    half = (found["half"] or "").lower()[:1]
    if half == "p" and hour < 12:
        return hour + 12
    return 0 if half == "a" and hour == 12 else hour


def _shift(zone: str | None, day: datetime) -> float | None:
    if not zone:
        return None
    name = zone.lower().replace(" ", "")
    if name in ZONES:
        return float(ZONES[name])
    if name in AMERICAN:
        return float(AMERICAN[name] + _american_summer(day))
    found = re.fullmatch(r"(?:utc|gmt)?([+-])(\d{1,2}):?(\d\d)?", name)
    if found is None:
        return None
    hours = int(found[2]) + int(found[3] or 0) / 60
    return hours if found[1] == "+" else -hours


def _american_summer(day: datetime) -> int:
    """1 from the second Sunday of March to the first of November (Energy Policy Act of 2005)."""

    def sunday(month: int, number: int) -> datetime:
        first = datetime(day.year, month, 1)  # noqa: DTZ001 - a civil day
        return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (number - 1))

    return 1 if sunday(3, 2) <= day < sunday(11, 1) else 0
