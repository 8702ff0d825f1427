"""The commands that ask an archive: forms, filters, paging, and clear words where something is wrong."""

import csv
import io
import json
import os
import re
import shlex
from dataclasses import replace

import jsonschema
import pytest
from rich.cells import cell_len
from tests.present import ferry
from tests.present.questions.kept import copied, expulsion, filled, keep_account, press
from typer.testing import CliRunner

from rashomon.present.cli import app as cli
from rashomon.present.exports import tables
from rashomon.present.exports.schema import schema
from rashomon.stores import open_store
from rashomon.stores.query import CODES

COMMANDS = {
    "stories": (),
    "claims": (),
    "quotes": (),
    "figures": (),
    "documents": (),
    "outlets": (),
    "search": ("bridge OR envoys",),
}
NONE_FOUND = dict.fromkeys(COMMANDS, ("zzzz",))


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    place = tmp_path_factory.mktemp("asked") / "news.db"
    store = open_store(place)
    agency = (("w1", "Corvane Agency"), ("m1", "Quay Mail", "Corvane Agency"), ("m2", "=HYPERLINK(evil)"))
    for account in (ferry.account(), expulsion(), press(agency, (copied("w1", "m1", 0.7),))):
        keep_account(store, account)
    filled(store, 6)
    store.close()
    return place


@pytest.fixture
def run(tmp_path, monkeypatch, archive):
    monkeypatch.chdir(tmp_path)
    for key in [key for key in os.environ if key.startswith("RASHOMON_")]:
        monkeypatch.delenv(key)
    monkeypatch.setenv("RASHOMON_ARCHIVE", str(archive))
    return lambda *arguments: CliRunner().invoke(cli.app, list(arguments))


@pytest.mark.parametrize(("name", "words"), COMMANDS.items())
def test_the_json_is_as_the_schema_says_and_has_every_key(run, name, words):
    result = run(name, *words, "--limit", "1000", "--format", "json")
    row = json.loads(result.stdout)
    jsonschema.Draft202012Validator(schema(name)).validate(row)
    assert result.exit_code == 0
    assert row["results"]
    published = schema(name)
    assert set(row) == set(published["properties"])
    of_result = published["$defs"][published["properties"]["results"]["items"]["$ref"].removeprefix("#/$defs/")]
    for each in row["results"]:
        assert set(each) - {"in"} == set(of_result["required"])


@pytest.mark.parametrize(("name", "words"), COMMANDS.items())
def test_csv_has_a_header_and_a_row_for_each_result(run, name, words):
    rows = list(csv.reader(io.StringIO(run(name, *words, "--limit", "1000", "--format", "csv").stdout)))
    results = json.loads(run(name, *words, "--limit", "1000", "--format", "json").stdout)["results"]
    assert len(rows) == len(results) + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not any(cell.startswith(tables.STEERING) for row in rows for cell in row)


@pytest.mark.parametrize("name", ["claims", "quotes", "figures", "search"])
def test_a_story_that_is_not_there_is_an_error(run, name):
    result = run(name, *(("bridge",) if name == "search" else ()), "--story", "nowhere")
    assert result.exit_code == 2
    assert "there is no story 'nowhere'" in result.stderr


def test_a_story_is_named_by_the_beginning_of_its_id_in_filters_and_words(tmp_path, run):
    from rashomon.core import Story

    store = open_store(tmp_path / "own.db")
    keep_account(store, replace(ferry.account(), stories=(replace(ferry.STORY, id="73ca5510"),)))
    with store.writer() as writer:
        writer.settle([Story(id="73cb0000", documents=())], made_by="test.v1")
    store.close()
    own = ("--archive", str(tmp_path / "own.db"), "--format", "json")
    whole = json.loads(run("claims", "--story", "73ca5510", *own).stdout)["results"]
    assert whole
    assert json.loads(run("claims", "--story", "73ca", *own).stdout)["results"] == whole
    assert json.loads(run("claims", "story:73ca", *own).stdout)["results"] == whole
    assert run("claims", "--story", "73c", *own).exit_code == 2


def test_a_code_that_is_no_type_is_an_error_that_names_those_there_are(run):
    result = run("claims", "--code", "FOO")
    assert result.exit_code == 2
    assert "ACCUSE, AGREE, AID" in result.stderr


def test_the_event_types_that_can_be_asked_for_are_those_that_reading_gives():
    from rashomon.read.status_lexicon import table

    assert {key.split(":")[0] for key in table("codes.tsv")} == CODES


def test_an_outlet_with_the_name_of_a_formula_is_text_in_a_table(run):
    told = run("outlets", "--format", "csv").stdout
    assert "'=HYPERLINK(evil)" in told
    assert "\n=HYPERLINK" not in told


@pytest.mark.parametrize("columns", ["80", "200", "40"])
@pytest.mark.parametrize(("name", "words"), COMMANDS.items())
def test_the_terminal_keeps_to_its_width(run, monkeypatch, name, words, columns):
    monkeypatch.setenv("COLUMNS", columns)
    result = run(name, *words, "--limit", "1000")
    assert result.exit_code == 0
    lines = [line for line in result.stdout.splitlines() if not line.startswith("more: ")]
    assert lines
    assert max(cell_len(line.rstrip()) for line in lines) <= int(columns)


