"""What the published JSON Schemas are put together from."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
FLAG: Schema = {"type": "boolean"}
TEXTS: Schema = {"type": "array", "items": TEXT}
OFFSET_TIME: Schema = {"type": "string", "format": "date-time"}


def one_of(*words: str) -> Schema:
    """One of these words."""
    return {"type": "string", "enum": list(words)}


def or_null(schema: Schema) -> Schema:
    """The same, or nothing known."""
    return {"anyOf": [schema, {"type": "null"}]}


def list_of(schema: Schema) -> Schema:
    """Any number of the same."""
    return {"type": "array", "items": schema}


def object_of(*, may: Schema | None = None, **keys: Schema) -> Schema:
    """An object with all of `keys`, and perhaps the keys of `may`; a trailing underscore is not of the name."""
    named = {key.rstrip("_"): schema for key, schema in keys.items()}
    return {"type": "object", "required": list(named), "properties": named | (may or {})}


def ref(name: str) -> Schema:
    """A definition of this name."""
    return {"$ref": f"#/$defs/{name}"}


IN: Schema = {"in": {"const": "headline", "description": "the place counts in `headline`, not in `text`"}}
PLACE: Schema = {"start": COUNT, "end": COUNT}
STATUS = one_of("done", "underway", "planned", "proposed", "threatened", "refused", "denied", "alleged", "possible") | {
    "description": "what the passage says of the claim; never whether it is true"
}
STANDING = one_of("agreed", "disputed", "denied", "single")
FORM = one_of("direct", "block", "mixed", "indirect", "headline")
KIND = one_of("person", "body", "place", "people", "thing")
NUMBER: Schema = {"type": ["number", "null"]}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
