"""One shape for whatever went wrong: application/problem+json (RFC 9457), of a declared kind each.

The `type` of a problem is an address of this very server, which says what the kind means and what to do.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from inspect import isawaitable, iscoroutinefunction
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.routing import Match

from rashomon.archive.deciding import DecideError
from rashomon.core import RashomonError
from rashomon.present.exports.contract import Row
from rashomon.present.exports.encoding import line
from rashomon.present.rest.addresses import PREFIX
from rashomon.present.server.jobs import BusyError
from rashomon.present.server.worker import TaskTooLongError, TaskTooMuchError, WorkerLostError
from rashomon.stores.errors import ArchiveError, Refused
from rashomon.stores.naming import NotNamedError

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 5
"""When to come again where a fault is expected to pass."""
MOST_ERRORS = 50
"""So many faults of one request are named."""
SHOWN_CHARS = 500
"""What a request held is repeated no longer than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of problem: its name in the address of its type, its status, and what it says to a developer."""

    name: str
    status: int
    title: str
    says: str


def _kind(name: str, status: int, title: str, says: str) -> Kind:
    return Kind(name=name, status=status, title=title, says=says)


MALFORMED = _kind(
    "malformed",
    400,
    "The request cannot be read",
    "The body is not JSON, or not a form; `detail` says where it breaks.",
)
NO_KEY = _kind(
    "no-key", 401, "A key is needed", "Send a key that holds: `Authorization: Bearer KEY`; `rashomon keys` makes one."
)
NOT_ALLOWED = _kind(
    "not-allowed", 403, "This key may not do that", "The key lacks the scope that the operation needs, or the request "
    "came from a page of another site."
)  # fmt: skip
NOT_FOUND = _kind(
    "not-found", 404, "There is nothing here", "No address of the API, or nothing of that name in the archive."
)
METHOD_NOT_ALLOWED = _kind(
    "method-not-allowed", 405, "This address has no such method", "`Allow` names the methods that it has."
)
CONFLICT = _kind(
    "conflict", 409, "It is not so any more", "What was to be changed was changed before; ask for it again and look."
)
TOO_SLOW = _kind("too-slow", 408, "The request came too slowly", "Send the body without long breaks.")
TOO_LARGE = _kind(
    "too-large", 413, "The request is too large", "Send less at once; `detail` says how much an operation takes."
)
WRONG_MEDIA = _kind(
    "wrong-media-type", 415, "A body of this kind is not taken", "The OpenAPI document names the kinds that are."
)
WRONG_HOST = _kind(
    "wrong-host", 421, "This server has another name", "The `Host` header is none of the names that it answers to."
)
NOT_UNDERSTOOD = _kind(
    "not-understood", 422, "The request cannot be understood", "A parameter, a field of the body or the question "
    "itself is not as documented; `errors` names each place, where there is more to say than `detail` says."
)  # fmt: skip
CANNOT_BE_DECIDED = _kind(
    "cannot-be-decided", 422, "This cannot be decided", "The decision names something that is not there or says "
    "nothing; nothing was written down."
)  # fmt: skip
TOO_MANY = _kind("too-many-requests", 429, "Too many requests", "Wait for as many seconds as `Retry-After` says.")
FAULT = _kind(
    "fault", 500, "A fault of the server", "A bug of Rashomon; the server's log has it under the request's id."
)
BUSY = _kind("busy", 503, "The server is busy", "Its queue is full; come again after `Retry-After` seconds.")
TOO_LONG = _kind(
    "too-long", 503, "This takes too long", "What was sent takes more than the server gives one answer; send less, or "
    "add it to the archive."
)  # fmt: skip
ARCHIVE = _kind(
    "archive", 503, "The archive cannot be used now", "Another program writes to it for long, or it cannot be reached; "
    "come again after `Retry-After` seconds."
)  # fmt: skip

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        MALFORMED, NO_KEY, NOT_ALLOWED, NOT_FOUND, METHOD_NOT_ALLOWED, CONFLICT, TOO_SLOW, TOO_LARGE,
        WRONG_MEDIA, WRONG_HOST, NOT_UNDERSTOOD, CANNOT_BE_DECIDED, TOO_MANY, FAULT, BUSY, TOO_LONG, ARCHIVE,
    )
}  # fmt: skip
BY_STATUS: Mapping[int, Kind] = {
    kind.status: kind for kind in reversed(tuple(KINDS.values())) if kind is not CANNOT_BE_DECIDED
}


class ApiError(RashomonError):
    """A request that is not answered as asked; the message is the problem's `detail`."""

    def __init__(self, kind: Kind, detail: str, *, headers: Mapping[str, str] | None = None) -> None:
        """Take the kind, the detail, and headers to send with it."""
        super().__init__(detail)
        self.kind, self.headers = kind, dict(headers or {})


def of_api(request: Request) -> bool:
    """Whether a request is one to the API, and so answered in its shapes."""
    path: str = request.scope["path"]
    root: str = request.scope.get("root_path", "")
    own = path.removeprefix(root)
    return own == PREFIX or own.startswith(f"{PREFIX}/") or own == "/openapi.json"


