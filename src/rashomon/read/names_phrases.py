"""What common nouns stand for: `the foreign minister`, `officials`, `the company`, `the statement said`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.core.places import country_names, country_word
from rashomon.read.cues import cues
from rashomon.read.names_antecedents import Asked, described, same_subject
from rashomon.read.names_bodies import OF_A_PLACE, OFFICES, OUTLETS, is_one, is_own_act, told_of
from rashomon.read.names_memory import Memory
from rashomon.read.names_parties import Party
from rashomon.read.names_pointers import Pointer, Pointers
from rashomon.read.names_roles import name_of, places_in, role_of
from rashomon.read.nouns import nouns
from rashomon.read.parse import Sentence
from rashomon.read.phrases import noun_phrase
from rashomon.read.syntax import owner_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

TOLD = frozenset({"report", "article", "story"})
"""Documents that speak for the outlet just named: `The Morgen named the ship. ..., the report said`."""


OURS = frozenset({"our", "my"})


class Phrases:
    """Lays the role phrases and documents of a text to those whom they stand for."""

    def __init__(self, pointers: Pointers, memory: Memory) -> None:
        self.pointers = pointers
        self.memory = memory

    def document(self, sentence: Sentence, token: Token, *, inside: bool) -> Pointer | None:
        """`the statement said`, after `Kerr said in a statement`: her statement speaks for her."""
        lemma = token.lemma_.lower()
        owner = owner_of(token)
        if owner is None and token.dep_ == "pobj" and token.head.lower_ in {"in", "on"} and not inside:
            verb = token.head.head
            owner = subject_of(verb) if verb.pos_ == "VERB" and cues().verb(verb) is not None else None
            if owner is None and verb.pos_ in {"PROPN", "NOUN"}:
                owner = verb  # "said Kerr in a statement", where the parser hangs the statement on the name
        if owner is not None:
            pointer = self.pointers.at(sentence, owner.i)
            if pointer is not None and pointer.party.kind in {Kind.PERSON, Kind.BODY}:
                self.memory.issuers[lemma] = pointer.party.speaks_for or pointer.party
            return None
        definite = any(c.lower_ in {"the", "this"} for c in token.children)
        teller = (self.memory.teller or self.memory.subject) if lemma in TOLD else None
        accorded = token.dep_ == "pobj" and token.head.head.lower_ == "according"
        if (token.dep_ == "nsubj" or accorded) and definite and teller is not None and teller.kind is Kind.BODY:
            self.memory.issuers.setdefault(lemma, teller)
        if (token.dep_ == "nsubj" or accorded) and definite and lemma in self.memory.issuers:
            if any(c.dep_ in {"prep", "acl", "relcl", "amod", "compound"} for c in token.children):
                return None
            self.pointers.point(sentence, token.i, token.i + 1, self.memory.issuers[lemma], "role")
            return self.pointers.at(sentence, token.i)
        return None

    def role(self, sentence: Sentence, token: Token, *, inside: bool, barred: frozenset[int]) -> Pointer | None:
        """`the foreign minister`, `officials`: a party already described so, or a new one without a name.

        `barred` are those who do something to whom the phrase means, in its own clause.
        """
        if token.dep_ in {"compound", "nmod", "amod", "attr"}:
            return None
        phrase = noun_phrase(token)
        head, mods = role_of(token, phrase)
        whose, owner = self._owner(sentence, token)
        mods |= whose
        barred |= owner
        plural = token.tag_ in {"NNS", "NNPS"}
        definite = phrase[0].lower_ in {"the", "this", "that"} or any(c.dep_ == "poss" for c in token.children)
        definite = definite or not any(c.dep_ in {"det", "nummod"} for c in token.children)
        kind = nouns().kinds[token.lemma_.lower()]
        if plural and kind is not Kind.BODY:
            kind = Kind.PEOPLE
        elif head in OFFICES and definite and not mods and self._introduced(sentence, head) is not None:
            kind = Kind.BODY  # "the group", of a body that calls itself one
        party = self._by_name(sentence, token) if kind is Kind.BODY and not plural else None
        if party is None and kind is Kind.BODY and any(c.lower_ in OURS for c in token.children if c.dep_ == "poss"):
            return None  # the speaker's own firm, which need not be the one the report is about
        if party is None and (definite or plural):
            gender = nouns().gender.get(token.lemma_.lower(), "")
            places = places_in(phrase) if mods and kind is Kind.PERSON else frozenset()
            asked = Asked(role=(head, mods), kind=kind, plural=plural, gender=gender, places=places)
            fits = described(self.memory, asked, barred)
            party = fits[0] if len(fits) == 1 else None
            if party is not None and party.named and not self._told(party, mods) and not inside and not whose:
                party = same_subject(self.memory.subject, token, (head, mods)) or party
            if not fits and definite and not plural and kind is Kind.BODY and not mods:
                party = self._teller(sentence, token, head)
            if inside and party is not None and kind is Kind.BODY and head not in OFFICES and party.named:
                party = party if self.memory.spoken.get(id(party), -9) >= sentence.block - 1 else None
            if party is None and not fits and definite and not plural and not inside and not whose:
                party = same_subject(self.memory.subject, token, (head, mods))
            party = None if party is not None and id(party) in barred else party
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
            gender = nouns().gender.get(token.lemma_.lower(), "")
            party = Party(name=name_of(phrase), kind=kind, gender=gender, named=False, plural=plural)
            party.forms = Counter({party.name: 1})
            party.roles.add((head, mods))
        self.pointers.point(sentence, token.i, token.i + 1, party, "role")
        return self.pointers.at(sentence, token.i)

    @staticmethod
    def _told(party: Party, mods: frozenset[str]) -> bool:
        """Whether a country that a phrase tells is told of the party too."""
        nations = mods & country_names()
        return not nations or any(nations & known for _, known in party.roles)

    def _owner(self, sentence: Sentence, token: Token) -> tuple[frozenset[str], frozenset[int]]:
        """The last word of who has somebody, where a pronoun says it (`her lawyer`), and whom the phrase cannot mean.

        Nobody is their own lawyer; a pronoun that stays open stands for itself, so that it fits no other phrase.
        """
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        if owner is None:
            return frozenset(), frozenset()
        party = self.pointers.party_of(sentence, owner)
        if owner.tag_ != "PRP$":
            return frozenset(), frozenset() if party is None else frozenset({id(party)})
        if party is None:
            return frozenset({f"{owner.lower_} {sentence.number}"}), frozenset()
        return frozenset({party.name.lower().split()[-1]}), frozenset({id(party)})

    def aged(self, sentence: Sentence, token: Token) -> Pointer | None:
        """`The 45-year-old`: the one person told to be as old, or whom the sentence before was about."""
        doc = token.doc
        if token.i < 5 or doc[token.i - 5].lower_ != "the" or token.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj"}:
            return None
        years = doc[token.i - 4].text
        fits = [p for p in self.memory.parties if p.age == years]
        subject = self.memory.subject
        if not fits and subject is not None and subject.named and subject.kind is Kind.PERSON and not subject.age:
            fits = [subject]
        if len({p.name for p in fits}) != 1:
            return None
        self.pointers.point(sentence, token.i, token.i + 1, fits[0], "role")
        return self.pointers.at(sentence, token.i)

    def _introduced(self, sentence: Sentence, head: str) -> Party | None:
        """`the company`, where one body of that class was named in this paragraph or the one before."""
        verbs = [t for t in sentence.doc if t.lemma_ == "report" and t.pos_ == "VERB"]
        tellers = [self.pointers.party_of(sentence, s) for t in verbs if (s := subject_of(t)) is not None]
        fits = [
            party
            for party in self.memory.parties
            if not any(party is teller for teller in tellers)  # "Morgen reports that the firm": not on itself
            and self.memory.seen.get(id(party), -9) >= sentence.block - 1
            and is_one(party, head, reported=id(party) in self.memory.reporters)
        ]
        return fits[0] if len(fits) == 1 else None

    def _teller(self, sentence: Sentence, token: Token, head: str) -> Party | None:
        """Whom `the company` means; where it tells of somebody by name of whom nothing is known, it may be that one."""
        introduced = self._introduced(sentence, head)
        name = told_of(token)
        party = self.pointers.party_of(sentence, name) if name is not None else None
        if name is None or party is None or party is introduced:
            return introduced
        somebody = party.kind is Kind.PERSON and (" " in party.name or party.gender)
        if not party.named or somebody or country_word(party.name) is not None:
            return introduced
        if party.kind is not Kind.THING or not is_own_act(name):
            return None
        party.kind = Kind.BODY
        return party

    def _by_name(self, sentence: Sentence, token: Token) -> Party | None:
        """`the Lys news agency`, `the Morgen newspaper`: a body named before the word for what it is."""
        if token.lemma_.lower() in OF_A_PLACE:
            return None
        for child in token.children:
            if child.dep_ in {"compound", "nmod"} and child.i < token.i:
                pointer = self.pointers.at(sentence, child.i)
                if pointer is None or pointer.form != "name" or country_word(pointer.party.name) is not None:
                    continue
                outlet = token.lemma_.lower() in OUTLETS or token.doc[token.i - 1].lower_ == "news"
                if outlet or pointer.party.kind in {Kind.BODY, Kind.THING}:
                    pointer.party.kind = Kind.BODY
                    pointer.party.roles.add(role_of(token))
                    return pointer.party
        return None
