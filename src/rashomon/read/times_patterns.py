"""The patterns by which news names times, each with the function that reads it.

A pattern's group `span`, where it has one, is the part that becomes the moment; otherwise all of it does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from rashomon.core.calendar import MONTHS
from rashomon.read import times_calendar as cal
from rashomon.read.figures_numbers import NUMBER, number_of
from rashomon.read.times_tables import AMBIGUOUS_ZONES, DAYS_FROM_PUBLISHING, NAMED_DAYS, UNITS, WEEKDAYS, ZONES

Value = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Sight:
    """From where a text is read: its time of publishing, and whether the clause at an offset looks ahead."""

    when: datetime | None
    ahead: Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the function that gives its value and precision, or None where it is no time after all."""

    pattern: re.Pattern[str]
    value: Callable[[re.Match[str], Sight], Value | None]


def _words(*words: str) -> str:
    return "|".join(sorted((re.escape(w).replace("'", "['’]") for w in words), key=len, reverse=True))


MONTH = rf"(?:{_words(*(m.capitalize() for m in MONTHS))})\b(?:(?<=\b[A-Z]..)\.|(?<=\bSept)\.)?"
DAY_NAME = rf"(?:{_words(*(w.capitalize() for w in WEEKDAYS if w.endswith('day')))})"
ANY_DAY_NAME = rf"(?:{_words(*(w.capitalize() for w in WEEKDAYS))})\b\.?"
YEAR = r"(?:1[5-9]|20)\d\d"
UNIT = rf"(?:{_words(*(u for u in UNITS if u != 'century'))}|centur(?:y|ie))"
PART = r"morning|afternoon|evening|night"
EARLY = r"(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater)"
NOT_DAYS = frozenset("Black Good Bloody Cyber Easter Palm Ash Shrove Super Maundy Holy Spy".split())
"""What makes a weekday the name of a feast or an event."""
EARLY_ON = rf"(?:{EARLY}\s+(?:on\s+)?)?"
ORDINAL = r"(?:st|nd|rd|th)?"
DAY_COMMA = rf"(?:\b{ANY_DAY_NAME},?\s+)?"
PAPERS = "Times|Telegraph|Mirror|Herald|Post|Express|Mail|Sun|World|Independent|Journal|Review|Tribune|People|Star"


def _iso(m: re.Match[str], _: Sight) -> Value | None:
    day = cal.made(int(m[1]), int(m[2]), int(m[3]))
    if day is None:
        return None
    if not m[4]:
        return day.isoformat(), "day"
    if m[6]:
        offset = "+00:00" if m[6] == "Z" else f"{m[6][:3]}:{m[6][-2:]}"
        try:
            aware = datetime.fromisoformat(f"{day.isoformat()}T{m[4]}:{m[5]}:00{offset}")
        except ValueError:
            return None
        return cal.utc(aware), "minute"
    return cal.clock(day.isoformat(), int(m[4]), int(m[5]), None), "minute"


def _month_of(word: str) -> int:
    return MONTHS[word.rstrip(".").lower()]


def _date(m: re.Match[str], sight: Sight) -> Value | None:
    month, number = _month_of(m["month"]), int(m["day"])
    day = cal.made(int(m["year"]), month, number) if m["year"] else cal.nearest_year(month, number, sight.when)
    if day is None and (m["year"] or not 1 <= number <= 31):
        return None
    return (day.isoformat() if day else None), "day"


def _numeric(m: re.Match[str], _: Sight) -> Value | None:
    """A date in figures: which is the day is known where one number is above twelve, or points part them."""
    first, second, year = int(m[1]), int(m[3]), int(m[4])
    orders = [(second, first)] if m[2] == "." else [(first, second), (second, first)]
    days = {d for month, day in orders if (d := cal.made(year, month, day))}
    if not days:
        return None
    return (days.pop().isoformat() if len(days) == 1 else None), "day"


def _month_year(m: re.Match[str], _: Sight) -> Value:
    return f"{m['year']}-{_month_of(m['month']):02}", "month"


def _month(m: re.Match[str], sight: Sight) -> Value | None:
    month, cue = _month_of(m["month"]), m["cue"].lower()
    if m["month"] == "May" and cue in {"by", "from", "of", "to", "and", "for", "before", "after"}:
        return None
    if sight.when and cue in {"last", "this past"} and month == sight.when.month:
        return f"{sight.when.year - 1}-{month:02}", "month"
    ahead = cue in {"next", "this coming"} or (cue not in {"last", "since"} and sight.ahead(m.start("month")))
    return cal.nearest_month(month, sight.when, ahead=ahead), "month"


