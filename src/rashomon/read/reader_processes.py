"""Reading in several processes: each loads the model once and returns readings, which are small."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

    from rashomon.core import Document, Reading
    from rashomon.read.reader import Reader

TOGETHER = 8
"""Documents parsed in one batch, and sent to a process at once."""
AHEAD = 3
"""Batches that wait or run for each process, so that none is idle and a long stream is not taken in at once."""

Item = TypeVar("Item")


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of `size`, the last one shorter."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def read_in_processes(documents: Iterable[Document], pipeline: str, workers: int) -> Iterator[Reading]:
    """Read documents in `workers` processes; the readings come in the order of the documents.

    New processes are started from nothing (`spawn`): one that is forked while the parser's threads run may stand still.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        running: deque[Future[list[Reading]]] = deque()
        for batch in batched(documents, TOGETHER):
            running.append(pool.submit(_read, pipeline, batch))
            if len(running) >= AHEAD * workers:
                yield from running.popleft().result()
        while running:
            yield from running.popleft().result()


@cache
def _reader(pipeline: str) -> Reader:
    from rashomon.read.reader import Reader

    return Reader(pipeline=pipeline)


def _read(pipeline: str, documents: list[Document]) -> list[Reading]:
    return list(_reader(pipeline).read_all(documents))
