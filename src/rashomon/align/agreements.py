"""The agreement of all tellings of one action with one another, in columns: of each two what `judged` says of them.

Most pairs have nothing in common, and that is found without asking for each: fillers that are compared alike are
compared once, words in common are counted by a product of matrices, and the learned decision is asked only of pairs
that pass every condition that it sets before it weighs anything. The work in plain steps grows with the unlike fillers,
that in columns with the pairs: of n tellings no more than n times `MOST_OF_ONE_ACTION`, taken in blocks that hold some
hundred thousand pairs each, whatever n is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rashomon.align.comparing import Agreement, compare, compared_by
from rashomon.align.doers import compare_doers
from rashomon.align.frames import Frame
from rashomon.align.pairs_joined import LEAST_OF_ROLE, Judge, in_full, months_of, one_deed, uneven
from rashomon.align.roles import Part
from rashomon.align.whereabouts import set_apart

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Ints = NDArray[np.int64]

LEAST = 1.0
"""Least agreement of two tellings of one claim: the predicate alone (0) is never enough, one role that certainly
agrees is, and so are two that probably do."""

MOST_OF_ONE_ACTION = 300
"""A telling is compared with those of its action among so many that follow one another in the order of the documents,
itself the first or the last: of no more tellings all with all. The bound on pairs in a very large story."""

ACTOR, TARGET, CONTEXT, LEAD, ECHO = 0.7, 1.0, 0.8, 0.5, 1.0
"""How much each kind of agreement counts. Two leads of one story that tell the same action are likely to tell the
same happening; two clauses deep in their reports are not."""

FEWEST_IN_CONTEXT = 3
"""A context of fewer stems than these is compared as if it had so many."""

FEWEST_IN_CLAUSE, SAME_WORDS = 3, 0.8
"""Two clauses of so many stems at least are the same words where they share so much of them, as copies with small
edits do."""

COPIED, SENTENCE_CHARS = 2.0, 20
"""The agreement of one predicate of one sentence that two documents share word for word."""

IN_CONFLICT = float("-inf")
"""Stands for the agreement of two that something certainly tells apart: any sum with it is itself."""

BLOCK = 600
"""So many tellings are compared at once with those behind them."""


class Pairs(NamedTuple):
    """Pairs of tellings by place, the first before the second, with how far they agree."""

    left: Ints
    right: Ints
    scores: Floats


def agreements(frames: Sequence[Frame], judge: Judge | None) -> Iterator[Pairs]:
    """All pairs of tellings of one action that are compared at all, in some runs.

    Args:
        frames: the tellings of one action, in the order of the documents.
        judge: the learned decision, None for an action of which it is not asked.
    """
    columns = Columns(frames)
    for start in range(0, len(frames), BLOCK):
        yield columns.compared(start, min(start + BLOCK, len(frames)), judge)


class Columns:
    """The tellings of one action: what is compared of each, as numbers that equal values share."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        import numpy as np

        self._frames = frames
        self._document = _numbered(f.telling.document for f in frames)
        self._wording = _numbered(f.wording for f in frames)
        self._long = np.array([len(f.wording[0]) >= SENTENCE_CHARS for f in frames])
        self._where = _numbered(f.where for f in frames)
        self._year = _numbered(f.year for f in frames)
        self._prominent = np.array([f.prominent for f in frames])
        self._actors = Fillers([f.actor for f in frames], compare_doers)
        self._targets = Fillers([f.target for f in frames], compare)
        self._lemmas = _numbered(f.telling.event.predicate.lemma.lower() for f in frames)
        self._in_full = np.array([in_full(f) for f in frames])
        self._months = np.array([sum(1 << n for n in months_of(f)) for f in frames])

    def compared(self, start: int, stop: int, judge: Judge | None) -> Pairs:
        """Those from `start` to `stop` with those behind them."""
        import numpy as np

        last = min(stop + MOST_OF_ONE_ACTION - 1, len(self._frames))
        lefts, rights = np.arange(start, stop)[:, None], np.arange(start, last)[None, :]
        near = (rights > lefts) & (rights < lefts + MOST_OF_ONE_ACTION)

        def both(column: NDArray[np.generic]) -> tuple[NDArray[np.generic], NDArray[np.generic]]:
            return column[start:stop, None], column[None, start:last]

        copied = _equal(both(self._wording)) & self._long[start:stop, None]
        asked = near & ~copied & _equal(both(self._year)) & ~self._of_other_things(start, stop, last)
        asked &= ~self._in_other_places(start, stop, last) & ~self._contrary(start, stop, last)
        places = np.nonzero(asked)
        actors, targets = (some.table(start, stop, last, places) for some in (self._actors, self._targets))
        apart = ~_equal(both(self._document))
        scores = ACTOR * actors.scores + TARGET * targets.scores
        scores += CONTEXT * self._context(start, stop, last)
        prominent = self._prominent[start:stop, None] & self._prominent[None, start:last]
        scores += np.where(prominent & apart & (actors.scores >= 0) & (targets.scores >= 0), LEAD, 0.0)
        scores += np.where(apart & self._echo(start, stop, last), ECHO, 0.0)
        if judge is not None:
            open_ = asked & (scores < LEAST) & (scores > IN_CONFLICT) & apart & self._may_join(start, stop, last)
            open_ &= _alike_enough(actors, targets)
            for left, right in zip(*(places.tolist() for places in np.nonzero(open_)), strict=True):
                if judge.weighs_for(self._frames[start + left], self._frames[start + right]):
                    scores[left, right] = LEAST
        scores = np.where(copied, COPIED, np.where(asked, scores, IN_CONFLICT))
        left, right = np.nonzero(near)
        return Pairs(left + start, right + start, scores[left, right])

    def _context(self, start: int, stop: int, last: int) -> Floats:
        """The share of the smaller context that the other has."""
        import numpy as np

        shared, sizes = _shared([f.context for f in self._frames[start:last]], stop - start)
        smaller = np.minimum(sizes[: stop - start, None], sizes[None, :])
        return shared / np.maximum(FEWEST_IN_CONTEXT, smaller)

    def _echo(self, start: int, stop: int, last: int) -> Flags:
        """Whether two clauses are made of the same words."""
        shared, sizes = _shared([f.clause for f in self._frames[start:last]], stop - start)
        ours = sizes[: stop - start, None]
        return (ours >= FEWEST_IN_CLAUSE) & (shared >= SAME_WORDS * (ours + sizes[None, :] - shared))

    def _of_other_things(self, start: int, stop: int, last: int) -> Flags:
        """Whether two acts are about two things, as `propositions.of_other_things` has it."""
        import numpy as np

        found = np.zeros((stop - start, last - start), dtype=np.bool_)
        some = self._frames[start:last]
        for told in ([f.held for f in some], [f.about for f in some]):
            if any(told):
                shared, sizes = _shared(told, stop - start)
                found |= (shared == 0) & (sizes[: stop - start, None] > 0) & (sizes[None, :] > 0)
        return found

    def _in_other_places(self, start: int, stop: int, last: int) -> Flags:
        """Whether two name other places, each two sets of names compared once."""
        import numpy as np

        known, at = np.unique(self._where[start:last], return_index=True)
        sets = [self._frames[start + n].where for n in at.tolist()]
        apart = np.array([[set_apart(a, b) for b in sets] for a in sets])
        own = np.searchsorted(known, self._where[start:last])
        found: Flags = apart[own[: stop - start, None], own[None, :]]
        return found

    def _contrary(self, start: int, stop: int, last: int) -> Flags:
        """Whether one tells what the other excludes, as `contraries.apart` has it."""
        import numpy as np

        some = [f.marks for f in self._frames[start:last]]
        known = {mark for marks in some for mark in marks.told} & {mark for marks in some for mark in marks.excluded}
        places = {mark: n for n, mark in enumerate(known)}
        told, other = (np.zeros((len(some), len(places)), dtype=np.float32) for _ in range(2))
        for row, marks in enumerate(some):
            told[row, [places[mark] for mark in marks.told if mark in places]] = 1.0
            other[row, [places[mark] for mark in marks.excluded if mark in places]] = 1.0
        found: Flags = told[: stop - start] @ other.T > 0
        return found

    def _may_join(self, start: int, stop: int, last: int) -> Flags:
        """Whether nothing but their roles keeps two from being weighed by the learned decision."""
        import numpy as np

        ours, theirs = self._months[start:stop, None], self._months[None, start:last]
        lemmas, own = np.unique(self._lemmas[start:last], return_index=True)
        words = [self._frames[start + n].telling.event.predicate.lemma.lower() for n in own]
        one = np.array([[one_deed(a, b) for b in words] for a in words])
        at = np.searchsorted(lemmas, self._lemmas[start:last])
        deeds = one[at[: stop - start, None], at[None, :]]
        has = self._targets.filled
        evenly = has[start:stop, None] == has[None, start:last]
        full = has[start:stop, None] | (self._in_full[start:stop, None] & self._in_full[None, start:last])
        open_: Flags = deeds & evenly & full & ~((ours > 0) & (theirs > 0) & (ours & theirs == 0))
        return open_


