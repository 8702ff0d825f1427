"""The passages that two documents share: equal runs of words joined over small edits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple

from rashomon.group.settings import CopySettings


class Run(NamedTuple):
    """A shared passage in word indices, half-open on both sides; `equal` lists its pairs of equal words."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int
    equal: tuple[tuple[int, int], ...]


Block = tuple[int, int, int]
"""An equal run: where it begins on the left and on the right, and its words."""


def shared_runs(blocks: Sequence[Block], settings: CopySettings) -> list[Run]:
    """The passages shared by two documents, each word in one passage at most, in order of the right.

    Args:
        blocks: equal runs, the longest first, which is taken first. Neighbours are joined where the edit between
            them is small on both sides.
        settings: how small, and how many words a passage has at least.
    """
    runs = [_run(run) for run in _joined(_disjoint(blocks), settings) if _enough(run, settings)]
    return [run for run in runs if _sound(run, settings)]


def _disjoint(blocks: Sequence[Block]) -> list[Block]:
    """Of blocks, the longest first, those that overlap none taken before; in order of the right side."""
    taken_left = bytearray(max([left + words for left, _, words in blocks], default=0))
    taken_right = bytearray(max([right + words for _, right, words in blocks], default=0))
    kept = []
    for block in blocks:
        left, right, words = block
        left_end, right_end = left + words, right + words
        if 1 not in taken_left[left:left_end] and 1 not in taken_right[right:right_end]:
            taken_left[left:left_end] = taken_right[right:right_end] = b"\1" * words
            kept.append(block)
    return sorted(kept, key=itemgetter(1))


def _joined(blocks: list[Block], settings: CopySettings) -> list[list[Block]]:
    runs: list[list[Block]] = []
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
    return runs


def _enough(run: list[Block], settings: CopySettings) -> bool:
    words = [words for _, _, words in run]
    return sum(words) >= settings.least_words and max(words) >= settings.core_words


def _run(blocks: list[Block]) -> Run:
    equal: list[tuple[int, int]] = []
    for left, right, words in blocks:
        equal += zip(range(left, left + words), range(right, right + words), strict=True)
    (left, right), (last_left, last_right) = equal[0], equal[-1]
    return Run(left, last_left + 1, right, last_right + 1, tuple(equal))


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
