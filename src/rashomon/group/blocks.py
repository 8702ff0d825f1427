"""Pairs that are to be compared, in blocks with all that comparing needs: each can be worked on anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.equal_runs import spread
from rashomon.group.gathered import Row, Words
from rashomon.group.heads import Head
from rashomon.group.lexicon import Known
from rashomon.group.spooled import let_go

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

PAIRS_TOGETHER = 1024
"""Pairs in a block: with the words of their documents some 2 MB."""
HEADS_KEPT = 1 << 16
"""For the blocks to come (some 40 MB): what a document shares is mostly with those of the last day."""


class Block(NamedTuple):
    """Pairs of documents, which go by their places in the block."""

    lefts: Ints
    rights: Ints
    row: Row
    """Their words, with a mark before the first document too."""
    heads: list[Head]
    """Of these documents."""
    numbers: Ints
    """Their places in the whole run."""


class Blocks:
    """Cuts the pairs of a run into blocks.

    Args:
        row: the words of all documents.
        head: of the document at a place.
    """

    def __init__(self, row: Row, head: Callable[[int], Head]) -> None:
        import numpy as np

        self._row = row
        self._head = lru_cache(maxsize=HEADS_KEPT)(head)
        size = len(row.known.forms) + 1  # a mark is -1, the place behind all words
        self._used = np.zeros(size, dtype=np.bool_)
        self._new = np.full(size, -1, dtype=np.int32)

    def cut(self, lefts: Ints, rights: Ints) -> Iterator[Block]:
        """Pairs (by the right one) as blocks."""
        for first in range(0, len(lefts), PAIRS_TOGETHER):
            some = slice(first, first + PAIRS_TOGETHER)
            block = self._block(lefts[some], rights[some])
            let_go(self._row.words)  # what it needs of them it holds
            yield block

    def each_of(self, block: Block) -> Iterator[Block]:
        """Each pair of a block as one of its own, in their order."""
        lefts, rights = block.numbers[block.lefts], block.numbers[block.rights]
        return (self._block(lefts[at : at + 1], rights[at : at + 1]) for at in range(len(lefts)))

    def _block(self, lefts: Ints, rights: Ints) -> Block:
        import numpy as np

        numbers, places = np.unique(np.concatenate((lefts, rights)), return_inverse=True)
        size = len(lefts)
        heads = [self._head(number) for number in numbers.tolist()]
        return Block(places[:size], places[size:], self._part(numbers), heads, numbers)

    def _part(self, documents: Ints) -> Row:
        """The words of some documents, with what is known of these words and no others."""
        import numpy as np

        row, known = self._row, self._row.known
        words, lengths = row.words, row.words.lengths[documents]
        at = spread(row.begins[documents], lengths.astype(np.int64) + 1)
        rows = words.rows[at]
        self._used[rows] = True
        self._used[-1] = False
        kept = np.flatnonzero(self._used)
        self._used[kept] = False
        self._new[kept] = np.arange(len(kept), dtype=np.int32)
        lines = spread(row.lines[documents], words.lines[documents].astype(np.int64))
        return Row(
            Words(
                np.append(np.int32(-1), self._new[rows]),
                np.append(np.int32(0), words.starts[at]),
                np.append(np.False_, words.said[at]),
                np.append(np.uint8(0), words.times[at]),
                words.line_words[lines],
                words.lines[documents],
                lengths,
            ),
            Known(known.forms[kept], known.surprise[kept], known.chars[kept], known.turns[kept]),
            np.concatenate(([1], 1 + np.cumsum(lengths.astype(np.int64) + 1))),
            np.concatenate(([0], np.cumsum(words.lines[documents].astype(np.int64)))),
        )
