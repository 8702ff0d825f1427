"""`/keys`: who may do what; a key is told once, when it is made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from pydantic.config import JsonDict

from rashomon.present.exports.contract import Row, time
from rashomon.present.exports.schema_parts import Schema
from rashomon.present.rest import bounds, errors, replies
from rashomon.present.rest.addresses import PREFIX
from rashomon.present.rest.asking import LIMIT, Before, Limit
from rashomon.present.rest.bodies import Name
from rashomon.present.rest.decisions import By
from rashomon.present.rest.documented import LOCATION, NEXT, OF_BODIES, operation
from rashomon.present.rest.errors import CONFLICT, NOT_FOUND, NOT_UNDERSTOOD, ApiError
from rashomon.present.rest.received import json_body, json_of, schemas_of
from rashomon.present.server.keys import Scope, new_key
from rashomon.present.server.service import Served
from rashomon.stores import View
from rashomon.stores.facts import AccessKey

router = APIRouter(prefix="/keys", tags=["keys"])

KeyName = Annotated[
    str,
    Path(
        description="The id of a key: the part of it that is no secret.",
        min_length=1,
        max_length=bounds.NAME_CHARS,
        pattern=bounds.PLAIN,
    ),
]


UNTIL = "when it ends by itself: a time with its offset"
AS_TIME: JsonDict = {"format": "date-time"}


class WantedKey(BaseModel):
    """A key to be made: whose it is, what it opens, and until when."""

    model_config = ConfigDict(extra="forbid")

    name: Name
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=len(Scope))]
    until: Annotated[str, Field(max_length=40, description=UNTIL, json_schema_extra=AS_TIME)] | None = None


_WANTED = TypeAdapter(WantedKey)
BODIES: Mapping[str, Schema] = schemas_of({"WantedKey": _WANTED})
"""The shape of this body, as it stands in the OpenAPI document."""


@router.get("", **operation("keys", "List keys", "keys", scope=Scope.ADMIN, headers=NEXT, tagged=True))
def keys(request: Request, service: Served, limit: Limit = LIMIT, before: Before = None) -> Response:
    """The keys, ended or not, the newest first; never the keys themselves, which are kept nowhere."""
    with service.view() as view:
        every = tuple(reversed(view.keys()))
    found = replies.page_of(every, limit=limit, before=before, name=lambda each: each.id)
    return replies.page(request, found, key_row)


@router.post(
    "",
    **operation(
        "makeKey",
        "Make a key",
        "new_key",
        scope=Scope.ADMIN,
        status=201,
        headers=LOCATION,
        fails=(*OF_BODIES, errors.WRONG_MEDIA),
        requestBody=json_body("WantedKey"),
    ),
)
def make(
    request: Request, service: Served, caller: By, given: Annotated[WantedKey, Depends(json_of(_WANTED))]
) -> Response:
    """A new key, told this once; whoever decides something with it decides under its name."""
    now = service.now()
    if not given.name.strip():
        raise ApiError(NOT_UNDERSTOOD, "the key says nothing of whose it is: give a name with letters in it")
    until = None if given.until is None else _in_utc(given.until)
    if until is not None and until <= now:
        raise ApiError(NOT_UNDERSTOOD, "the key would have ended already: give a later time, or none")
    key, kept = new_key(given.name, frozenset(given.scopes), by=caller.name, at=now, until=until)
    with service.store.writer() as writer:
        writer.keep_key(kept)
    place = f"{request.scope.get('root_path', '')}{PREFIX}/keys/{kept.id}"
    return replies.reply(request, {"key": key, "of": key_row(kept)}, status=201, headers={"Location": place})


@router.get("/{key}", **operation("key", "A key", "key", scope=Scope.ADMIN, fails=(NOT_FOUND,), tagged=True))
def key(request: Request, service: Served, key: KeyName) -> Response:
    """Whose a key is, what it opens, and whether it holds."""
    with service.view() as view:
        kept = _there(view, key)
    return replies.reply(request, key_row(kept))


@router.delete("/{key}", **operation("endKey", "End a key", "key", scope=Scope.ADMIN, fails=(NOT_FOUND, CONFLICT)))
def end(request: Request, service: Served, caller: By, key: KeyName) -> Response:
    """The key opens nothing any more, from now on and for good; that it was there stays on record."""
    with service.view() as view:
        kept = _there(view, key)
    if kept.ended_at is not None:
        raise ApiError(CONFLICT, f"key {kept.id} was ended before")
    with service.store.writer() as writer:
        writer.end_key(kept.id, by=caller.name, at=service.now())
    with service.view() as view:
        return replies.reply(request, key_row(_there(view, key)))


def key_row(kept: AccessKey) -> Row:
    """A key as the API tells it: all but the key."""
    return {
        "id": kept.id,
        "name": kept.name,
        "scopes": list(kept.scopes),
        "made_at": time(kept.made_at),
        "made_by": kept.made_by,
        "until": time(kept.until),
        "ended_at": time(kept.ended_at),
        "ended_by": kept.ended_by,
        "used_at": time(kept.used_at),
    }


def _in_utc(written: str) -> datetime:
    """A time as it was written.

    Raises:
        ApiError: it is none, or has no offset.
    """
    fault = ApiError(NOT_UNDERSTOOD, f"until: {written!r} is no time with its offset, such as 2031-05-02T14:10Z")
    try:
        read = datetime.fromisoformat(written)
        known = read.tzinfo is not None
        told = read.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise fault from error
    if not known:
        raise fault
    return told


def _there(view: View, name: str) -> AccessKey:
    kept = view.key(name)
    if kept is None:
        raise ApiError(NOT_FOUND, "there is no such key")
    return kept
