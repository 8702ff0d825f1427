"""Phrases that lay words to somebody without a reporting verb: `according to Kerr`, `in her words`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.read.syntax import owner_of

if TYPE_CHECKING:
    from spacy.tokens import Token

OWN_WORDS = frozenset({"words", "word", "view", "opinion", "phrase", "telling", "judgment", "judgement", "eyes"})
"""`In her words`, `in the view of the court`: nouns that lay a clause to their owner behind `in`."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase `[start, end)` that lays its clause to a speaker; `cue` is its chief word, `above` what it hangs on."""

    cue: Token
    speaker: Token
    start: int
    end: int
    above: Token


def phrase_at(token: Token) -> Phrase | None:
    """The phrase whose chief word a token is."""
    if token.lower_ == "according":
        to = next((c for c in token.children if c.lower_ == "to"), None)
        speaker = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
        if speaker is None:
            return None
        end = max(speaker.right_edge.i, token.right_edge.i) + 1
        return Phrase(token, speaker, token.left_edge.i, end, token.head)
    if token.lower_ in OWN_WORDS and token.dep_ == "pobj" and token.head.lower_ == "in":
        speaker = owner_of(token)
        if speaker is not None:
            return Phrase(token, speaker, token.head.left_edge.i, token.right_edge.i + 1, token.head.head)
    return None


def phrase_among(tokens: Iterable[Token]) -> Phrase | None:
    """The last such phrase among tokens."""
    return next((found for token in reversed(list(tokens)) if (found := phrase_at(token)) is not None), None)
