"""What can be wrong with the file of an archive has a name, and nothing is half written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.checks.expecting import keep
from rashomon.checks.made_up import BEGAN, made_up
from rashomon.stores import open_store
from rashomon.stores.balance import imbalances
from rashomon.stores.errors import (
    ArchiveDamaged,
    ArchiveError,
    ArchiveFull,
    ArchiveLocked,
    ArchiveMissing,
    ArchiveNewer,
    ArchiveReadOnly,
    ArchiveUnreachable,
    NotAnArchive,
)
from rashomon.stores.sql.store import SqlStore

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An archive of one story."""
    made = tmp_path / "news.db"
    store = open_store(made)
    with store.writer() as writer:
        keep(writer, made_up(1))
    store.close()
    return made


@pytest.fixture
def common(path: Path) -> Iterator[Path]:
    """The same where everybody may read, and nobody else write."""
    folder = Path(tempfile.mkdtemp())
    shutil.copy(path, folder / path.name)
    folder.chmod(0o755)
    (folder / path.name).chmod(0o644)
    yield folder / path.name
    shutil.rmtree(folder)


def stories(path: Path) -> int:
    store = open_store(path, create=False)
    with store.view() as view:
        counted = view.counts().stories
    store.close()
    return counted


def test_what_is_written_is_there_when_it_is_opened_again(path: Path) -> None:
    assert stories(path) == 1


def test_no_archive_is_made_where_none_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing, match="no archive at"):
        open_store(tmp_path / "none.db", create=False)
    assert not list(tmp_path.iterdir())


def test_another_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotAnArchive, match="no archive of Rashomon"):
        open_store(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("octets", [b"<!DOCTYPE html>" * 100, os.urandom(4096)])
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, octets: bytes) -> None:
    path = tmp_path / "page.db"
    path.write_bytes(octets)
    with pytest.raises(NotAnArchive, match=r"page\.db"):
        open_store(path)
    assert path.read_bytes() == octets


def test_an_archive_of_a_later_version_is_left_as_it_is(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("UPDATE archive_version SET version_num = '9999'")
    other.close()
    with pytest.raises(ArchiveNewer, match="later version"):
        open_store(path)


def test_a_damaged_file_is_told(path: Path) -> None:
    octets = bytearray(path.read_bytes())
    octets[4096:] = b"\x55" * (len(octets) - 4096)
    path.write_bytes(octets)
    with pytest.raises(ArchiveDamaged, match="damaged"):
        stories(path)


def test_a_cut_file_is_told(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises((ArchiveDamaged, NotAnArchive)):
        stories(path)


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing, match=r"there is no folder .*nodir; make it first"):
        open_store(tmp_path / "nodir" / "x.db")


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveUnreachable, match="cannot be opened"):
        open_store(tmp_path)


def test_a_writer_that_waits_too_long_is_told_why(path: Path) -> None:
    first, second = open_store(path), open_store(path, wait_seconds=0.05)
    with first.writer() as writer:
        keep(writer, made_up(2))
        with pytest.raises(ArchiveLocked, match="writing for too long"), second.writer():
            pytest.fail("two writers at once")
        with second.view() as view:
            assert view.counts().stories == 1
    first.close()
    second.close()
    assert stories(path) == 2


def test_a_writer_of_another_thread_that_does_not_end_is_told(path: Path) -> None:
    store = open_store(path, wait_seconds=0.05)
    with store.writer(), pytest.raises(ArchiveLocked, match="other threads"), store.writer():
        pytest.fail("two writers at once")
    store.close()


def limited(store: SqlStore) -> None:
    """No more pages than there are: for SQLite a full disk."""
    with store._writers.connect() as connection:
        raw = connection.connection
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count={pages + 4}")


