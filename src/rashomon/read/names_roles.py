"""Role phrases: head, modifiers, and whether a phrase can mean a party described with another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.core.places import country_names, nation
from rashomon.read.phrases import noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase
    from spacy.tokens import Token

SPOKES = {
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "chairwoman": "chairman",
    "chairperson": "chairman",
}
"""Nouns that differ by gender alone."""
PAST = frozenset({"former", "ex", "late", "then", "onetime", "erstwhile"})
"""`The president` is not the former president."""

Role = tuple[str, frozenset[str]]
"""The head of a role phrase and its modifiers, countries by their first name in the table."""


def role_head(token: Token) -> str:
    """The lemma of a role's head, one for nouns that differ by gender alone."""
    lemma = token.lemma_.lower()
    return SPOKES.get(lemma, lemma)


def _bare(token: Token) -> str:
    return token.lemma_.lower().strip(".’'")


def role_of(token: Token, phrase: Phrase | None = None) -> Role:
    """The head of a role phrase and its modifiers; `phrase` is its noun phrase, where that is known already."""
    phrase = noun_phrase(token) if phrase is None else phrase
    return role_head(token), modifiers(t for t in phrase if t.i != token.i)


def modifiers(tokens: Iterable[Token]) -> frozenset[str]:
    """The lemmas of the content words among tokens; words that name a country or its people as the country's name."""
    told = [t for t in tokens if t.pos_ in {"NOUN", "PROPN", "ADJ"} and t.text[0].isalnum()]
    words = [t.text for t in told]
    mods: set[str] = set()
    at = 0
    while at < len(words):
        size, country = 1, None
        if words[at][0].isupper():
            sizes = (n for n in (3, 2, 1) if (country := nation(" ".join(words[at : at + n]))))
            size = next(sizes, 1)
        mods.add(country or _bare(told[at]))
        at += size
    return frozenset(mods)


def agree(asked: frozenset[str], known: frozenset[str]) -> bool:
    """Whether a phrase with these modifiers can mean a party described with those."""
    nations = country_names()
    if asked & nations and known & nations and not asked & known & nations:
        return False
    if known & PAST and not asked & PAST:
        return False
    return asked - nations <= known


def name_of(phrase: object) -> str:
    """The phrase as the name of a party that has none."""
    return str(phrase).removesuffix("'s").removesuffix("’s").strip(" ,")
