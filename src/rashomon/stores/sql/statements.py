"""The statements run for every document, made once: making one takes longer than SQLite takes to run it."""

from __future__ import annotations

from functools import cache
from typing import Any

import sqlalchemy as sa

VALUE = "value"
"""The name of the one value that each of them asks for."""


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
