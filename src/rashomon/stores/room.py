"""What an archive holds in sums, the room it takes, and what of that may be given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.stores.errors import Refused

if TYPE_CHECKING:
    from rashomon.stores.base import Store
    from rashomon.stores.sql.store import SqlStore
    from rashomon.stores.sql.surplus import Bounds, Sizes
    from rashomon.stores.sql.tallies import Tallies


def tallies(store: Store) -> Tallies:
    """What an archive holds, counted by the database."""
    from rashomon.stores.sql.tallies import tallies

    with _on_disk(store).moment() as connection:
        return tallies(connection)


def size_bytes(store: Store) -> int:
    """How much room it takes."""
    from rashomon.stores.sql.tallies import size_bytes

    with _on_disk(store).moment() as connection:
        return size_bytes(connection)


def table_bytes(store: Store) -> dict[str, int]:
    """The room of each table, the greatest first; for SQLite the whole file is read."""
    from rashomon.stores.sql.tallies import table_bytes

    with _on_disk(store).moment() as connection:
        return table_bytes(connection)


def surplus(store: Store, bounds: Bounds) -> Sizes:
    """What may go, and how much room it takes within the archive."""
    from rashomon.stores.sql.surplus import surplus

    with _on_disk(store).moment() as connection:
        return surplus(connection, bounds)


def drop(store: Store, bounds: Bounds) -> Sizes:
    """Remove what may go, in one transaction; `Store.vacuum` gives the room back."""
    from rashomon.stores.sql.surplus import drop

    with _on_disk(store).transaction() as connection:
        return drop(connection, bounds)


def _on_disk(store: Store) -> SqlStore:
    """The store, where it has tables.

    Raises:
        Refused: it is in memory.
    """
    from rashomon.stores.sql.store import SqlStore

    if not isinstance(store, SqlStore):
        raise Refused("an archive in memory takes no room and ends with its process: name a file or a server")
    return store
