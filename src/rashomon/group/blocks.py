"""Pairs that are to be compared, in blocks with all that comparing needs: each can be worked on anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rashomon.core import Document
from rashomon.group.equal_runs import spread
from rashomon.group.gathered import Row, Words
from rashomon.group.lexicon import Known
from rashomon.group.sent import Sent

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

PAIRS_TOGETHER = 1024
"""Pairs in a block: with the words and the texts of their documents some 4 MB."""
SENT_KEPT = 8192
"""Documents kept packed for the blocks to come (some 20 MB): what a document shares is mostly with recent ones."""


class Block(NamedTuple):
    """Pairs of documents, which go by their places in the block."""

    lefts: Ints
    rights: Ints
    row: Row
    """Their words, with a mark before the first document too."""
    documents: list[Sent]
    numbers: Ints
    """The places of these documents in the whole run."""


class Blocks:
    """Cuts the pairs of a run into blocks.

    Args:
        row: the words of all documents.
        documents: in the order of publishing.
    """

    def __init__(self, row: Row, documents: Sequence[Document]) -> None:
        import numpy as np

        self._row = row
        self._sent = lru_cache(maxsize=SENT_KEPT)(lambda number: Sent(documents[number]))
        size = len(row.known.forms) + 1  # a mark is -1, the place behind all words
        self._used = np.zeros(size, dtype=np.bool_)
        self._new = np.full(size, -1, dtype=np.int32)

    def cut(self, lefts: Ints, rights: Ints) -> Iterator[Block]:
        """Pairs (by the right one) as blocks."""
        for first in range(0, len(lefts), PAIRS_TOGETHER):
            some = slice(first, first + PAIRS_TOGETHER)
            yield self._block(lefts[some], rights[some])

    def _block(self, lefts: Ints, rights: Ints) -> Block:
        import numpy as np

        numbers, places = np.unique(np.concatenate((lefts, rights)), return_inverse=True)
        size = len(lefts)
        documents = [self._sent(number) for number in numbers.tolist()]
        return Block(places[:size], places[size:], self._part(numbers), documents, numbers)

    def _part(self, documents: Ints) -> Row:
        """The words of some documents, with what is known of these words and no others."""
        import numpy as np

        row = self._row
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
            Known(row.known.forms[kept], row.known.surprise[kept], row.known.chars[kept]),
            np.concatenate(([1], 1 + np.cumsum(lengths.astype(np.int64) + 1))),
            np.concatenate(([0], np.cumsum(words.lines[documents].astype(np.int64)))),
        )
