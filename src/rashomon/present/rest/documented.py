"""What the OpenAPI document says of an operation, declared where the operation is: one call a route.

The scope that is documented is the one that is checked, and the shape the one that the tests hold replies against.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import Depends, Response

from rashomon.present.exports.schema_parts import Schema
from rashomon.present.rest import errors
from rashomon.present.rest.asking import only_known
from rashomon.present.rest.errors import Kind
from rashomon.present.server.access import Scope, needs

ALWAYS = (
    errors.MALFORMED, errors.NO_KEY, errors.NOT_ALLOWED, errors.WRONG_HOST, errors.NOT_UNDERSTOOD, errors.TOO_MANY,
    errors.FAULT, errors.ARCHIVE,
)  # fmt: skip
"""What any operation may answer instead."""
OPEN = tuple(kind for kind in ALWAYS if kind not in {errors.NO_KEY, errors.ARCHIVE})
"""The same of those that look nothing up."""
OF_BODIES = (errors.TOO_SLOW, errors.TOO_LARGE)
"""What any operation that takes a body may answer besides."""
ETAG: Schema = {
    "ETag": {"description": "of this state; send it back as `If-None-Match`", "schema": {"type": "string"}},
}
NEXT: Schema = {
    "Link": {"description": 'the address of the next page, as `rel="next"`', "schema": {"type": "string"}},
}
LOCATION: Schema = {
    "Location": {"description": "its address", "schema": {"type": "string", "format": "uri-reference"}},
}
UNCHANGED = "Nothing changed since the reply whose ETag was sent."
KNOWN: Schema = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "ETags of replies that are at hand.",
    "schema": {"type": "string"},
}


def operation(  # noqa: PLR0913  # a route is declared by all that is said of it
    name: str,
    summary: str,
    shape: str,
    *,
    scope: Scope | None,
    status: int = 200,
    says: str = "",
    headers: Schema | None = None,
    fails: tuple[Kind, ...] = (),
    content: Mapping[str, Schema] | None = None,
    tagged: bool = False,
    **extra: Any,  # noqa: ANN401  # what OpenAPI says of an operation
) -> dict[str, Any]:
    """What a route is given beside its address.

    Args:
        name: the operation's id.
        summary: what it does, in a line.
        shape: of the reply, by its name among the components.
        scope: what the caller's key must allow; with None it is open to all.
        status: of success.
        says: what the reply is.
        headers: of the reply.
        fails: the kinds of problems that it may answer beside those of every operation.
        content: the reply by media type, where it is not JSON of a shape.
        tagged: whether the reply has an ETag and need not be sent twice.
        extra: further keys of the operation in the OpenAPI document.
    """
    given = content if content is not None else {"application/json": reference(shape)}
    success: dict[str, Any] = {
        "description": says or summary,
        "headers": {**(ETAG if tagged else {}), **(headers or {})},
    }
    success["content"] = {media: {"schema": schema} for media, schema in given.items()}
    responses: dict[int | str, dict[str, Any]] = {status: success}
    if tagged:
        responses[304] = {"description": UNCHANGED, "headers": ETAG}
        extra["parameters"] = [*extra.get("parameters", ()), KNOWN]
    responses |= problems((*(ALWAYS if scope is not None else OPEN), *fails))
    return {
        "operation_id": name,
        "summary": summary,
        "status_code": status,
        "response_class": Response,
        "responses": responses,
        "dependencies": [Depends(only_known), *([needs(scope)] if scope is not None else [])],
        "openapi_extra": {"security": security(scope), **extra},
    }


def reference(shape: str) -> Schema:
    """A shape by its name among the components."""
    return {"$ref": f"#/components/schemas/{shape}"}


def security(scope: Scope | None) -> list[dict[str, list[str]]]:
    """A key with the scope; for reading none, where the server listens on this machine alone."""
    if scope is None:
        return []
    given: list[dict[str, list[str]]] = [{"key": [scope.value]}, {"session": [scope.value]}]
    return [*given, {}] if scope is Scope.READ else given


def problems(kinds: tuple[Kind, ...]) -> dict[int | str, dict[str, Any]]:
    """The replies that tell these problems, by status."""
    found: dict[int | str, dict[str, Any]] = {}
    for kind in sorted(dict.fromkeys(kinds), key=lambda each: each.status):
        told = found.get(kind.status)
        description = f"{told['description']} Or: {kind.title}." if told else f"{kind.title}."
        found[kind.status] = {
            "description": description,
            "content": {errors.MEDIA_TYPE: {"schema": reference("problem_details")}},
        }
    return found
