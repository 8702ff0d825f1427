"""An archive is held to every rule; what is wrong in it is named with its place, and what waits is no fault."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import timedelta

import pytest
from tests.account.ledger import Desk
from tests.archive.keeping import BEGAN, BRIDGE_LATER, PAGES, archive_at, page
from tests.properties.test_accounts import OneDesk

from rashomon.archive import Archive
from rashomon.archive.keeping_checked import Checked, check
from rashomon.core import Problem
from rashomon.pipeline import silent
from rashomon.stores import open_store


@pytest.fixture(scope="module")
def desk(reader):
    """Reads each document once."""
    return Desk(reader=reader)


def looked(archive):
    """The faults, and what was looked at."""
    with archive.store.view() as view:
        *faults, checked = check(view, archive.pipeline.makers, silent)
    assert all(isinstance(fault, Problem) for fault in faults)
    assert isinstance(checked, Checked)
    return faults, checked


@pytest.fixture(scope="module")
def whole(desk, tmp_path_factory):
    """The file of an archive, to be copied."""
    path = tmp_path_factory.mktemp("whole") / "desk.db"
    archive_at(path, desk).store.close()
    return path


def broken(whole, tmp_path, desk, *statements):
    """The faults after somebody meddled with the tables."""
    path = shutil.copy(whole, tmp_path / "desk.db")
    raw = sqlite3.connect(path)
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()
    archive = Archive(open_store(path), OneDesk(desk))
    faults, _ = looked(archive)
    archive.store.close()
    return faults


@pytest.mark.parametrize("place", [":memory:", "file"])
def test_an_archive_that_was_only_written_by_intakes_balances(desk, tmp_path, place):
    archive = archive_at(place if place == ":memory:" else tmp_path / "desk.db", desk)
    archive.take_in([page(BRIDGE_LATER, address="https://norholm.example/bridge"), *PAGES])
    faults, checked = looked(archive)
    assert faults == []
    assert (checked.versions, checked.originals, checked.unnamed_originals) == (4, 4, 0)
    assert not checked.waits.any
    archive.store.close()


def test_what_waits_is_counted_and_no_fault(desk, monkeypatch):
    archive = archive_at(":memory:", desk)
    monkeypatch.setattr(archive, "bring_up_to_date", lambda progress: type(archive.take_in([], dry_run=True))())
    archive.take_in([page(BRIDGE_LATER, address="https://bay.example/b", at=BEGAN + timedelta(hours=3))])
    faults, checked = looked(archive)
    assert faults == []
    assert (checked.waits.readings, checked.waits.stories) == (1, 1)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE originals SET octets = (SELECT max(octets) FROM originals)", "original"),
        ("DELETE FROM originals WHERE id = (SELECT min(id) FROM originals)", "original-missing"),
        ("UPDATE documents SET number = 7 WHERE document = (SELECT min(document) FROM documents)", "line"),
        ("UPDATE documents SET current = 0 WHERE document = (SELECT min(document) FROM documents)", "count"),
        ("UPDATE documents SET body = (SELECT max(body) FROM documents)", "version"),
        ("DELETE FROM members WHERE position = 1", "other-documents"),
        ("DELETE FROM fingerprints WHERE hash = (SELECT min(hash) FROM fingerprints)", "fingerprints"),
        ("DELETE FROM streams WHERE key LIKE '%columns/%'", "stream"),
        ("UPDATE streams SET body = x'28b52ffd2000010000' WHERE key LIKE '%stream'", "stream"),
        ("DELETE FROM documents WHERE document = (SELECT min(document) FROM documents)", "log-version"),
        ("UPDATE readings SET body = (SELECT body FROM readings ORDER BY length(body) DESC)", "reading-place"),
        ("UPDATE claims SET words = 'nothing' WHERE key = (SELECT min(key) FROM claims)", "not-found"),
    ],
)
def test_what_somebody_broke_is_told(whole, desk, tmp_path, statement, code):
    assert code in {fault.code for fault in broken(whole, tmp_path, desk, statement)}


def test_a_fault_names_its_document_and_its_place(whole, desk, tmp_path):
    longest = "UPDATE readings SET body = (SELECT body FROM readings ORDER BY length(body) DESC)"
    fault = next(fault for fault in broken(whole, tmp_path, desk, longest) if fault.code == "reading-place")
    assert fault.document is not None
    assert fault.span is not None