@pytest.mark.parametrize("columns", ["80", "200"])
def test_no_story_and_no_outlet_loses_a_word_in_the_terminal(run, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    shown = "".join(run("stories", "--limit", "1000").stdout.split())
    for story in json.loads(run("stories", "--limit", "1000", "--format", "json").stdout)["results"]:
        assert story["id"] in shown or columns == "200"
        state = ", ".join(f"{n} {standing}" for standing, n in story["claims"].items() if n)
        assert "".join(state.split()) in shown or columns == "200"
    assert "37disputed" not in shown


def test_claims_stand_with_their_standing_in_words_and_who_tells_them_how(run):
    shown = run("claims", "--standing", "disputed", "bridge").stdout
    claim = r"^disputed +The Harrow Sound bridge is closed +\(3 origins; differ on status\)$"
    assert re.search(claim, shown, re.MULTILINE)
    assert "proposed, says engineers: The Sentinel" in shown
    assert "story s1" in shown


def test_words_said_stand_with_speaker_and_outlet(run):
    shown = run("quotes", "expel*").stdout
    assert re.search(r"indirect +“Tesmark expelled four envoys”", shown)
    assert "– Ada Orsk, in Corvane Agency" in shown


def test_an_indirect_quotation_is_never_written_without_its_sentence(run):
    import csv
    import io

    (row,) = csv.DictReader(io.StringIO(run("quotes", "expel*", "--format", "csv").stdout))
    assert row["sentence"] == "Tesmark expelled four envoys, Ada Orsk said."
    assert "in: Tesmark expelled four envoys, Ada Orsk said." in run("quotes", "expel*").stdout
    (answer,) = json.loads(run("quotes", "expel*", "--format", "json").stdout)["results"]
    assert answer["sentence"] == row["sentence"]
    every = json.loads(run("quotes", "--limit", "100", "--format", "json").stdout)["results"]
    assert {answer["form"] == "indirect" for answer in every if answer["sentence"]} == {True}


def test_what_was_found_is_marked_without_colour(run):
    assert "»bridge«" in run("search", "bridge").stdout


@pytest.mark.parametrize(("name", "words"), NONE_FOUND.items())
def test_nothing_found_is_an_answer(run, name, words):
    result = run(name, *words)
    assert result.exit_code == 0
    assert result.stdout.startswith("No ")
    row = json.loads(run(name, *words, "--format", "json").stdout)
    assert (row["results"], row["before"]) == ([], None)
    assert len(run(name, *words, "--format", "csv").stdout.splitlines()) == 1


@pytest.mark.parametrize(("name", "words"), COMMANDS.items())
def test_pages_go_on_from_the_cursor_and_each_form_gives_it(run, name, words):
    first = json.loads(run(name, *words, "--limit", "1", "--format", "json").stdout)
    again = json.loads(run(name, *words, "--limit", "1", "--before", first["before"], "--format", "json").stdout)
    assert again["results"]
    assert again["results"] != first["results"]
    assert f"more: --before {first['before']}" in run(name, *words, "--limit", "1").stdout
    told = run(name, *words, "--limit", "1", "--format", "csv")
    assert f"more: --before {first['before']}" in told.stderr
    assert not run(name, *words, "--limit", "1", "--format", "csv", "--quiet").stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_of_the_help_runs(run, name):
    said = run(name, "--help").stdout
    examples = re.findall(r"^ +rashomon (.*)$", said, re.MULTILINE)
    assert len(examples) >= 2
    for example in examples:
        result = run(*shlex.split(example.split(" > ")[0]))
        assert result.exit_code == 0, (example, result.stderr)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("claims", "--archive", "none.db"), "make one with `rashomon add PATH --archive none.db`"),
        (("claims", "colour:red"), "claims cannot be asked by 'colour'; they can by actor, code"),
        (("search", "colour:red"), "there is no field 'colour'; fields are actor, code, document"),
        (("search",), "nothing is looked for"),
        (("claims", "--since", "soon"), "'soon' is no time; write 2031-05-01"),
        (("claims", "--status", "told"), "status is one of alleged"),
        (("claims", "--limit", "0"), "a page has 1 to 1000 results"),
        (("claims", "--before", "x"), "is not what a page gave"),
        (("story", "zzzz"), "`rashomon stories` lists them"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(run, arguments, message):
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not result.stdout


def test_no_archive_is_made_by_asking(run, tmp_path):
    run("stories", "--archive", "none.db")
    assert not (tmp_path / "none.db").exists()


def test_words_that_begin_with_a_minus_stand_behind_two(run):
    with_both = run("claims", "bridge", "--format", "json").stdout
    without = run("claims", "--format", "json", "bridge", "--", "-closed").stdout
    assert len(json.loads(without)["results"]) == len(json.loads(with_both)["results"]) - 1


@pytest.mark.parametrize(
    ("ending", "begins"), [("json", "{"), ("html", "<!doctype html>"), ("md", "#"), ("txt", "Harrow")]
)
def test_a_story_has_the_forms_of_an_account(run, tmp_path, ending, begins):
    assert run("story", "s1", "-o", f"s1.{ending}").exit_code == 0
    assert (tmp_path / f"s1.{ending}").read_text("utf-8").lstrip().lower().startswith(begins.lower())


def test_a_story_in_the_terminal_and_as_json(run):
    assert "Harrow Sound bridge closed" in run("story", "s1").stdout
    row = json.loads(run("story", "s1", "--format", "json").stdout)
    jsonschema.validate(row, schema("account"))
    assert [story["id"] for story in row["stories"]] == ["s1"]


def test_times_are_against_the_clock(run):
    found = json.loads(run("documents", "--since", "today", "--format", "json").stdout)["results"]
    everything = json.loads(run("documents", "--limit", "1000", "--format", "json").stdout)["results"]
    assert len(found) < len(everything)
