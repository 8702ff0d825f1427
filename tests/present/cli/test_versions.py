"""`rashomon versions`: signs and words for what changed, one JSON shape, and exit codes."""

import json
import os
from datetime import UTC, datetime, timedelta

import jsonschema
import pytest
from typer.testing import CliRunner

from rashomon.clean import document
from rashomon.core import Given, Page
from rashomon.present.cli import app as cli
from rashomon.present.exports.schema import schema
from rashomon.stores import open_store

TOLL = "The fall of the Lantern bridge killed {} people on Friday, the Port Board said in Norvale."
CLERK = "The board had sold two pillars to a scrap dealer in Kestrin, according to a clerk of the port."
NIGHT = "Residents of the old town slept in schools and gyms, and volunteers brought soup and blankets."
NOTE = "Correction: The toll is 14, not 12."


def version(number, *lines, headline="Bridge falls"):
    given = Given(id=f"v{number}", address="https://mail.example/bridge", headline=headline, outlet="Ostrand Mail")
    return document(Page(address="-", kind="ready", text="\n\n".join(lines), given=given))


@pytest.fixture
def run(tmp_path, monkeypatch, reader):
    monkeypatch.chdir(tmp_path)
    for key in [key for key in os.environ if key.startswith("RASHOMON_")]:
        monkeypatch.delenv(key)
    store = open_store(tmp_path / "desk.db")
    versions = (
        version(1, TOLL.format(12), CLERK, NIGHT, "Share this story"),
        version(2, NIGHT, TOLL.format(14), "Share this story", NOTE, headline="Bridge falls: 14 dead"),
    )
    with store.writer() as writer:
        for number, each in enumerate(versions):
            seen = datetime(2031, 5, 2, 12, tzinfo=UTC) + timedelta(hours=number)
            added = writer.add(each, seen_at=seen, made_by="clean.test")
            writer.keep_reading(added.version, reader.read(each), made_by="read.test")
    store.close()
    return lambda *arguments: CliRunner().invoke(cli.app, ["versions", *arguments])


def test_the_terminal_marks_what_changed_by_signs_and_words(run):
    shown = " ".join(run("v1", "--archive", "desk.db").stdout.split())
    assert "Version 2, seen 2031-05-02 13:00 UTC, current: Bridge falls: 14 dead" in shown
    assert f"correction “{NOTE}”" in shown
    assert "figure [-12-] -> {+14+}" in shown
    assert f"removed [-{CLERK}-] -> told no more" in shown
    assert "moved to another place: The fall of the Lantern bridge killed [-12-]{+14+} people" in shown
    assert "\x1b" not in shown


def test_the_json_is_as_the_schema_says(run):
    result = run("v2", "--archive", "desk.db", "--format", "json")
    row = json.loads(result.stdout)
    jsonschema.validate(row, schema("versions"))
    (step,) = row["steps"]
    assert [v["document"] for v in row["versions"]] == ["v1", "v2"]
    assert [n["kind"] for n in row["versions"][1]["notices"]] == ["correction"]
    assert {a["kind"] for a in step["alterations"]} == {"headline", "figure", "removed"}
    (moved,) = (e for e in step["edits"] if e["kind"] == "moved-here")
    assert [(e["words_before"], e["words_now"]) for e in moved["inside"]] == [("12", "14")]


def test_a_document_that_is_not_there_is_bad_usage(run):
    result = run("nobody", "--archive", "desk.db")
    assert result.exit_code == 2
    assert "there is no document 'nobody'" in result.stderr


def test_an_archive_that_is_not_there_is_bad_usage_and_is_not_made(run, tmp_path):
    result = run("v1", "--archive", "none.db")
    assert result.exit_code == 2
    assert not (tmp_path / "none.db").exists()
