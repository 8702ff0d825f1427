"""Surnames that several people of one report bear: `Lars Odum's brother, Nils Odum, said ...` and then `Odum said`.

A surname alone goes on with whomever the report called so before another of that name came in, else with the subject
of the sentence before. Where these two differ, or neither is told, it stays open: a party of its own, called by the
surname alone.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from rashomon.core import Kind, Role
from rashomon.read.names_found import Found, folded
from rashomon.read.names_known import SUFFIXES, Party
from rashomon.read.nouns import nouns

if TYPE_CHECKING:
    from rashomon.read.names_pointers import Pointers
    from rashomon.read.parse import Sentence

Named = list[tuple[Found, Party]]
"""The names of a sentence in text order, each with its party."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Shared:
    """The surnames that several people of a document bear, laid to one of them where the text tells which."""

    def __init__(self, named: Named) -> None:
        """Take all names of a document, in text order."""
        people: dict[str, dict[int, Party]] = {}
        first: dict[str, tuple[int, dict[int, Party]]] = {}
        for name, party in named:
            if not _in_full(name, party):
                continue
            word = _surname(name)
            people.setdefault(word, {})[id(party)] = party
            if not name.headline and first.setdefault(word, (name.sentence, {}))[0] == name.sentence:
                first[word][1][id(party)] = party
        self.bearers = {word: list(found.values()) for word, found in people.items() if len(found) > 1}
        self.leads = {word: next(iter(found.values())) for word, (_, found) in first.items() if len(found) == 1}
        """Of whom a headline speaks: the one bearer in the first sentence of the report that names any in full."""
        self.told: dict[str, dict[int, Party]] = {}
        """The bearers named in full so far."""
        self.settled: dict[str, Party] = {}
        """Whom the surname alone meant while no other bearer had been named."""
        self.open: dict[str, Party] = {}
        self.subject: Party | None = None
        """What the last sentence of the report was about."""

    def lay(self, named: Named) -> Named:
        """The names of the next sentence, shared surnames laid to their bearers."""
        if not self.bearers:
            return named
        here: dict[str, dict[int, Party]] = {}
        laid: Named = []
        for name, party in named:
            word = _surname(name)
            if word in self.bearers and _in_full(name, party):
                here.setdefault(word, {})[id(party)] = party
                if not name.headline:
                    self.told.setdefault(word, {})[id(party)] = party
            elif len(name.words) == 1 and any(party is one for one in self.bearers.get(word, ())):
                laid.append((name, self._meant(name, word, list(here.get(word, {}).values()))))
                continue
            laid.append((name, party))
        return laid

    def _meant(self, name: Found, word: str, here: list[Party]) -> Party:
        """Whom a surname alone means; `here` are the bearers whom its sentence has named before it."""
        fits = [p for p in self.bearers[word] if not name.gender or p.gender in {"", name.gender}]
        opened = self.open.setdefault(word, Party(name=name.words[0], kind=Kind.PERSON))
        if len(fits) == 1:
            return fits[0]
        if name.headline:
            return self.leads.get(word, opened)
        told = list(self.told.get(word, {}).values())
        before = [self.subject] if self.subject is not None and not here else here
        last = [p for p in before if any(p is one for one in fits)]
        if len(told) == 1 and word not in self.settled and all(p is told[0] for p in last):
            self.settled[word] = told[0]
        known = self.settled.get(word)
        if known is not None:
            return known if all(p is known for p in last) else opened
        return last[0] if len(last) == 1 else opened

    def read(self, sentence: Sentence, pointers: Pointers, inside: Collection[int]) -> None:
        """Note what a sentence that has been read is about; `inside` are its tokens between quotation marks."""
        if not self.bearers or sentence.passage.role is Role.HEADLINE:
            return
        verb = next((t for t in sentence.doc if t.dep_ == "ROOT"), None)
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None) if verb is not None else None
        if subject is None or subject.i in inside:
            return
        party = pointers.party_of(sentence, subject)
        if party is not None or subject.pos_ != "PRON":
            self.subject = party


def _surname(name: Found) -> str:
    words = folded(" ".join(name.words)).split() or [""]
    return next((w for w in reversed(words) if w.strip(".,") not in SUFFIXES), words[-1])


def _in_full(name: Found, party: Party) -> bool:
    """Whether a name is somebody's whole name, and no office or trade with a surname behind it."""
    return len(name.words) > 1 and party.kind is Kind.PERSON and name.words[0].lower() not in nouns().kinds
