"""Numbers told against another number: shares ("a third of", "one in five"), factors ("doubled"), and none at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.read.figures_numbers import NUMBER, NUMBER_WORDS, has_digit, number_of
from rashomon.read.figures_tables import FACTOR_VERBS, FRACTIONS, ZERO_NOUNS

SHARE, TIMES = "share", "times"
"""The units: a share of a whole lies in [0, 1], a factor says how many times as much."""

_PARTS = "|".join(sorted(FRACTIONS, key=len, reverse=True))
_OF_WHOLE = r"(?=\s+of\b(?!\s+(?:a|an|one)\s+(?:million|billion|trillion|thousand|century|mile|hour|day|year)))"
_CUT_BY = r"(?=[.,;!?]|$|\s(?:in|since|to|from|over|this|last|when|after|on)\b)"
"""Behind "by": "cut by a fifth", but not "by a third man"."""

_SOME = r"(?:an?|one|two|three|four|five|six|seven|eight|nine)"
_ALL = r"(?=\s+(?:of\b|the\b|its\b|their\b|his\b|her\b|our\b|my\b|all\b|those\b|these\b))"
FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<top>{_SOME})(?:-(?P<part>{_PARTS})s?\b"
    rf"|\s(?P<apart>{_PARTS})s?\b(?:{_OF_WHOLE}|{_CUT_BY}))|(?P<half>half){_ALL})",
    re.IGNORECASE,
)
_NOT_HALF = re.compile(
    r"\b(?:first|second|other|better|latter|top|bottom|opening|last|previous|former|and a|next|early|late)[\s-]$",
    re.IGNORECASE,
)
RATIO = re.compile(rf"\b({NUMBER})(?:\s+in|\s+out\s+of)\s+(?:every\s+)?({NUMBER})\b", re.IGNORECASE)
""""One in five" is a share, told by neither number alone; a year or a place behind "in" is no part of it."""
_OF = re.compile(r"\s+of\b")
_BY = re.compile(r"\bby\s+(?:(?:about|almost|nearly|around|roughly|over|more than|some|at least)\s+)?$")
_WORD_BEFORE = re.compile(r"[A-Za-z] $")
LARGEST = 1500
"""A whole above it is a year."""

FACTOR = re.compile(
    rf"\b(?:(?P<twice>twice|(?:{NUMBER})\stimes)"
    r"(?=\s(?:as\s(?:many|much)|more|[a-z]+er\sthan|the\s(?:number|amount|rate|size|price|average)))"
    r"(?:\sas\s(?:many|much))?"
    rf"|(?P<verb>{'|'.join(FACTOR_VERBS)})\b(?!\s(?:down|over|back|up|as)\b)"
    r"|(?P<fold>two|three|four|five|six|seven|eight|nine|ten)-?fold\b)",
    re.IGNORECASE,
)
ZERO = re.compile(
    rf"\b(?:(?P<no>no)(?=\s(?:[a-z]+\s){{0,2}}?(?:{'|'.join(ZERO_NOUNS)})\b)|(?P<zero>zero)(?=[\s-][a-z])"
    r"|(?P<none>none|not one(?= of\b))\b|(?P<nobody>nobody|no one)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Share:
    """A share, a factor or a zero: its place, its value and its unit; the kind of a zero is told by its word."""

    start: int
    end: int
    value: float
    unit: str | None


def shares(text: str, words: frozenset[str]) -> Iterator[Share]:
    """The shares, factors and zeros of a text, of which `words` are the lower-case words."""
    if words & _SHARE_WORDS:
        yield from _fractions(text)
    if words & {"in", "out"} and (words & NUMBER_WORDS or has_digit(text)):
        for m in RATIO.finditer(text):
            if m[1][0].isupper() and _WORD_BEFORE.search(text, 0, m.start()):
                continue  # a name: "Vega One in three deals"
            part, whole = number_of(m[1]) or 0, number_of(m[2]) or 0
            if 0 < part < whole < LARGEST:
                yield Share(start=m.start(), end=m.end(), value=part / whole, unit=SHARE)
    if words & _FACTOR_WORDS:
        yield from _factors(text)
    if words & {"no", "none", "nobody", "zero", "not"}:
        for m in ZERO.finditer(text):
            yield Share(start=m.start(), end=m.end(), value=0.0, unit=None)


def _fractions(text: str) -> Iterator[Share]:
    for m in FRACTION.finditer(text):
        if m["apart"] and not _OF.match(text, m.end()) and not _BY.search(text, 0, m.start()):
            continue
        if m["half"]:
            if not _NOT_HALF.search(text, max(0, m.start() - 12), m.start()):
                yield Share(start=m.start(), end=m.end(), value=0.5, unit=SHARE)
            continue
        whole = FRACTIONS[(m["part"] or m["apart"]).lower()]
        top = 1.0 if m["top"].lower() in {"a", "an"} else number_of(m["top"]) or 0.0
        if 0 < top < whole:
            yield Share(start=m.start(), end=m.end(), value=top / whole, unit=SHARE)


def _factors(text: str) -> Iterator[Share]:
    for m in FACTOR.finditer(text):
        if m["verb"]:
            value = FACTOR_VERBS[m["verb"].lower()]
        elif m["fold"]:
            value = number_of(m["fold"]) or 0.0
        else:
            value = 2.0 if m["twice"].lower().startswith("twice") else number_of(_first(m["twice"])) or 0.0
        if value:
            yield Share(start=m.start(), end=m.end(), value=value, unit=TIMES)


def _first(words: str) -> str:
    return re.split(r"\s+times\b", words, flags=re.IGNORECASE)[0]


_SHARE_WORDS = frozenset(f"{word}{end}" for word in (*FRACTIONS, "half") for end in ("", "s"))
_FACTOR_WORDS = frozenset({"twice", "times", "fold", *FACTOR_VERBS}) | {
    f"{n}fold" for n in "two three four five six seven eight nine ten".split()
}
