"""Replies that go on for as long as somebody follows (server-sent events): how many there may be, and for whom."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager

from fastapi import Request
from fastapi.responses import StreamingResponse
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from rashomon.present.server.access import caller_of
from rashomon.present.server.callers import Callers, Found, bucket_of
from rashomon.present.server.changes import HEARTBEAT_SECONDS

MOST_STREAMS = 200
"""Each holds a connection; what is left of these is for whoever asks something."""
MOST_STREAMS_OF_ONE = 10
"""Those of one key or address."""
RETRY_SECONDS = 15
EVENTS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
"""A proxy is to hand on each event as it comes."""


class Places:
    """The places that streams take; used from the event loop alone.

    Args:
        most: of all together.
        of_one: of one who asks.
    """

    def __init__(self, most: int = MOST_STREAMS, of_one: int = MOST_STREAMS_OF_ONE) -> None:
        self._most, self._of_one = most, of_one
        self._taken: Counter[str] = Counter()

    @contextmanager
    def taken(self, who: str) -> Iterator[None]:
        """While this lasts one of them is taken.

        Raises:
            HTTPException: 429, who asks has too many; 503, all have.
        """
        later = {"Retry-After": str(RETRY_SECONDS)}
        if self._taken[who] >= self._of_one:
            raise HTTPException(429, f"you follow {self._of_one} streams of events already: end one", headers=later)
        if self._taken.total() >= self._most:
            raise HTTPException(503, "too many follow events at this moment; ask again in a while", headers=later)
        self._taken[who] += 1
        try:
            yield
        finally:
            self._taken[who] -= 1
            self._taken += Counter()  # forgets who has none any more


class EventStream(StreamingResponse):
    """A reply of events; it ends where the key that it was asked with ends.

    Args:
        request: what it answers.
        events: as they come, and now and then a sign that nothing does.
        clock: seconds that never go back.
    """

    def __init__(
        self, request: Request, events: AsyncIterator[bytes], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        callers: Callers = request.app.state.callers
        state = request.state
        found = Found(caller=caller_of(request), session=getattr(state, "session", None))
        super().__init__(
            _while_allowed(events, callers, found, clock), media_type="text/event-stream", headers=dict(EVENTS)
        )
        self._places: Places = request.app.state.places
        self._who = who_asks(request)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, where there is a place."""
        with self._places.taken(self._who):
            await super().__call__(scope, receive, send)


def who_asks(request: Request) -> str:
    """Under what name those who ask are counted: of a key all over the world, else of an address."""
    return caller_of(request).key or bucket_of(request.client.host if request.client else "")


async def _while_allowed(
    events: AsyncIterator[bytes], callers: Callers, found: Found, clock: Callable[[], float]
) -> AsyncIterator[bytes]:
    looked = clock()
    async for event in events:
        if clock() - looked >= HEARTBEAT_SECONDS:
            if not await callers.holds(found):
                return
            looked = clock()
        yield event
