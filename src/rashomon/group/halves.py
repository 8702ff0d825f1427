"""Half of some work in a second process, which begins as a copy of this one and so needs nothing sent to it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from rashomon.core.processes import belong, cores

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Part = TypeVar("Part")
Answer = TypeVar("Answer")


def halved(work: Callable[[Sequence[Part]], list[Answer]], parts: Sequence[Part]) -> list[Answer]:
    """What `work` makes of all parts: every other part here, the rest at the same time in a second process.

    The order of the answers is not that of the parts. Where no second process can be had, or it is killed from
    outside, all is done here. It ignores Ctrl-C, which is for this process, and ends when this one does.
    """
    if len(parts) < 2 or not _can_fork():
        return work(parts)
    import gc
    import warnings
    from multiprocessing import get_context

    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(work, parts[1::2], there), daemon=True)
    gc.freeze()  # what both processes read stays where it is, and is held once
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # the other threads are idle workers of numpy
            process.start()
        there.close()
        found = work(parts[::2])
        try:
            theirs: list[Answer] = here.recv()
        except (EOFError, OSError):
            theirs = work(parts[1::2])
        return found + theirs
    finally:
        process.kill()
        process.join()
        here.close()
        gc.unfreeze()


def _can_fork() -> bool:
    """Whether a second process can be made of this one: on Linux, with a core to spare and no thread of Python's."""
    import threading

    return sys.platform == "linux" and cores() > 1 and threading.active_count() == 1


def _answer(work: Callable[[Sequence[Part]], list[Answer]], parts: Sequence[Part], there: Connection) -> None:
    import gc

    belong()
    gc.disable()
    there.send(work(parts))
