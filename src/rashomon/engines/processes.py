"""Work in processes beside this one, each with its own model, as many as there are cores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from threading import RLock

from rashomon.core.batches import batched, few_or_more
from rashomon.core.engine import Fallen, GivenT, MadeT, Tell, warn
from rashomon.core.processes import cores
from rashomon.engines.errors import EngineError
from rashomon.engines.pieces import Pieces
from rashomon.engines.pool import News, Pool

AHEAD = 3
"""Pieces under way for each process, so that none is idle and a long stream is not taken in at once."""
SECONDS = 600.0
"""So long a process may take over a piece, by default; a batch of reports takes some."""


class Processes:
    """A pool that begins when there is enough to do and lives until it is closed; streams in several threads share it.

    Args:
        workers: how many processes; with None as many as there are cores. One is a process beside this one too.
        here: whether little work is done in this process, where that is all there is; what ends a process over such
            work ends this one.
        seconds: how long a process may take over a piece of a megabyte or less, and over each further megabyte; who
            takes longer hangs, and is ended. None for as long as it takes.
        tell: told of processes that hang.
    """

    def __init__(
        self,
        *,
        workers: int | None = None,
        here: bool = True,
        seconds: float | None = SECONDS,
        tell: Tell = warn,
    ) -> None:
        self.workers = workers or cores()
        self._here = here
        self._seconds, self._tell = seconds, tell
        self._pool: Pool | None = None
        self._changing = RLock()

    @property
    def pids(self) -> frozenset[int]:
        """The numbers of the processes that run now."""
        pool = self._pool
        return frozenset() if pool is None else pool.pids

    def each(
        self, work: Callable[[list[GivenT]], Sequence[MadeT]], given: Iterable[GivenT], *, together: int, alone: int = 0
    ) -> Iterator[MadeT | Fallen[GivenT]]:
        """What `work` makes of each, in order; here, where there are no more than `alone` and the pool has not begun.

        Raises:
            EngineError: no process can be started, or the engine was closed in the middle of the work.
            Exception: whatever `work` raised.
        """
        source = iter(given)
        if self._here and alone and self._pool is None:
            few, source = few_or_more(source, alone)
            for batch in batched(few, together):
                yield from work(batch)
        for first in source:
            yield from self._apart(work, chain([first], source), together)

    def close(self) -> None:
        """End the processes, whatever they are at; who still takes what they make is told so."""
        with self._changing:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()

    def _apart(
        self, work: Callable[[list[GivenT]], Sequence[MadeT]], given: Iterable[GivenT], together: int
    ) -> Iterator[MadeT | Fallen[GivenT]]:
        pieces = Pieces(given, together=together, most=AHEAD * self.workers)
        with self._changing:
            if self._pool is None:
                self._pool = Pool(self.workers, self._seconds, self._tell)
            pool, stream = self._pool, self._pool.joined()
        try:
            pool.hand_out(pieces, work, stream)
            while not pieces.done:
                for found in pieces.ready():
                    pool.hand_out(pieces, work, stream)  # first: who looks at this one keeps no process waiting
                    yield found
                pool.hand_out(pieces, work, stream)
                if not pieces.done:
                    _settle(pieces, stream.news.get())
        finally:  # who was given all may leave without asking for more, and the processes live on
            with self._changing:  # or another stream could join a pool that is about to end
                broken_off = pool.left(stream, whole=pieces.done)
                if broken_off and self._pool is pool:
                    self._pool = None
            if broken_off:
                pool.close()


def _settle(pieces: Pieces, news: News) -> None:
    """Note what became of a piece.

    Raises:
        EngineError: the engine was closed.
        Exception: whatever the work raised.
    """
    if news.piece is None:
        raise EngineError("the engine was closed in the middle of the work: what was kept by then is kept")
    if news.how == "made":
        pieces.made(news.piece, news.told)
    elif news.how == "ended":
        pieces.ended(news.piece)
    else:
        raise news.told
