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
NEAR_CHARS = 80
"""More than the words before a time that change its meaning take."""
_NAME_BEHIND = re.compile(rf"\s+(?!(?:{'|'.join(month.capitalize() for month in MONTHS)})\b)[A-Z][a-z]")


@dataclass(frozen=True, slots=True)
class Sight:
    """From where a text is read: its time of publishing, and whether the clause at an offset looks ahead."""

    when: dt.datetime | None
    ahead: Callable[[int], bool]
    quoted: Callable[[int], bool]
    """Whether a place stands between quotation marks, where "today" may be another day."""


def iso(match: re.Match[str], _: Sight) -> Value | None:
    """A date, or a date with its time of day, as computers write it."""
    day = cal.made(int(match[1]), int(match[2]), int(match[3]))
    if day is None:
        return None
    if not match[4]:
        return day.isoformat(), "day"
    if match[6]:
        offset = "+00:00" if match[6] == "Z" else f"{match[6][:3]}:{match[6][-2:]}"
        try:
            aware = dt.datetime.fromisoformat(f"{day.isoformat()}T{match[4]}:{match[5]}:00{offset}")
        except ValueError:
            return None
        return cal.utc(aware), "minute"
    return cal.clock(day.isoformat(), int(match[4]), int(match[5]), None), "minute"


def _near(match: re.Match[str], group: str | int = 0) -> int:
    """From where to look for the words right before a match, so that a long paragraph is not searched each time."""
    return max(0, match.start(group) - NEAR_CHARS)


def _month_of(word: str) -> int:
    return MONTHS[word.rstrip(".").lower()]


def _year_beside(match: re.Match[str], sight: Sight) -> int | None:
    """The year of "1 April last year"."""
    beside = match.groupdict().get("beside")
    return sight.when.year + {"last": -1, "this": 0, "next": 1}[beside] if beside and sight.when else None


def date(match: re.Match[str], sight: Sight) -> Value | None:
    """A day of a month, with its year or in the year that brings it nearest to publishing."""
    month, number = _month_of(match["month"]), int(match["day"])
    year = int(match["year"]) if match["year"] else _year_beside(match, sight)
    day = cal.made(year, month, number) if year else cal.nearest_year(month, number, sight.when)
    if day is None and (year or not 1 <= number <= 31):
        return None
    return (day.isoformat() if day else None), "day"


def days(match: re.Match[str], sight: Sight) -> Value | None:
    """A run of days of one month ("2-5 September"), as an interval."""
    month, first, last = _month_of(match["month"]), int(match["day"]), int(match["last"])
    if not first < last or last > cal.LONGEST:
        return None
    begin = cal.made(int(match["year"]), month, first) if match["year"] else cal.nearest_year(month, first, sight.when)
    end = cal.made(begin.year, month, last) if begin else None
    return (f"{begin}/{end}" if begin and end else None), "day"


