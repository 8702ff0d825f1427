"""`/decisions`: what people decide about stories, speakers, parties, claims and copies; it is ended, never erased."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from rashomon.archive.decided_state import state_of
from rashomon.archive.deciding import DecideError, Desk, decision_named, end, write
from rashomon.core import Decision, Ending
from rashomon.present.exports.contract import Row
from rashomon.present.exports.decision_rows import decision_row
from rashomon.present.questions import Page
from rashomon.present.questions.asked import named
from rashomon.present.rest import bounds, errors, replies
from rashomon.present.rest.addresses import PREFIX
from rashomon.present.rest.asking import LIMIT, Before, Limit
from rashomon.present.rest.deciding import SentDecision, SentEnd
from rashomon.present.rest.documented import LOCATION, NEXT, OF_BODIES, operation
from rashomon.present.rest.errors import CONFLICT, NOT_FOUND, ApiError
from rashomon.present.rest.jobs import job_row
from rashomon.present.rest.received import json_body
from rashomon.present.server.access import Caller, Scope, caller_of
from rashomon.present.server.jobs import BusyError
from rashomon.present.server.service import Served, Service
from rashomon.present.server.tasks import BringUpToDate
from rashomon.stores import View

router = APIRouter(prefix="/decisions", tags=["work"])

About = Annotated[
    str | None,
    Query(
        description="About this document alone; the beginning of its id does.",
        min_length=1,
        max_length=bounds.NAME_CHARS,
        pattern=bounds.PLAIN,
    ),
]
DecisionName = Annotated[
    str,
    Path(
        description="The id of a decision, or the beginning of it.",
        min_length=1,
        max_length=bounds.NAME_CHARS,
        pattern=bounds.PLAIN,
    ),
]
By = Annotated[Caller, Depends(caller_of)]


@router.get("", **operation("decisions", "List decisions", "decisions", scope=Scope.READ, headers=NEXT, tagged=True))
def decisions(
    request: Request, service: Served, document: About = None, limit: Limit = LIMIT, before: Before = None
) -> Response:
    """What people decided, ended or not, the latest written first, with what each comes to now."""
    with service.view() as view:
        about = named(view, "document", document) if document is not None else None
        every = tuple(reversed(view.decisions(about)))
        found = replies.page_of(every, limit=limit, before=before, name=lambda each: each.id)
        rows = tuple(_row(view, each) for each in found.results)
    return replies.page(request, Page(results=rows, before=found.before), lambda row: row)


@router.post(
    "",
    **operation(
        "decide",
        "Decide something",
        "decided",
        scope=Scope.DECIDE,
        status=201,
        headers=LOCATION,
        fails=(*OF_BODIES, errors.WRONG_MEDIA, errors.CANNOT_BE_DECIDED, CONFLICT),
        requestBody=json_body("AnyDecision"),
    ),
)
def decide(request: Request, service: Served, caller: By, given: SentDecision) -> Response:
    """Write a decision down: it is laid over whatever is found again, until it is ended.

    Stories are named by their ids or by those of documents in them, places as `DOCUMENT:START-END`, or
    `DOCUMENT:headline:START-END`. It is signed with the name of the key. The accounts that it bears on are made anew by
    a job.
    """
    with service.view() as view:
        decision = given.made(Desk(view, by=caller.name, reason=given.reason, at=service.now()))
    touched = write(service.store, decision)
    place = f"{request.scope.get('root_path', '')}{PREFIX}/decisions/{decision.id}"
    return _told(request, service, caller, decision, touched, headers={"Location": place})


@router.get(
    "/{decision}",
    **operation("decision", "A decision", "decision", scope=Scope.READ, fails=(NOT_FOUND,), tagged=True),
)
def decision(request: Request, service: Served, decision: DecisionName) -> Response:
    """Who decided what, when and why, and what it comes to now."""
    with service.view() as view:
        row = _row(view, _named(view, decision))
    return replies.reply(request, row)


@router.post(
    "/{decision}/end",
    **operation(
        "endDecision",
        "End a decision",
        "decided",
        scope=Scope.DECIDE,
        fails=(*OF_BODIES, errors.WRONG_MEDIA, NOT_FOUND, CONFLICT),
        requestBody=json_body("Ended"),
    ),
)
def ended(request: Request, service: Served, caller: By, decision: DecisionName, given: SentEnd) -> Response:
    """A decision holds no longer; it stays on record, with who ended it and why."""
    with service.view() as view:
        own = _named(view, decision)
        if own.id in view.endings():
            raise ApiError(CONFLICT, f"decision {own.id} was ended before")
    try:
        touched = end(service.store, Ending(decision=own.id, by=caller.name, at=service.now(), reason=given.reason))
    except DecideError as error:  # somebody else was faster
        raise ApiError(CONFLICT, str(error)) from error
    return _told(request, service, caller, own, touched, status=200)


def _told(  # noqa: PLR0913  # what a reply is made of
    request: Request,
    service: Service,
    caller: Caller,
    decision: Decision,
    touched: tuple[str, ...],
    *,
    status: int = 201,
    headers: dict[str, str] | None = None,
) -> Response:
    """What was written, and the job that makes the accounts anew; it is written whether or not a job could be given."""
    job = None
    if touched:
        try:
            job = service.jobs.submit(BringUpToDate(), by=caller.name, words=f"accounts after decision {decision.id}")
        except BusyError:  # the next job makes them
            job = None
    with service.view() as view:
        row = _row(view, decision)
    made = {"decision": row, "stories": list(touched), "job": None if job is None else job_row(job)}
    return replies.reply(request, made, status=status, headers=headers)


def _row(view: View, decision: Decision) -> Row:
    ending = view.endings().get(decision.id)
    return decision_row(decision, ending, state_of(view, decision, ended=ending is not None))


def _named(view: View, name: str) -> Decision:
    """The decision so named.

    Raises:
        ApiError: there is none, or there are several.
    """
    try:
        return decision_named(view, name)
    except DecideError as error:
        raise ApiError(NOT_FOUND, str(error)) from error
