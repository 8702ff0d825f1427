"""What role phrases and pronouns stand for: one pass over a document, with a memory of who was named when."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.core.marks import quoted
from rashomon.core.places import country_word
from rashomon.read.cues import cues
from rashomon.read.names_antecedents import described, pronoun, same_subject
from rashomon.read.names_bodies import FIRMS, OUTLETS, is_one, reports
from rashomon.read.names_found import Found
from rashomon.read.names_memory import Memory
from rashomon.read.names_parties import Party
from rashomon.read.names_roles import Role, agree, modifiers, name_of, role_head, role_of
from rashomon.read.nouns import nouns
from rashomon.read.parse import Parsed, Sentence
from rashomon.read.phrases import noun_phrase
from rashomon.read.syntax import in_credit, owner_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

EMPLOYED = frozenset({"spokesman", "spokeswoman", "spokesperson"})
TOLD = frozenset({"report", "article", "story"})
"""Documents that speak for the outlet just named: `The Morgen named the ship. ..., the report said`."""


@dataclass(frozen=True, slots=True, eq=False)
class Pointer:
    """Tokens `[start, end)` of a sentence that stand for a party, as `name`, `role` or `pronoun`."""

    sentence: int
    start: int
    end: int
    party: Party
    form: str


class Pointing:
    """Walks through a document and lays each name, role phrase and pronoun to a party."""

    def __init__(self, parsed: Parsed, parties: list[Party], found: list[Found], assigned: list[Party]) -> None:
        self.parsed = parsed
        self.parties = parties
        self.pointers: dict[tuple[int, int], Pointer] = {}
        self.memory = Memory()
        self.same: dict[int, Party] = {}
        """Parties first described and later named: id of the first -> the named one."""
        self.issuers: dict[str, Party] = {}
        """Who last gave out a document of each kind (`statement`, `report`)."""
        self.seen: dict[int, int] = {}
        """The passage in which each party was last mentioned."""
        self.reporters: set[int] = set()
        """Parties to which something said was laid."""
        self.teller: Party | None = None
        """The outlet that something reported was last laid to."""
        self.subject: Party | None = None
        """The subject of the last sentence outside quotation marks."""
        self.quoted = [quoted(parsed.block_text(n)) for n in range(len(parsed.blocks))]
        self._named: dict[int, list[tuple[Found, Party]]] = {}
        for name, party in zip(found, assigned, strict=True):
            self._named.setdefault(name.sentence, []).append((name, party))

    def run(self) -> None:
        """Fill `pointers`: (sentence, token) -> pointer."""
        for sentence in self.parsed.sentences:
            if not sentence.doc or not self.inside(sentence, sentence.doc[-1]):
                self.memory.fade()
            self._name(sentence)
            self._describe(sentence)
            for token in sentence.doc:
                self._step(sentence, token)

    def inside(self, sentence: Sentence, token: Token) -> bool:
        """Whether a token stands between quotation marks."""
        at = sentence.span.start + token.idx - self.parsed.blocks[sentence.block].span.start
        return any(q.start <= at < q.end for q in self.quoted[sentence.block])

    def _point(self, sentence: Sentence, start: int, end: int, party: Party, form: str) -> None:
        pointer = Pointer(sentence.number, start, end, party, form)
        for i in range(start, end):
            self.pointers.setdefault((sentence.number, i), pointer)

    def _name(self, sentence: Sentence) -> None:
        for name, party in self._named.get(sentence.number, ()):
            self._point(sentence, name.start, name.end, party, "name")

    def _describe(self, sentence: Sentence) -> None:
        """Tie the roles told beside names to their parties: before the name, in apposition, by `is` or `was`."""
        doc = sentence.doc
        for name, party in self._named.get(sentence.number, ()):
            if party.kind is Kind.PEOPLE:
                continue
            head = doc[name.start : name.end].root
            self._before(sentence, name, party)
            for token in (head, *(c for c in head.children if c.dep_ == "appos")):
                if token.dep_ == "appos":
                    other = token.head if token == head else token
                    if (sentence.number, other.i) not in self.pointers and self._speaks(other):
                        self._tie(sentence, other, party)
            if head.dep_ == "nsubj" and head.head.lemma_ in {"be", "become", "remain"}:
                for child in head.head.children:
                    if (
                        child.dep_ == "attr"
                        and child.tag_ in {"NN", "NNP"}
                        and self._speaks(child)
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
            pointer = self.pointers.get((sentence.number, first - 1))
            if pointer is not None and pointer.party.kind is Kind.PERSON and doc[at].lower_ not in EMPLOYED:
                break
            first -= 1
        if doc[at].tag_ == "NN" and doc[at].lemma_.lower() in OUTLETS | FIRMS and party.kind is not Kind.BODY:
            party.kind, party.gender = Kind.BODY, ""
        self._merge((role_head(doc[at]), modifiers(doc[first:at])), party)
        party.roles.add((role_head(doc[at]), modifiers(doc[first:at])))
        if nouns().gender.get(doc[at].lower_):
            party.gender = party.gender or nouns().gender[doc[at].lower_]
        self._point(sentence, at, at + 1, party, "name")
        if role_head(doc[at]) == "spokesperson":
            party.speaks_for = self._employer(sentence, first, at)

    def _employer(self, sentence: Sentence, first: int, at: int) -> Party | None:
        """The one party named between `first` and a role; what employs a spokesperson is a body."""
        named = {id(p.party): p.party for i in range(first, at) if (p := self.pointers.get((sentence.number, i)))}
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
                self.same[id(other)] = party
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
            if (sentence.number, i) not in self.pointers:
                self._point(sentence, i, i + 1, party, "role")

    def _speaks(self, token: Token) -> bool:
        return token.lemma_.lower() in nouns().kinds

    def _step(self, sentence: Sentence, token: Token) -> None:
        inside = self.inside(sentence, token)
        pointer = self.pointers.get((sentence.number, token.i))
        if (pointer is None and token.pos_ in {"PRON", "DET"}) or token.tag_ in {"PRP", "PRP$"}:
            party = pronoun(self.memory, token, self._barred(sentence, token), inside=inside)
            if party is not None:
                self._point(sentence, token.i, token.i + 1, party, "pronoun")
                pointer = self.pointers[sentence.number, token.i]
        elif pointer is None and token.pos_ == "NOUN" and token.lemma_.lower() in nouns().documents:
            pointer = self._document(sentence, token, inside=inside)
        elif pointer is None and token.pos_ in {"NOUN", "PROPN"} and self._speaks(token):
            pointer = self._role_phrase(sentence, token, inside=inside)
        if pointer is None:
            return
        head = sentence.doc[pointer.start : pointer.end].root
        if head.i == token.i and not in_credit(token):
            self.memory.raise_(pointer.party, token, inside=inside)
            self.seen[id(pointer.party)] = sentence.block
            if reports(token):
                self.reporters.add(id(pointer.party))
                if is_one(pointer.party, "newspaper", reported=True):
                    self.teller = pointer.party
            if token.dep_ in {"nsubj", "nsubjpass"} and not inside and pointer.party.kind in {Kind.PERSON, Kind.BODY}:
                self.subject = pointer.party

    def _document(self, sentence: Sentence, token: Token, *, inside: bool) -> Pointer | None:
        """`the statement said`, after `Kerr said in a statement`: her statement speaks for her."""
        lemma = token.lemma_.lower()
        owner = owner_of(token)
        if owner is None and token.dep_ == "pobj" and token.head.lower_ in {"in", "on"} and not inside:
            verb = token.head.head
            owner = subject_of(verb) if verb.pos_ == "VERB" and cues().verb(verb) is not None else None
            if owner is None and verb.pos_ in {"PROPN", "NOUN"}:
                owner = verb  # "said Kerr in a statement", where the parser hangs the statement on the name
        if owner is not None:
            pointer = self.pointers.get((sentence.number, owner.i))
            if pointer is not None and pointer.party.kind in {Kind.PERSON, Kind.BODY}:
                self.issuers[lemma] = pointer.party.speaks_for or pointer.party
            return None
        definite = any(c.lower_ in {"the", "this"} for c in token.children)
        teller = (self.teller or self.subject) if lemma in TOLD else None
        accorded = token.dep_ == "pobj" and token.head.head.lower_ == "according"
        if (token.dep_ == "nsubj" or accorded) and definite and teller is not None and teller.kind is Kind.BODY:
            self.issuers.setdefault(lemma, teller)
        if (token.dep_ == "nsubj" or accorded) and definite and lemma in self.issuers:
            if any(c.dep_ in {"prep", "acl", "relcl", "amod", "compound"} for c in token.children):
                return None
            self._point(sentence, token.i, token.i + 1, self.issuers[lemma], "role")
            return self.pointers[sentence.number, token.i]
        return None

    def _role_phrase(self, sentence: Sentence, token: Token, *, inside: bool) -> Pointer | None:
        """`the foreign minister`, `officials`: a party already described so, or a new one without a name."""
        if token.dep_ in {"compound", "nmod", "amod", "attr"}:
            return None
        phrase = noun_phrase(token)
        head, mods = role_of(token)
        plural = token.tag_ in {"NNS", "NNPS"}
        definite = phrase[0].lower_ in {"the", "this", "that"} or any(c.dep_ == "poss" for c in token.children)
        definite = definite or not any(c.dep_ in {"det", "nummod"} for c in token.children)
        kind = nouns().kinds[token.lemma_.lower()]
        if plural and kind is not Kind.BODY:
            kind = Kind.PEOPLE
        party = self._by_name(sentence, token) if kind is Kind.BODY and not plural else None
        if party is None and (definite or plural):
            party = described(self.memory, head, mods, kind=kind, plural=plural)
            if party is None and definite and not plural and kind is Kind.BODY and not mods:
                party = self._introduced(sentence, head)
            if party is None and definite and not plural and not inside:
                party = same_subject(self.subject, self.memory, token, (head, mods), kind)
        if party is None:
            if token.dep_ == "poss" or token.dep_ not in {
                "nsubj",
                "nsubjpass",
                "pobj",
                "dobj",
                "appos",
                "conj",
                "dative",
                "ROOT",
            }:
                return None
            party = Party(
                name=name_of(phrase), kind=kind, gender=nouns().gender.get(token.lemma_.lower(), ""), named=False
            )
            party.forms = Counter({party.name: 1})
            party.roles.add((head, mods))
            self.parties.append(party)
        self._point(sentence, token.i, token.i + 1, party, "role")
        return self.pointers[sentence.number, token.i]

    def _introduced(self, sentence: Sentence, head: str) -> Party | None:
        """`the company`, where one body of that class was named in this paragraph or the one before."""
        fits = [
            party
            for key, party in self.memory.parties.items()
            if self.seen.get(key, -9) >= sentence.block - 1 and is_one(party, head, reported=key in self.reporters)
        ]
        return fits[0] if len(fits) == 1 else None

    def _by_name(self, sentence: Sentence, token: Token) -> Party | None:
        """`the Lys news agency`, `the Morgen newspaper`: a body named before the word for what it is."""
        for child in token.children:
            if child.dep_ in {"compound", "nmod"} and child.i < token.i:
                pointer = self.pointers.get((sentence.number, child.i))
                if pointer is None or pointer.form != "name" or country_word(pointer.party.name) is not None:
                    continue
                outlet = token.lemma_.lower() in OUTLETS or token.doc[token.i - 1].lower_ == "news"
                if outlet or pointer.party.kind in {Kind.BODY, Kind.THING}:
                    pointer.party.kind = Kind.BODY
                    pointer.party.roles.add(role_of(token))
                    return pointer.party
        return None

    def _barred(self, sentence: Sentence, token: Token) -> set[int]:
        """The subject of the same verb, where the pronoun is its object."""
        if token.dep_ not in {"dobj", "pobj", "dative"} or token.lower_.endswith(("self", "selves")):
            return set()
        verb = token.head if token.dep_ != "pobj" else token.head.head
        return {
            id(p.party)
            for c in verb.children
            if c.dep_ in {"nsubj", "nsubjpass"} and (p := self.pointers.get((sentence.number, c.i))) is not None
        }
