"""What a story knows of its members as columns: the sum of all their vectors, and the latest ones one by one.

Words, names and figures lie one behind another in the same columns; no term is of two of these kinds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from rashomon.group.packed import packed, unpacked
from rashomon.group.profile import Profile, Vector

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Terms = NDArray[np.int32]
    Weights = NDArray[np.float64]

LEAST_WEIGHT = 1e-6
"""A weight below it is what rounding left."""
KINDS = 3
"""Words, names, and figures with dates."""


class Core(NamedTuple):
    """The sum of all members' vectors of one kind: terms (rising), weights, the sum's length."""

    terms: Terms
    weights: Weights
    length: float


class Sums(NamedTuple):
    """The sums of all members' vectors: of each kind the terms (rising) with their weights.

    Those of one member are its own, in the columns of the latest members: they take no room.
    """

    terms: Terms
    weights: Weights | NDArray[np.float32]
    sizes: tuple[int, ...]
    """How many terms there are of each kind."""
    lengths: tuple[float, ...]

    def core(self, which: int) -> Core:
        """The sum of one kind."""
        end = sum(self.sizes[: which + 1])
        own = slice(end - self.sizes[which], end)
        return Core(self.terms[own], self.weights[own].astype(float), self.lengths[which])


class Latest(NamedTuple):
    """The vectors of the latest members, those of a member one behind another."""

    terms: Terms
    weights: NDArray[np.float32]
    sizes: tuple[int, ...]
    """How many terms each has, of each kind."""

    def profiles(self) -> list[Profile]:
        """Those of each member."""
        ends = [0, *accumulate(self.sizes)]
        each = [Vector(self.terms[a:b], self.weights[a:b]) for a, b in pairwise(ends)]
        return [Profile(*each[at : at + KINDS]) for at in range(0, len(each), KINDS)]


class Vectors(NamedTuple):
    """The columns of a story: by far the most of what is known of it, and looked at only where it is in question."""

    sums: Sums
    latest: Latest
    held: Terms
    """The terms by which the story is looked up, rising."""


def nothing() -> Vectors:
    """Those of a story without members."""
    import numpy as np

    none = np.zeros(0, dtype=np.int32)
    return Vectors(
        Sums(none, np.zeros(0), (0,) * KINDS, (0.0,) * KINDS), Latest(none, np.zeros(0, np.float32), ()), none
    )


def octets_of(known: Vectors) -> bytes:
    """The columns of a story as bytes, kind by kind."""
    import numpy as np

    each: list[NDArray[Any]] = [known.held.astype(np.int32)]
    for which in range(KINDS):
        core = known.sums.core(which)
        each += (core.terms, core.weights, np.array([core.length]))
    profiles = known.latest.profiles()
    for which in range(KINDS):
        terms, weights = _behind([profile[which] for profile in profiles])
        each += (terms, weights, np.array(known.latest.sizes[which::KINDS], dtype=np.int32))
    return packed(each)


def vectors_of(octets: bytes) -> Vectors:
    """The columns of a story that these bytes hold."""
    held, *each = unpacked(octets)
    cores = [Core(each[at], each[at + 1], float(each[at + 2][0])) for at in (0, 3, 6)]
    members: list[list[Vector]] = []
    sizes: list[int] = []
    for terms, weights, kept in (each[9:12], each[12:15], each[15:18]):
        ends = [0, *accumulate(kept.tolist())]
        members.append([Vector(terms[a:b], weights[a:b]) for a, b in pairwise(ends)])
    vectors = [vector for member in zip(*members, strict=True) for vector in member]
    sizes = [len(vector.terms) for vector in vectors]
    return Vectors(summed(cores), Latest(*_behind(vectors), tuple(sizes)), held)


def summed(cores: Sequence[Core]) -> Sums:
    """The sums of each kind together."""
    import numpy as np

    return Sums(
        np.concatenate([core.terms for core in cores]),
        np.concatenate([core.weights for core in cores]),
        tuple(len(core.terms) for core in cores),
        tuple(core.length for core in cores),
    )


def followed(latest: Latest, own: Profile, keep: int) -> Latest:
    """The latest vectors with one member's more; the oldest go where there would be more than `keep`."""
    import numpy as np

    sizes = tuple(len(vector.terms) for vector in own)
    gone = max(0, len(latest.sizes) - KINDS * (keep - 1))
    at = sum(latest.sizes[:gone])
    return Latest(
        np.concatenate((latest.terms[at:], *(vector.terms for vector in own))),
        np.concatenate((latest.weights[at:], *(vector.weights for vector in own))),
        latest.sizes[gone:] + sizes,
    )


