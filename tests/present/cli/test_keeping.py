"""The commands that keep an archive, as a person meets them: what they say, what they refuse, and their exit codes."""

from __future__ import annotations

import json
import os
import sqlite3
from datetime import timedelta

import pytest
from tests.account.ledger import Desk
from tests.archive.keeping import BEGAN, BRIDGE_TOO, archive_at, id_of, page
from tests.properties.test_accounts import OneDesk
from typer.testing import CliRunner

from rashomon.archive import Archive
from rashomon.present.cli import app as cli
from rashomon.stores import open_store


@pytest.fixture(scope="module")
def whole(reader, tmp_path_factory):
    """The bytes of the file of an archive."""
    path = tmp_path_factory.mktemp("whole") / "desk.db"
    archive_at(path, Desk(reader=reader)).store.close()
    return path.read_bytes()


@pytest.fixture
def run(tmp_path, monkeypatch, whole):
    """Runs a command in a folder with that archive, named as the settings name it."""
    monkeypatch.chdir(tmp_path)
    for key in [key for key in os.environ if key.startswith("RASHOMON_")]:
        monkeypatch.delenv(key)
    (tmp_path / "rashomon.db").write_bytes(whole)
    return lambda *arguments, **more: CliRunner().invoke(cli.app, list(arguments), **more)


def document(words):
    store = open_store("rashomon.db")
    name = id_of(store, words)
    store.close()
    return name


def test_a_backup_is_made_told_and_never_overwritten_unasked(run, tmp_path):
    made = run("backup", "a.backup")
    assert (made.exit_code, "3 reports, 3 versions, 2 stories" in made.stdout) == (0, True)
    assert "Everything balances." in made.stdout
    again = run("backup", "a.backup")
    assert (again.exit_code, "--force" in again.stderr) == (2, True)
    assert run("backup", "a.backup", "--force").exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.backup", "rashomon.db"]


def test_a_backup_is_restored_beside_and_in_place(run, whole, tmp_path):
    run("backup", "a.backup")
    told = run("restore", "a.backup", "--archive", "b.db", "--format", "json")
    assert json.loads(told.stdout)["counts"]["documents"] == 3
    assert json.loads(told.stdout)["faults"] == []
    assert (run("restore", "a.backup", "--archive", "b.db")).exit_code == 2
    run("forget", document("bridgekeeper"), "--by", "A", "--reason", "r", "--yes")
    store = open_store("rashomon.db")
    locked = run("restore", "a.backup", "--force")
    assert (locked.exit_code, "is open" in locked.stderr) == (2, True)
    store.close()
    assert run("restore", "a.backup", "--force").exit_code == 0
    assert json.loads(run("stats", "--format", "json").stdout)["counts"]["documents"] == 3


def test_a_backup_that_does_not_balance_is_kept_and_told(run):
    with sqlite3.connect("rashomon.db") as raw:
        raw.execute("DELETE FROM members WHERE position = 1")
    raw.close()
    made = run("backup", "a.backup")
    assert (made.exit_code, "[other-documents]" in made.stderr) == (1, True)
    assert run("check-archive", "--archive", "a.backup").exit_code == 1


def test_check_archive_says_that_all_balances_or_what_does_not(run):
    whole = run("check-archive")
    assert (whole.exit_code, whole.stdout.splitlines()[-1]) == (0, "Everything balances.")
    with sqlite3.connect("rashomon.db") as raw:
        raw.execute("DELETE FROM originals WHERE id = (SELECT min(id) FROM originals)")
    raw.close()
    broken = run("check-archive")
    assert broken.exit_code == 1
    assert "[original-missing]" in broken.stderr
    told = json.loads(run("check-archive", "--format", "json").stdout)
    assert (told["balances"], {fault["code"] for fault in told["faults"]}) == (False, {"original-missing"})


def test_forget_tells_what_will_go_and_removes_nothing_unasked(run):
    name = document("bridgekeeper")
    asked = run("forget", name, "--by", "Ada Orsk", "--reason", "a court said so")
    assert asked.exit_code == 2
    assert "Council shuts swing bridge" in asked.stderr
    assert "confirm with --yes" in asked.stderr
    done = run("forget", name, "--by", "Ada Orsk", "--reason", "a court said so", "--yes")
    assert (done.exit_code, "Removed 1 report; 1 story lost some; made 1 account anew" in done.stdout) == (0, True)
    again = run("forget", name, "--by", "Ada Orsk", "--reason", "a court said so", "--yes")
    assert (again.exit_code, "removed for good before" in again.stderr) == (2, True)
    assert run("check-archive").exit_code == 0


