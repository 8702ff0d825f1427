"""A process that does tasks one after the other, and what stands for it in the server.

How the two speak is `core/apart.py`.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from threading import Event, Lock, Timer, current_thread, main_thread
from types import FrameType
from typing import IO, Any, Protocol, TypeAlias

from rashomon.core import RashomonError
from rashomon.core.apart import Process, streams
from rashomon.core.frames import received, send
from rashomon.pipeline.seams import Progress
from rashomon.present.server.tasks import AccountOf, AddInputs, BringUpToDate, CheckOf, TooMuchError, answer, keep
from rashomon.settings import Settings
from rashomon.stores import MEMORY, Store

SECONDS_TO_LEAVE = 10.0
"""So long a task that is being done may go on once the worker is told to leave."""
ANSWER_SECONDS = 120.0
"""So long an answer may take for which somebody waits."""
STOPPED = "the server stopped before this was done; what was kept is kept: give it again"
Task: TypeAlias = AddInputs | BringUpToDate | AccountOf | CheckOf


class WorkerLostError(RashomonError):
    """The process that did a task ended before it was done; what it had kept by then is kept."""


class TaskFailedError(RashomonError):
    """A task that could not be done; the message says why."""


class TaskTooMuchError(TaskFailedError):
    """A task that asks for more than is done at once; the message says how much is."""


class TaskTooLongError(RashomonError):
    """A task that took longer than tasks of its kind may, and was broken off."""


class Worker(Protocol):
    """What does tasks, one at a time."""

    def do(self, task: Task, progress: Progress) -> Any:  # noqa: ANN401  # a Summary, or the bytes of an answer
        """Do a task, and wait for it.

        Raises:
            TaskFailedError: it cannot be done.
            WorkerLostError: the process died over it, or cannot be started; the next task gets another one.
            TaskTooLongError: it took too long.
        """

    def alive(self) -> bool:
        """Whether it can take a task now."""

    def leave(self) -> None:
        """Tell it to take no more, and to end what it is at where nothing is lost by that; waits for nothing."""

    def close(self) -> None:
        """End it; what it is at may come to such a place within some seconds, and is broken off after them."""


class Here:
    """A worker in this process, for an archive in memory, which no other process can open."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self._bench = Bench(settings, store)
        self._one_at_a_time = Lock()
        self._closed = False

    def do(self, task: Task, progress: Progress) -> Any:  # noqa: ANN401
        """Do a task."""

        def told(stage: str, done: int, of: int) -> None:
            if self._closed:
                raise _LeavingError
            progress(stage, done, of)

        with self._one_at_a_time:
            try:
                return self._bench.do(task, told)
            except _LeavingError:
                raise TaskFailedError(STOPPED) from None
            except TooMuchError as error:
                raise TaskTooMuchError(str(error)) from error
            except (RashomonError, OSError) as error:
                raise TaskFailedError(str(error)) from error

    def alive(self) -> bool:
        """It is wherever the server is."""
        return True

    def leave(self) -> None:
        """What is being done ends where it next tells how far it is."""
        self._closed = True

    def close(self) -> None:
        """Nothing is held; whoever closes the store waits for who writes to it."""
        self._closed = True


