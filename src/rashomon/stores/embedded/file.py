"""Opens the file of an archive: whose it is, who may write it, and how its connections are set."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from os.path import samestat
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.pool import QueuePool

from rashomon.stores.embedded.faults import naming
from rashomon.stores.embedded.lookup import LOOKUP
from rashomon.stores.errors import ArchiveMissing, ArchiveReadOnly, NotAnArchive
from rashomon.stores.sql.migrate import bring_up, revision
from rashomon.stores.sql.store import SqlStore, name_faults
from rashomon.stores.sql.tables import HEAD, SEARCHED

APPLICATION = 0x52736D6E
"""SQLite's mark of whose file it is ("Rsmn")."""
READERS = 16
"""So many views can be open at once; more wait."""
CACHE_KB = 65_536


def open_file(path: Path, *, create: bool = True, wait_seconds: float = 30.0) -> SqlStore:
    """Open the archive in a file, and bring its tables up to this version.

    A file that may not be written is opened for reading; a writer is then refused.

    Raises:
        ArchiveError: it cannot be opened; which one says why, and what to do.
    """
    new = not path.exists() or path.stat().st_size == 0
    if new and not create:
        raise ArchiveMissing(f"there is no archive at {path}: name one that exists, or add documents to make it")
    writable = os.access(path.parent if new else path, os.W_OK) and os.access(path.parent, os.W_OK)
    if new and not path.parent.is_dir():
        raise ArchiveMissing(f"{path}: no archive can be made there: there is no folder {path.parent}; make it first")
    if new and not writable:
        raise ArchiveReadOnly(f"{path}: no archive can be made there: give this user the right to write the folder")
    mode = "rwc" if new else "rw" if writable else _reading_mode(path)
    writers = _engine(
        path,
        mode,
        wait_seconds,
        begin="BEGIN IMMEDIATE",
        pragmas=("synchronous=FULL", "secure_delete=ON"),
        connections=1,
    )
    readers = _engine(path, mode, wait_seconds, begin="BEGIN", pragmas=("query_only=ON",), connections=READERS)
    try:
        _made_ready(readers, writers, path, writable=writable)
    except BaseException:
        readers.dispose()
        writers.dispose()
        raise

    own = path.stat()

    def begun(_: sa.Connection) -> None:
        if not path.exists() or not samestat(path.stat(), own):
            raise ArchiveMissing(f"{path} was moved or removed while it was open: put it back, and open it again")
        if not writable:
            raise ArchiveReadOnly(f"{path} may only be read: give this user the right to write the file and its folder")

    return SqlStore(readers=readers, writers=writers, lookup=LOOKUP, begun=begun, forgot=_cleared, vacuumed=_vacuumed)


def _reading_mode(path: Path) -> str:
    """How a file is opened that may not be written: its log is read along where there is one."""
    return "ro" if path.with_name(f"{path.name}-wal").exists() else "ro&immutable=1"


def _engine(
    path: Path, mode: str, wait_seconds: float, *, begin: str, pragmas: tuple[str, ...], connections: int
) -> sa.Engine:
    """A pool of connections of one sort."""
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    settings = ("foreign_keys=ON", f"cache_size=-{CACHE_KB}", *pragmas)

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, uri=True, timeout=wait_seconds, isolation_level=None, check_same_thread=False
        )
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")
        return connection

    engine = sa.create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=wait_seconds,
    )

    @sa.event.listens_for(engine, "begin")
    def begun(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    name_faults(engine, naming(path))
    return engine


def _made_ready(readers: sa.Engine, writers: sa.Engine, path: Path, *, writable: bool) -> None:
    """See whose file it is; make or mend the tables where they are not this version's."""
    with readers.connect() as connection:
        at = revision(connection)
        owner = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
    if owner != APPLICATION and tables:
        raise NotAnArchive(f"{path} is a database, but no archive of Rashomon: name another file")
    if at == HEAD and (mode == "wal" or not writable):
        return
    if not writable:
        raise ArchiveReadOnly(
            f"{path} is an archive of an earlier version and may only be read: open it where it may be written"
        )
    try:
        _set_up(writers)
    except sqlite3.Error as fault:
        raise naming(path)(fault) or fault from fault
    with writers.connect() as connection, connection.begin():
        bring_up(connection, str(path))


def is_archive(path: Path) -> bool:
    """Whether a file is an archive, by SQLite's mark of whose it is (bytes 68 to 71 of its head)."""
    with path.open("rb") as file:
        head = file.read(100)
    return head[:16] == b"SQLite format 3\x00" and head[68:72] == APPLICATION.to_bytes(4, "big")


def faults_within(path: Path, searched: Iterable[str]) -> str | None:
    """What is not whole in a file that nobody else uses: in its pages and indexes, or in the words of its rows."""
    with closing(sqlite3.connect(path)) as connection:
        try:
            told = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            for table in searched:
                check = f"INSERT INTO {table}_words({table}_words, rank) VALUES ('integrity-check', 1)"  # noqa: S608  # our own names
                connection.execute(check)
            broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        except sqlite3.DatabaseError as fault:
            return str(fault)
    if told != "ok":
        return str(told)
    return None if broken is None else f"a row of {broken[0]} names one of {broken[2]} that is not there"


def _vacuumed(writers: sa.Engine) -> None:
    """Give the room of what was removed back to the disk, and join the pieces of the indexes of words."""
    _cleared(writers)
    with writers.connect() as connection:
        raw = connection.connection
        raw.execute("VACUUM")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _set_up(writers: sa.Engine) -> None:
    """What is set for the whole file, and not within a transaction."""
    with writers.connect() as connection:
        raw = connection.connection
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute(f"PRAGMA application_id={APPLICATION}")


def _cleared(writers: sa.Engine) -> None:
    """Write over what was removed: in the indexes of words, in free pages, and in the log of the file."""
    with writers.connect() as connection:
        raw = connection.connection
        for table in SEARCHED:
            raw.execute(f"INSERT INTO {table.name}_words({table.name}_words) VALUES ('optimize')")  # noqa: S608  # our own names
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
