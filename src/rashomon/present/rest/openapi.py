"""The OpenAPI 3.1 document of the API, made of what the routes declare and of the published shapes."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from rashomon import __version__
from rashomon.present.rest import bodies, deciding, keys
from rashomon.present.rest.addresses import PREFIX
from rashomon.present.rest.shapes import components
from rashomon.present.server.sessions import COOKIE

TITLE = "Rashomon"
DESCRIPTION = """\
Reports of an archive, and what is told in them: who said what, each claim with the status that each outlet gives it,
and the independent origins it rests on.

Pages have `results`, the latest first, and `before`: given again as a parameter it goes on from there, and it is null
at the end. Offsets are half-open and count Unicode code points. Unknown values are null. Faults are
`application/problem+json` (RFC 9457). Keys may be added to any object; those that are here keep their meaning.
"""
TAGS = (
    ("stories", "What happened: stories, their accounts, and how these change."),
    ("told", "What is told: claims, words said, figures, and outlets."),
    ("documents", "Reports, what was read in them, and their versions."),
    ("work", "What people decide about the archive."),
    ("adding", "Reports into the archive, and the jobs that follow."),
    ("given", "Reports that are sent along and not kept: an account of them, or a sentence held against them."),
    ("exports", "Stories in the forms of other programs."),
    ("keys", "Who may do what."),
    ("problems", "What the kinds of problems mean."),
)
SECURITY = {
    "key": {"type": "http", "scheme": "bearer", "description": "A key of the archive; `rashomon keys` makes one."},
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": COOKIE,
        "description": "What `/enter` gives a browser for a key.",
    },
}

SAID = frozenset({"description", "title"})
"""What a parameter says beside its schema, and need not say in it."""


def openapi_of(app: FastAPI) -> dict[str, Any]:
    """The document; made once, since the routes do not change."""
    if app.openapi_schema is None:
        made = get_openapi(
            title=TITLE,
            version=__version__,
            openapi_version="3.1.0",
            description=DESCRIPTION,
            routes=app.routes,
            tags=[{"name": name, "description": says} for name, says in TAGS],
            license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        )
        made["paths"] = {path: _mended(own) for path, own in made["paths"].items() if path.startswith(PREFIX)}
        own = made.setdefault("components", {}).get("schemas", {})
        made["components"] = {
            "schemas": {**own, **bodies.BODIES, **deciding.BODIES, **keys.BODIES, **components()},
            "securitySchemes": SECURITY,
        }
        made["jsonSchemaDialect"] = "https://json-schema.org/draft/2020-12/schema"
        app.openapi_schema = made
    return app.openapi_schema


def _mended(operations: dict[str, Any]) -> dict[str, Any]:
    """The operations of an address, with parameters as they can be sent: a text in an address is never null."""
    for operation in operations.values():
        for parameter in operation.get("parameters", ()):
            schema = parameter["schema"]
            choices = [each for each in schema.get("anyOf", ()) if each.get("type") != "null"]
            own = choices[0] if len(choices) == 1 else {}
            rest = {key: value for key, value in schema.items() if not (own and key == "anyOf")}
            parameter["schema"] = {**own, **{key: value for key, value in rest.items() if key not in SAID}}
    return operations
