"""How alike documents and stories are in words, names and figures: many stories are looked at in the same columns.

Sums are those of `numpy.add.reduce` over what is compared, to the last digit, in whatever company a story is seen.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rashomon.group.live import Live
from rashomon.group.story_columns import KINDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Dense = NDArray[np.float64]

Likeness = list[float]
"""In words, names and figures."""


class Scratch:
    """Weights by term, laid out for looking up the terms of stories; used for one document at a time."""

    __slots__ = ("_column",)

    def __init__(self) -> None:
        import numpy as np

        self._column: Dense = np.zeros(0)

    def lay(self, vectors: Iterable[tuple[NDArray[np.int32], NDArray[np.floating]]], terms: int) -> Dense:
        """The weights of a document by term; `terms` is how many terms there are."""
        import numpy as np

        if len(self._column) < terms:
            self._column = np.zeros(2 * terms)
        for own, weights in vectors:
            self._column[own] = weights
        return self._column

    def clear(self, vectors: Iterable[tuple[NDArray[np.int32], NDArray[np.floating]]]) -> None:
        """Take the document's weights away again."""
        for own, _ in vectors:
            self._column[own] = 0.0


def to_cores(dense: Dense, lives: Sequence[Live]) -> list[Likeness]:
    """The likeness in [0, 1] of a document to the mean of all members of each story.

    `dense` are the document's weights by term.
    """
    import numpy as np

    cores = [live.sums for live in lives]
    terms = np.concatenate([core.terms for core in cores])
    found = _reduced(
        dense[terms] * np.concatenate([core.weights for core in cores]), [size for core in cores for size in core.sizes]
    )
    lengths = [length for core in cores for length in core.lengths]
    each = [min(1.0, sum_of / length) if length else 0.0 for sum_of, length in zip(found, lengths, strict=True)]
    return [each[at : at + KINDS] for at in range(0, len(each), KINDS)]


def among(dense: Dense, others: Sequence[Live]) -> list[Likeness]:
    """The sum over a story's members of their likeness to the cores of other stories.

    `dense` are the sums of the story's members by term.
    """
    import numpy as np

    cores = [other.sums for other in others]
    weights = dense[np.concatenate([core.terms for core in cores])]
    common = weights != 0.0
    shared = weights[common] * np.concatenate([core.weights for core in cores])[common]
    ends = np.cumsum([size for core in cores for size in core.sizes])
    until = np.append(0, np.cumsum(common))[ends]
    found = _reduced(shared, np.diff(until, prepend=0).tolist())
    lengths = [length for core in cores for length in core.lengths]
    each = [sum_of / length if length else 0.0 for sum_of, length in zip(found, lengths, strict=True)]
    return [each[at : at + KINDS] for at in range(0, len(each), KINDS)]


def to_members(dense: Dense, lives: Sequence[Live], share: float) -> list[Likeness]:
    """The mean likeness to this share of the latest members of each story, the most alike: never to the nearest alone.

    In words, names and figures, each by members of its own.
    """
    import numpy as np

    members = [live.latest for live in lives]
    sizes = [size for latest in members for size in latest.sizes]
    weights = np.concatenate([latest.weights for latest in members])
    terms = np.concatenate([latest.terms for latest in members])
    each = np.bincount(np.arange(len(sizes)).repeat(sizes), weights=dense[terms] * weights, minlength=len(sizes))
    answers, begun = [], 0
    for latest in members:
        found = each[begun : begun + len(latest.sizes)].reshape(-1, KINDS).T.copy()
        begun += len(latest.sizes)
        found.sort()
        number = max(1, math.ceil(found.shape[1] * share))
        answers.append([min(1.0, float(kind[-number:].sum()) / number) for kind in found])
    return answers


def _reduced(values: Dense, sizes: Sequence[int]) -> list[float]:
    """The sums of stretches of these sizes; a nothing before each makes `reduceat` add as `reduce` does."""
    import numpy as np

    each = np.array(sizes)
    padded = np.zeros(len(values) + len(each))
    padded[np.arange(len(values)) + np.arange(1, len(each) + 1).repeat(each)] = values
    found: list[float] = np.add.reduceat(padded, each.cumsum() - each + np.arange(len(each))).tolist()
    return found
