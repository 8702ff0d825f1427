"""One shape for whatever is answered: JSON in bytes that depend on the facts alone.

Each reply to a GET carries a weak ETag; who sends it back as `If-None-Match` gets 304 and no body while nothing
changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import TypeVar
from urllib.parse import urlencode

from fastapi import Request, Response

from rashomon.present.exports.answers import page_row
from rashomon.present.exports.contract import Row
from rashomon.present.exports.encoding import line
from rashomon.present.questions import Page
from rashomon.present.rest.errors import NOT_UNDERSTOOD, ApiError

MEDIA_TYPE = "application/json"
REVALIDATED = {"Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie"}
"""What is kept of a reply is asked for again before it is used, and belongs to who asked."""

AnswerT = TypeVar("AnswerT")


def reply(
    request: Request, row: Row, *, tag: str | None = None, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """A JSON object as a reply.

    Args:
        request: what it is the answer to.
        row: the object.
        tag: of this state of the facts, where it is known from them; else one is made of the reply's bytes.
        status: of success.
        headers: to send with it.
    """
    return octets(request, line(row), media_type=MEDIA_TYPE, tag=tag, status=status, headers=headers)


def octets(
    request: Request,
    content: bytes,
    *,
    media_type: str,
    tag: str | None = None,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The same of bytes that are made already."""
    sent = {**(headers or {})}
    if request.method != "GET":
        return Response(content, status, {"Cache-Control": "no-store", **sent}, media_type)
    tag = tag or tag_of(content)
    if (known := unchanged(request, tag)) is not None:
        return known
    return Response(content, status, {**REVALIDATED, "ETag": tag, **sent}, media_type)


def page(request: Request, answers: Page[AnswerT], row: Callable[[AnswerT], Row]) -> Response:
    """A page of answers in the shape of the commands, with the address of the next one in `Link` (RFC 8288)."""
    return reply(request, page_row(answers, row), headers=link(request, answers.before))


def link(request: Request, before: str | None) -> Mapping[str, str]:
    """The header that names the next page; none on the last."""
    return {} if before is None else {"Link": f'<{_next(request, before)}>; rel="next"'}


def page_of(
    every: Sequence[AnswerT], *, limit: int, before: str | None, name: Callable[[AnswerT], str]
) -> Page[AnswerT]:
    """A page of few things that are all at hand; the name of the last one is where to go on from.

    Raises:
        ApiError: no page gave that as `before`.
    """
    first = 0
    if before is not None:
        first = next((place + 1 for place, each in enumerate(every) if name(each) == before), -1)
        if first < 0:
            raise ApiError(NOT_UNDERSTOOD, f"{before[:60]!r} is not what a page gave as `before`")
    shown = tuple(every[first : first + limit])
    more = len(every) > first + limit
    return Page(results=shown, before=name(shown[-1]) if more else None)


def _next(request: Request, before: str) -> str:
    """The address of the next page: the same question, going on from there."""
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "before"]
    return f"{request.url.path}?{urlencode([*asked, ('before', before)])}"


def tag_of(*parts: bytes | str | int | None) -> str:
    """A weak ETag of what a reply is made from."""
    digest = blake2b(digest_size=16)
    for part in parts:
        own = part if isinstance(part, bytes) else repr(part).encode("utf-8", "backslashreplace")
        digest.update(len(own).to_bytes(8, "big") + own)
    return f'W/"{digest.hexdigest()}"'


def unchanged(request: Request, tag: str) -> Response | None:
    """The reply of no body to who has this state of the facts already (RFC 9110, 13.1.2); None for all others."""
    known = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    if tag.removeprefix("W/") not in known and known != ["*"]:
        return None
    return Response(status_code=304, headers={**REVALIDATED, "ETag": tag})