def test_a_full_disk_leaves_nothing_half_written(path: Path) -> None:
    store = open_store(path)
    assert isinstance(store, SqlStore)
    limited(store)

    def write() -> None:
        with store.writer() as writer:
            for number in range(2, 30):
                keep(writer, made_up(number))

    with pytest.raises(ArchiveFull, match="disk is full"):
        write()
    with store.view() as view:
        assert view.counts().stories == 1
    store.close()
    assert stories(path) == 1


def mounted(folder: Path) -> bool:
    """Whether a small disk could be mounted there."""
    if os.getuid() != 0 or shutil.which("mount") is None:
        return False
    asked = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def test_a_small_disk_that_fills_up(tmp_path: Path) -> None:
    if not mounted(tmp_path):
        pytest.skip("no disk can be mounted here")
    try:
        store = open_store(tmp_path / "small.db")
        kept = 0

        def write() -> None:
            nonlocal kept
            for number in range(100):
                with store.writer() as writer:
                    keep(writer, made_up(number))
                kept += 1

        with pytest.raises(ArchiveFull, match="disk is full"):
            write()
        with store.view() as view:
            assert view.counts().stories == kept > 0
        store.close()
    finally:
        subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)


def as_nobody(program: str, path: Path) -> str:
    """What a program prints that may only read the archive."""
    whole = f"import sys\nfrom pathlib import Path\npath = Path({str(path)!r})\n{program}"
    loaded = "import rashomon.stores.embedded, rashomon.checks.expecting, sqlalchemy.dialects.sqlite"
    become = f"import os\nos.setgroups([])\nos.setuid({NOBODY})"
    start = f"from rashomon.stores import errors, open_store\nopen_store(':memory:')\n{loaded}\n{become}\n"
    done = subprocess.run([sys.executable, "-c", start + whole], capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return done.stdout.strip()


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
def test_an_archive_that_may_only_be_read_is_read(common: Path) -> None:
    program = (
        "store = open_store(path)\n"
        "with store.view() as view:\n    print(view.counts().stories)\n"
        "try:\n    with store.writer() as writer:\n        writer.keep_original(b'x')\n"
        "except errors.ArchiveReadOnly as fault:\n    print(fault)\n"
    )
    read, fault = as_nobody(program, common).splitlines()
    assert read == "1"
    assert "may only be read" in fault
    assert sorted(p.name for p in common.parent.iterdir()) == [common.name]


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
def test_no_archive_is_made_in_a_folder_that_may_only_be_read(common: Path) -> None:
    program = (
        "try:\n    open_store(path.with_name('new.db'))\nexcept errors.ArchiveReadOnly as fault:\n    print(fault)\n"
    )
    assert "no archive can be made there" in as_nobody(program, common)


def test_what_is_forgotten_is_in_no_byte_of_the_file(path: Path) -> None:
    store = open_store(path)
    made = made_up(1)
    secret = "Quizzaciously vornal zebrulent words"
    from dataclasses import replace

    document = replace(made.documents[0], id="secret", text=secret, headline=secret, address="https://example.org/s")
    with store.writer() as writer:
        writer.keep_original(secret.encode())
        writer.add(document, seen_at=BEGAN, made_by="c", original=writer.keep_original(secret.encode()))
    files = [path, path.with_name(path.name + "-wal")]
    assert any(b"vornal" in file.read_bytes() for file in files)
    with store.writer() as writer:
        writer.forget([document.address], by="Bo Tormar", at=BEGAN, reason="a court said so")
    for file in files:
        assert not file.exists() or b"vornal" not in file.read_bytes()
        assert not file.exists() or b"Quizz" not in file.read_bytes()
    store.close()


def test_what_people_decided_cannot_be_changed_in_the_tables_either(path: Path) -> None:
    from rashomon.core import Decision, DecisionKind

    store = open_store(path)
    decision = Decision(id="d", kind=DecisionKind.NOTE, by="B", at=BEGAN, reason="why", documents=("x",))
    with store.writer() as writer:
        writer.decide(decision)
    store.close()
    raw = sqlite3.connect(path)
    for change in ("UPDATE decisions SET reason = 'x'", "DELETE FROM decisions", "DELETE FROM decided"):
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            raw.execute(change)
    raw.close()


def test_of_a_decision_about_what_is_kept_no_word_can_go_in_the_tables(path: Path) -> None:
    """Where a document is gone the body may become shorter, which is what forgetting does, and nothing else change."""
    from rashomon.core import Decision, DecisionKind

    store = open_store(path)
    about = (made_up(1).documents[0].id,), ("gone",)
    with store.writer() as writer:
        for name, documents in zip(("kept", "gone"), about, strict=True):
            writer.decide(
                Decision(id=name, kind=DecisionKind.NOTE, by="B", at=BEGAN, reason="why", documents=documents)
            )
    store.close()
    raw = sqlite3.connect(path)
    refused = ("x'' WHERE id = 'kept'", "body || x'20' WHERE id = 'gone'", "x'', reason = 'x' WHERE id = 'gone'")
    for change in refused:
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            raw.execute(f"UPDATE decisions SET body = {change}")
    assert raw.execute("UPDATE decisions SET body = x'' WHERE id = 'gone'").rowcount == 1
    raw.close()


def test_what_is_acknowledged_is_on_the_disk_and_what_is_removed_is_written_over(path: Path) -> None:
    """SQLite's PRAGMA synchronous: 2 is FULL; with less, a loss of power takes transactions that were acknowledged."""
    store = open_store(path)
    with store.transaction() as connection:
        asked = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("synchronous", "secure_delete")]
    store.close()
    assert asked == [2, 1]


