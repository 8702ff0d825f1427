"""Roles told beside names: `Norland Foreign Minister Anna Kerr`, `Anna Kerr, the mayor of Lys`, `Kerr is a nurse`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.core.places import country_names
from rashomon.read.cues import cues
from rashomon.read.names_bodies import FIRMS, OUTLETS
from rashomon.read.names_found import Found
from rashomon.read.names_memory import FAINTLY, Memory
from rashomon.read.names_offices import Office, agree
from rashomon.read.names_parties import Party
from rashomon.read.names_pointers import Bounds, Pointers, within
from rashomon.read.names_roles import hyphened, modifiers, role_head, role_of
from rashomon.read.nouns import does_something, nouns
from rashomon.read.parse import Sentence
from rashomon.read.phrases import noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

EMPLOYED = frozenset({"spokesman", "spokeswoman", "spokesperson"})
HEADS = frozenset({"executive", "ceo"})
"""Roles that only a firm or another body gives."""
RULERS = frozenset({"president", "premier", "minister", "chancellor", "king", "queen", "leader"})
"""Roles that each country has its own of."""
ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
AGE = re.compile(r"1?\d?\d")


class Descriptions:
    """Ties the roles told beside the names of a document to their parties."""

    def __init__(self, pointers: Pointers, memory: Memory) -> None:
        self.pointers = pointers
        self.memory = memory

    def tie(self, sentence: Sentence, named: list[tuple[Found, Party]], marks: Bounds) -> None:
        """Tie the roles told beside a sentence's names: before the name, in apposition, by `is` or `was`."""
        doc = sentence.doc
        people = [(name, party) for name, party in named if party.kind is not Kind.PEOPLE]
        for name, party in people:
            self._before(sentence, name, party)
            if party.kind is Kind.PERSON and not party.age:
                party.age = _age(doc, name)
        for name, party in people:
            pointer = self.pointers.at(sentence, name.start)
            head = doc[pointer.head if pointer is not None else name.start]
            for token in (head, *(c for c in head.children if c.dep_ == "appos")):
                if token.dep_ == "appos":
                    other = token.head if token == head else token
                    if (
                        self.pointers.at(sentence, other.i) is None
                        and (_speaks(other) or _told_to_speak(other, party) or _is_named(doc, other, name, party))
                        and within(marks, other) == within(marks, token.head if other == token else token)
                    ):
                        self._tie(sentence, other, party)
            if head.dep_ == "nsubj" and head.head.lemma_ in {"be", "become", "remain"}:
                for child in head.head.children:
                    if (
                        child.dep_ == "attr"
                        and child.tag_ in {"NN", "NNP"}
                        and _speaks(child)
                        and party.kind is Kind.PERSON
                    ):
                        party.roles.add(role_of(child))

    def _before(self, sentence: Sentence, name: Found, party: Party) -> None:
        """`Norland Foreign Minister Anna Kerr`, `the newspaper Morgen`, `Deputy Inspector of Mines K. V. Tarn`."""
        doc = sentence.doc
        at = _office_before(doc, name.start) if party.kind is Kind.PERSON else None
        at = name.start - 1 if at is None else at
        if (
            at < 0
            or doc[at].tag_ in {"NNS", "NNPS"}
            or not (doc[at].lemma_.lower() in nouns().kinds or doc[at].lower_ in nouns().titles)
        ):
            return
        first = self._first(sentence, at)
        if doc[at].tag_ == "NN" and doc[at].lemma_.lower() in OUTLETS | FIRMS and party.kind is not Kind.BODY:
            party.kind, party.gender = Kind.BODY, ""
        role = role_head(doc[at]), modifiers(doc[first:at]) | hyphened(doc[at])
        party.gender = party.gender or nouns().gender.get(doc[at].lower_, "")
        self._merge(role, party)
        party.roles.add(role)
        self.pointers.point(sentence, at, at + 1, party, "name")
        employer = self._employer(sentence, first, at, role[0]) if party.kind is Kind.PERSON else None
        if role[0] == "spokesperson":
            party.speaks_for = employer
        if party.kind is Kind.PERSON:
            self._lead_up(sentence, first, name)

    def _first(self, sentence: Sentence, at: int) -> int:
        """Where the words before a name begin that tell its bearer's role, whose last word is at `at`."""
        doc, first = sentence.doc, at
        employs = doc[at].lower_ in EMPLOYED or doc[at].lower_ in HEADS
        while first > 0 and doc[first - 1].pos_ in {"NOUN", "PROPN", "ADJ", "PART"} and doc[first - 1].text not in ",;":
            pointer = self.pointers.at(sentence, first - 1)
            if pointer is not None and pointer.party.kind is Kind.PERSON and not employs:
                break
            first -= 1
        return first

    def _lead_up(self, sentence: Sentence, first: int, name: Found) -> None:
        """`Lys Metro chief executive Anna Kerr said`: where the parser lays the verb to the firm, she is meant."""
        doc = sentence.doc
        pointer = self.pointers.at(sentence, name.start)
        head = doc[name.start : name.end].root.head
        if pointer is None or doc[name.start - 1].is_punct:
            return
        while first <= head.i < name.start:
            known = self.pointers.at(sentence, head.i)
            if known is None or known.party is not pointer.party:
                self.pointers.meant[sentence.number, head.i] = pointer
            head = head.head if head.dep_ in {"appos", "pobj", "prep", "compound", "nmod"} else doc[name.start]

    def _employer(self, sentence: Sentence, first: int, at: int, role: str) -> Party | None:
        """The one party named between `first` and a role; what has a spokesperson or an executive is a body."""
        if role not in HEADS | {"spokesperson"}:
            return None
        named = {id(p.party): p.party for i in range(first, at) if (p := self.pointers.at(sentence, i))}
        if len(named) != 1:
            return None
        body = next(iter(named.values()))
        if body.kind in {Kind.PLACE, Kind.PEOPLE} or not body.named:
            return None
        if " " in body.name and body.kind is Kind.PERSON and role not in HEADS:
            return None
        body.kind = Kind.BODY
        return body

    def _merge(self, role: Office, party: Party) -> None:
        """`A spokeswoman said ...`, and further on `the spokeswoman, Anna Kerr`: the first was she."""
        if party.kind not in {Kind.PERSON, Kind.BODY}:
            return
        for other in self.memory.ranked():
            if self.memory.weight(other) < FAINTLY:
                break  # and so are all behind it
            if other.named or other.kind is not party.kind:
                continue
            if other.gender and party.gender and other.gender != party.gender:
                continue
            if any(_one(role, told) for told in other.roles):
                other.name, other.named = party.name, True
                other.gender = party.gender = party.gender or other.gender
                party.roles |= other.roles
                return

    def _tie(self, sentence: Sentence, head: Token, party: Party) -> None:
        if head.tag_ in {"NNS", "NNPS"} and party.kind is Kind.PERSON:
            return
        wanted = nouns().kinds.get(head.lemma_.lower())
        if wanted is Kind.BODY and party.kind is Kind.PERSON:
            return
        if wanted is Kind.PERSON and party.kind is not Kind.PERSON:
            if len(party.forms) and max(party.forms.values()) > 3:
                return
            party.kind = Kind.PERSON
        party.gender = party.gender or nouns().gender.get(head.lemma_.lower(), "")
        self._merge(role_of(head), party)
        party.roles.add(role_of(head))
        phrase = noun_phrase(head)
        for i in (head.i, phrase.start):
            if self.pointers.at(sentence, i) is None:
                self.pointers.point(sentence, i, i + 1, party, "role")


