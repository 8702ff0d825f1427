"""The difference between two texts, word by word: what was put in, left out, replaced, and moved as it was.

Paragraphs are compared first, so that one that only moved is told apart from one that changed; within what is left,
words are. Applied to the old text, the edits give the new one exactly, blanks included.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.archive.matching import Block, blocks
from rashomon.archive.moves import Move, Tokens, moved
from rashomon.core import Span

SHORT_RUN = 2
"""Equal runs of at most so many words between longer edits are no common ground: "of the" joins nothing."""


class EditKind(StrEnum):
    """What an edit does."""

    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"
    MOVED_AWAY = "moved-away"
    """A paragraph that stands elsewhere in the new text."""
    MOVED_HERE = "moved-here"
    BLANKS = "blanks"
    """Only blanks and line breaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Put the words at `new` (of the new text) in place of those at `old` (of the old one).

    `elsewhere` is, of what moved, its place in the other text, and `inside` what was changed in it on the way (told
    once, with `moved-here`).
    """

    kind: EditKind
    old: Span
    new: Span
    elsewhere: Span | None = None
    inside: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The edits between two texts in order, and for each word of the old text that still stands its place in the new.

    `kept` are pairs of places of words, in order of the old one; of a paragraph that moved too.
    """

    edits: tuple[Edit, ...]
    kept: tuple[tuple[tuple[int, int], tuple[int, int]], ...]


def difference(old: str, new: str) -> Difference:
    """The difference between two texts."""
    left, right = Tokens(old), Tokens(new)
    ids: dict[str, int] = {}
    left.number(ids)
    right.number(ids)
    same, moves = moved(left, right)
    pairs = _pairs(left, right, same, moves)
    edits = tuple(_edits(left, right, pairs, moves))
    kept = list(pairs)
    for move in moves:
        kept += move.pairs
    places = sorted((left.places[i], right.places[j]) for i, j in kept)
    return Difference(edits=edits, kept=tuple(places))


