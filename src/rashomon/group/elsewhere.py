"""Whether other processes are worth asking."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rashomon.core.engine import Engine, Fallen, GivenT, Local, MadeT

ELSEWHERE_FROM = 2000
"""Documents from which it pays: before, others have not learned the words and are still at their imports."""


class Chosen:
    """An engine of which it is known already that it pays: what is handed over now is part of much more.

    Args:
        engine: that one.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def each(
        self, work: Callable[[list[GivenT]], Sequence[MadeT]], given: Iterable[GivenT], *, together: int, alone: int = 0
    ) -> Iterator[MadeT | Fallen[GivenT]]:
        """See `Engine`."""
        return self._engine.each(work, given, together=together, alone=alone)

    def close(self) -> None:
        """See `Engine`."""
        self._engine.close()


def for_all_of(engine: Engine | None, documents: int) -> Engine:
    """The same for all portions of so many documents, however small each is."""
    return Chosen(chosen(engine, documents))


def chosen(engine: Engine | None, documents: int) -> Engine:
    """Where so many documents are worked on: with that engine, or here where there is none or they are few."""
    if isinstance(engine, Chosen):
        return engine
    return Local() if engine is None or documents < ELSEWHERE_FROM else engine
