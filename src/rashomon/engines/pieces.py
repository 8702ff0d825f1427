"""Pieces of work under way: handed out in any order, given back in theirs, tried again alone where a process ended."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.core.batches import batched
from rashomon.core.engine import Fallen
from rashomon.engines.errors import EngineError

MOST_ENDS = 2
"""So many processes may end over one thing before it is set aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Things that are worked on together: the number of the first of them, and how many processes ended over them."""

    first: int
    given: list[Any]
    ends: int = 0


class Pieces:
    """What waits, what is being worked on and what is made of a stream of things.

    Args:
        given: the things.
        together: how many are one piece.
        most: pieces that are handed out, or made and not taken yet; no more are begun.
        by_itself: whether the end of a process may strike pieces beside the one that it is over; then a piece that
            is tried again is so while nothing else is worked on.
    """

    def __init__(self, given: Iterable[Any], *, together: int, most: int, by_itself: bool = False) -> None:
        self._source = batched(given, together)
        self._together = together
        self._most = most * together
        self._again: deque[Piece] = deque()
        self._made: dict[int, Any] = {}
        self._taken = 0
        self._yielded = 0
        self._by_itself = by_itself
        self._under_way = 0
        self._trying = False
        self.exhausted = False

    def widen(self, most: int) -> None:
        """Allow so many pieces from now on, as where more can work at once."""
        self._most = most * self._together

    def next(self) -> Piece | None:
        """A piece to work on now; None where there is none, or enough is under way."""
        if self._trying:
            return None
        if self._again and not (self._by_itself and self._under_way):
            self._trying = self._by_itself
            self._under_way += 1
            return self._again.popleft()
        if self.exhausted or self._taken - self._yielded >= self._most:
            return None
        batch = next(self._source, None)
        if batch is None:
            self.exhausted = True
            return None
        piece = Piece(first=self._taken, given=batch)
        self._taken += len(batch)
        self._under_way += 1
        return piece

    def made(self, piece: Piece, results: list[Any]) -> None:
        """Note what was made of a piece.

        Raises:
            EngineError: not one thing was made of each.
        """
        if len(results) != len(piece.given):
            raise EngineError(f"of {len(piece.given)} things {len(results)} were made: one is to be made of each")
        self._settled()
        for number, result in enumerate(results, piece.first):
            self._made[number] = result

    def ended(self, piece: Piece) -> None:
        """Note that a process ended over a piece: each thing in it is tried alone, and set aside the second time."""
        self._settled()
        ends = piece.ends + 1
        for number, thing in enumerate(piece.given, piece.first):
            if ends >= MOST_ENDS:
                self._made[number] = Fallen(given=thing)
            else:
                self._again.append(Piece(first=number, given=[thing], ends=ends))

    def ready(self) -> Iterator[Any]:
        """What is made and next in order, each once."""
        while self._yielded in self._made:
            found = self._made.pop(self._yielded)
            self._yielded += 1
            yield found

    def _settled(self) -> None:
        self._under_way -= 1
        self._trying = False

    @property
    def done(self) -> bool:
        """Whether everything was given back."""
        return self.exhausted and not self._again and self._yielded == self._taken
