"""The words by which facts are found, the same in every store, and the keys by which what is found is ordered.

No engine's own idea of a word is used: text is folded into words here, and a store only looks words up. What is asked
by field (`status:denied`) is a word too, with a mark that no word of a text can have. So a question has the same
answer on every engine, by construction.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from datetime import UTC, datetime, timedelta

from rashomon.core import content_id

MARK = "·"
"""Stands before a field and between it and a word in it; punctuation, so never in a word of a text."""
HEAD = "¦"
"""Stands before the first letters of a word of the text, by which the beginnings of words are looked up."""
HEAD_CHARS = 3
"""So many letters of a word at most are looked up as its head: what begins so short, too many words do to be merged."""
BREAK = "¶"
"""Stands between two values of a field, so that no phrase runs across them."""
WORD_CHARS = 100
"""A longer word is found by so many of its characters."""
WORDS_INDEXED = 50_000
"""So many words of one document are looked up; the text itself is kept whole."""

# Scripts written without spaces (Unicode blocks: Thai, Lao, kana, ideographs): each character is a word, and what is
# looked for is a phrase of them.
_UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_WORD = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_])+")

_VOICED = "\u3099\u309a"
"""The marks of kana, which make another letter and not an accent."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def folded(text: str) -> list[str]:
    """The words of a text as they are looked up: without case, diacritics, punctuation or width (UAX 15, NFKD)."""
    if text.isascii():
        plain = text.lower()
    else:
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        plain = unicodedata.normalize("NFC", _BEYOND_ASCII.sub(_without_marks, apart))
    return [word[:WORD_CHARS] for word in _WORD.findall(plain)]


def _without_marks(found: re.Match[str]) -> str:
    return "".join(c for c in found[0] if c in _VOICED or unicodedata.category(c) != "Mn")


def marked(field: str, value: str) -> list[str]:
    """The words of one value of a field; `("outlet", "Bay Post")` gives `·outlet·bay ·outlet·post`."""
    return [f"{MARK}{field}{MARK}{word}" for word in folded(value)]


def named(field: str, value: str) -> str:
    """One word for a whole value, told apart to the letter: for ids, which are compared and never searched in."""
    return f"{MARK}{field}{MARK}{content_id(value)}"


def headed(word: str) -> str | None:
    """The head by which words of a text that begin so are found; None where it is too long for one, or of a field."""
    return f"{HEAD}{word}" if len(word) <= HEAD_CHARS and MARK not in word else None


def indexed(text: Iterable[str], fields: Iterable[tuple[str, str]] = (), ids: Iterable[tuple[str, str]] = ()) -> str:
    """The words of a row, as one string in which spaces stand between them.

    Args:
        text: what free words are looked up in.
        fields: pairs of a field and a value.
        ids: pairs of a field and an id.
    """
    return " ".join(_words(text, fields, ids))


def _words(text: Iterable[str], fields: Iterable[tuple[str, str]], ids: Iterable[tuple[str, str]]) -> Iterator[str]:
    heads: dict[str, None] = {}
    for piece in text:
        words = folded(piece)[:WORDS_INDEXED]
        heads |= dict.fromkeys(word[:chars] for word in words for chars in range(1, HEAD_CHARS + 1))
        yield from words
        yield BREAK
    for field, value in dict.fromkeys(fields):
        yield from marked(field, value)
        yield BREAK
    for field, value in dict.fromkeys(ids):
        yield named(field, value)
    yield from (f"{HEAD}{head}" for head in heads)


_FIRST = datetime(1, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_BELOW_MINUTE = 30
"""Bits that tell apart what is of one minute; with 33 for the minutes since the year 1, a key has 63."""
DATED = 1 << _BELOW_MINUTE
"""The least key of anything that has a date."""
GREATEST = 2**63 - 1
"""No key is greater."""


def key(at: datetime | None, *name: str) -> int:
    """The key of what is told at a time and has this name: greater is later, to the minute; undated comes before all.

    Full-text indexes hand out what they find in the order of their keys, so with the time in the key the newest of a
    million come without sorting the million. What is of one minute stands in an order that its name alone decides.
    """
    tail = int.from_bytes(hashlib.blake2b(content_id(*name).encode(), digest_size=4).digest(), "big")
    return earliest_key(at) | tail >> (32 - _BELOW_MINUTE)


def earliest_key(at: datetime | None) -> int:
    """The least key that anything of this minute can have."""
    minutes = 0 if at is None else (at - _FIRST) // _MINUTE + 1
    return minutes << _BELOW_MINUTE


def next_free(wanted: int, taken: Container[int]) -> int:
    """The key itself, or the next that is not taken."""
    while wanted in taken:
        wanted += 1
    return wanted


def free(wanted: int, taken: set[int]) -> int:
    """The same; it is taken then."""
    found = next_free(wanted, taken)
    taken.add(found)
    return found
