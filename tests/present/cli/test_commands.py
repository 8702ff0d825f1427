"""The commands at their edges: exit codes, what goes to which stream, and files whole or not at all."""

import errno
import json
import os
import re
import resource
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from tests.present import ferry
from typer.testing import CliRunner

from rashomon.core import Account, Problem, Provenance
from rashomon.pipeline import Pipeline
from rashomon.present.cli import app as cli

DOCUMENTS = tuple(ferry.DOCUMENTS.values())
UNREADABLE = Problem(stage="ingest", code="not-text", message="the file is no text", address="x.bin", fatal=True)
MISSING = Problem(stage="ingest", code="not-found", message="there is no such file", address="none", fatal=True)


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for key in [key for key in os.environ if key.startswith("RASHOMON_")]:
        monkeypatch.delenv(key)
    return lambda *arguments, **more: CliRunner().invoke(cli.app, list(arguments), **more)


@pytest.fixture
def gives(monkeypatch):
    """Make the pipeline give an account with these documents and problems, without reading anything."""

    def make(documents=DOCUMENTS, problems=()):
        made = Account(
            documents=documents,
            stories=(ferry.STORY,) if documents else (),
            problems=tuple(problems),
            provenance=Provenance(version="0", stages=(), models=(), degraded=False),
        )
        monkeypatch.setattr(Pipeline, "account", lambda self, inputs, **more: made)

    return make


@pytest.mark.parametrize(
    ("problems", "empty", "code"),
    [
        ((), False, 0),
        ((UNREADABLE,), False, 1),
        ((MISSING,), False, 1),
        ((UNREADABLE,), True, 1),
        ((MISSING,), True, 2),
        ((), True, 2),
    ],
)
def test_the_exit_code_tells_done_set_aside_or_no_input(run, gives, problems, empty, code):
    gives(**({"documents": ()} if empty else {}), problems=problems)
    result = run("account", "x.bin", "none", "--format", "json")
    assert result.exit_code == code
    assert all(problem.address in result.stderr for problem in problems)
    assert bool(result.stdout) is not empty


def test_a_folder_whose_files_are_all_unreadable_is_an_input(run, gives):
    gives(documents=(), problems=[replace(UNREADABLE, address="folder/x.bin")])
    assert run("account", "folder").exit_code == 1


def test_another_engine_is_refused_with_those_there_are(run, gives):
    gives()
    assert run("account", "x", "--engine", "local").exit_code == 0
    result = run("account", "x", "--engine", "spark")
    assert result.exit_code == 2
    assert "there are local, processes, dask" in result.stderr


def test_the_screen_is_as_wide_as_the_terminal_says_and_full_has_all(run, gives):
    gives()
    narrow = run("account", "x", env={"COLUMNS": "60"}).stdout
    assert max(map(len, narrow.splitlines())) <= 60
    assert len(run("account", "x", "--full").stdout) > len(run("account", "x").stdout)


def test_a_soft_problem_is_a_note_and_quiet_silences_it_but_not_a_fatal_one(run, gives):
    gives(problems=(Problem(stage="clean", code="mojibake", message="mended", address="a.txt"), UNREADABLE))
    assert "mended" in run("account", "x").stderr
    quiet = run("account", "x", "--quiet")
    assert "mended" not in quiet.stderr
    assert "x.bin" in quiet.stderr


def test_the_log_can_be_json_lines(run, gives):
    gives(problems=(UNREADABLE,))
    lines = run("account", "x", "--log", "json").stderr.splitlines()
    assert [json.loads(line) for line in lines] == [
        {"level": "error", "message": "the file is no text", "code": "not-text", "stage": "ingest", "where": "x.bin"}
    ]


@pytest.mark.parametrize(
    ("name", "beginning"), [("a.json", "{"), ("a.html", "<!doctype html>"), ("a.md", "# Harrow"), ("a.txt", "Harrow")]
)
def test_the_ending_of_the_file_chooses_the_form(run, gives, tmp_path, name, beginning):
    gives()
    assert run("account", "x", "-o", name).exit_code == 0
    assert (tmp_path / name).read_text("utf-8").startswith(beginning)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_ending_that_names_no_form_is_bad_usage(run, gives):
    gives()
    result = run("account", "x", "-o", "a.pdf")
    assert result.exit_code == 2
    assert "--format" in result.stderr


def test_a_file_that_cannot_be_written_is_named(run, gives):
    gives()
    result = run("account", "x", "-o", "nowhere/a.json")
    assert result.exit_code == 2
    assert "cannot write nowhere/a.json: No such file or directory [not-written]" in result.stderr


def test_a_file_for_which_there_is_no_room_is_named_and_not_left_in_part(run, gives, tmp_path, monkeypatch):
    def full(*given, **more):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    gives()
    monkeypatch.setattr(os, "fdopen", full)
    result = run("account", "x", "-o", "a.json")
    assert result.exit_code == 2
    assert "make room there, and run again [disk-full]" in result.stderr
    assert not list(tmp_path.iterdir())


