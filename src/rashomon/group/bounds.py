"""How much the equal runs of a pair can tell at most: pairs that cannot reach the least are not put together at all.

A shared passage is made of equal runs of which each follows on another within `gap_words` on both sides. So none
reaches beyond a cluster of runs that hang together so, and none tells more than all the words of its cluster: each in
full, but for a form that nobody quotes there and that both documents use more often than the cluster does. Such a form
is discounted in any passage of the cluster (see `topic_discount`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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


class _Words(NamedTuple):
    """The words of runs: their cluster, whether either side quotes them, how much each tells."""

    cluster: Ints
    quoted: Chosen
    tells: Numbers


def may_tell(found: EqualRuns, pairs: int, row: Row, settings: CopySettings) -> Chosen:
    """Of each pair whether its equal runs could be evidence enough."""
    import numpy as np

    found = found.of(np.lexsort((found.right, found.pair)))
    cluster, crowded = _clustered(found, settings)
    answer = np.zeros(pairs, dtype=np.bool_)
    answer[crowded] = True
    for discounted in (False, True):  # the second look costs more, and few runs are left for it
        words = _words(found, cluster, row, settings, discounted=discounted)
        begun = np.bincount(cluster, found.words >= settings.core_words) > 0
        each = np.bincount(words.cluster)
        tells = np.bincount(words.cluster, words.tells) + ROUNDING
        enough = begun & (each >= settings.least_words) & (tells >= settings.least_information)
        kept = enough[cluster]
        found, cluster = found.of(kept), cluster[kept]
    owner = np.zeros(len(enough), dtype=np.int64)
    owner[cluster] = found.pair
    prose = np.bincount(words.cluster, np.where(words.quoted, 0.0, words.tells))
    unquoted = np.bincount(words.cluster, ~words.quoted)

    def summed(column: Numbers, chosen: Chosen) -> Numbers:
        return np.bincount(owner[chosen], column[chosen], pairs)

    copied = summed(prose + ROUNDING, enough) >= settings.least_pair_information
    copied &= summed(unquoted, enough) >= settings.least_pair_words
    return answer | copied | (summed(tells, enough & (unquoted < each)) >= settings.least_quotation_information)


def _clustered(found: EqualRuns, settings: CopySettings) -> tuple[Ints, Ints]:
    """The cluster of each run (runs are ordered by their places on the right), and the pairs that are too crowded."""
    import numpy as np

    one, other = [], []
    at = np.arange(len(found.pair))
    for step in range(1, FOLLOWING + 1):
        at = at[: np.searchsorted(at, len(found.pair) - step)]
        before, behind = found.of(at), found.of(at + step)
        gap, left_gap = behind.right - before.right - before.words, behind.left - before.left - before.words
        near = (gap <= settings.gap_words) & (before.pair == behind.pair)
        follows = near & (gap >= 0) & (left_gap >= 0) & (left_gap <= settings.gap_words)
        one.append(at[follows])
        other.append(at[follows] + step)
        at = at[near]
        if not len(at):
            break
    left, right = np.concatenate(one), np.concatenate(other)
    cluster = np.arange(len(found.pair))
    while True:
        least = np.minimum(cluster[left], cluster[right])
        joined = cluster.copy()
        np.minimum.at(joined, left, least)
        np.minimum.at(joined, right, least)
        joined = joined[joined]
        if np.array_equal(joined, cluster):
            return cluster, found.pair[at]
        cluster = joined


def _words(found: EqualRuns, cluster: Ints, row: Row, settings: CopySettings, *, discounted: bool) -> _Words:
    import numpy as np

    left, right = spread(found.left, found.words), spread(found.right, found.words)
    cluster = np.repeat(cluster, found.words)
    quoted = row.words.said[left] | row.words.said[right]
    rows = row.words.rows[right]
    tells = row.known.surprise[rows]
    if discounted and len(rows):
        forms = row.known.forms[rows]
        _, group, times = np.unique(
            cluster * (int(forms.max()) + 1) + forms, return_inverse=True, return_counts=True
        )
        common = np.minimum(row.words.times[left], row.words.times[right]) > times[group]
        spoken = np.bincount(group, quoted) > 0
        tells = np.where(common & ~spoken[group], tells * settings.topic_discount, tells)
    return _Words(cluster, quoted, tells)
