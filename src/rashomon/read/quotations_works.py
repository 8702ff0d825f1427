"""Titles between marks: of books, films and songs, and names that something is given; nobody speaks in them.

The word before the opening mark tells: `her novel “...”`, `a campaign called “...”`. A title begins with a capital
letter or a figure; what goes on with the reporter's sentence does not (`the film “is an insult”`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.cues import cues
from rashomon.read.quotations_stretches import Block, Stretch

if TYPE_CHECKING:
    from spacy.tokens import Token

WORKS = frozenset(
    """
    novel novella book memoir biography autobiography film movie documentary musical opera play comedy drama sequel
    song single album ballad hymn anthem poem painting sculpture exhibition show sitcom soap series episode podcast
    programme program chapter trilogy anthology bestseller textbook cartoon comic video-game
    """.split()
)
TITLED = frozenset({"titled", "entitled", "subtitled", "retitled"})
NAMED = frozenset({"called", "named", "dubbed", "nicknamed", "christened", "known"})
"""Participles that give a name to the noun before them; as verbs of a clause they tell what somebody calls it."""


def names_a_work(block: Block, stretch: Stretch) -> bool:
    """Whether the words before a stretch say that it is a title or a name."""
    words = stretch.words.lstrip("…. ‘'[")
    if not (words[:1].isupper() or words[:1].isdigit()):
        return False
    opening = stretch.span.start - 1 - stretch.first.span.start
    before = [t for t in block.outside(stretch.first) if t.idx < opening and not t.is_space]
    if not before:
        return False
    last = before[-1]
    if last.text == "," and len(before) > 1:
        return _is_work(before[-2]) and _is_apart(stretch, words)
    if last.lower_ == "as" and len(before) > 1:
        last = before[-2]
    return _is_work(last) or last.lower_ in TITLED or (last.lower_ in NAMED and _gives_a_name(last))


def _is_work(token: Token) -> bool:
    """Whether a noun is a work, but not one that somebody calls something: `called the film “...”`."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in WORKS:
        return False
    naming = cues().verb(token.head)
    return naming is None or not naming.takes("a")


def _is_apart(stretch: Stretch, words: str) -> bool:
    """Whether marks behind a comma hold a title: capitals but for small words, and no sentence that ends."""
    parts = [w for w in words.split() if len(w) > 3]
    return stretch.closed and all(w[0].isupper() for w in parts) and words.rstrip()[-1:] not in ".?!"


def _gives_a_name(token: Token) -> bool:
    """Whether a participle describes the noun before it: `a campaign called “...”`, not `it was called “...”`."""
    return token.tag_ in {"VBN", "VBD"} and token.dep_ in {"acl", "amod", "relcl"}
