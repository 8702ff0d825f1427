"""Which documents may share passages: winnowed fingerprints in an inverted index.

Winnowing (Schleimer, Wilkerson and Aiken 2003) keeps of every window of neighbouring shingles the least hash, so that
two documents with an equal run of `shingle_words + window_shingles - 1` words surely keep a fingerprint in common.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.group.settings import CopySettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

MULTIPLIER = 0x9E3779B97F4A7C15
"""An odd multiplier for the polynomial hash (the golden ratio in 64 bits), so that word order counts."""


class Words:
    """Stable numbers for word forms: the same form has the same number in every run and on every machine."""

    __slots__ = ("_numbers",)

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def hashes(self, forms: Sequence[str]) -> Hashes:
        """The numbers of these forms."""
        import numpy as np

        numbers = self._numbers
        for form in set(forms):
            if form not in numbers:
                digest = hashlib.blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest()
                numbers[form] = int.from_bytes(digest, "big")
        return np.fromiter((numbers[form] for form in forms), dtype=np.uint64, count=len(forms))


def fingerprints(hashes: Hashes, settings: CopySettings) -> set[int]:
    """The winnowed fingerprints of a run of words; none where it is shorter than a shingle."""
    import numpy as np

    k, w = settings.shingle_words, settings.window_shingles
    if len(hashes) < k:
        return set()
    shingles = np.zeros(len(hashes) - k + 1, dtype=np.uint64)
    for i in range(k):
        shingles = shingles * np.uint64(MULTIPLIER) + hashes[i : i + len(shingles)]
    shingles ^= shingles >> np.uint64(29)  # the low bits of a product depend on few words; the least hash needs all
    if len(shingles) <= w:
        return {int(shingles.min())}
    windows = np.lib.stride_tricks.sliding_window_view(shingles, w)
    return set(windows.min(axis=1).tolist())


def candidates(prints: Sequence[set[int]], settings: CopySettings) -> list[tuple[int, int]]:
    """The pairs of documents (earlier index first) that share a fingerprint, each once, in order.

    Documents are expected in the order of their publishing: a fingerprint that many share pairs each of them with
    the earliest holders only, which are its likely origins.
    """
    holders: defaultdict[int, list[int]] = defaultdict(list)
    counted: Counter[tuple[int, int]] = Counter()
    cap = settings.common_fingerprint_documents
    for index, own in enumerate(prints):
        for fingerprint in own:
            held = holders[fingerprint]
            for other in held:
                counted[other, index] += 1
            if len(held) < cap:
                held.append(index)
    return sorted(counted)
