"""Words of a text, and when two of them are forms of one word; pure functions of strings.

No negation, modal or denial is ever a function word here: "will expel" and "will not expel" must stay apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:[.,]\d+)+|[^\W_]+(?:\.[^\W_])+\.?|[^\W_]+(?:['’][^\W_]+)*")

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those of in on at by for from to with as into onto upon over under about after before
    and or but so than then there here it its he him his she her they them their we us our i me my you your who whom
    whose which what where when while how be is are was were been being am have has had having do does did doing s
    re ve ll d m also just very too more most such some any each other own same both between during through up out
    off again further once mr mrs ms dr one ones
    """.split()
)

_SUFFIXES = (
    "izations", "ization", "isations", "isation", "ational", "fulness", "iveness", "ousness", "ations", "ation",
    "ments", "ment", "ingly", "edly", "ities", "ness", "ions", "ible", "able", "ated", "ates", "ally", "ing", "ies",
    "ion", "ity", "ful", "ous", "ive", "ers", "ate", "ed", "er", "es", "ly", "al", "s",
)  # fmt: skip


SHORT_CHARS = 400
"""Words of texts up to so long are kept for a while."""


def words(text: str) -> list[str]:
    """The lower-case words and numbers of a text, in order, possessive endings taken off."""
    return list(_short(text)) if len(text) <= SHORT_CHARS else _of(text)


def _of(text: str) -> list[str]:
    return [fold(word) for word in WORD.findall(text)]


@lru_cache(maxsize=8192)
def _short(text: str) -> tuple[str, ...]:
    """Sentences, clauses and names are asked for again and again while a story is told."""
    return tuple(_of(text))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word in the form in which it is compared: lower case, no possessive ending, no points in abbreviations."""
    low = word.lower().replace("’", "'")
    low = low.removesuffix("'s")
    return low.replace(".", "") if not low[:1].isdigit() else low.replace(",", "")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A crude English stem: the word without its commonest endings, at least four letters long.

    It only has to bring forms of one word together ("retaliate", "retaliation"); it is never shown.
    """
    if not word.isalpha() or len(word) <= 4:
        return word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)]
            break
    if len(word) > 5 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word[-1] in "ei" else word


def key_stems(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order; negations and modals stay."""
    return [stem(w) for w in words(text) if w not in FUNCTION_WORDS]
