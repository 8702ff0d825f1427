"""Sums over the tables: how much of each there is, from when to when, by whom, and how much room it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from rashomon.stores.encoding import text_of
from rashomon.stores.facts import Counts
from rashomon.stores.sql import tables as t
from rashomon.stores.sql.found import counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallies:
    """What an archive holds, counted; of those by name the most frequent first."""

    counts: Counts
    first_at: datetime | None
    """The earliest time of publishing among current documents; `last_at` the latest."""
    last_at: datetime | None
    outlets: Mapping[str, int]
    """Current documents by outlet; `languages` likewise. Without one, they stand under ``."""
    languages: Mapping[str, int]
    seen: Mapping[str, int]
    """Lines of the log by outcome."""
    set_aside: Mapping[str, int]
    """Those set aside, by the code of the problem."""
    makers: Mapping[str, Mapping[str, int]]
    """For each kind of thing made, the versions that made it."""


def tallies(connection: sa.Connection) -> Tallies:
    """What an archive holds."""
    d = t.documents.c
    current = d.current.is_(True)
    first, last = connection.execute(sa.select(sa.func.min(d.at), sa.func.max(d.at)).where(current)).one()
    aside = t.log.c.outcome == "set-aside"
    made = {"documents": (d.made_by, current), "readings": (t.readings.c.made_by, None),
            "stories": (t.stories.c.made_by, None), "accounts": (t.accounts.c.made_by, None)}  # fmt: skip
    return Tallies(
        counts=counts(connection),
        first_at=None if first is None else datetime.fromisoformat(first),
        last_at=None if last is None else datetime.fromisoformat(last),
        outlets=_by(connection, d.outlet, current),
        languages=_by(connection, d.language, current),
        seen=_by(connection, t.log.c.outcome),
        set_aside=_by(connection, t.log.c.code, aside),
        makers={what: _by(connection, by, where) for what, (by, where) in made.items()},
    )


def _by(
    connection: sa.Connection, column: sa.Column[Any], where: sa.ColumnElement[bool] | None = None
) -> dict[str, int]:
    number = sa.func.count()
    asked = sa.select(column, number).group_by(column).order_by(number.desc(), column)
    rows = connection.execute(asked if where is None else asked.where(where))
    return {"" if name is None else text_of(name): total for name, total in rows}


def size_bytes(connection: sa.Connection) -> int:
    """How much room the archive takes on its disk, with what was written and not yet put in its place."""
    if connection.dialect.name == "sqlite":
        place = Path(next(row[2] for row in connection.exec_driver_sql("PRAGMA database_list") if row[1] == "main"))
        beside = (place, place.with_name(f"{place.name}-wal"))
        return sum(path.stat().st_size for path in beside if path.exists())
    return sum(table_bytes(connection).values())


def table_bytes(connection: sa.Connection) -> dict[str, int]:
    """The room of each table with its indexes, the greatest first; nothing where SQLite does not tell.

    SQLite looks at every page for it, which takes as long as reading the file.
    """
    asked = _ROOM_SQLITE if connection.dialect.name == "sqlite" else _ROOM_POSTGRES
    try:
        with connection.begin_nested():
            found = {name: int(size) for name, size in connection.execute(sa.text(asked))}
    except sa.exc.OperationalError:  # this SQLite was built without its table of pages
        return {}
    sizes: dict[str, int] = {}
    for name, size in found.items():
        own = name.partition("_words")[0] if name.partition("_words")[0] in t.metadata.tables else name
        sizes[own] = sizes.get(own, 0) + size
    return dict(sorted(sizes.items(), key=lambda item: (-item[1], item[0])))


_ROOM_SQLITE = """
SELECT coalesce(m.tbl_name, s.name), sum(s.pgsize) FROM dbstat AS s LEFT JOIN sqlite_master AS m ON m.name = s.name
WHERE s.aggregate = TRUE GROUP BY 1
"""
_ROOM_POSTGRES = """
SELECT c.relname, pg_total_relation_size(c.oid) FROM pg_class AS c
WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
"""
