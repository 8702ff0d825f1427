"""Whom a role phrase or pronoun means, given the memory of who was named lately."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.core.places import country_names, country_word
from rashomon.read.cues import cues
from rashomon.read.names_found import folded
from rashomon.read.names_memory import IN_MIND, Memory
from rashomon.read.names_offices import PAST, Office, one_office
from rashomon.read.names_parties import Party
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
ANYBODY = frozenset({"man", "woman", "boy", "girl", "lady", "gentleman", "teenager", "pensioner", "youngster"})
"""Words for people that tell no office, trade or kin."""
COMMON = frozenset({"spokesperson", "official", "source", "expert", "analyst", "person", "individual", "diplomat"})
"""Roles that many hold in one country."""
ASIDE = frozenset(
    {"ally", "rival", "friend", "critic", "supporter", "opponent", "colleague", "partner", "wife", "husband"}
    | {"mr", "mrs", "ms", "miss", "sir", "lord", "lady", "dame"}
)
"""What somebody is to another, or is called for courtesy, which tells no office."""
NEARLY = 0.6
"""The share of the foremost one's weight from which another is as likely to be meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A role phrase that can point back: its role, what it stands for, and which modifiers name places."""

    role: Office
    kind: Kind
    plural: bool
    gender: str = ""
    places: frozenset[str] = frozenset()


def described(memory: Memory, asked: Asked, barred: frozenset[int]) -> list[Party]:
    """The party last described by this office, or by another word for it, with no modifier that speaks against it.

    Several where people who share the office were named side by side: `the prime minister`, of two who met.
    `barred` are those whom the phrase cannot mean.
    """
    role, kind, plural, gender = asked.role, asked.kind, asked.plural, asked.gender
    head, mods = role
    nations = country_names()
    untold = False
    best: tuple[int, bool, int] | None = None
    chosen = None
    fits: dict[int, tuple[int, Party]] = {}
    for place, party in enumerate(memory.ranked()):
        untold = untold or (kind is party.kind is Kind.PERSON and party.named and not _has_office(party))
        if plural != (party.kind is Kind.PEOPLE and not party.named):
            continue
        if id(party) in barred or (gender and party.gender and gender != party.gender):
            continue
        for other, known in party.roles:
            if untold and mods & nations and not known & nations:
                continue  # "the Norland president" can be the one whose office the report takes to be known
            if not one_office(role, (other, known), places=asked.places) or (
                plural and (other != head or not mods <= known)
            ):
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


def same_subject(person: Party | None, token: Token, role: Office) -> Party | None:
    """Whom a phrase in the subject means of whom no such role was told: the person the sentence before was about.

    Either the phrase is one for anybody (`the teenager said`), or it tells by itself who is meant (`the Norland
    president`, `the former party leader`) and goes on from somebody whom the report takes to be known, since it
    names no office of theirs.
    """
    head, mods = role
    if person is None or person.kind is not Kind.PERSON or not person.named:
        return None
    telling = bool(mods & (PAST | country_names())) and head not in COMMON
    known = _has_office(person)
    if not (telling and not known) and (head not in ANYBODY or mods):
        return None
    inverted = token.dep_ in {"dobj", "attr"} and token.i > token.head.i and cues().verb(token.head) is not None
    if token.dep_ not in {"nsubj", "nsubjpass"} and not inverted:
        return None
    gender = nouns().gender.get(token.lemma_.lower(), "")
    return None if gender and person.gender and gender != person.gender else person


def _has_office(person: Party) -> bool:
    """Whether anything is told of somebody that tells who they are: an office, a trade, an age."""
    return bool(person.age) or any(head not in ASIDE for head, _ in person.roles)


def pronoun(memory: Memory, token: Token, barred: set[int], *, inside: bool) -> Party | None:
    """The party that a personal pronoun means, None where it stays open; `barred` are those its clause rules out."""
    word = token.lower_
    if word in HE or word in SHE:
        gender = gender_of(token)
        party = _foremost(memory, barred, {Kind.PERSON}, gender)
        if party is not None and _told_to_another(token, party, memory, barred, gender):
            return None
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


def gender_of(token: Token) -> str:
    """The sex that a pronoun tells, as `m` or `f`; of other words nothing."""
    return "m" if token.lower_ in HE else "f" if token.lower_ in SHE else ""


def _told_to_another(token: Token, party: Party, memory: Memory, barred: set[int], gender: str) -> bool:
    """Whether `he` begins what one man tells another: `Kerr told Tarn he would go` can be either's going."""
    if token.dep_ not in {"nsubj", "nsubjpass"} or token.head.dep_ != "ccomp":
        return False
    words = {HE: "m", SHE: "f"}
    teller = [c for c in token.head.head.children if c.i < token.i and c.dep_ in {"nsubj", "dobj", "dative"}]
    if not {"nsubj"} < {c.dep_ for c in teller}:
        return False
    if all(any(c.lower_ in these and told == gender for these, told in words.items()) for c in teller):
        return True
    if any(_taken_for_a_place(c) for c in teller if c.dep_ != "nsubj"):
        return True
    rival = _foremost(memory, barred | {id(party)}, {Kind.PERSON}, gender)
    if rival is None or memory.weight(rival) <= NEARLY * memory.weight(party):
        return False
    named = {c.lower_ for c in teller if c.dep_ != "nsubj" and c.pos_ == "PROPN"}
    return rival.gender == gender or (not rival.gender and not named.isdisjoint(folded(rival.name).split()))


def _taken_for_a_place(hearer: Token) -> bool:
    """Whether somebody is told something whose surname the recogniser takes for a place's name: places do not hear."""
    alone = not any(c.dep_ in {"compound", "det"} for c in hearer.children)
    named = hearer.pos_ == "PROPN" and hearer.ent_type_ in {"GPE", "LOC", "FAC"}
    return named and alone and country_word(hearer.text) is None


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
    single = not plural and Kind.BODY in kinds  # "it" is not "fewer than 100 houses"
    for party in memory.ranked():
        if memory.weight(party) < IN_MIND:
            break  # and so are all behind it
        if party.kind not in kinds or id(party) in barred or id(party) in memory.headlined:
            continue
        if gender and party.gender and party.gender != gender:
            continue
        if (plural and party.kind is Kind.BODY and party.named) or (single and party.plural):
            continue
        return party
    return None
