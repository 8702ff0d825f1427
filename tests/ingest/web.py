"""A small web on this machine: hosts with public numbers, all answered by one server that does what a test says."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpcore

from rashomon.ingest.connections import Fetcher, FetchSettings, Network

PUBLIC = "11.22.33.44"
QUICK = {
    "connect_seconds": 60.0,  # a machine that stands still for a second is no fault; tests of being slow set their own
    "read_seconds": 60.0,
    "total_seconds": 60.0,
    "most_bytes": 100_000,
    "most_redirects": 5,
    "delay_seconds": 0.0,
    "attempts": 3,
    "back_off_seconds": 0.01,
    "most_wait_seconds": 0.5,
}
Answering = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Asked:
    """One request as it came to the server."""

    host: str
    path: str
    headers: dict[str, str]
    at: float
    until: float = 0.0


@dataclass
class World(Network):
    """Name servers and cables: each number leads to the one server, and what was connected to is written down."""

    port: int
    names: dict[str, list[str]] = field(default_factory=dict)
    trusted: Path | None = None
    lookups: list[str] = field(default_factory=list)
    connections: list[tuple[str, int]] = field(default_factory=list)

    def addresses_of(self, host, port):
        self.lookups.append(host)
        if host in self.names:
            found = self.names[host]
            return found() if callable(found) else found
        with suppress(OSError):
            socket.inet_pton(socket.AF_INET6 if ":" in host else socket.AF_INET, host)
            return [host]
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    def connected(self, address, port, seconds):
        self.connections.append((address, port))
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.port, timeout=seconds)

    def trust(self):
        context = super().trust()
        if self.trusted is not None:
            context.load_verify_locations(self.trusted)
        return context


class Web:
    """The server, what it answers by host and path, and what it was asked."""

    def __init__(self, *, certificate: Path | None = None):
        web = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                host = self.headers["Host"]
                asked = Asked(host, self.path, dict(self.headers.items()), time.monotonic())
                web.asked.append(asked)
                answer = web.answers.get(f"{host}{self.path}", web.answers.get(self.path, says(b"", 404)))
                with suppress(OSError):
                    answer(self)
                asked.until = time.monotonic()

            def log_message(self, *_):
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            context.sni_callback = lambda _, name, __: self.named.append(name)
            self.server.socket = context.wrap_socket(
                self.server.socket, server_side=True, do_handshake_on_connect=False
            )
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()
        self.begin()

    def begin(self):
        """Forget what was said and asked."""
        self.answers: dict[str, Answering] = {}
        self.asked: list[Asked] = []
        self.named: list[str] = []
        self.world = World(self.server.server_port)
        self.world.names = {f"{name}.example": [PUBLIC] for name in ("post", "mail", "wire")}

    def fetcher(self, **settings) -> Fetcher:
        return Fetcher(FetchSettings(**(QUICK | settings)), network=self.world)

    def fetch(self, address, *, known=None, **settings):
        with self.fetcher(**settings) as fetcher:
            return fetcher.fetch(address, known=known)

    def paths(self) -> list[str]:
        """The paths that were asked for, robots.txt left out."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def close(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def says(words: bytes, status: int = 200, **headers: str) -> Answering:
    """Answer with these words; an underscore in a header's name stands for a hyphen."""

    def answer(handler):
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            handler.send_header("Content-Length", str(len(words)))
        handler.end_headers()
        handler.wfile.write(words)

    return answer


def leads(to: str, status: int = 302, **headers: str) -> Answering:
    """Redirect."""
    return says(b"elsewhere", status, Location=to, **headers)


def sends(words: bytes, *, then: Callable[[BaseHTTPRequestHandler], None] = lambda handler: None) -> Answering:
    """Send exactly these bytes, and close."""

    def answer(handler):
        handler.close_connection = True
        handler.wfile.write(words)
        handler.wfile.flush()
        then(handler)

    return answer


def drips(octets: bytes, *, head: bytes = b"", times: int = 1200, pause: float = 0.05) -> Answering:
    """Send these bytes again and again, with pauses: as they are for a minute, or until nobody listens."""

    def answer(handler):
        handler.close_connection = True
        handler.wfile.write(head)
        for _ in range(times):
            handler.wfile.write(octets)
            handler.wfile.flush()
            time.sleep(pause)

    return answer


def in_turn(*answers: Answering) -> Answering:
    """The first answer first, the last for ever."""
    left = list(answers)

    def answer(handler):
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return answer
