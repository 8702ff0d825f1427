"""The shapes that the API alone has, in the words of the published schemas; the others are those of `exports`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rashomon.core import DecisionKind
from rashomon.present.exports import schema, schema_answers
from rashomon.present.exports.schema_answers import BEFORE, TIME
from rashomon.present.exports.schema_parts import (
    COUNT,
    IN,
    MAYBE_TEXT,
    OFFSET_TIME,
    PLACE,
    TEXT,
    TEXTS,
    Schema,
    list_of,
    object_of,
    one_of,
    or_null,
    ref,
)
from rashomon.present.rest.errors import KINDS
from rashomon.present.server.access import Scope
from rashomon.present.server.jobs import JobState

COUNTED: Schema = {"type": "object", "additionalProperties": COUNT}
STATUS: Schema = {"type": "integer", "minimum": 400, "maximum": 599}
REFERENCE: Schema = {"type": "string", "format": "uri-reference"}


def _page(result: str) -> Schema:
    return object_of(results=list_of(ref(result)), before=BEFORE)


DEFINITIONS: Mapping[str, Schema] = {
    "problem_details": object_of(
        type=REFERENCE | {"description": "the address of what this kind of problem means"},
        title=TEXT,
        status=STATUS,
        detail=TEXT,
        may={
            "errors": list_of(object_of(in_=TEXT, name=TEXT, message=TEXT))
            | {"description": "the places of the request that are not as documented"}
        },
    )
    | {"description": "RFC 9457"},
    "problem_kind": object_of(type=REFERENCE, name=one_of(*KINDS), status=STATUS, title=TEXT, says=TEXT),
    "problem_kinds": _page("problem_kind"),
    "archived_document": {
        "allOf": [ref("document"), object_of(version=TEXT, story=MAYBE_TEXT)],
        "description": "a document, with the id of its current version and that of the story that it is in",
    },
    "decision": object_of(
        id=TEXT,
        kind=one_of(*DecisionKind),
        by=TEXT,
        at=OFFSET_TIME,
        reason=TEXT,
        documents=TEXTS,
        places=list_of(object_of(document=TEXT, **PLACE, words=MAYBE_TEXT, may=IN)),
        names=TEXTS,
        ended=or_null(object_of(by=TEXT, at=OFFSET_TIME, reason=TEXT)),
        state=object_of(
            code=one_of(
                "in-effect",
                "note",
                "ended",
                "not-laid",
                "decision-overruled",
                "decision-without-effect",
                "decision-lost",
            ),
            words=TEXT,
            stories=TEXTS,
        )
        | {"description": "what it comes to now"},
    ),
    "decisions": _page("decision"),
    "decided": object_of(decision=ref("decision"), stories=TEXTS, job=or_null(ref("job")))
    | {
        "description": "a decision as it is written now, the stories that it bears on, and the job that follows from it"
    },
    "job": object_of(
        id=TEXT,
        words=TEXT | {"description": "what is to be done"},
        by=TEXT,
        at=OFFSET_TIME,
        state=one_of(*JobState),
        stage=MAYBE_TEXT,
        done=COUNT,
        of=COUNT | {"description": "how many there are of this stage; 0 where that is not known"},
        stories=TEXTS | {"description": "in which the reports are now"},
        summary=or_null(ref("summary")),
        problems=list_of(ref("problem")),
        fault=MAYBE_TEXT | {"description": "why it failed"},
    ),
    "summary": object_of(taken=COUNTED, set_aside=COUNTED, read=COUNT, placed=COUNT, accounts=COUNT)
    | {"description": "what became of an intake, as `rashomon add --format json` tells it"},
    "jobs": _page("job"),
    "key": object_of(
        id=TEXT | {"description": "the part of the key that is no secret"},
        name=TEXT,
        scopes=list_of(one_of(*Scope)),
        made_at=OFFSET_TIME,
        made_by=TEXT,
        until=TIME | {"description": "when it ends by itself"},
        ended_at=TIME,
        ended_by=MAYBE_TEXT,
        used_at=TIME | {"description": "when it was used last, as far as was noted"},
    ),
    "new_key": object_of(
        key=TEXT | {"description": "to be sent as a bearer token; told this once, and kept nowhere"}, of=ref("key")
    ),
    "keys": _page("key"),
    "change": object_of(story=TEXT, revision=or_null(COUNT), at=OFFSET_TIME),
}
"""By the name under which each stands in the OpenAPI document."""


def components() -> dict[str, Schema]:
    """Every shape under its name, with references as OpenAPI has them."""
    every = {**schema.DEFINITIONS, **schema_answers.DEFINITIONS, **DEFINITIONS}
    return {name: _referring(shape) for name, shape in sorted(every.items())}


def _referring(part: Any) -> Any:  # noqa: ANN401  # any part of a schema
    """The same schema, referring to what stands under `components`."""
    if isinstance(part, dict):
        return {
            key: value.replace("#/$defs/", "#/components/schemas/") if key == "$ref" else _referring(value)
            for key, value in part.items()
        }
    return [_referring(each) for each in part] if isinstance(part, list) else part
