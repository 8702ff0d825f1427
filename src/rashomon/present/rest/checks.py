"""`/checks`: a sentence held against reports; nothing is kept of either."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from rashomon.present.exports.contract import document_row
from rashomon.present.exports.encoding import line
from rashomon.present.rest import errors, replies
from rashomon.present.rest.bodies import SentToCheck, ToCheck, request_body
from rashomon.present.rest.documented import OF_BODIES, operation
from rashomon.present.rest.errors import NOT_FOUND, NOT_UNDERSTOOD, ApiError
from rashomon.present.server.access import Scope
from rashomon.present.server.service import Served, Service
from rashomon.present.server.streams import who_asks
from rashomon.present.server.tasks import CheckOf, Upload
from rashomon.stores.naming import story_named

router = APIRouter(prefix="/checks", tags=["given"])
EXAMPLE: dict[str, Any] = {
    "claim": "The council of Orle closed the bridge.",
    "documents": [{"id": "d1", "text": "The council of Orle denied on Friday that it had closed the bridge."}],
}


@router.post(
    "",
    **operation(
        "check",
        "Hold a sentence against reports",
        "check",
        scope=Scope.READ,
        fails=(*OF_BODIES, NOT_FOUND, errors.WRONG_MEDIA, errors.BUSY, errors.TOO_LONG),
        requestBody=request_body(ToCheck, files=False, example=EXAMPLE),
    ),
)
def check(request: Request, service: Served, sent: SentToCheck) -> Response:
    """Which reports carry the sentence as given, which tell it otherwise and how, and which do not tell it.

    The reports are those that are sent along, or those of a story of the archive. Never whether it is true.
    """
    given = sent.given
    if given is None or bool(sent.uploads) == (given.story is not None):
        raise ApiError(NOT_UNDERSTOOD, "give what to hold it against: either `documents`, or the id of a `story`")
    uploads = sent.uploads or (_reports_of(service, given.story or ""),)
    answered = service.jobs.answer(CheckOf(claims=(given.claim, *given.also), uploads=uploads), by=who_asks(request))
    return replies.octets(request, answered, media_type=replies.MEDIA_TYPE)


def _reports_of(service: Service, name: str) -> Upload:
    """The reports of a story as JSON lines, with what was set aside in them.

    Raises:
        NotNamedError: there is no such story, or there are several.
        ApiError: it has no documents any more.
    """
    with service.view() as view:
        kept = view.story(story_named(view, name))
        documents = view.documents_of(kept.story.documents) if kept is not None else {}
        octets = b"".join(line(document_row(each)) for each in documents.values())
    if not octets:
        raise ApiError(NOT_FOUND, "the archive has this story no more")
    return Upload(name="documents.jsonl", octets=octets)
