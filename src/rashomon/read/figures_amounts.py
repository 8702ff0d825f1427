"""Numbers as they stand in a sentence, with bound, currency and percent, before it is known what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.read.figures_measures import GLUED_NEXT, below_zero
from rashomon.read.figures_measures import after as measure_after
from rashomon.read.figures_measures import before as measure_before
from rashomon.read.figures_numbers import (
    DIGITS,
    LARGEST,
    LOOSE,
    NO_HYPHENED,
    NUMBER,
    NUMBER_WORDS,
    SCALE,
    SCALES,
    VAGUE,
    VAGUE_WORDS,
    WORD,
    has_digit,
    number_of,
    vague_ends,
)
from rashomon.read.figures_shares import shares
from rashomon.read.figures_tables import BOUNDS, BOUNDS_AFTER, CHANGES, CURRENCY_SIGNS, CURRENCY_WORDS, FRACTIONS


def _any(words: tuple[str, ...] | list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_SIGN = rf"(?:(?<![A-Za-z])(?:{_any(list(CURRENCY_SIGNS))}))\s?"
_SHORT = r"(?:\s?(?:k|m|mn|mln|bn|b|tn)\b)"
_AMOUNT = rf"(?:{DIGITS})(?:{_SHORT}|[ -]?(?:{SCALE})\b)?"
_PERCENT = r"\s?%|\s?pc\b|[ -](?:percent|per cent|pct)\b(?! points?)|[ -](?:percentage|percent)[ -]points?\b"
_MONEY = rf"\s(?!(?-i:(?:Rand|Crown|Franc)\s[A-Z]))(?:{_any(list(CURRENCY_WORDS))})s?\b"
_DASH = r"\s?[-–—]\s?|\s+(?:to|or)\s+"
EXPRESSION = re.compile(
    rf"between\s+(?P<sign_b>{_SIGN})(?P<s_low>{_AMOUNT})\s+and\s+(?:{_SIGN})?(?P<s_high>{_AMOUNT})"
    rf"|(?P<sign>{_SIGN})(?:(?P<sign_low>{_AMOUNT})(?P<sign_dash>{_DASH})(?P<again>{_SIGN})?(?=\d)|)(?P<amount>{_AMOUNT})"
    rf"|(?<![\w.,/:#©'’-])(?:(?P<between>between\s+)(?P<b_low>{NUMBER})\s+and\s+(?P<b_high>{NUMBER})"
    rf"|(?P<low>{NUMBER}){NO_HYPHENED}(?P<dash>{_DASH})(?P<high>{NUMBER})|(?P<number>{NUMBER}))"
    rf"(?!(?!{GLUED_NEXT})[\w/]|[.,:]\d)"
    rf"(?P<percent>{_PERCENT})?(?P<currency>{_MONEY})?",
    re.IGNORECASE,
)
VAGUE_EXPRESSION = re.compile(rf"(?<![\w-])(?:{VAGUE})(?![\w-])", re.IGNORECASE)
EQUAL = re.compile(r"\b(?:an equal number|the same number|equal numbers|an identical number)(?= of\b)", re.IGNORECASE)
_BEFORE = tuple(
    (name, re.compile(rf"(?<!\w)(?:{_any(phrases)})\s+(?:the\s+)?$", re.IGNORECASE)) for name, phrases in BOUNDS.items()
)
_AFTER = tuple(
    (name, re.compile(rf"(?:\s+(?:\w+\s+)?|-)(?:{_any(phrases)})\b", re.IGNORECASE))
    for name, phrases in BOUNDS_AFTER.items()
)


CHANGE = re.compile(rf"\b(?:{'|'.join(CHANGES)})\b[^,;:.]*$", re.IGNORECASE)
THOUSANDS = 1000
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_RANGING = re.compile(r"(?:^|\b(anywhere|ranging|ranged|ranges|range|varying|vary|varied)\s+)from\s+$", re.IGNORECASE)
_WORD_NEXT = re.compile(r"\s+[a-z]")
_PART_BEHIND = re.compile(rf"-(?:{_any(list(FRACTIONS))})s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it stands in a sentence, before it is known what it counts."""

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    bound: str = "exact"
    unit: str | None = None
    form: str = "number"
    """`number`, `share` (a share or a factor), `zero`, `vague` or `equal`."""


def amounts(text: str) -> list[Amount]:
    """Every number in a string with its bound and its currency or percent, names and dates still among them."""
    lower = text.lower()
    words = frozenset(WORD.findall(lower))
    found = list(_wordy(text, lower, words))
    if has_digit(text) or not words.isdisjoint(NUMBER_WORDS):
        told = [(a.start, a.end) for a in found if a.form in {"share", "zero"}]
        for match in EXPRESSION.finditer(text):
            if not any(match.start() < end and start < match.end() for start, end in told):
                found += [_measured(text, a) for a in _amounts(text, match)]
    return found


