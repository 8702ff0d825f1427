"""What the words of a time are worth: one function for each kind of pattern in `times_patterns`.

Each takes the match and from where the text is read, and gives the value in ISO 8601 with its precision, or None
where the words are no time after all.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from rashomon.core.calendar import MONTHS
from rashomon.read import times_calendar as cal
from rashomon.read.figures_numbers import number_of
from rashomon.read.times_tables import DAYS_FROM_PUBLISHING, NAMED_DAYS, NOT_DAYS, ORDINALS, WEEKDAYS

Value = tuple[str | None, str]
_ONE_DAY = re.compile(r"one day", re.IGNORECASE)
_LASTING = re.compile(r"\b(?:for|in|within|after|over|just|only|last(?:ed|s)|least|than|tak(?:e|es)|took|a|the)\s+$")
_ANY_SUCH = re.compile(
    r"\b(?:(?:every|each|any|most)\s+(?:other\s+|single\s+|second\s+)?"
    r"|an?\s+(?:dark|cold|hot|rainy|sunny|quiet|busy|recent|typical|gr[ae]y|wet|warm|snowy|lazy)\s+)$",
    re.IGNORECASE,
)
"""Before a weekday: "a dark Sunday", "every Friday" are no day of the calendar; "a Friday speech" is one."""

_LOOSELY = re.compile(r"(?:\b(?:or|to)\s+|(?<=\w)[-–])$")
_NAME_BEHIND = re.compile(rf"\s+(?!(?:{'|'.join(m.capitalize() for m in MONTHS)})\b)[A-Z][a-z]")


@dataclass(frozen=True, slots=True)
class Sight:
    """From where a text is read: its time of publishing, and whether the clause at an offset looks ahead."""

    when: dt.datetime | None
    ahead: Callable[[int], bool]
    quoted: Callable[[int], bool]
    """Whether a place stands between quotation marks, where "today" may be another day."""


def iso(m: re.Match[str], _: Sight) -> Value | None:
    """A date, or a date with its time of day, as computers write it."""
    day = cal.made(int(m[1]), int(m[2]), int(m[3]))
    if day is None:
        return None
    if not m[4]:
        return day.isoformat(), "day"
    if m[6]:
        offset = "+00:00" if m[6] == "Z" else f"{m[6][:3]}:{m[6][-2:]}"
        try:
            aware = dt.datetime.fromisoformat(f"{day.isoformat()}T{m[4]}:{m[5]}:00{offset}")
        except ValueError:
            return None
        return cal.utc(aware), "minute"
    return cal.clock(day.isoformat(), int(m[4]), int(m[5]), None), "minute"


def _month_of(word: str) -> int:
    return MONTHS[word.rstrip(".").lower()]


def _year_beside(m: re.Match[str], sight: Sight) -> int | None:
    """The year of "1 April last year"."""
    beside = m.groupdict().get("beside")
    return sight.when.year + {"last": -1, "this": 0, "next": 1}[beside] if beside and sight.when else None


def date(m: re.Match[str], sight: Sight) -> Value | None:
    """A day of a month, with its year or in the year that brings it nearest to publishing."""
    month, number = _month_of(m["month"]), int(m["day"])
    year = int(m["year"]) if m["year"] else _year_beside(m, sight)
    day = cal.made(year, month, number) if year else cal.nearest_year(month, number, sight.when)
    if day is None and (year or not 1 <= number <= 31):
        return None
    return (day.isoformat() if day else None), "day"


def days(m: re.Match[str], sight: Sight) -> Value | None:
    """A run of days of one month ("2-5 September"), as an interval."""
    month, first, last = _month_of(m["month"]), int(m["day"]), int(m["last"])
    if not first < last or last > cal.LONGEST:
        return None
    begin = cal.made(int(m["year"]), month, first) if m["year"] else cal.nearest_year(month, first, sight.when)
    end = cal.made(begin.year, month, last) if begin else None
    return (f"{begin}/{end}" if begin and end else None), "day"


def numeric(m: re.Match[str], sight: Sight) -> Value | None:
    """A date in figures: which is the day is known where one number is above twelve, or points part them."""
    first, second, year = int(m[1]), int(m[3]), int(m[4])
    if len(m[4]) == len("16"):
        if sight.when is None:
            return None, "day"
        year += sight.when.year // 100 * 100
    orders = [(second, first)] if m[2] == "." else [(first, second), (second, first)]
    days = {d for month, day in orders if (d := cal.made(year, month, day))}
    if not days:
        return None
    return (days.pop().isoformat() if len(days) == 1 else None), "day"


def month_year(m: re.Match[str], _: Sight) -> Value:
    """A month of a year."""
    return f"{m['year']}-{_month_of(m['month']):02}", "month"


def month(m: re.Match[str], sight: Sight) -> Value | None:
    """A month without a year: the latest one begun, or the next where the clause looks ahead."""
    month, cue = _month_of(m["month"]), m["cue"].lower()
    if year := _year_beside(m, sight):
        return f"{year}-{month:02}", "month"
    if m["month"] == "May" and cue in {"by", "from", "of", "to", "and", "for", "before", "after"}:
        return None
    if sight.when and cue in {"last", "this past"} and month == sight.when.month:
        return f"{sight.when.year - 1}-{month:02}", "month"
    ahead = cue in {"next", "this coming"} or (cue not in {"last", "since"} and sight.ahead(m.start("month")))
    return cal.nearest_month(month, sight.when, ahead=ahead), "month"


def weekday(m: re.Match[str], sight: Sight) -> Value | None:
    """A day of the week, before publishing unless its words or its clause look ahead."""
    before = m.string[: m.start("weekday")].split()
    if before and before[-1] in NOT_DAYS:
        return None
    which = (m["which"] or "").lower()
    if before and before[-1].lower() == "the" and _NAME_BEHIND.match(m.string, m.end("weekday")):
        return None  # "The Friday Gazette"
    if _ANY_SUCH.search(m.string, 0, m.start("weekday")):
        return None, "day"
    number = WEEKDAYS[m["weekday"].lower()]
    if m["week"]:
        return _weekday_of_week(number, m["week"].lower(), sight.when), "day"
    if "last" in which or "past" in which:
        day = cal.weekday(number, sight.when, ahead=False, strictly=True)
    elif "next" in which or "coming" in which:
        day = cal.weekday(number, sight.when, ahead=True, strictly=True)
    else:
        day = cal.weekday(number, sight.when, ahead=sight.ahead(m.start("weekday")))
    return (day.isoformat() if day else None), "day"


def _weekday_of_week(number: int, which: str, when: dt.datetime | None) -> str | None:
    if when is None:
        return None
    year, week, _ = when.isocalendar()
    day = dt.date.fromisocalendar(year, week, number + 1)
    return dt.date.fromordinal(day.toordinal() + {"last": -7, "this": 0, "next": 7}[which]).isoformat()


def from_publishing(m: re.Match[str], sight: Sight) -> Value:
    """Days counted from that of publishing."""
    if sight.quoted(m.start("word")):
        return None, "day"
    return cal.shifted("day", DAYS_FROM_PUBLISHING[m["word"].lower()], sight.when), "day"


def neighbour(m: re.Match[str], sight: Sight) -> Value:
    """The unit before, at or after publishing ("last week", "this month", "next year")."""
    unit = m["unit"].lower()
    by = {"last": -1, "this": 0, "next": 1}[m["which"].lower()]
    if unit == "decade":
        return cal.decade(sight.when.year // 10 * 10 + 10 * by) if sight.when else None, unit
    return cal.shifted(unit, by, sight.when), "week" if unit == "fortnight" else unit


def edge(m: re.Match[str], sight: Sight) -> Value:
    """The end of a unit ("the end of the year"): this one where the clause looks ahead, else any."""
    unit, which = m["unit"].lower(), m["which"].lower()
    if which == "the" and not sight.ahead(m.start("unit")):
        return None, unit
    return cal.shifted(unit, {"last": -1, "next": 1}.get(which, 0), sight.when), unit


def hence(m: re.Match[str], sight: Sight) -> Value | None:
    """Counted ahead: "in two weeks' time", and "In two weeks" heading a clause that looks ahead; else a duration."""
    number = _count(m["number"])
    if not m["time"] and not (m["first"] == "In" and sight.ahead(m.start("unit"))):
        return None
    whole = number is not None and number == int(number)
    return cal.shifted(m["unit"], int(number), sight.when) if number is not None and whole else None, m["unit"]


def ago(m: re.Match[str], sight: Sight) -> Value:
    """Counted back ("three weeks ago"); what is told loosely or from another time has no value."""
    unit, number = _unit(m["unit"]), _count(m["number"])
    precision = {"second": "minute", "fortnight": "week", "decade": "year", "century": "year"}.get(unit, unit)
    if (
        m["way"].lower() != "ago"
        or number is None
        or number != int(number)
        or m["loose"]
        or _LOOSELY.search(m.string, 0, m.start())
    ):
        return None, precision
    return cal.shifted(unit, -int(number), sight.when), precision


def duration(m: re.Match[str], _: Sight) -> Value | None:
    """A length of time ("72 hours")."""
    unit = _unit(m["unit"])
    if _ONE_DAY.fullmatch(m["number"] + " " + unit) and not _LASTING.search(m.string, 0, m.start("number")):
        return None
    number = _count(m["number"])
    if number is not None and m.groupdict().get("half"):
        number += 0.5
    return cal.duration(unit, number), "duration"


def half(m: re.Match[str], _: Sight) -> Value:
    """Half a unit ("half an hour")."""
    return cal.duration(_unit(m["unit"]), 0.5), "duration"


def _unit(word: str) -> str:
    word = word.lower()
    return "century" if word.startswith("centur") else word.removesuffix("s")


def _count(word: str) -> float | None:
    return 1 if word.lower() in {"a", "an", "one"} else number_of(word)


def year(m: re.Match[str], _: Sight) -> Value:
    """A year by its number."""
    return m["year"], "year"


def years(m: re.Match[str], _: Sight) -> Value | None:
    """A run of years ("2003-2011", "2015-16"), as an interval."""
    first, second = int(m["first"]), m["second"]
    last = int(second) if len(second) > len("16") else first // 100 * 100 + int(second)
    if first >= last or (len(second) == len("16") and last != first + 1):
        return None
    return f"{first}/{last}", "year"


def decade(m: re.Match[str], _: Sight) -> Value:
    """A decade as an interval of years; "the 1900s" may be a century, and has no value."""
    return cal.decade(int(m["decade"])) if m["decade"][2] != "0" else None, "decade"


def century(m: re.Match[str], _: Sight) -> Value | None:
    """A century as an interval of years."""
    word = m["number"].lower()
    number = ORDINALS.get(word) or int(word[:-2])
    return (f"{100 * number - 99:04}/{100 * number:04}", "century") if number else None


def quarter(m: re.Match[str], _: Sight) -> Value:
    """A quarter or season: of a year, that year, since a firm's may begin in any month; else unknown."""
    year = m.groupdict().get("year") or m.groupdict().get("year2")
    return (year, "year") if year else (None, "unknown")


def named(m: re.Match[str], sight: Sight) -> Value:
    """A feast that has one date everywhere."""
    month, number = NAMED_DAYS[m["name"].lower().replace("’", "'")]
    if m["year"]:
        return f"{m['year']}-{month:02}-{number:02}", "day"
    day = cal.nearest_year(month, number, sight.when)
    return (day.isoformat() if day else None), "day"


def unknown(precision: str) -> Callable[[re.Match[str], Sight], Value]:
    """A reader for what has a precision and no value."""
    return lambda _m, _s: (None, precision)
