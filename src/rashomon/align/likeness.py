"""How alike two runs of stems are, rare stems counting more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence


class Weights:
    """Weights of stems by rarity among the texts given: ln(1 + n / documents with the stem), at least 0.3."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        counts: Counter[str] = Counter()
        self.n = 0
        for text in texts:
            counts.update(set(text))
            self.n += 1
        self._counts = counts
        self._known: dict[str, float] = {}

    def __getitem__(self, stem: str) -> float:
        known = self._known.get(stem)
        if known is None:
            known = self._known[stem] = self._weight(stem)
        return known

    def _weight(self, stem: str) -> float:
        return max(0.3, math.log(1 + self.n / (1 + self._counts[stem])) / math.log(1 + max(1, self.n)))


def likeness(left: Sequence[str], right: Sequence[str], weights: Weights) -> float:
    """The weighted share of the shorter run that has a match in the longer one, in [0, 1].

    Two stems match when they are the same or share a long beginning ("regret", "regrett"); a number matches only
    itself. Containment, not Jaccard: a report may quote one clause of a long sentence.
    """
    if not left or not right:
        return 0.0
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    available = Counter(long)
    total = matched = 0.0
    rest: list[str] = []
    for s in short:
        total += weights[s]
        if available[s]:
            available[s] -= 1
            matched += weights[s]
        else:
            rest.append(s)
    for s in rest:
        begins = s[:BEGINNING]
        close = next((t for t in available if t[:BEGINNING] == begins and available[t] and akin(s, t)), None)
        if close is not None:
            available[close] -= 1
            matched += 0.8 * weights[s]
    return matched / total if total else 0.0


BEGINNING = 5
"""How many first letters forms of one word have in common at least."""


def akin(left: str, right: str) -> bool:
    """Whether two stems share so long a beginning that they are forms of one word; never numbers."""
    if left[:1].isdigit() or right[:1].isdigit():
        return False
    shared = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= BEGINNING and shared >= 0.7 * min(len(left), len(right))
