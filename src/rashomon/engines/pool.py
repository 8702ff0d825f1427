"""The processes of an engine, each with a thread that waits for it, and what they are asked to do."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Event, Lock, RLock, Thread, current_thread
from typing import Any, NamedTuple

from rashomon.core.apart import GoneError, Process
from rashomon.core.engine import Tell
from rashomon.engines.errors import EngineError
from rashomon.engines.pieces import Piece, Pieces
from rashomon.engines.worker import made_of, task_of

WORN = 5_000
"""Things done by a process before it is replaced: a parser keeps every word it meets, some 10 MB in 1,000 documents,
and another one has loaded its model in 0.5 % of the time that so many take."""
SCALED_BYTES = 2**20
"""A piece has its seconds for each so many bytes of what is asked: a story of thousands of reports takes its time."""
TICK_SECONDS = 1.0
"""So often it is looked how long processes are at their pieces."""
END_SECONDS = 5.0
"""So long it is waited until a process that answers no more has ended."""
WORKER = "rashomon.engines.worker"


class News(NamedTuple):
    """What became of a piece: it was made, a process ended over it, the work raised, or the engine was closed."""

    how: str
    piece: Piece | None = None
    told: Any = None


class Stream:
    """One stream of work: what its pieces became, and whether anybody wants to know."""

    def __init__(self) -> None:
        self.news: SimpleQueue[News] = SimpleQueue()
        self.wanted = True


class _UnwantedError(Exception):
    """Nobody asks for a piece any more."""


class Task(NamedTuple):
    """A piece of a stream, to be worked on."""

    work: Any
    piece: Piece
    stream: Stream


class Pool:
    """Processes that live together, what waits for one that is free, and the streams that take what they make."""

    def __init__(self, workers: int, seconds: float | None, tell: Tell) -> None:
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._streams: list[Stream] = []
        self._changing = RLock()
        self.hands = [_Hand(self._tasks) for _ in range(workers)]
        self._closed = Event()
        if seconds is not None:
            Thread(target=self._watch, args=(seconds, tell), daemon=True).start()

    @property
    def pids(self) -> frozenset[int]:
        """The numbers of the processes that run now."""
        return frozenset(pid for pid in (hand.pid for hand in self.hands) if pid is not None)

    def joined(self) -> Stream:
        """A new stream."""
        stream = Stream()
        with self._changing:
            self._streams.append(stream)
        return stream

    def hand_out(self, pieces: Pieces, work: object, stream: Stream) -> None:
        """Let all pieces that may be worked on now wait for a free process."""
        while (piece := pieces.next()) is not None:
            self._tasks.put(Task(work, piece, stream))

    def left(self, stream: Stream, *, whole: bool) -> bool:
        """Work no more for a stream; others go on. Whether it was broken off and there are no others."""
        stream.wanted = False
        with self._changing:
            known = stream in self._streams
            if known:
                self._streams.remove(stream)
            last = not self._streams
        if known and not whole and not last:  # what is worked on now is wanted by nobody
            for hand in self.hands:
                hand.drop(stream)
        return known and last and not whole

    def _watch(self, seconds: float, tell: Tell) -> None:
        """End processes that hang.

        Time is counted in looks, so that none goes by while this process stands still: then others do their work, and
        nobody takes it from them.
        """
        tick = min(TICK_SECONDS, seconds / 4)
        while not self._closed.wait(tick):
            for hand in self.hands:
                if (hung := hand.hangs(tick, seconds)) is not None:
                    pid, waited = hung
                    tell(
                        f"the worker {pid} has been at one batch for {waited:.0f} s and is ended; what it had is tried "
                        "again, and set aside where that hangs too (the setting work_seconds)"
                    )

    def close(self) -> None:
        """End all; who waits for what is made is told."""
        self._closed.set()
        with self._changing:
            streams, self._streams = self._streams, []
        for stream in streams:
            stream.wanted = False
            stream.news.put(News("closed"))
        for hand in self.hands:
            hand.end()
        for _ in self.hands:
            self._tasks.put(None)
        for hand in self.hands:
            hand.join()


class _Hand:
    """One process, replaced where it ends, and the thread that waits for it."""

    def __init__(self, tasks: SimpleQueue[Task | None]) -> None:
        self._process: Process | None = None
        self._things = 0  # that it has done
        self._begun = False  # whether it takes work
        self._ended = False
        self._stream: Stream | None = None  # whose piece is worked on
        self._waited = 0.0  # seconds for that piece
        self._megabytes = 1  # of that piece
        self._changing = Lock()
        self._tasks = tasks
        self._thread = Thread(target=self._wait, daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int | None:
        """The number of its process; None while it has none."""
        process = self._process
        return None if process is None else process.pid

    def hangs(self, more: float, seconds: float) -> tuple[int, float] | None:
        """Wait so much more for the piece that is worked on; a process that takes too long is ended.

        Args:
            more: seconds that went by since the last time.
            seconds: how long a piece of a megabyte may take.

        Returns:
            The number of the process that was ended, and how long it took; None where there is none.
        """
        with self._changing:
            process = self._process
            if self._stream is None or process is None:
                return None
            self._waited += more
            if self._waited < seconds * self._megabytes:
                return None
            waited, self._waited = self._waited, 0.0
            process.kill()  # whoever waits for it finds it gone
            return process.pid, waited

    def drop(self, stream: Stream) -> None:
        """Break off what is worked on for a stream."""
        with self._changing:
            if self._stream is not stream:
                return
            process, self._process = self._process, None
        if process is not None:
            process.end()

    def end(self) -> None:
        """End the process; the thread ends with the tasks."""
        with self._changing:
            self._ended = True
            process, self._process = self._process, None
        if process is not None:
            process.end()

    def join(self) -> None:
        """Wait until the thread has ended."""
        if current_thread() is not self._thread:
            self._thread.join(timeout=10)

    def _wait(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                news = News("made", task.piece, self._made(task))
            except _UnwantedError:
                continue
            except GoneError:
                self._gone()
                news = News("ended", task.piece)
            except Exception as fault:  # noqa: BLE001  # of the work, or something cannot be pickled: told to who asked
                news = News("raised", task.piece, fault)
            with self._changing:
                self._stream = None
            task.stream.news.put(news)

    def _made(self, task: Task) -> list[Any]:
        asked = task_of(task.work, task.piece.given) if task.stream.wanted else b""
        process = self._running(task.stream, megabytes=1 + len(asked) // SCALED_BYTES)
        if not self._begun:
            self._begin(process)
        process.send(asked)
        octets = process.received()
        self._things += len(task.piece.given)
        if self._things >= WORN:
            self._gone()
        return made_of(octets)

    def _running(self, stream: Stream, *, megabytes: int) -> Process:
        with self._changing:
            if self._ended or not stream.wanted:
                raise _UnwantedError
            self._stream = stream
            self._waited, self._megabytes = 0.0, megabytes
            if self._process is None:
                self._things, self._begun = 0, False
                try:
                    self._process = Process(WORKER)
                except OSError as error:
                    raise EngineError(
                        f"no process can be started beside this one ({error.strerror or error}): "
                        "give fewer --workers, or --engine local"
                    ) from error
            return self._process

    def _begin(self, process: Process) -> None:
        """Wait until a new process takes work.

        One that ends before is not ended by what it was to work on.

        Raises:
            EngineError: it ended by itself.
            GoneError: it was ended by somebody, as when it took too long.
        """
        try:
            process.received()
        except GoneError as gone:
            process.wait(END_SECONDS)
            status = process.status
            if status is None or status <= 0:  # by a signal, or it is not over yet
                raise
            raise EngineError(
                f"the worker {process.pid} ended before it took any work (exit status {status}): what it said itself "
                "stands above; rashomon must be installed where this Python finds it, or --engine local be given"
            ) from gone
        self._begun = True

    def _gone(self) -> None:
        with self._changing:
            process, self._process = self._process, None
        if process is not None:
            process.end()
