"""`rashomon decide` and `rashomon decisions` on an archive of an invented press review."""

from __future__ import annotations

import csv
import getpass
import io
import json
import os
import shutil

import pytest
from tests.account.ledger import Desk
from tests.archive.bridge import ROOM, place
from tests.archive.test_laying import Clock, page
from typer.testing import CliRunner

from rashomon.archive.archive import Archive
from rashomon.pipeline import Pipeline
from rashomon.present.cli import app as cli
from rashomon.stores import open_store

SAID = "We will not gamble with a single life on this crossing"
AT = place("post", SAID).span
PLACE = f"post:{AT.start}-{AT.end}"
WHY = ("--by", "Ana Norlo", "--reason", "she was there")


@pytest.fixture(scope="module")
def taken_in(reader, tmp_path_factory):
    """An archive that took the review in."""
    desk = Desk(reader=reader)
    pipeline = type("Cached", (Pipeline,), {"reader": property(lambda _: desk)})()
    file = tmp_path_factory.mktemp("archive") / "rashomon.db"
    store = open_store(file)
    Archive(store, pipeline, now=Clock()).take_in(map(page, ROOM.documents))
    store.close()
    return file, desk


@pytest.fixture
def run(taken_in, tmp_path, monkeypatch):
    file, desk = taken_in
    shutil.copy(file, tmp_path / "rashomon.db")
    monkeypatch.chdir(tmp_path)
    for key in [key for key in os.environ if key.startswith("RASHOMON_")]:
        monkeypatch.delenv(key)
    monkeypatch.setattr(Pipeline, "reader", property(lambda _: desk))
    return lambda *arguments: CliRunner().invoke(cli.app, list(arguments))


@pytest.fixture
def account(tmp_path):
    """The account of the story that a document is in."""

    def find(document):
        store = open_store(tmp_path / "rashomon.db")
        with store.view() as view:
            found = view.account(view.story_of(document).story.id).account
        store.close()
        return found

    return find


def decided(result):
    """The id of the decision that was written."""
    assert result.exit_code == 0, result.output
    return result.stdout.split()[1]


def test_a_speaker_takes_effect_at_once(run, account):
    result = run("decide", "speaker", PLACE, "--name", "Mira Falk", *WHY)
    name = decided(result)
    assert "by Ana Norlo; it bears on 1 story" in result.stdout
    assert "1 account made anew" in result.stdout
    assert [(each.id, each.kind) for each in account("post").decisions] == [(name, "speaker")]


def test_two_stories_are_merged_and_apart_again_once_it_is_ended(run, account):
    name = decided(run("decide", "merge", "star", "dispatch", *WHY))
    assert set(account("dispatch").documents) == {"star", "dispatch"}
    result = run("decide", "end", name, "--by", "Bo Tormar", "--reason", "two towns")
    assert f"Ended {name}, by Bo Tormar; it bears on 2 stories" in result.stdout
    assert account("dispatch").documents == ("dispatch",)


@pytest.mark.parametrize(
    "arguments",
    [
        ("split", "courier"),
        ("move", "courier", "star"),
        ("one-party", "Tessa Orlow", "The Iron Lady of Norholm"),
        ("one-party", "Tessa Orlow", "The Iron Lady of Norholm", "--in", "post"),
        ("not-that-claim", "courier:29-64"),
        ("not-a-copy", "post", "echo"),
    ],
    ids=lambda arguments: " ".join(arguments[:1] + arguments[3:4]),
)
def test_every_kind_is_decided_and_named_in_the_account(run, account, arguments):
    name = decided(run("decide", *arguments, *WHY))
    (named,) = account("post").decisions
    assert (named.id, named.kind, named.by) == (name, arguments[0], "Ana Norlo")
    assert named.effect


def test_a_note_stands_in_the_account(run, account):
    decided(run("decide", "note", PLACE, "post", "--by", "Ana Norlo", "--reason", "She told us this on the quay."))
    assert [note.text for note in account("post").notes] == ["She told us this on the quay."]


def test_who_decides_is_the_setting_else_the_login_name_and_said(run, monkeypatch):
    monkeypatch.setattr(getpass, "getuser", lambda: "anorlo")
    assert "by anorlo (the login name);" in run("decide", "note", "post", "--reason", "r").stdout
    monkeypatch.setenv("RASHOMON_BY", "Ana Norlo")
    assert "by Ana Norlo (the setting `by`);" in run("decide", "note", "post", "--reason", "s").stdout
    assert "by Bo Tormar;" in run("decide", "note", "post", "--reason", "t", "--by", "Bo Tormar").stdout


def test_where_there_is_no_login_name_one_must_be_given(run, monkeypatch):
    def nobody():
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    result = run("decide", "note", "post", "--reason", "r")
    assert result.exit_code == 2
    assert "give --by NAME" in result.output


def test_it_is_dated_as_said(run):
    decided(run("decide", "note", "post", "--at", "2031-05-06T10:00+02:00", *WHY))
    (row,) = json.loads(run("decisions", "--format", "json").stdout)["decisions"]
    assert row["at"] == "2031-05-06T08:00:00+00:00"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("decide", "merge", "post", "nowhere", *WHY), "there is no story and no document nowhere"),
        (("decide", "speaker", PLACE, *WHY), "--name NAME, or --nobody"),
        (("decide", "speaker", PLACE, "--name", "A", "--nobody", *WHY), "--name NAME, or --nobody"),
        (("decide", "note", "post", "--by", "A", "--reason", " "), "--by and --reason"),
        (("decide", "note", "post", "--at", "yesterday", *WHY), "yesterday is no time"),
        (("decide", "note", "post", "--at", "2031-05-06T10:00", *WHY), "has no zone"),
        (("decide", "end", "none", *WHY), "there is no decision none"),
        (("decide", "note", "post", "--archive", "other.db", *WHY), "other.db"),
        (("decisions", "--archive", "other.db"), "other.db"),
    ],
    ids=lambda case: case if isinstance(case, str) else None,
)
def test_bad_usage_is_told_and_writes_nothing(run, arguments, told, tmp_path):
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.output
    assert not (tmp_path / "other.db").exists()
    assert run("decisions").stdout == "Nothing was decided.\n"


