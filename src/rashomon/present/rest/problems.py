"""`/problems`: what the `type` of a problem means; each kind has an address of its own."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from rashomon.present.exports.contract import Row
from rashomon.present.rest import bounds, replies
from rashomon.present.rest.documented import operation
from rashomon.present.rest.errors import KINDS, NOT_FOUND, ApiError, Kind, type_of

router = APIRouter(prefix="/problems", tags=["problems"])

KindName = Annotated[
    str,
    Path(
        description="The name of a kind.",
        examples=["not-understood"],
        min_length=1,
        max_length=bounds.NAME_CHARS,
        pattern=bounds.PLAIN,
    ),
]


@router.get("", **operation("problems", "The kinds of problems", "problem_kinds", scope=None, tagged=True))
def problems(request: Request) -> Response:
    """All that an error can be."""
    return replies.reply(request, {"results": [_row(request, kind) for kind in KINDS.values()], "before": None})


@router.get(
    "/{name}",
    **operation("problem", "A kind of problem", "problem_kind", scope=None, fails=(NOT_FOUND,), tagged=True),
)
def problem(request: Request, name: KindName) -> Response:
    """What an error of this type is, and what to do about it."""
    kind = KINDS.get(name)
    if kind is None:
        raise ApiError(NOT_FOUND, f"there is no kind of problem of that name; there are: {', '.join(KINDS)}")
    return replies.reply(request, _row(request, kind))


def _row(request: Request, kind: Kind) -> Row:
    return {
        "type": type_of(request, kind),
        "name": kind.name,
        "status": kind.status,
        "title": kind.title,
        "says": kind.says,
    }
