"""Texts cut into words by what stands between two blanks, since most of that was met before."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from rashomon.core.marks import MARK
from rashomon.group.lexicon import Lexicon
from rashomon.group.said import FIRST_PERSON
from rashomon.group.words import PARTED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Kind = TypeVar("Kind", bound=np.generic)
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
    marked: NDArray[np.bool_]
    """Whether a stretch holds a quotation mark or an apostrophe."""
    personal: NDArray[np.bool_]
    """Whether a stretch speaks in the first person."""


class Tokens(dict[str, int]):
    """Tokens -> numbers; a token not met before is cut by the pattern of words. `lexicon` takes its words."""

    __slots__ = ("_chars", "_ends", "_lexicon", "_marked", "_offsets", "_personal", "_rows")

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
        self._marked = bytearray()
        self._personal = bytearray()

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
        self._marked.append(MARK.search(token) is not None)
        self._personal.append(FIRST_PERSON.search(token) is not None)
        return number

    def part(self, stretches: Sequence[str]) -> Parted:
        """The words of these stretches, the same as the pattern of words finds in each of them."""
        import numpy as np

        if max(len(self), len(self._rows)) > MOST_TOKENS:
            self._forget()
        tokens = [stretch.split(BLANK) for stretch in stretches]
        each = np.fromiter(map(len, tokens), dtype=np.int64, count=len(tokens))
        numbers = np.fromiter(map(self.__getitem__, chain.from_iterable(tokens)), dtype=np.int64, count=each.sum())
        head = np.cumsum(each) - each  # the first token of each stretch: there is one, be it empty
        chars, ends = _view(self._chars, np.int32), _view(self._ends, np.int32)
        sizes = chars[numbers] + len(BLANK)
        begins = np.cumsum(sizes) - sizes
        begins -= np.repeat(begins[head], each)
        words = np.diff(ends, prepend=0)[numbers]
        total = np.cumsum(words)
        at = np.repeat(ends[numbers] - total, words) + np.arange(total[-1] if len(total) else 0)
        return Parted(
            _view(self._rows, np.int32)[at],
            (np.repeat(begins, words) + _view(self._offsets, np.int32)[at]).astype(np.int32),
            np.add.reduceat(words, head).astype(np.int32),
            np.logical_or.reduceat(_view(self._marked, np.bool_)[numbers], head),
            np.logical_or.reduceat(_view(self._personal, np.bool_)[numbers], head),
        )


def _view(column: array[int] | bytearray, kind: type[Kind]) -> NDArray[Kind]:
    """A column as it is now; it cannot grow while this is held."""
    import numpy as np

    return np.frombuffer(column, dtype=kind) if len(column) else np.zeros(0, dtype=kind)
