"""Work that readers do not wait for: tasks in a queue, done one after the other, and how each goes on."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from secrets import token_hex
from threading import Condition, Lock, Thread
from typing import TYPE_CHECKING

from rashomon.core import Problem, RashomonError
from rashomon.pipeline.seams import silent
from rashomon.present.server.tasks import Asked, Kept
from rashomon.present.server.worker import (
    ANSWER_SECONDS,
    TaskFailedError,
    TaskTooLongError,
    Worker,
    WorkerLostError,
)

if TYPE_CHECKING:
    from rashomon.archive import Summary

MOST_WAITING = 100
"""Tasks that wait; one more is refused."""
MOST_WAITING_BYTES = 256_000_000
"""Of what was sent and is not taken in yet, all held in memory; one task alone may have more."""
MOST_REMEMBERED = 500
"""Jobs that can be looked up."""
MOST_ASKING = 4
"""Answers that are worked on or waited for at once."""
MOST_ASKING_OF_ONE = 2
"""Those of one key or address, so that others come to theirs."""
LOOK_SECONDS = 0.25
"""Between two looks at how a job goes on."""
HEARTBEAT_SECONDS = 15.0
"""Whoever follows a job hears of it so often, also where nothing changes."""
NOT_BEGUN = "the server stopped before this was begun; give it again"
FAULT = "a fault of the server ended this, its log says more; what was kept by then is kept"

logger = logging.getLogger("rashomon.server")


class BusyError(RashomonError):
    """There is too much to do already; ask again later."""


class JobState(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


ENDED = frozenset({JobState.DONE, JobState.FAILED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A task somebody gave, and how far it is.

    Attributes:
        id: by which it is asked for.
        words: what is to be done, in a few words.
        by: who gave it.
        at: when.
        state: how far it is.
        stage: what is being done; empty while nothing is.
        done: how many of that stage are done.
        of: of how many; 0 where that is not known.
        summary: what came of it, once it is done.
        stories: the stories that are there for it, once it is done.
        fault: why it failed.
    """

    id: str
    words: str
    by: str
    at: datetime
    state: JobState = JobState.WAITING
    stage: str = ""
    done: int = 0
    of: int = 0
    summary: Summary | None = None
    stories: tuple[str, ...] = ()
    fault: str | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was set aside or noted on the way."""
        return () if self.summary is None else tuple(self.summary.problems)


class Jobs:
    """The jobs of a server.

    Args:
        keeping: does what changes the archive, one task after the other.
        answering: does what only answers.
        now: what time it is.
    """

    def __init__(self, keeping: Worker, answering: Worker, *, now: Callable[[], datetime]) -> None:
        self._keeping, self._answering, self._now = keeping, answering, now
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()
        self._given = Condition(self._lock)
        self._waiting: deque[tuple[str, Kept]] = deque()
        self._held_bytes, self._ended = 0, 0
        self._asking: Counter[str] = Counter()
        self._one_at_a_time = Lock()
        self._closed = False
        self._thread: Thread | None = None

    def submit(self, task: Kept, *, by: str, words: str) -> Job:
        """Give a task; it is done after those that were given before.

        Args:
            task: what to do.
            by: who gives it.
            words: what that is, in a few words, for people.

        Raises:
            BusyError: too many wait, or too much does, or the server is stopping.
        """
        job = Job(id=token_hex(8), words=words, by=by, at=self._now())
        with self._given:
            if self._closed:
                raise BusyError("the server is stopping: give this to the next one")
            if len(self._waiting) >= MOST_WAITING:
                raise BusyError(f"{MOST_WAITING} tasks wait already: give this one later")
            if self._held_bytes and self._held_bytes + task.held_bytes > MOST_WAITING_BYTES:
                raise BusyError(f"{self._held_bytes:,} bytes wait to be taken in already: give this later")
            self._jobs[job.id] = job
            while len(self._jobs) > MOST_REMEMBERED:
                self._jobs.popitem(last=False)
            self._waiting.append((job.id, task))
            self._held_bytes += task.held_bytes
            if self._thread is None:
                self._thread = Thread(target=self._work, name="jobs", daemon=True)
                self._thread.start()
            self._given.notify()
        return job

    def job(self, job: str) -> Job | None:
        """A job by its id; None where there is none, or it was long ago."""
        with self._lock:
            return self._jobs.get(job)

    def jobs(self) -> tuple[Job, ...]:
        """All that are remembered, the newest first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    async def follow(self, job: str) -> AsyncIterator[Job]:
        """A job each time that it has changed, and now and then where it has not, until it has ended."""
        last: Job | None = None
        told = 0.0
        while (now := self.job(job)) is not None:
            if now != last or time.monotonic() - told >= HEARTBEAT_SECONDS:
                yield now
                last, told = now, time.monotonic()
            if now.state in ENDED:
                return
            await asyncio.sleep(LOOK_SECONDS)

    def answer(self, task: Asked, *, by: str) -> bytes:
        """What a task answers, as JSON of the contract; waits for it.

        Args:
            task: what is asked.
            by: the key or address that asks.

        Raises:
            BusyError: too many wait for answers.
            TaskFailedError: it cannot be answered, the message says why.
            TaskTooLongError: it took too long.
            WorkerLostError: the process died over it.
        """
        with self._lock:
            if self._asking.total() >= MOST_ASKING:
                raise BusyError("others are being answered; ask again in a while")
            if self._asking[by] >= MOST_ASKING_OF_ONE:
                raise BusyError(f"{MOST_ASKING_OF_ONE} of your questions are being answered; ask again after them")
            self._asking[by] += 1
        try:
            if not self._one_at_a_time.acquire(timeout=ANSWER_SECONDS):
                raise BusyError("others are being answered for long; ask again in a while")
            try:
                answered: bytes = self._answering.do(task, silent)
                return answered
            finally:
                self._one_at_a_time.release()
        finally:
            with self._lock:
                self._asking[by] -= 1
                self._asking += Counter()  # forgets who asks nothing any more

    def waiting(self) -> int:
        """How many tasks wait or are being done."""
        with self._lock:
            return sum(job.state not in ENDED for job in self._jobs.values())

    def ended(self) -> int:
        """How many tasks came to an end since the server began."""
        with self._lock:
            return self._ended

    def alive(self) -> bool:
        """Whether both workers can take a task, and somebody gives it to them."""
        given = self._thread is None or self._thread.is_alive()
        return given and self._keeping.alive() and self._answering.alive()

    def leave(self) -> None:
        """Take no more: what waits has failed, what is being done ends at the next report. Waits for nothing."""
        with self._given:
            self._closed = True
            left = [name for name, _ in self._waiting]
            self._waiting.clear()
            self._given.notify_all()
        for name in left:
            self._set(name, state=JobState.FAILED, fault=NOT_BEGUN)
        self._keeping.leave()

    def close(self) -> None:
        """Take no more, and wait some seconds for what is being done to come to an end."""
        self.leave()
        self._keeping.close()
        self._answering.close()
        if self._thread is not None:
            self._thread.join(timeout=5)

    def _work(self) -> None:
        while True:
            with self._given:
                self._given.wait_for(lambda: self._waiting or self._closed)
                if not self._waiting:
                    return
                name, task = self._waiting.popleft()
            try:
                self._do(name, task)
            except Exception:  # whatever it is, the next task may go better
                logger.exception("a job ended with a fault", extra={"job": name})
                self._set(name, state=JobState.FAILED, fault=FAULT)
            finally:
                with self._lock:
                    self._held_bytes -= task.held_bytes

    def _do(self, name: str, task: Kept) -> None:
        def progress(stage: str, done: int, of: int) -> None:
            self._set(name, stage=stage, done=done, of=of)

        self._set(name, state=JobState.RUNNING)
        try:
            summary, stories = self._keeping.do(task, progress)
            self._set(name, state=JobState.DONE, summary=summary, stories=stories)
        except (TaskFailedError, TaskTooLongError, WorkerLostError) as error:
            self._set(name, state=JobState.FAILED, fault=str(error))

    def _set(self, name: str, **changed: object) -> None:
        with self._lock:
            job = self._jobs.get(name)
            if job is not None:
                self._jobs[name] = replace(job, **changed)  # type: ignore[arg-type]
            self._ended += changed.get("state") in ENDED