def test_what_a_report_calls_itself_cannot_write_to_the_terminal(run, reader):
    store = open_store("rashomon.db")
    evil = page(
        "Ferry late\n\nThe ferry was late.", address="https://evil.example/", outlet="A\x1b[2J\nB", name="x\x1b]0"
    )
    Archive(store, OneDesk(Desk(reader=reader))).take_in([evil])
    store.close()
    asked = run("forget", "x\x1b]0", "--by", "A", "--reason", "r")
    assert (asked.exit_code, "\x1b" in asked.stderr) == (2, False)
    assert len([line for line in asked.stderr.splitlines() if "Ferry late" in line and "B" in line]) == 1


def test_forget_tells_of_reports_that_are_another_outlets_by_now(run, reader):
    store = open_store("rashomon.db")
    later = page(BRIDGE_TOO + " It rained.", address="https://courier.example/shut", at=BEGAN + timedelta(days=1))
    Archive(store, OneDesk(Desk(reader=reader))).take_in([later])
    store.close()
    asked = run("forget", "--outlet", "Bay Courier", "--by", "A", "--reason", "r")
    assert "among them 1 report of another outlet by now" in asked.stderr
    done = run("forget", "--outlet", "Bay Courier", "--by", "A", "--reason", "r", "--yes", "--format", "json")
    assert len(json.loads(done.stdout)["documents"]) == int(asked.stderr.partition("for good ")[2].split()[0])


def test_forget_takes_the_beginning_of_an_id_and_says_which_report_it_is(run):
    name = document("bridgekeeper")
    asked = run("forget", name[:8], "--by", "A", "--reason", "r")
    assert asked.exit_code == 2
    assert f"  {name} " in asked.stderr
    unknown = run("forget", "nowhere", "--by", "A", "--reason", "r", "--yes")
    assert unknown.exit_code == 2
    assert "there is no document 'nowhere'" in unknown.stderr


@pytest.mark.parametrize("answer", ["y", "n"])
def test_forget_asks_on_a_terminal(run, monkeypatch, answer):
    monkeypatch.setattr("rashomon.present.cli.keeping_forget._at_a_terminal", lambda: True)
    done = run("forget", document("bridgekeeper"), "--by", "A", "--reason", "r", input=f"{answer}\n")
    assert done.exit_code == (0 if answer == "y" else 2)
    left = json.loads(run("stats", "--format", "json").stdout)["counts"]["documents"]
    assert left == (2 if answer == "y" else 3)


@pytest.mark.parametrize(
    "arguments",
    [
        ["x", "--outlet", "y", "--by", "A", "--reason", "r"],
        ["--by", "A", "--reason", "r"],
        ["x", "--by", " ", "--reason", "r"],
    ],
)
def test_forget_names_one_thing_and_says_by_whom(run, arguments):
    assert run("forget", *arguments).exit_code == 2


def test_what_people_decided_outlives_it_all(run):
    ferry, bridge = document("ferry"), document("bridgekeeper")
    decided = run("decide", "merge", ferry, bridge, "--reason", "one night", "--by", "Ada Orsk")
    assert decided.exit_code == 0, decided.stderr
    assert run("check-archive").exit_code == 0
    assert run("forget", bridge, "--by", "A", "--reason", "r", "--yes").exit_code == 0
    assert run("check-archive").exit_code == 0
    assert run("rebuild", "--all").exit_code == 0
    assert run("prune", "--originals").exit_code == 0
    checked = run("check-archive", "--format", "json")
    assert (checked.exit_code, json.loads(checked.stdout)["counts"]["decisions"]) == (0, 1)


def test_rebuild_tells_what_waits_and_makes_it(run):
    assert run("rebuild", "--dry-run").stdout == "Nothing waits: all is of these versions.\n"
    waiting = run("rebuild", "--dry-run", "--digest", "extracted")
    assert "0 reports to clean, 0 reports to read, 0 reports to group, 2 accounts to make" in waiting.stdout
    done = run("rebuild", "--digest", "extracted", "--format", "json")
    assert json.loads(done.stdout)["accounts"] == 2
    assert run("rebuild", "--dry-run", "--digest", "extracted").stdout.startswith("Nothing waits")


