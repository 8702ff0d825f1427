"""Reading in several processes: each loads the model once and returns readings, which are small."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from rashomon.core.batches import batched
from rashomon.core.processes import belong

if TYPE_CHECKING:
    from concurrent.futures import Future

    from rashomon.core import Document, Reading
    from rashomon.read.reader import Reader

TOGETHER = 8
"""Documents parsed in one batch, and sent to a process at once."""
AHEAD = 3
"""Batches that wait or run for each process, so that none is idle and a long stream is not taken in at once."""
ALONE = 64
"""Documents that one process has read before others are started, which takes them two seconds and 180 MB each."""

Item = TypeVar("Item")


def read_in_processes(
    documents: Iterable[Document], pipeline: str, workers: int, *, tolerant: bool = True
) -> Iterator[Reading]:
    """Read documents in `workers` processes; the readings come in the order of the documents.

    New processes are started from nothing (`spawn`): one that is forked while the parser's threads run may stand still.
    Where a process is killed from outside, this one reads what is left; where the reading is broken off (Ctrl-C, a
    consumer that wants no more) the others are ended at once, and they end by themselves when this one is gone.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children, get_context

    batches = batched(documents, TOGETHER)
    waiting: deque[list[Document]] = deque()
    running: deque[Future[list[Reading]]] = deque()
    others = set(active_children())
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=belong)
    try:
        for batch in batches:
            waiting.append(batch)
            running.append(pool.submit(_read, pipeline, batch, tolerant=tolerant))
            if len(running) >= AHEAD * workers:
                yield from running.popleft().result()
                waiting.popleft()
        while running:
            yield from running.popleft().result()
            waiting.popleft()
    except BrokenProcessPool:
        for batch in chain(waiting, batches):
            yield from _read(pipeline, batch, tolerant=tolerant)
    finally:
        if waiting:  # broken off: what is read now is wanted by nobody
            for child in set(active_children()) - others:
                child.kill()
        pool.shutdown(cancel_futures=True)


@cache
def _reader(pipeline: str, *, tolerant: bool) -> Reader:
    from rashomon.read.reader import Reader

    return Reader(pipeline=pipeline, tolerant=tolerant)


def _read(pipeline: str, documents: list[Document], *, tolerant: bool) -> list[Reading]:
    return list(_reader(pipeline, tolerant=tolerant).read_all(documents, workers=1))
