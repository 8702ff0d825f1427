"""What is asked of many documents at once, in a few statements."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from rashomon.core import Decision, Placement
from rashomon.stores import account_rows, rows
from rashomon.stores.encoding import handle, head, text_of
from rashomon.stores.facts import KeptCopy, KeptReading, KeptStory, Outline, Version
from rashomon.stores.sql import statements
from rashomon.stores.sql import tables as t

_THOSE = "those"
_d, _m = t.documents.c, t.members.c


def _among(name: sa.Column[Any]) -> sa.ColumnElement[bool]:
    return name.in_(sa.bindparam(_THOSE, expanding=True))


_ranked = (
    sa.select(
        _d.key,
        sa.func.row_number()
        .over(partition_by=_d.document, order_by=(_d.current.desc(), _d.number.desc()))
        .label("rank"),
    )
    .where(_among(_d.document))
    .subquery()
)
_NEWEST = sa.select(t.documents).join(_ranked, _ranked.c.key == _d.key).where(_ranked.c.rank == 1)
"""The version that each document's id stands for."""
_BY_OUTLET = sa.select(_d.line, _d.body).where(_d.outlet == sa.bindparam("outlet"))
_READINGS = sa.select(t.readings).where(_among(t.readings.c.version))
_COPIES = sa.select(t.copies).where(_among(t.copies.c.origin))
_OF_COPIES = sa.select(t.copies).where(_among(t.copies.c.copy))
_PLACEMENTS = sa.select(t.placements).where(_among(t.placements.c.document))
_DECISIONS = (
    sa.select(t.decisions)
    .where(t.decisions.c.id.in_(sa.select(t.decided.c.decision).where(_among(t.decided.c.document))))
    .order_by(t.decisions.c.number)
)
_ACCOUNTS = sa.select(t.accounts).where(_among(t.accounts.c.story))
_STANDINGS = (
    sa.select(
        t.claims.c.story,
        t.claims.c.standing,
        sa.func.count().label("number"),
        sa.func.max(t.claims.c.origins).label("origins"),
    )
    .where(_among(t.claims.c.story))
    .group_by(t.claims.c.story, t.claims.c.standing)
)
_OWN = sa.select(_m.document, _m.story).where(_among(_m.document))
_STORIES = sa.select(t.stories).where(_among(t.stories.c.id))
_MEMBERS = sa.select(_m.story, _m.document).where(_among(_m.story)).order_by(_m.story, _m.position)


def lines_by(connection: sa.Connection, outlet: str) -> set[str]:
    """See `View.lines_by`: the column has only the head of a name, the body the whole."""
    found = connection.execute(_BY_OUTLET, {"outlet": head(outlet)}).mappings()
    return {text_of(row["line"]) for row in found if rows.document_of(row).outlet == outlet}


def newest(connection: sa.Connection, documents: Collection[str]) -> dict[str, Version]:
    """See `View.newest_of`."""
    found = {text_of(row["document"]): rows.version_of(row) for row in _each(connection, _NEWEST, documents)}
    return {name: found[name] for name in documents if name in found}


def readings(connection: sa.Connection, versions: Collection[str]) -> dict[str, KeptReading]:
    """See `View.readings_of`."""
    found = {row["version"]: rows.reading_of(row) for row in _each(connection, _READINGS, versions)}
    return {name: found[name] for name in versions if name in found}


def copies(connection: sa.Connection, documents: Collection[str]) -> tuple[KeptCopy, ...]:
    """See `View.copies_among`."""
    names = {handle(document) for document in documents}
    return _in_order(row for row in _each(connection, _COPIES, documents) if row["copy"] in names)


def copies_of(connection: sa.Connection, documents: Collection[str]) -> dict[str, tuple[KeptCopy, ...]]:
    """See `View.copies_of`."""
    own = {handle(document) for document in documents}
    either: dict[str, dict[tuple[str, str], sa.RowMapping]] = {}
    for asked in (_COPIES, _OF_COPIES):
        for row in _each(connection, asked, documents):
            for side in {row["origin"], row["copy"]} & own:
                either.setdefault(side, {})[row["origin"], row["copy"]] = row
    sides = {document: handle(document) for document in documents}
    return {document: _in_order(either[side].values()) for document, side in sides.items() if side in either}


def _in_order(found: Iterable[sa.RowMapping]) -> tuple[KeptCopy, ...]:
    return tuple(map(rows.copy_of, sorted(found, key=lambda row: (row["origin"], row["copy"]))))


def placements(connection: sa.Connection, documents: Collection[str]) -> dict[str, Placement]:
    """See `View.placements_of`."""
    found = [rows.placement_of(row) for row in _each(connection, _PLACEMENTS, documents)]
    by_name = {placement.document: placement for placement in found}
    return {name: by_name[name] for name in documents if name in by_name}


def decisions(connection: sa.Connection, documents: Collection[str]) -> tuple[Decision, ...]:
    """See `View.decisions_about`."""
    found = {row["number"]: row for row in _each(connection, _DECISIONS, documents)}
    return tuple(rows.decision_of(found[number]) for number in sorted(found))


def outlines(connection: sa.Connection, names: Collection[str]) -> dict[str, Outline]:
    """See `View.outlines_of`."""
    standings: dict[str, list[sa.RowMapping]] = {}
    for row in _each(connection, _STANDINGS, names):
        standings.setdefault(row["story"], []).append(row)
    rows_of = _each(connection, _ACCOUNTS, names)
    found = {text_of(row["story"]): account_rows.outline_of(row, standings.get(row["story"], ())) for row in rows_of}
    return {name: found[name] for name in names if name in found}


def stories(connection: sa.Connection, documents: Collection[str]) -> dict[str, KeptStory]:
    """See `View.stories_of`."""
    own = {text_of(row["document"]): row["story"] for row in _each(connection, _OWN, documents)}
    found = named(connection, set(own.values()))
    return {name: found[own[name]] for name in documents if name in own}


def named(connection: sa.Connection, names: Collection[str]) -> dict[str, KeptStory]:
    """Stories by their ids, both as the columns have them."""
    members: dict[str, list[str]] = {}
    for row in _all(connection, _MEMBERS, names):
        members.setdefault(row["story"], []).append(text_of(row["document"]))
    return {row["id"]: rows.story_of(row, members.get(row["id"], ())) for row in _all(connection, _STORIES, names)}


def _each(connection: sa.Connection, asked: sa.Select[Any], names: Collection[str]) -> Iterator[sa.RowMapping]:
    return _all(connection, asked, {handle(name) for name in names})


def _all(connection: sa.Connection, asked: sa.Select[Any], names: Collection[str]) -> Iterator[sa.RowMapping]:
    """The rows of a question about columns' values, so many at a time."""
    for some in statements.batches(sorted(names)):
        yield from connection.execute(asked, {_THOSE: some}).mappings()