def test_decisions_are_listed_in_three_forms(run):
    first = decided(run("decide", "speaker", PLACE, "--name", "Mira Falk", *WHY))
    second = decided(run("decide", "split", "courier", "--by", "Ana Norlo", "--reason", 'another, "older" story'))
    decided(run("decide", "end", second, "--by", "Bo Tormar", "--reason", "it is not"))
    shown = run("decisions").stdout
    assert f"{first}  speaker  Mira Falk {PLACE}" in shown
    assert f"“{SAID}”" in shown
    assert "ended by Bo Tormar" in shown
    rows = json.loads(run("decisions", "--format", "json").stdout)["decisions"]
    assert [(row["id"], row["ended"] is not None) for row in rows] == [(first, False), (second, True)]
    assert rows[0]["places"] == [{"document": "post", "start": AT.start, "end": AT.end, "words": SAID}]
    table = list(csv.DictReader(io.StringIO(run("decisions", "--format", "csv").stdout)))
    assert [row["reason"] for row in table] == ["she was there", 'another, "older" story']
    assert table[1]["ended_by"] == "Bo Tormar"
    of_courier = json.loads(run("decisions", "--document", "courier", "--format", "json").stdout)["decisions"]
    assert [row["id"] for row in of_courier] == [second]


def test_a_name_that_is_told_nowhere_is_said_to_be_and_is_written_all_the_same(run):
    result = run("decide", "one-party", "Tessa Orlow", "Nobody Known", *WHY)
    name = decided(result)
    assert "has no effect now: Nobody Known is told nowhere" in result.stdout
    assert "Tessa Orlow is told" not in result.stdout
    shown = run("decisions").stdout
    assert name in shown
    assert "Nobody Known is told nowhere" in shown
    (row,) = json.loads(run("decisions", "--format", "json").stdout)["decisions"]
    assert row["state"]["code"] == "decision-without-effect"


def test_a_decision_says_what_it_changed(run):
    result = run("decide", "one-party", "Tessa Orlow", "The Iron Lady of Norholm", *WHY)
    assert "It is in effect: " in result.stdout
    earlier = decided(run("decide", "speaker", PLACE, "--name", "Mira Falk", *WHY))
    decided(run("decide", "speaker", PLACE, "--name", "Bo Tormar", *WHY))
    rows = json.loads(run("decisions", "--format", "json").stdout)["decisions"]
    assert [row["state"]["code"] for row in rows] == ["in-effect", "decision-overruled", "in-effect"]
    assert rows[1]["id"] == earlier
    (label,) = [row for row in exported(run) if row["label"] == "speaker"]
    assert label["speaker"] == "Bo Tormar"


def test_a_note_on_a_story_names_it_and_times_are_to_the_minute(run):
    decided(run("decide", "note", "post", "mail", "echo", "courier", "--at", "2031-05-06T10:00:07.123+00:00", *WHY))
    shown = run("decisions").stdout
    (row,) = json.loads(run("decisions", "--format", "json").stdout)["decisions"]
    assert f"story {row['state']['stories'][0]} (4 documents)" in shown
    assert "Ana Norlo, 2031-05-06 10:00 UTC: she was there" in shown


def exported(run):
    return [json.loads(line) for line in run("decisions", "export").stdout.splitlines()]


def test_labels_are_of_what_holds_and_do_not_contradict_each_other(run):
    decided(run("decide", "split", "courier", "echo", *WHY))
    decided(run("decide", "move", "courier", "post", *WHY))
    together, apart = set(), set()
    for row in exported(run):
        together |= {frozenset((a, b)) for a in row["together"] for b in row["together"] if a != b}
        apart |= {frozenset((a, b)) for a in row["together"] for b in row["apart_from"]}
    assert frozenset(("courier", "post")) in together
    assert frozenset(("echo", "post")) in apart
    assert not together & apart


def test_documents_decisions_and_stories_are_named_by_the_beginnings_of_their_ids(run, account):
    name = decided(run("decide", "merge", account("star").id[:8], "disp", *WHY))
    assert set(account("dispatch").documents) == {"star", "dispatch"}
    assert run("decisions", "--document", "dispa").stdout.startswith(name)
    assert f"Ended {name}" in run("decide", "end", name[:6], "--reason", "no", "--by", "Bo").stdout
    unknown = run("decisions", "--document", "nowhere")
    assert unknown.exit_code == 2
    assert "there is no document 'nowhere'" in unknown.stderr


def test_decisions_are_exported_as_labels(run, tmp_path):
    decided(run("decide", "speaker", PLACE, "--nobody", *WHY))
    run("decisions", "export", "-o", "labels.jsonl")
    (label,) = [json.loads(line) for line in (tmp_path / "labels.jsonl").read_text("utf-8").splitlines()]
    assert (label["label"], label["words"], label["speaker"]) == ("speaker", SAID, None)
    assert run("decisions", "--archive", "rashomon.db", "export").stdout.count("\n") == 1
