"""One report: as it was read, in its versions, as it came, and a place in it with the passages around."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from rashomon.archive.history import history_of
from rashomon.present.exports.identity import web_address
from rashomon.present.questions.one_document import (
    OneDocument,
    checked_place,
    one_document,
    version_named,
    words_beside,
)
from rashomon.present.report.told import outlet_name, told_publishing, told_time
from rashomon.present.server.access import Scope, caller_of
from rashomon.present.server.service import Served
from rashomon.present.web import marked
from rashomon.present.web.at_hand import accounts_of
from rashomon.present.web.changed import told_step
from rashomon.present.web.originals import original_page
from rashomon.present.web.places import place_of
from rashomon.present.web.rendering import part, rendered

router = APIRouter(include_in_schema=False)

SHOWN = {"quotations": "Quotations", "events": "Events by status (a plain line: done)", "figures": "Figures"}
"""What can be shown in a report, by the name in its address."""
WORDS = "words"
"""The part of a page into which words beside an account are put."""


@router.get("/documents/{name:path}/versions")
def versions(request: Request, service: Served, name: str) -> HTMLResponse:
    """The versions of a report, the latest first, each with what is otherwise than in the one before."""
    with service.view() as view:
        version = version_named(view, name)
        history = history_of(view, version.document.id)
    if history is None:
        raise HTTPException(404, f"there is no document {name!r} in this archive")
    steps = {step.new.id: told_step(step) for step in history.steps}
    return rendered(
        request,
        "versions.html.j2",
        document=version.document,
        history=history,
        steps=steps,
        name=outlet_name(version.document),
        told_time=told_time,
    )


@router.get("/documents/{name:path}/original")
def original(service: Served, name: str) -> HTMLResponse:
    """The page as it came, without anything that could ask for something, run or lead away."""
    with service.view() as view:
        version = version_named(view, name)
        octets = None if version.original is None else view.original(version.original)
    if octets is None:
        raise HTTPException(404, f"of document {version.document.id} no page is kept, only its words")
    return original_page(version, octets)


@router.get("/documents/{name:path}")
def document(
    request: Request,
    service: Served,
    name: str,
    at: str | None = None,
    show: Annotated[list[str] | None, Query()] = None,
) -> HTMLResponse:
    """A report with its quotations, events and figures, its story, its copies and its claims."""
    place = None if at is None else place_of(at)
    with service.view() as view:
        found = one_document(view, name, accounts=accounts_of(service))
    if place is not None:
        checked_place(found.document, place)
    return rendered(
        request,
        "document.html.j2",
        one=found,
        document=found.document,
        stretches=marked.as_read(found.document, found.reading, at=place),
        counts=_counts(found),
        shown=_shown(show),
        switches=SHOWN,
        at=at,
        name=outlet_name(found.document),
        when=_when(found),
        outlet_name=outlet_name,
        told_time=told_time,
        told_quotation=marked.told_quotation,
        web_address=web_address,
        may_decide=caller_of(request).may(Scope.DECIDE),
    )


@router.get("/words/{name:path}")
def words(request: Request, service: Served, name: str, at: str) -> HTMLResponse:
    """A place in a report with the passages around it; as a part, to be read beside an account."""
    place = place_of(at)
    with service.view() as view:
        found = words_beside(view, name, place)
    template = "words_beside.html.j2" if part(request) == WORDS else "words.html.j2"
    return rendered(
        request,
        template,
        beside=found,
        document=found.document,
        paragraphs=marked.around(found.document, [p.span for p in found.passages], place),
        name=outlet_name(found.document),
        when=told_publishing(found.document),
    )


def _counts(found: OneDocument) -> dict[str, int]:
    reading = found.reading
    if reading is None:
        return dict.fromkeys(SHOWN, 0)
    return {"quotations": len(reading.quotations), "events": len(reading.events), "figures": len(reading.figures)}


def _shown(show: list[str] | None) -> frozenset[str]:
    """What is to be shown: the names given, one by one or with commas; all where none is given."""
    if show is None:
        return frozenset(SHOWN)
    return frozenset(name for given in show for name in given.split(",")) & frozenset(SHOWN)


def _when(found: OneDocument) -> str:
    return told_publishing(found.document)