def test_a_view_cannot_write_whatever_is_tried(path: Path) -> None:
    import sqlalchemy as sa

    store = open_store(path)
    with store.view() as view, pytest.raises(ArchiveReadOnly):
        view._connection.execute(sa.text("DELETE FROM claims"))  # type: ignore[attr-defined]
    store.close()


def test_every_fault_says_which_file(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(b"nothing like it" * 99)
    with pytest.raises(ArchiveError, match=str(path)):
        open_store(path)


LIMITED = """
import resource, signal, sys
from rashomon.checks.expecting import keep
from rashomon.checks.made_up import made_up
from rashomon.stores import errors, open_store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = open_store(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
kept = 0
try:
    for number in range(2, 100):
        with store.writer() as writer:
            keep(writer, made_up(number))
        kept += 1
except errors.ArchiveError as fault:
    with store.view() as view:
        print(type(fault).__name__, kept, view.counts().stories - 1)
"""


def test_a_file_that_may_not_grow_keeps_what_was_acknowledged(path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LIMITED, str(path)], capture_output=True, text=True, check=False)
    told = done.stdout.split()
    assert told[:1] in (["ArchiveFull"], ["ArchiveUnreachable"]), done.stderr
    kept = int(told[1])
    assert int(told[2]) == kept > 0
    store = open_store(path)
    with store.view() as view:
        assert view.counts().stories == kept + 1
        assert not list(imbalances(view))
    with store.writer() as writer:
        keep(writer, made_up(200))
    store.close()
    assert stories(path) == kept + 2


def test_an_archive_that_is_moved_away_takes_no_more(path: Path) -> None:
    store = open_store(path)
    with store.writer() as writer:
        writer.keep_original(b"x")
    path.rename(path.with_name("moved.db"))
    with pytest.raises(ArchiveMissing, match="moved or removed"), store.writer() as writer:
        keep(writer, made_up(2))
    store.close()


def test_a_log_of_the_file_that_is_cut_loses_no_more_than_its_end(path: Path) -> None:
    """A machine that stops in the middle of a transaction leaves half a block at the end of the log."""
    store = open_store(path)
    with store.writer() as writer:
        keep(writer, made_up(2))
    copied = path.with_name("copied.db")
    shutil.copy(path, copied)
    log = path.with_name(path.name + "-wal").read_bytes()
    copied.with_name("copied.db-wal").write_bytes(log + log[-5000:-100])
    store.close()
    assert stories(copied) == 2
