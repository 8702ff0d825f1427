"""The passages that two documents share: equal runs of words joined over small edits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rashomon.group.settings import CopySettings

WORD_BITS = 32
"""Room for the number of a word form in an anchor's number."""


class Run(NamedTuple):
    """A shared passage in word indices, half-open on both sides; `equal` lists its pairs of equal words."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int
    equal: tuple[tuple[int, int], ...]


class _Block(NamedTuple):
    """An equal run: `words` words from `left` and from `right` on."""

    left: int
    right: int
    words: int


class Anchors(NamedTuple):
    """The anchors of a sequence: runs of `anchor_words` words, each as one number, and where each begins."""

    codes: list[int]
    last: dict[int, int]
    earlier: dict[int, list[int]]
    """The other places of those that stand more than once."""

    def places(self, code: int) -> list[int]:
        """Where an anchor begins, in order."""
        return [*self.earlier.get(code, ()), self.last[code]]


def anchors(words: Sequence[int], settings: CopySettings) -> Anchors:
    """The anchors of a sequence of word numbers."""
    codes = list(words)
    for k in range(1, settings.anchor_words):
        codes = [code << WORD_BITS | word for code, word in zip(codes, words[k:], strict=False)]
    last = dict(zip(codes, range(len(codes)), strict=True))
    earlier: dict[int, list[int]] = {}
    if len(last) < len(codes):
        for i, code in enumerate(codes):
            if last[code] != i:
                earlier.setdefault(code, []).append(i)
    return Anchors(codes, last, earlier)


def shared_runs(
    left: Sequence[int],
    right: Sequence[int],
    settings: CopySettings,
    *,
    prepared: tuple[Anchors, Anchors] | None = None,
) -> list[Run]:
    """The passages shared by two sequences of word numbers, each word in one passage at most, in order of the right.

    Equal runs are found by their first words, the longest taken first, and neighbours joined where the edit between
    them is small on both sides. `prepared` are the anchors of both, where they are at hand.
    """
    if prepared is None:
        prepared = anchors(left, settings), anchors(right, settings)
    blocks = _blocks(left, right, prepared, settings)
    if max((block.words for block in blocks), default=0) < settings.core_words:
        return []
    blocks = _disjoint(blocks)
    return [run for run in _joined(blocks, settings) if _sound(run, settings)]


def _blocks(
    left: Sequence[int], right: Sequence[int], prepared: tuple[Anchors, Anchors], settings: CopySettings
) -> list[_Block]:
    """The maximal equal runs of at least an anchor's length."""
    least, most = settings.anchor_words, settings.anchor_places
    lefts, rights = prepared
    common = lefts.last.keys() & rights.last.keys()
    if not common:
        return []
    left_end, right_end = len(left), len(right)
    found = []
    for j, code in enumerate(rights.codes):
        if code not in common:
            continue
        for i in lefts.places(code)[:most] if code in lefts.earlier else (lefts.last[code],):
            if i and j and left[i - 1] == right[j - 1]:
                continue  # within a run that began earlier
            words = least
            while i + words < left_end and j + words < right_end and left[i + words] == right[j + words]:
                words += 1
            found.append(_Block(i, j, words))
    return found


def _disjoint(blocks: list[_Block]) -> list[_Block]:
    """The blocks, the longest first, without those that overlap one taken; in order of the right side."""
    taken_left = bytearray(max((b.left + b.words for b in blocks), default=0))
    taken_right = bytearray(max((b.right + b.words for b in blocks), default=0))
    kept = []
    for block in sorted(blocks, key=lambda b: (-b.words, b.right, b.left)):
        lefts = slice(block.left, block.left + block.words)
        rights = slice(block.right, block.right + block.words)
        if 1 not in taken_left[lefts] and 1 not in taken_right[rights]:
            taken_left[lefts] = taken_right[rights] = b"\1" * block.words
            kept.append(block)
    return sorted(kept, key=lambda b: b.right)


def _joined(blocks: list[_Block], settings: CopySettings) -> list[Run]:
    runs: list[list[_Block]] = []
    for block in blocks:
        for run in reversed(runs[-3:]):  # a moved sentence may stand between two neighbours
            last = run[-1]
            gap_left = block.left - last.left - last.words
            gap_right = block.right - last.right - last.words
            if 0 <= gap_left <= settings.gap_words and 0 <= gap_right <= settings.gap_words:
                run.append(block)
                break
        else:
            runs.append([block])
    return [_run(run) for run in runs if max(block.words for block in run) >= settings.core_words]


def _run(blocks: list[_Block]) -> Run:
    first, last = blocks[0], blocks[-1]
    return Run(
        first.left,
        last.left + last.words,
        first.right,
        last.right + last.words,
        tuple((b.left + i, b.right + i) for b in blocks for i in range(b.words)),
    )


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