def _wordy(text: str, lower: str, words: frozenset[str]) -> Iterator[Amount]:
    """What is told without a numeral of its own: vague and equal numbers, shares, factors and zeros."""
    if "number" in lower:
        for match in EQUAL.finditer(text):
            yield Amount(start=match.start(), end=match.end(), value=None, bound="equal", form="equal")
    if not words.isdisjoint(VAGUE_WORDS):
        for match in VAGUE_EXPRESSION.finditer(text):
            low, high = vague_ends(match[0])
            yield Amount(
                start=match.start(), end=match.end(), value=None, low=low, high=high, bound="vague", form="vague"
            )
    for share in shares(text, words):
        yield Amount(
            start=share.start,
            end=share.end,
            value=share.value,
            bound="exact" if share.unit is None else _bound(text, share.start, share.end, ""),
            unit=share.unit,
            form="zero" if share.unit is None else "share",
        )


def _measured(text: str, amount: Amount) -> Amount:
    """The amount with the measure that stands beside it, where there is one of several words."""
    if amount.unit is not None:
        return amount
    start = below_zero(text, amount.start, amount.end)
    if start is not None and amount.value is not None:
        amount = replace(amount, start=start, value=-amount.value)
    if told := measure_after(text, amount.end):
        return replace(amount, unit=told[0], end=told[1])
    if told := measure_before(text, amount.start):
        return replace(amount, unit=told[0], start=told[1])
    return amount


def _amounts(text: str, match: re.Match[str]) -> list[Amount]:
    """The amounts of one match: one, or both ends where they are no range."""
    low = match["s_low"] or match["sign_low"] or match["b_low"] or match["low"]
    if low is None:
        return _single(text, match)
    unit, high = _unit(match), match["s_high"] or match["b_high"] or match["high"] or match["amount"]
    left, right = number_of(low), number_of(high)
    if left is None or right is None:
        return []
    if left < right and (scale := _shared_scale(low, high)):
        left *= scale
    elif left < THOUSANDS <= right and high.endswith(",000") and left < right / 1000 and not match["sign"]:
        left *= 1000  # "4-5,000 people"
    if left >= LARGEST:
        return []
    if left >= right or _changes(text, match):
        return _apart(match, left, right, unit)
    return [Amount(start=match.start(), end=match.end(), value=left, high=right, bound="range", unit=unit)]


def _changes(text: str, match: re.Match[str]) -> bool:
    """Whether two numbers with "to" tell a change: "from 500 to 300", "fell $9bn to $80bn"."""
    if "to" not in (match["dash"] or match["sign_dash"] or ""):
        return False
    if _FROM.search(text, 0, match.start()):
        return not _spans(text, match)
    return match["again"] is not None and CHANGE.search(text, max(0, match.start() - 60), match.start()) is not None


def _spans(text: str, match: re.Match[str]) -> bool:
    """Whether "from 300 to 350 delegates" gives a range and no change: it opens the sentence, or "ranging" does."""
    opening = _RANGING.search(text, 0, match.start())
    return opening is not None and (opening[1] is not None or _WORD_NEXT.match(text, match.end()) is not None)


def _single(text: str, match: re.Match[str]) -> list[Amount]:
    number = match["amount"] or match["number"]
    value = number_of(number)
    if value is None or _PART_BEHIND.match(text, match.end()) or number.lower() in {*SCALES, "hundred", "zero"}:
        return []
    bound = _bound(text, match.start(), match.end(), number)
    return [Amount(start=match.start(), end=match.end(), value=value, bound=bound, unit=_unit(match))]


def _apart(match: re.Match[str], left: float, right: float, unit: str | None) -> list[Amount]:
    """Both ends apart: "From 10 to 20" tells two numbers; "3-1" is the score of a game and tells none."""
    if "to" not in (match["dash"] or match["sign_dash"] or ""):
        return []
    low, high = ("low", "high") if match["low"] else ("sign_low", "again" if match["again"] else "amount")
    start = match.start("sign") if match["sign"] else match.start("low")
    return [
        Amount(start=start, end=match.end(low), value=left, unit=unit),
        Amount(start=match.start(high), end=match.end(), value=right, unit=unit),
    ]


def _shared_scale(low: str, high: str) -> float | None:
    """The scale that both ends share: "10 to 20 million" means ten million."""
    scale = re.search(rf"(?:{SCALE}|bn|mn|tn|m|k|b)$", high.strip(), re.IGNORECASE)
    if not scale or re.search(rf"(?:{SCALE}|bn|mn|tn|m|k|b)$", low.strip(), re.IGNORECASE):
        return None
    return number_of(f"1 {scale[0]}")


def _unit(match: re.Match[str]) -> str | None:
    if match["sign"] or match["sign_b"]:
        sign = (match["sign"] or match["sign_b"]).strip()
        return CURRENCY_SIGNS.get(sign) or CURRENCY_SIGNS.get(sign.upper())
    if match["percent"]:
        return "percentage point" if "point" in match["percent"] else "percent"
    if match["currency"]:
        word = match["currency"].strip().lower()
        return CURRENCY_WORDS.get(word) or CURRENCY_WORDS.get(word.removesuffix("s"))
    return None


def _bound(text: str, start: int, end: int, number: str) -> str:
    best, length = "exact", 0
    for name, pattern in _BEFORE:
        match = pattern.search(text, max(0, start - 30), start)
        if match and len(match[0]) > length:
            best, length = name, len(match[0])
    if best in {"exact", "about"}:  # "some 1,000-plus" is at least that
        behind = next((name for name, pattern in _AFTER if pattern.match(text, end)), None)
        best = "at least" if text.startswith("+", end) else behind or best
    return "about" if best == "exact" and LOOSE.search(number) else best
