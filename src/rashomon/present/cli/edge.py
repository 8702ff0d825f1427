"""Where a command meets the world: settings in, faults and progress on stderr, exit codes out."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import typer

from rashomon.present.cli.options import Log

if TYPE_CHECKING:
    from rashomon.core import Problem
    from rashomon.ingest.fetched import Fetched, Fetches, Validators
    from rashomon.settings import Settings

DONE, SOME_SET_ASIDE, BAD_USAGE, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143
NOTHING_NAMED = frozenset(
    """
    not-found empty-folder empty-list address-not-understood address-not-fetched address-not-there address-not-allowed
    address-not-trusted address-private address-disallowed address-busy address-too-slow address-redirects
    robots-not-known
    """.split()
)
"""Codes of inputs that name nothing to read; when there is nothing else, it is bad usage and no set-aside document."""


FEW_PLACES = 3
"""So many places of one note are named; of more the first, and how many others."""
SECONDS_BETWEEN_LINES = 30.0
"""Between lines that say how far a stage is, where there is no terminal to show it on."""


@dataclass(kw_only=True)
class Pace:
    """How far a stage is, and since when, by a clock that never goes back."""

    stage: str
    began: float
    done: int = 0

    def words(self, of: int, now: float) -> str:
        """How far the stage is, how fast it goes, and how long it will take."""
        said = f"{self.stage} {self.done:,}{f' of {of:,}' if of else ''}"
        seconds = now - self.began
        if seconds < 1 or self.done < 2:
            return said
        rate = self.done / seconds
        said += f", {_rate(rate)}"
        return said if of <= self.done else f"{said}, {_time((of - self.done) / rate)} left"


def _rate(each_second: float) -> str:
    """How many a second, a minute or an hour, so that it is a number worth reading."""
    if each_second >= 0.1:
        return f"{each_second:,.0f} a second" if each_second >= 10 else f"{each_second:.1f} a second"
    minute = each_second * 60
    return f"{minute:.1f} a minute" if minute >= 0.1 else f"{minute * 60:.1f} an hour"


def _time(seconds: float) -> str:
    """Seconds up to two minutes, minutes up to two hours, then hours."""
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.0f} h"


@dataclass(kw_only=True)
class Messages:
    """Everything a command writes on stderr, and what its exit code rests on.

    `clock` gives seconds, and never goes back.
    """

    log: Log = Log.PLAIN
    quiet: bool = False
    documents: int = 0
    fatal: list[Problem] = field(default_factory=list)
    clock: Callable[[], float] = monotonic
    _line_open: bool = False
    _pace: Pace | None = None
    _told: float = 0.0

    def __post_init__(self) -> None:
        """Half a minute counts from the beginning of the command, and then from line to line, in whatever stage."""
        self._told = self.clock()

    def problem(self, problem: Problem) -> None:
        """Name a problem; a fatal one even when quiet."""
        if problem.fatal:
            self.fatal.append(problem)
        elif self.quiet:
            return
        where = problem.address or problem.document
        self._write(
            "error" if problem.fatal else "note", problem.message, code=problem.code, stage=problem.stage, where=where
        )

    def problems(self, problems: Iterable[Problem]) -> None:
        """Name problems; those that say the same of several places, and lost nothing, in one line with their number."""
        alike: dict[tuple[str, str, str, str], list[Problem]] = {}
        for problem in problems:
            apart = problem.fatal or self.log is Log.JSON  # a program counts for itself
            key = str(len(alike)) if apart else ""
            alike.setdefault((problem.stage, problem.code, problem.message, key), []).append(problem)
        for same in alike.values():
            self.problem(same[0] if len(same) == 1 else replace(same[0], address=_places(same)))

    def note(self, message: str) -> None:
        """Say what is good to know, unless nobody wants to."""
        if not self.quiet:
            self._write("note", message)

    def refuse(self, code: str, message: str) -> None:
        """Say why nothing was done."""
        self._write("error", message, code=code)

    def tell(self, message: str, *, where: str | None = None) -> None:
        """Say how a long run goes on, a line each time; not when quiet."""
        if not self.quiet:
            self._write("progress", message, where=where)

    def progress(self, stage: str, done: int, of: int) -> None:
        """Show how far a stage is: on a terminal on one line that is written over, else a line now and then."""
        if self.quiet:
            return
        now = self.clock()
        if self._pace is None or self._pace.stage != stage or done < self._pace.done:
            self._pace = Pace(stage=stage, began=now)
        pace, terminal = self._pace, self.log is Log.PLAIN and sys.stderr.isatty()
        pace.done = done
        if terminal:
            sys.stderr.write(f"\r\x1b[K{pace.words(of, now)}")
            sys.stderr.flush()
            self._line_open = True
        elif now - self._told >= SECONDS_BETWEEN_LINES:
            self._told = now
            self._write("progress", pace.words(of, now), stage=stage)

    def end_progress(self) -> None:
        """Take the progress line away."""
        if self._line_open:
            sys.stderr.write("\r\x1b[K")
            self._line_open = False

    def exit_code(self) -> int:
        """0, 1 or 2, as the documents and faults so far have it.

        What is there is an input even where nothing of it can be read: a file, a line of one, a file in a folder.
        """
        if not self.documents and all(problem.code in NOTHING_NAMED for problem in self.fatal):
            return BAD_USAGE
        return SOME_SET_ASIDE if self.fatal else DONE

    def _write(self, level: str, message: str, **fields: str | None) -> None:
        self.end_progress()
        if self.log is Log.JSON:
            import json

            sys.stderr.write(json.dumps({"level": level, "message": message, **fields}) + "\n")
            return
        from rashomon.present.report.characters import on_one_line

        where, code = fields.get("where"), fields.get("code")
        prefix = f"{on_one_line(where)}: " if where and where not in message else ""
        sys.stderr.write(f"rashomon: {prefix}{on_one_line(message)}{f' [{code}]' if code else ''}\n")


def _places(problems: Sequence[Problem]) -> str:
    """Where several problems are, in few words."""
    places = list(dict.fromkeys(each.address or each.document or "unnamed" for each in problems))
    if len(places) <= FEW_PLACES:
        return ", ".join(places)
    return f"{places[0]} and {len(places) - 1:,} others"


class Terminated(KeyboardInterrupt):
    """SIGTERM came: the work is broken off as by Ctrl-C."""


@contextmanager
def _broken_off_by_sigterm() -> Iterator[None]:
    """While this lasts SIGTERM breaks work off as Ctrl-C does, unless whoever runs us has another use for it."""
    import signal
    from threading import current_thread, main_thread

    if current_thread() is not main_thread() or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return

    def break_off(_number: int, _frame: object) -> None:
        raise Terminated

    signal.signal(signal.SIGTERM, break_off)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def unwritten(said: str, error: OSError) -> tuple[str, str]:
    """The code of an output that cannot be written, and what is said of it with what to do."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "disk-full", f"{said}: make room there, and run again"
    return "not-written", said


