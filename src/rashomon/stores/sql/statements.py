"""The statements run for every document, made once: making one takes longer than SQLite takes to run it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

import sqlalchemy as sa

from rashomon.core.batches import batched
from rashomon.stores.encoding import text_of

T = TypeVar("T")
VALUE = "value"
"""The name of the one value that each of them asks for."""
BATCH = 500
"""So many values stand in one statement."""


@cache
def insert(table: sa.Table) -> sa.Insert:
    """A row of a table."""
    return table.insert()


@cache
def there(name: sa.Column[Any]) -> sa.Select[Any]:
    """Whether a column has the value anywhere."""
    return sa.select(sa.literal(1)).where(name == sa.bindparam(VALUE)).limit(1)


@cache
def by(name: sa.Column[Any], *order: sa.Column[Any]) -> sa.Select[Any]:
    """The rows in which a column has the value."""
    return sa.select(name.table).where(name == sa.bindparam(VALUE)).order_by(*order)


@cache
def delete_by(name: sa.Column[Any]) -> sa.Delete:
    """The same rows, removed."""
    return sa.delete(name.table).where(name == sa.bindparam(VALUE))


@cache
def either(first: sa.Column[Any], second: sa.Column[Any], *order: sa.Column[Any]) -> sa.Select[Any]:
    """The rows in which one of two columns has its value (`first`, `second`)."""
    where = sa.or_(first == sa.bindparam("first"), second == sa.bindparam("second"))
    return sa.select(first.table).where(where).order_by(*order)


def has(connection: sa.Connection, name: sa.Column[Any], value: object) -> bool:
    """Whether a column has the value anywhere."""
    return connection.execute(there(name), {VALUE: value}).first() is not None


def one_by(connection: sa.Connection, name: sa.Column[Any], value: object) -> sa.RowMapping | None:
    """A row in which a column has the value."""
    return connection.execute(by(name), {VALUE: value}).mappings().first()


def all_by(
    connection: sa.Connection, name: sa.Column[Any], value: object, *order: sa.Column[Any]
) -> list[sa.RowMapping]:
    """The rows in which a column has the value."""
    return list(connection.execute(by(name, *order), {VALUE: value}).mappings())


def those(connection: sa.Connection, name: sa.Column[Any], values: Iterable[str]) -> set[str]:
    """Which of the values a column has, as texts."""
    found: set[str] = set()
    for some in batches(values):
        found |= set(connection.execute(sa.select(name).where(name.in_(some))).scalars())
    return {text_of(value) for value in found}


def write(connection: sa.Connection, table: sa.Table, *rows: Mapping[str, Any]) -> None:
    """Insert rows, where there are any."""
    if rows:
        connection.execute(insert(table), [dict(row) for row in rows] if len(rows) > 1 else dict(rows[0]))


def change(connection: sa.Connection, table: sa.Table, where: sa.ColumnElement[bool], **values: object) -> None:
    """Set columns in some rows."""
    connection.execute(table.update().where(where).values(**values))


def erase(connection: sa.Connection, name: sa.Column[Any], value: object) -> None:
    """Delete the rows in which a column has the value."""
    connection.execute(delete_by(name), {VALUE: value})


def batches(values: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The values, so many at a time."""
    return batched(values, size)
