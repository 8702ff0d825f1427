"""All rows of an archive copied into the empty tables of another, on whatever engines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from rashomon.stores.errors import ArchiveDamaged
from rashomon.stores.sql import statements
from rashomon.stores.sql.tables import metadata

AT_ONCE = 200
"""So many rows are held at once; a body may have some megabytes."""
AT_ONCE_GREAT = 1
GREAT = frozenset({"streams"})
"""Tables whose rows may be so great that they are copied one by one."""


def copy_rows(source: sa.Connection, target: sa.Connection) -> None:
    """Copy everything, table by table, from one moment of the source, and see that all of it came over.

    Raises:
        ArchiveDamaged: a table of the target does not have as many rows as were read.
    """
    for table in metadata.sorted_tables:
        copied = 0
        for some in _rows(source, table):
            target.execute(statements.insert(table), some)
            copied += len(some)
        counted = target.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
        if counted != copied:
            raise ArchiveDamaged(f"{counted} rows of {table.name} were written, and {copied} read: try again")
    if target.dialect.name == "postgresql":
        _number_on(target)


def is_empty(connection: sa.Connection) -> bool:
    """Whether an archive holds nothing."""
    return all(connection.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first() is None
               for table in metadata.sorted_tables)  # fmt: skip


def _rows(source: sa.Connection, table: sa.Table) -> Iterator[list[dict[str, Any]]]:
    """The rows of a table in the order of its key, so many at a time, each time behind the last."""
    key = list(table.primary_key.columns)
    most = AT_ONCE_GREAT if table.name in GREAT else AT_ONCE
    asked = sa.select(table).order_by(*key).limit(most)
    behind = sa.tuple_(*key) > sa.tuple_(*(sa.bindparam(f"at_{column.name}", type_=column.type) for column in key))
    some = [dict(row) for row in source.execute(asked).mappings()]
    while some:
        yield some
        last = {f"at_{column.name}": some[-1][column.name] for column in key}
        some = [dict(row) for row in source.execute(asked.where(behind), last).mappings()]


def _number_on(target: sa.Connection) -> None:
    """New rows get the numbers behind those that were copied."""
    for table in metadata.sorted_tables:
        for column in table.primary_key.columns:
            if column.autoincrement is True:
                greatest = sa.select(sa.func.max(column)).scalar_subquery()
                sequence = sa.func.pg_get_serial_sequence(table.name, column.name)
                target.execute(sa.select(sa.func.setval(sequence, greatest)).where(greatest.is_not(None)))
