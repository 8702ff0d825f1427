"""`/stories`: what happened, the account of each story, and how stories change."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from rashomon import __version__
from rashomon.present import questions
from rashomon.present.exports.account_rows import account_row
from rashomon.present.exports.answers import story_answer_row
from rashomon.present.exports.contract import Row, time
from rashomon.present.questions import Asked
from rashomon.present.questions.by_story import OF_CLAIMS, OF_REPORTS
from rashomon.present.rest import replies
from rashomon.present.rest.asking import LIMIT, Before, Limit, StoryName, asked_by
from rashomon.present.rest.documented import NEXT, operation
from rashomon.present.rest.errors import BUSY, NOT_FOUND
from rashomon.present.rest.events import HEARTBEAT, MEDIA_TYPE, STREAM, event
from rashomon.present.server.access import Scope
from rashomon.present.server.service import Served, Service
from rashomon.present.server.streams import EventStream
from rashomon.stores import View
from rashomon.stores.naming import story_named

router = APIRouter(prefix="/stories", tags=["stories"])

OfStories = Annotated[Asked, Depends(asked_by((*OF_CLAIMS, *OF_REPORTS, "since", "until")))]
LeastOrigins = Annotated[
    int, Query(description="Stories of which one claim rests on so many independent origins.", ge=0, le=10_000)
]
SAYS = "Server-sent events: `story`, each with a change as its data, first of all as it is now where one is asked for."


@router.get("", **operation("stories", "List stories", "stories", scope=Scope.READ, headers=NEXT, tagged=True))
def stories(
    request: Request,
    service: Served,
    asked: OfStories,
    limit: Limit = LIMIT,
    before: Before = None,
    least_origins: LeastOrigins = 0,
) -> Response:
    """Stories, the latest first: reports, outlets, origins, and how the claims stand.

    The words, `outlet` and `language` must hold of one report of the story, the other filters of one of its claims. A
    page may be shorter than asked for, or empty, and still go on.
    """
    with service.view() as view:
        found = questions.stories(view, asked, least_origins=least_origins, limit=limit, before=before)
    return replies.page(request, found, story_answer_row)


@router.get(
    "/events",
    **operation(
        "storiesEvents",
        "How stories change",
        "change",
        scope=Scope.READ,
        says=SAYS,
        fails=(BUSY,),
        content={MEDIA_TYPE: STREAM},
    ),
)
async def stories_events(request: Request, service: Served) -> Response:
    """Each change of a story of the newest reports, as server-sent events, for as long as the connection is open."""
    return EventStream(request, _told(service, None))


@router.get(
    "/{story}",
    **operation("story", "The account of a story", "account", scope=Scope.READ, fails=(NOT_FOUND,), tagged=True),
)
def story(request: Request, service: Served, story: StoryName) -> Response:
    """A story as `rashomon story --format json` gives it, with the documents it rests on."""
    with service.view() as view:
        whole = story_named(view, story)
        tag = state_of(view, whole)
        if (known := replies.unchanged(request, tag)) is not None:
            return known
        account = service.account(view, whole)
    return replies.reply(request, account_row(account), tag=tag)


@router.get(
    "/{story}/events",
    **operation(
        "storyEvents",
        "How a story changes",
        "change",
        scope=Scope.READ,
        says=SAYS,
        fails=(NOT_FOUND, BUSY),
        content={MEDIA_TYPE: STREAM},
    ),
)
async def story_events(request: Request, service: Served, story: StoryName) -> Response:
    """The story as it is now and at each change, as server-sent events, for as long as the connection is open.

    A change says what to ask for again and not what is otherwise: get the story then.
    """
    whole, revision = await run_in_threadpool(_now, service, story)
    told = _told(service, whole, first=_change(service, whole, revision))
    return EventStream(request, told)


def state_of(view: View, story: str) -> str:
    """The ETag of a story: another one where its documents, a decision about it or its account changed."""
    kept, outline = view.story(story), view.outline(story)
    return replies.tag_of(
        story,
        None if kept is None else kept.revision,
        None if outline is None else outline.revision,
        "" if kept is None else kept.made_by,
        __version__,
    )


async def _told(service: Service, story: str | None, *, first: Row | None = None) -> AsyncIterator[bytes]:
    """The changes of a story, or of all, as events.

    Where a while passes without one, the story is looked at: what changed between the first look at it and the moment
    from which changes are followed was not told by then. A story that is no more has null as its revision, and ends.
    """
    last = None
    if first is not None:
        last = first["revision"]
        yield event("story", first, mark=_mark(last))
    async for change in service.changes.follow(story):
        revision = last
        if change is not None:
            revision = change.revision
        elif story is not None:
            revision = await run_in_threadpool(_revision, service, story)
        if change is None and revision == last:
            yield HEARTBEAT
            continue
        name = change.story if change is not None else story or ""
        yield event("story", _change(service, name, revision), mark=_mark(revision) if story is not None else None)
        last = revision if story is not None else None
        if story is not None and revision is None:
            return


def _mark(revision: int | None) -> str | None:
    return None if revision is None else str(revision)


def _change(service: Service, story: str, revision: int | None) -> Row:
    return {"story": story, "revision": revision, "at": time(service.now())}


def _now(service: Service, name: str) -> tuple[str, int | None]:
    """The whole id of a story, and the revision that its account rests on.

    Raises:
        NotNamedError: there is none, or there are several.
    """
    with service.view() as view:
        whole = story_named(view, name)
    return whole, _revision(service, whole)


def _revision(service: Service, story: str) -> int | None:
    with service.view() as view:
        outline = view.outline(story)
    return None if outline is None else outline.revision
