"""`/documents`: reports, what was read in them, their versions; and reports into the archive."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from rashomon.archive.history import history_of
from rashomon.core import Document
from rashomon.present import questions
from rashomon.present.exports.answers import document_answer_row
from rashomon.present.exports.contract import document_row, reading_row
from rashomon.present.exports.version_rows import history_row
from rashomon.present.rest import errors, replies
from rashomon.present.rest.asking import LIMIT, Before, DocumentName, Limit, OfDocuments
from rashomon.present.rest.bodies import Addition, SentAddition, request_body
from rashomon.present.rest.documented import LOCATION, NEXT, OF_BODIES, operation
from rashomon.present.rest.errors import NOT_FOUND, NOT_UNDERSTOOD, ApiError
from rashomon.present.rest.jobs import accepted
from rashomon.present.server.access import Caller, Scope, caller_of
from rashomon.present.server.service import Served
from rashomon.present.server.tasks import AddInputs
from rashomon.stores import View
from rashomon.stores.naming import document_named

router = APIRouter(prefix="/documents")
EXAMPLE: dict[str, Any] = {
    "documents": [
        {
            "outlet": "Tarn Valley Post",
            "headline": "Bus drivers in Orle begin strike",
            "published_at": "2031-05-30T06:10:00+00:00",
            "text": "Bus drivers in Orle began a strike on Friday, union leader Mira Holt said.",
        }
    ]
}


@router.get(
    "",
    tags=["documents"],
    **operation("documents", "Find reports", "documents", scope=Scope.READ, headers=NEXT, tagged=True),
)
def documents(
    request: Request, service: Served, asked: OfDocuments, limit: Limit = LIMIT, before: Before = None
) -> Response:
    """Reports without their texts, the latest first; the words are looked for in headline and text."""
    with service.view() as view:
        found = questions.documents(view, asked, limit=limit, before=before)
    return replies.page(request, found, document_answer_row)


@router.post(
    "",
    tags=["adding"],
    **operation(
        "addDocuments",
        "Take reports into the archive",
        "job",
        scope=Scope.ADD,
        status=202,
        says="The job that does it; its address tells how it goes on.",
        headers=LOCATION,
        fails=(*OF_BODIES, errors.WRONG_MEDIA, errors.BUSY),
        requestBody=request_body(Addition, files=True, example=EXAMPLE),
    ),
)
def add(
    request: Request, service: Served, caller: Annotated[Caller, Depends(caller_of)], sent: SentAddition
) -> Response:
    """Reports as JSON, JSON lines or files, and addresses that are fetched; stories and accounts follow.

    What was known is not taken twice; other words at a known address are a new version of its report.
    """
    addresses = tuple(sent.given.addresses) if sent.given is not None else ()
    if not sent.uploads and not addresses:
        raise ApiError(NOT_UNDERSTOOD, "nothing is given: send documents, or addresses")
    files, documents = len(sent.uploads), 0
    if sent.given is not None:
        files, documents = 0, len(sent.given.documents)
    what = [_of(documents, "report"), _of(files, "file"), _of(len(addresses), "address", "es")]
    words = f"add {' and '.join(each for each in what if each)}"
    task = AddInputs(uploads=sent.uploads, addresses=addresses)
    return accepted(request, service.jobs.submit(task, by=caller.name, words=words))


def _of(number: int, noun: str, ending: str = "s") -> str:
    return f"{number} {noun}{'' if number == 1 else ending}" if number else ""


@router.get(
    "/{document:path}/versions",
    tags=["documents"],
    **operation(
        "documentVersions", "The versions of a report", "versions", scope=Scope.READ, fails=(NOT_FOUND,), tagged=True
    ),
)
def versions(request: Request, service: Served, document: DocumentName) -> Response:
    """What became of a report at its address: each version, which words changed, and what it tells otherwise."""
    with service.view() as view:
        history = history_of(view, document_named(view, document))
    if history is None:
        raise ApiError(NOT_FOUND, "the archive has this document no more")
    return replies.reply(request, history_row(history))


@router.get(
    "/{document:path}/reading",
    tags=["documents"],
    **operation(
        "documentReading", "What was read in a report", "reading", scope=Scope.READ, fails=(NOT_FOUND,), tagged=True
    ),
)
def reading(request: Request, service: Served, document: DocumentName) -> Response:
    """Quotations, events, figures, times and mentions of the current version, each with its place."""
    with service.view() as view:
        version = view.version_of(_there(view, document).id)
        kept = None if version is None else view.reading(version)
    if kept is None:
        raise ApiError(NOT_FOUND, "this document is not read yet")
    return replies.reply(request, reading_row(kept.reading))


@router.get(
    "/{document:path}",
    tags=["documents"],
    **operation(
        "document", "A report with its words", "archived_document", scope=Scope.READ, fails=(NOT_FOUND,), tagged=True
    ),
)
def document(request: Request, service: Served, document: DocumentName) -> Response:
    """The current version of a report as `rashomon clean` gives it, with the story that it is in."""
    with service.view() as view:
        own = _there(view, document)
        version, story = view.version_of(own.id), view.story_of(own.id)
    more = {"version": version, "story": None if story is None else story.story.id}
    return replies.reply(request, document_row(own) | more)


def _there(view: View, name: str) -> Document:
    """The document so named.

    Raises:
        NotNamedError: there is none, or there are several.
        ApiError: there is none any more.
    """
    own = view.document(document_named(view, name))
    if own is None:
        raise ApiError(NOT_FOUND, "the archive has this document no more")
    return own
