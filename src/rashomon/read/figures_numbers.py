"""Numbers as they are written: in digits, in words, and both ("1.5 million", "twenty-one", "half a million").

Own code and not a library: the kept ones (text2num, number-parser) rewrite a sentence instead of telling where a
number stands, and get "half a million", "two dozen" and "a couple of" wrong.
"""

from __future__ import annotations

import re

UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
"""`k`, `m` and `b` count only beside a currency: "5m" alone may be metres."""

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SCALE = "|".join(SCALES)
_SMALL = "|".join((*sorted((*UNITS, *TENS), key=len, reverse=True), "hundred", SCALE))
WORDS = rf"(?:{_SMALL})(?:(?:[ -]|\s+and\s+)(?:{_SMALL})\b)*"
COLLECTIVE = (
    rf"half[ -](?:an?[ -])?(?:{SCALE}|dozen)|a[ -]quarter[ -]of[ -]a[ -](?:{SCALE})"
    rf"|(?:{DIGITS}|an?|one|two|three|four|five|six|seven|eight|nine|ten)[ -]dozen"
    rf"|an?[ -](?:hundred|{SCALE})|a[ -](?:couple|pair)(?=[ -](?:of|more|dozen))"
)
HALVES = rf"(?:{DIGITS}|{_SMALL})\s+and\s+a\s+half(?:\s+(?:{SCALE}))?|(?:an?|one)\s+(?:and\s+a\s+half)"
NUMERAL = rf"(?:{DIGITS})(?:[ -](?:hundred|{SCALE}|dozen)\b|\s?(?:bn|mn|mln|tn)\b)?"
NUMBER = rf"(?:{HALVES}|{COLLECTIVE}|{NUMERAL}|{WORDS})"
VAGUE = (
    r"(?:tens|hundreds|many) of (?:thousands|millions|billions)"
    r"|(?:many|several|a few|some) (?:dozens?|hundreds?|thousands?)"
    r"|dozens|scores(?= of\b)|hundreds|thousands|millions|billions|several|multiple|numerous|countless"
    r"|a handful(?= of\b)|(?<!quite )a few"
)
VAGUE_WORDS = frozenset(
    "many several few some dozens scores hundreds thousands millions billions multiple numerous countless handful".split()
)
"""Of these one stands in every vague number."""

LOOSE = re.compile(r"couple|dozen", re.IGNORECASE)
"""Collective numbers that are said loosely: "a dozen" is about twelve."""

NUMBER_WORDS = frozenset({*UNITS, *TENS, *SCALES, "hundred", "half", "quarter", "dozen", "couple", "pair"})
_DIGIT = re.compile(r"\d")
WORD = re.compile(r"[a-z]+")
_HALF = re.compile(r"(.+?)\s+and\s+a\s+half(?:\s+(\w+))?$")
_MIXED = re.compile(rf"({DIGITS})(?:[ -]?(\w+))?$")


def has_digit(text: str) -> bool:
    """Whether a text has any digit."""
    return _DIGIT.search(text) is not None


def has_number(text: str) -> bool:
    """Whether a text has a digit or a number word: a cheap test before the patterns, which are dear."""
    return has_digit(text) or not NUMBER_WORDS.isdisjoint(WORD.findall(text.lower()))


def number_of(text: str) -> float | None:
    """What a number is worth, or None where it is none ("two hundred and six" is 206, "half a million" 500,000)."""
    text = " ".join(text.lower().split())
    half = _HALF.match(text)
    if half:
        whole = number_of("one" if half[1] in {"a", "an"} else half[1])
        scale = _scale(half[2])
        return (whole + 0.5) * scale if whole is not None and scale else None
    mixed = _MIXED.match(text)
    if mixed:
        value = float(mixed[1].replace(",", ""))
        scale = _scale(mixed[2])
        return None if scale is None else _round(value * scale)
    words = re.split(r"[\s-]+", text)
    if words[0] == "half":
        scale = _scale(words[-1])
        return None if scale is None else scale / 2
    if words[:3] == ["a", "quarter", "of"]:
        scale = _scale(words[-1])
        return None if scale is None else scale / 4
    return _in_words(words)


def _scale(word: str | None) -> float | None:
    if not word:
        return 1
    return {"hundred": 100, "dozen": 12}.get(word) or SCALES.get(word) or SHORT_SCALES.get(word)


def _round(value: float) -> float:
    """Without the dust of binary fractions: 1.1 million is 1,100,000."""
    return float(round(value, 6))


def _in_words(words: list[str]) -> float | None:
    total = part = 0.0
    seen = False
    for word in words:
        if word == "and" or (word in {"a", "an"} and not seen):
            continue
        seen = True
        if word in {"couple", "pair"}:
            part += 2
        elif word in UNITS:
            part += UNITS[word]
        elif word in TENS:
            part += TENS[word]
        elif word in {"hundred", "dozen"}:
            part = max(part, 1) * (100 if word == "hundred" else 12)
        elif word in SCALES:
            total += max(part, 1) * SCALES[word]
            part = 0.0
        else:
            return None
    return total + part if seen else None
