"""What is answered where something is not to be had: a page for people, a problem (RFC 9457) for programs."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from rashomon.core import RashomonError
from rashomon.present.rest.errors import answer_to, of_api
from rashomon.present.server.jobs import BusyError
from rashomon.present.server.worker import TaskTooLongError, TaskTooMuchError, WorkerLostError
from rashomon.present.web import addresses
from rashomon.present.web.rendering import rendered
from rashomon.stores.errors import ArchiveError, ArchiveLocked, ArchiveReadOnly, Refused
from rashomon.stores.naming import NotNamedError

TITLES = {
    400: "This cannot be understood",
    401: "A key is needed",
    403: "This is not allowed",
    404: "There is no such page",
    405: "This is not done here",
    408: "This came too slowly",
    413: "This is too long",
    421: "This is another host",
    429: "Too many requests",
    500: "A fault in Rashomon",
    503: "Not at this moment",
}
"""What a page of an error is headed, where its status does not say it better."""
PAGES_OF = {
    "`rashomon stories`": ("All stories", addresses.EVERY_STORY),
    "`rashomon documents`": ("Search the reports", addresses.SEARCH),
}
"""Commands that a message names, with what a page links to instead: its words and its address."""
COMMANDS = re.compile(r"[:;] `rashomon [^`]*`.*$")


def as_http(fault: Exception) -> HTTPException | None:
    """A fault of who asks, or of this moment, as what is answered; None for a fault of ours."""
    match fault:
        case HTTPException():
            return fault
        case RequestValidationError():
            return HTTPException(400, "; ".join(_told(each) for each in fault.errors()[:5]))
        case NotNamedError():
            return HTTPException(404, str(fault))
        case BusyError() | ArchiveLocked():
            return HTTPException(503, str(fault), headers={"Retry-After": "5"})
        case WorkerLostError():
            return HTTPException(503, "what should have answered has ended: ask again", headers={"Retry-After": "5"})
        case TaskTooLongError():
            return HTTPException(503, str(fault))
        case TaskTooMuchError():
            return HTTPException(413, str(fault))
        case ArchiveReadOnly():
            return HTTPException(403, "this archive may only be read")
        case Refused():
            return HTTPException(409, str(fault))
        case ArchiveError():
            return HTTPException(503, "the archive cannot be used at this moment", headers={"Retry-After": "30"})
        case RashomonError():
            return HTTPException(404 if isinstance(fault.__cause__, NotNamedError) else 400, str(fault))
        case _:
            return None


def refusal(request: Request, fault: HTTPException) -> Response:
    """The answer to a request that is refused."""
    if of_api(request):
        return answer_to(request, fault)
    title = TITLES.get(fault.status_code) or HTTPStatus(fault.status_code).phrase
    told, ways = _for_pages(_sentence(fault))
    page = rendered(request, "refusal.html.j2", status=fault.status_code, title=title, told=told, ways=ways)
    page.headers.update(fault.headers or {})
    return page


def answer_refusals(app: FastAPI) -> None:
    """Have the application answer what it refuses with a page."""

    async def answered(request: Request, fault: Exception) -> Response:
        told = as_http(fault)
        if told is None:
            raise fault
        return refusal(request, told)

    for kind in (HTTPException, RequestValidationError, RashomonError):
        app.add_exception_handler(kind, answered)


def _for_pages(told: str) -> tuple[str, list[tuple[str, str]]]:
    """A sentence without the commands that it sends its reader to, and the pages that stand for these."""
    ways = [way for command, way in PAGES_OF.items() if command in told]
    return (COMMANDS.sub(".", told) if ways else told), ways


def _sentence(fault: HTTPException) -> str:
    """What is told, for people; what the framework says of itself is left out."""
    told = str(fault.detail)
    if told == HTTPStatus(fault.status_code).phrase:
        return ""
    return told[:1].upper() + told[1:] + ("" if told.endswith(".") else ".")


def _told(error: Any) -> str:  # noqa: ANN401  # as pydantic has it
    where = ".".join(str(each) for each in error.get("loc", ()))
    return f"{where}: {error.get('msg')}"
