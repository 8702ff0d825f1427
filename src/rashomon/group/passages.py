"""The passages that two documents share: equal runs of words joined over small edits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.settings import CopySettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Hashes = NDArray[np.uint64]
    Places = NDArray[np.int64]

MULTIPLIER = 0x9E3779B97F4A7C15
"""Mixes the numbers of an anchor's words into one (the golden ratio in 64 bits)."""
ANCHOR_WORDS = 3
"""Shortest run of equal words that may join or prolong a shared passage over small edits."""


class Run(NamedTuple):
    """A shared passage in word indices, half-open on both sides; `equal` lists its pairs of equal words."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int
    equal: tuple[tuple[int, int], ...]


_Block = tuple[int, int, int]
"""An equal run: where it begins on the left and on the right, and its words."""


class Anchors(NamedTuple):
    """The anchors of a sequence: runs of `ANCHOR_WORDS` words, each as one number."""

    words: Numbers
    codes: Hashes
    order: Places
    """The anchors' places by their numbers."""
    known: Hashes
    """Each number once, rising."""
    first: Places
    """Where the places of each begin in the order, the end of all behind them."""


def anchors(words: Sequence[int] | Numbers | NDArray[np.int32]) -> Anchors:
    """The anchors of a sequence of word numbers."""
    import numpy as np

    numbers = np.asarray(words, dtype=np.int64)
    mixed = numbers.astype(np.uint64)
    size = max(0, len(numbers) - ANCHOR_WORDS + 1)
    codes = np.zeros(size, dtype=np.uint64)
    for k in range(ANCHOR_WORDS):
        codes = codes * np.uint64(MULTIPLIER) + mixed[k : k + size]
    order = np.argsort(codes, kind="stable")
    ordered = codes[order]
    first = np.flatnonzero(np.diff(ordered, prepend=~ordered[:1])) if size else order
    return Anchors(numbers, codes, order, ordered[first], np.append(first, size))


def shared_runs(
    left: Sequence[int],
    right: Sequence[int],
    settings: CopySettings,
    *,
    prepared: tuple[Anchors, Anchors] | None = None,
) -> list[Run]:
    """The passages shared by two sequences of word numbers, each word in one passage at most, in order of the right.

    Equal runs are found by their anchors, the longest taken first, and neighbours joined where the edit between
    them is small on both sides. `prepared` are the anchors of both, where they are at hand.
    """
    lefts, rights = prepared or (anchors(left), anchors(right))
    blocks = _disjoint(_blocks(lefts, rights, settings))
    return [run for run in _joined(blocks, settings) if _sound(run, settings)]


def _blocks(lefts: Anchors, rights: Anchors, settings: CopySettings) -> list[_Block]:
    """The maximal equal runs of at least an anchor's length; none where none may begin a passage."""
    import numpy as np

    if not len(lefts.known) or not len(rights.codes):
        return []
    at = np.minimum(np.searchsorted(lefts.known, rights.codes), len(lefts.known) - 1)
    first = lefts.first[at]
    times = np.where(lefts.known[at] == rights.codes, lefts.first[at + 1] - first, 0)
    cut = times.max() > settings.anchor_places
    times = np.minimum(times, settings.anchor_places)
    right = np.repeat(np.arange(len(times)), times)
    if not len(right):
        return []
    left = lefts.order[np.arange(len(right)) - np.repeat(np.cumsum(times) - times - first, times)]
    order = np.lexsort((right, right - left))  # by diagonal: the anchors of one run follow one another
    left, right = left[order], right[order]
    begins = np.ones(len(left), dtype=bool)
    begins[1:] = (np.diff(left) != 1) | (np.diff(right) != 1)
    at = np.flatnonzero(begins)
    words = np.diff(np.append(at, len(left))) + ANCHOR_WORDS - 1
    if words.max() < settings.core_words:
        return []
    left, right = left[at], right[at]
    if cut:
        left, right, words = _prolonged(lefts, rights, left, right, words)
    order = np.lexsort((left, right, -words))
    return list(zip(left[order].tolist(), right[order].tolist(), words[order].tolist(), strict=True))


def _prolonged(
    lefts: Anchors, rights: Anchors, left: Places, right: Places, words: Places
) -> tuple[Places, Places, Places]:
    """Runs followed to their ends where not all places of an anchor were seen; none that only goes on another."""
    import numpy as np

    one, other = lefts.words, rights.words
    begun = (left == 0) | (right == 0) | (one[left - 1] != other[right - 1])
    left, right, words = left[begun], right[begun], words[begun].copy()
    for number, (i, j, known) in enumerate(zip(left.tolist(), right.tolist(), words.tolist(), strict=True)):
        size = min(len(one) - i, len(other) - j)
        unlike = np.flatnonzero(one[i + known : i + size] != other[j + known : j + size])
        words[number] = known + unlike[0] if len(unlike) else size
    return left, right, words


def _disjoint(blocks: list[_Block]) -> list[_Block]:
    """Of blocks, the longest first, those that overlap none taken before; in order of the right side."""
    taken_left = bytearray(max((left + words for left, _, words in blocks), default=0))
    taken_right = bytearray(max((right + words for _, right, words in blocks), default=0))
    kept = []
    for block in blocks:
        left, right, words = block
        left_end, right_end = left + words, right + words
        if 1 not in taken_left[left:left_end] and 1 not in taken_right[right:right_end]:
            taken_left[left:left_end] = taken_right[right:right_end] = b"\1" * words
            kept.append(block)
    return sorted(kept, key=itemgetter(1))


def _joined(blocks: list[_Block], settings: CopySettings) -> list[Run]:
    runs: list[list[_Block]] = []
    most = settings.gap_words
    for block in blocks:
        left, right, _ = block
        for run in reversed(runs[-3:]):  # a moved sentence may stand between two neighbours
            last_left, last_right, words = run[-1]
            if 0 <= left - last_left - words <= most and 0 <= right - last_right - words <= most:
                run.append(block)
                break
        else:
            runs.append([block])
    return [_run(run) for run in runs if any(words >= settings.core_words for _, _, words in run)]


def _run(blocks: list[_Block]) -> Run:
    equal = tuple((left + i, right + i) for left, right, words in blocks for i in range(words))
    (left, right), (last_left, last_right) = equal[0], equal[-1]
    return Run(left, last_left + 1, right, last_right + 1, equal)


def _sound(run: Run, settings: CopySettings) -> bool:
    longest = max(run.left_end - run.left_start, run.right_end - run.right_start)
    return len(run.equal) >= settings.least_equal_share * longest


def pieces(run: Run, apart: Callable[[tuple[int, int], tuple[int, int]], bool]) -> list[Run]:
    """A run cut wherever `apart` says of two neighbouring equal pairs that they do not belong together."""
    parts: list[list[tuple[int, int]]] = [[run.equal[0]]]
    for pair in run.equal[1:]:
        if apart(parts[-1][-1], pair):
            parts.append([pair])
        else:
            parts[-1].append(pair)
    return [Run(p[0][0], p[-1][0] + 1, p[0][1], p[-1][1] + 1, tuple(p)) for p in parts]
