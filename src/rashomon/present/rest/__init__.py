"""The API under `/api/v1`: one module a noun, each with its `router`."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI

from rashomon.present.rest.addresses import PREFIX
from rashomon.present.rest.errors import answer_faults
from rashomon.present.rest.openapi import openapi_of
from rashomon.present.server.routing import routers_in


def api(app: FastAPI) -> None:
    """Put the API into an application: its addresses, its OpenAPI document, and its shape of errors.

    Call it after whatever else says how faults are answered: those of pages stay as they are.
    """
    for router in routers():
        app.include_router(router, prefix=PREFIX)
    app.openapi = lambda: openapi_of(app)  # type: ignore[method-assign]  # the way that FastAPI documents
    answer_faults(app)


def routers() -> tuple[APIRouter, ...]:
    """The routers of all nouns."""
    return routers_in(__name__, __path__)
