"""What can be wrong with an archive on a server has a name, and nothing is half written."""

from __future__ import annotations

import os

import pytest
import sqlalchemy as sa
from benchmarks.postgres import NoServerError, archive, restart, server

from rashomon.checks.expecting import keep
from rashomon.checks.made_up import BEGAN, made_up
from rashomon.core import Decision, DecisionKind
from rashomon.stores import open_store
from rashomon.stores.balance import imbalances
from rashomon.stores.encoding import line_of
from rashomon.stores.errors import (
    ArchiveLocked,
    ArchiveMissing,
    ArchiveNewer,
    ArchiveReadOnly,
    ArchiveUnreachable,
    NotAnArchive,
)
from rashomon.stores.sql.store import SqlStore
from rashomon.stores.sql.tables import metadata


def run(address: str, *statements: str) -> None:
    """Do something in the schema of an archive."""
    url, _, name = address.partition("?archive=")
    engine = sa.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"SET search_path TO {name}")
            for statement in statements:
                connection.exec_driver_sql(statement)
    finally:
        engine.dispose()


def test_no_archive_is_made_where_none_is_wanted(postgres: str) -> None:
    with pytest.raises(ArchiveMissing, match="there is no archive"):
        open_store(archive(postgres), create=False)


def test_a_database_that_does_not_exist_is_told(postgres: str) -> None:
    with pytest.raises(ArchiveMissing, match="createdb"):
        open_store(postgres.rsplit("/", 1)[0] + "/nowhere")


def test_a_server_that_does_not_answer_is_told() -> None:
    with pytest.raises(ArchiveUnreachable, match="cannot be reached"):
        open_store("postgresql://nobody@127.0.0.1:1/none", wait_seconds=1)


def test_every_table_is_cleared_of_what_is_forgotten(postgres: str) -> None:
    store = open_store(archive(postgres))
    made = made_up(1)
    with store.writer() as writer:
        keep(writer, made)
    done: list[str] = []
    sa.event.listen(store._writers, "before_cursor_execute", lambda *told: done.append(told[2]))
    with store.writer() as writer:
        writer.forget([line_of(made.documents[0])], by="B", at=BEGAN, reason="why")
    store.close()
    assert {f"VACUUM {name}" for name in metadata.tables} <= set(done)


def test_of_a_decision_only_words_of_what_is_gone_can_be_changed_in_the_tables(postgres: str) -> None:
    address = archive(postgres)
    store = open_store(address)
    made = made_up(1)
    about = {"kept": made.documents[0].id, "gone": "x"}
    with store.writer() as writer:
        keep(writer, made)
        for name, document in about.items():
            writer.decide(
                Decision(id=name, kind=DecisionKind.NOTE, by="B", at=BEGAN, reason="why", documents=(document,))
            )
    store.close()
    for change in (
        "DELETE FROM decisions",
        "UPDATE decisions SET body = '' WHERE id = 'kept'",
        "UPDATE decisions SET body = body || ' ' WHERE id = 'gone'",
        "UPDATE decisions SET body = '', reason = 'x' WHERE id = 'gone'",
    ):
        with pytest.raises(sa.exc.DBAPIError, match="never changed"):
            run(address, change)
    run(address, "UPDATE decisions SET body = '' WHERE id = 'gone'")


def test_a_password_is_never_told() -> None:
    with pytest.raises(ArchiveUnreachable) as fault:
        open_store("postgresql://nobody:hushhush@127.0.0.1:1/none", wait_seconds=1)
    assert "hushhush" not in str(fault.value)


@pytest.mark.parametrize("address", ["postgresql://x@h/d?archive=Two Words", "postgresql://h:port/d"])
def test_an_address_that_is_none_is_told(address: str) -> None:
    with pytest.raises(ArchiveMissing, match=r"no (name|address)"):
        open_store(address)


def test_a_schema_with_other_tables_is_left_as_it_is(postgres: str) -> None:
    address = archive(postgres)
    name = address.partition("?archive=")[2]
    run(address, f"CREATE SCHEMA {name}", f"CREATE TABLE {name}.recipes (name text)")
    with pytest.raises(NotAnArchive, match="other tables"):
        open_store(address)


def test_an_archive_of_a_later_version_is_left_as_it_is(postgres: str) -> None:
    address = archive(postgres)
    open_store(address).close()
    run(address, "UPDATE archive_version SET version_num = '9999'")
    with pytest.raises(ArchiveNewer, match="later version"):
        open_store(address)


def test_a_writer_that_waits_too_long_is_told_why(postgres: str) -> None:
    address = archive(postgres)
    first, second = open_store(address), open_store(address, wait_seconds=0.1)
    with first.writer() as writer:
        keep(writer, made_up(1))
        with pytest.raises(ArchiveLocked, match="writing for too long"), second.writer():
            pytest.fail("two writers at once")
    first.close()
    second.close()


def test_a_view_cannot_write_whatever_is_tried(postgres: str) -> None:
    store = open_store(archive(postgres))
    with store.view() as view, pytest.raises(ArchiveReadOnly):
        view._connection.execute(sa.text("DELETE FROM claims"))  # type: ignore[attr-defined]
    store.close()


def test_a_connection_that_is_cut_in_the_middle_is_told_and_the_next_one_works(postgres: str) -> None:
    address = archive(postgres)
    store = open_store(address)
    assert isinstance(store, SqlStore)

    def cut() -> None:
        with store.writer() as writer:
            keep(writer, made_up(1))
            own = writer._connection.execute(sa.text("SELECT pg_backend_pid()")).scalar_one()
            run(address, f"SELECT pg_terminate_backend({own})")
            keep(writer, made_up(2))

    with pytest.raises(ArchiveUnreachable, match="went away"):
        cut()
    with store.writer() as writer:
        keep(writer, made_up(3))
    with store.view() as view:
        assert view.counts().stories == 1
    store.close()


def test_a_server_that_ends_in_the_middle_is_told(monkeypatch: pytest.MonkeyPatch, postgres: str) -> None:
    monkeypatch.delenv("RASHOMON_TEST_POSTGRES", raising=False)
    with server() as address:
        store = open_store(archive(address))
        with store.writer() as writer:
            keep(writer, made_up(1))
    with pytest.raises(ArchiveUnreachable), store.writer() as writer:
        keep(writer, made_up(2))
    store.close()


def test_a_server_that_is_killed_in_the_middle_and_comes_back_has_what_was_acknowledged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("RASHOMON_TEST_POSTGRES", raising=False)
    try:
        running = server()
        address = running.__enter__()
    except NoServerError as fault:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(fault))
    store = open_store(archive(address))
    assert isinstance(store, SqlStore)
    with store.writer() as writer:
        keep(writer, made_up(1))

    def killed() -> None:
        with store.writer() as writer:
            keep(writer, made_up(2))
            folder = writer._connection.execute(sa.text("SHOW data_directory")).scalar_one()
            restart(folder)
            keep(writer, made_up(3))

    with pytest.raises(ArchiveUnreachable, match="went away"):
        killed()
    with store.view() as view:
        assert view.counts().stories == 1
        assert not list(imbalances(view))
    with store.writer() as writer:
        keep(writer, made_up(2))
    with store.view() as view:
        assert view.counts().stories == 2
    store.close()
    running.__exit__(None, None, None)
