"""The bytes of pages, held against the ids that name them; each is looked at once."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator

from rashomon.core import Problem
from rashomon.stores import View
from rashomon.stores.encoding import octets_id

PENDING = 65_536
"""Names that are remembered one by one before they are sorted among the others."""


class Named:
    """Which originals were named so far: eight bytes of each id, so that a million of them take eight megabytes."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._sorted = array("Q")
        self._pending: set[int] = set()

    def check(self, original: str | None, by: str) -> Iterator[Problem]:
        """Whether the bytes of that id are there and are those from which the id was made."""
        if original is None or not self._first(original):
            return
        octets = self._view.original(original)
        if octets is None:
            yield _fault("original-missing", f"{by} names the bytes {original}: not kept")
        elif octets_id(octets) != original:
            yield _fault("original", f"the bytes {original}, named by {by}, are not those their id was made from")

    def count(self) -> int:
        """How many were named."""
        return len(self._sorted) + len(self._pending)

    def _first(self, original: str) -> bool:
        """Whether it is named for the first time."""
        try:
            number = int(original[:16], 16)
        except ValueError:
            return True  # no id of ours: it is looked up and not found
        at = bisect_left(self._sorted, number)
        if number in self._pending or (at < len(self._sorted) and self._sorted[at] == number):
            return False
        self._pending.add(number)
        if len(self._pending) >= PENDING:
            self._sorted = array("Q", sorted([*self._sorted, *self._pending]))
            self._pending = set()
        return True


def _fault(code: str, message: str) -> Problem:
    return Problem(stage="archive", code=code, message=message)
