"""Tellings of one action joined into claims, best pair first, from how far each two of them agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from rashomon.align.agreements import Pairs

MOST_JOINED = 4000
"""So many tellings at most are held against one another as groups: their links take twelve bytes for each two.

Of more that hang together, which no story of a few hundred reports has, each so many in their order are joined by
themselves."""

ON_AVERAGE = 0.7
"""The share of the least agreement that two groups need on average over all their pairs that are known."""


def grouped(size: int, pairs: Iterable[Pairs], least: float) -> list[list[int]]:
    """Groups of tellings by place.

    Two groups join by a pair that agrees enough, where nothing is in conflict between them and they agree on average.
    Only tellings that hang together by such pairs can come into one group, so that what is known between groups is
    kept for these alone: as sums, so that a join costs no more than the number of those that hang together. All pairs
    are held at once, in twenty-four bytes each.

    Args:
        size: how many tellings there are.
        pairs: how far they agree.
        least: the least agreement of two of one claim.
    """
    import numpy as np

    left, right, scores = (np.concatenate(column) for column in zip(*pairs, strict=True))
    enough = scores >= least
    homes = _hanging_together(size, left[enough].tolist(), right[enough].tolist())
    within = homes[left] == homes[right]
    left, right, scores = left[within], right[within], scores[within]
    order = np.argsort(homes[left], kind="stable")
    left, right, scores = left[order], right[order], scores[order]
    cuts = np.flatnonzero(np.diff(homes[left])) + 1
    found: list[list[int]] = []
    for some in zip(np.split(left, cuts), np.split(right, cuts), np.split(scores, cuts), strict=True):
        found += _joined(*some, least)
    together = {place for group in found for place in group}
    return [*found, *([place] for place in range(size) if place not in together)]


def _hanging_together(size: int, left: list[int], right: list[int]) -> NDArray[np.int64]:
    """For each telling the number of those that it hangs together with by pairs; no number has too many."""
    import numpy as np

    home = list(range(size))

    def first(place: int) -> int:
        while home[place] != place:
            home[place] = place = home[home[place]]
        return place

    for one, other in zip(left, right, strict=True):
        mine, its = first(one), first(other)
        if mine != its:
            home[max(mine, its)] = min(mine, its)
    seen: dict[int, int] = {}
    numbers = np.empty(size, dtype=np.int64)
    for place in range(size):
        root = first(place)
        seen[root] = before = seen.get(root, -1) + 1
        numbers[place] = root + size * (before // MOST_JOINED)
    return numbers


def _joined(
    left: NDArray[np.int64], right: NDArray[np.int64], scores: NDArray[np.float64], least: float
) -> list[list[int]]:
    """The groups of tellings that hang together, of all that is known between them."""
    import numpy as np

    places, at = np.unique(np.concatenate((left, right)), return_inverse=True)
    left, right = at[: len(left)], at[len(left) :]
    total = np.zeros((len(places), len(places)))
    known = np.zeros(total.shape, dtype=np.int32)
    total[left, right] = total[right, left] = scores
    known[left, right] = known[right, left] = 1
    members = {number: [number] for number in range(len(places))}
    home = list(members)
    for one, other in _best_first(left, right, scores, least):
        first, second = sorted((home[one], home[other]))
        if first == second or total[first, second] < ON_AVERAGE * least * known[first, second]:
            continue
        for number in members[second]:
            home[number] = first
        members[first] += members.pop(second)
        for links in (total, known):
            links[first] += links[second]
            links[:, first] = links[first]
    return [places[some].tolist() for some in members.values()]


def _best_first(
    left: NDArray[np.int64], right: NDArray[np.int64], scores: NDArray[np.float64], least: float
) -> Iterator[tuple[int, int]]:
    """The pairs that agree enough; of equal ones the first."""
    import numpy as np

    enough = scores >= least
    left, right, scores = left[enough], right[enough], scores[enough]
    order = np.lexsort((right, left, -scores))
    return zip(left[order].tolist(), right[order].tolist(), strict=True)
