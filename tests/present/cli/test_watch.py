"""`rashomon watch`: what is said a feed, the summary, the exit codes."""

from __future__ import annotations

import json
import os

import pytest
from tests.archive.newsstand import SITE, Web, page, rss
from typer.testing import CliRunner

from rashomon.archive import Archive, Summary
from rashomon.ingest import connections
from rashomon.present.cli import app as cli


@pytest.fixture
def web(tmp_path, monkeypatch):
    """Commands run in an empty folder, fetch from a dictionary, and take in without reading."""
    monkeypatch.chdir(tmp_path)
    for key in [key for key in os.environ if key.startswith("RASHOMON_")]:
        monkeypatch.delenv(key)
    made = Web()

    class Fetches:
        def __init__(self, *_, **__):
            """Whatever the settings are."""

        def __enter__(self):
            return made

        def __exit__(self, *_):
            return None

    monkeypatch.setattr(connections, "Fetcher", Fetches)
    monkeypatch.setattr(Archive, "bring_up_to_date", lambda *_, **__: Summary())
    return made


def run(*arguments):
    return CliRunner().invoke(cli.app, ["watch", *arguments])


def test_a_round_says_a_line_a_feed_and_ends_with_a_summary(web):
    web.answers |= {"/rss": rss(("/1", "Ferry aground"), ("/2", "Bridge closed")), "/1": page("One"), "/2": page("Two")}
    done = run(f"{SITE}/rss", "--once")
    assert done.exit_code == 0
    assert done.stderr == (
        f"rashomon: The Alder Courier ({SITE}/rss): 2 entries, 2 new, 0 changed, 2 taken in; again in 30 min\n"
    )
    assert done.stdout == "1 visited, 2 new or changed entries, 2 reports taken in\n"
    again = run(f"{SITE}/rss", "--once")
    assert again.exit_code == 0
    assert "not due yet" in again.stderr
    assert again.stdout == f"Nothing is due: the next is {SITE}/rss, in 30 min; --now asks all now\n"
    assert (
        run(f"{SITE}/rss", "--once", "--now").stdout
        == "1 visited, 1 unchanged, 0 new or changed entries, 0 reports taken in\n"
    )


def test_a_folder_with_a_file_that_was_just_written_is_visited_once(web, tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "1.html").write_bytes(page("One"))
    done = run("in", "--once")
    assert done.stdout == "1 visited, 1 new or changed entry, 1 report taken in\n"
    assert "1 file written a moment ago" in done.stderr


def test_an_interrupted_command_says_one_line(web, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("rashomon.present.cli.watch._follow", interrupted)
    done = run("in", "--once")
    assert done.exit_code == 130
    assert done.stderr == (
        "rashomon: interrupted: nothing is lost, and another `rashomon watch` goes on from there [interrupted]\n"
    )


def test_what_fails_is_named_and_the_exit_code_says_so(web):
    web.answers["/rss"] = rss(("/1", "Ferry aground"))
    done = run(f"{SITE}/rss", f"{SITE}/none", "--once", "--quiet")
    assert done.exit_code == 1
    assert [line.rsplit("[")[1] for line in done.stderr.splitlines()] == ["address-not-there]"] * 2
    assert "2 visited, 1 not read" in done.stdout


def test_nothing_to_follow_is_bad_usage(web, tmp_path):
    (tmp_path / "feeds.txt").write_text("# none yet\n")
    assert run("missing.opml", "--once").exit_code == 2
    empty = run("feeds.txt", "--once")
    assert empty.exit_code == 2
    assert "empty-list" in empty.stderr


def test_a_folder_without_new_files_is_no_fault(web, tmp_path):
    (tmp_path / "in").mkdir()
    assert run("in", "--once").exit_code == 0


def test_where_no_scheduler_answers_no_archive_is_made(web, tmp_path, monkeypatch):
    monkeypatch.setattr("rashomon.engines.dask.CONNECT_SECONDS", 0.2)
    (tmp_path / "in").mkdir()
    done = run("in", "--once", "--archive", "desk.db", "--scheduler", "tcp://127.0.0.1:9")
    assert done.exit_code == 2
    assert done.stderr.endswith("[no-scheduler]\n")
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_the_log_can_be_read_by_machines(web):
    web.answers["/rss"] = rss()
    done = run(f"{SITE}/rss", "--once", "--log", "json")
    (line,) = map(json.loads, done.stderr.splitlines())
    assert (line["level"], line["where"]) == ("progress", f"{SITE}/rss")
