"""How much the equal runs of a pair can tell at most: pairs that cannot reach the least are not put together at all.

A shared passage is made of equal runs of which each follows on another within `gap_words` on both sides. So none
reaches beyond a cluster of runs that hang together so, and none tells more than all the words of its cluster: each in
full, but for a form that nobody quotes there and that both documents use more often than the cluster does. Such a form
is discounted in any passage of the cluster (see `topic_discount`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from rashomon.group.equal_runs import EqualRuns, spread
from rashomon.group.gathered import Row
from rashomon.group.settings import CopySettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Numbers = NDArray[np.float64]
    Chosen = NDArray[np.bool_]

ROUNDING = 1e-6
"""Sums taken in another order may differ by less."""
FOLLOWING = 64
"""So many runs that begin within reach of one are looked at; pairs that have more (lists, refrains) have no bound."""


MOST_WORDS = 4096
"""Pairs whose runs have more words have no bound either: some run of them tells enough, or one word comes again and
again in all, and to weigh each would cost more than it saves."""


class _Words(NamedTuple):
    """The words of runs: their cluster, whether either side quotes them, how much each tells."""

    cluster: Ints
    quoted: Chosen
    tells: Numbers


def telling(found: EqualRuns, pairs: int, row: Row, settings: CopySettings) -> EqualRuns:
    """The runs of those pairs whose runs could be evidence enough, without runs that bear on none that could.

    Args:
        found: runs, by pair.
        pairs: how many pairs there are.
        row: the words.
        settings: what is evidence.

    Returns:
        The runs that are left, in their order: those of clusters that may tell enough, and whatever overlaps them on
        either side, at one or more removes, since of two that overlap only one is taken.
    """
    import numpy as np

    free = np.bincount(found.pair, found.words, pairs) > MOST_WORDS
    order = np.lexsort((found.right, found.pair))
    order = order[~free[found.pair[order]]]
    ordered = found.of(order)
    cluster, crowded = _clustered(ordered, settings)
    enough, possible = _enough(ordered, cluster, pairs, row, settings)
    possible[crowded] = True
    wanted = enough[cluster]
    wanted[np.isin(ordered.pair, crowded)] = True
    chosen = possible[ordered.pair]
    order, ordered, wanted = order[chosen], ordered.of(chosen), wanted[chosen]
    kept = free[found.pair]
    kept[order[_entangled(ordered, wanted)]] = True
    return found.of(kept)


def _enough(found: EqualRuns, cluster: Ints, pairs: int, row: Row, settings: CopySettings) -> tuple[Chosen, Chosen]:
    """Of each cluster whether it may hold a passage, and of each pair whether such clusters may be enough."""
    import numpy as np

    size = len(found.pair)
    for discounted in (False, True):  # the second look costs more, and few runs are left for it
        words = _words(found, cluster, row, settings, discounted=discounted)
        begun = np.bincount(cluster, found.words >= settings.core_words, size) > 0
        each = np.bincount(words.cluster, minlength=size)
        tells = np.bincount(words.cluster, words.tells, size) + ROUNDING
        enough = begun & (each >= settings.least_words) & (tells >= settings.least_information)
        kept = enough[cluster]
        found, cluster = found.of(kept), cluster[kept]
    owner = np.zeros(size, dtype=np.int64)
    owner[cluster] = found.pair
    prose = np.bincount(words.cluster, np.where(words.quoted, 0.0, words.tells), size)
    unquoted = np.bincount(words.cluster, ~words.quoted, size)

    def summed(column: NDArray[Any], chosen: Chosen) -> NDArray[Any]:
        return np.bincount(owner[chosen], column[chosen], pairs)

    copied = summed(prose + ROUNDING, enough) >= settings.least_pair_information
    copied &= summed(unquoted, enough) >= settings.least_pair_words
    quoted = summed(tells, enough & (unquoted < each)) >= settings.least_quotation_information
    return enough, copied | quoted


class _Near(NamedTuple):
    """Runs of which the second begins behind the first and within reach of its end."""

    one: Ints
    other: Ints
    gap: Ints
    """The words between them, negative where they overlap."""
    crowded: Ints
    """The runs that have more of such neighbours than are looked at."""


def _near(pair: Ints, first: Ints, words: Ints, reach: int) -> _Near:
    """The neighbours of runs that are ordered by pair and by their first words."""
    import numpy as np

    one, other, gaps = [], [], []
    at = np.arange(len(pair))
    for step in range(1, FOLLOWING + 1):
        at = at[: np.searchsorted(at, len(pair) - step)]
        gap = first[at + step] - first[at] - words[at]
        near = (gap <= reach) & (pair[at] == pair[at + step])
        at = at[near]
        one.append(at)
        other.append(at + step)
        gaps.append(gap[near])
        if not len(at):
            break
    return _Near(np.concatenate(one), np.concatenate(other), np.concatenate(gaps), at)


def _clustered(found: EqualRuns, settings: CopySettings) -> tuple[Ints, Ints]:
    """The cluster of each run (runs are ordered by their places on the right), and the pairs that are too crowded."""
    import numpy as np

    near = _near(found.pair, found.right, found.words, settings.gap_words)
    left_gap = found.left[near.other] - found.left[near.one] - found.words[near.one]
    follows = (near.gap >= 0) & (left_gap >= 0) & (left_gap <= settings.gap_words)
    cluster = _together(len(found.pair), near.one[follows], near.other[follows])
    return cluster, np.unique(found.pair[near.crowded])


def _entangled(found: EqualRuns, wanted: Chosen) -> Chosen:
    """Those runs (ordered by their places on the right) that are wanted or overlap such, at one or more removes."""
    import numpy as np

    right = _near(found.pair, found.right, found.words, -1)
    order = np.lexsort((found.left, found.pair))
    left = _near(found.pair[order], found.left[order], found.words[order], -1)
    one, other = np.concatenate((right.one, order[left.one])), np.concatenate((right.other, order[left.other]))
    group = _together(len(found.pair), one, other)
    kept = np.zeros(len(found.pair), dtype=np.bool_)
    kept[group[wanted]] = True
    crowded = np.concatenate((right.crowded, order[left.crowded]))
    return kept[group] | np.isin(found.pair, found.pair[crowded])


def _together(size: int, one: Ints, other: Ints) -> Ints:
    """The least number of what hangs together by these links, for each."""
    import numpy as np

    group = np.arange(size)
    while True:
        least = np.minimum(group[one], group[other])
        joined = group.copy()
        np.minimum.at(joined, one, least)
        np.minimum.at(joined, other, least)
        joined = joined[joined]
        if np.array_equal(joined, group):
            return group
        group = joined


def _words(found: EqualRuns, cluster: Ints, row: Row, settings: CopySettings, *, discounted: bool) -> _Words:
    import numpy as np

    left, right = spread(found.left, found.words), spread(found.right, found.words)
    cluster = np.repeat(cluster, found.words)
    quoted = row.words.said[left] | row.words.said[right]
    rows = row.words.rows[right]
    tells = row.known.surprise[rows]
    if discounted and len(rows):
        forms = row.known.forms[rows]
        _, group, times = np.unique(cluster * (int(forms.max()) + 1) + forms, return_inverse=True, return_counts=True)
        common = np.minimum(row.words.times[left], row.words.times[right]) > times[group]
        spoken = np.bincount(group, quoted) > 0
        tells = np.where(common & ~spoken[group], tells * settings.topic_discount, tells)
    return _Words(cluster, quoted, tells)
