"""The measures: overlap of spans, precision and recall, B-cubed, the adjusted Rand index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import comb

Place = tuple[int, int]
EDGES = " \t\n\r\xa0\"'“”‘’«»„,.;:!?…-–—()[]"
"""What does not count at the ends of a span: blanks, quotation marks, points, brackets."""


def bare(text: str, place: Place) -> Place:
    """A span without blanks, quotation marks and points at its ends."""
    words = text[place[0] : place[1]]
    start = place[0] + len(words) - len(words.lstrip(EDGES))
    return start, max(start, place[1] - (len(words) - len(words.rstrip(EDGES))))


def overlap(left: Place, right: Place) -> float:
    """Shared characters over those of either span, in [0, 1] (Jaccard)."""
    shared = max(0, min(left[1], right[1]) - max(left[0], right[0]))
    either = left[1] - left[0] + right[1] - right[0] - shared
    return shared / either if either else 0.0


def touches(left: Place, right: Place) -> bool:
    """Whether two spans share a character."""
    return left[0] < right[1] and right[0] < left[1]


def pairs(gold: Sequence[Place], found: Sequence[Place], *, least: float = 0.8) -> list[tuple[int, int]]:
    """One-to-one pairs of spans that overlap by `least` or more, the best first (greedy)."""
    table = [(overlap(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    free_gold, free_found, out = set(range(len(gold))), set(range(len(found))), []
    for share, i, j in sorted(table, key=lambda row: (-row[0], row[1], row[2])):
        if share >= least and i in free_gold and j in free_found:
            free_gold.remove(i)
            free_found.remove(j)
            out.append((i, j))
    return out


def share(part: float, whole: float) -> float:
    """A part of a whole, 0 where there is no whole."""
    return part / whole if whole else 0.0


def f1(hits: float, found: float, gold: float) -> float:
    """The harmonic mean of precision (hits over found) and recall (hits over gold)."""
    return harmonic(share(hits, found), share(hits, gold))


def harmonic(precision: float, recall: float) -> float:
    """The harmonic mean of two shares."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def bcubed(gold: Sequence[str], found: Sequence[str]) -> float:
    """B-cubed F1 of a grouping (Bagga and Baldwin 1998): how much of each one's group is rightly there."""
    together, of_gold, of_found = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / of_found[f] for (_, f), n in together.items()) / len(gold)
    recall = sum(n * n / of_gold[g] for (g, _), n in together.items()) / len(gold)
    return harmonic(precision, recall)


def rand(gold: Sequence[str], found: Sequence[str]) -> float:
    """The adjusted Rand index of a grouping (Hubert and Arabie 1985): 0 by chance, 1 the same."""
    both, left, right = (_pairs(c) for c in (zip(gold, found, strict=True), gold, found))
    chance = left * right / comb(len(gold), 2)
    return share(both - chance, (left + right) / 2 - chance)


def _pairs(groups: Iterable[object]) -> int:
    return sum(comb(n, 2) for n in Counter(groups).values())
