"""Documents removed with all that rests on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from rashomon.core import Given, content_id
from rashomon.stores import rows
from rashomon.stores.encoding import text_of
from rashomon.stores.sql import fingerprints
from rashomon.stores.sql import tables as t


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What was removed: ids of documents and their lines as texts; `stories` as their columns have them."""

    documents: frozenset[str]
    lines: frozenset[str]
    stories: frozenset[str]


def removed(connection: sa.Connection, lines: Sequence[str]) -> Gone:
    """Remove every version of some lines (as their columns have them), and all that rests on these."""
    c, run = t.documents.c, connection.execute
    rest = run(sa.select(c.document, c.version, c.original).where(c.line.in_(lines))).all()
    documents = {row.document for row in rest}
    versions = {row.version for row in rest}
    originals = {row.original for row in rest if row.original is not None}
    stories = set(run(sa.select(t.members.c.story).where(t.members.c.document.in_(documents))).scalars())
    run(t.accounts.delete().where(t.accounts.c.story.in_(stories)))
    run(t.members.delete().where(t.members.c.document.in_(documents)))
    run(t.placements.delete().where(t.placements.c.document.in_(documents)))
    run(t.copies.delete().where(sa.or_(t.copies.c.origin.in_(documents), t.copies.c.copy.in_(documents))))
    originals |= _unlogged(
        connection,
        sa.or_(t.log.c.version.in_(versions), t.log.c.place.in_([content_id("line", text_of(line)) for line in lines])),
    )
    run(t.documents.delete().where(c.line.in_(lines)))
    _unquote(connection, documents)
    numbers = run(sa.select(t.taken.c.number).where(t.taken.c.document.in_(documents))).scalars().all()
    fingerprints.remove(connection, numbers)
    run(t.taken.delete().where(t.taken.c.number.in_(numbers)))
    used = set(run(sa.select(c.original).where(c.original.in_(originals))).scalars())
    used |= set(run(sa.select(t.log.c.original).where(t.log.c.original.in_(originals))).scalars())
    run(t.originals.delete().where(t.originals.c.id.in_(originals - used)))
    return Gone(
        documents=frozenset(map(text_of, documents)), lines=frozenset(map(text_of, lines)), stories=frozenset(stories)
    )


def _unquote(connection: sa.Connection, documents: set[str]) -> None:
    """Blank the words that decisions keep of them (given as their columns have them); they are no longer kept."""
    about = sa.select(t.decided.c.decision).where(t.decided.c.document.in_(documents))
    names = set(map(text_of, documents))
    for row in connection.execute(sa.select(t.decisions).where(t.decisions.c.id.in_(about))).mappings().all():
        decision = rows.decision_of(row)
        blank = decision.without_words_of(names)
        if blank != decision:
            body = rows.decision_row(blank)["body"]
            connection.execute(t.decisions.update().where(t.decisions.c.number == row["number"]).values(body=body))


def _unlogged(connection: sa.Connection, named: sa.ColumnElement[bool]) -> set[Any]:
    """Blank what the log tells of them, and give the ids of the originals it named."""
    originals = set()
    for row in connection.execute(sa.select(t.log).where(named)).mappings().all():
        originals.add(row["original"])
        blank = replace(
            rows.seen_of(row), address="", via=None, given=Given(), original=None, version=None, problem=None
        )
        connection.execute(t.log.update().where(t.log.c.number == row["number"]).values(**rows.seen_row(blank)))
    return originals - {None}