class Table(NamedTuple):
    """How the fillers of one role agree, pair by pair: scores, where they are uneven, and where both are told."""

    scores: Floats
    uneven: Flags
    filled: Flags


class Fillers:
    """The fillers of one role; those that are compared alike have one number, and are compared once."""

    def __init__(self, parts: Sequence[Part | None], compared: Callable[[Part | None, Part | None], Agreement]) -> None:
        import numpy as np

        self._compared = compared
        self._numbers = _numbered(compared_by(part) if part is not None else None for part in parts)
        self._parts: list[Part | None] = [None] * (int(self._numbers.max()) + 1 if len(parts) else 0)
        for number, part in zip(self._numbers.tolist(), parts, strict=True):
            self._parts[number] = part
        self.filled = np.array([part is not None for part in parts])

    def table(self, start: int, stop: int, last: int, asked: tuple[NDArray[np.intp], ...]) -> Table:
        """Those from `start` to `stop` with those up to `last`, at the places that are asked for."""
        import numpy as np

        known, own = np.unique(self._numbers[start:last], return_inverse=True)
        ours, theirs = own[: stop - start], own
        wanted = np.zeros((len(known), len(known)), dtype=np.bool_)
        rows, places = asked
        wanted[ours[rows], theirs[places]] = True
        scores, uneven_ = np.zeros(wanted.shape), np.zeros(wanted.shape, dtype=np.bool_)
        parts = [self._parts[number] for number in known.tolist()]
        told = np.array([part is not None for part in parts])
        wanted &= told[:, None] & told[None, :]
        for left, right in zip(*(numbers.tolist() for numbers in np.nonzero(wanted)), strict=True):
            found = self._compared(parts[left], parts[right])
            scores[left, right] = IN_CONFLICT if found.conflict is not None else found.score
            if found.conflict is None and found.score >= 0:
                uneven_[left, right] = uneven(parts[left], parts[right])
        at = (ours[:, None], theirs[None, :])
        return Table(scores[at], uneven_[at], told[ours][:, None] & told[theirs][None, :])


