"""`rashomon check` at its edges: forms, exit codes, and words for a sentence that says nothing."""

import io
import json
import os
import re

import jsonschema
import pytest
from rich.console import Console
from tests.present import ferry
from typer.testing import CliRunner

from rashomon.core import Check, ClaimError, Problem
from rashomon.pipeline import Pipeline
from rashomon.present.cli import app as cli
from rashomon.present.exports.check_rows import check_row
from rashomon.present.exports.schema import schema
from rashomon.present.report.verdict import show

CHECK = ferry.CHECK


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for key in [key for key in os.environ if key.startswith("RASHOMON_")]:
        monkeypatch.delenv(key)
    monkeypatch.setattr(Pipeline, "checks", lambda self, claims, inputs, **more: (CHECK,) * len(claims))
    return lambda *arguments: CliRunner().invoke(cli.app, ["check", *arguments])


def test_the_json_is_as_the_schema_says_and_has_the_contract(run):
    result = run("The minister closed the bridge.", "x", "--format", "json")
    row = json.loads(result.stdout)
    jsonschema.validate(row, schema("check"))
    assert result.exit_code == 0
    assert row["claim"] == CHECK.claim
    assert [r["document"] for r in row["carried"]] == ["courier"]
    assert row["otherwise"][0]["differs"] == [{"on": "status", "told": "told as proposed, not done"}]
    assert row["absent"] == ["echo", "gazette", "overseas"]


def test_a_report_of_words_without_a_happening_has_no_status():
    row = check_row(
        Check(
            **{**{f: getattr(CHECK, f) for f in CHECK.__slots__}, "carried": (ferry.checked("courier", status=None),)}
        )
    )
    jsonschema.validate(row, schema("check"))
    assert row["carried"][0]["status"] is None


def test_the_terminal_tells_who_carries_it_what_differs_and_who_is_silent(run):
    shown = run("The minister closed the bridge.", "x").stdout
    assert "Carried by 1 of 5 reports; told otherwise by 1; not told by 3." in shown
    assert re.search(r"done +Harrow Courier", shown)
    assert "status: told as proposed, not done" in shown
    assert "says Engineers" in shown


def test_further_sentences_stand_under_also_and_the_first_is_as_if_alone(run):
    row = json.loads(run("The minister closed the bridge.", "x", "--also", "B.", "--format", "json").stdout)
    jsonschema.validate(row, schema("check"))
    further = row.pop("also")
    assert row == check_row(CHECK)
    assert [set(one) for one in further] == [{"claim", "points", "carried", "otherwise", "absent"}]


def test_further_sentences_are_shown_below_the_first(run):
    shown = run("The minister closed the bridge.", "x", "--also", "B.").stdout
    assert shown.count("Carried by 1 of 5 reports") == 2


def test_each_report_is_shown_with_its_place(run):
    assert re.search(r"\(\d+-\d+( of the headline)?\)", run("The minister closed the bridge.", "x").stdout)


@pytest.mark.parametrize("width", [40, 100])
def test_no_line_is_wider_than_the_terminal(width):
    console = Console(width=width, color_system=None, file=io.StringIO())
    show(CHECK, console)
    assert max(map(len, console.file.getvalue().splitlines())) <= width


def test_a_sentence_in_which_nothing_is_read_ends_with_2_and_says_what_to_give(run, monkeypatch):
    def refuse(self, claims, inputs, **more):
        raise ClaimError("nothing was read in “Hello”: say who did what")

    monkeypatch.setattr(Pipeline, "checks", refuse)
    result = run("Hello", "x")
    assert result.exit_code == 2
    assert "say who did what" in result.stderr
    assert not result.stdout


def test_no_input_ends_with_2_and_an_unreadable_one_with_1(run, monkeypatch):
    def with_problem(code, documents):
        problem = Problem(stage="ingest", code=code, message="no", address="x", fatal=True)
        made = {f: getattr(CHECK, f) for f in CHECK.__slots__} | {"problems": (problem,)}
        if not documents:
            made |= {"documents": (), "carried": (), "otherwise": (), "absent": ()}
        monkeypatch.setattr(Pipeline, "checks", lambda self, claims, inputs, **more: (Check(**made),))
        return run("The minister closed the bridge.", "x").exit_code

    assert with_problem("not-found", documents=False) == 2
    assert with_problem("not-text", documents=True) == 1
