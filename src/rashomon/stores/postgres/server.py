"""Opens an archive on a server: which schema is its own, and how its connections are set.

An address is `postgresql://user@host/database`, with `?archive=NAME` where one database holds several archives; each
has a schema of its own, by default `rashomon`.
"""

from __future__ import annotations

import re
from importlib.util import find_spec

import sqlalchemy as sa

from rashomon.core import content_id
from rashomon.stores.errors import ArchiveError, ArchiveMissing, NotAnArchive
from rashomon.stores.postgres.faults import naming
from rashomon.stores.postgres.lookup import LOOKUP
from rashomon.stores.shown import without_password
from rashomon.stores.sql.migrate import bring_up, revision
from rashomon.stores.sql.store import SqlStore, name_faults
from rashomon.stores.sql.tables import HEAD, metadata

SCHEMA = "rashomon"
OLDEST = 15
"""The oldest version of the server that the tests run on."""
READERS = 16
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")


def open_postgres(address: str, *, create: bool = True, wait_seconds: float = 30.0) -> SqlStore:
    """Open the archive at an address, and bring its tables up to this version.

    Raises:
        ArchiveError: it cannot be opened; which one says why, and what to do.
    """
    if find_spec("psycopg") is None:
        raise ArchiveError("an archive on PostgreSQL needs the optional packages: install rashomon[postgres]")
    url, schema = _parsed(address)
    place = without_password(address)
    writers = _engine(url, schema, place, wait_seconds, reading=False)
    readers = _engine(url, schema, place, wait_seconds, reading=True)
    lock = sa.text("SELECT pg_advisory_xact_lock(:key)").bindparams(key=_lock_key(schema))

    def begun(connection: sa.Connection) -> None:
        connection.execute(lock)

    try:
        _made_ready(readers, writers, lock, schema, place, create=create)
    except BaseException:
        readers.dispose()
        writers.dispose()
        raise
    return SqlStore(readers=readers, writers=writers, lookup=LOOKUP, begun=begun, forgot=_cleared, vacuumed=_vacuumed)


def _parsed(address: str) -> tuple[sa.URL, str]:
    """The address for the driver, and the archive's schema."""
    try:
        url = sa.make_url(re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", address))
    except (sa.exc.ArgumentError, ValueError):  # which may repeat what stands there, a password too
        raise ArchiveMissing("this is no address of a database: write postgresql://user@host/database") from None
    told = url.query.get("archive", SCHEMA)
    schema = told if isinstance(told, str) else told[-1]
    if not _NAME.fullmatch(schema):
        raise ArchiveMissing(f"{schema!r} is no name for an archive: use small letters, digits and _")
    return url.difference_update_query(["archive"]), schema


def _engine(url: sa.URL, schema: str, place: str, wait_seconds: float, *, reading: bool) -> sa.Engine:
    milliseconds = int(wait_seconds * 1000)
    options = f"-csearch_path={schema} -clock_timeout={milliseconds} -ctimezone=UTC"
    if told := url.query.get("options"):
        options = f"{told} {options}"
    arguments = {"options": options, "connect_timeout": max(2, int(wait_seconds)), "application_name": "rashomon"}
    engine = sa.create_engine(
        url.difference_update_query(["options"]),
        connect_args=arguments,
        pool_pre_ping=True,
        pool_size=READERS if reading else 2,
        max_overflow=0,
        pool_timeout=wait_seconds,
        execution_options={"isolation_level": "REPEATABLE READ", "postgresql_readonly": True} if reading else {},
    )
    name_faults(engine, naming(place))
    return engine


def _lock_key(schema: str) -> int:
    """The number of the lock that writers of one archive take turns by."""
    return int(content_id("writers", schema), 16) - (1 << 63)


def _made_ready(
    readers: sa.Engine, writers: sa.Engine, lock: sa.Executable, schema: str, place: str, *, create: bool
) -> None:
    """See what is there; make or mend the tables where they are not this version's."""
    with readers.connect() as connection:
        version = connection.dialect.server_version_info or (0,)
        if int(version[0]) < OLDEST:
            raise ArchiveError(f"{place} runs PostgreSQL {version[0]}: {OLDEST} or newer is needed")
        there = sa.inspect(connection).has_schema(schema)
        at = revision(connection) if there else None
        foreign = there and at is None and sa.inspect(connection).get_table_names(schema)
    if at == HEAD:
        return
    if foreign:
        raise NotAnArchive(f"{place}: the schema {schema} holds other tables; name another with ?archive=NAME")
    if at is None and not create:
        raise ArchiveMissing(
            f"there is no archive {schema!r} at {place}: name one that exists, or add documents to make it"
        )
    with writers.connect() as connection, connection.begin():
        connection.execute(lock)
        connection.execute(sa.schema.CreateSchema(schema, if_not_exists=True))
        bring_up(connection, place)


def _vacuumed(writers: sa.Engine) -> None:
    """Give the room of what was removed back, and count anew what the planner goes by."""
    with writers.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in metadata.sorted_tables:
            connection.execute(sa.text(f"VACUUM (ANALYZE) {table.name}"))


def _cleared(writers: sa.Engine) -> None:
    """Give what was removed back to the server, which may write over it then."""
    with writers.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in metadata.sorted_tables:
            connection.execute(sa.text(f"VACUUM {table.name}"))
