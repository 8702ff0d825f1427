"""Which body a bare noun can mean: `the company` no ministry, `the newspaper` no firm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.core.places import country_word
from rashomon.read.cues import cues
from rashomon.read.names_found import folded
from rashomon.read.names_parties import Party
from rashomon.read.nouns import nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

OUTLETS = frozenset(
    {"newspaper", "paper", "daily", "tabloid", "magazine", "outlet", "broadcaster", "network", "channel", "website"}
)
FIRMS = frozenset({"company", "firm", "corporation", "airline", "manufacturer", "maker", "retailer", "conglomerate"})
OFFICES = frozenset(
    {"ministry", "department", "agency", "committee", "commission", "court", "council", "university", "party", "union"}
    | {"bank", "board", "bureau", "group", "fund", "charity", "foundation", "institute", "association", "federation"}
    | {"league", "alliance", "coalition", "hospital", "society", "trust", "church", "museum", "senate", "congress"}
)
"""Nouns that the body meant bears in its name."""

OF_A_PLACE = frozenset(
    """hospital clinic university college school academy court council church mosque temple synagogue museum embassy
    consulate airport port observatory zoo parliament assembly""".split()
)
"""Nouns before which a name says where or whose the body is and does not stand for it: `the Norholm hospital`."""


DEEDS = frozenset(
    """
    close open reopen shut keep recall withdraw sell buy acquire cut hire employ sign launch suspend halt cancel resume
    pay build supply expand reduce scrap raise lower dismiss
    """.split()
)
"""What firms do with their objects."""


def is_one(party: Party, noun: str, *, reported: bool) -> bool:
    """Whether a named party can be what a bare `the <noun>` means.

    Args:
        party: A party named near.
        noun: The lemma of the noun, in the singular.
        reported: Whether something said was laid to the party before.
    """
    if not party.named or party.kind not in {Kind.BODY, Kind.THING} or country_word(party.name) is not None:
        return False
    words = set(folded(party.name).split())
    if noun in OFFICES:
        return party.kind is Kind.BODY and noun in words
    bodies = {w for w in words if nouns().kinds.get(w) in {Kind.BODY, Kind.PEOPLE, Kind.PERSON}}
    if noun in OUTLETS:
        return reported and bodies <= OUTLETS | {"news", "press"}
    return noun in FIRMS and party.kind is Kind.BODY and bodies <= FIRMS | {"group", "bank"}


def told_of(noun: Token) -> Token | None:
    """The name of which "the firm" tells in a clause before it: `Halvex has closed its mine, the firm said`."""
    verb = noun.head
    if noun.dep_ != "nsubj" or noun.lemma_.lower() not in FIRMS or cues().verb(verb) is None:
        return None
    deed = next((t for t in verb.lefts if t.dep_ == "ccomp" and t.i < noun.i), None)
    name = next((t for t in deed.lefts if t.dep_ == "nsubj"), None) if deed is not None else None
    return name if name is not None and name.pos_ == "PROPN" and not any(t.dep_ == "det" for t in name.lefts) else None


def is_own_act(name: Token) -> bool:
    """Whether whoever a name is of does what firms do with things, and ships and products do not."""
    deed = name.head
    return deed.lemma_.lower() in DEEDS and any(t.dep_ == "dobj" for t in deed.rights)


def reports(token: Token) -> bool:
    """Whether a name is the subject of a reporting verb or stands behind `according to`."""
    if token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according":
        return True
    return token.dep_ == "nsubj" and cues().verb(token.head) is not None
