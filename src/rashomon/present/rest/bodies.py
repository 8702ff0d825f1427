"""What is sent: documents as JSON, JSON lines, files of a form or one file, read whole and bounded before any work.

JSON is held to its declared shape, and what does not fit it is refused. In JSON lines and files, which others made, one
bad document never loses the rest: it becomes a problem of the answer.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeAlias, TypeVar

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, Field, StrictInt, TypeAdapter
from starlette.concurrency import run_in_threadpool

from rashomon.present.exports.encoding import line
from rashomon.present.exports.schema_parts import Schema
from rashomon.present.rest import bounds
from rashomon.present.rest.errors import MALFORMED, NOT_UNDERSTOOD, TOO_LARGE, ApiError
from rashomon.present.rest.received import (
    JSON,
    REFERENCES,
    body_of,
    bounded,
    media_of,
    not_taken,
    parsed,
    schemas_of,
)
from rashomon.present.server.tasks import Upload

if TYPE_CHECKING:
    from starlette.datastructures import FormData

FORM = "multipart/form-data"
LINES = ("application/x-ndjson", "application/jsonl", "application/jsonlines")
FILES = ("text/plain", "text/html", "application/octet-stream")
"""One file, of whatever kind `rashomon add` reads."""
Text: TypeAlias = Annotated[str, Field(max_length=bounds.TEXT_CHARS)]
Short: TypeAlias = Annotated[str, Field(max_length=bounds.NAME_CHARS)]
Name: TypeAlias = Annotated[str, Field(min_length=1, max_length=bounds.NAME_CHARS, pattern=bounds.PLAIN)]
Address: TypeAlias = Annotated[str, Field(min_length=9, max_length=2000, pattern=r"^[hH][tT][tT][pP][sS]?://[^\x00]+$")]
Sentence: TypeAlias = Annotated[str, Field(min_length=1, max_length=bounds.SENTENCE_CHARS, pattern=bounds.PLAIN)]


class GivenDocument(BaseModel):
    """A report as a line of JSON has it; only its text is needed. What `rashomon clean` prints is one."""

    model_config = ConfigDict(extra="allow")

    text: Text
    id: Annotated[str, Field(min_length=1, max_length=bounds.NAME_CHARS)] | StrictInt | None = None
    headline: Annotated[str, Field(max_length=bounds.NAME_CHARS * 10)] | None = None
    outlet: Short | None = None
    published_at: Annotated[str, Field(max_length=100, examples=["2031-05-30T06:10:00+00:00"])] | None = None
    address: Annotated[str, Field(max_length=2000)] | None = None
    language: Annotated[str, Field(max_length=35)] | None = None


Documents: TypeAlias = Annotated[list[GivenDocument], Field(max_length=bounds.MOST_DOCUMENTS)]


class GivenDocuments(BaseModel):
    """Reports to give an account of."""

    model_config = ConfigDict(extra="forbid")

    documents: Annotated[Documents, Field(min_length=1)]


class Addition(BaseModel):
    """Reports to take into the archive: their words, or addresses that are fetched."""

    model_config = ConfigDict(extra="forbid")

    documents: Documents = []
    addresses: Annotated[list[Address], Field(max_length=bounds.MOST_ADDRESSES)] = []


class ToCheck(BaseModel):
    """A sentence, and the reports to hold it against: sent along, or those of a story of the archive."""

    model_config = ConfigDict(extra="forbid")

    claim: Sentence
    also: Annotated[list[Sentence], Field(max_length=bounds.MOST_ALSO)] = []
    documents: Documents = []
    story: Name | None = None


ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent(Generic[ModelT]):
    """A body: files and lines as `uploads`, and the JSON object where it was one."""

    uploads: tuple[Upload, ...] = ()
    given: ModelT | None = None


def sent_as(model: type[ModelT], *, files: bool) -> Callable[[Request], Awaitable[Sent[ModelT]]]:
    """A dependency that reads the body.

    Args:
        model: what a JSON body must be.
        files: whether lines, forms and files are taken too.
    """
    shape = TypeAdapter(model)

    def read_json(octets: bytes) -> Sent[ModelT]:
        given = parsed(shape, octets)
        return Sent(given=given, uploads=uploads_of(getattr(given, "documents", ())))

    async def read(request: Request) -> Sent[ModelT]:
        media = media_of(request)
        if media == JSON:
            return await run_in_threadpool(read_json, await body_of(request))
        if files and media == FORM:
            return Sent(uploads=await _of_form(request))
        if files and (media in LINES or media in FILES):
            octets = await body_of(request)
            if not octets.strip():
                raise ApiError(NOT_UNDERSTOOD, "the body is empty")
            if media in LINES and octets.count(b"\n") > bounds.MOST_DOCUMENTS:
                raise ApiError(TOO_LARGE, f"at most {bounds.MOST_DOCUMENTS} lines at once")
            return Sent(uploads=(Upload(name="body", octets=octets),))
        raise not_taken(media, (JSON, *((*LINES, FORM, *FILES) if files else ())))

    return read


def uploads_of(documents: Any) -> tuple[Upload, ...]:  # noqa: ANN401  # those of any of the bodies
    """The documents of a JSON body as JSON lines, each of which says itself what it is."""
    if not documents:
        return ()
    octets = b"".join(line(each.model_dump(exclude_none=True)) for each in documents)
    return (Upload(name="documents.jsonl", octets=octets),)


async def _of_form(request: Request) -> tuple[Upload, ...]:
    """The files of a form, whatever their fields are called.

    Raises:
        ApiError: there are none, too many, or they are too long together.
    """
    from starlette.formparsers import MultiPartException, MultiPartParser

    parser = MultiPartParser(
        request.headers,
        bounded(request),
        max_files=bounds.MOST_DOCUMENTS,
        max_fields=bounds.FORM_FIELDS,
        max_part_size=bounds.BODY_BYTES,
    )
    try:
        form = await parser.parse()
    except MultiPartException as error:
        raise ApiError(MALFORMED, f"the form cannot be read: {error.message}"[:300]) from error
    except (KeyError, UnicodeError, ValueError) as error:
        raise ApiError(MALFORMED, "the form cannot be read: its parts are not as its boundary says") from error
    try:
        return await _files_of(form)
    finally:
        await form.close()


async def _files_of(form: FormData) -> tuple[Upload, ...]:
    found: list[Upload] = []
    for _, value in form.multi_items():
        if isinstance(value, str):
            octets, name = value.encode("utf-8", "replace"), "text"
        else:
            octets, name = await value.read(), value.filename or "file"
        if octets.strip():
            found.append(Upload(name=name[:255], octets=octets))
    if not found:
        raise ApiError(NOT_UNDERSTOOD, "the form has no file, and no field with words in it")
    return tuple(found)


def request_body(model: type[BaseModel], *, files: bool, example: Any) -> Schema:  # noqa: ANN401  # any JSON
    """What the OpenAPI document says of such a body."""
    content: Schema = {
        JSON: {"schema": {"$ref": REFERENCES.format(model=model.__name__)}, "example": example},
    }
    if files:
        lines = {"description": "A document a line, each as `GivenDocument`."}
        one = {"description": "A report, or a file of many: whatever `rashomon add` reads."}
        several = {"type": "object", "additionalProperties": {"type": "string", "format": "binary"}, "minProperties": 1}
        content |= {media: {"schema": lines} for media in LINES}
        content |= {FORM: {"schema": several}} | {media: {"schema": one} for media in FILES}
    return {"required": True, "content": content}


BODIES: Mapping[str, Schema] = schemas_of(
    {model.__name__: TypeAdapter(model) for model in (GivenDocuments, Addition, ToCheck)}
)
"""The shapes of these bodies, as they stand in the OpenAPI document."""

SentDocuments: TypeAlias = Annotated[Sent[GivenDocuments], Depends(sent_as(GivenDocuments, files=True))]
SentAddition: TypeAlias = Annotated[Sent[Addition], Depends(sent_as(Addition, files=True))]
SentToCheck: TypeAlias = Annotated[Sent[ToCheck], Depends(sent_as(ToCheck, files=False))]
