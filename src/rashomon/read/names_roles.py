"""Role phrases: head, modifiers, and whether a phrase can mean a party described with another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.core.places import nation
from rashomon.read.names_offices import Office, short
from rashomon.read.nouns import nouns
from rashomon.read.phrases import noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase
    from spacy.tokens import Token

PLACES = frozenset({"GPE", "LOC", "NORP", "FAC"})


def role_head(token: Token) -> str:
    """The lemma of a role's head, one for short forms and for nouns that differ by gender alone."""
    return short(token.lemma_.lower())


def _bare(token: Token) -> str:
    return token.lemma_.lower().strip(".’'")


def role_of(token: Token, phrase: Phrase | None = None) -> Office:
    """The head of a role phrase and its modifiers; `phrase` is its noun phrase, where that is known already."""
    phrase = noun_phrase(token) if phrase is None else phrase
    return role_head(token), modifiers(t for t in phrase if t.i != token.i) | hyphened(token)


def hyphened(token: Token) -> frozenset[str]:
    """The word tied to a head by a hyphen: `the vice-president`, `ex-President`."""
    tied = token.i > 1 and token.nbor(-1).text == "-"
    return frozenset({token.nbor(-2).lower_}) if tied else frozenset()


def places_in(phrase: Phrase) -> frozenset[str]:
    """The modifiers of a role phrase that name a place: `Lys` of `the Lys mayor`."""
    return modifiers(
        t for t in phrase if t.ent_type_ in PLACES and t.text[0].isupper() and t.lower_ not in nouns().kinds
    )


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


def name_of(phrase: object) -> str:
    """The phrase as the name of a party that has none."""
    return str(phrase).removesuffix("'s").removesuffix("’s").strip(" ,")