def numeric(match: re.Match[str], sight: Sight) -> Value | None:
    """A date in figures: which is the day is known where one number is above twelve, or points part them."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == len("16"):
        if sight.when is None:
            return None, "day"
        year += sight.when.year // 100 * 100
    orders = [(second, first)] if match[2] == "." else [(first, second), (second, first)]
    days = {d for month, day in orders if (d := cal.made(year, month, day))}
    if not days:
        return None
    return (days.pop().isoformat() if len(days) == 1 else None), "day"


def month_year(match: re.Match[str], _: Sight) -> Value:
    """A month of a year."""
    return f"{match['year']}-{_month_of(match['month']):02}", "month"


def month(match: re.Match[str], sight: Sight) -> Value | None:
    """A month without a year: the latest one begun, or the next where the clause looks ahead."""
    month, cue = _month_of(match["month"]), match["cue"].lower()
    if year := _year_beside(match, sight):
        return f"{year}-{month:02}", "month"
    if match["month"] == "May" and cue in {"by", "from", "of", "to", "and", "for", "before", "after"}:
        return None
    if sight.when and cue in {"last", "this past"} and month == sight.when.month:
        return f"{sight.when.year - 1}-{month:02}", "month"
    ahead = cue in {"next", "this coming"} or (cue not in {"last", "since"} and sight.ahead(match.start("month")))
    return cal.nearest_month(month, sight.when, ahead=ahead), "month"


def weekday(match: re.Match[str], sight: Sight) -> Value | None:
    """A day of the week, before publishing unless its words or its clause look ahead."""
    before = match.string[_near(match, "weekday") : match.start("weekday")].split()
    if before and before[-1] in NOT_DAYS:
        return None
    which = (match["which"] or "").lower()
    if before and before[-1].lower() == "the" and _NAME_BEHIND.match(match.string, match.end("weekday")):
        return None  # "The Friday Gazette"
    if _ANY_SUCH.search(match.string, _near(match, "weekday"), match.start("weekday")):
        return None, "day"
    number = WEEKDAYS[match["weekday"].lower()]
    if match["week"]:
        return _weekday_of_week(number, match["week"].lower(), sight.when), "day"
    if "last" in which or "past" in which:
        day = cal.weekday(number, sight.when, ahead=False, strictly=True)
    elif "next" in which or "coming" in which:
        day = cal.weekday(number, sight.when, ahead=True, strictly=True)
    else:
        day = cal.weekday(number, sight.when, ahead=sight.ahead(match.start("weekday")))
    return (day.isoformat() if day else None), "day"


def _weekday_of_week(number: int, which: str, when: dt.datetime | None) -> str | None:
    if when is None:
        return None
    year, week, _ = when.isocalendar()
    try:
        day = dt.date.fromisocalendar(year, week, number + 1)
        return dt.date.fromordinal(day.toordinal() + {"last": -7, "this": 0, "next": 7}[which]).isoformat()
    except ValueError:
        return None  # beyond the calendar's years


def from_publishing(match: re.Match[str], sight: Sight) -> Value:
    """Days counted from that of publishing."""
    if sight.quoted(match.start("word")):
        return None, "day"
    return cal.shifted("day", DAYS_FROM_PUBLISHING[match["word"].lower()], sight.when), "day"


def neighbour(match: re.Match[str], sight: Sight) -> Value:
    """The unit before, at or after publishing ("last week", "this month", "next year")."""
    unit = match["unit"].lower()
    by = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    if unit == "decade":
        return cal.decade(sight.when.year // 10 * 10 + 10 * by) if sight.when else None, unit
    return cal.shifted(unit, by, sight.when), "week" if unit == "fortnight" else unit


def edge(match: re.Match[str], sight: Sight) -> Value:
    """The end of a unit ("the end of the year"): this one where the clause looks ahead, else any."""
    unit, which = match["unit"].lower(), match["which"].lower()
    if which == "the" and not sight.ahead(match.start("unit")):
        return None, unit
    return cal.shifted(unit, {"last": -1, "next": 1}.get(which, 0), sight.when), unit


def hence(match: re.Match[str], sight: Sight) -> Value | None:
    """Counted ahead: "in two weeks' time", and "In two weeks" heading a clause that looks ahead; else a duration."""
    number = _count(match["number"])
    if not match["time"] and not (match["first"] == "In" and sight.ahead(match.start("unit"))):
        return None
    whole = number is not None and number == int(number)
    return cal.shifted(match["unit"], int(number), sight.when) if number is not None and whole else None, match["unit"]


def ago(match: re.Match[str], sight: Sight) -> Value:
    """Counted back ("three weeks ago"); what is told loosely or from another time has no value."""
    unit, number = _unit(match["unit"]), _count(match["number"])
    precision = {"second": "minute", "fortnight": "week", "decade": "year", "century": "year"}.get(unit, unit)
    if (
        match["way"].lower() != "ago"
        or number is None
        or number != int(number)
        or match["loose"]
        or _LOOSELY.search(match.string, _near(match), match.start())
    ):
        return None, precision
    return cal.shifted(unit, -int(number), sight.when), precision


def duration(match: re.Match[str], _: Sight) -> Value | None:
    """A length of time ("72 hours")."""
    unit = _unit(match["unit"])
    before = _near(match, "number"), match.start("number")
    if _ONE_DAY.fullmatch(match["number"] + " " + unit) and not _LASTING.search(match.string, *before):
        return None
    number = _count(match["number"])
    if number is not None and match.groupdict().get("half"):
        number += 0.5
    return cal.duration(unit, number), "duration"


def half(match: re.Match[str], _: Sight) -> Value:
    """Half a unit ("half an hour")."""
    return cal.duration(_unit(match["unit"]), 0.5), "duration"


def _unit(word: str) -> str:
    word = word.lower()
    return "century" if word.startswith("centur") else word.removesuffix("s")


def _count(word: str) -> float | None:
    return 1 if word.lower() in {"a", "an", "one"} else number_of(word)


def year(match: re.Match[str], _: Sight) -> Value:
    """A year by its number."""
    return match["year"], "year"


def years(match: re.Match[str], _: Sight) -> Value | None:
    """A run of years ("2003-2011", "2015-16"), as an interval."""
    first, second = int(match["first"]), match["second"]
    last = int(second) if len(second) > len("16") else first // 100 * 100 + int(second)
    if first >= last or (len(second) == len("16") and last != first + 1):
        return None
    return f"{first}/{last}", "year"


def decade(match: re.Match[str], _: Sight) -> Value:
    """A decade as an interval of years; "the 1900s" may be a century, and has no value."""
    return cal.decade(int(match["decade"])) if match["decade"][2] != "0" else None, "decade"


def century(match: re.Match[str], _: Sight) -> Value | None:
    """A century as an interval of years."""
    word = match["number"].lower()
    number = ORDINALS.get(word) or int(word[:-2])
    return (f"{100 * number - 99:04}/{100 * number:04}", "century") if number else None


def quarter(match: re.Match[str], _: Sight) -> Value:
    """A quarter or season: of a year, that year, since a firm's may begin in any month; else unknown."""
    year = match.groupdict().get("year") or match.groupdict().get("year2")
    return (year, "year") if year else (None, "unknown")


def named(match: re.Match[str], sight: Sight) -> Value:
    """A feast that has one date everywhere."""
    month, number = NAMED_DAYS[match["name"].lower().replace("’", "'")]
    if match["year"]:
        return f"{match['year']}-{month:02}-{number:02}", "day"
    day = cal.nearest_year(month, number, sight.when)
    return (day.isoformat() if day else None), "day"


def unknown(precision: str) -> Callable[[re.Match[str], Sight], Value]:
    """A reader for what has a precision and no value."""
    return lambda _m, _s: (None, precision)
