"""The words and paragraphs of two texts, and the paragraphs that moved from one place to another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rashomon.archive.matching import Block, blocks

_TOKEN = re.compile(r"\w+(?:[.,'’\-]\w+)*|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
LEAST_MOVED_WORDS = 8
"""A paragraph of fewer words may stand in two places by chance."""
LIKE = 0.7
"""Share of its runs of three words that a paragraph must keep to be the same one, moved and changed."""
COMMON = 5
"""A run of three words that stands in more paragraphs than this points at none of them."""


class Tokens:
    """A text with its words and paragraphs, as numbers."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = [m.span() for m in _TOKEN.finditer(text)]
        self.starts = [start for start, _ in self.places]
        self.words: list[int] = []
        self.paragraphs = [p for p in map(self._within, _PARAGRAPH.finditer(text)) if p[0] < p[1]]
        self.firsts = frozenset(first for first, _ in self.paragraphs)

    def _within(self, found: re.Match[str]) -> tuple[int, int]:
        return bisect_left(self.starts, found.start()), bisect_left(self.starts, found.end())

    def is_word(self, place: int) -> bool:
        """Whether it is a word and no mark."""
        return self.text[self.places[place][0]].isalnum()

    def number(self, ids: dict[str, int]) -> None:
        """Give each word a number; equal words of both texts have one."""
        self.words = [ids.setdefault(self.text[start:end], len(ids)) for start, end in self.places]

    def paragraph(self, number: int) -> tuple[int, ...]:
        """The words of a paragraph."""
        first, last = self.paragraphs[number]
        return tuple(self.words[first:last])


class Move(NamedTuple):
    """A paragraph in two places, with the pairs of its words that are the same."""

    left: int
    right: int
    pairs: list[tuple[int, int]]


def moved(left: Tokens, right: Tokens) -> tuple[list[Block], list[Move]]:
    """The runs of equal paragraphs that stand in the same order, and the paragraphs that moved."""
    ids: dict[tuple[int, ...], int] = {}
    ours = [ids.setdefault(left.paragraph(n), len(ids)) for n in range(len(left.paragraphs))]
    theirs = [ids.setdefault(right.paragraph(n), len(ids)) for n in range(len(right.paragraphs))]
    same = blocks(ours, theirs)
    gap_left, gap_right = _gaps(same, len(ours), 0), _gaps(same, len(theirs), 1)
    free = [n for n in range(len(ours)) if gap_left[n] >= 0]
    open_right = [n for n in range(len(theirs)) if gap_right[n] >= 0]
    moves: list[Move] = []
    waiting: dict[int, list[int]] = {}
    for n in reversed(open_right):
        waiting.setdefault(theirs[n], []).append(n)
    taken: set[int] = set()
    rest: list[int] = []
    for n in free:
        first, last = left.paragraphs[n]
        if last - first >= LEAST_MOVED_WORDS and waiting.get(ours[n]):
            other = waiting[ours[n]].pop()
            start = right.paragraphs[other][0]
            moves.append(Move(n, other, [(first + k, start + k) for k in range(last - first)]))
            taken.add(other)
        else:
            rest.append(n)
    left_over = [n for n in open_right if n not in taken]
    for n, other in _alike(left, right, rest, left_over):
        if gap_left[n] == gap_right[other]:
            continue  # changed where it stands
        (a, b), (c, d) = left.paragraphs[n], right.paragraphs[other]
        inner = blocks(left.words[a:b], right.words[c:d])
        moves.append(Move(n, other, [(a + x.left + k, c + x.right + k) for x in inner for k in range(x.length)]))
    return same, moves


def _gaps(same: Sequence[Block], size: int, side: int) -> list[int]:
    """For each paragraph the number of the gap between equal runs that it stands in; -1 for those in a run."""
    found, at = [], 0
    for number, block in enumerate(same):
        start = block[side]
        found += [number] * (start - at) + [-1] * block.length
        at = start + block.length
    return found + [len(same)] * (size - at)


def _alike(left: Tokens, right: Tokens, ours: Sequence[int], theirs: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of paragraphs that share most of their runs of three words, each paragraph once."""
    runs = {n: _threes(right.paragraph(n)) for n in theirs}
    holders: dict[tuple[int, ...], list[int]] = {}
    for n, own in runs.items():
        for run in own:
            holders.setdefault(run, []).append(n)
    taken: set[int] = set()
    for n in ours:
        words = left.paragraph(n)
        own = _threes(words)
        if len(words) < LEAST_MOVED_WORDS:
            continue
        telling = (holders[run] for run in own if run in holders and len(holders[run]) <= COMMON)
        shared = Counter(other for others in telling for other in others if other not in taken)
        for other, number in shared.most_common(1):
            if number >= LIKE * max(len(own), len(runs[other])):
                taken.add(other)
                yield n, other


def _threes(words: Sequence[int]) -> set[tuple[int, ...]]:
    return set(zip(words, words[1:], words[2:], strict=False))
