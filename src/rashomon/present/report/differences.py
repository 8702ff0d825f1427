"""What one wording has and another has not, word by word.

Method: the longest common blocks of words (Ratcliff and Obershelp 1988, as in Python's difflib), compared
without regard to case and to the punctuation at a word's edges.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

EDGE = "\"'“”‘’.,;:!?()[]…"
LEAST_IN_COMMON = 0.7
"""Below this share of shared words, a comparison word by word is harder to read than the two side by side."""

LONG_OMISSION_WORDS = 12
"""An omission inside the wording longer than this is told by its length; shorter ones are spelled out."""


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
    blocks = SequenceMatcher(None, _keys(left), _keys(right), autojunk=False).get_opcodes()
    in_common = sum(m - k for tag, _, _, k, m in blocks if tag == "equal")
    if in_common < LEAST_IN_COMMON * len(right):
        return (Run(change=Change.REWORDED, words=" ".join(right)),)
    runs: list[Run] = []
    for number, (tag, i, j, k, m) in enumerate(blocks):
        if tag == "equal":
            runs.append(Run(change=Change.SAME, words=" ".join(right[k:m])))
            continue
        if i < j:
            at_edge = tag == "delete" and number in (0, len(blocks) - 1)
            cut = at_edge or (tag == "delete" and j - i > LONG_OMISSION_WORDS)
            fate = Change.REPLACED if tag == "replace" else Change.CUT if cut else Change.LEFT_OUT
            runs.append(Run(change=fate, words=" ".join(left[i:j])))
        if k < m:
            runs.append(Run(change=Change.PUT_IN, words=" ".join(right[k:m])))
    return tuple(runs)


def _keys(words: list[str]) -> list[str]:
    return [word.strip(EDGE).casefold() or word for word in words]
