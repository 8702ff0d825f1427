"""What `rashomon serve` says of the archive that it serves."""

import logging
from contextlib import contextmanager

import pytest
from typer.testing import CliRunner

from rashomon.present.cli import app as cli
from rashomon.stores.memory import MemoryStore

ADDRESS = "postgresql://desk:s3cret@base.example/news"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(cli.app, list(arguments))


@pytest.fixture
def serve(run, monkeypatch):
    """Serve an archive in memory under an address; what is given is done in the place of answering."""

    def served(does):
        class Quiet:
            interrupted = False

            def __init__(self, _app, *, began, **_):
                self.began = began

            def run(self, **_):
                self.began()
                does()

        @contextmanager
        def opened(_settings, **_):
            yield MemoryStore()

        monkeypatch.setattr("rashomon.present.cli.archives.opened", opened)
        monkeypatch.setattr("rashomon.present.server.listening.Listener", Quiet)
        return run("serve", ADDRESS, "--port", "0")

    return served


def test_it_names_the_archive_without_its_password(serve):
    result = serve(lambda: None)
    assert result.exit_code == 0, result.stderr
    assert "Serving postgresql://desk@base.example/news at http://127.0.0.1:" in result.stdout
    assert "s3cret" not in result.output


def ways_of_telling():
    loggers = [logging.getLogger(name) for name in ("rashomon.server", "uvicorn.error")]
    return [(list(each.handlers), each.propagate, each.level) for each in loggers]


@pytest.mark.parametrize("fault", [None, ZeroDivisionError("the server fell over")])
def test_what_it_tells_goes_to_its_stderr_while_it_serves_and_as_before_afterwards(serve, fault):
    before = ways_of_telling()

    def does():
        logging.getLogger("rashomon.server").info("the tide comes in")
        logging.getLogger("uvicorn.error").warning("the tide is out")
        if fault:
            raise fault

    result = serve(does)
    told = [line for line in result.stderr.splitlines() if "the tide" in line]
    assert told == ["rashomon: the tide comes in", "rashomon: the tide is out"]
    assert (result.exit_code != 0) is (fault is not None)
    assert ways_of_telling() == before


def test_two_archives_are_named_without_their_passwords(run):
    result = run("serve", ADDRESS, "--archive", ADDRESS + "2")
    assert result.exit_code != 0
    assert "two archives are named" in result.stderr
    assert "s3cret" not in result.output


@pytest.mark.parametrize("command", [["stats"], ["stories"], ["backup", "a.backup"]])
def test_no_command_repeats_the_password_of_an_archive_that_is_not_there(run, command):
    result = run(*command, "--archive", "postgresql://desk:s3cret@127.0.0.1:1/none")
    assert result.exit_code != 0
    assert "127.0.0.1" in result.stderr
    assert "s3cret" not in result.output
