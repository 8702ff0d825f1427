"""How often numbers were met, for many millions of them: most lie in sorted columns, the latest in a dictionary."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LATEST = 1 << 17
"""So many numbers at least are in the dictionary before they are put away (some 10 MB)."""
SHARE = 1 / 8
"""And so many of those that are put away: each is moved a bounded number of times."""
MOST = 255


class Met:
    """How often each of many unsigned numbers of 64 bits was met, up to 255.

    In memory are 9 bytes for each and some 75 more for each of the latest, 19 together at most; while these are put
    away, some 40 more.
    """

    def __init__(self) -> None:
        import numpy as np

        self._latest: dict[int, int] = {}
        self._numbers: NDArray[np.uint64] = np.zeros(0, dtype=np.uint64)
        """Those that are put away, rising."""
        self._times: NDArray[np.uint8] = np.zeros(0, dtype=np.uint8)

    def times(self, numbers: Collection[int]) -> list[int]:
        """How often each of these was met."""
        if not numbers:
            return []
        if not len(self._numbers):
            return [self._latest.get(number, 0) for number in numbers]
        import numpy as np

        asked = np.fromiter(numbers, dtype=np.uint64, count=len(numbers))
        at = np.minimum(np.searchsorted(self._numbers, asked), len(self._numbers) - 1)
        before = np.where(self._numbers[at] == asked, self._times[at], 0).tolist()
        return [min(MOST, self._latest.get(number, 0) + more) for number, more in zip(numbers, before, strict=True)]

    def meet(self, numbers: Collection[int]) -> None:
        """These were met once more, each of them once."""
        for number in numbers:
            self._latest[number] = self._latest.get(number, 0) + 1
        if len(self._latest) >= max(LATEST, SHARE * len(self._numbers)):
            self._put_away()

    def _put_away(self) -> None:
        import numpy as np

        size = len(self._latest)
        numbers = np.append(self._numbers, np.fromiter(self._latest, dtype=np.uint64, count=size))
        times = np.append(self._times.astype(np.int32), np.fromiter(self._latest.values(), dtype=np.int32, count=size))
        self._latest.clear()
        order = np.argsort(numbers, kind="stable")
        numbers = numbers[order]
        firsts = np.flatnonzero(np.append(True, numbers[1:] != numbers[:-1]))
        self._numbers = numbers[firsts]
        self._times = np.minimum(np.add.reduceat(times[order], firsts), MOST).astype(np.uint8)
