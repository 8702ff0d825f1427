"""Words with their places, cheaply: grouping works on all documents, so no parser here."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rashomon.core import Document, Part, Role

WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., U.N.
    r"|\d+(?:[.,:]\d+)*"
    r"|[぀-ヿ㐀-鿿豈-﫿]"  # scripts without blanks: a character is a word
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?"
)
SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bMrs)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.!?:…][\"”’')\]]*\s+[\"“‘'(\[]*|^[\"“‘'(\[\s]*|\n[\"“‘'(\[\s]*"
)


class Word(NamedTuple):
    """One word of a document's prose: its place, lower-case form, and how it stands."""

    start: int
    end: int
    form: str
    capital: bool
    first: bool
    """Whether it begins a sentence, where a capital tells nothing."""


class Line(NamedTuple):
    """The words of one prose passage."""

    part: Part
    role: Role
    words: tuple[Word, ...]


REMEMBERED_DOCUMENTS = 1024
"""Documents whose words are kept for the next reader: a press review is cut into words once, an archive holds its
memory (about 60 KB a report)."""


@lru_cache(maxsize=REMEMBERED_DOCUMENTS)
def lines(document: Document) -> tuple[Line, ...]:
    """The words of each prose passage of a document, in reading order."""
    return tuple(
        Line(p.span.part, p.role, _words(document.part(p.span.part), p.span.start, p.span.end))
        for p in document.prose()
    )


def _words(text: str, start: int, end: int) -> tuple[Word, ...]:
    stretch = text[start:end]
    firsts = {m.end() for m in SENTENCE_END.finditer(stretch)}
    found = []
    for m in WORD.finditer(stretch):
        at, stop = m.span()
        word = m.group()
        found.append(Word(start + at, start + stop, form_of(word), word[0].isupper(), at in firsts))
    return tuple(found)


def form_of(word: str) -> str:
    """The form in which words are compared: lower case, one apostrophe, no dots within initials."""
    if "." in word and word[0].isalpha():
        word = word.replace(".", "")
    return word.lower().replace("’", "'")


@lru_cache(maxsize=1 << 16)
def stem(form: str) -> str:
    """A rough stem of an English word.

    It need not be a word, only the same for forms of one word ("expels", "expelled", "expelling"). Other languages
    lose little by it, since the endings are English ones.
    """
    w = form.removesuffix("'s")
    if len(w) > 4:
        w = _without_plural(w)
    if len(w) > 5:
        w = _without_ending(w)
    if len(w) > 3 and (w[-1] == "e" or w[-1] == w[-2]):
        w = w[:-1]
    return w


def _without_plural(w: str) -> str:
    if w.endswith("ies"):
        return w[:-3] + "y"
    if w.endswith("sses") or (w.endswith("es") and w[-3] in "sxzh"):
        return w[:-2]
    if w[-1] == "s" and w[-2] not in "su":
        return w[:-1]
    return w


ENDINGS = (("ing", 6), ("ed", 6), ("ion", 7), ("ly", 6), ("er", 7), ("ment", 8))
"""An ending and the least length of the words that lose it; the first that fits is taken."""


def _without_ending(w: str) -> str:
    for ending, least in ENDINGS:
        if len(w) >= least and w.endswith(ending):
            w = w[: -len(ending)]
            break
    return w