def added(sums: Sums, own: Latest, most: int) -> Sums:
    """Sums with those of one more member; beyond `most` terms of a kind the lighter half is forgotten."""
    import numpy as np

    if not len(sums.terms):
        terms, weights, sizes = own.terms, own.weights, own.sizes
    else:
        ends, theirs = [0, *accumulate(sums.sizes)], [0, *accumulate(own.sizes)]
        at = np.concatenate(
            [
                sums.terms[ends[k] : ends[k + 1]].searchsorted(own.terms[theirs[k] : theirs[k + 1]]) + ends[k]
                for k in range(KINDS)
            ]
        )
        known = sums.terms[np.minimum(at, len(sums.terms) - 1)] == own.terms
        new = ~known
        more = np.add.reduceat(np.append(new, False), theirs[:KINDS], dtype=np.int64)
        more = np.where(np.array(own.sizes) > 0, more, 0)
        weights = sums.weights.astype(np.float64)
        weights[at[known]] += own.weights[known]
        terms, weights = inserted(at[new], (sums.terms, own.terms[new]), (weights, own.weights[new]))
        sizes = tuple(size + size_more for size, size_more in zip(sums.sizes, more.tolist(), strict=True))
    if max(sizes) > most:
        return summed([lightened(core, most) for core in _cores(terms, weights, sizes)])
    return Sums(terms, weights, sizes, _lengths(weights, sizes))


def lightened(core: Core, most: int) -> Core:
    """A sum without the lighter half of its terms, where there are more than `most`."""
    import numpy as np

    terms, weights = core.terms, core.weights
    if len(terms) > most:
        heaviest = np.sort(np.argsort(-weights, kind="stable")[: most // 2])
        terms, weights = terms[heaviest], weights[heaviest]
    return Core(terms, weights, math.sqrt(float((weights * weights).sum())))


def inserted(at: NDArray[np.intp], *columns: tuple[NDArray[Any], NDArray[Any]]) -> list[NDArray[Any]]:
    """Columns with more put in before these places (rising), as `numpy.insert` does, but in all of them at once."""
    import numpy as np

    before = columns[0][0]
    places = at + np.arange(len(at))
    kept = np.ones(len(before) + len(at), dtype=np.bool_)
    kept[places] = False
    answers = []
    for column, more in columns:
        answer = np.empty(len(kept), dtype=column.dtype)
        answer[kept], answer[places] = column, more
        answers.append(answer)
    return answers


def without(core: Core, own: Vector) -> Core:
    """A sum without a vector that is part of it; nothing is left of terms that only this one had."""
    import numpy as np

    weights = core.weights.copy()
    at = np.minimum(np.searchsorted(core.terms, own.terms), max(0, len(core.terms) - 1))
    known = core.terms[at] == own.terms if len(core.terms) else np.zeros(len(own.terms), dtype=bool)
    weights[at[known]] -= own.weights[known]
    kept = weights > LEAST_WEIGHT
    terms, weights = core.terms[kept], weights[kept]
    return Core(terms, weights, math.sqrt(float((weights * weights).sum())))


def _cores(terms: Terms, weights: Weights | NDArray[np.float32], sizes: tuple[int, ...]) -> list[Core]:
    known = Sums(terms, weights, sizes, (0.0,) * KINDS)
    return [known.core(which) for which in range(KINDS)]


def _lengths(weights: Weights | NDArray[np.float32], sizes: tuple[int, ...]) -> tuple[float, ...]:
    squares = weights.astype(float)
    squares *= squares
    ends = [0, *accumulate(sizes)]
    return tuple(math.sqrt(float(squares[ends[k] : ends[k + 1]].sum())) for k in range(KINDS))


def _behind(vectors: Sequence[Vector]) -> tuple[Terms, NDArray[np.float32]]:
    """Vectors one behind another."""
    import numpy as np

    return (
        np.concatenate([np.zeros(0, dtype=np.int32), *(vector.terms for vector in vectors)]),
        np.concatenate([np.zeros(0, dtype=np.float32), *(vector.weights for vector in vectors)]),
    )
