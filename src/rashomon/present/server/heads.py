"""HEAD: whatever GET would answer, without its body."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Heads:
    """Asks the application for what GET answers, and sends the head of that.

    What goes on for as long as somebody follows (events) is ended as it begins.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return
        asked: Scope = {**scope, "method": "GET"}
        endless = asyncio.Event()

        async def sent(message: Message) -> None:
            if message["type"] != "http.response.start":
                return
            await send(message)
            await send({"type": "http.response.body", "body": b"", "more_body": False})
            if not any(name.lower() == b"content-length" for name, _ in message.get("headers", ())):
                endless.set()

        try:
            await _until(endless, self._app, asked, receive, sent)
        finally:
            scope.update({name: value for name, value in asked.items() if name != "method"})


async def _until(endless: asyncio.Event, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Run an application to its end, or until it begins what has none."""

    async def run() -> None:
        await app(scope, receive, send)

    running, waiting = asyncio.create_task(run()), asyncio.create_task(endless.wait())
    try:
        await asyncio.wait((running, waiting), return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            await running
    finally:
        for task in (running, waiting):
            task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await task
