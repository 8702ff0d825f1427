"""Words of any language as plain Latin letters, and their consonants by sound."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile("[Ѐ-ӿ]")

LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяєіїґ",
        "a b v g d e e zh z i i k l m n o p r s t u f h ts ch sh sh - y - e yu ya e i i g".replace("-", "").split(" "),
        strict=True,
    )
)
"""Cyrillic letters by sound."""
PLAINER = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
"""Letters that do not come apart into a letter and its mark."""
SOUNDS = (
    ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("zh", "s"), ("sh", "s"), ("ch", "s"), ("cz", "s"), ("ts", "s"),
    ("tz", "s"), ("dj", "s"), ("ph", "f"), ("th", "t"), ("kh", ""), ("gh", "g"), ("ck", "k"), ("qu", "k"),
    ("x", "ks"), ("q", "k"), ("c", "k"), ("z", "s"), ("w", "v"), ("h", ""), ("j", ""),
)  # fmt: skip
"""Spellings of one sound, roughly, tried in this order; a vowel says little and is dropped with h and j."""
VOWELS = re.compile("[aeiouy]+")


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """A word in lower-case Latin letters without marks; other scripts than Cyrillic stay as they are."""
    low = "".join(PLAINER.get(c, LETTERS.get(c, c)) for c in word.lower())
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 16)
def sounds(form: str) -> str:
    """The consonants of a plain form by sound, doubled ones once."""
    for spelling, sound in SOUNDS:
        form = form.replace(spelling, sound)
    return re.sub(r"(.)\1", r"\1", VOWELS.sub("", form))
