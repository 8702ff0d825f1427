"""All that people decided: who, when, why, what it comes to now; and how it is undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from rashomon.archive.decided_state import DecisionState, state_of
from rashomon.archive.deciding import DecideError, end
from rashomon.core import Decision, DecisionKind, Ending
from rashomon.present.questions.asked import named
from rashomon.present.report.told import outlet_name, told_time
from rashomon.present.server.access import Scope, caller_of, checked_form, needs
from rashomon.present.server.jobs import BusyError
from rashomon.present.server.service import Served, Service
from rashomon.present.server.tasks import BringUpToDate
from rashomon.present.web import addresses
from rashomon.present.web.at_hand import accounts_of
from rashomon.present.web.decision_forms import Sent, Typed, reason_of
from rashomon.present.web.rendering import rendered
from rashomon.stores import View

router = APIRouter(include_in_schema=False)

MOST_DECISIONS = 50
"""Decisions on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Which decisions are shown: those before a number, those about one report; both None for the latest of all."""

    before: int | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What was wrong with an ending: of which decision, why, and what was typed."""

    decision: str
    message: str
    sent: Typed


@router.get("/decisions")
def decisions(request: Request, service: Served, before: int | None = None, document: str = "") -> HTMLResponse:
    """What people decided, the latest first: who, when, why, and what it comes to now."""
    return _page(request, service, Listed(before=before, document=document.strip() or None))


@router.post("/decisions/{decision}/end", dependencies=[needs(Scope.DECIDE), Depends(checked_form)])
def ended(request: Request, service: Served, decision: str, sent: Sent) -> Response:
    """Let a decision hold no longer."""
    by = caller_of(request).name
    try:
        reason = reason_of(sent, missing="say why it holds no longer")
        touched = end(service.store, Ending(decision=decision, by=by, at=service.now(), reason=reason))
    except DecideError as error:
        return _page(request, service, Listed(), fault=Fault(decision=decision, message=str(error), sent=sent))
    return after(service, by, decision, touched, told="End a decision")


def after(service: Service, by: str, decision: str, touched: Sequence[str], *, told: str) -> Response:
    """Have the accounts made anew that a decision touched, and go to it."""
    job: str | None = None
    if touched:
        try:
            job = service.jobs.submit(BringUpToDate(), by=by, words=told).id
        except BusyError:  # it is written; whoever next brings the archive up to date makes the accounts
            job = None
    return RedirectResponse(addresses.decision(decision, job=job), status_code=303)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A decision with what became of it."""

    decision: Decision
    ending: Ending | None
    state: DecisionState


def about(service: Service, view: View, documents: Sequence[str]) -> tuple[list[Made], int]:
    """The latest decisions about some documents, the last one first, and how many there are before them."""
    every = view.decisions_about(documents)
    return list(_made(service, view, every[-MOST_DECISIONS:])), max(0, len(every) - MOST_DECISIONS)


def _made(service: Service, view: View, written: Sequence[Decision]) -> Iterator[Made]:
    """Decisions with what became of them, those written last first."""
    endings = view.endings()
    known = cache(partial(accounts_of(service), view))
    for each in reversed(written):
        state = state_of(view, each, ended=each.id in endings, accounts=known)
        yield Made(decision=each, ending=endings.get(each.id), state=state)


def _page(request: Request, service: Service, listed: Listed, *, fault: Fault | None = None) -> HTMLResponse:
    with service.view() as view:
        about_one = named(view, "document", listed.document) if listed.document else None
        every = view.decisions(about_one)
        last = len(every) if listed.before is None else max(0, min(listed.before, len(every)))
        first = max(0, last - MOST_DECISIONS)
        made = list(_made(service, view, every[first:last]))
        outlines = view.outlines_of({story for each in made for story in each.state.stories})
        documents = view.documents_of({name for each in made for name in each.decision.concerned()})
    return rendered(
        request,
        "decisions.html.j2",
        status=200 if fault is None else 422,
        made=made,
        before=first or None,
        titles={story: outline.title for story, outline in outlines.items()},
        documents=documents,
        about=about_one,
        job=service.jobs.job(request.query_params.get("job", "")),
        fault=fault,
        kinds=DecisionKind,
        may_decide=caller_of(request).may(Scope.DECIDE),
        name=outlet_name,
        told_time=told_time,
    )
