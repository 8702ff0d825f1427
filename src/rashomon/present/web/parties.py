"""Parties: what one said over time, denied and announced, and where others tell it otherwise."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from rashomon.present.questions.one_party import OneParty, one_party
from rashomon.present.server.service import Served, Service
from rashomon.present.web import addresses
from rashomon.present.web.asking import FAULTS, field
from rashomon.present.web.rendering import place, rendered

router = APIRouter(include_in_schema=False)

ON_A_PAGE = 20


@router.get("/parties")
def parties(request: Request) -> RedirectResponse:
    """Whoever is named in a form has a page; who names nobody is led to the search."""
    name = request.query_params.get("name", "").strip()
    return RedirectResponse(addresses.party(name) if name else addresses.SEARCH, status_code=303)


@router.get("/parties/{name:path}")
def party(request: Request, service: Served, name: str) -> HTMLResponse:
    """One party."""
    here, before = addresses.party(name), request.query_params.get("before", "").strip()
    try:
        found = service.lately(place(request), lambda: _one(request, service, name))
    except FAULTS as error:
        return rendered(request, "party.html.j2", status=400, fault=str(error), name=name, one=None)
    return rendered(
        request,
        "party.html.j2",
        status=200 if found.found or found.said.results or before else 404,
        fault=None,
        name=name,
        one=found,
        first=here if before else None,
        following=f"{here}?before={found.said.before}" if found.said.before else None,
    )


def _one(request: Request, service: Service, name: str) -> OneParty:
    with service.view() as view:
        return one_party(view, name, limit=ON_A_PAGE, before=field(request, "before"))
