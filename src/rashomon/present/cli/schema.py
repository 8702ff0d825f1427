"""`rashomon schema`: the JSON Schema of what other commands give."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from rashomon.present.cli.edge import Messages, edge


class Shape(StrEnum):
    """What has a published schema."""

    ACCOUNT = "account"
    CHECK = "check"
    CLAIMS = "claims"
    COPY = "copy"
    DOCUMENT = "document"
    DOCUMENTS = "documents"
    FIGURES = "figures"
    OUTLETS = "outlets"
    QUOTES = "quotes"
    READING = "reading"
    SEARCH = "search"
    STORIES = "stories"
    VERSIONS = "versions"


Name = Annotated[Shape, typer.Argument(help="Which shape.", show_default=False)]


def schema(name: Name) -> None:
    """Print the JSON Schema (draft 2020-12) of an account, a check, an answer, or a line of a filter.

    \b
    Examples:
      rashomon schema account
      rashomon schema document > document.schema.json
    """
    from rashomon.present.exports.encoding import indented
    from rashomon.present.exports.schema import schema as schema_of

    with edge(Messages()):
        sys.stdout.buffer.write(indented(schema_of(name.value)))