class Apart:
    """A worker in a process of its own, started with the first task and again after one that it did not outlive.

    Args:
        settings: how its tasks are done.
        keeps: whether its tasks change the archive; else it opens none.
        seconds: how long a task may take; with None as long as it takes.
    """

    def __init__(self, settings: Settings, *, keeps: bool, seconds: float | None = None) -> None:
        self._settings = settings if keeps else replace(settings, archive=MEMORY, engine="local")
        self._seconds = seconds
        self._process: Process | None = None
        self._one_at_a_time = Lock()
        self._closed = Event()

    def do(self, task: Task, progress: Progress) -> Any:  # noqa: ANN401
        """Do a task in the process."""
        with self._one_at_a_time:
            late = _Late(self._seconds)
            try:
                with late.watching(self._started()) as process:
                    return _done_by(process, task, progress)
            except (TaskFailedError, TaskTooMuchError):
                raise
            except Exception as error:
                self._lost()
                if late.came:
                    raise TaskTooLongError(
                        f"this took longer than {self._seconds:g} s and was broken off: give fewer or shorter reports"
                    ) from error
                raise WorkerLostError("the process that did this ended before it was done") from error

    def alive(self) -> bool:
        """Whether it takes tasks: a process that ended is replaced with the next one."""
        return not self._closed.is_set()

    def leave(self) -> None:
        """Tell the process that it is to end."""
        self._closed.set()
        if (process := self._process) is not None:
            process.ask_to_end()

    def close(self) -> None:
        """End the process: what it has in hand it may finish within some seconds."""
        self.leave()
        if (process := self._process) is not None:
            process.wait(SECONDS_TO_LEAVE)
            process.kill()
        with self._one_at_a_time:  # whoever waited for an answer has it, or sees that none comes
            self._lost()

    def _started(self) -> Process:
        if self._closed.is_set():
            raise TaskFailedError("the server is stopping")
        if self._process is not None and not self._process.runs():
            self._lost()
        if self._process is None:
            self._process = Process("rashomon.present.server.worker")
            self._process.send(self._settings)
            if self._closed.is_set():  # who told it to leave may have seen no process yet
                self._process.ask_to_end()
        return self._process

    def _lost(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.end()


class _Late:
    """Ends a process that takes too long over a task."""

    def __init__(self, seconds: float | None) -> None:
        self._seconds = seconds
        self.came = False

    @contextmanager
    def watching(self, process: Process) -> Iterator[Process]:
        """While this lasts."""
        if self._seconds is None:
            yield process
            return
        timer = Timer(self._seconds, self._end, (process,))
        timer.daemon = True
        timer.start()
        try:
            yield process
        finally:
            timer.cancel()
            timer.join()  # it ends no process that has done its task already and is at the next

    def _end(self, process: Process) -> None:
        self.came = True
        process.kill()


class Bench:
    """Where tasks are done: an archive, the pipeline with its model, what fetches."""

    def __init__(self, settings: Settings, store: Store) -> None:
        from rashomon.archive import Archive
        from rashomon.engines import engine_of
        from rashomon.pipeline import Pipeline

        self._settings = settings
        self._engine = engine_of(settings)
        self._archive = Archive(store, Pipeline(settings, engine=self._engine))

    def do(self, task: Task, progress: Progress) -> Any:  # noqa: ANN401
        """Do a task."""
        with closing(self._engine):  # what it took for a large one is given back; it begins anew with the next
            return self._done(task, progress)

    def _done(self, task: Task, progress: Progress) -> Any:  # noqa: ANN401
        if isinstance(task, AccountOf | CheckOf):
            return answer(task, self._archive, progress)
        if isinstance(task, AddInputs) and task.addresses:
            from rashomon.ingest.connections import Fetcher
            from rashomon.settings import fetch_settings

            with Fetcher(fetch_settings(self._settings)) as fetcher:
                return keep(task, self._archive, fetcher, progress)
        return keep(task, self._archive, None, progress)


@dataclass(slots=True)
class _Leaving:
    """Whether the process was told to leave, and whether it is at a task: then it goes where it next tells how far."""

    asked: bool = False
    busy: bool = False

    def ask(self, _signal: int, _frame: FrameType | None) -> None:
        """As the handler of a signal."""
        self.asked = True
        if not self.busy:
            raise _LeavingError

    def look(self) -> None:
        """Go, if that was asked."""
        if self.asked:
            raise _LeavingError


class _LeavingError(BaseException):
    """Ends what is being done; no part of the pipeline takes it for a fault of a report."""


def main(stdin: IO[bytes], stdout: IO[bytes]) -> None:
    """Do the tasks that come until the server has gone, or SIGTERM comes.

    What is being done then goes on to the end of the report, or of what else is told by progress.
    """
    from rashomon.stores import open_store

    leaving = _Leaving()
    with _terminated_by(leaving), suppress(_LeavingError, EOFError, BrokenPipeError, KeyboardInterrupt):
        settings: Settings = received(stdin)
        with closing(open_store(settings.archive)) as store:
            _serve(Bench(settings, store), leaving, stdin, stdout)


def _serve(bench: Bench, leaving: _Leaving, stdin: IO[bytes], stdout: IO[bytes]) -> None:
    def progress(stage: str, done: int, of: int) -> None:
        leaving.look()
        send(stdout, ("progress", stage, done, of))

    while True:
        task = received(stdin)
        leaving.busy = True
        try:
            told = ("done", bench.do(task, progress))
        except _LeavingError:
            told = ("failed", STOPPED)
        except TooMuchError as error:
            told = ("too much", str(error))
        except (RashomonError, OSError) as error:
            told = ("failed", str(error))
        send(stdout, told)
        leaving.busy = False
        leaving.look()


@contextmanager
def _terminated_by(leaving: _Leaving) -> Iterator[None]:
    """While this lasts SIGTERM asks to leave."""
    if current_thread() is not main_thread():  # only there signals can be taken
        yield
        return
    before = signal.signal(signal.SIGTERM, leaving.ask)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _done_by(process: Process, task: Task, progress: Progress) -> Any:  # noqa: ANN401
    """Have a process do a task.

    Raises:
        TaskFailedError: it says that it cannot.
        Exception: whatever comes of a process that is not as it should be.
    """
    process.send(task)
    while True:
        kind, *told = process.received()
        if kind == "progress":
            progress(*told)
        elif kind == "done":
            return told[0]
        elif kind == "too much":
            raise TaskTooMuchError(told[0])
        else:
            raise TaskFailedError(told[0])


def worker_for(settings: Settings, store: Store, *, keeps: bool) -> Worker:
    """What does the tasks of a server over this archive."""
    if keeps and settings.archive == MEMORY:
        return Here(settings, store)
    return Apart(settings, keeps=keeps, seconds=None if keeps else ANSWER_SECONDS)


__all__: list[str] = [
    "ANSWER_SECONDS",
    "Apart",
    "Here",
    "Task",
    "TaskFailedError",
    "TaskTooLongError",
    "TaskTooMuchError",
    "Worker",
    "WorkerLostError",
    "main",
    "worker_for",
]

if __name__ == "__main__":
    with streams() as (own_input, own_output):
        main(own_input, own_output)