def _alike_enough(actors: Table, targets: Table) -> Flags:
    """Whether the roles are filled alike and agree, as `comparable` has it; the targets are told by both or none."""
    import numpy as np

    enough = np.where(
        targets.filled,
        (targets.scores >= LEAST_OF_ROLE) & (actors.scores >= 0),
        actors.scores >= LEAST_OF_ROLE,
    )
    return enough & ~targets.uneven & ~actors.uneven


def _shared(sets: Sequence[frozenset[str]], own: int) -> tuple[Floats, Floats]:
    """How many members each of the first sets has in common with each of all, and how many each has."""
    import numpy as np

    held = Counter(one for some in sets for one in some)
    places = {one: n for n, one in enumerate(one for one, times in held.items() if times > 1)}
    matrix = np.zeros((len(sets), len(places)), dtype=np.float32)
    for row, some in enumerate(sets):
        matrix[row, [places[one] for one in some if one in places]] = 1.0
    sizes = np.array([len(some) for some in sets], dtype=np.float64)
    return (matrix[:own] @ matrix.T).astype(np.float64), sizes


def _numbered(values: Iterable[Hashable]) -> Ints:
    """For each value the number of those like it."""
    import numpy as np

    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int64)


def _equal(both: tuple[NDArray[np.generic], NDArray[np.generic]]) -> Flags:
    same: Flags = both[0] == both[1]
    return same
