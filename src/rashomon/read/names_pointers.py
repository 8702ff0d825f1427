"""Which party each token of a document stands for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rashomon.read.names_parties import Party
from rashomon.read.parse import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


Bounds = list[tuple[int, int]]
"""What stands between quotation marks in a sentence, as offsets in its parse."""


@dataclass(slots=True, eq=False)
class Pointer:
    """Tokens `[start, end)` of a sentence, with their `head`, that stand for a party: `name`, `role` or `pronoun`."""

    sentence: int
    start: int
    end: int
    head: int
    party: Party
    form: str


@dataclass(slots=True)
class Pointers:
    """What is known so far of a document's tokens; a token keeps the first party that it is laid to."""

    by_token: dict[tuple[int, int], Pointer] = field(default_factory=dict)
    meant: dict[tuple[int, int], Pointer] = field(default_factory=dict)
    """Heads of phrases that lead up to the name of who is meant: `Lys Metro` in `Lys Metro chief Anna Kerr`."""

    def at(self, sentence: Sentence, token: int) -> Pointer | None:
        """What a token stands for, None where that is open."""
        return self.by_token.get((sentence.number, token))

    def party_of(self, sentence: Sentence, token: Token) -> Party | None:
        """The party that a token stands for."""
        pointer = self.by_token.get((sentence.number, token.i))
        return pointer.party if pointer is not None else None

    def point(self, sentence: Sentence, start: int, end: int, party: Party, form: str) -> None:
        """Lay the tokens `[start, end)` to a party, but for those that stand for one already."""
        head = start if end == start + 1 else sentence.doc[start:end].root.i
        pointer = Pointer(sentence.number, start, end, head, party, form)
        for i in range(start, end):
            self.by_token.setdefault((sentence.number, i), pointer)


def within(marks: Bounds, token: Token) -> bool:
    """Whether a token stands between quotation marks."""
    return bool(marks) and any(start <= token.idx < end for start, end in marks)
