"""Who was named lately: the memory in which pronouns and role phrases look for their party.

It is that of Lappin and Leass (An Algorithm for Pronominal Anaphora Resolution, 1994), cut down: each mention raises
its party, a subject more than an object, and every sentence halves what was raised before.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import frexp, ldexp
from typing import TYPE_CHECKING

from rashomon.read.names_parties import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

WEIGHTS = {"nsubj": 80, "nsubjpass": 75, "agent": 60, "appos": 40, "dobj": 50, "dative": 45, "poss": 40, "pobj": 30}
"""What a mention adds by its place in the sentence."""


IN_MIND = 12
"""The weight from which a pronoun can mean a party: the subject of a main clause, which begins at 210, keeps it for
four sentences more, an object, at 150, for three."""
FAINTLY = 5
"""The weight from which an unnamed party may still turn out to be the one now named: about a sentence longer."""


@dataclass(slots=True)
class Memory:
    """Who was named lately, and what is kept of them beside how much they are in mind."""

    sentences: int = 0
    """How many have gone by: each halves what was raised before."""
    places: dict[int, tuple[int, float, int]] = field(default_factory=dict)
    """The weight of each party as told at the first sentence, as exponent and mantissa, so that it cannot run out, and
    its number, negative; the larger place is the foremost."""
    parties: list[Party] = field(default_factory=list)
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
    headlined: set[int] = field(default_factory=set)
    """Parties without a name of which only a headline has told so far; no pronoun means them."""
    subject: Party | None = None
    """The subject of the last sentence outside quotation marks."""
    _order: list[tuple[int, float, int]] = field(default_factory=list)
    """The places, sorted."""

    def fade(self) -> None:
        """A sentence goes by."""
        self.sentences += 1

    def weight(self, party: Party) -> float:
        """How much a party is in mind now; 0 where it was not mentioned."""
        exponent, mantissa, _ = self.places.get(id(party), (0, 0.0, 0))
        return ldexp(mantissa, exponent - self.sentences)

    def raise_(self, party: Party, token: Token, *, inside: bool) -> None:
        """A mention of a party; one inside quotation marks counts less."""
        subject = token.dep_ in {"nsubj", "nsubjpass"}
        main = subject and token.head.dep_ in {"ROOT", "conj"}
        amount = 100 + WEIGHTS.get(token.dep_, 20) + 30 * main
        if token.dep_ in {"compound", "nmod", "amod", "appos"}:
            amount = 60
        key = id(party)
        old, new = self.weight(party), amount * (0.1 if inside else 1)
        mantissa, exponent = frexp(max(old, new) + 0.1 * min(old, new))
        before = self.places.get(key)
        if before is None:
            self.parties.append(party)
            number = 1 - len(self.parties)
        else:
            number = before[2]
            del self._order[bisect_left(self._order, before)]
        self.places[key] = (exponent + self.sentences, mantissa, number)
        insort(self._order, self.places[key])

    def ranked(self) -> Iterator[Party]:
        """Parties, the foremost first, of equals the one mentioned first; fading changes no places."""
        return (self.parties[-number] for _, _, number in reversed(self._order))
