"""Keys in the tables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from rashomon.stores import checked
from rashomon.stores.encoding import column, handle, nameable, text_of
from rashomon.stores.facts import AccessKey
from rashomon.stores.rows import Row, iso, stamp
from rashomon.stores.sql import statements
from rashomon.stores.sql.tables import access_keys

_EVERY = sa.select(access_keys).order_by(access_keys.c.number)


def every(connection: sa.Connection) -> tuple[AccessKey, ...]:
    """All keys, in the order they were made."""
    return tuple(_key_of(row) for row in connection.execute(_EVERY).mappings())


def one(connection: sa.Connection, key: str) -> AccessKey | None:
    """The key of that id."""
    row = statements.one_by(connection, access_keys.c.id, handle(key))
    return None if row is None else _key_of(row)


def keep(connection: sa.Connection, key: AccessKey) -> None:
    """Keep a key, unless it stands there."""
    nameable(key.id)
    if checked.key(key, one(connection, key.id)):
        statements.write(connection, access_keys, _row(key))


def end(connection: sa.Connection, key: str, by: str, at: datetime) -> None:
    """End a key, unless it was ended."""
    known = one(connection, key)
    checked.key_ending(key, by, at, known)
    if known is not None and known.ended_at is None:
        where = access_keys.c.id == handle(key)
        statements.change(connection, access_keys, where, ended_at=stamp(at), ended_by=column(by))


def note(connection: sa.Connection, uses: Mapping[str, datetime]) -> None:
    """Note when keys were used last; the columns sort as the times do."""
    c = access_keys.c
    for key, at in uses.items():
        checked.aware(at, "the time at which a key was used")
        earlier = sa.or_(c.used_at.is_(None), c.used_at < stamp(at))
        statements.change(connection, access_keys, sa.and_(c.id == handle(key), earlier), used_at=stamp(at))


def _row(key: AccessKey) -> dict[str, Any]:
    return {
        "id": handle(key.id),
        "name": column(key.name),
        "digest": key.digest,
        "scopes": " ".join(key.scopes),
        "made_at": stamp(key.made_at),
        "made_by": column(key.made_by),
        "until": iso(key.until),
    }


def _key_of(row: Row) -> AccessKey:
    return AccessKey(
        id=text_of(row["id"]),
        name=text_of(row["name"]),
        digest=row["digest"],
        scopes=tuple(row["scopes"].split()),
        made_at=datetime.fromisoformat(row["made_at"]),
        made_by=text_of(row["made_by"]),
        until=_time_of(row["until"]),
        ended_at=_time_of(row["ended_at"]),
        ended_by=None if row["ended_by"] is None else text_of(row["ended_by"]),
        used_at=_time_of(row["used_at"]),
    )


def _time_of(stamped: str | None) -> datetime | None:
    return None if stamped is None else datetime.fromisoformat(stamped)
