"""The passages that two documents share: equal runs of words joined over small edits; for many pairs at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.equal_runs import ANCHOR_WORDS, EqualRuns, spread
from rashomon.group.overlaps import overlapping
from rashomon.group.settings import CopySettings
from rashomon.group.sorting import order_by

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Chosen = NDArray[np.bool_]

LATEST = 3
"""A run of words is joined to one of so many passages, those that began last: a moved sentence may stand between."""


class Equal(NamedTuple):
    """Pairs of equal words, passage by passage and in order within each; places are among all words."""

    passage: Ints
    left: Ints
    right: Ints

    def of(self, chosen: Chosen | Ints) -> Equal:
        """Some of them."""
        return Equal(self.passage[chosen], self.left[chosen], self.right[chosen])

    def extent(self, passages: int) -> Ints:
        """Of each passage the words from its first to its last, on the side that has more."""
        import numpy as np

        firsts = np.flatnonzero(np.diff(self.passage, prepend=-1))
        lasts = np.append(firsts[1:], len(self.passage))[: len(firsts)] - 1
        answer = np.zeros(passages, dtype=np.int64)
        answer[self.passage[firsts]] = 1 + np.maximum(*(side[lasts] - side[firsts] for side in self[1:]))
        return answer


def passages(found: EqualRuns, settings: CopySettings) -> tuple[Ints, Equal]:
    """The passages shared by pairs of documents, each word in one passage at most, in order of the right.

    Args:
        found: equal runs by pair, the longest first, which is taken first. Neighbours are joined where the edit
            between them is small on both sides.
        settings: how small, and how many words a passage has at least.

    Returns:
        The pair of each passage, and the passages' words.
    """
    import numpy as np

    runs = found.of(_disjoint(found))
    runs = runs.of(order_by(runs.pair, runs.right))
    passage = _joined(runs, settings)
    order = order_by(passage)
    runs, passage = runs.of(order), passage[order]
    firsts = np.flatnonzero(np.diff(passage, prepend=-1))
    if not len(firsts):
        return runs.pair, Equal(runs.pair, runs.left, runs.right)
    each = np.diff(np.append(firsts, len(passage)))
    words, longest = np.add.reduceat(runs.words, firsts), np.maximum.reduceat(runs.words, firsts)
    lasts = firsts + each - 1
    extent = runs.words[lasts] + np.maximum(*(side[lasts] - side[firsts] for side in (runs.left, runs.right)))
    sound = (words >= settings.least_words) & (longest >= settings.core_words)
    sound &= words >= settings.least_equal_share * extent
    pairs = runs.pair[firsts]
    runs = runs.of(np.repeat(sound, each))
    numbers = np.repeat(np.arange(np.count_nonzero(sound)), words[sound])
    return pairs[sound], Equal(numbers, spread(runs.left, runs.words), spread(runs.right, runs.words))


def _disjoint(found: EqualRuns) -> Chosen:
    """Those runs that overlap none taken before them, on neither side; of each pair the first is taken first."""
    import numpy as np

    overlaps = overlapping(found)
    lost = np.zeros(len(found.pair), dtype=np.bool_)
    one, other = np.minimum(overlaps.one, overlaps.other), np.maximum(overlaps.one, overlaps.other)
    while len(one):
        open_still = np.zeros(len(lost), dtype=np.bool_)
        open_still[other] = True
        lost[other[~open_still[one]]] = True
        rivals = ~lost[one] & ~lost[other]
        one, other = one[rivals], other[rivals]
    for pair in overlaps.crowded.tolist():
        first, end = np.searchsorted(found.pair, (pair, pair + 1)).tolist()
        lost[first:end] = ~_one_by_one(found.of(np.arange(first, end)))
    return ~lost


def _one_by_one(found: EqualRuns) -> Chosen:
    """The same for one pair, of which too many runs overlap."""
    import numpy as np

    kept = np.zeros(len(found.pair), dtype=np.bool_)
    left, right = found.left - found.left.min(), found.right - found.right.min()
    taken_left = bytearray(int((left + found.words).max()))
    taken_right = bytearray(int((right + found.words).max()))
    for at, (i, j, words) in enumerate(zip(left.tolist(), right.tolist(), found.words.tolist(), strict=True)):
        if 1 not in taken_left[i : i + words] and 1 not in taken_right[j : j + words]:
            taken_left[i : i + words] = taken_right[j : j + words] = b"\1" * words
            kept[at] = True
    return kept


def _joined(runs: EqualRuns, settings: CopySettings) -> Ints:
    """The passage of each run, by the place of its first run; runs overlap nowhere and are in order of the right.

    Between the ends of two runs that follow one another closely there is no room for many others. So nearly always
    the run just before is the only one that another can follow; where it is not, they are taken one by one.
    """
    import numpy as np

    size = len(runs.pair)
    within = settings.gap_words // ANCHOR_WORDS + 1  # so many at most begin within a gap, since each has an anchor
    follows = [_follow(runs, step, settings) for step in range(1, within + 1)]
    tangled = np.zeros(size, dtype=np.bool_)
    for step in range(2, within + 1):  # one could follow a run that is not the last, but ends its passage
        tangled[step:] |= follows[step - 1][step:] & ~follows[0][1 : size - step + 1]
    passage = np.maximum.accumulate(np.where(follows[0], 0, np.arange(size)))
    for pair in np.unique(runs.pair[tangled]).tolist():
        first, end = np.searchsorted(runs.pair, (pair, pair + 1)).tolist()
        columns = (column[first:end].tolist() for column in (runs.left, runs.right, runs.words))
        passage[first:end] = [first + at for at in _joined_one_by_one(list(zip(*columns, strict=True)), settings)]
    return passage


def _follow(runs: EqualRuns, step: int, settings: CopySettings) -> Chosen:
    """Whether each run could go on a passage behind the run that is so many places before it."""
    import numpy as np

    answer = np.zeros(len(runs.pair), dtype=np.bool_)
    close = runs.pair[step:] == runs.pair[:-step]
    for side in (runs.left, runs.right):
        gap = side[step:] - side[:-step] - runs.words[:-step]
        close &= (gap >= 0) & (gap <= settings.gap_words)
    answer[step:] = close
    return answer


def _joined_one_by_one(runs: Sequence[tuple[int, int, int]], settings: CopySettings) -> list[int]:
    answer: list[int] = []
    begun: list[int] = []
    ends: dict[int, tuple[int, int]] = {}
    most = settings.gap_words
    for at, (left, right, words) in enumerate(runs):
        for first in reversed(begun[-LATEST:]):
            last_left, last_right = ends[first]
            if 0 <= left - last_left <= most and 0 <= right - last_right <= most:
                break
        else:
            first = at
            begun.append(first)
        ends[first] = left + words, right + words
        answer.append(first)
    return answer
