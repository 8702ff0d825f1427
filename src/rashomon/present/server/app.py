"""The program that answers: pages and API, over one service."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from anyio import to_thread
from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from rashomon import __version__
from rashomon.present.rest import api
from rashomon.present.server import health
from rashomon.present.server.access import Scope, needs
from rashomon.present.server.callers import Callers
from rashomon.present.server.door import Door
from rashomon.present.server.headers import SecurityHeaders
from rashomon.present.server.heads import Heads
from rashomon.present.server.limits import Buckets, Limits
from rashomon.present.server.logs import Watched
from rashomon.present.server.metrics import Metrics
from rashomon.present.server.refusals import answer_refusals
from rashomon.present.server.service import Service
from rashomon.present.server.sessions import Sessions
from rashomon.present.server.streams import Places
from rashomon.present.web import assets, entering
from rashomon.present.web import routers as web

FOR_EVERYBODY = (assets.router, entering.router)
"""Pages for which no key is needed, or which say themselves which; all others need reading at least."""
AT_ONCE = 6
"""Requests that are worked on at once. Threads of one interpreter take turns: with more of them the one that takes
connections waits for its turn longer, and so does each answer."""
NOTED_SECONDS = 600.0
"""Between two times at which the last uses of keys are written down."""


def make_app(service: Service, *, limits: Limits | None = None) -> FastAPI:
    """The application over a service; whoever made the service closes it.

    Args:
        service: what the pages and the API work with.
        limits: of what is sent; with None those of the settings.
    """
    limits = limits or Limits.of(service.settings)
    sessions = Sessions(service.now, service.settings.session_hours)
    callers = Callers(service, sessions, Buckets(limits.failures_a_minute))
    metrics = Metrics(service)
    app = FastAPI(title="Rashomon", version=__version__, docs_url=None, redoc_url=None, lifespan=_lifespan)
    app.state.service, app.state.sessions, app.state.callers = service, sessions, callers
    app.state.metrics, app.state.places = metrics, Places()
    answer_refusals(app)
    # what is added last is passed first
    app.add_middleware(Door, service=service, sessions=sessions, callers=callers, limits=limits)
    app.add_middleware(Heads)
    app.add_middleware(Watched, metrics=metrics)
    app.add_middleware(SecurityHeaders)
    app.include_router(health.router)
    for router in web():
        # whoever writes a page may forget to say what it needs; one that is for everybody is named above
        app.include_router(router, dependencies=[] if router in FOR_EVERYBODY else [needs(Scope.READ)])
    api(app)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Write down now and then when keys were used last, and in the end."""
    callers: Callers = app.state.callers
    to_thread.current_default_thread_limiter().total_tokens = AT_ONCE

    async def note() -> None:
        while True:
            await asyncio.sleep(NOTED_SECONDS)
            await run_in_threadpool(callers.note_uses)

    noting = asyncio.create_task(note())
    try:
        yield
    finally:
        noting.cancel()
        with suppress(asyncio.CancelledError):
            await noting
        await run_in_threadpool(callers.note_uses)
