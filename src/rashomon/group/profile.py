"""What a document is about, as weighted terms: words, names, and figures with dates."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.background import Background

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Terms = NDArray[np.int32]
    Weights = NDArray[np.float32]
    Weights64 = NDArray[np.float64]

LEAST_RARITY = 0.1
"""Commoner terms are left out."""


class Vector(NamedTuple):
    """A sparse vector: the numbers of its terms, rising, and their weights."""

    terms: Terms
    weights: Weights


class Profile(NamedTuple):
    """The same as vectors of length one (or empty), each term weighed by its rarity."""

    words: Vector
    names: Vector
    figures: Vector


class Often(NamedTuple):
    """How often a document has its terms, damped (1 + log count): words, then names, then figures."""

    damped: Weights64
    words: int
    names: int
    figures: int


def learned(numbers: Terms, often: Often, background: Background) -> Profile:
    """A document's terms as unit vectors, damped and weighed by rarity (TF-IDF, Salton and Buckley 1988).

    The background learns the terms first: words, names and figures, of which none is among the others.

    Args:
        numbers: those of its terms.
        often: how often it has each.
        background: as it was before the document came.
    """
    import numpy as np

    background.count(numbers)
    rarity = background.rarities(numbers)
    weights = often.damped * rarity
    kept = rarity > LEAST_RARITY
    vectors = []
    end = 0
    for size in often[1:]:
        own = slice(end, end := end + size)
        terms, weighed = numbers[own][kept[own]], weights[own][kept[own]]
        order = np.argsort(terms)
        weighed = weighed[order]
        length = math.sqrt(float(np.add.reduce(weighed * weighed)))
        vectors.append(Vector(terms[order], (weighed / length if length else weighed).astype(np.float32)))
    return Profile(*vectors)
