"""Blocks of pairs -> the copies among them: passages by alignment, measured with and without what is quoted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from rashomon.core import Copy, CopyKind, SharedPassage
from rashomon.core.many import many
from rashomon.group.aligned import Aligned, aligned
from rashomon.group.blocks import Block
from rashomon.group.direction import Directed, direct, same_outlet
from rashomon.group.heads import Head
from rashomon.group.settings import CopySettings
from rashomon.group.shown import shown
from rashomon.group.sides import Sides

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Chosen = NDArray[np.bool_]

Placed = tuple[int, int, Copy]
"""A copy, and which two documents of the run it is of, the earlier first."""


class _Measured(NamedTuple):
    """Of each pair how much of the copy is shared, and what that makes it."""

    share: list[float]
    without: list[float]
    """The same without quotations."""
    kinds: list[CopyKind]


def compared(blocks: Iterable[Block], settings: CopySettings) -> list[list[Placed]]:
    """The copies of each block, in no order to rely on."""
    return [_copies(block, settings) for block in blocks]


def _copies(block: Block, settings: CopySettings) -> list[Placed]:
    sides = Sides(block)
    copies: list[Placed] = []
    for found in aligned(block.lefts, block.rights, block.row, settings):
        if len(found.lefts):
            earlier, later = (block.numbers[side].tolist() for side in (found.lefts, found.rights))
            copies += zip(earlier, later, _told(found, sides, settings), strict=True)
    return copies


def _told(found: Aligned, sides: Sides, s: CopySettings) -> list[Copy]:
    """The copy that each pair is."""
    import numpy as np

    ones, others = ([sides.heads[number] for number in side.tolist()] for side in (found.lefts, found.rights))
    directed = [direct(left, right, s) for left, right in zip(ones, others, strict=True)]
    swapped = np.array([each.swapped for each in directed], dtype=np.bool_)
    measured = _measured(found, swapped, sides, s)
    pieces = list(shown(found.shared, swapped, sides, s))
    pairs = [
        (right, left) if each.swapped else (left, right)
        for left, right, each in zip(ones, others, directed, strict=True)
    ]
    return many(
        Copy,
        origin=[origin.id for origin, _ in pairs],
        copy=[copy.id for _, copy in pairs],
        shared_chars=[_chars(passages) for passages in pieces],
        share_of_copy=measured.share,
        share_without_quotations=measured.without,
        kind=measured.kinds,
        direction=[each.direction for each in directed],
        passages=pieces,
        reason=[
            _reason(*pair, each, kind, without)
            for pair, each, kind, without in zip(pairs, directed, measured.kinds, measured.without, strict=True)
        ],
    )


def _chars(passages: tuple[SharedPassage, ...]) -> int:
    return sum([passage.copy.end - passage.copy.start for passage in passages])


def _measured(found: Aligned, swapped: Chosen, sides: Sides, s: CopySettings) -> _Measured:
    import numpy as np

    pair, equal, own = found.shared
    size = len(swapped)
    of_left = swapped[pair]
    copy, origin = np.where(of_left, equal.left, equal.right), np.where(of_left, equal.right, equal.left)
    chars, said = sides.chars[copy], sides.row.words.said
    quoted = said[origin] & ~said[copy]  # what the origin has in marks is quoted in the copy too
    copies = np.where(swapped, found.lefts, found.rights)

    def summed(chosen: Chosen) -> Ints:
        return np.bincount(pair[chosen], chars[chosen], size).astype(np.int64)

    unsaid = sides.unquoted[copies] - summed(quoted)
    copied = np.bincount(pair, own, size) > 0
    without = np.where(unsaid == 0, copied, summed(own & ~said[origin] & ~said[copy]) / np.maximum(1, unsaid))
    extent = equal.extent(int(equal.passage.max()) + 1)
    firsts = np.flatnonzero(np.diff(equal.passage, prepend=-1))
    spread = np.bincount(pair[firsts], extent[equal.passage[firsts]], size)
    like = copied & (without >= s.verbatim_share) & (np.bincount(pair, minlength=size) >= s.verbatim_equal * spread)
    share = np.bincount(pair, chars, size) / np.maximum(1, sides.sizes[copies])
    turned = _turned(found, like, sides)
    kinds = [
        CopyKind.SHARED_QUOTATION
        if not is_copied
        else CopyKind.VERBATIM
        if is_like and number not in turned
        else CopyKind.EDITED
        if own_share >= s.edited_share
        else CopyKind.EXCERPT
        for number, (is_copied, is_like, own_share) in enumerate(
            zip(copied.tolist(), like.tolist(), without.tolist(), strict=True)
        )
    ]
    return _Measured(share.tolist(), without.tolist(), kinds)


def _turned(found: Aligned, asked: Chosen, sides: Sides) -> set[int]:
    """The pairs in which an edit inside the passages changes a figure or a negation: few words, and another sense."""
    import numpy as np

    pair, equal, _ = found.shared
    at = np.flatnonzero(asked[pair[1:]] & (np.diff(equal.passage) == 0))
    answer: set[int] = set()
    for side in (equal.left, equal.right):
        between = sides.turning[side[at + 1] - 1] > sides.turning[side[at]]
        answer.update(pair[at[between]].tolist())
    return answer


def _reason(origin: Head, copy: Head, directed: Directed, kind: CopyKind, without: float) -> str:
    if kind is CopyKind.SHARED_QUOTATION:
        what = "what they share is quoted, or too little to be more than chance without the quotations"
    else:
        what = f"{without:.0%} of the prose outside quotations is shared"
    if kind in (CopyKind.VERBATIM, CopyKind.EDITED) and same_outlet(origin, copy):
        what = "a version of the same report by the same outlet: " + what
    return f"{what}; {directed.reason}"
