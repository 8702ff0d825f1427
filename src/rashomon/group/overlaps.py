"""Equal runs of a pair that overlap on either side, of which only one can be part of a shared passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from rashomon.group.equal_runs import EqualRuns

    Ints = NDArray[np.int64]

CROWD = 24
"""Where so many runs begin within one, the pair is crowded (lists, refrains): to note who overlaps whom would take more
room and more time than to take its runs one by one."""


class Overlaps(NamedTuple):
    """Runs of which the second begins within the first, of all pairs that are not crowded."""

    one: Ints
    other: Ints
    crowded: Ints
    """The pairs that are, rising."""


def overlapping(found: EqualRuns) -> Overlaps:
    """The runs that overlap on either side, each two of them once for each side; of each run fewer than `CROWD`."""
    import numpy as np

    crowded = np.unique(np.concatenate([_crowded(found, side) for side in (found.left, found.right)]))
    chosen = np.flatnonzero(~np.isin(found.pair, crowded)) if len(crowded) else np.arange(len(found.pair))
    calm = found.of(chosen)
    sides = [_overlaps(calm, side) for side in (calm.left, calm.right)]
    one, other = (chosen[np.concatenate(column)] for column in zip(*sides, strict=True))
    return Overlaps(one, other, crowded)


def _order(found: EqualRuns, side: Ints) -> Ints:
    """The runs by pair and by their first words."""
    import numpy as np

    return np.argsort(found.pair * (1 + int(side.max(initial=0))) + side)


def _crowded(found: EqualRuns, side: Ints) -> Ints:
    """The pairs with a run within which a crowd of them begins."""
    order = _order(found, side)
    near, far = order[:-CROWD], order[CROWD:]
    within = (found.pair[near] == found.pair[far]) & (side[far] < side[near] + found.words[near])
    crowded: Ints = found.pair[near[within]]
    return crowded


def _overlaps(found: EqualRuns, side: Ints) -> tuple[Ints, Ints]:
    """The same for one side."""
    import numpy as np

    order = _order(found, side)
    pair, first = found.pair[order], side[order]
    end = first + found.words[order]
    one, other = [], []
    at = np.arange(len(pair))
    for step in range(1, CROWD):
        at = at[: np.searchsorted(at, len(pair) - step)]
        at = at[(first[at + step] < end[at]) & (pair[at] == pair[at + step])]
        if not len(at):
            break
        one.append(order[at])
        other.append(order[at + step])
    none = order[:0]
    return np.concatenate((none, *one)), np.concatenate((none, *other))