def problem(
    request: Request,
    kind: Kind,
    detail: str,
    *,
    errors: Sequence[Row] = (),
    status: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The reply that tells a problem.

    Args:
        request: what it is the answer to.
        kind: of the problem.
        detail: what it is this time, in a sentence.
        errors: the places in the request, where it has some.
        status: where it is another than the kind's.
        headers: to send with it.
    """
    sent = {"Cache-Control": "no-store", **(headers or {})}
    if kind in {BUSY, ARCHIVE}:
        sent.setdefault("Retry-After", str(RETRY_SECONDS))
    if kind is NO_KEY:
        sent.setdefault("WWW-Authenticate", "Bearer")
    row = problem_detail_row(request, kind, detail, errors=errors, status=status)
    return Response(line(row), status or kind.status, sent, MEDIA_TYPE)


def type_of(request: Request, kind: Kind) -> str:
    """The address of what a kind of problem means."""
    return f"{request.scope.get('root_path', '')}{PREFIX}/problems/{kind.name}"


def problem_detail_row(
    request: Request, kind: Kind, detail: str, *, errors: Sequence[Row] = (), status: int | None = None
) -> Row:
    """A problem as RFC 9457 has it; `errors` is there where places of the request can be named."""
    row: Row = {
        "type": type_of(request, kind),
        "title": kind.title,
        "status": status or kind.status,
        "detail": detail,
    }
    return row | {"errors": list(errors[:MOST_ERRORS])} if errors else row


def answer_to(request: Request, error: Exception) -> Response:
    """The reply to a request that ended with this exception, whatever it is."""
    match error:
        case ApiError():
            return problem(request, error.kind, str(error), headers=error.headers)
        case RequestValidationError():
            return _invalid(request, error)
        case HTTPException():
            return _of_framework(request, error)
        case RashomonError():
            return problem(request, _kind_of(error), str(error))
        case _:
            return problem(request, FAULT, "the server could not answer; its log says why, under the request's id")


def _kind_of(error: RashomonError) -> Kind:
    """The kind of a fault that Rashomon raised on purpose."""
    match error:
        case BusyError():
            return BUSY
        case WorkerLostError():
            return FAULT
        case TaskTooLongError():
            return TOO_LONG
        case TaskTooMuchError():
            return TOO_LARGE
        case DecideError():
            return CANNOT_BE_DECIDED
        case NotNamedError():
            return NOT_FOUND
        case Refused():
            return CONFLICT
        case ArchiveError():
            return ARCHIVE
        case _:
            return NOT_UNDERSTOOD


def _of_framework(request: Request, error: HTTPException) -> Response:
    """What the framework, or whoever stands before the API, refuses with a status of HTTP."""
    status, headers = error.status_code, dict(error.headers or {})
    kind = BY_STATUS.get(status) or (FAULT if status >= 500 else MALFORMED)
    detail = str(error.detail)
    if kind is METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(sorted(allowed(request)))
        detail = f"{request.method[:20]} is not among the methods of this address: {headers['Allow']}"
    elif detail == "Not Found":
        detail = "there is no such address; /openapi.json lists them all"
    return problem(request, kind, detail, status=status, headers=headers)


def allowed(request: Request) -> set[str]:
    """The methods of an address, over all of the routes that it has."""
    found: set[str] = set()
    for route in iter_route_contexts(request.app.routes):
        matched, _ = route.matches(dict(request.scope))
        if matched is not Match.NONE:
            found |= route.methods or set()
    return found | ({"HEAD"} if "GET" in found else set())


def _invalid(request: Request, error: RequestValidationError) -> Response:
    """What is not as declared, with each place."""
    found = list(_places(error.errors()))
    broken = next((each for each in error.errors() if each.get("type") == "json_invalid"), None)
    if broken is not None:
        why = (broken.get("ctx") or {}).get("error", "")
        return problem(request, MALFORMED, f"the body is not JSON: {why}"[:SHOWN_CHARS])
    first = found[0] if found else {"in": "body", "name": "", "message": "it is not as documented"}
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    detail = f"{first['in']} {first['name']}: {first['message']}{more}".replace(" :", ":", 1)
    return problem(request, NOT_UNDERSTOOD, detail[:SHOWN_CHARS], errors=found)


def _places(errors: Sequence[Any]) -> Iterator[Row]:
    for each in errors[:MOST_ERRORS]:
        part, *way = each.get("loc") or ("body",)
        name = "/".join(str(step) for step in way)
        yield {"in": str(part), "name": name[:SHOWN_CHARS], "message": str(each.get("msg", ""))[:SHOWN_CHARS]}


def answer_faults(app: FastAPI) -> None:
    """Have the application answer whatever goes wrong in the API in this shape; all else is answered as before."""
    for kind in (HTTPException, RequestValidationError, RashomonError, Exception):
        app.add_exception_handler(kind, _either(app.exception_handlers.get(kind)))


def _either(other: Any) -> Callable[[Request, Exception], Awaitable[Response]]:  # noqa: ANN401  # starlette's own
    """What answers a fault of the API in its shape, and any other as `other` does."""

    async def answered(request: Request, error: Exception) -> Response:
        if of_api(request):
            return answer_to(request, error)
        if other is None:
            if isinstance(error, RashomonError):
                raise error
            return Response("the server could not answer", 500, media_type="text/plain")
        told = other(request, error) if iscoroutinefunction(other) else await run_in_threadpool(other, request, error)
        response: Response = await told if isawaitable(told) else told
        return response

    return answered
