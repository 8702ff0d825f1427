"""`rashomon add`: what it makes, what it says, and what it leaves alone."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

import rashomon.demo
from rashomon.present.cli.app import app


@pytest.fixture
def add(tmp_path, monkeypatch):
    """Run `rashomon add` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RASHOMON_ARCHIVE", str(tmp_path / "desk.db"))
    runner = CliRunner()
    return lambda *arguments: runner.invoke(app, ["add", *arguments])


def test_nothing_that_is_there_makes_no_archive(add, tmp_path):
    result = add("nowhere.txt", "neither.html")
    assert result.exit_code == 2
    assert result.stderr.count("[not-found]") == 2
    assert not (tmp_path / "desk.db").exists()


def test_a_rehearsal_makes_no_archive_and_tells_what_would_be(add, tmp_path):
    path = str(rashomon.demo.paths()[0])
    first = add(path, path, "--dry-run", "--format", "json")
    assert json.loads(first.stdout)["taken"] == {"again": 1, "new": 1}
    assert not (tmp_path / "desk.db").exists()


def test_a_rehearsal_over_an_archive_knows_what_is_there(add, tmp_path):
    paths = [str(path) for path in rashomon.demo.paths()[:2]]
    assert add(paths[0], "--digest", "extracted").exit_code == 0
    before = (tmp_path / "desk.db").read_bytes()
    result = add(*paths, "--dry-run")
    assert "Would take: 1 new; 1 known already." in result.stdout
    assert (tmp_path / "desk.db").read_bytes() == before


def test_what_is_set_aside_is_counted_by_its_reason(add, tmp_path):
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 50)
    (tmp_path / "empty.txt").write_bytes(b"")
    result = add("picture.txt", "empty.txt")
    assert result.exit_code == 1
    assert "Set aside: 2 (empty 1, not-text 1)." in result.stdout
