"""Roles told beside names: `Norland Foreign Minister Anna Kerr`, `Anna Kerr, the mayor of Lys`, `Kerr is a nurse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.read.names_bodies import FIRMS, OUTLETS
from rashomon.read.names_found import Found
from rashomon.read.names_memory import Memory
from rashomon.read.names_parties import Party
from rashomon.read.names_pointers import Pointers
from rashomon.read.names_roles import Role, agree, modifiers, role_head, role_of
from rashomon.read.nouns import nouns
from rashomon.read.parse import Sentence
from rashomon.read.phrases import noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

EMPLOYED = frozenset({"spokesman", "spokeswoman", "spokesperson"})


class Descriptions:
    """Ties the roles told beside the names of a document to their parties."""

    def __init__(self, pointers: Pointers, memory: Memory) -> None:
        self.pointers = pointers
        self.memory = memory

    def tie(self, sentence: Sentence, named: list[tuple[Found, Party]]) -> None:
        """Tie the roles told beside a sentence's names: before the name, in apposition, by `is` or `was`."""
        doc = sentence.doc
        for name, party in named:
            if party.kind is Kind.PEOPLE:
                continue
            head = doc[name.start : name.end].root
            self._before(sentence, name, party)
            for token in (head, *(c for c in head.children if c.dep_ == "appos")):
                if token.dep_ == "appos":
                    other = token.head if token == head else token
                    if self.pointers.at(sentence, other.i) is None and _speaks(other):
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
        """`Norland Foreign Minister Anna Kerr`, `the newspaper Morgen`."""
        doc, at = sentence.doc, name.start - 1
        if (
            at < 0
            or doc[at].tag_ in {"NNS", "NNPS"}
            or not (doc[at].lemma_.lower() in nouns().kinds or doc[at].lower_ in nouns().titles)
        ):
            return
        first = at
        while first > 0 and doc[first - 1].pos_ in {"NOUN", "PROPN", "ADJ", "PART"} and doc[first - 1].text not in ",;":
            pointer = self.pointers.at(sentence, first - 1)
            if pointer is not None and pointer.party.kind is Kind.PERSON and doc[at].lower_ not in EMPLOYED:
                break
            first -= 1
        if doc[at].tag_ == "NN" and doc[at].lemma_.lower() in OUTLETS | FIRMS and party.kind is not Kind.BODY:
            party.kind, party.gender = Kind.BODY, ""
        self._merge((role_head(doc[at]), modifiers(doc[first:at])), party)
        party.roles.add((role_head(doc[at]), modifiers(doc[first:at])))
        if nouns().gender.get(doc[at].lower_):
            party.gender = party.gender or nouns().gender[doc[at].lower_]
        self.pointers.point(sentence, at, at + 1, party, "name")
        if role_head(doc[at]) == "spokesperson":
            party.speaks_for = self._employer(sentence, first, at)

    def _employer(self, sentence: Sentence, first: int, at: int) -> Party | None:
        """The one party named between `first` and a role; what employs a spokesperson is a body."""
        named = {id(p.party): p.party for i in range(first, at) if (p := self.pointers.at(sentence, i))}
        if len(named) != 1:
            return None
        body = next(iter(named.values()))
        if body.kind in {Kind.PLACE, Kind.PEOPLE} or not body.named or (" " in body.name and body.kind is Kind.PERSON):
            return None
        body.kind = Kind.BODY
        return body

    def _merge(self, role: Role, party: Party) -> None:
        """`A spokeswoman said ...`, and further on `the spokeswoman, Anna Kerr`: the first was she."""
        if party.kind not in {Kind.PERSON, Kind.BODY}:
            return
        for other in self.memory.ranked():
            if other.named or other.kind is not party.kind or self.memory.weight[id(other)] < 5:
                continue
            if any(head == role[0] and (agree(role[1], known) or agree(known, role[1])) for head, known in other.roles):
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
        self._merge(role_of(head), party)
        party.roles.add(role_of(head))
        party.gender = party.gender or nouns().gender.get(head.lemma_.lower(), "")
        phrase = noun_phrase(head)
        for i in (head.i, phrase.start):
            if self.pointers.at(sentence, i) is None:
                self.pointers.point(sentence, i, i + 1, party, "role")


def _speaks(token: Token) -> bool:
    return token.lemma_.lower() in nouns().kinds
