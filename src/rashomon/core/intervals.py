"""Stretches of a text in the order in which they begin, so that those near a place are found without walking all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Intervals:
    """Half-open stretches.

    Args:
        bounds: starts and ends, sorted by their starts.
    """

    def __init__(self, bounds: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in bounds]
        self._ends = list(accumulate((end for _, end in bounds), max))

    def near(self, start: int, end: int) -> slice:
        """The numbers of all stretches that share a character with `[start, end)`, of which some may not."""
        return slice(bisect_right(self._ends, start), bisect_left(self._starts, end))
