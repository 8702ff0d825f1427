"""Pairs of documents with their equal runs of words, without those that cannot amount to a copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.bounds import telling
from rashomon.group.equal_runs import equal_runs, spread
from rashomon.group.gathered import Row
from rashomon.group.passages import Block
from rashomon.group.settings import CopySettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Chosen = NDArray[np.bool_]

WORDS_AT_ONCE = 1 << 18
"""Words of pairs that are compared together (some 40 MB)."""


class Aligned(NamedTuple):
    """Two documents by their numbers, left the earlier, and what they share."""

    left: int
    right: int
    blocks: list[Block] | None
    """Equal runs of words, the longest first; None where all words are equal."""


def aligned(pairs: Iterable[tuple[Ints, Ints]], row: Row, settings: CopySettings) -> Iterator[Aligned]:
    """The pairs that may be copies with their equal runs, in no order to rely on."""
    import numpy as np

    for lefts, rights in pairs:
        same = _same(lefts, rights, row, settings)
        for left, right in zip(lefts[same].tolist(), rights[same].tolist(), strict=True):
            yield Aligned(left, right, None)
        unlike = np.flatnonzero(~same)
        words = np.cumsum(row.words.lengths[lefts[unlike]] + row.words.lengths[rights[unlike]], dtype=np.int64)
        ends = np.arange(WORDS_AT_ONCE, words[-1] if len(words) else 0, WORDS_AT_ONCE)
        for some in np.split(unlike, np.unique(np.searchsorted(words, ends))):
            yield from _some(lefts[some], rights[some], row, settings)


def _same(lefts: Ints, rights: Ints, row: Row, settings: CopySettings) -> Chosen:
    """Which pairs have the same words throughout, and enough of them."""
    import numpy as np

    lengths = row.words.lengths
    same: Chosen = (lengths[lefts] == lengths[rights]) & (lengths[lefts] >= settings.least_words)
    at = np.flatnonzero(same)
    if len(at):
        sizes = lengths[lefts[at]].astype(np.int64)
        one, other = (row.known.forms[row.words.rows[spread(row.begins[side[at]], sizes)]] for side in (lefts, rights))
        same[at] = np.logical_and.reduceat(one == other, np.cumsum(sizes) - sizes)
    return same


def _some(lefts: Ints, rights: Ints, row: Row, settings: CopySettings) -> Iterator[Aligned]:
    import numpy as np

    found = telling(equal_runs(lefts, rights, row, settings), len(lefts), row, settings)
    if not len(found.pair):
        return
    firsts = np.flatnonzero(np.diff(found.pair, prepend=-1))
    pairs = found.pair[firsts]
    blocks = list(
        zip(
            (found.left - row.begins[lefts[found.pair]]).tolist(),
            (found.right - row.begins[rights[found.pair]]).tolist(),
            found.words.tolist(),
            strict=True,
        )
    )
    ends = np.append(firsts[1:], len(blocks)).tolist()
    for left, right, first, end in zip(
        lefts[pairs].tolist(), rights[pairs].tolist(), firsts.tolist(), ends, strict=True
    ):
        yield Aligned(left, right, blocks[first:end])
