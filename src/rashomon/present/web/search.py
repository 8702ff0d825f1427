"""Searching: what is found by words and filters, by kind, and what somebody may mean who has begun to write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from rashomon.present import questions
from rashomon.present.questions import Asked, AskedError
from rashomon.present.questions.suggestions import suggestions
from rashomon.present.server.service import Served, Service
from rashomon.present.web import addresses
from rashomon.present.web.asking import CHOICES, FAULTS, LONGEST_CHARS, again, asked, field, times
from rashomon.present.web.rendering import place, rendered
from rashomon.stores import View
from rashomon.stores.query import Sought

router = APIRouter(include_in_schema=False)

STORIES = "stories"
KINDS: Mapping[str, str] = {
    STORIES: "Stories",
    Sought.CLAIMS.value: "Claims",
    Sought.QUOTATIONS.value: "What was said",
    Sought.DOCUMENTS.value: "Reports",
}
"""What is looked among, and how it is called."""
OF_EACH = 4
"""So many of each kind are shown where no kind is chosen."""
ON_A_PAGE = 20
FIELDS = {
    "outlet": "Outlet",
    "party": "Party",
    "status": "Status",
    "standing": "Standing",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found of one kind; `fault` says why it cannot be asked for, `more` where the rest is."""

    kind: str
    results: tuple[Any, ...] = ()
    before: str | None = None
    fault: str | None = None
    more: str | None = None


@router.get("/search")
def search(request: Request, service: Served) -> HTMLResponse:
    """What is found; of each kind a few, or one kind page by page."""
    kind = request.query_params.get("kind", "").strip()
    given = {name: request.query_params.get(name, "").strip() for name in ("q", "since", "until", *FIELDS)}
    more: dict[str, Any] = {
        "kind": kind,
        "kinds": [("Everything", again(request, addresses.SEARCH, kind=None, before=None), not kind)]
        + [(name, again(request, addresses.SEARCH, kind=key, before=None), key == kind) for key, name in KINDS.items()],
        "names": KINDS,
        "given": given,
        "fields": FIELDS,
        "choices": CHOICES,
        "asked": any(given.values()),
        "first": again(request, addresses.SEARCH, before=None) if field_given(request, "before") else None,
    }
    if not more["asked"]:
        return rendered(request, "search.html.j2", fault=None, found=(), **more)
    try:
        found = service.lately(place(request), lambda: _found(request, service, kind))
    except FAULTS as error:
        return rendered(request, "search.html.j2", status=400, fault=str(error), found=(), **more)
    return rendered(request, "search.html.j2", fault=None, found=found, **more)


def field_given(request: Request, name: str) -> bool:
    """Whether a field of the address says anything."""
    return bool(request.query_params.get(name, "").strip())


def _found(request: Request, service: Service, kind: str) -> tuple[Found, ...]:
    """What was found, kind by kind; a kind that cannot be asked so says why.

    Raises:
        AskedError: there is no such kind, or a field says nothing.
        QueryError: none of the kinds can be asked so.
        MomentError: a time is none.
    """
    if kind and kind not in KINDS:
        raise AskedError(f"one can look among {', '.join(KINDS)}, not {kind!r}")
    question = replace(asked(request, FIELDS), **times(request, service.now()))  # type: ignore[arg-type]
    with service.view() as view:
        if kind:
            return (_of_kind(view, question, kind, ON_A_PAGE, field(request, "before")),)
        found = []
        faults = []
        for each in KINDS:
            try:
                some = _of_kind(view, question, each, OF_EACH, None)
            except FAULTS as error:
                faults.append(error)
                some = Found(kind=each, fault=str(error))
            more = again(request, addresses.SEARCH, kind=each, before=None) if some.before else None
            found.append(replace(some, more=more))
    if len(faults) == len(KINDS):
        raise faults[1]
    return tuple(found)


def _of_kind(view: View, question: Asked, kind: str, limit: int, before: str | None) -> Found:
    if kind == STORIES:
        stories = questions.stories(view, question, limit=limit, before=before)
        return Found(kind=kind, results=stories.results, before=stories.before)
    hits = questions.search(view, question, limit=limit, before=before, among=(Sought(kind),))
    return Found(kind=kind, results=hits.results, before=hits.before)


@router.get("/suggest")
def suggest(request: Request, service: Served) -> HTMLResponse:
    """The part of the search box that suggests; it is empty where nothing is."""
    begun = request.query_params.get("q", "")[:LONGEST_CHARS]
    with service.view() as view:
        found = suggestions(view, begun)
    return rendered(request, "suggestions.html.j2", found=found)
