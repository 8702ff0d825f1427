"""Work of grouping in other processes; what they end over is taken apart, and never done here.

Grouping can leave no document out, as reading can: what a document shares decides where others belong. So each thing in
what two processes ended over is tried alone, while nothing else is under way that could end them; where two more end,
that one is named, and nothing is concluded without it. What ended four processes would end this one too, or hang in it,
and nobody would be told which report it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from rashomon.core import RashomonError
from rashomon.core.engine import Engine, Fallen

GivenT = TypeVar("GivenT")
MadeT = TypeVar("MadeT")
Named = tuple[str, str | None]
"""A document: its id and address."""


class _Held(Generic[GivenT]):
    """Things given, of which none is given out while they are held; none is lost by that."""

    def __init__(self, given: Iterable[GivenT]) -> None:
        self._given = iter(given)
        self.held = False

    def __iter__(self) -> Iterator[GivenT]:
        return self

    def __next__(self) -> GivenT:
        if self.held:
            raise StopIteration
        return next(self._given)


class NotGroupedError(RashomonError):
    """Processes ended over a report, or over two that were compared, while documents were grouped."""

    code = "process-ended"


def done_apart(
    engine: Engine,
    work: Callable[[list[GivenT]], Sequence[MadeT]],
    given: Iterable[GivenT],
    *,
    each_of: Callable[[GivenT], Iterable[GivenT]],
    named: Callable[[GivenT], Iterable[Named]],
) -> Iterator[MadeT]:
    """What `work` makes of what is given, in order; of what was taken apart, one for each part of it.

    Args:
        engine: where it is done.
        work: makes one thing of each thing given.
        given: things that can be taken apart.
        each_of: takes one apart, as far as that goes.
        named: the documents that a thing is of.

    Raises:
        NotGroupedError: processes ended over something that is taken apart already.
    """
    source = _Held(given)
    more = True
    while more:
        waiting: list[MadeT | Fallen[GivenT]] = []
        for found in engine.each(work, source, together=1):
            if source.held or isinstance(found, Fallen):
                source.held = True  # what is under way is waited for: its end could strike what is tried alone
                waiting.append(found)
            else:
                yield found
        more, source.held = source.held, False
        for found in waiting:
            if isinstance(found, Fallen):
                yield from _each_alone(engine, work, each_of(found.given), named)
            else:
                yield found


def _each_alone(
    engine: Engine,
    work: Callable[[list[GivenT]], Sequence[MadeT]],
    parts: Iterable[GivenT],
    named: Callable[[GivenT], Iterable[Named]],
) -> Iterator[MadeT]:
    for part in parts:  # a stream for each: of one stream several would be under way, and the end of one strikes others
        for made in engine.each(work, [part], together=1):
            if isinstance(made, Fallen):
                raise _not_grouped(named(made.given))
            yield made


def _not_grouped(documents: Iterable[Named]) -> NotGroupedError:
    told = [name if address is None else f"{name} ({address})" for name, address in documents]
    what = f"the report {told[0]}" if len(told) == 1 else f"the reports {' and '.join(told)}"
    return NotGroupedError(
        f"process after process ended over {what} while documents were grouped, and none can be left out there: "
        "give them more memory, or start fewer of them (--workers), and run again; where that does not help, take it "
        "out of the input, or out of the archive with `rashomon forget`"
    )
