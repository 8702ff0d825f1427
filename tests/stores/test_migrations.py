"""The steps give the tables that the code writes, and an archive of each released step opens with all that it holds."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from benchmarks.postgres import archive

from rashomon.checks.made_up import made_up
from rashomon.stores import Sought, open_store, parse
from rashomon.stores.balance import imbalances
from rashomon.stores.sql.migrate import STEPS, VERSIONS
from rashomon.stores.sql.tables import HEAD, metadata

RELEASES = sorted((Path(__file__).parent / "releases").glob("*.sql"))

STREAM = {"0001": [("00000000", b'[{"kind":"stream"}]')]}
"""What the rows of a stream became that was kept in one piece."""


def ours(_: object, name: str | None, kind: str, *__: object) -> bool:
    """Tables of ours, without the indexes of words that each engine keeps in its own way."""
    return (
        not (kind == "table" and name is not None and ("_words" in name or name == VERSIONS))
        and not (kind == "index" and name is not None and name.endswith("_words"))
        and not (kind == "column" and name == "lexemes")
    )


def differences(connection: sa.Connection) -> list[object]:
    settings = {"include_object": ours, "compare_type": False, "version_table": VERSIONS}
    return list(compare_metadata(MigrationContext.configure(connection, opts=settings), metadata))


def test_the_steps_end_at_the_tables_of_this_version() -> None:
    assert ScriptDirectory(str(STEPS)).get_current_head() == HEAD


def test_sqlite_has_the_tables_that_are_declared(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_store(path).close()
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert differences(connection) == []
    engine.dispose()


def test_postgres_has_the_tables_that_are_declared(postgres: str) -> None:
    address = archive(postgres)
    open_store(address).close()
    url, _, schema = address.partition("?archive=")
    engine = sa.create_engine(
        url.replace("postgresql:", "postgresql+psycopg:"), connect_args={"options": f"-csearch_path={schema}"}
    )
    with engine.connect() as connection:
        assert differences(connection) == []
    engine.dispose()


def test_every_step_has_an_archive_of_its_release() -> None:
    steps = {step.revision for step in ScriptDirectory(str(STEPS)).walk_revisions()}
    assert {path.stem for path in RELEASES} == steps


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_an_archive_of_a_release_opens_with_all_that_it_holds(release: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    raw = sqlite3.connect(path)
    raw.executescript(release.read_text("utf-8"))
    raw.close()
    store = open_store(path, create=False)
    made = made_up(1)
    with store.view() as view:
        kept = view.account(made.story.id)
        assert kept is not None
        assert kept.account == made.account
        assert [view.document(document.id) for document in made.documents] == list(made.documents)
        assert len(view.claims(parse("", Sought.CLAIMS)).results) == len(made.account.claims)
        assert view.claims(parse(made.account.claims[0].text, Sought.CLAIMS)).results
        assert view.decisions()
        assert view.endings()
        assert view.log()
        assert list(view.stream("stories")) == STREAM.get(release.stem, [("one", b"a row of it")])
        names = [document.id for document in made.documents]
        held = [] if release.stem < "0002" else [(3, names[0]), (3, names[1]), (2**64 - 1, names[1])]
        assert list(view.holders([3, 2**64 - 1], most=9)) == held
        assert [kept.name for kept in tuple(view.keys())] == ([] if release.stem < "0006" else ["the desk"])
        assert not list(imbalances(view))
    with store.writer() as writer:
        for name in reversed(names):
            writer.keep_fingerprints(name, (4,))
    with store.view() as view:
        assert list(view.holders([4], most=9)) == [(4, name) for name in names]
    store.close()
