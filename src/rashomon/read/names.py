"""Who is meant: names, roles and pronouns of one document brought together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from rashomon.core import Kind, Mention, Referent
from rashomon.read.parse import Parsed, Sentence
from rashomon.read.phrases import modifiers_of, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Names:
    """The parties of one document and the mentions that stand for them."""

    mentions: tuple[Mention, ...]

    @classmethod
    def of(cls, parsed: Parsed) -> Self:
        """Find the names of a document and bring together those of one party."""
        return cls(mentions=())

    def referent(self, token: Token, sentence: Sentence) -> Referent | None:
        """What the noun phrase or pronoun headed by `token` stands for; None for a pronoun that stays open.

        Every noun phrase has a referent: one without a known party is named by its own words.
        """
        if token.pos_ == "PRON":
            return None
        phrase = noun_phrase(token)
        return Referent(
            span=sentence.place(phrase),
            name=phrase.text,
            kind=Kind.THING,
            head=token.lemma_.lower(),
            modifiers=modifiers_of(token),
        )
