"""`/jobs`: work that nobody waits for, and how each goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from rashomon.present.exports.contract import Row, problem_row, time
from rashomon.present.rest import bounds, replies
from rashomon.present.rest.addresses import PREFIX
from rashomon.present.rest.asking import LIMIT, Before, Limit
from rashomon.present.rest.documented import NEXT, operation
from rashomon.present.rest.errors import BUSY, NOT_FOUND, ApiError
from rashomon.present.rest.events import MEDIA_TYPE, STREAM, event
from rashomon.present.server.access import Scope
from rashomon.present.server.jobs import Job
from rashomon.present.server.service import Served, Service
from rashomon.present.server.shown_problems import fault_of, problems_of
from rashomon.present.server.streams import EventStream

router = APIRouter(prefix="/jobs", tags=["adding"])
MOST_PROBLEMS = 100
"""So many problems of a job are told."""

JobName = Annotated[
    str, Path(description="The id of a job.", min_length=1, max_length=bounds.NAME_CHARS, pattern=bounds.PLAIN)
]


@router.get("", **operation("jobs", "List jobs", "jobs", scope=Scope.READ, headers=NEXT, tagged=True))
def jobs(request: Request, service: Served, limit: Limit = LIMIT, before: Before = None) -> Response:
    """The jobs that are remembered, the newest first; what is remembered goes when the server stops."""
    found = replies.page_of(service.jobs.jobs(), limit=limit, before=before, name=lambda each: each.id)
    return replies.page(request, found, job_row)


@router.get("/{job}", **operation("job", "A job", "job", scope=Scope.READ, fails=(NOT_FOUND,), tagged=True))
def job(request: Request, service: Served, job: JobName) -> Response:
    """How far a job is, and what came of it."""
    return replies.reply(request, job_row(_there(service, job)))


@router.get(
    "/{job}/events",
    **operation(
        "jobEvents",
        "How a job goes on",
        "job",
        scope=Scope.READ,
        says="Server-sent events: `job`, each with the job as its data; the last one is done or failed.",
        fails=(NOT_FOUND, BUSY),
        content={MEDIA_TYPE: STREAM},
    ),
)
async def job_events(request: Request, service: Served, job: JobName) -> Response:
    """The job each time that it has changed, as server-sent events, until it has ended; and now and then where not."""
    _there(service, job)

    async def told() -> AsyncIterator[bytes]:
        async for each in service.jobs.follow(job):
            yield event("job", job_row(each))

    return EventStream(request, told())


def accepted(request: Request, job: Job) -> Response:
    """The reply that a job is taken: its address, and how it stands."""
    return replies.reply(request, job_row(job), status=202, headers={"Location": address_of(request, job)})


def address_of(request: Request, job: Job) -> str:
    """The address of a job."""
    return f"{request.scope.get('root_path', '')}{PREFIX}/jobs/{job.id}"


def job_row(job: Job) -> Row:
    """A job as the API tells it."""
    summary = job.summary
    return {
        "id": job.id,
        "words": job.words,
        "by": job.by,
        "at": time(job.at),
        "state": job.state.value,
        "stage": job.stage or None,
        "done": job.done,
        "of": job.of,
        "stories": list(job.stories),
        "summary": None
        if summary is None
        else {
            "taken": {str(taken): number for taken, number in sorted(summary.taken.items())},
            "set_aside": dict(sorted(summary.set_aside.items())),
            "read": summary.read,
            "placed": summary.placed,
            "accounts": summary.accounts,
        },
        "problems": [problem_row(each) for each in problems_of(job, most=MOST_PROBLEMS)],
        "fault": fault_of(job),
    }


def _there(service: Service, name: str) -> Job:
    found = service.jobs.job(name)
    if found is None:
        raise ApiError(
            NOT_FOUND, "there is no such job; those of long ago and of before the server began are forgotten"
        )
    return found


__all__ = ["accepted", "address_of", "job_row", "router"]
