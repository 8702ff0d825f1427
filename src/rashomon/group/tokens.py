"""Texts cut into words by what stands between two blanks, since most of that was met before."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.lexicon import Lexicon
from rashomon.group.words import PARTED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Small = NDArray[np.int32]

BLANK = " "
"""No word holds one, and none looks beyond one: so a token is cut alike wherever it stands."""
MOST_TOKENS = 1 << 17
"""Tokens (and words of tokens) remembered before all are forgotten, some 20 MB."""


class Parted(NamedTuple):
    """Words of many stretches in a row: their rows in the lexicon, and where each begins in its stretch."""

    rows: Small
    starts: Small
    counts: Small
    """How many words each stretch has."""


class Tokens(dict[str, int]):
    """Tokens -> numbers; a token not met before is cut by the pattern of words. `lexicon` takes its words."""

    __slots__ = ("_chars", "_ends", "_lexicon", "_offsets", "_rows")

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._forget()

    def _forget(self) -> None:
        self.clear()
        self._chars = array("i")
        self._ends = array("i")  # behind each token's words
        self._rows = array("i")
        self._offsets = array("i")

    def __missing__(self, token: str) -> int:
        number = self[token] = len(self)
        at = 0
        for odd, piece in enumerate(PARTED.split(token)):
            if odd % 2:
                self._rows.append(self._lexicon[piece])
                self._offsets.append(at)
            at += len(piece)
        self._chars.append(at)
        self._ends.append(len(self._rows))
        return number

    def part(self, stretches: Sequence[str]) -> Parted:
        """The words of these stretches, the same as the pattern of words finds in each of them."""
        import numpy as np

        if max(len(self), len(self._rows)) > MOST_TOKENS:
            self._forget()
        tokens = [stretch.split(BLANK) for stretch in stretches]
        each = np.fromiter(map(len, tokens), dtype=np.int64, count=len(tokens))
        numbers = np.fromiter(map(self.__getitem__, chain.from_iterable(tokens)), dtype=np.int64, count=each.sum())
        if not len(self._rows):
            nothing = np.zeros(0, dtype=np.int32)
            return Parted(nothing, nothing, np.zeros(len(tokens), dtype=np.int32))
        chars, ends = np.frombuffer(self._chars, dtype=np.int32), np.frombuffer(self._ends, dtype=np.int32)
        begins = np.cumsum(chars[numbers] + len(BLANK))
        begins -= chars[numbers] + len(BLANK)
        head = np.cumsum(each) - each  # the first token of each stretch: there is one, be it empty
        begins -= np.repeat(begins[head], each)
        last = ends[numbers]
        words = np.diff(ends, prepend=0)[numbers]
        total = np.cumsum(words)
        at = np.repeat(last - total, words) + np.arange(len(words) and total[-1])
        return Parted(
            np.frombuffer(self._rows, dtype=np.int32)[at],
            (np.repeat(begins, words) + np.frombuffer(self._offsets, dtype=np.int32)[at]).astype(np.int32),
            np.add.reduceat(words, head).astype(np.int32),
        )
