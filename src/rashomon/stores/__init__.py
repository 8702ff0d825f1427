"""Archives: what was seen and what was concluded from it, kept for years. `open_store` opens one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.stores.errors import ArchiveError
from rashomon.stores.query import Query, QueryError, Sought, parse

if TYPE_CHECKING:
    from rashomon.stores.base import Store, View, Writer

__all__ = ["ArchiveError", "Query", "QueryError", "Sought", "Store", "View", "Writer", "open_store", "parse"]

POSTGRES = ("postgresql://", "postgres://")
MEMORY = ":memory:"


def open_store(archive: str | Path, *, create: bool = True, wait_seconds: float = 30.0) -> Store:
    """Open an archive, and bring its tables up to this version.

    Args:
        archive: a file (SQLite), a `postgresql://` address, or `:memory:` for one that ends with the process.
        create: make one where there is none.
        wait_seconds: how long a writer waits for another one.

    Raises:
        ArchiveError: it cannot be opened; which one says why, and what to do.
    """
    place = str(archive)
    if place == MEMORY:
        from rashomon.stores.memory import MemoryStore

        return MemoryStore()
    if place.startswith(POSTGRES):
        from rashomon.stores.postgres import open_postgres

        return open_postgres(place, create=create, wait_seconds=wait_seconds)
    from rashomon.stores.embedded import open_file

    return open_file(Path(place), create=create, wait_seconds=wait_seconds)


def __getattr__(name: str) -> object:
    """The three protocols, loaded on first use (PEP 562)."""
    if name not in ("Store", "View", "Writer"):
        raise AttributeError(f"module 'rashomon.stores' has no attribute {name!r}")
    from rashomon.stores import base

    value: object = getattr(base, name)
    return value
