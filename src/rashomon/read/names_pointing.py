"""The walk through a document that lays names, role phrases and pronouns to parties, in text order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind, Role
from rashomon.core.intervals import Intervals
from rashomon.core.marks import quoted
from rashomon.read.cues import cues
from rashomon.read.names_antecedents import THEY, gender_of, pronoun
from rashomon.read.names_bodies import is_one, reports
from rashomon.read.names_descriptions import Descriptions
from rashomon.read.names_dialogue import Dialogue
from rashomon.read.names_found import Found
from rashomon.read.names_memory import Memory
from rashomon.read.names_parties import Party
from rashomon.read.names_phrases import Phrases
from rashomon.read.names_pointers import Bounds, Pointer, Pointers, within
from rashomon.read.names_rivals import Before, spoken_for, stays_open, told_before
from rashomon.read.names_shared import Named, Shared
from rashomon.read.nouns import nouns
from rashomon.read.parse import Parsed, Sentence
from rashomon.read.syntax import giver, in_credit, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

POINTING = frozenset({"PRON", "DET", "NOUN", "PROPN"})
"""Parts of speech that can stand for a party."""
SUFFERING = frozenset({"lose", "suffer", "face", "receive", "forfeit", "risk", "get", "have", "cost", "need"})
"""Verbs whose subject does nothing to their object."""
MOST_IN_LEAD = 6
"""A name before a colon and what follows in marks ends within so many tokens."""


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
    walk = _Walk(list(zip(found, assigned, strict=True)))
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

    def __init__(self, named: Named) -> None:
        self.shared = Shared(named)
        self.dialogue = Dialogue()
        self.left_open: set[tuple[int, str, bool]] = set()
        """The sexes of pronouns left open, by their sentences, and whether between marks."""
        self.quoted: list[Token] = []
        """The words between marks of the sentence that is read."""
        self.pointers = Pointers()
        self.memory = Memory()
        self.before = Before()
        self.pair: tuple[int, tuple[Party, ...]] = (-9, ())
        """A sentence, and the two bodies of which it tells that one did something to the other."""
        self.descriptions = Descriptions(self.pointers, self.memory)
        self.phrases = Phrases(self.pointers, self.memory)

    def through(self, sentence: Sentence, named: Named, marks: Bounds, *, words: str) -> None:
        """Read one sentence: names first, then what describes them, then word by word whatever points to them."""
        if not len(sentence.doc) or not within(marks, sentence.doc[-1]):
            self.memory.fade()
        named = self.shared.lay(named)
        self.quoted = [t for t in sentence.doc if within(marks, t) and not t.is_punct] if marks else []
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
                pointer = self._pointed(sentence, token, pointer, inside=inside, marks=marks)
            if self.quoted and not inside:
                self.dialogue.said(sentence, token, self.pointers, self.quoted)
            if pointer is not None and pointer.head == at and not (brackets and in_credit(token)):
                self._remember(sentence, pointer, token, inside=inside)
        self.before = told_before(sentence, self.pointers, self.memory, marks, self.before)
        self.pair = sentence.number, self._done_by(sentence)
        self.shared.read(sentence, self.pointers, {t.i for t in self.quoted})

    def _pointed(
        self, sentence: Sentence, token: Token, known: Pointer | None, *, inside: bool, marks: Bounds
    ) -> Pointer | None:
        """Whom a pronoun or common noun stands for, where it is told."""
        if token.pos_ in {"PRON", "DET"} or token.tag_ in {"PRP", "PRP$"}:
            if token.lower_ == "it" and token.dep_ == "nsubj" and 0 <= sentence.number - self.memory.paper[0] <= 1:
                party = self.memory.paper[1]  # "The letter was found on Monday. It says ..."
                if party is not None:
                    self.pointers.point(sentence, token.i, token.i + 1, party, "pronoun")
                self.memory.paper = (sentence.number, party)
                return self.pointers.at(sentence, token.i)
            if (nearest := self._nearest(sentence, token)) is not None:
                self.pointers.point(sentence, token.i, token.i + 1, nearest, "pronoun")
                return self.pointers.at(sentence, token.i)
            barred = self._barred(sentence, token) | (self._speaking(sentence, marks) if inside else set())
            party = pronoun(self.memory, token, barred, inside=inside)
            if party is not None and token.lower_ in THEY and self._things_between(sentence, token, party):
                party = None
            if party is None or self._open(sentence, token, party, inside=inside):
                return known
            if token.lower_ == "it" and not inside and self._between_two(sentence, token, party):
                return known
            party.gender = party.gender or gender_of(token)
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
        if lemma not in nouns().kinds:
            return None
        return self.phrases.role(sentence, token, inside=inside, barred=frozenset(self._barred(sentence, token)))

    def _open(self, sentence: Sentence, token: Token, party: Party, *, inside: bool) -> bool:
        """Whether the text leaves open that `he` or `she` means the party most in mind."""
        gender, pointers = gender_of(token), self.pointers
        if not gender:
            return False
        opened = (sentence.number, gender, inside) in self.left_open or spoken_for(sentence, token, party, pointers)
        if not inside and not opened:
            opened = stays_open(sentence, token, party, pointers, self.before)
            opened = opened or self.dialogue.leaves_open(sentence, token, party, self.quoted)
        if opened:
            self.left_open.add((sentence.number, gender, inside))
        return opened

    def _between_two(self, sentence: Sentence, token: Token, party: Party) -> bool:
        """Whether `it said` may be either body's: `The bank was fined by the regulator. It said ...`."""
        number, pair = self.pair
        spoken = token.dep_ == "nsubj" and cues().verb(token.head) is not None
        return spoken and number == sentence.number - 1 and any(party is one for one in pair)

    def _done_by(self, sentence: Sentence) -> tuple[Party, ...]:
        """The two bodies of a main clause in the passive, the one to whom something is done and the one who does it."""
        main = next((t for t in sentence.doc if t.dep_ == "ROOT"), None)
        below = [] if main is None else list(main.children)
        agents = [o for t in below if t.dep_ == "agent" for o in t.children if o.dep_ == "pobj"]
        heads = [*(t for t in below if t.dep_ == "nsubjpass"), *agents]
        found = [p for t in heads if (p := self.pointers.party_of(sentence, t)) is not None and p.kind is Kind.BODY]
        return tuple(found) if len(found) == 2 and found[0] is not found[1] else ()

    def _nearest(self, sentence: Sentence, token: Token) -> Party | None:
        """The body that `it` means in a clause about what that body does: `the firm hid boats it had bought`."""
        clause = token.head
        if token.lower_ != "it" or token.dep_ != "nsubj":
            return None
        if clause.dep_ == "ccomp" and (speaker := _of_itself(clause)) is not None:
            party = self.pointers.party_of(sentence, speaker)
            return party if party is not None and party.kind is Kind.BODY else None
        if clause.dep_ != "relcl":
            return None
        above = clause.head
        while above.pos_ not in {"VERB", "AUX"} and above.head != above:
            above = above.head
        subject = subject_of(above) if above.pos_ in {"VERB", "AUX"} else None
        party = self.pointers.party_of(sentence, subject) if subject is not None else None
        return party if party is not None and party.kind is Kind.BODY else None

    def _speaking(self, sentence: Sentence, marks: Bounds) -> set[int]:
        """Who speaks in a sentence outside its marks, and so does not say `she` of herself inside them."""
        doc = sentence.doc
        speakers = [t for t in doc if t.dep_ == "nsubj" and not within(marks, t) and cues().verb(t.head) is not None]
        colon = next((t.i for t in doc[:MOST_IN_LEAD] if t.text == ":"), 0)
        if colon and doc[colon - 1].pos_ == "PROPN":
            speakers.append(doc[colon - 1])  # 'Kerr: "She lied."'
        called = doc[colon - 1].text if colon else ""
        found = {id(p) for t in speakers if (p := self.pointers.party_of(sentence, t)) is not None}
        return found | {id(p) for p in self.memory.parties if called and p.name.split()[-1] == called}

    def _things_between(self, sentence: Sentence, token: Token, party: Party) -> bool:
        """Whether `them` can stand for things named since a group of people was: `phones, and the use of them`."""
        if token.dep_ in {"nsubj", "nsubjpass"}:
            return False
        for before in reversed(list(sentence.doc[: token.i])):
            if self.pointers.party_of(sentence, before) is party:
                return False
            if before.tag_ == "NNS" and nouns().kinds.get(before.lemma_.lower()) is None:
                return before.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"} and before.ent_type_ == ""
        return False

    def _remember(self, sentence: Sentence, pointer: Pointer, token: Token, *, inside: bool) -> None:
        """A party is mentioned by the head of one of its names or phrases."""
        meant = self.pointers.meant.get((sentence.number, token.i), pointer)
        memory, party = self.memory, meant.party
        if sentence.passage.role is not Role.HEADLINE:
            memory.headlined.discard(id(party))
        elif not any(party.forms.values()):
            return  # a headline alone names it: the report below is about others
        elif not party.named and id(party) not in memory.seen:
            memory.headlined.add(id(party))
        told = id(party) not in memory.headlined
        memory.raise_(party, token, inside=inside)
        memory.seen[id(party)] = sentence.block
        if inside:
            memory.spoken[id(party)] = sentence.block
        if reports(token):
            memory.reporters.add(id(party))
            if told and is_one(party, "newspaper", reported=True):
                memory.teller = party
        if told and token.dep_ in {"nsubj", "nsubjpass"} and not inside and party.kind in {Kind.PERSON, Kind.BODY}:
            memory.subject = party
            if token.head.dep_ == "ROOT" and token.lower_ != "it":
                memory.paper = (-9, None)

    def _barred(self, sentence: Sentence, token: Token) -> set[int]:
        """The subject of the same verb, where the pronoun is its object."""
        if token.dep_ not in {"dobj", "pobj", "dative"} or token.lower_.endswith(("self", "selves")):
            return set()
        verb = token.head if token.dep_ != "pobj" else token.head.head
        if verb.pos_ not in {"VERB", "AUX"}:
            return set()
        subjects: list[Token | None] = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
        subjects = subjects or [subject_of(verb)]
        known = (self.pointers.party_of(sentence, c) for c in subjects if c is not None)
        return {id(party) for party in known if party is not None}


def _of_itself(clause: Token) -> Token | None:
    """Who tells of its own act: `gave them an hour, saying it would otherwise fire`, `failing which it would sue`."""
    above = clause.head
    modal = any(t.lower_ in {"would", "will"} for t in clause.lefts)
    acts = any(t.dep_ in {"dobj", "xcomp"} for t in clause.rights) and clause.lemma_ not in SUFFERING
    if above.tag_ != "VBG" or not modal or not acts:
        return None  # "an hour to leave the ship, saying it would explode"
    if above.lower_ == "failing":
        return giver(above)
    cue = cues().verb(above)
    return subject_of(above) if above.dep_ == "advcl" and cue is not None and cue.takes("c") else None


def _is_age(token: Token) -> bool:
    """Whether a token ends `the 45-year-old`."""
    return token.lower_ == "old" and token.i > 3 and token.doc[token.i - 2].lower_ == "year"
