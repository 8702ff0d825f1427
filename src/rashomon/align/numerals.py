"""Numbers that count nothing, or only some of what is counted."""

from __future__ import annotations

import re

from rashomon.core import Document, Figure

MODEL = re.compile(r"\b[A-Z]{1,4} ?[-–] ?$")
"""Letters and a hyphen before a number: it names a model ("MK-12") and counts nothing."""

NUMBERED = re.compile(
    r"\b(?:act|appendix|area|article|camp|channel|chapter|class|clause|corridor|district|episode|exhibit|flight|floor"
    r"|gate|grade|group|highway|house|level|line|model|page|phase|pier|platform|reactor|road|room|route|rule|season"
    r"|section|sector|series|stage|step|studio|terminal|tier|track|type|unit|version|ward|week|zone) $",
    re.IGNORECASE,
)
"""Things that are told apart by numbers, before the number: "grade 12 students", "flight 312"."""

TORN = re.compile(r"\d, ?$|(?:^|[\s(])\. ?$")
"""The beginning of a number that a blank has torn apart, or its point: "1, 500 homes", "a .357 revolver"."""

IN_WORDS = "(?:two|three|four|five|six|seven|eight|nine|ten|twelve)"
"""The numbers that measures of two sides have in words: "four-by-four"."""

BY = re.compile(rf"^(?: ?[x×] ?\d|[ -]{{1,3}}by[ -]{{1,3}}(?:\d|{IN_WORDS}\b))|^ ?\. \d", re.IGNORECASE)
"""What stands behind the first of two numbers that are one: "4x4", "four-by-four", "£1. 2m"."""

BY_BEFORE = re.compile(rf"(?:\d ?[x×] ?|(?:\d|\b{IN_WORDS})[ -]{{1,3}}by[ -]{{1,3}})$", re.IGNORECASE)
"""What stands before the second. In "signed by 43 people" the number counts who did it."""

JOINED = re.compile(r" ?[-–‑] ?$")
"""What joins a number to the word behind it: "a 12-gauge shotgun", "a two-party vote" count nothing."""

OTHERS = re.compile(r"^ of (?:the|his|her|its|their|those|these|our|all|\w+[’']s)\b", re.IGNORECASE)
RANGE = re.compile(r"^ ?(?:to|-|–|or|and) ?[$€£]?\d[\d.,]* ?(?:%|percent|per cent)", re.IGNORECASE)
SECOND_OF_TWO = re.compile(r"\b(?:\d|percent|per cent|%) ?(?:to|-|–) ?$", re.IGNORECASE)
BETWEEN = 24
"""How many characters around a number are looked at."""


def counts_nothing(figure: Figure, document: Document) -> bool:
    """Whether a number belongs to a name, to a compound word or to another number, and counts nothing.

    "AB-12 pumps", "4 U", "grade 12 students", "a 12-gauge shotgun", the 500 of "1, 500".
    """
    text = document.part(figure.span.part)
    before = text[max(0, figure.span.start - BETWEEN) : figure.span.start]
    if len(figure.head) == 1 or MODEL.search(before) or TORN.search(before) or NUMBERED.search(before):
        return True
    if BY.search(text[figure.span.end : figure.span.end + BETWEEN]) or BY_BEFORE.search(before):
        return True
    counted = figure.counts_span
    if figure.unit is not None or counted is None or counted.start < figure.span.end:
        return False
    return JOINED.fullmatch(text[figure.span.end : counted.start]) is not None


def part_of_others(figure: Figure, document: Document) -> bool:
    """Whether a number is only some of what is counted beside it, or one end of a range that was read as two.

    "grabbed six of his 11 rebounds", "40 percent to 70 percent of the houses".
    """
    text = document.part(figure.span.part)
    behind = text[figure.span.end : figure.span.end + BETWEEN]
    before = text[max(0, figure.span.start - BETWEEN) : figure.span.start]
    if RANGE.search(behind) or (figure.unit == "percent" and SECOND_OF_TWO.search(before)):
        return True
    return figure.unit is None and OTHERS.search(behind) is not None
