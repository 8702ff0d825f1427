"""Rows of streams in the tables: bytes under a name and a key, of any size that a page in memory may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import sqlalchemy as sa

from rashomon.stores.encoding import handle, nameable, squeezed, text_of, whole
from rashomon.stores.sql import statements
from rashomon.stores.sql import tables as t

AT_ONCE_BYTES = 16_000_000
"""So many bytes are fetched at once, or one row that is larger."""
AT_ONCE = 500

_c = t.streams.c
_OWN = _c.name == sa.bindparam("own")
_KEYS = _c.key.in_(sa.bindparam("keys", expanding=True))
_DELETE = t.streams.delete().where(_OWN, _KEYS)
_ROW = sa.select(_c.body).where(_OWN, _c.key == sa.bindparam("of"))
_SIZES = sa.select(_c.key, sa.func.length(_c.body)).where(_OWN).order_by(_c.key)
_ROWS = sa.select(_c.key, _c.body).where(_OWN, _KEYS).order_by(_c.key)


def keep(connection: sa.Connection, name: str, rows: Mapping[str, bytes | None]) -> None:
    """See `Writer.keep_stream`."""
    own = handle(nameable(name))
    for keys in _together((nameable(key), len(octets or b"")) for key, octets in rows.items()):
        connection.execute(_DELETE, {"own": own, "keys": [handle(key) for key in keys]})
        new = [(handle(key), octets) for key in keys if (octets := rows[key]) is not None]
        if new:
            made = [{"name": own, "key": key, "body": squeezed(octets)} for key, octets in new]
            connection.execute(statements.insert(t.streams), made)


def rows(connection: sa.Connection, name: str) -> Iterator[tuple[str, bytes]]:
    """See `View.stream`."""
    sizes = [(key, size) for key, size in connection.execute(_SIZES, {"own": handle(name)})]
    for keys in _together(sizes):
        for key, body in connection.execute(_ROWS, {"own": handle(name), "keys": keys}):
            yield text_of(key), whole(body)


def row(connection: sa.Connection, name: str, key: str) -> bytes | None:
    """See `View.stream_row`."""
    body = connection.execute(_ROW, {"own": handle(name), "of": handle(key)}).scalar()
    return None if body is None else whole(body)


def _together(sizes: Iterable[tuple[str, int]]) -> Iterator[list[str]]:
    """Keys whose rows are written or fetched at once."""
    some: list[str] = []
    held = 0
    for key, size in sizes:
        if some and (held + size > AT_ONCE_BYTES or len(some) == AT_ONCE):
            yield some
            some, held = [], 0
        some.append(key)
        held += size
    if some:
        yield some
