"""The door: what every request passes before it comes to a page or an endpoint.

In this order: to which name it came, from what page, who asks, how often that one did, how long its body is. What does
not pass is answered here, and nothing else of the server has seen it.
"""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.core import RashomonError
from rashomon.present.rest.errors import of_api
from rashomon.present.server.access import CHALLENGE, TOKEN_HEADER, Caller, check_route
from rashomon.present.server.callers import OPEN, Callers, bucket_of, too_often
from rashomon.present.server.hosts import Headers, Hosts, headers_of, host_named
from rashomon.present.server.limits import Buckets, Limits, bounded, told_length, too_long
from rashomon.present.server.refusals import as_http, refusal
from rashomon.present.server.service import Service
from rashomon.present.server.sessions import Sessions

ASKING = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
"""Methods that change nothing."""
HEALTH = "/healthz"
"""Asked by whoever watches the server, under whatever name."""
ASSETS = "/assets/"
"""The same for all; who asks for them is not looked at."""
WITHOUT_KEY = frozenset({"/enter", "/leave"})
"""Where something may be sent by whoever has no key."""
LINGER_SECONDS, LINGER_BYTES = 2.0, 20_000_000
"""So long the rest of a body is read that nobody wants, so that its sender comes to read the answer."""


class Door:
    """Lets requests through to an application, or answers them."""

    def __init__(self, app: ASGIApp, *, service: Service, sessions: Sessions, callers: Callers, limits: Limits) -> None:
        self._app, self._service, self._sessions = app, service, sessions
        self._callers, self._limits = callers, limits
        self._hosts = Hosts.of(service.settings)
        self._reads, self._writes = Buckets(limits.reads_a_minute), Buckets(limits.writes_a_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope.setdefault("state", {})
        try:
            await self._passes(scope)
        except (HTTPException, RashomonError) as fault:
            told = as_http(fault)
            if told is None:
                raise
            await _refused(scope, receive, send, told)
            return
        await self._app(scope, bounded(scope, receive, self._limits_of(scope)), _lingering(scope, receive, send))

    async def _passes(self, scope: Scope) -> None:
        """Look at a request; what was found out of it stands in its state.

        Raises:
            HTTPException: it does not pass.
        """
        headers, state, path = headers_of(scope), scope["state"], scope["path"]
        address = self._address(scope, headers)
        length = told_length(headers.get(b"content-length"))
        if length is not None and length > (limits := self._limits_of(scope)).request_bytes:
            state["broken_off"] = True
            raise too_long(limits)
        if path == HEALTH:
            return
        host = host_named(headers.get(b"host", b"").decode("latin-1"))
        if not self._hosts.answers_to(host):
            raise HTTPException(421, "this server does not answer to the name in the Host header")
        if path.startswith(ASSETS):
            return
        asking = scope["method"] in ASKING
        if not asking and b"authorization" not in headers and not self._hosts.is_own_page(headers):
            raise HTTPException(403, "this was sent by a page of another site")
        is_open = self._hosts.is_open(host, headers, scope["http_version"])
        found = await self._callers.of(headers, address, is_open=is_open)
        state.update(caller=found.caller, session=found.session, visit=found.visit)
        caller = found.caller
        if not asking and caller.via == "session" and not self._is_meant(scope, headers, found.session or ""):
            raise HTTPException(403, f"with a session the API takes what tells its Origin, or has {TOKEN_HEADER}")
        if caller is not OPEN:  # who sits at this machine may ask it what it can answer
            bucket = self._reads if asking else self._writes
            if seconds := bucket.take(caller.key or bucket_of(address)):
                raise too_often(seconds)
        if not asking and not caller.scopes and path not in WITHOUT_KEY:  # before its body is read
            state["broken_off"] = True
            raise HTTPException(401, "a key is needed: send it as `Authorization: Bearer KEY`", headers=dict(CHALLENGE))
        if not asking:
            _may(scope, caller)

    def _is_meant(self, scope: Scope, headers: Headers, session: str) -> bool:
        """Whether what a browser sends to the API is sent by a page of ours: it says so, or has the token of a form.

        Forms of pages carry the token themselves. Old browsers tell neither their site nor their page.
        """
        if not of_api(Request(scope)) or b"origin" in headers or b"sec-fetch-site" in headers:
            return True
        return self._sessions.fits(session, headers.get(TOKEN_HEADER.lower().encode(), b"").decode("latin-1"))

    def _limits_of(self, scope: Scope) -> Limits:
        return self._limits.at(scope["path"].removeprefix(scope.get("root_path", "")))

    def _address(self, scope: Scope, headers: Headers) -> str:
        """Where a request came from; what a believed proxy says is written into it."""
        peer = (scope.get("client") or ("", 0))[0]
        believed, scheme = self._hosts.believed(peer, headers)
        if believed != peer:
            scope["client"] = (believed, 0)
        if scheme is not None:
            scope["scheme"] = scheme
        return believed


def _may(scope: Scope, caller: Caller) -> None:
    """See that the caller may send something there, before it is read.

    Raises:
        HTTPException: 401, a key is needed; 403, it allows something else.
    """
    try:
        check_route(Request(scope), caller)
    except HTTPException:
        scope["state"]["broken_off"] = True
        raise


async def _refused(scope: Scope, receive: Receive, send: Send, fault: HTTPException) -> None:
    """Answer a request that did not pass."""
    await refusal(Request(scope, receive), fault)(scope, receive, _lingering(scope, receive, send))


def _lingering(scope: Scope, receive: Receive, send: Send) -> Send:
    """What sends an answer, and where a body was broken off reads some of its rest before the connection is closed.

    A connection that is closed over bytes nobody read is reset, and who is still sending never sees the answer.
    """

    async def sent(message: Message) -> None:
        last = message["type"] == "http.response.body" and not message.get("more_body", False)
        if not last or not scope["state"].get("broken_off"):
            await send(message)
            return
        await send({**message, "more_body": True})
        await _drained(receive)
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    return sent


async def _drained(receive: Receive) -> None:
    taken = 0
    try:
        async with asyncio.timeout(LINGER_SECONDS):
            while taken < LINGER_BYTES:
                message: Any = await receive()
                taken += len(message.get("body", b""))
                if message["type"] != "http.request" or not message.get("more_body", False):
                    return
    except TimeoutError:
        return
