"""`rashomon keys`: made, listed, ended."""

import json

import pytest
from typer.testing import CliRunner

from rashomon.present.cli.app import app
from rashomon.present.server.keys import Scope, holder, scopes_of
from rashomon.stores import open_store


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(*words, code=0):
        told = CliRunner().invoke(app, ["keys", *words])
        assert told.exit_code == code, told.output
        return told.output

    return run


def held(key, at=None):
    from datetime import UTC, datetime

    store = open_store("rashomon.db", create=False)
    with store.view() as view:
        found = holder(view, key, at or datetime.now(UTC))
    store.close()
    return found


def test_a_key_is_shown_once_and_its_name_and_scopes_are_kept(run):
    key = run("add", "night desk", "--scope", "read", "--scope", "decide", "--by", "Ana Norlo").strip()
    found = held(key)
    assert (found.name, found.made_by, scopes_of(found)) == ("night desk", "Ana Norlo", {Scope.READ, Scope.DECIDE})
    listed = run("list")
    assert "night desk" in listed
    assert key.split("_", 2)[2] not in listed  # the secret may itself hold "_"


def test_without_a_scope_a_key_reads(run):
    assert scopes_of(held(run("add", "reader").strip())) == {Scope.READ}


def test_a_key_is_ended_by_its_id_or_by_itself(run):
    one, other = run("add", "one").strip(), run("add", "other").strip()
    run("end", one.split("_")[1])
    assert held(one) is None
    assert held(other)
    assert other not in run("end", other)
    assert held(other) is None
    rows = [json.loads(line) for line in run("list", "--format", "json").splitlines()]
    assert [(row["name"], row["holds"]) for row in rows] == [("one", False), ("other", False)]
    assert not any("digest" in row for row in rows)


def test_ending_a_key_that_is_not_there_is_bad_usage(run):
    run("add", "one")
    assert "there is no key 'none'" in run("end", "none", code=2)


@pytest.mark.parametrize("day", ["tomorrow", "2031-13-01", "2001-01-01"])
def test_a_key_ends_on_a_day_to_come(run, day):
    assert day in run("add", "one", "--until", day, code=2)


def test_a_key_may_end_by_itself(run):
    from datetime import UTC, datetime

    key = run("add", "one", "--until", "2999-01-02").strip()
    assert held(key, datetime(2999, 1, 1, 23, tzinfo=UTC))
    assert held(key, datetime(2999, 1, 2, tzinfo=UTC)) is None


def test_two_archives_named_at_once_are_bad_usage(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(app, ["serve", "a.db", "--archive", "b.db"])
    assert told.exit_code == 2
    assert "name one" in told.output
    assert not list(tmp_path.iterdir())
