"""Numbers with what they count.

A number is found by pattern, so that its value is exact; what it counts is told by the parse. Dates, times of day,
ages, telephone numbers and the numbers in names ("Flight 93") are no figures; neither are ordinals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.core import Figure, Role, Span
from rashomon.read.figures_counts import Counted, counted
from rashomon.read.figures_names import is_name
from rashomon.read.figures_numbers import (
    DIGITS,
    LOOSE,
    NUMBER,
    NUMBER_WORDS,
    SCALE,
    SCALES,
    VAGUE,
    VAGUE_WORDS,
    WORD,
    has_digit,
    number_of,
)
from rashomon.read.figures_tables import BOUNDS, BOUNDS_AFTER, CURRENCY_SIGNS, CURRENCY_WORDS, IDLE
from rashomon.read.parse import Parsed, Sentence
from rashomon.read.times import times_in_block

if TYPE_CHECKING:
    from spacy.tokens import Token


def _any(words: tuple[str, ...] | list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_SIGN = rf"(?:(?<![A-Za-z])(?:{_any(list(CURRENCY_SIGNS))}))\s?"
_SHORT = r"(?:\s?(?:k|m|mn|mln|bn|b|tn)\b)"
_AMOUNT = rf"(?:{DIGITS})(?:{_SHORT}|[ -](?:{SCALE})\b)?"
_PERCENT = r"\s?%|[ -](?:percent|per cent|pct)\b(?! points?)|[ -](?:percentage|percent)[ -]points?\b"
_MONEY = rf"\s(?:{_any(list(CURRENCY_WORDS))})s?\b"
_DASH = r"\s?[-–—]\s?|\s+(?:to|or)\s+"
EXPRESSION = re.compile(
    rf"(?P<sign>{_SIGN})(?:(?P<sign_low>{_AMOUNT})(?:{_DASH})(?:{_SIGN})?(?=\d)|)(?P<amount>{_AMOUNT})"
    rf"|(?<![\w.,/:#©'’-])(?:(?P<between>between\s+)(?P<b_low>{NUMBER})\s+and\s+(?P<b_high>{NUMBER})"
    rf"|(?P<low>{NUMBER})(?P<dash>{_DASH})(?P<high>{NUMBER})|(?P<number>{NUMBER}))(?![\w/]|[.,:]\d)"
    rf"(?P<percent>{_PERCENT})?(?P<currency>{_MONEY})?",
    re.IGNORECASE,
)
VAGUE_EXPRESSION = re.compile(rf"(?<![\w-])(?:{VAGUE})(?![\w-])", re.IGNORECASE)
EQUAL = re.compile(r"\b(?:an equal number|the same number|equal numbers|an identical number)(?= of\b)", re.IGNORECASE)
_BEFORE = tuple(
    (name, re.compile(rf"(?<!\w)(?:{_any(phrases)})\s+(?:the\s+)?$", re.IGNORECASE)) for name, phrases in BOUNDS.items()
)
_AFTER = tuple(
    (name, re.compile(rf"\s+(?:\w+\s+)?(?:{_any(phrases)})\b", re.IGNORECASE)) for name, phrases in BOUNDS_AFTER.items()
)
FRACTION = re.compile(r"-(?:third|half|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?\b", re.IGNORECASE)
RATIO = re.compile(rf"\b({NUMBER})(?:\s+in|\s+out\s+of)\s+(?:every\s+)?({NUMBER})\b", re.IGNORECASE)
"""One in five" is a share, told by neither number alone; a year or a place behind "in" is no part of it."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it stands in a sentence, before it is known what it counts."""

    start: int
    end: int
    value: float | None
    high: float | None = None
    bound: str = "exact"
    unit: str | None = None


def find_figures(parsed: Parsed) -> tuple[Figure, ...]:
    """All figures of a document, in text order."""
    figures: list[Figure] = []
    for sentence in parsed.sentences:
        found = amounts(parsed.document.words_at(sentence.span))
        taken = _times_of(parsed, sentence) if found else []
        for amount in sorted(found, key=lambda a: (a.start, -a.end)):
            if any(amount.start < end and start < amount.end for start, end in taken):
                continue
            figure = _figure(sentence, amount)
            if figure is not None:
                figures.append(figure)
                taken.append((amount.start, amount.end))
    return tuple(figures)


def _times_of(parsed: Parsed, sentence: Sentence) -> list[tuple[int, int]]:
    """Where times stand in a sentence; a duration is a figure too."""
    shift = parsed.blocks[sentence.block].span.start - sentence.span.start
    return [
        (t.start + shift, t.end + shift) for t in times_in_block(parsed, sentence.block) if t.precision != "duration"
    ]


def amounts(text: str) -> list[Amount]:
    """Every number in a string with its bound and its currency or percent, names and dates still among them."""
    lower = text.lower()
    words = frozenset(WORD.findall(lower))
    wordy = (("equal", EQUAL, "number" in lower), ("vague", VAGUE_EXPRESSION, not words.isdisjoint(VAGUE_WORDS)))
    found = [
        Amount(start=m.start(), end=m.end(), value=None, bound=bound)
        for bound, pattern, likely in wordy
        if likely
        for m in pattern.finditer(text)
    ]
    if not has_digit(text) and words.isdisjoint(NUMBER_WORDS):
        return found
    shares = [m.span() for m in RATIO.finditer(text) if (number_of(m[1]) or 0) < (number_of(m[2]) or 0) < 1500]
    for m in EXPRESSION.finditer(text):
        if not any(start <= m.start() < end for start, end in shares):
            found += _amounts(text, m)
    return found


def _amounts(text: str, m: re.Match[str]) -> list[Amount]:
    """The amounts of one match: one, or both ends where they are no range."""
    low = m["sign_low"] or m["b_low"] or m["low"]
    if low is None:
        return _single(text, m)
    unit, high = _unit(m), m["b_high"] or m["high"] or m["amount"]
    left, right = number_of(low), number_of(high)
    if left is None or right is None:
        return []
    if left < right and (scale := _shared_scale(low, high)):
        left *= scale
    changed = "to" in (m["dash"] or "") and re.search(r"\bfrom\s+$", text[: m.start()], re.IGNORECASE)
    if left >= right or changed:
        return _apart(m, left, right, unit)
    return [Amount(start=m.start(), end=m.end(), value=left, high=right, bound="range", unit=unit)]


def _single(text: str, m: re.Match[str]) -> list[Amount]:
    number = m["amount"] or m["number"]
    value = number_of(number)
    if value is None or FRACTION.match(text, m.end()) or number.lower() in {*SCALES, "hundred", "zero"}:
        return []
    bound = _bound(text, m.start(), m.end(), number)
    return [Amount(start=m.start(), end=m.end(), value=value, bound=bound, unit=_unit(m))]


def _apart(m: re.Match[str], left: float, right: float, unit: str | None) -> list[Amount]:
    """Both ends apart: "From 10 to 20" tells two numbers; "3-1" is the score of a game and tells none."""
    if not m["low"] or "to" not in (m["dash"] or ""):
        return []
    return [
        Amount(start=m.start("low"), end=m.end("low"), value=left, unit=unit),
        Amount(start=m.start("high"), end=m.end(), value=right, unit=unit),
    ]


def _shared_scale(low: str, high: str) -> float | None:
    """The scale that both ends share: "10 to 20 million" means ten million."""
    scale = re.search(rf"(?:{SCALE}|bn|mn|tn|m|k|b)$", high.strip(), re.IGNORECASE)
    if not scale or re.search(rf"(?:{SCALE}|bn|mn|tn|m|k|b)$", low.strip(), re.IGNORECASE):
        return None
    return number_of(f"1 {scale[0]}")


def _unit(m: re.Match[str]) -> str | None:
    if m["sign"]:
        sign = m["sign"].strip()
        return CURRENCY_SIGNS.get(sign) or CURRENCY_SIGNS.get(sign.upper())
    if m["percent"]:
        return "percentage point" if "point" in m["percent"] else "percent"
    if m["currency"]:
        word = m["currency"].strip().lower()
        return CURRENCY_WORDS.get(word) or CURRENCY_WORDS.get(word.removesuffix("s"))
    return None


def _bound(text: str, start: int, end: int, number: str) -> str:
    best, length = "exact", 0
    for name, pattern in _BEFORE:
        m = pattern.search(text, max(0, start - 30), start)
        if m and len(m[0]) > length:
            best, length = name, len(m[0])
    if best == "exact":
        best = next((name for name, pattern in _AFTER if pattern.match(text, end)), "exact")
    return "about" if best == "exact" and LOOSE.search(number) else best


def _figure(sentence: Sentence, amount: Amount) -> Figure | None:
    doc = sentence.doc
    place = doc.char_span(amount.start, amount.end, alignment_mode="expand")
    if place is None:
        return None
    headline = sentence.passage.role is Role.HEADLINE
    if amount.unit is None and amount.bound not in {"vague", "equal"} and is_name(doc, place, headline=headline):
        return None
    what = counted(doc, place.end - 1, money=amount.unit)
    if not _worth_telling(doc.text, amount, place[0], what):
        return None
    words = what.phrase.text if what.phrase is not None else None
    span = Span(sentence.span.start + amount.start, sentence.span.start + amount.end, sentence.span.part)
    return Figure(
        span=span,
        value=amount.value,
        high=amount.high,
        bound=amount.bound,
        unit=amount.unit or what.unit,
        counts=words,
        counts_span=sentence.place(what.phrase) if what.phrase is not None else None,
        head=_lemma(what.head) if what.head is not None else "",
    )


def _lemma(head: Token) -> str:
    """The lower-case singular: the lemmatizer leaves plural names ("Norwegians") as they are."""
    lemma = head.lemma_.lower()
    return lemma.removesuffix("s") if head.tag_ == "NNPS" else lemma


def _worth_telling(text: str, amount: Amount, first: Token, what: Counted) -> bool:
    """Whether the figure says anything: neither "one" nor a vague number does without what it counts."""
    if amount.bound == "vague":
        capital = first.i > 0 and first.text[0].isupper()  # a company's name
        return what.head is not None and not capital
    if text[amount.start : amount.end].lower() == "one":
        of = first.i + 1 < len(first.doc) and first.nbor().lower_ == "of"
        return first.dep_ == "nummod" and not of and what.head is not None and what.head.lemma_.lower() not in IDLE
    return True
