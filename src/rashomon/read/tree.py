"""The parse of a sentence as a tree that is walked many times: its words and what hangs on each, made once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

remembered = lru_cache(maxsize=512)
"""Keeps the answers about a word that several readers ask for, while its sentence is read."""

SENTENCES = 8
"""How many sentences' trees are kept: a sentence is read to its end before the next."""


def children(token: Token) -> tuple[Token, ...]:
    """The words that hang on a word, in text order."""
    return _below(token.doc)[token.i]


@lru_cache(maxsize=SENTENCES)
def tokens(doc: Doc) -> tuple[Token, ...]:
    """The words of a sentence, in text order."""
    return tuple(doc)


@lru_cache(maxsize=SENTENCES)
def _below(doc: Doc) -> tuple[tuple[Token, ...], ...]:
    below: list[list[Token]] = [[] for _ in range(len(doc))]
    for token in tokens(doc):
        head = token.head.i
        if head != token.i:
            below[head].append(token)
    return tuple(tuple(words) for words in below)