def _weekday(m: re.Match[str], sight: Sight) -> Value | None:
    before = m.string[: m.start("weekday")].split()
    if before and before[-1] in NOT_DAYS:
        return None
    which = (m["which"] or "").lower()
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


def _weekday_of_week(number: int, which: str, when: datetime | None) -> str | None:
    if when is None:
        return None
    year, week, _ = when.isocalendar()
    day = date.fromisocalendar(year, week, number + 1)
    return date.fromordinal(day.toordinal() + {"last": -7, "this": 0, "next": 7}[which]).isoformat()


def _from_publishing(m: re.Match[str], sight: Sight) -> Value:
    return cal.shifted("day", DAYS_FROM_PUBLISHING[m["word"].lower()], sight.when), "day"


def _neighbour(m: re.Match[str], sight: Sight) -> Value:
    unit = m["unit"].lower()
    by = {"last": -1, "this": 0, "next": 1}[m["which"].lower()]
    return cal.shifted(unit, by, sight.when), "week" if unit == "fortnight" else unit


def _ago(m: re.Match[str], sight: Sight) -> Value:
    unit, number = _unit(m["unit"]), _count(m["number"])
    precision = {"second": "minute", "fortnight": "week", "decade": "year", "century": "year"}.get(unit, unit)
    if m["way"].lower() != "ago" or number is None or number != int(number) or m["loose"]:
        return None, precision
    return cal.shifted(unit, -int(number), sight.when), precision


def _duration(m: re.Match[str], _: Sight) -> Value | None:
    unit = _unit(m["unit"])
    return cal.duration(unit, _count(m["number"])), "duration"


def _half(m: re.Match[str], _: Sight) -> Value:
    return cal.duration(_unit(m["unit"]), 0.5), "duration"


def _unit(word: str) -> str:
    word = word.lower()
    return "century" if word.startswith("centur") else word.removesuffix("s")


def _count(word: str) -> float | None:
    return 1 if word.lower() in {"a", "an", "one"} else number_of(word)


def _year(m: re.Match[str], _: Sight) -> Value:
    return m["year"], "year"


def _named(m: re.Match[str], sight: Sight) -> Value:
    month, number = NAMED_DAYS[m["name"].lower().replace("’", "'")]
    if m["year"]:
        return f"{m['year']}-{month:02}-{number:02}", "day"
    day = cal.nearest_year(month, number, sight.when)
    return (day.isoformat() if day else None), "day"


def _unknown(precision: str) -> Callable[[re.Match[str], Sight], Value]:
    return lambda _m, _s: (None, precision)


