"""Documents taken into the tables: which version of its line a text is, and which one is current then."""

from __future__ import annotations

from dataclasses import replace

import sqlalchemy as sa

from rashomon.stores import rows
from rashomon.stores.encoding import handle
from rashomon.stores.facts import Added, Taken, Version
from rashomon.stores.sql import statements
from rashomon.stores.sql import tables as t
from rashomon.stores.sql.settling import touch

_c = t.documents.c
_KNOWN = sa.select(*(_c[name] for name in ("version", "document", "line", "number", "current", "made_by"))).where(
    sa.or_(_c.line == sa.bindparam("first"), _c.document == sa.bindparam("second"))
)
"""What is known of a line and of a document's id."""


def add(connection: sa.Connection, version: Version) -> Added:
    """Take a version in.

    Args:
        connection: of the writer.
        version: as it would be, the first and only one of its line; `current` where it may become the current one.
    """
    own, document = handle(version.line), handle(version.document.id)
    known = list(connection.execute(_KNOWN, {"first": own, "second": document}).mappings())
    before = next((row for row in known if row["current"] and row["line"] == own), None)
    same = next((row for row in known if row["version"] == version.id), None)
    if same is not None:
        return _again(connection, same, version, before)
    if any(row["line"] != own for row in known):
        return Added(taken=Taken.ID_TAKEN, version=None)
    number = 1 + max((row["number"] for row in known), default=0)
    version = replace(version, number=number, current=version.current or before is None)
    if before is not None and version.current:
        _pass_on(connection, before, document)
    statements.write(connection, t.documents, rows.version_row(version, lambda wanted: _free_key(connection, wanted)))
    _note(connection, version, known=any(row["document"] == document for row in known))
    return Added(taken=Taken.VERSION if known else Taken.NEW, version=version.id)


def _again(connection: sa.Connection, row: sa.RowMapping, told: Version, before: sa.RowMapping | None) -> Added:
    """The same words: nothing to do, unless another cleaning sorted them, or their line returns to them."""
    returns = told.current and before is not None and not row["current"]
    if row["made_by"] == handle(told.made_by) and not returns:
        return Added(taken=Taken.AGAIN, version=row["version"])
    kept = rows.version_of(_whole(connection, row["version"]))
    resorted = kept.made_by != told.made_by and kept.document != told.document
    new = replace(kept, made_by=told.made_by, current=kept.current or returns)
    if resorted:
        new = replace(new, document=told.document)
    made = rows.version_row(new, lambda wanted: wanted)
    if returns and before is not None:
        _pass_on(connection, before, row["document"])
        _note(connection, told, known=True)
    changed = ("made_by", "current", "words", "body", "language", "headline")
    own = _c.version == row["version"]
    statements.change(connection, t.documents, own, **{name: made[name] for name in changed})
    if resorted:
        statements.erase(connection, t.readings.c.version, row["version"])
        touch(connection, {row["document"]})
    taken = Taken.RETURNED if returns else Taken.RECLEANED if resorted else Taken.AGAIN
    return Added(taken=taken, version=row["version"])


def _whole(connection: sa.Connection, version: str) -> sa.RowMapping:
    return connection.execute(statements.by(_c.version), {statements.VALUE: version}).mappings().one()


def _pass_on(connection: sa.Connection, before: sa.RowMapping, document: str) -> None:
    """The version before is not current any more; what rests on it or on the new document is of what has changed."""
    statements.change(connection, t.documents, _c.version == before["version"], current=False, words="")
    touch(connection, {before["document"], document})


def _note(connection: sa.Connection, version: Version, *, known: bool) -> None:
    """Note when a document was taken in; one that is new is the last in the order."""
    document, seen_at = handle(version.document.id), rows.stamp(version.seen_at)
    if known:
        statements.change(connection, t.taken, t.taken.c.document == document, seen_at=seen_at)
    else:
        statements.write(connection, t.taken, {"document": document, "seen_at": seen_at})


def _free_key(connection: sa.Connection, wanted: int) -> int:
    while statements.has(connection, _c.key, wanted):
        wanted += 1
    return wanted
