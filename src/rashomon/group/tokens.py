"""Texts cut into words by what stands between two blanks, since most of that was met before."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from rashomon.core.marks import MARK
from rashomon.group.said import FIRST_PERSON
from rashomon.group.words import PARTED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Kind = TypeVar("Kind", bound=np.generic)
    Small = NDArray[np.int32]
    Ints = NDArray[np.int64]


class Words(Protocol):
    """What numbers written words."""

    def rows(self, words: Sequence[str]) -> Small:
        """The rows of these words; one not met before gets the next row."""

    def __len__(self) -> int:
        """How many words have one."""


Known = TypeVar("Known", bound=Words)
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


class Tokens(dict[str, int], Generic[Known]):
    """Tokens -> numbers; those not met before are cut by the pattern of words. `lexicon` takes their words."""

    __slots__ = ("_chars", "_ends", "_marked", "_offsets", "_personal", "_rows", "lexicon")

    def __init__(self, lexicon: Known) -> None:
        super().__init__()
        self.lexicon = lexicon
        self._forget()

    def _forget(self) -> None:
        self.clear()
        self._chars = array("i")
        self._ends = array("i")  # behind each token's words
        self._rows = array("i")
        self._offsets = array("i")
        self._marked = bytearray()
        self._personal = bytearray()

    def _meet(self, tokens: Iterable[str]) -> None:
        """Cut those of these tokens that were not met before: all at once, as one text."""
        import numpy as np

        new = [token for token in dict.fromkeys(tokens) if token not in self]
        if not new:
            return
        text = BLANK.join(new)
        sizes = np.fromiter(map(len, new), dtype=np.int64, count=len(new))
        firsts = np.cumsum(sizes + len(BLANK)) - sizes - len(BLANK)

        def at(places: Ints) -> Ints:
            """Which token stands at each of these places."""
            return np.searchsorted(firsts, places, side="right") - 1

        def having(pattern: re.Pattern[str]) -> bytes:
            """Which tokens hold what the pattern finds."""
            found = np.zeros(len(new), dtype=np.bool_)
            found[at(np.array([match.start() for match in pattern.finditer(text)], dtype=np.int64))] = True
            return found.tobytes()

        parted = PARTED.split(text)
        pieces = np.fromiter(map(len, parted), dtype=np.int64, count=len(parted))
        begins = (np.cumsum(pieces) - pieces)[1::2]
        owners = at(begins)
        ends = len(self._rows) + np.cumsum(np.bincount(owners, minlength=len(new)))
        self.update(zip(new, range(len(self), len(self) + len(new)), strict=True))
        for column, more in (
            (self._chars, sizes),
            (self._ends, ends),
            (self._rows, self.lexicon.rows(parted[1::2])),
            (self._offsets, begins - firsts[owners]),
        ):
            column.frombytes(more.astype(np.int32).tobytes())
        self._marked += having(MARK)
        self._personal += having(FIRST_PERSON)

    def part(self, stretches: Sequence[str]) -> Parted:
        """The words of these stretches, the same as the pattern of words finds in each of them."""
        import numpy as np

        if max(len(self), len(self._rows)) > MOST_TOKENS:
            self._forget()
        tokens = BLANK.join(stretches).split(BLANK) if stretches else []
        self._meet(tokens)
        each = np.fromiter((stretch.count(BLANK) + 1 for stretch in stretches), dtype=np.int64, count=len(stretches))
        numbers = np.fromiter(map(self.__getitem__, tokens), dtype=np.int64, count=len(tokens))
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


class Spare(Generic[Known]):
    """What one batch learned of tokens, left for the next one in this process; whoever works with it has it alone."""

    def __init__(self) -> None:
        self._left: list[tuple[object, Tokens[Known]]] = []

    def take(self, purpose: object, most: int) -> Tokens[Known] | None:
        """What was left for the same purpose, unless it knows more than so many words or another thread has it."""
        try:
            left_for, tokens = self._left.pop()
        except IndexError:
            return None
        return tokens if left_for == purpose and len(tokens.lexicon) <= most else None

    def leave(self, purpose: object, tokens: Tokens[Known]) -> None:
        """Leave it, in place of what was left before."""
        self._left[:] = [(purpose, tokens)]


def _view(column: array[int] | bytearray, kind: type[Kind]) -> NDArray[Kind]:
    """A column as it is now; it cannot grow while this is held."""
    import numpy as np

    return np.frombuffer(column, dtype=kind) if len(column) else np.zeros(0, dtype=kind)