CUES = (
    "in|since|by|until|till|last|next|this past|this coming|this|from|during|of|through|between|before|after|for|and|to"
)
YEAR_CUES = (
    "in|since|by|of|from|until|till|during|before|after|between|and|to|through|for|year|early|late|mid|around|circa"
)
NOT_COUNTED = r"(?!\s*(?:%|percent|per cent|people|dollars|euros|pounds|times|votes|miles|km|m\b|feet|tons|tonnes))"
RULES: tuple[Rule, ...] = tuple(
    Rule(re.compile(pattern), value)
    for pattern, value in (
        (r"\b(\d{4})-(\d\d)-(\d\d)(?!\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?", _iso),
        (
            (
                rf"{EARLY_ON}{DAY_COMMA}\b(?P<month>{MONTH})\s?(?P<day>\d{{1,2}}){ORDINAL}\b"
                rf"(?!:\d|\.\d|,\d{{3}})(?:,?\s+(?P<year>{YEAR})\b(?!,\d))?"
            ),
            _date,
        ),
        (
            (
                rf"{EARLY_ON}{DAY_COMMA}(?:\bthe\s+)?(?<![\d.,:])\b(?P<day>\d{{1,2}}){ORDINAL}"
                rf"[\s-]+(?:of\s+)?(?P<month>{MONTH})(?:,?[\s-]+(?P<year>{YEAR})\b)?"
            ),
            _date,
        ),
        (rf"(?<![\d/.])(\d{{1,2}})([/.])(\d{{1,2}})\2({YEAR})(?![\d/])", _numeric),
        (
            rf"(?:\b(?:[Ee]arly|[Ll]ate|[Mm]id)[\s-])?\b(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})\b(?!,\d)",
            _month_year,
        ),
        (
            (
                rf"\b(?P<cue>(?i:{CUES})|(?=(?i:early|mid|late)[\s-]))\s*\b"
                rf"(?P<span>(?:(?i:early|mid|late|the end of)[\s-])?(?P<month>{MONTH}))(?!\s?\d|\s+[A-Z])"
            ),
            _month,
        ),
        (
            (
                rf"(?<!\w)(?P<span>{EARLY_ON}"
                r"(?:\b(?P<which>(?i:last|next|this past|this coming|this|coming))\s+)?"
                rf"\b(?P<weekday>{DAY_NAME})\b(?:\s+(?:{PART})\b)?(?:\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b)?)"
                rf"(?!\s+(?:{PAPERS})\b)"
            ),
            _weekday,
        ),
        (
            (
                r"\b(?:(?i:earlier|later|early|late)\s+)?(?<!USA )"
                rf"(?P<word>(?i:{_words(*DAYS_FROM_PUBLISHING)}))\b(?!['’]s world)"
            ),
            _from_publishing,
        ),
        (
            (
                r"\b(?:(?i:earlier|later|early|late)\s+)?(?P<which>(?i:last|this|next))\s+"
                r"(?P<unit>(?i:week|month|year|decade|fortnight))"
                r"(?:end)?\b"
            ),
            _neighbour,
        ),
        (
            (
                rf"\b(?P<loose>(?i:about|around|nearly|almost|some|roughly|over|more than|less than|at least)\s+)?"
                rf"(?P<number>(?i:an?|{NUMBER}))"
                rf"[\s-]+(?P<unit>(?i:{UNIT}))s?\s+(?P<way>ago|earlier|later|before|after|previously)\b"
            ),
            _ago,
        ),
        (
            (
                r"\b(?i:(?:several|a few|some|many) (?:days|weeks|months|years|decades|hours|minutes)"
                r" (?:ago|earlier|later))\b"
            ),
            _unknown("unknown"),
        ),
        (
            rf"(?<![\w.,$£€-])(?P<span>(?P<number>(?i:{NUMBER}))[\s-]+(?P<unit>(?i:{UNIT}))s?\b)(?![\s-](?:old|olds)\b)",
            _duration,
        ),
        (r"\b(?i:half[ -]an?[ -](?P<unit>hour|day|year|century|decade))\b", _half),
        (
            (
                rf"\b(?i:for|within|in|over|takes?|took|last(?:ed|ing)|than)\s+"
                rf"(?P<span>(?P<number>(?i:an?))\s+(?P<unit>(?i:{UNIT})))\b"
            ),
            _duration,
        ),
        (rf"\b(?i:{YEAR_CUES})[\s-]+(?P<span>(?P<year>{YEAR}))\b(?![,.]\d|-\d|\s*[$£€%]){NOT_COUNTED}", _year),
        (rf"\b[Tt]he\s+(?P<span>(?P<year>{YEAR}))\b(?=\s+[A-Za-z])", _year),
        (rf"(?<=[(\[])(?P<span>(?P<year>{YEAR}))(?=[)\],;])", _year),
        (r"(?:\b[Tt]he\s+)?(?:\b(?:early|late|mid)[\s-])?\b(?:1[5-9]|20)\d0['’]?s\b", _unknown("year")),
        (
            rf"\b(?P<name>(?i:{_words(*(n for n in NAMED_DAYS if n != 'christmas'))}))(?:,?\s+(?P<year>{YEAR}))?\b",
            _named,
        ),
        (
            (
                rf"\b(?i:on|at|before|by|since|until|after|over)\s+"
                rf"(?P<span>(?P<name>Christmas)(?:\s+(?P<year>{YEAR}))?)\b(?!\s+(?:[A-Z]|[a-z]+s\b))"
            ),
            _named,
        ),
    )
)

_ABBREVIATED = _words(*(z for z in (*ZONES, *AMBIGUOUS_ZONES) if len(z) <= len("AEST")))
_ZONE = rf"(?:{_ABBREVIATED}|(?i:{_words(*(z for z in ZONES if len(z) > len('AEST')))}))"
_HALF = r"(?:[AaPp]\.[Mm]\b\.?|[AaPp][Mm]\b)"
CLOCK = re.compile(
    rf"(?<![\w:.,$£€-])(?P<span>(?:"
    rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s?(?P<half>{_HALF})"
    rf"|(?P<hour2>\d{{1,2}}):(?P<minute2>[0-5]\d)(?::[0-5]\d)?(?:\s?(?:hrs|hours|h)\b)?"
    rf"|(?P<military>[0-2]\d[0-5]\d)(?=\s*(?:{_ZONE})\b)"
    rf"|(?P<name>(?i:noon|midday|midnight))"
    rf")(?:\s+local\s+time)?(?:,?\s?\(?(?P<zone>{_ZONE})\b\)?)?)(?![\d:])"
)
