"""The equal words around fingerprints that two documents share, followed so far to either side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.equal_runs import spread
from rashomon.group.gathered import Row
from rashomon.group.reached import reached
from rashomon.group.settings import CopySettings
from rashomon.group.sorting import order_by

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Numbers = NDArray[np.float64]

UNITS = 1 << 32
"""To a nat."""


class Events(NamedTuple):
    """Fingerprints that two documents share: a pair's number (rising), and the place in either."""

    pair: Ints
    left: Ints
    right: Ints


class Followed(NamedTuple):
    """The runs of equal words around fingerprints: of which pair, how long, what they tell, whether quoted."""

    pair: Ints
    words: Ints
    told: Numbers
    said: NDArray[np.bool_]


class _Runs(NamedTuple):
    """Fingerprints run by run, and in order within each, with the words around them."""

    events: Events
    before: Ints
    """How many words are equal before each."""
    behind: Ints
    run: Ints
    left: Ints
    """Of each run where it begins."""
    right: Ints
    words: Ints
    """How many it has."""


def followed(events: Events, row: Row, settings: CopySettings) -> Followed:
    """The equal runs around these fingerprints; one that is longer than is followed counts as often as it is met anew.

    What words tell is added up as whole numbers: so the same words tell the same, however they are added.
    """
    import numpy as np

    found = _runs(events, row, settings)
    places = spread(found.right, found.words)
    told, said = np.zeros(len(places) + 1, dtype=np.int64), np.zeros(len(places) + 1, dtype=np.int32)
    units = np.rint(row.known.surprise * UNITS).astype(np.int64)
    np.cumsum(units[row.words.rows[places]], out=told[1:])
    quoted = row.words.said[places]
    del places  # one column of places at a time: they are long
    quoted |= row.words.said[spread(found.left, found.words)]
    np.cumsum(quoted, out=said[1:])
    first = (np.cumsum(found.words) - found.words - found.left)[found.run] + found.events.left - found.before
    once = np.diff(first, prepend=-1) != 0
    first, pair = first[once], found.events.pair[once]
    words = (found.before + settings.shingle_words + found.behind)[once]
    end = first + words
    return Followed(pair, words, (told[end] - told[first]) / UNITS, said[end] > said[first])


def _runs(events: Events, row: Row, settings: CopySettings) -> _Runs:
    """Each run is followed from one of its fingerprints to the next, from its first one back and its last one on."""
    import numpy as np

    shingle, most = settings.shingle_words, settings.followed_words
    apart = events.right - events.left
    order = order_by(events.pair, apart, events.left)
    pair, left, right = (column[order] for column in events)
    step = np.diff(left)
    near = (np.diff(pair) == 0) & (np.diff(right) == step) & (step <= most)
    until = np.full(len(left), most - shingle)
    until[:-1][near] = np.maximum(step[near] - shingle, 0)
    far = reached(left + shingle, right + shingle, 1, row, until)
    linked = near & (far[:-1] == until[:-1])
    first, last = np.append(True, ~linked)[: len(left)], np.append(~linked, True)[: len(left)]
    run = np.cumsum(first) - 1
    ends = (left + shingle + far)[last]
    back = reached(left[first] - 1, right[first] - 1, -1, row, np.full(len(ends), most))
    begins = left[first] - back
    before = np.minimum(left - begins[run], most)
    behind = np.minimum(ends[run] - left - shingle, most - shingle)
    return _Runs(Events(pair, left, right), before, behind, run, begins, right[first] - back, ends - begins)