@contextmanager
def edge(messages: Messages, *, then: str = "nothing more is done", sigterm: bool = True) -> Iterator[None]:
    """Run a command's work: a caller's fault becomes a message with its code and exit code 2, a reader who left none.

    Args:
        messages: of the command.
        then: what is so where somebody interrupts it, by Ctrl-C or SIGTERM, which is said in one line.
        sigterm: whether SIGTERM is taken here; not where a command takes it itself, or loses nothing by it.
    """
    from rashomon.core import RashomonError

    try:
        with _broken_off_by_sigterm() if sigterm else nullcontext():
            yield
            sys.stdout.flush()
    except BrokenPipeError:
        # the reader of our output has had enough; what Python would still flush at exit goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except RashomonError as error:
        messages.refuse(error.code, str(error))
        raise typer.Exit(BAD_USAGE) from error
    except OSError as error:  # a full disk behind standard output; what is read has its own problems
        place = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else ""
        messages.refuse(*unwritten(f"the output could not be written: {place}{error.strerror or error}", error))
        raise typer.Exit(BAD_USAGE) from error
    except (KeyboardInterrupt, typer.Abort) as error:
        ended = isinstance(error, Terminated)
        messages.refuse("interrupted", f"{'ended by SIGTERM' if ended else 'interrupted'}: {then}")
        raise typer.Exit(TERMINATED if ended else INTERRUPTED) from error
    finally:
        messages.end_progress()


def read_from(file: Path | None, options: dict[str, str | None] | None = None) -> Settings:
    """The settings of this run; the one place that looks at the environment."""
    from rashomon.settings import read_settings

    return read_settings(file, environment=os.environ, options=options)


class FetcherOnDemand:
    """Fetches addresses; the settings are read and the code is loaded when the first one comes."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings
        self._fetcher: Fetches | None = None

    def fetch(self, address: str, *, known: Validators | None = None) -> Fetched | Problem:
        """What an address answers, or the problem that kept it from answering."""
        if self._fetcher is None:
            from rashomon.ingest.connections import Fetcher
            from rashomon.settings import fetch_settings

            self._fetcher = Fetcher(fetch_settings(self._settings()))
        return self._fetcher.fetch(address, known=known)


def leave(messages: Messages) -> None:
    """End the command with the exit code that its documents and faults call for."""
    code = messages.exit_code()
    if code == BAD_USAGE and not messages.fatal:
        messages.refuse("no-input", "there was nothing to read")
    if code:
        raise typer.Exit(code)


def write_lines(lines: Iterable[bytes]) -> None:
    """Write JSON lines to standard output as they come."""
    for line in lines:
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
