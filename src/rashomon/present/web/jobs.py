"""Work that goes on beside: each job on a page that follows it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from rashomon.present.report.told import told_place, told_time
from rashomon.present.server.jobs import ENDED, Job
from rashomon.present.server.service import Served
from rashomon.present.server.shown_problems import fault_of, problems_of
from rashomon.present.server.streams import EventStream
from rashomon.present.web.rendering import part, rendered
from rashomon.stores.facts import Taken

router = APIRouter(include_in_schema=False)

PART = "job"
MOST_PROBLEMS = 200
"""So many problems of a job are told."""
NO_JOB = "there is no such job; what was done long ago is not remembered"
STAGES = {
    "add": "taking in",
    "clean": "cleaning",
    "read": "reading",
    "group": "grouping",
    "align": "aligning",
    "account": "making accounts",
}
TAKEN = {
    Taken.NEW: "new",
    Taken.VERSION: "in a new version",
    Taken.RETURNED: "back to an earlier version",
    Taken.RECLEANED: "cleaned anew",
    Taken.AGAIN: "known already",
    Taken.ID_TAKEN: "set aside, since their id is taken",
    Taken.FORGOTTEN: "refused, since they were removed for good",
}


@router.get("/jobs")
def jobs(request: Request, service: Served) -> HTMLResponse:
    """What was given to do of late."""
    return rendered(request, "jobs.html.j2", jobs=service.jobs.jobs(), told_time=told_time)


@router.get("/jobs/{job}")
def job(request: Request, service: Served, job: str) -> HTMLResponse:
    """How a job goes on; as a part, only that."""
    found = service.jobs.job(job)
    if found is None:
        raise HTTPException(404, NO_JOB)
    with service.view() as view:
        outlines = {story: view.outline(story) for story in found.stories}
    return rendered(
        request,
        "job_state.html.j2" if part(request) == PART else "job.html.j2",
        job=found,
        problems=problems_of(found, most=MOST_PROBLEMS),
        fault=fault_of(found),
        ended=found.state in ENDED,
        titles={story: outline.title if outline else "" for story, outline in outlines.items()},
        stage=STAGES.get(found.stage, found.stage),
        taken=_taken(found),
        told_time=told_time,
        told_place=told_place,
    )


@router.get("/jobs/{job}/events")
async def job_events(request: Request, service: Served, job: str) -> EventStream:
    """Each state of a job as it comes; `end` after the last one."""
    if service.jobs.job(job) is None:
        raise HTTPException(404, NO_JOB)

    async def events() -> AsyncIterator[bytes]:
        async for now in service.jobs.follow(job):
            yield _event("state", {"state": now.state.value, "stage": now.stage, "done": now.done, "of": now.of})
        yield _event("end", {})

    return EventStream(request, events())


def _event(name: str, told: dict[str, object]) -> bytes:
    return f"event: {name}\ndata: {json.dumps(told)}\n\n".encode()


def _taken(job: Job) -> list[str]:
    """What became of the reports, in words."""
    if job.summary is None:
        return []
    return [f"{job.summary.taken[taken]:,} {words}" for taken, words in TAKEN.items() if job.summary.taken[taken]]
