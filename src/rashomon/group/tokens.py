"""Texts cut into words by what stands between two blanks, since most of that was met before."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from rashomon.core.marks import MARK, TANGLED
from rashomon.group.said import FIRST_PERSON
from rashomon.group.words import PARTED, PROMPTING

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
LONGER = "İ"
"""Becomes two characters in lower case, and is in no word that is looked for."""
MOST_TOKENS = 1 << 17
"""Tokens (and words of tokens) remembered before all are forgotten, some 20 MB."""


class Parted(NamedTuple):
    """Words of many stretches in a row: their rows in the lexicon, and where each begins in its stretch."""

    stretches: Sequence[str]
    rows: Small
    starts: Small
    counts: Small
    """How many words each stretch has."""
    marked: NDArray[np.bool_]
    """Whether a stretch holds a quotation mark or an apostrophe."""
    tangled: NDArray[np.bool_]
    """Whether one of them may be either, or of another kind than most (`core.marks.TANGLED`)."""
    personal: NDArray[np.bool_]
    """Whether a stretch speaks in the first person."""


class Tokens(dict[str, int], Generic[Known]):
    """Tokens -> numbers; those not met before are cut by the pattern of words. `lexicon` takes their words."""

    __slots__ = (
        "_chars",
        "_ends",
        "_marked",
        "_new",
        "_offsets",
        "_personal",
        "_prompting",
        "_rows",
        "_tangled",
        "lexicon",
    )

    def __init__(self, lexicon: Known) -> None:
        super().__init__()
        self.lexicon = lexicon
        self._forget()

    def _forget(self) -> None:
        self.clear()
        self._new: list[str] = []
        self._chars = array("i")
        self._ends = array("i")  # behind each token's words
        self._rows = array("i")
        self._offsets = array("i")
        self._marked = bytearray()
        self._tangled = bytearray()
        self._personal = bytearray()
        self._prompting = bytearray()

    def __missing__(self, token: str) -> int:
        """The number of a token not met before, which waits to be cut."""
        number = self[token] = len(self)
        self._new.append(token)
        return number

    def _numbers(self, tokens: Sequence[str]) -> Ints:
        """The numbers of these tokens; those not met before are cut."""
        import numpy as np

        found = np.fromiter(map(self.__getitem__, tokens), dtype=np.int64, count=len(tokens))
        new, self._new = self._new, []
        if new:
            self._meet(new)
        return found

    def _meet(self, new: Sequence[str]) -> None:
        """Cut tokens not met before: all at once, as one text."""
        import numpy as np

        text = BLANK.join(new)
        sizes = np.fromiter(map(len, new), dtype=np.int64, count=len(new))
        firsts = np.cumsum(sizes + len(BLANK)) - sizes - len(BLANK)

        def at(places: Ints) -> Ints:
            """Which token stands at each of these places."""
            return np.searchsorted(firsts, places, side="right") - 1

        def having(*patterns: re.Pattern[str], within: str = text) -> bytes:
            """Which tokens hold what one of the patterns finds."""
            found = np.zeros(len(new), dtype=np.bool_)
            places = [match.start() for pattern in patterns for match in pattern.finditer(within)]
            found[at(np.array(places, dtype=np.int64))] = True
            return found.tobytes()

        parted = PARTED.split(text)
        pieces = np.fromiter(map(len, parted), dtype=np.int64, count=len(parted))
        begins = (np.cumsum(pieces) - pieces)[1::2]
        owners = at(begins)
        ends = len(self._rows) + np.cumsum(np.bincount(owners, minlength=len(new)))
        for column, more in (
            (self._chars, sizes),
            (self._ends, ends),
            (self._rows, self.lexicon.rows(parted[1::2])),
            (self._offsets, begins - firsts[owners]),
        ):
            column.frombytes(more.astype(np.int32).tobytes())
        self._marked += having(MARK)
        self._tangled += having(TANGLED)
        self._personal += having(FIRST_PERSON)
        low = text.replace(LONGER, "_").lower()
        self._prompting += having(*PROMPTING, within=low)

    def part(self, stretches: Sequence[str], *, blanked: Callable[[str], str] | None = None) -> Parted:
        """The words of these stretches, the same as the pattern of words finds in each of them.

        Args:
            stretches: any texts.
            blanked: what becomes of one that may ask something of the reader (`words.PROMPTING`).
        """
        import numpy as np

        if max(len(self), len(self._rows)) > MOST_TOKENS:
            self._forget()
        tokens = BLANK.join(stretches).split(BLANK) if stretches else []
        numbers = self._numbers(tokens)
        each = np.fromiter((stretch.count(BLANK) + 1 for stretch in stretches), dtype=np.int64, count=len(stretches))
        if blanked is not None:
            stretches, numbers, each = self._blanked(stretches, numbers, each, blanked)
        head = np.cumsum(each) - each  # the first token of each stretch: there is one, be it empty
        chars, ends = _view(self._chars, np.int32), _view(self._ends, np.int32)
        sizes = chars[numbers] + len(BLANK)
        begins = np.cumsum(sizes) - sizes
        begins -= np.repeat(begins[head], each)
        words = np.diff(ends, prepend=0)[numbers]
        total = np.cumsum(words)
        at = np.repeat(ends[numbers] - total, words) + np.arange(total[-1] if len(total) else 0)
        return Parted(
            stretches,
            _view(self._rows, np.int32)[at],
            (np.repeat(begins, words) + _view(self._offsets, np.int32)[at]).astype(np.int32),
            np.add.reduceat(words, head).astype(np.int32),
            np.logical_or.reduceat(_view(self._marked, np.bool_)[numbers], head),
            np.logical_or.reduceat(_view(self._tangled, np.bool_)[numbers], head),
            np.logical_or.reduceat(_view(self._personal, np.bool_)[numbers], head),
        )

    def _blanked(
        self, stretches: Sequence[str], numbers: Ints, each: Ints, blanked: Callable[[str], str]
    ) -> tuple[Sequence[str], Ints, Ints]:
        """The stretches, their tokens and how many each has, after some of them were blanked in part."""
        import numpy as np

        head = np.cumsum(each) - each
        asked = np.logical_or.reduceat(_view(self._prompting, np.bool_)[numbers], head)
        changed = {at: blanked(stretches[at]) for at in np.flatnonzero(asked).tolist()}
        changed = {at: text for at, text in changed.items() if text != stretches[at]}
        if not changed:
            return stretches, numbers, each
        told, each, pieces, end = list(stretches), each.copy(), [], 0
        for at, text in changed.items():
            own = self._numbers(text.split(BLANK))
            pieces += [numbers[end : head[at]], own]
            end = head[at] + each[at]
            told[at], each[at] = text, len(own)
        return told, np.concatenate((*pieces, numbers[end:])), each


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
