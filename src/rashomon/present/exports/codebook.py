"""The codebook of the tables: as Markdown for people, as the description of a data package for programs."""

from __future__ import annotations

from rashomon.present.exports.contract import Row
from rashomon.present.exports.encoding import indented
from rashomon.present.exports.excerpts import EXCERPT_CHARS
from rashomon.present.exports.tables_declared import TABLES, Table

MARKDOWN, PACKAGE = "codebook.md", "datapackage.json"
"""The names of its files."""
INTRODUCTION = f"""\
# Codebook

Each table is a file. A row of one joins with a row of another by the columns named under *joins*. Ids of claims,
utterances and origins are unique within their story, so that they join together with `story`.

- A **place** is the stretch from `start` up to, but not including, `end`, counted in Unicode code points of the
  document's text, or of its headline where `part` says so.
- A **status** is what a passage says of a claim, never whether it is true.
- Words are excerpts: what is longer than {EXCERPT_CHARS} characters is cut, with an ellipsis. With full texts
  it is whole.
- An empty cell means that nothing is known or that there is nothing.
- Several values of a cell are parted by a semicolon and a blank.
- Times are ISO 8601, in UTC.
- In CSV a text that a spreadsheet would run as a formula has an apostrophe in front, and characters that steer a
  terminal are shown instead of kept. Parquet holds all words as they are; only half a surrogate pair is U+FFFD there.
"""


def markdown() -> bytes:
    """The codebook for people."""
    parts = [INTRODUCTION]
    for table in TABLES:
        joins = "".join(
            f"- joins `{other}` by {_named(columns)}" + (f" = {_named(theirs)}" if columns != theirs else "") + "\n"
            for columns, other, theirs in table.refers
        )
        lines = "".join(f"| `{c.name}` | {c.holds.value} | {c.means} |\n" for c in table.columns)
        parts.append(
            f"## {table.name}\n\nA row is {table.row}.\n\n- key: {_named(table.key)}\n{joins}\n"
            f"| column | holds | means |\n| --- | --- | --- |\n{lines}"
        )
    return "\n".join(parts).encode()


def package(suffix: str) -> bytes:
    """The description of the package (Data Package v1): a resource a table, with its Table Schema.

    Args:
        suffix: of the files: `csv` or `parquet`.
    """
    row: Row = {
        "profile": "data-package",
        "name": "rashomon-tables",
        "title": "Tables of a Rashomon account",
        "resources": [_resource(table, suffix) for table in TABLES],
    }
    return indented(row)


def _resource(table: Table, suffix: str) -> Row:
    fields = [{"name": c.name, "type": c.holds.value, "description": c.means} for c in table.columns]
    foreign: list[Row] = [
        {"fields": list(columns), "reference": {"resource": other, "fields": list(theirs)}}
        for columns, other, theirs in table.refers
    ]
    return {
        "name": table.name,
        "path": f"{table.name}.{suffix}",
        "description": f"A row is {table.row}.",
        "format": suffix,
        "schema": {
            "fields": fields,
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": foreign,
        },
    }


def _named(columns: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in columns)
