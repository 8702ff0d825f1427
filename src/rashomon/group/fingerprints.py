"""Winnowed fingerprints of many documents at once.

Winnowing (Schleimer, Wilkerson and Aiken 2003) keeps of every window of neighbouring shingles the least hash, so that
two documents with an equal run of `shingle_words + window_shingles - 1` words surely keep a fingerprint in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.settings import CopySettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Places = NDArray[np.int64]
    Weights = NDArray[np.float64]

MULTIPLIER = 0x9E3779B97F4A7C15
"""An odd multiplier for the polynomial hash (the golden ratio in 64 bits), so that word order counts."""


class Prints(NamedTuple):
    """Fingerprints: their hashes, the place of their first words in the row of all words, how much each tells."""

    hashes: Hashes
    places: Places
    weights: Weights


def fingerprints(hashes: Hashes, weights: Weights, lengths: Places, settings: CopySettings) -> Prints:
    """The fingerprints of documents whose words stand one after another, `lengths` words to each.

    A document of fewer words than a shingle has none.
    """
    import numpy as np

    k, w = settings.shingle_words, settings.window_shingles
    if len(hashes) < k:
        return Prints(hashes[:0], lengths[:0], weights[:0])
    shingles = np.zeros(len(hashes) - k + 1, dtype=np.uint64)
    for i in range(k):
        shingles = shingles * np.uint64(MULTIPLIER) + hashes[i : i + len(shingles)]
    shingles ^= shingles >> np.uint64(29)  # the low bits of a product depend on few words; the least hash needs all
    own = np.maximum(lengths - k + 1, 0)  # the shingles of each document
    left = np.repeat(np.cumsum(lengths) - k + 1, lengths)[: len(shingles)] - np.arange(len(shingles))
    whole = left > 0  # within one document; k - 1 others follow on each document, which parts the windows
    needed = np.repeat(np.clip(own, 1, w) - 1, lengths)[: len(shingles)]
    at = np.flatnonzero(whole & (_least_of(shingles, whole, w) >= needed))
    ends = np.concatenate(([0.0], np.cumsum(weights)))
    return Prints(shingles[at], at, ends[at + k] - ends[at])


def _least_of(shingles: Hashes, whole: NDArray[np.bool_], window: int) -> NDArray[np.int8]:
    """How many neighbours in a row, fewer than a window to each side, are no less: with `window` - 1 it is chosen.

    Of equal ones the first is the least, hence "greater" before and "no less" behind.
    """
    import numpy as np

    size = len(shingles)
    count = np.zeros(size, dtype=np.int8)
    before = np.ones(size, dtype=bool)
    behind = np.ones(size, dtype=bool)
    for step in range(1, min(window, size)):
        here, there = shingles[step:], shingles[:-step]
        before[:step] = False
        before[step:] &= whole[:-step] & (there > here)
        behind[size - step :] = False
        behind[: size - step] &= whole[step:] & (here >= there)
        count += before
        count += behind
    return count
