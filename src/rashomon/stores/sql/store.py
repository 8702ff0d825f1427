"""A store over the tables: which connections views and writers get, and how faults of the engine get their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import NoReturn, cast

import sqlalchemy as sa

from rashomon.stores.errors import ArchiveClosed, ArchiveError, ArchiveLocked
from rashomon.stores.sql.lookup import Lookup
from rashomon.stores.sql.view import SqlView
from rashomon.stores.sql.writer import SqlWriter

Naming = Callable[[BaseException], ArchiveError | None]
"""From a fault of the engine to the one that says what to do; None where it is not the archive's."""


class Ended:
    """Stands in the place of a connection whose block is over."""

    def __getattr__(self, _: str) -> NoReturn:
        raise ArchiveClosed("this view or writer is closed: use it inside its `with` block, and open another one after")


ENDED = cast("sa.Connection", Ended())


class SqlStore:
    """An archive on two pools of connections: one that reads and one that writes."""

    def __init__(
        self,
        *,
        readers: sa.Engine,
        writers: sa.Engine,
        lookup: Lookup,
        begun: Callable[[sa.Connection], None],
        forgot: Callable[[sa.Engine], None],
        vacuumed: Callable[[sa.Engine], None],
    ) -> None:
        """Take over the pools.

        Args:
            readers: their connections cannot write.
            writers: the others.
            lookup: how things are looked up.
            begun: called at the beginning of each writer, to keep others out.
            forgot: called after something was removed for good.
            vacuumed: gives back the room of what was removed.
        """
        self._readers, self._writers = readers, writers
        self._lookup, self._begun, self._forgot, self._vacuumed = lookup, begun, forgot, vacuumed
        self._open = True

    def view(self) -> AbstractContextManager[SqlView]:
        """See `Store`."""
        return self._view()

    def writer(self) -> AbstractContextManager[SqlWriter]:
        """See `Store`."""
        return self._writer()

    @contextmanager
    def _view(self) -> Iterator[SqlView]:
        self._check()
        with _connected(self._readers) as connection, connection.begin():
            view = SqlView(connection, self._lookup)
            view.begin()
            try:
                yield view
            finally:
                view.leave(ENDED)

    @contextmanager
    def _writer(self) -> Iterator[SqlWriter]:
        self._check()
        with _connected(self._writers) as connection, connection.begin():
            self._begun(connection)
            view = SqlView(connection, self._lookup)
            writer = SqlWriter(connection, view)
            try:
                yield writer
            finally:
                writer.leave(ENDED)
                view.leave(ENDED)
        if writer.forgot:
            self._forgot(self._writers)

    @contextmanager
    def moment(self) -> Iterator[sa.Connection]:
        """The tables as they are now, to be read as rows; whatever is written meanwhile is not seen."""
        self._check()
        with _connected(self._readers) as connection, connection.begin():
            SqlView(connection, self._lookup).begin()
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[sa.Connection]:
        """The tables to be written as rows: all of the block or nothing, and nobody else writes meanwhile."""
        self._check()
        with _connected(self._writers) as connection, connection.begin():
            self._begun(connection)
            yield connection

    def vacuum(self) -> None:
        """See `Store`."""
        self._check()
        self._vacuumed(self._writers)

    def close(self) -> None:
        """See `Store`."""
        self._open = False
        self._readers.dispose()
        self._writers.dispose()

    def _check(self) -> None:
        if not self._open:
            raise ArchiveClosed("the archive is closed: open it again with open_store")


def _connected(engine: sa.Engine) -> sa.Connection:
    """A connection of the pool.

    Raises:
        ArchiveLocked: all are in use, and stay so.
    """
    try:
        return engine.connect()
    except sa.exc.TimeoutError as fault:
        raise ArchiveLocked(
            "other threads here have the archive open for too long: end their views and writers, and try again"
        ) from fault


def name_faults(engine: sa.Engine, naming: Naming) -> None:
    """Have an engine raise the named fault in place of its own."""

    @sa.event.listens_for(engine, "handle_error")
    def named(context: sa.ExceptionContext) -> None:
        if context.is_pre_ping:  # the pool sees for itself that a connection is gone, and makes another one
            return
        found = naming(context.original_exception)
        if found is not None:
            raise found from context.original_exception
