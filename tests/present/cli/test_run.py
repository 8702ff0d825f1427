"""`rashomon run`: its plan, what it would do, what it did, and its exit codes."""

from __future__ import annotations

import importlib.util
import io
import json
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.runs.press import inputs, lines, plan
from typer.testing import CliRunner

from rashomon.core.engine import Local
from rashomon.engines.errors import EngineError
from rashomon.present.cli.app import app


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run `rashomon run` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    return lambda *arguments: runner.invoke(app, ["run", *map(str, arguments)])


@pytest.fixture
def file(tmp_path):
    """A plan over a few reports, all of which are whole."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "wire.jsonl").write_bytes(b"".join(lines(range(2))))
    return plan(tmp_path / "desk", tmp_path / "in")


@pytest.fixture
def without_pyarrow(monkeypatch):
    """As where the extra `parquet` is not installed."""
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *more: None if name == "pyarrow" else found(name, *more)
    )


def test_the_plan_of_the_page_and_that_of_the_example_need_no_extra(run, tmp_path, without_pyarrow):
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "wire.jsonl").write_bytes(b"".join(lines([1])))
    page = (Path(__file__).parents[3] / "docs" / "how-to" / "run-large-jobs.md").read_text("utf-8")
    short = page.partition("A short one:\n\n")[2].partition("\n\n|")[0]
    for number, text in enumerate((textwrap.dedent(short), run("--example").stdout)):
        (tmp_path / f"plan{number}.toml").write_text(
            text.replace("processes", "local").replace("news.db", f"{number}.db")
        )
        result = run(f"plan{number}.toml")
        assert "In: 4. Out: 3 (3 new). Set aside: 1." in result.stdout, result.stderr
        assert result.exit_code == 1, "the glob of the plan finds nothing"
        assert (tmp_path / "tables" / "accounts" / "part-00001.jsonl").read_bytes()
        shutil.rmtree(tmp_path / "tables")


@pytest.mark.parametrize("more", [(), ("--check",)])
def test_a_form_that_needs_an_extra_says_how_it_is_installed(run, file, without_pyarrow, more):
    result = run(file, *more)
    assert result.exit_code == 2
    assert 'parquet needs pyarrow: pip install "rashomon[parquet]" (in a clone ' in result.stderr
    assert sorted(path.name for path in file.parent.iterdir()) == ["plan.toml"], "nothing is made"


def test_the_example_is_written_and_can_be_checked(run, tmp_path):
    (tmp_path / "plan.toml").write_text(run("--example").stdout)
    result = run("plan.toml", "--check")
    assert result.exit_code == 2
    assert result.stderr.count("[not-found]") == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.toml"]


def test_each_fault_of_a_plan_is_a_line_with_file_and_key(run, tmp_path):
    (tmp_path / "plan.toml").write_text('inputs = ["in"]\nwokers = 2\n[output]\narchive = 7\n')
    result = run("plan.toml")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "rashomon: plan.toml: wokers: there is no such key; did you mean workers? [bad-plan]",
        "rashomon: plan.toml: output.archive: must be a word in quotation marks, not 7 [bad-plan]",
    ]


def test_no_plan_is_bad_usage(run):
    assert run().exit_code == 2
    assert "cannot be read" in run("none.toml").stderr


def test_a_check_says_what_would_be_done_and_does_nothing(run, file):
    result = run(file, "--check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "engine local with 1 worker, 1 file of " in result.stdout
    assert "Files: 1 new." in result.stdout
    assert [path.name for path in file.parent.iterdir()] == ["plan.toml"]


def test_a_check_looks_into_the_files_and_names_those_of_which_nothing_would_come(run, tmp_path):
    reports = inputs(tmp_path / "in", stories=1)
    (reports / "g.zip").write_bytes(b"PK\x03\x04" + b"\x00" * 50)
    result = run(plan(tmp_path / "desk", reports), "--check")
    assert result.exit_code == 0
    assert "To take: 3 json-lines, 2 html, 1 binary, 1 empty, 1 feed, 1 packed." in result.stdout
    assert [line.rpartition(" ")[2] for line in result.stderr.splitlines()] == [
        "[empty]",
        "[not-text]",
        "[packed]",
    ]


@pytest.mark.parametrize("more", [(), ("--check",)])
@pytest.mark.parametrize(
    ("place", "kind", "said"),
    [
        ("parts", Path.touch, "output.folder: nothing can be written at {}: {} is no folder of yours"),
        ("desk.db", Path.mkdir, "output.archive: nothing can be written at {}: it is a folder, and the archive is"),
    ],
)
def test_an_output_that_cannot_be_is_named_with_its_key_in_a_check_and_in_a_run(run, file, more, place, kind, said):
    kind(file.parent / place)
    result = run(file, *more)
    assert result.exit_code == 2
    assert said.format(*[file.parent / place] * 2) in result.stderr
    assert result.stderr.endswith("[not-written]\n")
    assert sorted(path.name for path in file.parent.iterdir()) == sorted([place, "plan.toml"]), "nothing is made"


@pytest.mark.parametrize("more", [(), ("--check",)])
def test_all_that_is_wrong_is_named_at_once(run, tmp_path, without_pyarrow, more):
    (tmp_path / "quay.txt").write_text("The quay is closed.")
    (tmp_path / "plan.toml").write_text(
        'inputs = ["quay.txt"]\nat = "soon"\npipeline = "none_such"\n[output]\narchive = "quay.txt/below/a.db"\n'
        'folder = "quay.txt"\nforms = ["parquet"]\n'
    )
    result = run("plan.toml", *more)
    assert result.exit_code == 2
    told = [line.removeprefix("rashomon: ").removeprefix("plan.toml: ") for line in result.stderr.splitlines()]
    begins = ["at: must be", "output.archive: nothing", "output.folder: nothing", "no spaCy", "output.forms: parquet"]
    assert [line.startswith(begin) for line, begin in zip(told, begins, strict=True)] == [True] * 5, told
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.toml", "quay.txt"]


def test_an_archive_in_the_place_of_the_folder_is_refused_before_anything_is_made(run, tmp_path):
    (tmp_path / "quay.txt").write_text("The quay is closed.")
    (tmp_path / "plan.toml").write_text('inputs = ["quay.txt"]\n[output]\narchive = "f"\nfolder = "f"\n')
    for more in ("--check",), ():
        result = run("plan.toml", *more)
        assert (result.exit_code, result.stderr.count("[bad-plan]")) == (2, 1)
    assert not (tmp_path / "f").exists()


def test_a_run_gives_tables_and_accounts_in_parts_that_are_whole(run, file, tmp_path):
    result = run(file)
    assert result.exit_code == 0, result.stderr
    assert "In: 6. Out: 6 (6 new). Set aside: 0." in result.stdout
    assert "Wrote 1 of 1 part in" in result.stdout
    parts = tmp_path / "desk" / "parts"
    told = json.loads((parts / "parts.json").read_bytes())
    assert told["parts"] == 1
    assert {name: (parts / name).stat().st_size for name in told["files"]} == told["files"]
    stories = pq.read_table(io.BytesIO((parts / "stories" / "part-00001.parquet").read_bytes())).to_pylist()
    accounts = [json.loads(line) for line in (parts / "accounts" / "part-00001.jsonl").read_text().splitlines()]
    assert [row["story"] for row in stories] == [each["stories"][0]["id"] for each in accounts]
    assert sum(row["documents"] for row in stories) == 6
    assert "## claims" in (parts / "codebook.md").read_text()


def test_a_second_run_and_a_check_behind_it_have_nothing_to_do(run, file):
    run(file)
    assert "Nothing was left to do." in run(file).stdout
    checked = json.loads(run(file, "--check", "--format", "json").stdout)
    assert (checked["files"], checked["in"], checked["out"], checked["rehearsed"]) == ({"done": 1}, 6, 6, True)


def test_what_is_set_aside_is_in_the_report_with_a_place_and_the_code_is_1(run, tmp_path):
    file = plan(tmp_path / "desk", inputs(tmp_path / "in", stories=1))
    result = run(file, "--format", "json", "--quiet")
    report = json.loads(result.stdout)
    assert result.exit_code == 1
    assert report["in"] == report["out"] + sum(aside["number"] for aside in report["set_aside"].values())
    assert report["set_aside"]["empty"] == {"number": 1, "example": f"{tmp_path}/in/d-empty.txt"}
    assert list(report["seconds"]) == ["clean", "read", "group", "account", "write"]


def test_only_so_many_problems_are_named(run, tmp_path, monkeypatch):
    monkeypatch.setattr("rashomon.present.cli.run.MOST_NAMED", 2)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "wire.jsonl").write_bytes(b"{\n" * 5 + b"".join(lines([1])))
    result = run(plan(tmp_path / "desk", tmp_path / "in"))
    assert result.stderr.count("[bad-json]") == 2
    assert "3 further problems are not named here" in result.stderr
    assert "bad-json  5, as " in result.stdout


@pytest.mark.parametrize("more", [(), ("--check",)])
def test_where_all_that_is_named_is_the_runs_own_it_says_why_nothing_is_read(run, tmp_path, more):
    file = plan(tmp_path / "desk", tmp_path / "desk")
    result = run(file, *more)
    assert result.exit_code == 2
    assert "inputs: there is no file to read: all that the inputs name, " in result.stderr
    assert "[nothing-to-read]" in result.stderr
    assert "Passed over: " in result.stdout


@pytest.fixture
def nobody_listens(monkeypatch):
    """The options of a scheduler that does not answer, and for which nobody waits long."""
    monkeypatch.setattr("rashomon.engines.dask.CONNECT_SECONDS", 0.2)
    return "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"


def test_where_no_scheduler_answers_nothing_is_made(run, file, nobody_listens):
    result = run(file, *nobody_listens)
    assert result.exit_code == 2
    assert "no scheduler answers at tcp://127.0.0.1:9" in result.stderr
    assert result.stderr.endswith("[no-scheduler]\n")
    assert [path.name for path in file.parent.iterdir()] == ["plan.toml"]


def test_whatever_engine_it_is_is_come_to_before_anything_is_made(run, file, monkeypatch):
    class Nobody(Local):
        def reach(self):
            raise EngineError("nobody is there")

    monkeypatch.setattr("rashomon.engines.engine_of", lambda *_, **__: Nobody())
    result = run(file)
    assert (result.exit_code, result.stderr) == (2, "rashomon: nobody is there [engine]\n")
    assert [path.name for path in file.parent.iterdir()] == ["plan.toml"]


def test_where_no_scheduler_answers_no_archive_is_made_to_add_to(tmp_path, file, nobody_listens):
    archive = tmp_path / "other.db"
    result = CliRunner().invoke(app, ["add", str(tmp_path / "in"), "--archive", str(archive), *nobody_listens])
    assert result.exit_code == 2
    assert "[no-scheduler]" in result.stderr
    assert not archive.exists()


def test_a_run_that_has_nothing_to_do_asks_no_scheduler(run, file, nobody_listens):
    assert run(file).exit_code == 0
    result = run(file, *nobody_listens)
    assert (result.exit_code, "Nothing was left to do." in result.stdout) == (0, True)


@pytest.mark.parametrize("more", [(), ("--check",)])
def test_a_folder_of_another_run_is_named_before_anything_is_made(run, file, tmp_path, more):
    assert run(file).exit_code == 0
    other = tmp_path / "night" / "plan.toml"
    other.parent.mkdir()
    other.write_text(file.read_text().replace('folder = "parts"', f'folder = "{file.parent}/parts"'))
    result = run(other, *more)
    assert result.exit_code == 2
    assert "holds the parts of another run desk" in result.stderr
    assert result.stderr.endswith("[folder-taken]\n")
    assert [path.name for path in other.parent.iterdir()] == ["plan.toml"]


@pytest.mark.parametrize("more", [(), ("--check",)])
def test_a_name_that_another_plan_has_is_told_before_anything_is_made(run, file, more):
    assert run(file).exit_code == 0
    other = file.parent / "night" / "plan.toml"
    other.parent.mkdir()
    other.write_text(file.read_text().replace('archive = "desk.db"', 'archive = "../desk.db"'))
    result = run(other, *more)
    assert (result.exit_code, result.stderr.count("[name-taken]")) == (2, 1)
    assert [path.name for path in other.parent.iterdir()] == ["plan.toml"]


@pytest.mark.parametrize("more", [(), ("--check",)])
def test_hidden_files_are_passed_over_and_one_line_says_so(run, file, tmp_path, more):
    (tmp_path / "in" / ".draft.txt").write_text("The quay of Sarn is closed.")
    (tmp_path / "in" / ".old").mkdir()
    (tmp_path / "in" / ".old" / "1.txt").write_text("The quay of Sarn is open.")
    result = run(file, "--format", "json", *more)
    report = json.loads(result.stdout)
    said = f"2 files or folders are passed over, as {tmp_path}/in/.draft.txt: what begins with a dot is read only"
    assert [line.startswith(f"rashomon: {said}") for line in result.stderr.splitlines()] == [True]
    assert [note.startswith(said) for note in report["notes"]] == [True]
    assert (result.exit_code, sum(report["files"].values()), report["set_aside"]) == (0, 1, {})


def test_the_help_says_what_is_written_anew(run):
    shown = " ".join(run("--help").stdout.replace("│", " ").split())
    assert "and nothing else" not in shown
    assert "where a new story only moved them along" in shown


def test_the_report_is_told_also_where_progress_and_notes_are_not(run, file):
    result = run(file, "--quiet")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "In: 6. Out: 6" in result.stdout


def test_whoever_reads_the_report_may_go_before_it_comes(tmp_path):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-c", "from rashomon.present.cli import main; main()", "run", "--example"]
    try:
        ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, cwd=tmp_path, timeout=240, check=False)
    finally:
        os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_whoever_reads_what_would_be_done_may_go_too(file):
    command = [sys.executable, "-c", "from rashomon.present.cli import main; main()", "run", str(file), "--check"]
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, timeout=240, check=False)
    finally:
        os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.parametrize("more", [(), ("--format", "json")])
def test_where_nothing_that_is_named_is_there_it_says_so_and_makes_nothing(run, tmp_path, more):
    (tmp_path / "blank").mkdir()
    file = plan(tmp_path / "desk", tmp_path / "in")
    file.write_text(file.read_text().replace("inputs = [", f'inputs = ["{tmp_path}/blank", '))
    result = run(file, *more)
    assert result.exit_code == 2
    assert [line.rpartition(" ")[2] for line in result.stderr.splitlines()] == [
        "[empty-folder]",
        "[not-found]",
        "[nothing-to-read]",
    ]
    assert "inputs: there is no file to read; name files, folders or globs that are there" in result.stderr
    assert [path.name for path in file.parent.iterdir()] == ["plan.toml"]


def test_a_run_whose_reports_went_away_still_goes_on_with_what_the_archive_has(run, file, tmp_path):
    assert run(file).exit_code == 0
    (tmp_path / "in" / "wire.jsonl").unlink()
    result = run(file)
    assert result.exit_code == 2
    assert "the archive has 2 stories" in result.stdout
    assert "was taken before and is not there" in result.stderr


def test_a_fault_of_a_file_has_one_code_in_a_check_and_in_a_run(run, tmp_path):
    reports = inputs(tmp_path / "in", stories=1)
    (reports / "g.zip").write_bytes(b"PK\x03\x04" + b"\x00" * 50)
    (reports / "h.opml").write_text('<opml version="2.0"><body><outline xmlUrl="https://a.example/f"/></body></opml>')
    (reports / "i.xml").write_text("<urlset><url><loc>https://alder.example/quay</loc></url></urlset>")
    (reports / "j.txt").symlink_to(tmp_path / "gone.txt")
    file = plan(tmp_path / "desk", reports)

    codes = {"empty", "not-text", "packed", "list-of-feeds", "feed-without-words", "not-found"}

    def told(*more):
        lines = [json.loads(line) for line in run(file, "--log", "json", *more).stderr.splitlines()]
        return {(line["where"], line["code"], line["message"]) for line in lines if line["code"] in codes}

    checked = told("--check")
    assert {code for _, code, _ in checked} == codes
    assert told() == checked


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--engine", "local"), "engine local with 1 worker,"),
        (("--workers", "3"), "engine processes with 3 workers,"),
        (("--engine", "processes", "--workers", "2"), "engine processes with 2 workers,"),
    ],
)
def test_what_the_options_say_goes_before_the_plan(run, tmp_path, options, words):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "wire.jsonl").write_bytes(b"".join(lines([1])))
    file = plan(tmp_path / "desk", tmp_path / "in", engine="processes", more="workers = 4")
    assert "engine processes with 4 workers," in run(file, "--check").stdout
    assert words in run(file, "--check", *options).stdout


def test_a_cluster_of_the_plan_is_not_asked_where_an_option_names_another_engine(run, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "wire.jsonl").write_bytes(b"".join(lines([1])))
    file = plan(tmp_path / "desk", tmp_path / "in", engine="dask", more='scheduler = "tcp://127.0.0.1:9"\nworkers = 2')
    assert "engine dask with 2 workers," in run(file, "--check").stdout
    result = run(file, "--engine", "local")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "engine local with 1 worker," in result.stdout


def test_a_scheduler_given_as_an_option_is_of_dask_alone(run, file):
    assert "engine dask" in run(file, "--check", "--scheduler", "tcp://127.0.0.1:8786").stdout
    result = run(file, "--engine", "local", "--scheduler", "tcp://127.0.0.1:8786")
    assert result.exit_code == 2
    assert "--scheduler is for --engine dask, not for local" in result.stderr
