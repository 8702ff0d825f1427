"""Whom a role phrase or pronoun means, given the memory of who was named lately."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.core.places import country_names
from rashomon.read.cues import cues
from rashomon.read.names_found import folded
from rashomon.read.names_memory import FOREMOST, IN_MIND, Memory
from rashomon.read.names_parties import Party
from rashomon.read.names_roles import PAST, Role, agree
from rashomon.read.nouns import nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
EMPTY_VERBS = frozenset({"be", "seem", "appear", "take", "become", "feel", "look", "sound", "happen", "emerge"})
"""Verbs whose `it` mostly stands for nothing."""
NEVER = frozenset({"spokesperson", "official", "source"})
"""Roles that several people hold, so that they point to nobody by being told of him alone."""
LOOSE = frozenset(
    {"official", "source", "expert", "analyst", "spokesperson", "person", "individual", "minister", "president"}
)
"""Roles so common that "the official" points to nobody who was not called one."""


NEARLY = 0.6
"""The share of the foremost one's weight from which another is as likely to be meant."""


def described(memory: Memory, role: Role, *, kind: Kind, plural: bool, gender: str = "") -> list[Party]:
    """The party last described by this head with modifiers that do not speak against it.

    Several where people who share the office were named side by side: `the prime minister`, of two who met.
    """
    head, mods = role
    best: tuple[int, bool, int] | None = None
    chosen = None
    fits: dict[int, tuple[int, Party]] = {}
    for place, party in enumerate(memory.ranked()):
        if plural != (party.kind is Kind.PEOPLE and not party.named):
            continue
        if gender and party.gender and gender != party.gender:
            continue
        for other, known in party.roles:
            if other != head or not agree(mods, known) or (plural and not mods <= known):
                continue
            # several people speak for somebody in one report: the last of them is meant, named or not
            score = (len(mods & known), party.named and head not in NEVER, -place)
            if party.named and kind is Kind.PERSON and score[0] >= fits.get(id(party), (0, party))[0]:
                fits[id(party)] = score[0], party
            if best is None or score > best:
                best, chosen = score, party
        if (
            kind is Kind.BODY
            and party.named
            and party.kind is Kind.BODY
            and not mods
            and head in folded(party.name).split()[-1:]
        ):
            score = (0, True, -place)
            if best is None or score > best:
                best, chosen = score, party
    if chosen is None or best is None:
        return []
    floor = NEARLY * memory.weight(chosen)
    rivals = [p for n, p in fits.values() if n == best[0] and p.name != chosen.name and memory.weight(p) > floor]
    return [chosen, *rivals] if chosen.named else [chosen]


def same_subject(person: Party | None, memory: Memory, token: Token, role: Role, kind: Kind) -> Party | None:
    """`The former party leader said`, of the person the sentence before was about."""
    head, mods = role
    if mods & PAST and kind is Kind.PERSON:
        former = [p for p in islice(memory.ranked(), FOREMOST) if any(known & PAST for _, known in p.roles) and p.named]
        if len(former) == 1 and memory.weight(former[0]) > IN_MIND:
            return former[0]
    if person is None or kind is not Kind.PERSON or person.kind is not Kind.PERSON or not person.named:
        return None
    inverted = token.dep_ in {"dobj", "attr"} and token.i > token.head.i and cues().verb(token.head) is not None
    if not (token.dep_ == "nsubj" or inverted) or (not mods and head in LOOSE) or head in NEVER:
        return None
    gender = nouns().gender.get(token.lemma_.lower(), "")
    if gender and person.gender and gender != person.gender:
        return None
    nations = {m for _, known in person.roles for m in known if m in country_names()}
    if nations and (mods & country_names()) and not (mods & nations):
        return None
    return person


def pronoun(memory: Memory, token: Token, barred: set[int], *, inside: bool) -> Party | None:
    """The party that a personal pronoun means, None where it stays open; `barred` are those its clause rules out."""
    word = token.lower_
    if word in HE or word in SHE:
        gender = "m" if word in HE else "f"
        party = _foremost(memory, barred, {Kind.PERSON}, gender)
        if party is not None and not party.gender:
            party.gender = gender
        return party
    if word in THEY and not inside:
        return _foremost(memory, barred, {Kind.PEOPLE, Kind.BODY}, "", plural=True)
    if word in {"it", "its"} and not inside and token.dep_ in {"nsubj", "poss"}:
        if token.dep_ == "nsubj":
            if token.head.lemma_ in EMPTY_VERBS or token.head.pos_ == "AUX":
                return None
            if cues().verb(token.head) is not None:
                return _that_acts(memory, barred)
            return _foremost(memory, barred, {Kind.BODY, Kind.PLACE}, "")
        return None if _of_a_thing(token) else _foremost(memory, barred, {Kind.BODY, Kind.PLACE}, "")
    return None


def _that_acts(memory: Memory, barred: set[int]) -> Party | None:
    """The body, or the country or place told as acting, that `it` means; a place where things happen is not meant."""
    party = _foremost(memory, barred, {Kind.BODY, Kind.PLACE}, "")
    if party is None or party.kind is Kind.BODY or id(party) in memory.reporters:
        return party
    return party if any(head == "country" for head, _ in party.roles) else None


def _of_a_thing(token: Token) -> bool:
    """Whether `its` belongs to the thing that its clause is about: `The letter was mocked for its boasts`."""
    verb = token.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < token.i]
    return bool(subjects) and subjects[0].tag_ == "NN" and subjects[0].lemma_.lower() not in nouns().kinds


def _foremost(memory: Memory, barred: set[int], kinds: set[Kind], gender: str, *, plural: bool = False) -> Party | None:
    """The party most in mind of those that the pronoun can stand for and its clause does not rule out."""
    for party in memory.ranked():
        if memory.weight(party) < IN_MIND:
            break  # and so are all behind it
        if party.kind not in kinds or id(party) in barred:
            continue
        if gender and party.gender and party.gender != gender:
            continue
        if plural and party.kind is Kind.BODY and party.named:
            continue
        return party
    return None