def applied(old: str, new: str, edits: Iterable[Edit]) -> str:
    """The old text with the edits made: the new text; `new` is where their words are taken from."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (old[at : edit.old.start], edit.new.of(new))
        at = edit.old.end
    return "".join((*pieces, old[at:]))


def _pairs(left: Tokens, right: Tokens, same: Sequence[Block], moves: Sequence[Move]) -> list[tuple[int, int]]:
    """The words that are the same and stand in the same order."""
    away = {k for m in moves for k in range(*left.paragraphs[m.left])}
    here = {k for m in moves for k in range(*right.paragraphs[m.right])}
    found: list[tuple[int, int]] = []
    at = (0, 0)

    def between(stop: tuple[int, int]) -> None:
        ours = [k for k in range(at[0], stop[0]) if k not in away]
        theirs = [k for k in range(at[1], stop[1]) if k not in here]
        runs = blocks([left.words[k] for k in ours], [right.words[k] for k in theirs])
        runs = _grounded(runs, left, ours, right, theirs)
        found.extend((ours[b.left + k], theirs[b.right + k]) for b in runs for k in range(b.length))

    for block in same:
        first, second = left.paragraphs[block.left][0], right.paragraphs[block.right][0]
        last, other = (
            left.paragraphs[block.left + block.length - 1][1],
            right.paragraphs[block.right + block.length - 1][1],
        )
        between((first, second))
        found.extend((first + k, second + k) for k in range(last - first))
        at = (last, other)
    between((len(left.words), len(right.words)))
    return found


def _grounded(
    runs: Sequence[Block], left: Tokens, ours: Sequence[int], right: Tokens, theirs: Sequence[int]
) -> list[Block]:
    """The equal runs without those that stand alone between edits much longer than they are.

    Two words that open a paragraph in both texts stay, since they may be the label of what follows.
    """
    kept = []
    for number, run in enumerate(runs):
        before = runs[number - 1] if number else Block(0, 0, 0)
        after = runs[number + 1] if number + 1 < len(runs) else Block(len(ours), len(theirs), 0)
        gaps = (
            run.left - before.left - before.length + run.right - before.right - before.length,
            after.left - run.left - run.length + after.right - run.right - run.length,
        )
        said = sum(left.is_word(ours[run.left + k]) for k in range(min(run.length, SHORT_RUN + 1)))
        far = max(gaps) if said == 0 else min(gaps)
        opens = said > 1 and ours[run.left] in left.firsts and theirs[run.right] in right.firsts
        if said > SHORT_RUN or run.length > 2 * SHORT_RUN or far <= 4 * max(said, 1) or opens:
            kept.append(run)
    return kept


def _edits(left: Tokens, right: Tokens, pairs: Sequence[tuple[int, int]], moves: Sequence[Move]) -> Iterator[Edit]:
    """The edits between words that stay: stretches of both texts, blanks at their ends that are the same left out."""
    at_left, at_right = 0, 0
    away = _Moves([(_place(left, m.left), m) for m in moves])
    here = _Moves([(_place(right, m.right), m) for m in moves])
    for i, j in (*pairs, (len(left.words), len(right.words))):
        end_left = left.places[i][0] if i < len(left.words) else len(left.text)
        end_right = right.places[j][0] if j < len(right.words) else len(right.text)
        ours, theirs = left.text[at_left:end_left], right.text[at_right:end_right]
        if ours != theirs:
            yield from _stretch(left, right, (at_left, end_left), (at_right, end_right), (away, here))
        if i < len(left.words):
            at_left, at_right = left.places[i][1], right.places[j][1]


def _stretch(
    left: Tokens,
    right: Tokens,
    old: tuple[int, int],
    new: tuple[int, int],
    moves: tuple[_Moves, _Moves],
) -> Iterator[Edit]:
    """The edits of one stretch: what moved away, what moved here, and what changed, cut apart."""
    away, here = moves[0].within(old), moves[1].within(new)
    cuts_left, cuts_right = [place for place, _ in away], [place for place, _ in here]
    runs_left, runs_right = list(_runs(old, cuts_left)), list(_runs(new, cuts_right))
    # the runs beside what moved are paired from the front; what is left over is put in or left out by itself
    at = new[0]
    for number, (start, end) in enumerate(runs_left):
        other = runs_right[number] if number < len(runs_right) and number == 0 else (at, at)
        yield from _plain(left.text, right.text, (start, end), other)
        at = other[1]
        if number < len(away):
            place = cuts_left[number]
            yield Edit(
                kind=EditKind.MOVED_AWAY,
                old=Span(*place),
                new=Span(at, at),
                elsewhere=Span(*_place(right, away[number][1].right)),
            )
    for number, (_, move) in enumerate(here):
        yield Edit(
            kind=EditKind.MOVED_HERE,
            old=Span(old[1], old[1]),
            new=Span(*cuts_right[number]),
            elsewhere=Span(*_place(left, move.left)),
            inside=tuple(_inside(left, right, move)),
        )
        yield from _plain(left.text, right.text, (old[1], old[1]), runs_right[number + 1])


class _Moves:
    """What moved, by its place in one of the texts."""

    def __init__(self, moves: Iterable[tuple[tuple[int, int], Move]]) -> None:
        self._moves = sorted(moves, key=lambda m: m[0])
        self._starts = [place[0] for place, _ in self._moves]

    def within(self, stretch: tuple[int, int]) -> list[tuple[tuple[int, int], Move]]:
        """Those that begin in a stretch."""
        return self._moves[bisect_left(self._starts, stretch[0]) : bisect_left(self._starts, stretch[1])]


def _place(text: Tokens, paragraph: int) -> tuple[int, int]:
    first, last = text.paragraphs[paragraph]
    return text.places[first][0], text.places[last - 1][1]


def _runs(stretch: tuple[int, int], cuts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = stretch[0]
    for start, end in cuts:
        yield at, start
        at = end
    yield at, stretch[1]


def _plain(old: str, new: str, ours: tuple[int, int], theirs: tuple[int, int]) -> Iterator[Edit]:
    """One edit without what both sides begin and end with in blanks; none where both sides are the same."""
    (a, b), (c, d) = ours, theirs
    while a < b and c < d and old[a] == new[c] and old[a].isspace():
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1] and old[b - 1].isspace():
        b, d = b - 1, d - 1
    left, right = old[a:b].strip(), new[c:d].strip()
    if old[a:b] == new[c:d]:
        return
    kind = EditKind.BLANKS if not (left or right) else EditKind.REPLACED
    if bool(left) != bool(right):
        kind = EditKind.DELETED if left else EditKind.INSERTED
    yield Edit(kind=kind, old=Span(a, b), new=Span(c, d))


def _inside(left: Tokens, right: Tokens, move: Move) -> Iterator[Edit]:
    """What was changed inside a paragraph that moved."""
    (start, end), (first, last) = _place(left, move.left), _place(right, move.right)
    at_left, at_right = start, first
    ends = [(left.places[i], right.places[j]) for i, j in move.pairs]
    for ours, theirs in (*ends, ((end, end), (last, last))):
        if left.text[at_left : ours[0]] != right.text[at_right : theirs[0]]:
            yield from _plain(left.text, right.text, (at_left, ours[0]), (at_right, theirs[0]))
        at_left, at_right = ours[1], theirs[1]
