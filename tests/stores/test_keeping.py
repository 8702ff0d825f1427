"""A backup is whole or not there, of one moment, and restored to a file or to a server it is the same archive."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from benchmarks.postgres import archive

from rashomon.checks.expecting import keep
from rashomon.checks.made_up import BEGAN, made_up
from rashomon.core import Decision, DecisionKind
from rashomon.stores import Sought, open_store, parse
from rashomon.stores.balance import imbalances
from rashomon.stores.base import Store
from rashomon.stores.encoding import line_of
from rashomon.stores.errors import ArchiveDamaged, ArchiveMissing, NotAnArchive, Refused
from rashomon.stores.facts import Outcome, Seen
from rashomon.stores.keeping import backup, restore

STORIES = 5
STRANGE = "\ud800 \x00 \\"


def fill(address: str | Path) -> None:
    store = open_store(address)
    with store.writer() as writer:
        for number in range(STORIES):
            keep(writer, made_up(number))
        writer.keep_stream("stories", {"a": b"row", STRANGE: bytes(3_000_000)})
        writer.keep_fingerprints(made_up(2).documents[0].id, (1, 2**64 - 1))
        writer.keep_seen(Seen(id=STRANGE, at=BEGAN, address=STRANGE, outcome=Outcome.TAKEN))
        writer.decide(Decision(id="d", kind=DecisionKind.NOTE, by="B", at=BEGAN, reason="why", documents=("x",)))
        writer.forget([line_of(made_up(1).documents[0])], by="B", at=BEGAN, reason="why")
    store.close()


def told(store: Store) -> list[object]:
    """All that an archive answers."""
    with store.view() as view:
        assert not list(imbalances(view))
        stories = view.stories()
        return [
            view.counts(),
            stories,
            [view.account(kept.story.id) for kept in stories],
            [view.documents(parse(asked, Sought.DOCUMENTS)) for asked in ("", "boats", "b*", "outlet:post -zzz")],
            [view.claims(parse(asked, Sought.CLAIMS)) for asked in ("", "status:denied", "the")],
            list(view.stream("stories")),
            list(view.holders([1, 2**64 - 1], most=9)),
            view.log(),
            view.decisions(),
            view.forgettings(),
        ]


def all_of(address: str | Path) -> list[object]:
    store = open_store(address, create=False)
    found = told(store)
    store.close()
    return found


def goes_on(address: str | Path) -> None:
    """What was restored is written on."""
    store = open_store(address)
    with store.writer() as writer:
        keep(writer, made_up(STORIES))
        writer.keep_seen(Seen(id="new", at=BEGAN, address="new", outcome=Outcome.TAKEN))
        writer.keep_fingerprints(made_up(STORIES).documents[0].id, (1,))
        writer.decide(Decision(id="e", kind=DecisionKind.NOTE, by="B", at=BEGAN, reason="why", documents=("x",)))
    with store.view() as view:
        held = [name for _, name in view.holders([1], most=9)]
        assert held == [made_up(2).documents[0].id, made_up(STORIES).documents[0].id]
        assert [seen.id for _, seen in view.log()][-1] == "new"
        assert [decision.id for decision in view.decisions()] == ["d", "e"]
    store.close()


def test_a_file_comes_back_from_its_backup(tmp_path: Path) -> None:
    fill(tmp_path / "a.db")
    counts = backup(tmp_path / "a.db", tmp_path / "a.backup")
    assert counts.stories == STORIES
    assert restore(tmp_path / "a.backup", tmp_path / "b.db") == counts
    assert all_of(tmp_path / "b.db") == all_of(tmp_path / "a.db")
    goes_on(tmp_path / "b.db")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name[0] == ".") == []


def test_an_archive_moves_to_a_server_and_back(tmp_path: Path, postgres: str) -> None:
    fill(tmp_path / "a.db")
    backup(tmp_path / "a.db", tmp_path / "a.backup")
    address = archive(postgres)
    restore(tmp_path / "a.backup", address)
    assert all_of(address) == all_of(tmp_path / "a.db")
    goes_on(address)
    backup(address, tmp_path / "b.backup")
    restore(tmp_path / "b.backup", tmp_path / "b.db")
    assert all_of(tmp_path / "b.db") == all_of(address)
    with pytest.raises(Refused, match="with documents"):
        restore(tmp_path / "a.backup", address)


def test_a_backup_is_of_one_moment_while_others_write(tmp_path: Path) -> None:
    fill(tmp_path / "a.db")
    stop = threading.Event()

    def write() -> None:
        store = open_store(tmp_path / "a.db")
        number = STORIES
        while not stop.is_set():
            with store.writer() as writer:
                keep(writer, made_up(number))
            number += 1
        store.close()

    writing = threading.Thread(target=write)
    writing.start()
    kept = [backup(tmp_path / "a.db", tmp_path / "a.backup").stories for _ in range(4)]
    stop.set()
    writing.join(30)
    restore(tmp_path / "a.backup", tmp_path / "b.db")
    found = all_of(tmp_path / "b.db")
    assert kept == sorted(kept)
    assert len(found[1]) == kept[-1]  # type: ignore[arg-type]


def test_a_backup_of_an_earlier_version_is_restored_and_left_as_it_is(tmp_path: Path) -> None:
    old = tmp_path / "old.backup"
    raw = sqlite3.connect(old)
    raw.executescript((Path(__file__).parent / "releases" / "0001.sql").read_text("utf-8"))
    raw.close()
    before = old.read_bytes()
    assert restore(old, tmp_path / "new.db").stories == 1
    assert all_of(tmp_path / "new.db")
    assert old.read_bytes() == before


def test_a_damaged_backup_is_not_restored(tmp_path: Path) -> None:
    fill(tmp_path / "a.db")
    backup(tmp_path / "a.db", tmp_path / "a.backup")
    octets = bytearray((tmp_path / "a.backup").read_bytes())
    octets[len(octets) // 2 : len(octets) // 2 + 200_000] = os.urandom(200_000)
    (tmp_path / "a.backup").write_bytes(octets)
    with pytest.raises(ArchiveDamaged):
        restore(tmp_path / "a.backup", tmp_path / "b.db")
    assert not (tmp_path / "b.db").exists()


def test_places_that_hold_something_are_left_as_they_are(tmp_path: Path) -> None:
    fill(tmp_path / "a.db")
    page = tmp_path / "page.html"
    page.write_text("<html>" * 99)
    for fault, place in ((NotAnArchive, page), (Refused, tmp_path / "a.db"), (ArchiveMissing, tmp_path / "no" / "b")):
        with pytest.raises(fault):
            backup(tmp_path / "a.db", place)
    backup(tmp_path / "a.db", tmp_path / "a.backup")
    with pytest.raises(Refused, match="there is an archive"):
        restore(tmp_path / "a.backup", tmp_path / "a.db")
    with pytest.raises(NotAnArchive):
        restore(page, tmp_path / "b.db")
    with pytest.raises(ArchiveMissing):
        restore(tmp_path / "none", tmp_path / "b.db")
    with pytest.raises(ArchiveMissing):
        backup(tmp_path / "none.db", tmp_path / "b.backup")
    with pytest.raises(Refused, match="memory"):
        backup(":memory:", tmp_path / "b.backup")
    assert page.read_text() == "<html>" * 99


LIMITED = """
import resource, signal, sys
from pathlib import Path
from rashomon.stores import errors, keeping
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    keeping.backup(Path(sys.argv[1]), Path(sys.argv[2]))
except errors.ArchiveError as fault:
    print(type(fault).__name__)
