"""Pairs of documents with what they share, without those whose equal words cannot amount to a copy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.equal_runs import Anchored, anchored, equal_runs, spread
from rashomon.group.evidence import Shared, shared
from rashomon.group.gathered import Row
from rashomon.group.passages import Equal
from rashomon.group.settings import CopySettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Chosen = NDArray[np.bool_]

WORDS_AT_ONCE = 1 << 18
"""Words of pairs that are compared together (some 40 MB)."""


class Aligned(NamedTuple):
    """Pairs of documents by their numbers, left the earlier, and what they share."""

    lefts: Ints
    rights: Ints
    shared: Shared


def aligned(lefts: Ints, rights: Ints, row: Row, settings: CopySettings) -> Iterator[Aligned]:
    """The pairs that share enough, some at a time and in no order to rely on."""
    import numpy as np

    same = _same(lefts, rights, row, settings)
    words = row.words.lengths[lefts].astype(np.int64) + row.words.lengths[rights]
    in_part = partial(_in_part, anchors=anchored(row), settings=settings)
    for chosen, found in ((same, _whole), (~same, in_part)):
        at = np.flatnonzero(chosen)
        total = np.cumsum(words[at])
        ends = np.arange(WORDS_AT_ONCE, total[-1] if len(total) else 0, WORDS_AT_ONCE)
        for some in np.split(at, np.unique(np.searchsorted(total, ends))):
            if len(some):
                yield _kept(lefts[some], rights[some], found(lefts[some], rights[some], row))


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


def _whole(lefts: Ints, rights: Ints, row: Row) -> Shared:
    """What pairs of documents share that have the same words throughout."""
    import numpy as np

    sizes = row.words.lengths[rights].astype(np.int64)
    pair = np.repeat(np.arange(len(sizes)), sizes)
    equal = Equal(pair, spread(row.begins[lefts], sizes), spread(row.begins[rights], sizes))
    return Shared(pair, equal, np.ones(len(pair), dtype=np.bool_))


def _in_part(lefts: Ints, rights: Ints, row: Row, *, anchors: Anchored, settings: CopySettings) -> Shared:
    """What other pairs share."""
    return shared(equal_runs(lefts, rights, row, settings, anchors), len(lefts), row, settings)


def _kept(lefts: Ints, rights: Ints, found: Shared) -> Aligned:
    """Those pairs that share something."""
    import numpy as np

    has = np.bincount(found.pair, minlength=len(lefts)) > 0
    number = np.cumsum(has) - 1
    return Aligned(lefts[has], rights[has], found._replace(pair=number[found.pair]))
