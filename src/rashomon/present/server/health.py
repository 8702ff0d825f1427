"""Whether the server works, for whoever keeps it running, and its numbers."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from rashomon.present.server.access import Scope, needs
from rashomon.present.server.metrics import MEDIA_TYPE, Metrics
from rashomon.present.server.service import Served
from rashomon.stores import ArchiveError

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
def health(service: Served) -> JSONResponse:
    """Whether the archive can be read and work can be taken; nothing else is told, since anybody may ask."""
    try:
        with service.view() as view:
            view.last_seen()
        readable = True
    except ArchiveError:
        readable = False
    working = service.jobs.alive()
    told = {"status": _word(readable and working), "archive": _word(readable), "worker": _word(working)}
    return JSONResponse(told, 200 if readable and working else 503, headers={"Cache-Control": "no-store"})


@router.get("/metrics", dependencies=[needs(Scope.READ)])
def metrics(request: Request) -> Response:
    """The numbers, in the form of Prometheus."""
    kept: Metrics = request.app.state.metrics
    return Response(kept.text(), headers={"Content-Type": MEDIA_TYPE, "Cache-Control": "no-store"})


def _word(good: bool) -> str:  # noqa: FBT001  # a word for it
    return "ok" if good else "failed"
