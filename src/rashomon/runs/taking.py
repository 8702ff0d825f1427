"""Files -> documents in the archive, each thing in them once however often the run is broken off.

Beside each thing that is handed to the intake stands which file it is of and as which one; when a batch is
acknowledged, the marks of its files are in the same transaction.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from rashomon.archive.intake import Became, Intake
from rashomon.core import Page, Problem
from rashomon.pipeline import Pipeline, Progress
from rashomon.runs.counts import Counts, is_report
from rashomon.runs.inputs import Left, Source, left_of, source
from rashomon.runs.marks import Mark, Marks, State
from rashomon.stores import Store, Writer

NOT_READ = frozenset({"unreadable", "not-found"})
"""Faults of a file that may be gone the next time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Which thing of which file was handed over; with a `state` it is the file's end instead.

    `came` is how many reports had been read in the file up to there, from its beginning.
    """

    mark: Mark
    came: int
    number: int = 0
    state: State | None = None


class Taking:
    """Takes files into an archive and leaves marks.

    Args:
        store: the archive.
        pipeline: what cleans.
        marks: of the run.
        at: the time that the archive notes for what comes.
        tell: told of what is good to know.
    """

    def __init__(
        self, store: Store, pipeline: Pipeline, marks: Marks, *, at: datetime, tell: Callable[[Problem], None]
    ) -> None:
        self._store, self._pipeline, self._marks, self._tell = store, pipeline, marks, tell
        self._at = at
        self._way: deque[Step] = deque()
        self._done = 0

    def take(self, sources: Sequence[Source], progress: Progress) -> int:
        """Take what is left of these files; how many things were read in them.

        Raises:
            AssertionError: something that was read was neither taken nor set aside, which is a fault of ours.
        """
        intake = Intake(
            self._store,
            clean=self._pipeline.cleaned,
            seen_at=lambda: self._at,
            made_by=self._pipeline.makers.cleaned,
            noting=self._note,
        )
        for part in intake.keep(self._things(sources)):
            for problem in part.problems:
                self._tell(problem)
            progress("clean", self._done, 0)
        if self._way:
            with self._store.writer() as writer:
                self._note(writer, ())
        if self._way:
            step = self._way[0]
            raise AssertionError(f"what became of thing {step.number} of {step.mark.address} was not told")
        return self._done

    def _things(self, sources: Sequence[Source]) -> Iterator[Page | Problem]:
        for one in sources:
            mark = self._begun(one)
            state, came = State.DONE, 0
            for number, thing in enumerate(_read(one.address), 1):
                if isinstance(thing, Problem) and thing.code in NOT_READ:
                    state = State.AGAIN
                came += is_report(thing)
                if number > mark.items:
                    self._way.append(Step(mark=mark, came=came, number=number))
                    yield thing
            if state is State.DONE and source(one.address) != one:
                state = State.AGAIN
                message = f"{one.address} changed while it was read: the next run reads it again"
                self._tell(Problem(stage="run", code="input-changed", message=message, address=one.address))
            self._way.append(Step(mark=mark, came=came, state=state))

    def _begun(self, one: Source) -> Mark:
        """The mark to go on from: of a file that was begun and is the same, its own."""
        mark = self._marks.inputs.get(one.address)
        if mark is not None and left_of(one, mark) is Left.BEGUN:
            return mark
        return Mark(address=one.address, size=one.size, mtime_ns=one.mtime_ns, digest=one.digest)

    def _note(self, writer: Writer, became: Sequence[Became]) -> None:
        """Bring marks up to what became of a batch, and past the ends of files behind it."""
        changed: dict[str, Mark] = {}
        for each in became:
            self._ends(changed)
            step = self._way.popleft()
            step.mark.items, step.mark.counts.came = step.number, step.came
            step.mark.counts.note(each)
            changed[step.mark.address] = step.mark
        self._ends(changed)
        self._done += len(became)
        self._marks.keep(writer, list(changed.values()))

    def _ends(self, changed: dict[str, Mark]) -> None:
        while self._way and (state := self._way[0].state) is not None:
            step = self._way.popleft()
            step.mark.state, step.mark.counts.came = state, step.came
            changed[step.mark.address] = step.mark


def total(marks: Marks, named: Sequence[Source], missing: Sequence[Problem]) -> Counts:
    """What became of all that the plan names now."""
    own = (marks.inputs[one.address].counts for one in named if one.address in marks.inputs)
    made = Counts.total(own)
    made.came += len(missing)
    for problem in missing:
        made.missing(problem.code, problem.address or "")
    return made


def _read(address: str) -> Iterator[Page | Problem]:
    from rashomon.ingest import pages

    return pages([address], keep_octets=True)
