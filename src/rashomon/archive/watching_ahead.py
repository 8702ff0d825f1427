"""Slow calls made some ahead of their use, on threads that an interrupted run need not wait for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

AskedT = TypeVar("AskedT")
AnswerT = TypeVar("AnswerT")

MOST_AHEAD = 8
"""So many calls are under way at a time; a host gets one of them at a time, which is the fetcher's care."""


def ahead(
    call: Callable[[AskedT], AnswerT], asked: Iterable[AskedT], *, most: int = MOST_AHEAD
) -> Iterator[tuple[AskedT, AnswerT]]:
    """Each of what is asked with its answer, in order, with up to `most` calls under way at a time.

    An exception of a call is raised where its answer would come.
    """
    waiting: deque[tuple[AskedT, SimpleQueue[AnswerT | _Raised]]] = deque()
    for one in asked:
        answered: SimpleQueue[AnswerT | _Raised] = SimpleQueue()
        # daemons: what is under way when the run is interrupted is left, not waited for
        Thread(target=_made, args=(call, one, answered), daemon=True).start()
        waiting.append((one, answered))
        if len(waiting) >= most:
            yield _first(waiting)
    while waiting:
        yield _first(waiting)


class _Raised:
    def __init__(self, error: BaseException) -> None:
        self.error = error


def _made(call: Callable[[AskedT], AnswerT], one: AskedT, answered: SimpleQueue[AnswerT | _Raised]) -> None:
    try:
        answered.put(call(one))
    except BaseException as error:  # noqa: BLE001 - told to whoever waits
        answered.put(_Raised(error))


def _first(waiting: deque[tuple[AskedT, SimpleQueue[AnswerT | _Raised]]]) -> tuple[AskedT, AnswerT]:
    one, answered = waiting.popleft()
    answer = answered.get()
    if isinstance(answer, _Raised):
        raise answer.error
    return one, answer
