"""Answers of a stated size: lists are filled from the front while there is room, and what is left out is counted."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

LEAST_CHARS, USUAL_CHARS, MOST_CHARS = 4_000, 30_000, 200_000
"""The sizes that can be asked for, in characters of the answer's JSON."""

FOR_LEFT_OUT = 700
"""Kept for saying what is left out."""

FactT = TypeVar("FactT")
RowT = TypeVar("RowT")


def chars(row: object) -> int:
    """How many characters a row takes as compact JSON."""
    return len(json.dumps(row, ensure_ascii=False, separators=(",", ":")))


class Room:
    """How much of an answer may still be filled.

    A list gets a share of what is left when it is filled, so that a long list does not leave none for those behind it;
    what it does not use is theirs.
    """

    def __init__(self, most_chars: int) -> None:
        self.left = most_chars - FOR_LEFT_OUT
        self._counts: dict[str, tuple[int, int]] = {}

    def part(self, share: float) -> Room:
        """A room of its own within this one; what is left out of it is counted here."""
        own = Room(0)
        own.left, own._counts = int(self.left * share), self._counts
        return own

    def taken(self, row: object) -> None:
        """Count what stands in the answer anyway."""
        self.left -= chars(row)

    def filled(
        self, name: str, facts: Sequence[FactT], row: Callable[[FactT], RowT], *, share: float = 1.0
    ) -> list[RowT]:
        """The rows of as many of the facts as go into a share of what is left.

        Args:
            name: what they are, in the plural, for what is said of those left out.
            facts: what matters most first.
            row: a fact as it stands in the answer.
            share: the share, in [0, 1].
        """
        own = int(self.left * share)
        kept: list[RowT] = []
        for fact in facts:
            made = row(fact)
            cost = chars(made) + 1
            if cost > own:
                break
            own -= cost
            self.left -= cost
            kept.append(made)
        self.shown(name, len(kept), len(facts))
        return kept

    def shown(self, name: str, shown: int, of: int) -> None:
        """Count how many of what there is stand in the answer."""
        before = self._counts.get(name, (0, 0))
        self._counts[name] = (before[0] + shown, before[1] + of)

    def left_out(self) -> list[str]:
        """What is not all there, and how much of it is."""
        return [f"{name}: {shown} of {of} shown" for name, (shown, of) in self._counts.items() if shown < of]


def compact(answer: Mapping[str, object]) -> str:
    """An answer as text, for clients that do not read structured content."""
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
