"""The stage filters: JSON lines in, JSON lines out, everything else on stderr."""

import json

import jsonschema
import pytest
from typer.testing import CliRunner

from rashomon.present.cli import app as cli
from rashomon.present.exports.schema import schema

TEXT = """The quay at Marlow Reach was shut on Friday, harbour master Edda Quill said.
"Nobody is to moor here before the spring," she told the council."""


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **more: CliRunner().invoke(cli.app, list(arguments), **more)


@pytest.fixture
def given():
    rows = [{"id": "one", "text": TEXT, "outlet": "Reach Post"}, {"id": "two", "text": TEXT, "outlet": "Tide Times"}]
    return "".join(json.dumps(row) + "\n" for row in rows)


def lines(result, name=None):
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    if name is not None:
        for row in rows:
            jsonschema.Draft202012Validator(schema(name)).validate(row)
    return rows


def test_clean_gives_a_document_a_line_with_the_text_as_it_was_given(run, given):
    result = run("clean", "-", input=given)
    assert result.exit_code == 0
    assert [(row["id"], row["text"]) for row in lines(result, "document")] == [("one", TEXT), ("two", TEXT)]


def test_what_clean_gives_comes_back_from_clean_unchanged(run, given):
    once = run("clean", "-", input=given).stdout
    assert run("clean", "-", input=once).stdout == once


def test_read_gives_a_reading_a_line(run, given):
    (one, _) = lines(run("read", "-", input=given), "reading")
    assert one["id"] == "one"
    assert "Nobody is to moor here before the spring" in [
        TEXT[q["start"] : q["end"]].strip(",") for q in one["quotations"]
    ]


def test_copies_gives_a_pair_a_line(run, given):
    (pair,) = lines(run("copies", "-", input=given), "copy")
    assert {pair["origin"], pair["copy"]} == {"one", "two"}


def test_group_gives_each_document_its_story(run, given):
    first, second = lines(run("group", "-", input=given))
    assert (first["id"], second["id"]) == ("one", "two")
    assert first["story"] == second["story"] is not None


def test_group_says_once_that_languages_stay_apart_where_the_packages_for_it_are_missing(run, given, monkeypatch):
    monkeypatch.setattr("rashomon.group.languages.choice.installed", lambda: False)
    german = json.dumps(
        {"id": "three", "text": "Der Kai von Marlow Reach ist seit Freitag gesperrt.", "language": "de"}
    )
    result = run("group", "-", input=f"{given}{german}\n")
    assert len(lines(result)) == 3
    assert result.exit_code == 0
    assert result.stderr.count("languages-apart") == 1
    assert "de, en" in result.stderr
    assert run("group", "-", "--quiet", input=f"{given}{german}\n").stderr == ""
    assert run("group", "-", input=given).stderr == ""


@pytest.mark.parametrize("stage", ["group", "copies"])
def test_a_second_document_of_one_id_is_named_and_set_aside(run, given, stage):
    result = run(stage, "-", "--quiet", input=given.replace('"two"', '"one"'))
    assert result.exit_code == 1
    assert "id-taken" in result.stderr
    assert len(lines(result)) == (1 if stage == "group" else 0)


def test_explain_says_why_each_document_is_where_it_is(run, given):
    first, second = lines(run("group", "-", "--explain", input=given))
    assert first["why"]["opened"]
    assert not second["why"]["opened"]
    assert second["why"]["score"] == pytest.approx(sum(s["adds"] for s in second["why"]["signals"]), abs=0.01)
    assert second["why"]["score"] >= second["why"]["needed"]


def test_one_bad_line_is_named_and_the_rest_is_done(run, given):
    result = run("clean", "-", input=given + "{not json}\n")
    assert [row["id"] for row in lines(result)] == ["one", "two"]
    assert result.exit_code == 1
    assert result.stderr


def test_no_input_is_exit_code_2(run):
    result = run("clean", "nothing-here.txt")
    assert result.exit_code == 2
    assert "nothing-here.txt" in result.stderr


def test_a_pipeline_that_is_not_installed_is_bad_usage(run, given):
    result = run("read", "-", "--pipeline", "no_such_pipeline", input=given)
    assert result.exit_code == 2
    assert "no_such_pipeline" in result.stderr
    assert result.stdout == ""
