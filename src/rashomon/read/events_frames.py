"""The party acted on behind a preposition: "gave aid to Alba", "withdrew troops from Bree", "cut ties with Celland".

PLOVER's target is the party that an act is done to, not the thing that is handed over or the noun that a verb with
little meaning of its own carries. Which verbs, nouns and prepositions go together is declared in
`data/target_frames.tsv`. Somebody who is sent, named or counted stays what is acted on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from rashomon.read.nouns import nouns
from rashomon.read.status_conditions import in_condition_phrase
from rashomon.read.status_syntax import VERBAL, is_passive, lemmas_of
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

MONEY = "$"
NOTHING = "-"
ANYTHING = "*"
PARTS = frozenset({"some", "most", "all", "part", "number", "half", "more", "rest", "many", "thousand", "hundred"})
UNPLACED = frozenset({"DATE", "TIME", "ORDINAL", "PERCENT", "MONEY", "QUANTITY", "CARDINAL"})
"""Kinds of names after a preposition that no party bears."""

PEOPLE_SENT = frozenset({"troop", "soldier", "peacekeeper", "marine", "envoy", "ambassador", "guard", "police"})
"""Objects that are persons: with a number before them it is they who are counted, and they stay the target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Verbs with the objects and prepositions that go with them."""

    name: str
    verbs: frozenset[str]
    objects: frozenset[str]
    prepositions: tuple[str, ...]


@cache
def frames() -> tuple[Frame, ...]:
    """All declared frames, in the order of the file."""
    text = files("rashomon.read").joinpath("data/target_frames.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(
        Frame(name=row[0], verbs=_set(row[1]), objects=_set(row[2]), prepositions=tuple(row[3].split(", ")))
        for row in rows
    )


def _set(cell: str) -> frozenset[str]:
    return frozenset(word.strip() for word in cell.split(",") if word.strip())


def framed_target(verb: Token, carried: Token | None) -> Token | None:
    """The party behind the preposition of a declared frame.

    Args:
        verb: the verb, active or passive, or the noun made of it ("the suspension of aid").
        carried: its object, or the subject of its passive; None where it has neither.

    Returns:
        The head of that party, None where no frame holds.
    """
    lemmas = lemmas_of(verb) if verb.pos_ in VERBAL else (verb.lemma_.lower(),)
    for frame in frames():
        if not frame.verbs.intersection(lemmas) or not _carries(frame, carried):
            continue
        for preposition in frame.prepositions:
            for head in (verb, carried, _done_with(carried), _second(carried)):
                if head is not None and (party := _behind(head, preposition, verb)) is not None:
                    return party
        if carried is not None and (dative := _dative(verb)) is not None:
            return dative
    return None


def mutual_object(verb: Token, carried: Token) -> bool:
    """Whether a verb and its object tell what two do together: "upgraded ties", "signed a pact"."""
    lemmas, noun = lemmas_of(verb), carried.lemma_.lower()
    return any(f.name == "tie" and f.verbs.intersection(lemmas) and noun in f.objects for f in frames())


def _carries(frame: Frame, carried: Token | None) -> bool:
    if carried is None:
        return NOTHING in frame.objects
    lemma = _whole(carried).lemma_.lower()
    if lemma in PEOPLE_SENT and any(t.dep_ == "nummod" for t in children(carried)):
        return False
    if ANYTHING in frame.objects:
        return _a_thing(carried)
    return lemma in frame.objects or (MONEY in frame.objects and carried.ent_type_ == "MONEY")


def _done_with(carried: Token | None) -> Token | None:
    """The participle after an object: "lifted sanctions imposed on Bree"."""
    if carried is None:
        return None
    return next((t for t in children(carried) if t.dep_ == "acl" and t.tag_ == "VBN"), None)


def _second(carried: Token | None) -> Token | None:
    """The second of two objects, which has what belongs to both: "voiced anger and condemnation of the raid"."""
    return None if carried is None else next((t for t in children(carried) if t.dep_ == "conj"), None)


def _whole(noun: Token) -> Token:
    """What a noun of parts is a part of: the troops in "some of its troops"."""
    if noun.lemma_.lower() not in PARTS:
        return noun
    of = next((t for t in children(noun) if t.dep_ == "prep" and t.lower_ == "of"), None)
    return next((t for t in children(of) if t.dep_ == "pobj"), noun) if of is not None else noun


def _a_thing(noun: Token) -> bool:
    """Whether a noun names no person, body or place."""
    if noun.pos_ != "NOUN" or noun.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}:
        return False
    return noun.lemma_.lower() not in nouns().kinds


def _behind(head: Token, preposition: str, verb: Token) -> Token | None:
    for t in children(head):
        if t.dep_ not in {"prep", "dative", "agent"} or t.lower_ != preposition or t.i < head.i:
            continue
        if t.dep_ == "agent" and is_passive(verb) and head.i == verb.i:
            continue
        inner = next((p for p in children(t) if p.dep_ == "prep"), t)  # "out of", "away from"
        party = next((o for o in children(inner) if o.dep_ == "pobj" and not in_condition_phrase(o)), None)
        if party is not None and party.ent_type_ not in UNPLACED and party.pos_ in {"NOUN", "PROPN", "PRON"}:
            return party
    return None


def _dative(verb: Token) -> Token | None:
    return next((t for t in children(verb) if t.dep_ == "dative" and t.pos_ != "ADP"), None)
