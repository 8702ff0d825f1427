"""Listens, and stops so that nobody is cut off who need not be.

On SIGTERM and on Ctrl-C nobody new is let in, streams of events end, what is being answered may come to its end within
some seconds, and then what works beside is told. A second Ctrl-C waits for nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
import socket
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import h11
import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from rashomon.core import RashomonError

HEAD_SECONDS = 10.0
"""So long the head of a request may take; who sends it a letter at a time holds a connection no longer."""
KEPT_SECONDS = 15
"""So long a connection stays open between two requests."""
LEAVE_SECONDS = 10
"""So long what is being answered may go on once the server stops."""
MOST_CONNECTIONS = 800
"""One more is answered with 503: a process has some 1,000 files to open, and the archive takes some of them."""
COLLECTED_AFTER = (10_000, 20, 100)
"""Objects more than before, small looks, larger looks: after so many the next larger one (see `gc.set_threshold`)."""
TOO_SLOW = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"

logger = logging.getLogger("rashomon.server")


class ServeError(RashomonError):
    """The server cannot listen where it should; the message says why."""


class Streams:
    """Answers that go on until somebody ends them (server-sent events): they end when the server stops.

    Args:
        app: the application.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._open: set[asyncio.Task[Any]] = set()
        self._stopping = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        task = asyncio.current_task()
        if scope["type"] != "http" or task is None:
            await self._app(scope, receive, send)
            return
        started = False

        async def sent(message: Message) -> None:
            nonlocal started
            await send(message)
            if message["type"] == "http.response.start" and _is_stream(message):
                started = True
                self._open.add(task)
                if self._stopping:
                    task.cancel()

        try:
            await self._app(scope, receive, sent)
        except asyncio.CancelledError:
            if not (self._stopping and started):
                raise
            task.uncancel()
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            self._open.discard(task)

    def end(self) -> None:
        """End all of them, and those that are yet to begin."""
        self._stopping = True
        for task in list(self._open):
            task.cancel()


def _is_stream(message: Message) -> bool:
    return any(name == b"content-type" and value.startswith(b"text/event-stream") for name, value in message["headers"])


class Patient(H11Protocol):
    """A connection that waits for the head of a request, but not for ever.

    Between requests the time for kept connections holds; it ends with the first byte, and from there on this one does.
    """

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Somebody is there."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Somebody says something."""
        super().data_received(data)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is there any more."""
        self._wait_no_more()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self.conn.their_state is not h11.IDLE:
            self._wait_no_more()
        elif self._waiting is None:
            self._waiting = self.loop.call_later(HEAD_SECONDS, self._too_slow)

    def _wait_no_more(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _too_slow(self) -> None:
        self._waiting = None
        if self.transport.is_closing() or self.conn.their_state is not h11.IDLE:
            return
        if self.conn.trailing_data[0] and self.conn.our_state is h11.IDLE:
            self.transport.write(TOO_SLOW)
        self.transport.close()


class Listener(uvicorn.Server):
    """A server that stops in the right order, and leaves what a signal means to whoever runs it.

    Args:
        app: the application.
        began: called once it answers, and a signal stops it as it should.
        ending: called on the event loop when it stops, before what is being answered is waited for.
    """

    def __init__(self, app: ASGIApp, *, began: Callable[[], None], ending: Callable[[], None]) -> None:
        self._streams = Streams(app)
        self._began = began
        self._ending = ending
        self.interrupted = False
        config = uvicorn.Config(
            self._streams,
            http=Patient,
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=KEPT_SECONDS,
            timeout_graceful_shutdown=LEAVE_SECONDS,
            limit_concurrency=MOST_CONNECTIONS,
        )
        super().__init__(config)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin."""
        await super().startup(sockets)
        if not self.should_exit:
            self._began()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop."""
        logger.info("stopping: what is being answered may come to its end")
        self._streams.end()
        self._ending()
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal asks to stop; the second one, not to wait."""
        self.interrupted = self.interrupted or sig == signal.SIGINT
        super().handle_exit(sig, frame)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take signals while it runs; afterwards they mean what they did before, and are not sent again."""
        if not _in_main_thread():
            yield
            return
        before = {sig: signal.signal(sig, self.handle_exit) for sig in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for sig, handler in before.items():
                signal.signal(sig, handler)


@contextlib.contextmanager
def collected_seldom() -> Iterator[None]:
    """Look for what only refers to itself less often, and never among what was loaded before.

    Each full look goes through all accounts that are kept at hand and stops every thread: a fifth of a second with some
    hundred of them. Nearly all that refers to itself is gone after an answer, and is found by the small looks.
    """
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTED_AFTER)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def bound(host: str, port: int) -> tuple[socket.socket, int]:
    """A socket that listens, and its port.

    Raises:
        ServeError: that cannot be; the message says why.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
        made = socket.socket(family, kind)
    except OSError as fault:
        raise ServeError(f"cannot listen on {host}: {fault.strerror or fault}") from fault
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(2048)
        made.setblocking(False)  # noqa: FBT003  # the socket's own
    except OSError as fault:
        made.close()
        why = f"cannot listen on {host}, port {port}: {fault.strerror or fault}"
        raise ServeError(f"{why}; name another port with --port, 0 for a free one") from fault
    own: int = made.getsockname()[1]
    return made, own


def _in_main_thread() -> bool:
    import threading

    return threading.current_thread() is threading.main_thread()