def test_an_interrupted_run_leaves_the_old_file_as_it_was(run, gives, tmp_path, monkeypatch):
    gives()
    (tmp_path / "a.json").write_text("old")

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("rashomon.present.exports.account_rows.account_row", interrupted)
    assert run("account", "x", "-o", "a.json").exit_code == 130
    assert (tmp_path / "a.json").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_an_interrupted_write_leaves_nothing_behind(tmp_path, monkeypatch):
    from pathlib import Path

    from rashomon.present.cli.target import write_whole

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.json", b"new")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "line", ["account", "account x --format pdf", "nonsense", "schema nothing", "account x --wrong", "clean"]
)
def test_bad_usage_is_exit_code_2(run, line):
    assert run(*line.split()).exit_code == 2


@pytest.mark.parametrize("words", ["nonsense = 1", "workers = 'x'"])
def test_a_bad_settings_file_is_exit_code_2(run, gives, tmp_path, words):
    gives()
    (tmp_path / "my.toml").write_text(words)
    result = run("account", "x", "--settings", "my.toml")
    assert result.exit_code == 2
    assert "my.toml" in result.stderr


def test_settings_reach_the_pipeline(run, gives, monkeypatch):
    gives()
    seen = []
    monkeypatch.setattr(Pipeline, "__init__", lambda self, settings=None, **_: seen.append(settings))
    assert run("account", "x", "--pipeline", "mine", env={"RASHOMON_ENGINE": "local"}).exit_code == 0
    assert (seen[-1].pipeline, seen[-1].engine) == ("mine", "local")


@pytest.mark.parametrize("command", ["account", "clean", "read", "copies", "group", "demo", "schema", "doctor"])
def test_the_help_of_every_command_shows_an_example(run, command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert re.search(rf"Examples?:\n(.*\n)*?.*rashomon .*{command}", result.stdout)


def test_a_schema_is_printed_as_json(run):
    assert json.loads(run("schema", "account").stdout)["title"] == "rashomon account"


def test_the_doctor_names_the_model_and_the_hash_of_its_weights(run):
    found = json.loads(run("doctor", "--format", "json").stdout)
    assert re.fullmatch(r"[0-9a-f]{64}", found["models"][0]["sha256"])
    assert found["degraded"] == []
    assert found["loads"] is True


def test_the_doctor_ends_with_one_line_on_whether_all_is_well(run, monkeypatch):
    assert run("doctor").stdout.splitlines()[-1].startswith("All is well")

    def broken(name):
        raise OSError("no such file: config.cfg")

    monkeypatch.setattr("rashomon.present.report.installation.load", broken)
    result = run("doctor")
    assert result.exit_code == 0
    assert "cannot be loaded (no such file: config.cfg)" in result.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("there", "said"), [(True, "installed"), (False, "missing: pip install 'rashomon[languages]'")]
)
def test_the_doctor_says_which_extras_are_missing(run, monkeypatch, there, said):
    monkeypatch.setattr("rashomon.present.report.installation.languages_installed", lambda: there)
    (line,) = (line for line in run("doctor").stdout.splitlines() if line.startswith("  languages "))
    assert line.endswith(f"stories across languages; {said}")


def test_the_doctor_names_every_extra_that_people_install(run):
    from rashomon.present.report.installation import EXTRAS

    declared = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))["project"]
    people = declared["optional-dependencies"].keys() - {"dev", "llm"}
    assert {"languages", *(name for name, _, _ in EXTRAS)} == people


def test_the_doctor_says_what_is_degraded_without_the_model(run):
    result = run("doctor", "--pipeline", "no_such_pipeline")
    assert "Degraded: no_such_pipeline is not installed" in result.stdout


def test_a_reader_who_leaves_early_is_no_fault(tmp_path):
    command = f"{sys.executable} -c 'from rashomon.present.cli import main; main()' schema account | head -c 10"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def processor_seconds(program):
    """The least processor time that a program takes of some runs: a busy machine stretches it, less than the clock."""
    least = float("inf")
    for _ in range(4):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return least


def test_help_is_quick():
    program = "import sys; sys.argv = ['rashomon', '--help']; from rashomon.present.cli import main; main()"
    # 0.11 s where this was written; a slow machine is measured by what the library alone takes on it, two thirds of it
    assert processor_seconds(program) < max(0.3, 3 * processor_seconds("import typer"))


@pytest.mark.parametrize(("raised", "code"), [(KeyboardInterrupt, 130), (ZeroDivisionError, 70)])
def test_what_is_raised_before_a_command_runs_has_its_exit_code_too(monkeypatch, capsys, raised, code):
    from rashomon.present.cli import main

    def fail(**_):
        raise raised

    monkeypatch.setattr("rashomon.present.cli.app.app", fail)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == code
    assert ("Traceback" in capsys.readouterr().err) is (code == 70)


def test_python_runs_the_package_as_the_command():
    told = subprocess.run([sys.executable, "-m", "rashomon", "--version"], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("rashomon ")