"""


def test_a_disk_that_fills_up_leaves_the_backup_of_before(tmp_path: Path) -> None:
    """A file that may not grow, which SQLite tells as a disk that is full or cannot be written."""
    fill(tmp_path / "a.db")
    backup(tmp_path / "a.db", tmp_path / "a.backup")
    before = (tmp_path / "a.backup").read_bytes()
    asked = [sys.executable, "-c", LIMITED, str(tmp_path / "a.db"), str(tmp_path / "a.backup")]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.stdout.strip() in {"ArchiveFull", "ArchiveUnreachable"}, done.stderr
    assert (tmp_path / "a.backup").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_backup_that_is_interrupted_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path / "a.db")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        backup(tmp_path / "a.db", tmp_path / "a.backup")
    assert not (tmp_path / "a.backup").exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_the_room_of_what_was_removed_is_given_back(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = open_store(path)
    with store.writer() as writer:
        writer.keep_stream("s", {"great": os.urandom(5_000_000), "small": b"small"})
    with store.writer() as writer:
        writer.keep_stream("s", {"great": None})
    store.vacuum()
    assert path.stat().st_size < 1_000_000
    with store.view() as view:
        assert list(view.stream("s")) == [("small", b"small")]
    store.close()


def test_a_server_is_vacuumed(postgres: str) -> None:
    store = open_store(archive(postgres))
    store.vacuum()
    store.close()


def test_a_backup_may_be_opened_as_an_archive(tmp_path: Path) -> None:
    fill(tmp_path / "a.db")
    backup(tmp_path / "a.db", tmp_path / "a.backup")
    shutil.copy(tmp_path / "a.backup", tmp_path / "c.db")
    goes_on(tmp_path / "c.db")
    with sqlite3.connect(tmp_path / "c.db") as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    raw.close()
