"""What fetching takes and gives: settings, what an address said last time, what it answers now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from rashomon.core import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How addresses are fetched.

    Attributes:
        connect_seconds: how long finding a host and connecting to it may take.
        read_seconds: how long an answer may fall silent.
        total_seconds: how long all of one attempt may take, redirections included and waiting for a turn not.
        most_bytes: the longest answer, on the wire and unpacked.
        most_redirects: how many redirections are followed.
        delay_seconds: from the end of one fetch from a host to the beginning of the next.
        attempts: how often an address is asked that answers "not now" or breaks off.
        back_off_seconds: the wait before the second attempt, doubled for each further one, where the host names none.
        most_wait_seconds: the longest wait that a host may ask for; who asks for more is left alone.
        user_agent: how Rashomon names itself; robots.txt is read for this name.
        private_addresses: whether hosts in private networks and on this machine may be reached.
    """

    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    total_seconds: float = 60.0
    most_bytes: int = 20_000_000
    most_redirects: int = 10
    delay_seconds: float = 1.0
    attempts: int = 3
    back_off_seconds: float = 1.0
    most_wait_seconds: float = 30.0
    user_agent: str = "Rashomon"
    private_addresses: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What an address said of its version last time; sent with the next request, so that it need not answer again."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address answered.

    Attributes:
        asked: the address that was asked for, without credentials.
        address: where it ended after redirections.
        status: 200 and its like, or 304 where nothing changed since what was known.
        octets: the body, unpacked; empty with 304.
        content_type: as the host says, in lower case without parameters; it is often wrong.
        charset: the encoding that the host says, where there is one of that name.
        validators: what to send next time.
        at: when the answer was there (aware, UTC).
    """

    asked: str
    address: str
    status: int
    octets: bytes = field(repr=False)
    content_type: str | None = None
    charset: str | None = None
    validators: Validators = Validators()
    at: datetime


class Fetches(Protocol):
    """Whatever fetches addresses; `connections.Fetcher` does."""

    def fetch(self, address: str, *, known: Validators | None = None) -> Fetched | Problem:
        """What an address answers, or the problem that kept it from answering."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to one request; the body is read only where the request succeeded."""

    status: int
    headers: Mapping[str, str]
    octets: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Why one request gave nothing.

    `again` where another attempt may succeed, after `wait_seconds` where the host names a time.
    """

    problem: Problem
    again: bool = False
    wait_seconds: float | None = None