def _one(left: Office, right: Office) -> bool:
    """Whether two roles told of one party each can be one; `the Norland president` and `President Kerr` need not be."""
    (head, mods), (other, known) = left, right
    nations = country_names()
    if head != other or (head in RULERS and bool(mods & nations) != bool(known & nations)):
        return False
    return agree(mods, known, head) or agree(known, mods, head)


def _speaks(token: Token) -> bool:
    return token.lemma_.lower() in nouns().kinds


def _is_named(doc: Doc, noun: Token, name: Found, party: Party) -> bool:
    """Whether a name is that of the one whom the noun before it means, whatever either does in the clause.

    Right behind the noun, as in `the young chemist Ida Torn`; between commas, as in `the last hiker, Ida Torn, was`,
    where it is somebody's full name.
    """
    if noun.tag_ != "NN" or noun.i > name.start or party.kind not in {Kind.PERSON, Kind.BODY, Kind.THING}:
        return False
    if not does_something(noun.lemma_.lower()):
        return False
    if noun.i + 1 == name.start:
        return noun.left_edge.lower_ in ARTICLES
    parted = noun.i + 2 == name.start and doc[noun.i + 1].text == ","
    ended = name.end < len(doc) and doc[name.end].text in {",", "."}
    return parted and ended and party.kind is Kind.PERSON and " " in party.name


def _told_to_speak(noun: Token, party: Party) -> bool:
    """Whether what a person is called speaks in this clause: `The harbour master, Edda Orsk, said ...`."""
    if party.kind is not Kind.PERSON or " " not in party.name or noun.tag_ != "NN":
        return False
    if noun.dep_ == "pobj" and noun.head.head.lower_ == "according":
        return True
    inverted = noun.dep_ in {"dobj", "attr"} and noun.i > noun.head.i
    return (noun.dep_ == "nsubj" or inverted) and cues().verb(noun.head) is not None


def _office_before(doc: Doc, start: int) -> int | None:
    """The head of the office right before a name: `Superintendent` in `Deputy Superintendent of Police K. V. Tarn`."""
    at = start - 1
    while at > 1 and start - at < 4 and doc[at].tag_ in {"NNP", "NNPS"} and doc[at - 1].lower_ != "of":
        at -= 1
    if at < 2 or doc[at].tag_ not in {"NNP", "NNPS"} or doc[at - 1].lower_ != "of":
        return None
    office = doc[at - 2]
    return office.i if office.text[0].isupper() and nouns().kinds.get(office.lower_) is Kind.PERSON else None


def _age(doc: Doc, name: Found) -> str:
    """The age told beside a name: `Anna Kerr, 45,`, `Anna Kerr (45)`, `45-year-old nurse Anna Kerr`."""
    end = name.end
    if end + 2 < len(doc) and doc[end].text in {",", "("} and AGE.fullmatch(doc[end + 1].text):
        return doc[end + 1].text if doc[end + 2].text in {",", ".", ")"} else ""
    for at in range(name.start - 1, max(0, name.start - 6) - 1, -1):
        token = doc[at]
        if token.is_punct and token.text != "-":
            return ""
        if token.lower_ == "old" and token.i >= 4 and doc[token.i - 2].lower_ == "year":
            years = doc[token.i - 4].text
            return years if AGE.fullmatch(years) else ""
    return ""
