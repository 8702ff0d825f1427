"""What the server tells of its work: a line for each request, and every fault under the id of its request.

An id comes with the request (`X-Request-Id`, where it is a plain one) or is made, goes back with the answer, and stands
in each line that has to do with it. Of an address only the path is written: what people search for is theirs.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import time
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

from fastapi import Request, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.present.server.access import NOBODY
from rashomon.present.server.metrics import Metrics, route_of
from rashomon.present.server.refusals import refusal

HEADER = b"x-request-id"
_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_request_id: ContextVar[str] = ContextVar("request_id", default="")
accesses = logging.getLogger("rashomon.server.access")
faults = logging.getLogger("rashomon.server")


class Watched:
    """Gives each request an id, times it, writes its line, and answers where the application fell over.

    Args:
        app: the application.
        metrics: that count it.
    """

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        name = state["request_id"] = _request_id_of(scope)
        answered = _Answered()

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered.status = message["status"]
                headers = [*message.get("headers", ()), (HEADER, name.encode())]
                answered.streams = any(value.startswith(b"text/event-stream") for _, value in headers)
                message = {**message, "headers": headers}
            else:
                answered.size += len(message.get("body", b""))
            await send(message)

        token = _request_id.set(name)
        began = time.perf_counter()
        try:
            with self._metrics.running():
                await self._answer(scope, receive, sent, answered)
        finally:
            _request_id.reset(token)
            seconds = time.perf_counter() - began
            self._metrics.answered(scope, answered.status, None if answered.streams else seconds)
            accesses.info("request", extra={"told": _told(scope, answered, seconds)})

    async def _answer(self, scope: Scope, receive: Receive, send: Send, answered: _Answered) -> None:
        try:
            await self._app(scope, receive, send)
        except Exception:  # noqa: BLE001  # whatever it is, who asked gets an answer, and the log has the rest
            faults.exception("a request could not be answered")
            if answered.status is None:
                await _fault(Request(scope, receive))(scope, receive, send)


def _fault(request: Request) -> Response:
    """The answer where ours could not be given: it may be the making of pages itself that fell over."""
    told = "the server could not answer; its log says why, under the request's id"
    try:
        return refusal(request, HTTPException(500, told))
    except Exception:  # noqa: BLE001  # whatever it is, plain words can be sent
        return Response(told, 500, media_type="text/plain")


class _Answered:
    """What was sent back."""

    def __init__(self) -> None:
        self.status: int | None = None
        self.size = 0
        self.streams = False


def _request_id_of(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == HEADER and _ID.fullmatch(value):
            return str(value.decode("ascii"))
    return token_hex(8)


def _told(scope: Scope, answered: _Answered, seconds: float) -> Mapping[str, Any]:
    caller = scope["state"].get("caller", NOBODY)
    path = scope.get("raw_path") or scope["path"].encode("utf-8", "replace")
    return {
        "request": scope["state"]["request_id"],
        "address": (scope.get("client") or ("-", 0))[0],
        "caller": caller.key or "-",
        "method": scope["method"][:20],
        "path": path.decode("latin-1")[:500],
        "route": route_of(scope),
        "status": answered.status or 499,  # who asked went away before there was an answer
        "bytes": answered.size,
        "ms": round(seconds * 1000, 1),
    }


class Lines(logging.Formatter):
    """Lines of JSON, or plain ones."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self._as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        """A line."""
        told: dict[str, Any] = dict(getattr(record, "told", {}))
        if (name := _request_id.get()) and "request" not in told:
            told["request"] = name
        trace = "".join(traceback.format_exception(record.exc_info[1])) if record.exc_info else ""
        if self._as_json:
            at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
            row = {"at": at, "level": record.levelname.lower(), "message": record.getMessage(), **told}
            return json.dumps(row | ({"trace": trace} if trace else {}))
        if record.name == accesses.name:
            return "{address} {caller} {method} {path} {status} {bytes} bytes {ms} ms {request}".format_map(
                {key: _plain(str(value)) for key, value in told.items()}
            )
        where = f" (request {told['request']})" if "request" in told else ""
        return f"rashomon: {_plain(record.getMessage())}{where}" + "".join(
            f"\n{_plain(each)}" for each in trace.splitlines()
        )


@contextmanager
def written_to_stderr(*, as_json: bool, quiet: bool) -> Iterator[None]:
    """Have the server's lines written on stderr for as long as it runs; when quiet, warnings and faults alone.

    Afterwards the loggers are as they were: stderr may be another one by then, and this one closed.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines(as_json=as_json))
    before = []
    for name in (faults.name, "uvicorn.error"):
        logger = logging.getLogger(name)
        before.append((logger, logger.handlers, logger.propagate, logger.level))
        logger.handlers = [handler]
        logger.propagate = False
        logger.setLevel(logging.WARNING if quiet or name != faults.name else logging.INFO)
    try:
        yield
    finally:
        for logger, handlers, propagate, level in before:
            logger.handlers, logger.propagate = handlers, propagate
            logger.setLevel(level)


def _plain(text: str) -> str:
    """A text without anything that a terminal would act on."""
    return "".join(each if each.isprintable() else "?" for each in text)
