"""Which words of two texts are the same words, in time that stays bounded on long and unlike ones.

Method: what is equal at both ends is set aside (as Myers 1986 advises); long stretches are divided at runs of words
that stand once in each (the anchors of patience difference, Cohen, with the longest increasing subsequence of their
places); what lies between is compared by Myers' greedy algorithm (An O(ND) Difference Algorithm, Algorithmica 1, 1986),
which gives the fewest edits. Its steps are counted over the whole text; when they are spent, the rest is replaced.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

ANCHORS = (8, 3, 1)
"""How many words a run has that divides a stretch; shorter ones where longer ones divide no further."""
SHORT = 300
"""Up to so many words on both sides together a stretch is not divided."""
MOST_STEPS = 3_000_000
"""Steps of the greedy algorithm over one pair of texts: a second or two."""
MOST_EDITS = 600
"""Edits within one undivided stretch; where there are more, its two sides are different texts."""


class Block(NamedTuple):
    """So many equal words, from a place in the left text and one in the right."""

    left: int
    right: int
    length: int


def blocks(left: Sequence[int], right: Sequence[int], *, steps: int = MOST_STEPS) -> list[Block]:
    """The equal runs of two texts, in order in both, next to each other ones joined.

    Args:
        left: a number for each word of one text, equal for equal words.
        right: the same for the other.
        steps: so many steps of the greedy algorithm may be taken.
    """
    found: list[Block] = []
    gaps = [(0, len(left), 0, len(right), 0)]
    while gaps:
        i, m, j, n, level = gaps.pop()
        start = i
        while i < m and j < n and left[i] == right[j]:
            i, j = i + 1, j + 1
        if i > start:
            found.append(Block(start, j - (i - start), i - start))
        end = m
        while m > i and n > j and left[m - 1] == right[n - 1]:
            m, n = m - 1, n - 1
        if end > m:
            found.append(Block(m, n, end - m))
        if i == m or j == n:
            continue
        anchors: list[tuple[int, int]] = []
        while (m - i) + (n - j) > SHORT and level < len(ANCHORS):
            anchors = _anchors(left[i:m], right[j:n], ANCHORS[level])
            if anchors:
                break
            level += 1
        if not anchors:
            same, used = _fewest(left[i:m], right[j:n], steps)
            steps -= used
            found += (Block(b.left + i, b.right + j, b.length) for b in same)
            continue
        size = ANCHORS[level]
        before = (0, 0)
        for a, b in anchors:
            if a < before[0] or b < before[1]:
                continue  # overlaps the anchor before it
            gaps.append((i + before[0], i + a, j + before[1], j + b, level))
            found.append(Block(i + a, j + b, size))
            before = (a + size, b + size)
        gaps.append((i + before[0], m, j + before[1], n, level))
    return _joined(found)


def _joined(found: list[Block]) -> list[Block]:
    """The blocks in order, those that touch made one."""
    joined: list[Block] = []
    for block in sorted(found):
        last = joined[-1] if joined else None
        if last is not None and last.left + last.length == block.left and last.right + last.length == block.right:
            joined[-1] = Block(last.left, last.right, last.length + block.length)
        else:
            joined.append(block)
    return joined


def _anchors(left: Sequence[int], right: Sequence[int], size: int) -> list[tuple[int, int]]:
    """The places of runs of words that stand once in each text, the most that stand in the same order in both."""
    ours, theirs = _once(left, size), _once(right, size)
    pairs = [(i, theirs[run]) for run, i in ours.items() if run in theirs]
    return _rising(pairs)


def _once(words: Sequence[int], size: int) -> dict[tuple[int, ...], int]:
    """The runs of so many words that stand once, with their places, in order of place."""
    found: dict[tuple[int, ...], int] = {}
    twice: set[tuple[int, ...]] = set()
    for place, run in enumerate(zip(*(words[k:] for k in range(size)), strict=False)):
        if run in found:
            twice.add(run)
        else:
            found[run] = place
    for run in twice:
        del found[run]
    return found


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rises in both places (Fredman 1975); the pairs come in order of the first."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        slot = bisect_left(ends, place)
        before.append(at[slot - 1] if slot else -1)
        if slot == len(ends):
            ends.append(place)
            at.append(number)
        else:
            ends[slot], at[slot] = place, number
    chosen: list[tuple[int, int]] = []
    number = at[-1] if at else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]


def _fewest(left: Sequence[int], right: Sequence[int], steps: int) -> tuple[list[Block], int]:
    """The equal runs with the fewest edits between them, and the steps taken; none where it would take too many.

    `furthest[k]` is how far into the left text a path on diagonal k (place left less place right) has come.
    """
    m, n = len(left), len(right)
    most = min(m + n, MOST_EDITS)
    furthest = [0] * (2 * most + 3)
    middle = most + 1
    trace: list[list[int]] = []
    used = 0
    for edits in range(most + 1):
        used += edits + 1
        if used > steps:
            return [], used
        trace.append(furthest[middle - edits - 1 : middle + edits + 2])
        for k in range(-(edits - 2 * max(0, edits - n)), edits - 2 * max(0, edits - m) + 1, 2):
            down = k == -edits or (k != edits and furthest[middle + k - 1] < furthest[middle + k + 1])
            i = furthest[middle + k + 1] if down else furthest[middle + k - 1] + 1
            j = i - k
            while i < m and j < n and left[i] == right[j]:
                i, j = i + 1, j + 1
            furthest[middle + k] = i
            if i >= m and j >= n:
                return _back(trace, m, n), used
    return [], used


def _back(trace: Sequence[Sequence[int]], i: int, j: int) -> list[Block]:
    """The equal runs along the path that reached the end, found from its end."""
    found: list[Block] = []
    for edits in range(len(trace) - 1, -1, -1):
        row, k = trace[edits], i - j
        centre = edits + 1
        if edits == 0:
            start = (0, 0)
        else:
            down = k == -edits or (k != edits and row[centre + k - 1] < row[centre + k + 1])
            was = k + 1 if down else k - 1
            place = row[centre + was]
            start = (place, place - was + 1) if down else (place + 1, place - was)
        if i > start[0]:
            found.append(Block(start[0], start[1], i - start[0]))
        if edits:
            i, j = (start[0], start[1] - 1) if down else (start[0] - 1, start[1])
    return found[::-1]
