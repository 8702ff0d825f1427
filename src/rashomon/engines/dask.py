"""Work on a cluster: a scheduler and workers of `dask.distributed`, on this machine or on others.

A worker that is lost costs time and no answer: the scheduler gives what it had to others. Work that it gives up, since
as many workers as it allows were lost over it, is tried once more: each thing of it alone, while the cluster does
nothing else for us, so that no other thing is blamed; what is given up again is set aside.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any

from rashomon.core.batches import batched, few_or_more
from rashomon.core.engine import Fallen, GivenT, MadeT, Tell, warn
from rashomon.core.processes import cores
from rashomon.engines.errors import (
    EngineError,
    NoSchedulerError,
    NotInstalledError,
    NoWorkersError,
    SchedulerLostError,
)
from rashomon.engines.own_cluster import begun
from rashomon.engines.pieces import Piece, Pieces
from rashomon.engines.worker import answer, made_of, task_of

AHEAD = 3
"""Pieces under way for each worker, so that none is idle and a long stream is not taken in at once."""
CONNECT_SECONDS = 10
"""So long a scheduler may take to answer."""
WORKER_SECONDS = 60
"""So long it may take until it has a worker."""
TELL_SECONDS = 2
"""After so long without a worker it is told that one is waited for."""
COUNT_SECONDS = 2.0
"""So often it is asked how many workers there are."""


class Dask:
    """A cluster, come to when there is work for it; where none is named, one of its own, which ends with it.

    Args:
        scheduler: the address of a scheduler that runs (`tcp://10.0.0.5:8786`); empty for a cluster of its own, on
            this machine, that begins when there is enough to do.
        workers: how many processes that has; with None as many as there are cores.
        here: whether little work is done in this process, where no scheduler is named and that is all there is; what
            ends a process over such work ends this one.
        tell: told that workers are waited for.

    Raises:
        NotInstalledError: the extra is not installed.
    """

    def __init__(
        self, *, scheduler: str = "", workers: int | None = None, here: bool = True, tell: Tell = warn
    ) -> None:
        if find_spec("distributed") is None:
            raise NotInstalledError(
                'the engine dask needs the extra cluster: pip install "rashomon[cluster]"; --engine processes does '
                "without"
            )
        self._distributed: Any = None  # loaded when there is work for it, which takes a second
        self._scheduler = scheduler
        self._workers = workers or cores()
        self._here = here and not scheduler
        self._tell = tell
        self._client: Any = None
        self._cluster: Any = None
        self._counted = (0.0, 1)

    def each(
        self, work: Callable[[list[GivenT]], Sequence[MadeT]], given: Iterable[GivenT], *, together: int, alone: int = 0
    ) -> Iterator[MadeT | Fallen[GivenT]]:
        """What `work` makes of each, in order.

        Where a scheduler is named all is done on its workers; else here, where there are no more than `alone` and the
        cluster of its own has not begun.

        Raises:
            EngineError: no scheduler answers, it has no worker, its workers cannot do our work, or it was lost.
            Exception: whatever `work` raised.
        """
        source = iter(given)
        if self._here and alone and self._client is None:
            few, source = few_or_more(source, alone)
            for batch in batched(few, together):
                yield from work(batch)
        for first in source:
            yield from self._apart(work, chain([first], source), together)

    def reach(self) -> None:
        """Come to the cluster now and not with the first work, unless little work would be done here.

        Raises:
            EngineError: no scheduler answers, or it has no worker.
        """
        if not self._here:
            self._come()

    def close(self) -> None:
        """Leave the cluster; one of its own ends."""
        client, self._client = self._client, None
        cluster, self._cluster = self._cluster, None
        for each in (client, cluster):
            if each is not None:
                with suppress(TimeoutError, OSError):
                    each.close()

    def _apart(
        self, work: Callable[[list[GivenT]], Sequence[MadeT]], given: Iterable[GivenT], together: int
    ) -> Iterator[MadeT | Fallen[GivenT]]:
        client = self._come()
        pieces = Pieces(given, together=together, most=AHEAD, by_itself=True)
        under_way: dict[Any, Piece] = {}
        ended: SimpleQueue[Any] = SimpleQueue()
        try:
            while not pieces.done:
                pieces.widen(AHEAD * max(1, self._count(client)))
                while (piece := pieces.next()) is not None:
                    future = client.submit(worked, _version(), task_of(work, piece.given), pure=False)
                    under_way[future] = piece
                    future.add_done_callback(ended.put)
                yield from pieces.ready()
                if under_way:
                    future = self._waited(client, partial(ended.get, timeout=COUNT_SECONDS))
                    self._settle(pieces, under_way.pop(future), client, future)
        finally:
            if under_way:  # broken off: what is worked on now is wanted by nobody
                with suppress(Exception):
                    client.cancel(list(under_way))

    def _waited(self, client: Any, asked: Callable[[], Any]) -> Any:  # noqa: ANN401
        """What is asked for, however long that takes, as long as there are workers.

        Args:
            client: of the cluster.
            asked: waits for a moment, and raises `Empty` or `TimeoutError` where that was too short.

        Raises:
            EngineError: there has been no worker for so long that none can be hoped for.
        """
        since, told = monotonic(), False
        while True:
            with suppress(Empty, TimeoutError):
                return asked()
            if self._count(client):
                since, told = monotonic(), False
                continue
            gone = monotonic() - since
            if gone > WORKER_SECONDS:
                raise NoWorkersError(
                    f"the workers of the scheduler {self._named()} have been gone for {WORKER_SECONDS} s: what was "
                    f"kept by then is kept; start some with `{self._advised()}`, and run again"
                )
            if gone > TELL_SECONDS and not told:
                self._tell_of_waiting(WORKER_SECONDS - gone)
                told = True

    def _tell_of_waiting(self, seconds: float) -> None:
        start = f"; `{self._advised()}` starts some" if self._scheduler else ""
        self._tell(f"the scheduler {self._named()} has no worker: waiting {seconds:.0f} s for one{start}")

    def _settle(self, pieces: Pieces, piece: Piece, client: Any, future: Any) -> None:  # noqa: ANN401
        """Note what became of a piece."""
        try:
            # a result whose worker is gone is made anew, which needs another one
            octets = self._waited(client, partial(future.result, timeout=COUNT_SECONDS))
        except self._distributed.KilledWorker:
            pieces.ended(piece)
            return
        except EngineError:
            raise
        except ImportError as error:
            raise EngineError(
                f"a worker of the cluster cannot do the work ({error}): install this version of rashomon there, "
                f"{_version()}"
            ) from error
        except (self._distributed.CancelledError, OSError) as error:
            raise self._lost() from error
        pieces.made(piece, made_of(octets))

    def _come(self) -> Any:  # noqa: ANN401
        """The client of the cluster, which has a worker."""
        if self._client is not None:
            return self._client
        self._distributed = import_module("distributed")
        # a story of many reports is as long as it is: nobody is to be advised on how else to send it
        import_module("dask").config.set({"distributed.admin.large-graph-warning-threshold": "1 TB"})
        try:
            if not self._scheduler:
                self._cluster = begun(self._workers)
            logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
            self._client = self._distributed.Client(self._cluster or self._scheduler, timeout=CONNECT_SECONDS)
        except (OSError, TimeoutError, ValueError, RuntimeError, TypeError) as error:
            self.close()
            if isinstance(error, TypeError) and self._scheduler.startswith("tls:"):
                raise NoSchedulerError(
                    f"the scheduler {self._scheduler} is asked by TLS, for which the certificates are missing: name "
                    "them in the settings of dask (distributed.comm.tls), or give its address with tcp://"
                ) from error
            raise NoSchedulerError(
                f"no scheduler answers at {self._scheduler} within {CONNECT_SECONDS} s: start one there with "
                "`dask scheduler`, or leave --scheduler out for a cluster on this machine"
                if self._scheduler
                else f"no cluster can be started on this machine ({error}): --engine processes does without"
            ) from error
        try:
            self._wait_for_a_worker(self._client)
        except BaseException:
            self.close()
            raise
        return self._client

    def _wait_for_a_worker(self, client: Any) -> None:  # noqa: ANN401
        """Wait until there is one; where that takes more than a moment, it is told.

        Raises:
            NoWorkersError: none has come.
            SchedulerLostError: the scheduler went away.
        """
        first = min(TELL_SECONDS, WORKER_SECONDS)
        try:
            with suppress(TimeoutError):
                client.wait_for_workers(1, timeout=first)
                return
            self._tell_of_waiting(WORKER_SECONDS - first)
            client.wait_for_workers(1, timeout=max(WORKER_SECONDS - first, 0.1))
        except TimeoutError as error:
            raise NoWorkersError(
                f"the scheduler {self._named()} has had no worker for {WORKER_SECONDS} s: start some with "
                f"`{self._advised()}`, and run again"
            ) from error
        except OSError as error:
            raise self._lost() from error

    def _lost(self) -> SchedulerLostError:
        start = "see that it runs (`dask scheduler` starts one), and " if self._scheduler else ""
        return SchedulerLostError(
            f"the scheduler {self._named()} was lost in the middle of the work: what was kept by then is kept; {start}"
            "run again"
        )

    def _count(self, client: Any) -> int:  # noqa: ANN401
        """How many workers there are, each with as many hands as it has threads; asked now and then."""
        at, count = self._counted
        if monotonic() - at > COUNT_SECONDS:
            with suppress(OSError, TimeoutError):
                count = sum(client.nthreads().values())
            self._counted = (monotonic(), count)
        return count

    def _advised(self) -> str:
        """How workers are started: each a process of its own with one thread, since a parser is for one at a time."""
        return f"dask worker {self._named()} --nworkers auto --nthreads 1"

    def _named(self) -> str:
        return self._scheduler or "on this machine"


def worked(version: str, task: bytes) -> bytes:
    """What a worker of the cluster does.

    Raises:
        EngineError: it has another version of this program, whose answers may be others.
    """
    if version != _version():
        raise EngineError(
            f"a worker of the cluster has rashomon {_version()}, and here is {version}: install one of them"
        )
    return answer(task)


def _version() -> str:
    from rashomon import __version__

    return __version__
