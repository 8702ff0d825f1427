"""The walk through a document that lays names, role phrases and pronouns to parties, in text order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.core.intervals import Intervals
from rashomon.core.marks import quoted
from rashomon.read.names_antecedents import pronoun
from rashomon.read.names_bodies import is_one, reports
from rashomon.read.names_descriptions import Descriptions
from rashomon.read.names_found import Found
from rashomon.read.names_memory import Memory
from rashomon.read.names_parties import Party
from rashomon.read.names_phrases import Phrases
from rashomon.read.names_pointers import Bounds, Pointer, Pointers, within
from rashomon.read.nouns import nouns
from rashomon.read.parse import Parsed, Sentence
from rashomon.read.syntax import in_credit

if TYPE_CHECKING:
    from spacy.tokens import Token

POINTING = frozenset({"PRON", "DET", "NOUN", "PROPN"})
"""Parts of speech that can stand for a party."""


def lay_to_parties(parsed: Parsed, found: list[Found], assigned: list[Party]) -> Pointers:
    """Say of each token of a document for whom it stands, where that is told.

    Args:
        parsed: The document.
        found: Its names, in text order.
        assigned: The party of each name.
    """
    named: dict[int, list[tuple[Found, Party]]] = {}
    for name, party in zip(found, assigned, strict=True):
        named.setdefault(name.sentence, []).append((name, party))
    marks: dict[int, tuple[Bounds, Intervals]] = {}
    walk = _Walk()
    for sentence in parsed.sentences:
        if sentence.block not in marks:
            outer = [(q.start, q.end) for q in quoted(parsed.block_text(sentence.block)) if not q.depth]
            marks[sentence.block] = outer, Intervals(outer)
        before = sentence.span.start - parsed.blocks[sentence.block].span.start
        bounds, intervals = marks[sentence.block]
        near = bounds[intervals.near(before, before + len(sentence.span))]
        inside = [(start - before, end - before) for start, end in near]
        walk.through(sentence, named.get(sentence.number, []), inside, words=parsed.document.words_at(sentence.span))
    return walk.pointers


class _Walk:
    """What is known so far, and one step after the other."""

    def __init__(self) -> None:
        self.pointers = Pointers()
        self.memory = Memory()
        self.descriptions = Descriptions(self.pointers, self.memory)
        self.phrases = Phrases(self.pointers, self.memory)

    def through(self, sentence: Sentence, named: list[tuple[Found, Party]], marks: Bounds, *, words: str) -> None:
        """Read one sentence: names first, then what describes them, then word by word whatever points to them."""
        if not len(sentence.doc) or not within(marks, sentence.doc[-1]):
            self.memory.fade()
        for name, party in named:
            self.pointers.point(sentence, name.start, name.end, party, "name")
        self.descriptions.tie(sentence, named, marks)
        known = self.pointers.by_token
        brackets = "(" in words
        for at, token in enumerate(sentence.doc):
            pointer = known.get((sentence.number, at))
            if pointer is not None and pointer.head != at:
                continue
            if pointer is None and (part := token.pos_) not in POINTING and not (part == "ADJ" and _is_age(token)):
                continue
            inside = within(marks, token)
            if pointer is None or token.tag_ in {"PRP", "PRP$"}:
                pointer = self._pointed(sentence, token, pointer, inside=inside)
            if pointer is not None and pointer.head == at and not (brackets and in_credit(token)):
                self._remember(sentence, pointer, token, inside=inside)

    def _pointed(self, sentence: Sentence, token: Token, known: Pointer | None, *, inside: bool) -> Pointer | None:
        """Whom a pronoun or common noun stands for, where it is told."""
        if token.pos_ in {"PRON", "DET"} or token.tag_ in {"PRP", "PRP$"}:
            if token.lower_ == "it" and token.dep_ == "nsubj" and 0 <= sentence.number - self.memory.paper[0] <= 1:
                party = self.memory.paper[1]  # "The letter was found on Monday. It says ..."
                if party is not None:
                    self.pointers.point(sentence, token.i, token.i + 1, party, "pronoun")
                self.memory.paper = (sentence.number, party)
                return self.pointers.at(sentence, token.i)
            party = pronoun(self.memory, token, self._barred(sentence, token), inside=inside)
            if party is None:
                return known
            self.pointers.point(sentence, token.i, token.i + 1, party, "pronoun")
            return self.pointers.at(sentence, token.i)
        lemma = token.lemma_.lower()
        if lemma == "old" and _is_age(token):
            return self.phrases.aged(sentence, token)
        if token.pos_ == "NOUN" and lemma in nouns().documents:
            pointer = self.phrases.document(sentence, token, inside=inside)
            if token.dep_ in {"nsubj", "nsubjpass"} and not inside and token.head.dep_ == "ROOT":
                self.memory.paper = (sentence.number, pointer.party if pointer is not None else None)
            return pointer
        return self.phrases.role(sentence, token, inside=inside) if lemma in nouns().kinds else None

    def _remember(self, sentence: Sentence, pointer: Pointer, token: Token, *, inside: bool) -> None:
        """A party is mentioned by the head of one of its names or phrases."""
        meant = self.pointers.meant.get((sentence.number, token.i), pointer)
        memory, party = self.memory, meant.party
        memory.raise_(party, token, inside=inside)
        memory.seen[id(party)] = sentence.block
        if inside:
            memory.spoken[id(party)] = sentence.block
        if reports(token):
            memory.reporters.add(id(party))
            if is_one(party, "newspaper", reported=True):
                memory.teller = party
        if token.dep_ in {"nsubj", "nsubjpass"} and not inside and party.kind in {Kind.PERSON, Kind.BODY}:
            memory.subject = party
            if token.head.dep_ == "ROOT" and token.lower_ != "it":
                memory.paper = (-9, None)

    def _barred(self, sentence: Sentence, token: Token) -> set[int]:
        """The subject of the same verb, where the pronoun is its object."""
        if token.dep_ not in {"dobj", "pobj", "dative"} or token.lower_.endswith(("self", "selves")):
            return set()
        verb = token.head if token.dep_ != "pobj" else token.head.head
        subjects = (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"})
        return {id(party) for c in subjects if (party := self.pointers.party_of(sentence, c)) is not None}


def _is_age(token: Token) -> bool:
    """Whether a token ends `the 45-year-old`."""
    return token.lower_ == "old" and token.i > 3 and token.doc[token.i - 2].lower_ == "year"
