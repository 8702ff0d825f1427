"""Outlets: what each reported, whom it copies and credits, and who copies and credits it."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from rashomon.present import questions
from rashomon.present.questions import OutletPage
from rashomon.present.questions.one_outlet import OneOutlet, one_outlet
from rashomon.present.server.service import Served, Service
from rashomon.present.web import addresses
from rashomon.present.web.asking import FAULTS, again, asked, field, times
from rashomon.present.web.rendering import place, rendered

router = APIRouter(include_in_schema=False)

ON_A_PAGE = 50
REPORTS_ON_A_PAGE = 20
BEHIND_SECONDS = 60.0
"""So far may what is told of outlets be behind what other programs write: it goes through hundreds of reports."""


@router.get("/outlets")
def outlets(request: Request, service: Served) -> HTMLResponse:
    """The outlets of the newest reports, those with the most first."""
    given = {name: request.query_params.get(name, "").strip() for name in ("outlet", "language", "since", "until")}
    first = again(request, addresses.OUTLETS, before=None) if field_is_given(request) else None
    try:
        page = service.lately(place(request), lambda: _asked(request, service), seconds=BEHIND_SECONDS)
    except FAULTS as error:
        return rendered(request, "outlets.html.j2", status=400, fault=str(error), page=None, given=given, first=first)
    following = again(request, addresses.OUTLETS, before=page.before) if page.before else None
    return rendered(request, "outlets.html.j2", fault=None, page=page, given=given, first=first, following=following)


@router.get("/outlets/{name:path}")
def outlet(request: Request, service: Served, name: str) -> HTMLResponse:
    """One outlet."""
    here = addresses.outlet(name)
    try:
        found = service.lately(place(request), lambda: _one(request, service, name), seconds=BEHIND_SECONDS)
    except FAULTS as error:
        return rendered(request, "outlet.html.j2", status=400, fault=str(error), name=name, one=None)
    known = bool(found.reports.results or found.tally or found.known or field_is_given(request))
    return rendered(
        request,
        "outlet.html.j2",
        status=200 if known else 404,
        fault=None,
        name=found.name,
        one=found,
        known=known,
        first=here if field_is_given(request) else None,
        following=f"{here}?before={found.reports.before}" if found.reports.before else None,
    )


def _asked(request: Request, service: Service) -> OutletPage:
    question = asked(request, ("outlet", "language"))
    question = replace(question, **times(request, service.now()))  # type: ignore[arg-type]
    with service.view() as view:
        return questions.outlets(view, question, limit=ON_A_PAGE, before=field(request, "before"))


def _one(request: Request, service: Service, name: str) -> OneOutlet:
    with service.view() as view:
        return one_outlet(view, name, limit=REPORTS_ON_A_PAGE, before=field(request, "before"))


def field_is_given(request: Request) -> bool:
    """Whether this is a later page."""
    return bool(request.query_params.get("before", "").strip())
