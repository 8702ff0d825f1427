"""Figures and days of the calendar, read alike in many languages."""

from __future__ import annotations

import re
from functools import cache

from rashomon.group.languages.spelling import WORD, plain

FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,\u00a0\u202f ’']\d{3})*(?:[.,]\d+)?(?!\w)")
MARKS = re.compile(r"[.,\u00a0\u202f ’']")
TELLING_FROM = 13
"""Smaller whole numbers are as often written as words, and stand in every report."""
GROUP = 3
"""Digits that stand together in a large number; a mark before fewer or more begins the fraction."""
YEARS = range(1900, 2101)
DAY = re.compile(r"(\d{1,2})(?:\.|º|er|st|nd|rd|th)?\s+(?:de\s+)?([^\W\d_]{3,})|([^\W\d_]{3,})\s+(\d{1,2})(?!\d)")


def figures_in(text: str) -> frozenset[str]:
    """The figures of a text that tell something: `1,300`, `1.300` and `1 300` are one, as are `43.7` and `43,7`."""
    found = set()
    for match in FIGURE.finditer(text):
        parts = MARKS.split(match.group())
        part = parts.pop().rstrip("0") if len(parts) > 1 and len(parts[-1]) != GROUP else ""
        number = int("".join(parts))
        if part:
            found.add(f"{number}.{part}")
        elif number >= TELLING_FROM and not (len(parts) == 1 and number in YEARS):
            found.add(str(number))
    return frozenset(found)


@cache
def months(language: str) -> dict[str, int]:
    """The names of the months in a language, plain, full and short, in the forms that stand with a day and alone."""
    from babel import Locale, UnknownLocaleError

    try:
        own = Locale(language).months
    except (UnknownLocaleError, ValueError):
        return {}
    found = {}
    for use in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            found.update({plain(name).rstrip("."): number for number, name in own[use][width].items()})
    return {name: number for name, number in found.items() if WORD.fullmatch(name)}


def days_in(text: str, language: str) -> frozenset[str]:
    """The days of the calendar that a text names (`3 June`, `le 3 juin`, `3. Juni`), as `6-3`."""
    known = months(language)
    found = set()
    for match in DAY.finditer(text):
        day, name = (match[1], match[2]) if match[1] else (match[4], match[3])
        month = known.get(plain(name))
        if month is not None and 1 <= int(day) <= 31:
            found.add(f"{month}-{int(day)}")
    return frozenset(found)
