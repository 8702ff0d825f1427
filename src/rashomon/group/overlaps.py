"""Equal runs of a pair that overlap on either side, of which only one can be part of a shared passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.sorting import order_by

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

    orders = [order_by(found.pair, side) for side in (found.left, found.right)]
    sides = list(zip((found.left, found.right), orders, strict=True))
    crowded = np.unique(np.concatenate([_crowded(found, side, order) for side, order in sides]))
    if len(crowded):
        calm = ~np.isin(found.pair, crowded)
        sides = [(side, order[calm[order]]) for side, order in sides]
    one, other = (np.concatenate(column) for column in zip(*(_overlaps(found, *each) for each in sides), strict=True))
    return Overlaps(one, other, crowded)


def _crowded(found: EqualRuns, side: Ints, order: Ints) -> Ints:
    """The pairs with a run within which a crowd of them begins; the order is by pair and by first words."""
    near, far = order[:-CROWD], order[CROWD:]
    within = (found.pair[near] == found.pair[far]) & (side[far] < side[near] + found.words[near])
    crowded: Ints = found.pair[near[within]]
    return crowded


def _overlaps(found: EqualRuns, side: Ints, order: Ints) -> tuple[Ints, Ints]:
    """The same for one side, of the runs that are in the order."""
    import numpy as np

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
