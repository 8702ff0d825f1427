"""A process of our own that does what it is sent, over its standard streams.

Frames go both ways (`frames.py`). The other process is started from nothing with a module's name, which runs no code
of whoever started this one, as `multiprocessing` would. It leads a session of its own, so that Ctrl-C at the terminal
is for this one alone, and finds its input at an end when this one is gone, whatever the cause.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any

from rashomon.core.frames import received, send


class GoneError(Exception):
    """The other process has ended, whatever the cause."""


class Process:
    """A process that is running.

    Args:
        module: what it runs (`python -m module`); that takes its streams from `streams`.

    Raises:
        OSError: it cannot be started.
    """

    def __init__(self, module: str) -> None:
        command = [sys.executable, "-m", module]
        self._process = subprocess.Popen(  # noqa: S603  our own
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )

    @property
    def pid(self) -> int:
        """Its number among the processes of the machine."""
        return self._process.pid

    def runs(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    @property
    def status(self) -> int | None:
        """With what it ended, negative where a signal ended it; None while it runs."""
        return self._process.poll()

    def send(self, what: object) -> None:
        """Send a value.

        Raises:
            GoneError: nobody is there to take it.
            Exception: it cannot be sent at all; the process is as it was.
        """
        try:
            send(_there(self._process.stdin), what)
        except (OSError, ValueError) as error:
            raise GoneError from error

    def received(self) -> Any:  # noqa: ANN401  # whatever the other one sent
        """The next value that it sends; waits for it.

        Raises:
            GoneError: it ended before, or what came is no frame.
        """
        try:
            return received(_there(self._process.stdout))
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            raise GoneError from error

    def ask_to_end(self) -> None:
        """Tell it to end, as SIGTERM does; waits for nothing."""
        self._process.terminate()

    def kill(self) -> None:
        """End it at once, and whatever it started; whoever waits for a value of it finds it gone."""
        if self.runs():
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)  # it leads a session, and so a group

    def wait(self, seconds: float) -> None:
        """Wait so long for its end."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)

    def end(self) -> None:
        """End it at once, and close what led to it."""
        self.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):  # what it could not take any more
                    stream.close()


@contextmanager
def streams() -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """What the other process reads frames from and writes them to; its end is that of whoever started it.

    Ctrl-C is not for it, and whatever a library prints goes to the standard error and not between the frames.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    own = os.dup(1)
    os.dup2(2, 1)
    with suppress(EOFError, BrokenPipeError), os.fdopen(own, "wb") as stdout:
        yield sys.stdin.buffer, stdout


def _there(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise OSError("the process has no such stream")
    return stream
