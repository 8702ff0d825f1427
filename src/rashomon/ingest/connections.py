"""The one module that opens connections: everything that leaves this machine leaves it here.

It knows addresses, time limits and sizes, not what is asked or answered. Faults come back as problems. Proxies and
credentials that stand in the environment or in .netrc are not used.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from types import TracebackType
from typing import Any, Self

import certifi
import httpcore
import httpx

from rashomon.core import Problem
from rashomon.ingest import answers
from rashomon.ingest.allowance import Allowance, OutOfTimeError
from rashomon.ingest.fetched import Answer, Failed, Fetched, FetchSettings, Validators
from rashomon.ingest.fetching import Fetching
from rashomon.ingest.guard import refusal
from rashomon.ingest.targets import Target, understood, without_credentials
from rashomon.ingest.unanswered import Why, unanswered
from rashomon.ingest.unpacking import LAYERS, CutShortError, TooLongError, UnpackingError, unpacked

__all__ = ["FetchSettings", "Fetched", "Fetcher", "Network", "Validators", "posted"]

MOST_BYTES = 4_000_000
"""An answer to a POST longer than this is cut off and refused."""
HEADER_BYTES = 256_000
"""What headers, chunk sizes and interim answers may take on the wire, beside the body."""
KEPT_OPEN_SECONDS = 2.0
"""How long a connection waits for a further request to its host within one fetch."""
Trust = Callable[[], ssl.SSLContext]


class Network:
    """The world as this machine reaches it; tests put a smaller one in its place."""

    def addresses_of(self, host: str, port: int) -> Sequence[str]:
        """The IP addresses of a name, as the system's resolver finds them."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(place[4][0]) for place in found))

    def connected(self, address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        """A connection to an IP address."""
        return httpcore.SyncBackend().connect_tcp(address, port, timeout=seconds)

    def trust(self) -> ssl.SSLContext:
        """Whose certificates are trusted: those of the system, and those that certifi brings."""
        context = ssl.create_default_context(cafile=certifi.where())
        context.load_default_certs()
        context.set_alpn_protocols(["http/1.1"])
        return context


class Fetcher:
    """Fetches addresses from the web, politely and within limits; a context manager, safe for threads.

    Redirections are followed, each checked like the first address; robots.txt is kept to; each host gets one request at
    a time; hosts in private networks are refused unless the settings allow them.
    """

    def __init__(self, settings: FetchSettings | None = None, *, network: Network | None = None) -> None:
        self._settings = settings or FetchSettings()
        self._network = network or Network()
        self._trust = cache(self._network.trust)
        self._fetching = Fetching(self._settings, self._session)

    def fetch(self, address: str, *, known: Validators | None = None) -> Fetched | Problem:
        """What an address answers, or the problem that kept it from answering; nothing in the world makes this raise.

        Args:
            address: an http or https address; credentials in it (`https://name:password@...`) go to its own host only.
            known: what the address said last time; where nothing changed since, the answer is 304 without octets.
        """
        return self._fetching.fetch(address, known)

    def close(self) -> None:
        """Let go of waiting threads; what is asked for afterwards is a problem."""
        self._fetching.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _session(self) -> _Session:
        return _Session(self._settings, self._network, self._trust)


def posted(
    address: str, body: bytes, *, headers: Mapping[str, str], seconds: float, stage: str = "ingest"
) -> bytes | Problem:
    """What an address answers to a POST, or the problem that kept it from answering.

    Args:
        address: an http or https address, in private networks too, since the settings name it; redirections are not
            followed, since the body may be confidential.
        body: what is sent.
        headers: further header fields.
        seconds: how long to wait for the connection, and for all of the answer.
        stage: the stage in whose name a problem is told.
    """
    target = understood(address)
    if isinstance(target, str):
        said = f"{without_credentials(address)} is no http or https address: {target}"
        return Problem(stage=stage, code="address-not-understood", message=said, address=without_credentials(address))
    settings = FetchSettings(
        connect_seconds=seconds, read_seconds=seconds, total_seconds=seconds, private_addresses=True
    )
    network = Network()
    with _Session(settings, network, network.trust) as session:
        request = session.request("POST", target, {"Accept-Encoding": "identity", **headers}, body)
        answer = session.sent(target, request, seconds=seconds, most_bytes=MOST_BYTES)
    if isinstance(answer, Failed):
        said = answer.problem.message.partition("; ")[0].rstrip(".")  # what to do follows, and is about fetching
        return Problem(stage=stage, code=answer.problem.code, message=said, address=target.shown)
    if answer.status != 200:
        said = f"{target.shown} answered {answer.status}"
        return Problem(stage=stage, code="address-not-fetched", message=said, address=target.shown)
    return answer.octets


class _RefusedError(Exception):
    """No address of a host may be connected to."""


class _UnknownHostError(Exception):
    """A host has no address."""


class _Stream(httpcore.NetworkStream):
    """A connection whose every step is held to an allowance."""

    def __init__(self, below: httpcore.NetworkStream, allowance: Allowance, trust: Trust) -> None:
        self._below = below
        self._allowance = allowance
        self._trust = trust

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        octets = self._below.read(max_bytes, self._allowance.seconds(timeout))
        self._allowance.take(len(octets))
        return octets

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._below.write(buffer, self._allowance.seconds(timeout))

    def close(self) -> None:
        self._below.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,  # noqa: ARG002  ours is made where it is needed, since reading it takes long
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        below = self._below.start_tls(self._trust(), server_hostname, self._allowance.seconds(timeout))
        return _Stream(below, self._allowance, self._trust)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401  the base's own type
        return self._below.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Connects to the addresses of a host that the guard lets through: what is checked is what is connected to."""

    def __init__(self, network: Network, allowance: Allowance, trust: Trust, *, private_addresses: bool) -> None:
        self._network = network
        self._allowance = allowance
        self._trust = trust
        self._private = private_addresses

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002  the base's own signature
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        addresses = self._resolved(host, port, self._allowance.seconds(timeout))
        refused = {address: refusal(address, private_addresses=self._private) for address in addresses}
        allowed = [address for address, reason in refused.items() if reason is None]
        if not allowed:
            raise _RefusedError("; ".join(sorted({f"{address} is {reason}" for address, reason in refused.items()})))
        for address in allowed[:-1]:
            try:
                return self._connected(address, port, timeout)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._connected(allowed[-1], port, timeout)

    def _connected(self, address: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
        below = self._network.connected(address, port, self._allowance.seconds(timeout))
        return _Stream(below, self._allowance, self._trust)

    def _resolved(self, host: str, port: int, seconds: float) -> Sequence[str]:
        """The addresses of a host; asked in a thread, since the system's resolver knows no time limit."""
        found: list[Sequence[str]] = []
        faults: list[OSError] = []

        def look() -> None:
            try:
                found.append(self._network.addresses_of(host, port))
            except UnicodeError:
                faults.append(OSError("no name"))
            except OSError as error:
                faults.append(error)

        thread = threading.Thread(target=look, daemon=True)
        thread.start()
        thread.join(seconds)
        if found and found[0]:
            return found[0]
        if thread.is_alive():
            raise httpcore.ConnectTimeout(f"no name server answered for {host}")
        raise _UnknownHostError(str(faults[0].strerror or faults[0]) if faults else "it has no address")


class _Session:
    """The requests of one attempt: one connection to each host where that goes, cookies kept between them."""

    def __init__(self, settings: FetchSettings, network: Network, trust: Trust) -> None:
        self._settings = settings
        self._allowance = Allowance()
        self._cookies = httpx.Cookies()
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),  # trusts nobody; the streams bring their own
            network_backend=_Backend(network, self._allowance, trust, private_addresses=settings.private_addresses),
            max_connections=None,
            keepalive_expiry=KEPT_OPEN_SECONDS,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()

    def get(
        self, target: Target, *, headers: Mapping[str, str], seconds: float, most_bytes: int, cut: bool = False
    ) -> Answer | Failed:
        """What a target answers to a GET; see `fetching.Session`."""
        request = self.request("GET", target, headers, None)
        return self.sent(target, request, seconds=seconds, most_bytes=most_bytes, cut=cut)

    def request(
        self, method: str, target: Target, headers: Mapping[str, str], body: bytes | None
    ) -> httpx.Request | Failed:
        """A request, or why it cannot be made."""
        timeout = httpx.Timeout(self._settings.read_seconds, connect=self._settings.connect_seconds)
        own = {"User-Agent": self._settings.user_agent, "Accept-Encoding": ", ".join(sorted(LAYERS))}
        try:
            return httpx.Request(
                method,
                target.shown,
                headers=own | dict(headers),
                content=body,
                extensions={"timeout": timeout.as_dict()},
            )
        except (httpx.InvalidURL, ValueError) as error:
            return unanswered(target, Why.NOT_ASKED, error)

    def sent(
        self,
        target: Target,
        request: httpx.Request | Failed,
        *,
        seconds: float,
        most_bytes: int,
        cut: bool = False,
    ) -> Answer | Failed:
        """What a target answers to a request."""
        if isinstance(request, Failed):
            return request
        self._allowance.renew(seconds=seconds, most_bytes=most_bytes + HEADER_BYTES)
        try:
            return self._exchanged(request, most_bytes, cut=cut)
        except OutOfTimeError:
            return unanswered(target, Why.OUT_OF_TIME, f"{self._settings.total_seconds:g}")
        except TooLongError:
            return unanswered(target, Why.TOO_LONG, f"{most_bytes:,}")
        except (_RefusedError, _UnknownHostError) as error:
            return unanswered(target, Why.PRIVATE if isinstance(error, _RefusedError) else Why.NO_HOST, error)
        except (httpcore.TimeoutException, httpcore.NetworkError) as error:
            return self._unreached(target, error)
        except (CutShortError, UnpackingError, httpx.HTTPError, ValueError, OSError, *_PROTOCOL) as error:
            return _garbled(target, error)

    def _exchanged(self, request: httpx.Request, most_bytes: int, *, cut: bool) -> Answer:
        """The answer to a request; raises whatever goes wrong."""
        self._cookies.set_cookie_header(request)
        url = request.url
        asked = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.read(),
            extensions=request.extensions,
        )
        answer = self._pool.handle_request(asked)
        try:
            response = httpx.Response(answer.status, headers=answer.headers, request=request)
            self._cookies.extract_cookies(response)
            return _read(response, answer.iter_stream(), most_bytes, cut=cut)
        finally:
            answer.close()

    def _unreached(self, target: Target, error: Exception) -> Failed:
        """What kept a host from being reached, or broke the connection."""
        cause = error.__cause__ or error.__context__ or error  # httpcore raises some of its own `from None`
        if isinstance(cause, ssl.SSLError):
            return unanswered(target, Why.NO_TRUST, getattr(cause, "verify_message", "") or cause.reason or cause)
        if isinstance(error, httpcore.ConnectTimeout):
            return unanswered(target, Why.NOT_CONNECTED_IN_TIME, f"{self._settings.connect_seconds:g}")
        if isinstance(error, httpcore.TimeoutException):
            return unanswered(target, Why.SILENT, f"{self._settings.read_seconds:g}")
        why = Why.NO_CONNECTION if isinstance(error, httpcore.ConnectError) else Why.BROKEN
        return unanswered(target, why, getattr(cause, "strerror", None) or str(cause) or type(cause).__name__)


_PROTOCOL = (httpcore.ProtocolError, httpcore.UnsupportedProtocol)


def _read(response: httpx.Response, body: Iterable[bytes], most_bytes: int, *, cut: bool) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    octets = b""
    if response.is_success:
        told = headers.get("content-length", "")
        if told.isascii() and told.isdigit() and int(told[:19]) > most_bytes and not cut:
            raise TooLongError
        octets = unpacked(body, answers.encodings(headers), most=most_bytes, cut=cut)
    return Answer(status=response.status_code, headers=headers, octets=octets)


def _garbled(target: Target, error: Exception) -> Failed:
    """What came, but was no whole answer."""
    reason = str(error) or type(error).__name__
    if isinstance(error, UnpackingError):
        return unanswered(target, Why.NOT_UNPACKED, reason)
    # h11 has one exception for all that is no HTTP, and tells cases apart by words only
    if isinstance(error, CutShortError) or "without sending complete" in reason or "incomplete" in reason:
        return unanswered(target, Why.CUT_SHORT)
    if "disconnected without" in reason:
        return unanswered(target, Why.CLOSED)
    return unanswered(target, Why.NOT_HTTP, reason)
