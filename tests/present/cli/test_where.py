"""Where the stages run, as the commands are told: each fault in one line that says what to do."""

import os

import pytest
from typer.testing import CliRunner

from rashomon.core.engine import Local
from rashomon.engines import dask, engine_of
from rashomon.engines.processes import Processes
from rashomon.present.cli import app as cli
from rashomon.present.cli.running import where
from rashomon.settings import Settings, SettingsError

REPORT = "The lock at Torsund was closed on Monday, the harbour office said."
COMMANDS = ("account", "read", "add")


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(dask, "CONNECT_SECONDS", 1)
    for key in [key for key in os.environ if key.startswith("RASHOMON_")]:
        monkeypatch.delenv(key)
    (tmp_path / "post.txt").write_text(REPORT, "utf-8")

    def invoke(*arguments):
        result = CliRunner().invoke(cli.app, [str(a) for a in arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert "Traceback" not in result.stderr
        return result

    return invoke


def test_the_engine_is_the_one_that_is_named():
    assert isinstance(engine_of(Settings(engine="local")), Local)
    assert engine_of(Settings(engine="processes", workers=3)).workers == 3
    assert isinstance(engine_of(Settings()), Processes)
    pytest.importorskip("distributed")
    named = engine_of(Settings(engine="dask", scheduler="tcp://127.0.0.1:8786"))
    assert isinstance(named, dask.Dask)
    assert named._client is None, "it is come to when there is work"


def test_a_scheduler_means_a_cluster():
    assert where(None, None, "tcp://10.0.0.5:8786")["engine"] == "dask"
    assert where(None, "2", None) == {"engine": None, "workers": "2", "scheduler": None}
    with pytest.raises(SettingsError, match="--scheduler is for --engine dask, not for local"):
        where("local", None, "tcp://10.0.0.5:8786")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_scheduler_that_does_not_answer_is_one_line(run, command):
    pytest.importorskip("distributed")
    result = run(command, "post.txt", "--scheduler", "tcp://127.0.0.1:9")
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert "no scheduler answers at tcp://127.0.0.1:9 within 1 s" in line
    assert "dask scheduler" in line
    assert line.endswith("[no-scheduler]")


@pytest.mark.parametrize("command", [*COMMANDS, "watch", "rebuild"])
def test_an_extra_that_is_not_there_is_named(run, monkeypatch, command, tmp_path):
    if command == "rebuild":
        assert run("add", "post.txt", "--engine", "local").exit_code == 0
    monkeypatch.setattr(dask, "find_spec", lambda _name: None)
    result = run(command, *(() if command == "rebuild" else ("post.txt",)), "--engine", "dask")
    assert result.exit_code == 2
    assert "rashomon[cluster]" in result.stderr
    assert "[not-installed]" in result.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--workers", "many"), "workers must be a whole number from 0 to 1000, not 'many'"),
        (("--workers", "-1"), "workers must be a whole number"),
        (("--scheduler", "nowhere"), "scheduler must be the address of a scheduler, tcp://HOST:PORT"),
        (("--scheduler", "http://127.0.0.1:8787"), "tcp://HOST:PORT or tls://HOST:PORT, not 'http://127.0.0.1:8787'"),
        (("--engine", "spark"), "there is no engine 'spark'"),
    ],
)
def test_what_cannot_be_meant_is_told(run, options, words):
    result = run("read", "post.txt", *options)
    assert result.exit_code == 2
    assert words in result.stderr
