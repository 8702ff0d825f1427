"""Numbers as they are written: in digits, in words, and both ("1.5 million", "twenty-one", "half a million").

Own code and not a library: the kept ones (text2num, number-parser) rewrite a sentence instead of telling where a
number stands, and get "half a million", "two dozen" and "a couple of" wrong.
"""

from __future__ import annotations

import re

from rashomon.read.figures_tables import MILLIONS

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

_THIN = "\u00a0\u2009\u202f"
"""Blanks that set thousands apart and break no line."""

DIGITS = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,3}}(?:[{_THIN}]\d{{3}})+\b|\d{{1,3}}(?:,?\s000)+\b|\d+(?:\.\d+)?"
"""A stray blank is taken only before three noughts, which are no number of their own: "30, 000"."""
SCALE = "|".join(SCALES)
_SMALL = "|".join((*sorted((*UNITS, *TENS), key=len, reverse=True), "hundred", SCALE))
NO_HYPHENED = r"(?!(?<=ty)-(?:one|two|three|four|five|six|seven|eight|nine)\b)"
"""Between a low and a high end: the hyphen of "twenty-eight" parts no range."""

WORDS = rf"(?:{_SMALL})(?:(?:[ -]|\s+and\s+)(?:{_SMALL})\b)*"
COLLECTIVE = (
    rf"(?:a[ -])?half[ -](?:an?[ -])?(?:{SCALE}|dozen)|a[ -]quarter[ -]of[ -]a[ -](?:{SCALE})"
    rf"|(?:{DIGITS}|an?|one|two|three|four|five|six|seven|eight|nine|ten)[ -]dozen"
    rf"|an?[ -](?:hundred|{SCALE})|a[ -]couple(?:[ -]of)?[ -](?:hundred|{SCALE}|dozen)"
    r"|a[ -](?:couple|pair)(?=[ -](?:of|more|dozen))"
)
HALVES = rf"(?:{DIGITS}|{_SMALL})\s+and\s+a\s+half(?:\s+(?:{SCALE}))?|(?:an?|one)\s+(?:and\s+a\s+half)"
_MILLION = rf"m(?=\s(?:[a-z-]+\s){{0,2}}(?:{MILLIONS})\b)"
NUMERAL = rf"(?:{DIGITS})(?:(?:[ -]?(?:{SCALE})|[ -](?:hundred|dozen))\b|\s?(?:bn|mn|mln|tn)\b|{_MILLION})?"
NUMBER = rf"(?:{HALVES}|{COLLECTIVE}|{NUMERAL}|{WORDS})"
VAGUE = (
    r"(?:tens|hundreds|many) of (?:thousands|millions|billions)"
    r"|(?:many|several|a few|some) (?:dozens?|hundreds?|thousands?)"
    r"|dozens|scores(?= of\b)|hundreds|thousands|millions|billions|several|multiple|numerous|countless"
    r"|a handful(?= of\b)|(?<!quite )a few"
)
VAGUE_WORDS = frozenset(
    "many several few some dozens scores hundreds thousands millions billions multiple numerous countless "
    "handful".split()
)
"""Of these one stands in every vague number."""
VAGUE_SIZES = {
    "several": (3, 12), "multiple": (2, None), "numerous": (3, None), "countless": (3, None), "handful": (3, 10),
    "few": (2, 10), "dozens": (20, 200), "scores": (40, 400), "hundreds": (200, 2000), "thousands": (2000, 20_000),
    "millions": (2_000_000, 20_000_000), "billions": (2_000_000_000, 20_000_000_000),
}  # fmt: skip
"""The least and the most that a vague word can fairly stand for: from two of its kind to what the next would say."""

LOOSE = re.compile(r"couple|dozen", re.IGNORECASE)
"""Collective numbers that are said loosely: "a dozen" is about twelve."""

NUMBER_WORDS = frozenset({*UNITS, *TENS, *SCALES, "hundred", "half", "quarter", "dozen", "couple", "pair"})
LARGEST = 1e15
"""From here on nothing is counted in news: it is a serial number or a slip, and a float no longer tells it exactly."""

_DIGIT = re.compile(r"\d")
_BLANKS_WITHIN = re.compile(rf"(?<=\d)(?:[{_THIN}](?=\d{{3}}\b)|,?\s(?=000\b))")
WORD = re.compile(r"[a-z]+")
_HALF = re.compile(r"(.+?)\s+and\s+a\s+half(?:\s+(\w+))?$")
_MIXED = re.compile(rf"({DIGITS})(?:[ -]?(\w+))?$")


def has_digit(text: str) -> bool:
    """Whether a text has any digit."""
    return _DIGIT.search(text) is not None


def vague_ends(text: str) -> tuple[float | None, float | None]:
    """The least and the most of a vague number: "tens of thousands" is twenty to two hundred thousand."""
    words = text.lower().split()
    last = words[-1] if words[-1].endswith("s") or words[-1] in VAGUE_SIZES else f"{words[-1]}s"
    low, high = VAGUE_SIZES.get(last, (None, None))
    if low is None:
        return None, None
    if words[0] in {"tens", "hundreds"} and len(words) > 1:
        size = SCALES[last.removesuffix("s")] * (10 if words[0] == "tens" else 100)
        return 2.0 * size, 20.0 * size
    return float(low), None if high is None else float(high)


def number_of(text: str) -> float | None:
    """What a number is worth, or None where it is none ("two hundred and six" is 206, "half a million" 500,000).

    One from `LARGEST` up has no worth, and so none is infinite.
    """
    value = _worth(text)
    return value if value is not None and value < LARGEST else None


def _worth(text: str) -> float | None:
    text = " ".join(_BLANKS_WITHIN.sub("", text.lower()).split())
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
    if "half" in words[:2]:
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
        if word in {"and", "of"} or (word in {"a", "an"} and not seen):
            continue
        seen = True
        if word in {"couple", "pair"}:
            part += 2
        elif word in UNITS:
            part += UNITS[word]
        elif word in TENS:
            part += TENS[word]
        elif word in {"hundred", "dozen"}:
            part = max(part, 1.0) * (100 if word == "hundred" else 12)
        elif word in SCALES:
            total += max(part, 1.0) * SCALES[word]
            part = 0.0
        else:
            return None
    return total + part if seen else None