def test_stats_tell_of_outlets_times_and_what_waits(run):
    told = run("stats", "--digest", "extracted")
    assert "Outlets: Norholm Mail 2, Bay Courier 1" in told.stdout
    assert "Reports from 2031-05-02 06:00 to 2031-05-05 06:00 (UTC)" in told.stdout
    assert "2 accounts wait to be made.\n`rashomon rebuild` makes it." in told.stdout
    assert "  documents " in run("stats", "--tables").stdout


def test_prune_says_what_goes(run):
    with sqlite3.connect("rashomon.db") as raw:
        raw.execute("UPDATE taken SET seen_at = '2011-05-02T06:00:00+00:00'")
    raw.close()
    told = run("prune", "--dry-run", "--fingerprints", "90")
    assert told.exit_code == 0
    assert "fingerprints" in told.stdout
    assert "Later copies of these reports are not found any more." in told.stdout
    done = json.loads(run("prune", "--format", "json").stdout)
    assert (done["dry"], done["dropped"]["readings"]) == (False, {"number": 0, "bytes": 0})


EACH = [
    ["backup", "x.backup"], ["check-archive"], ["rebuild"], ["stats"], ["prune"],
    ["forget", "x", "--by", "A", "--reason", "r", "--yes"],
]  # fmt: skip


@pytest.mark.parametrize("command", EACH, ids=lambda command: command[0])
def test_faults_of_an_archive_are_one_line_and_exit_code_2(run, tmp_path, command):
    (tmp_path / "page.html").write_text("<html>" * 99)
    with sqlite3.connect("rashomon.db") as raw:
        raw.execute("UPDATE archive_version SET version_num = '9999'")
    raw.close()
    for place, told in (("none.db", "there is no archive"), ("page.html", "no archive"), ("rashomon.db", "later")):
        refused = run(*command, "--archive", place)
        assert (refused.exit_code, len(refused.stderr.strip().splitlines())) == (2, 1), refused.stderr
        assert told in refused.stderr


def test_a_restore_of_what_is_no_backup_is_refused(run, tmp_path):
    (tmp_path / "page.html").write_text("<html>" * 99)
    for place in ("page.html", "none"):
        assert run("restore", place, "--archive", "b.db").exit_code == 2
    assert not (tmp_path / "b.db").exists()


@pytest.mark.parametrize("command", [["rebuild", "--all"], ["prune"], EACH[-1]], ids=lambda command: command[0])
def test_a_locked_archive_is_left_as_it_is(run, monkeypatch, command):
    name = document("bridgekeeper")
    opened = open_store
    monkeypatch.setattr("rashomon.stores.open_store", lambda place, **more: opened(place, wait_seconds=0.1, **more))
    with sqlite3.connect("rashomon.db", isolation_level=None) as raw:
        raw.execute("BEGIN IMMEDIATE")
        refused = run(*[name if word == "x" else word for word in command])
        raw.execute("ROLLBACK")
    raw.close()
    assert (refused.exit_code, "another process has been writing" in refused.stderr) == (2, True)


@pytest.mark.parametrize(
    ("command", "where"),
    [
        (["rebuild", "--all"], "rashomon.archive.keeping_rebuild.read_documents"),
        (["backup", "x.backup"], "rashomon.stores.keeping._looked_over"),
        (["prune"], "rashomon.archive.keeping_prune.drop"),
        (["check-archive"], "rashomon.archive.keeping_checked.imbalances"),
        (["forget", "x", "--by", "A", "--reason", "r", "--yes"], "rashomon.archive.keeping_forget._taken"),
    ],
    ids=lambda told: told[0] if isinstance(told, list) else "",
)
def test_interrupted_nothing_is_half_done(run, monkeypatch, tmp_path, command, where):
    name = document("bridgekeeper")

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(where, interrupted)
        done = run(*[name if word == "x" else word for word in command])
    assert done.exit_code == 130
    assert done.stderr.strip().splitlines()[-1].startswith("rashomon: interrupted")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "x.backup").exists()
    assert run("rebuild").exit_code == 0
    assert run("check-archive").exit_code == 0
    assert json.loads(run("stats", "--format", "json").stdout)["counts"]["documents"] == 3
