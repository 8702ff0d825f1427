"""Reads the body of a request, bounded; JSON is parsed and held to its shape in a thread, never beside other requests.

A body is read by a dependency, and those that say who may come are asked before it: who may not has nothing read.
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from typing import Any, TypeVar

from fastapi import Request
from pydantic import TypeAdapter, ValidationError
from starlette.concurrency import run_in_threadpool

from rashomon.present.exports.schema_parts import Schema
from rashomon.present.rest import bounds
from rashomon.present.rest.errors import MALFORMED, TOO_LARGE, WRONG_MEDIA, ApiError

JSON = "application/json"
REFERENCES = "#/components/schemas/{model}"
ShapeT = TypeVar("ShapeT")


def json_of(shape: TypeAdapter[ShapeT], *, most: int = bounds.WORDS_BYTES) -> Callable[[Request], Awaitable[ShapeT]]:
    """A dependency that reads a body of JSON.

    Args:
        shape: what it must be.
        most: so many bytes it has at most.
    """

    async def read(request: Request) -> ShapeT:
        if (media := media_of(request)) != JSON:
            raise not_taken(media, (JSON,))
        octets = await body_of(request, most)
        return await run_in_threadpool(parsed, shape, octets)

    return read


def media_of(request: Request) -> str:
    """The kind of a body, without its parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def not_taken(media: str, taken: tuple[str, ...]) -> ApiError:
    """That a body is of another kind than those that are taken."""
    return ApiError(WRONG_MEDIA, f"the body is {media[:100] or 'of no kind'}; taken are {', '.join(taken)}")


async def body_of(request: Request, most: int = bounds.BODY_BYTES) -> bytes:
    """The body, as far as it may go.

    Raises:
        ApiError: it is longer.
    """
    return b"".join([chunk async for chunk in bounded(request, most)])


async def bounded(request: Request, most: int = bounds.BODY_BYTES) -> AsyncGenerator[bytes, None]:
    """The body as it comes, as far as it may go; one that says that it is longer is not read at all.

    Raises:
        ApiError: it is longer.
    """
    told, length = request.headers.get("content-length", ""), 0
    too_large = ApiError(TOO_LARGE, f"a body has at most {most:,} bytes here")
    if told.isdecimal() and (len(told) > 18 or int(told) > most):
        raise too_large
    async for chunk in request.stream():
        length += len(chunk)
        if length > most:
            raise too_large
        yield chunk


def parsed(shape: TypeAdapter[ShapeT], octets: bytes) -> ShapeT:
    """A JSON body, held to its shape.

    Raises:
        ApiError: it is not JSON.
        RequestValidationError: it is not of that shape.
    """
    from fastapi.exceptions import RequestValidationError

    try:
        value = json.loads(octets)
    except (ValueError, RecursionError) as error:
        raise ApiError(MALFORMED, f"the body is not JSON: {error}"[:300]) from error
    try:
        return shape.validate_python(value)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False, include_context=False)
        raise RequestValidationError([{**each, "loc": ("body", *each["loc"])} for each in found]) from error


def json_body(name: str) -> Schema:
    """What the OpenAPI document says of a body of JSON, by the name of its shape."""
    return {"required": True, "content": {JSON: {"schema": {"$ref": REFERENCES.format(model=name)}}}}


def schemas_of(shapes: Mapping[str, TypeAdapter[Any]]) -> dict[str, Schema]:
    """The shapes of bodies with all that they rest on, by the names under which they stand in the OpenAPI document."""
    made: dict[str, Schema] = {}
    for name, shape in shapes.items():
        schema = shape.json_schema(ref_template=REFERENCES)
        made |= schema.pop("$defs", {})
        made[name] = schema
    return made
