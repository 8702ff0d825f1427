"""Who was named lately: the memory in which pronouns and role phrases look for their party.

It is that of Lappin and Leass (An Algorithm for Pronominal Anaphora Resolution, 1994), cut down: each mention raises
its party, a subject more than an object, and every sentence halves what was raised before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rashomon.read.names_parties import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

WEIGHTS = {"nsubj": 80, "nsubjpass": 75, "agent": 60, "appos": 40, "dobj": 50, "dative": 45, "poss": 40, "pobj": 30}
"""What a mention adds by its place in the sentence."""


@dataclass(slots=True)
class Memory:
    """Who was named lately, and what is kept of them beside how much they are in mind."""

    weight: dict[int, float] = field(default_factory=dict)
    parties: dict[int, Party] = field(default_factory=dict)
    seen: dict[int, int] = field(default_factory=dict)
    """The passage in which each party was last mentioned."""
    spoken: dict[int, int] = field(default_factory=dict)
    """The passage in which each party was last mentioned between quotation marks."""
    reporters: set[int] = field(default_factory=set)
    """Parties to which something said was laid."""
    issuers: dict[str, Party] = field(default_factory=dict)
    """Who last gave out a document of each kind (`statement`, `report`)."""
    paper: tuple[int, Party | None] = (-9, None)
    """The sentence whose subject was last a document, and who answers for that document, where it is told."""
    teller: Party | None = None
    """The outlet that something reported was last laid to."""
    subject: Party | None = None
    """The subject of the last sentence outside quotation marks."""
    _ranked: list[Party] | None = None

    def fade(self) -> None:
        """A sentence goes by."""
        for key in self.weight:
            self.weight[key] /= 2

    def raise_(self, party: Party, token: Token, *, inside: bool) -> None:
        """A mention of a party; one inside quotation marks counts less."""
        subject = token.dep_ in {"nsubj", "nsubjpass"}
        main = subject and token.head.dep_ in {"ROOT", "conj"}
        amount = 100 + WEIGHTS.get(token.dep_, 20) + 30 * main
        if token.dep_ in {"compound", "nmod", "amod", "appos"}:
            amount = 60
        key = id(party)
        self.parties[key] = party
        old, new = self.weight.get(key, 0.0), amount * (0.1 if inside else 1)
        self.weight[key] = max(old, new) + 0.1 * min(old, new)
        self._ranked = None

    def ranked(self) -> list[Party]:
        """Parties, the foremost first; fading changes no places, so the order is kept until somebody is mentioned."""
        if self._ranked is None:
            self._ranked = [self.parties[k] for k in sorted(self.weight, key=self.weight.__getitem__, reverse=True)]
        return self._ranked
