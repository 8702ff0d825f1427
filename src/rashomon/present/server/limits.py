"""How much may be sent, how slowly, and how often.

How often is counted in buckets (token bucket): each holds so many requests, each request takes one out, and they come
back evenly. What is sent is counted as it comes, with or without a length told before, so that no more than the limit
is ever held; and it has to come at a pace, so that nobody holds a place by sending a byte now and then.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope

from rashomon.settings import Settings

FORM_BYTES = 64_000
"""The longest form of a page: a key, a name, a decision with its reason. Forms that take reports hold files."""
WITH_REPORTS = ("/api/", "/add")
"""Where reports are sent to, which may be long."""
MOST_BUCKETS = 20_000
"""Of so many who ask the counts are kept; the one that was quiet the longest is full again anyway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of a server; of times a minute, 0 stands for none.

    Attributes:
        request_bytes: the longest body.
        body_seconds: how long a body may take, beside what its length takes.
        bytes_a_second: at least so fast.
        reads_a_minute: questions of a key or address.
        writes_a_minute: whatever changes something, or has us work.
        failures_a_minute: keys that are none, of one address.
    """

    request_bytes: int = 50_000_000
    body_seconds: float = 20.0
    bytes_a_second: int = 20_000
    reads_a_minute: int = 600
    writes_a_minute: int = 120
    failures_a_minute: int = 10

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """As the settings have it."""
        return cls(
            request_bytes=settings.request_bytes,
            reads_a_minute=settings.reads_a_minute,
            writes_a_minute=settings.writes_a_minute,
        )

    def at(self, path: str) -> Limits:
        """Those of what is sent to an address: forms of pages are short."""
        if path.startswith(WITH_REPORTS):
            return self
        return replace(self, request_bytes=min(self.request_bytes, FORM_BYTES))


class Buckets:
    """A bucket for each who asks; used from one thread.

    Args:
        a_minute: how many a bucket holds, and how many come back in a minute; 0 for no limit.
        clock: seconds that never go back.
    """

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._holds, self._a_second, self._clock = float(a_minute), a_minute / 60, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def short(self, who: str) -> float:
        """As `take`, and nothing is taken out."""
        if not self._holds or who not in self._left:
            return 0.0
        left, at = self._left[who]
        left = min(self._holds, left + (self._clock() - at) * self._a_second)
        return (1 - left) / self._a_second if left < 1 else 0.0

    def take(self, who: str) -> float:
        """Take one out; gives 0, or where there is none the seconds until there is one."""
        if not self._holds:
            return 0.0
        now = self._clock()
        left, at = self._left.get(who, (self._holds, now))
        left = min(self._holds, left + (now - at) * self._a_second)
        short = left < 1
        self._left[who] = (left if short else left - 1, now)
        self._left.move_to_end(who)
        while len(self._left) > MOST_BUCKETS:
            self._left.popitem(last=False)
        return (1 - left) / self._a_second if short else 0.0


def told_length(value: bytes | None) -> int | None:
    """The length that a request tells of its body; None where it tells none.

    Raises:
        HTTPException: 400, it is no number.
    """
    if value is None:
        return None
    if not value.isdigit() or len(value) > 18:
        raise HTTPException(400, "the length of the body is no number")
    return int(value)


def bounded(scope: Scope, receive: Receive, limits: Limits) -> Receive:
    """What reads the body of a request, within the limits.

    Raises (while it is read):
        HTTPException: 413, the body is too long; 408, it comes too slowly.
    """
    loop = asyncio.get_running_loop()
    began, taken, whole = loop.time(), 0, False

    async def read() -> Message:
        nonlocal taken, whole
        if whole:  # what is waited for now is that the other end goes
            return await receive()
        until = began + limits.body_seconds + taken / limits.bytes_a_second
        try:
            async with asyncio.timeout_at(until):
                message = await receive()
        except TimeoutError:
            scope["state"]["broken_off"] = True
            raise HTTPException(408, "the body came too slowly", headers={"Connection": "close"}) from None
        if message["type"] == "http.request":
            taken += len(message.get("body", b""))
            whole = not message.get("more_body", False)
            if taken > limits.request_bytes:
                scope["state"]["broken_off"] = True
                raise too_long(limits)
        return message

    return read


def too_long(limits: Limits) -> HTTPException:
    """That a body is too long; what is left of it is not read, so the connection ends."""
    told = f"the body is longer than {limits.request_bytes:,} bytes"
    return HTTPException(413, told, headers={"Connection": "close"})
