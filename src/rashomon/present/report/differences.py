"""What one wording has and another has not, word by word.

Method: the longest common blocks of words (Ratcliff and Obershelp 1988, as in Python's difflib), compared
without regard to case and to the punctuation at a word's edges. Their steps grow with the square of the words, so that
speeches of hundreds of words are compared in counted steps instead (`archive.matching`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from rashomon.archive.matching import Block, blocks

EDGE = "\"'“”‘’.,;:!?()[]…"
LEAST_IN_COMMON = 0.7
"""Below this share of shared words, a comparison word by word is harder to read than the two side by side."""

LONG_OMISSION_WORDS = 12
"""An omission inside the wording longer than this is told by its length; shorter ones are spelled out."""

MOST_PAIRS = 40_000
"""Words of one wording times those of the other, up to which the longest common blocks are looked for: under 0.01 s."""
MOST_STEPS = 200_000
"""Steps of the comparison of longer ones, some 0.1 s; what is not compared within them is told as replaced."""


class Change(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    LEFT_OUT = "left-out"
    REPLACED = "replaced"
    """Left out, with other words put in its place: a `put-in` follows."""
    PUT_IN = "put-in"
    CUT = "cut"
    """Left out at the beginning or the end, or at length: shown as an ellipsis."""
    REWORDED = "reworded"
    """The whole of a wording that has too little in common with the fullest to be told by its differences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of words with one fate."""

    change: Change
    words: str


def differences(fullest: str, other: str) -> tuple[Run, ...]:
    """The other wording as runs against the fullest one.

    The words of the runs `same` and `put-in`, in order, are the other wording; those of `same`, `left-out`,
    `replaced` and `cut` the fullest. A wording of which less than `LEAST_IN_COMMON` stands in the fullest is one run,
    `reworded`.
    """
    left, right = fullest.split(), other.split()
    ours, theirs = _numbers(left, right)
    reworded = (Run(change=Change.REWORDED, words=" ".join(right)),)
    if _shared(ours, theirs) < LEAST_IN_COMMON * len(right):
        return reworded
    same = _same(ours, theirs)
    if sum(block.length for block in same) < LEAST_IN_COMMON * len(right):
        return reworded
    runs: list[Run] = []
    i, k = 0, 0
    for block in (*same, Block(len(left), len(right), 0)):
        runs += _between(left, right, (i, block.left), (k, block.right))
        i, k = block.left + block.length, block.right + block.length
        if block.length:
            runs.append(Run(change=Change.SAME, words=" ".join(right[block.right : k])))
    return tuple(runs)


def _between(left: list[str], right: list[str], ours: tuple[int, int], theirs: tuple[int, int]) -> Iterator[Run]:
    """What was left out of the fullest and put in instead of it, between two runs of the same words."""
    (i, j), (k, m) = ours, theirs
    if i < j:
        at_edge, long = i == 0 or j == len(left), j - i > LONG_OMISSION_WORDS
        fate = Change.REPLACED if k < m else Change.CUT if at_edge or long else Change.LEFT_OUT
        yield Run(change=fate, words=" ".join(left[i:j]))
    if k < m:
        yield Run(change=Change.PUT_IN, words=" ".join(right[k:m]))


def _same(ours: Sequence[int], theirs: Sequence[int]) -> list[Block]:
    """The runs of words that are the same, in order in both."""
    if len(ours) * len(theirs) > MOST_PAIRS:
        return blocks(ours, theirs, steps=MOST_STEPS)
    found = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return [Block(*each) for each in found if each.size]


def _numbers(left: list[str], right: list[str]) -> tuple[list[int], list[int]]:
    """A number for each word of two wordings, the same for words that are no difference."""
    known: dict[str, int] = {}
    keys = ([word.strip(EDGE).casefold() or word for word in words] for words in (left, right))
    ours, theirs = ([known.setdefault(key, len(known)) for key in own] for own in keys)
    return ours, theirs


def _shared(left: Sequence[int], right: Sequence[int]) -> int:
    """How many words two wordings have in common in any order: no fewer than in the same one."""
    return (Counter(left) & Counter(right)).total()
