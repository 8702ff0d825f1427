"""Shared passages as pairs of spans, by which a reader finds them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from rashomon.core import SharedPassage, Span
from rashomon.core.many import many
from rashomon.group.evidence import Shared
from rashomon.group.settings import CopySettings
from rashomon.group.sides import Sides
from rashomon.group.sorting import order_by

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Chosen = NDArray[np.bool_]


def shown(shared: Shared, swapped: Chosen, sides: Sides, settings: CopySettings) -> Iterator[tuple[SharedPassage, ...]]:
    """Of each pair its passages in the order of the copy.

    They are cut where a passage of either document ends, so that no span holds furniture.

    Args:
        shared: what pairs share.
        swapped: of each pair whether the left document is the copy.
        sides: the documents.
        settings: what is too short to be shown.
    """
    import numpy as np

    pair, equal, _ = shared
    begins = np.diff(equal.passage, prepend=-1) != 0
    for side in (equal.left, equal.right):
        begins[1:] |= np.diff(sides.lines[side]) != 0
    firsts = np.flatnonzero(begins)
    lasts = np.append(firsts[1:], len(pair)) - 1
    kept = lasts - firsts + 1 >= settings.least_piece_words
    firsts, lasts = firsts[kept], lasts[kept]
    owner = pair[firsts]
    left, right = (_spans(side[firsts], side[lasts], sides) for side in (equal.left, equal.right))
    of_left = swapped[owner]
    copy, origin = np.where(of_left, left, right), np.where(of_left, right, left)
    order = order_by(owner, ~sides.headlines[copy[0]], copy[1])
    made = many(
        SharedPassage,
        origin=_made(origin[:, order], sides),
        copy=_made(copy[:, order], sides),
    )
    ends = np.cumsum(np.bincount(owner, minlength=len(swapped))).tolist()
    for first, end in pairwise([0, *ends]):
        yield tuple(made[first:end])


def _spans(first: Ints, last: Ints, sides: Sides) -> Ints:
    """Of words `first..last` the passage in which they stand, where they begin and where they end."""
    import numpy as np

    starts = sides.row.words.starts
    return np.stack((sides.lines[first], starts[first], starts[last] + sides.chars[last]))


def _made(places: Ints, sides: Sides) -> list[Span]:
    """The spans of passages; a word never ends before it begins, so none does."""
    lines, starts, ends = places.tolist()
    return many(Span, part=list(map(sides.parts.__getitem__, lines)), start=starts, end=ends)
