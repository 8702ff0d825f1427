"""Addresses among the inputs of a command: fetched where they may be, named with what to do where not."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from tests.ingest.web import Web, says
from typer.testing import CliRunner

from rashomon.present.cli import app as cli

PAGE = b"""<html><head><title>Quay closed - Harbour Post</title></head><body><article><h1>Quay closed</h1>
<p>Edda Orsk closed the northern quay of Norholm on Friday after a crane had collapsed across two rail tracks.</p>
<p>Nobody was injured, and ships were sent to the southern quay, where they waited for the tide.</p></article></body>
</html>"""


@pytest.fixture
def web():
    made = Web()
    made.answers["/a"] = says(PAGE, Content_Type="text/html")
    yield made
    made.close()


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for key in [key for key in os.environ if key.startswith("RASHOMON_")]:
        monkeypatch.delenv(key)
    monkeypatch.setenv("RASHOMON_FETCH_DELAY", "0")
    return lambda *arguments: CliRunner().invoke(cli.app, list(arguments))


def test_an_address_gives_a_document_like_a_file(web, run, monkeypatch):
    monkeypatch.setenv("RASHOMON_FETCH_PRIVATE", "yes")
    address = f"http://127.0.0.1:{web.world.port}/a"
    result = run("clean", address)
    assert result.exit_code == 0, result.stderr
    (row,) = map(json.loads, result.stdout.splitlines())
    assert (row["address"], row["headline"]) == (address, "Quay closed")
    assert web.asked[-1].headers["User-Agent"] == "Rashomon"


def test_an_address_on_this_machine_is_refused_unless_the_settings_allow_it(web, run):
    result = run("clean", f"http://127.0.0.1:{web.world.port}/a")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "this machine itself" in result.stderr
    assert "fetch_private" in result.stderr
    assert not web.asked


def test_beside_a_file_an_address_that_gives_nothing_is_set_aside(web, run, tmp_path, monkeypatch):
    monkeypatch.setenv("RASHOMON_FETCH_PRIVATE", "yes")
    (tmp_path / "mail.txt").write_text("Quay closed\n\nThe northern quay of Norholm was closed on Friday, Mail said.\n")
    result = run("clean", "mail.txt", f"http://127.0.0.1:{web.world.port}/gone")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "[address-not-there]" in result.stderr


def test_a_bad_setting_stops_what_is_fetched_and_nothing_else(run, tmp_path, monkeypatch):
    monkeypatch.setenv("RASHOMON_FETCH_BYTES", "many")
    (tmp_path / "mail.txt").write_text("Quay closed\n\nThe northern quay of Norholm was closed on Friday, Mail said.\n")
    assert run("clean", "mail.txt").exit_code == 0
    result = run("clean", "http://127.0.0.1:9/a")
    assert result.exit_code == 2
    assert "fetch_bytes must be a whole number" in result.stderr


def test_without_an_address_nothing_is_loaded_that_fetches(tmp_path):
    (tmp_path / "a.txt").write_text("The northern quay of Norholm was closed on Friday.")
    program = (
        "import sys; sys.argv = ['rashomon', 'clean', 'a.txt']\n"
        "from rashomon.present.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('LOADED', *sorted({name.split('.')[0] for name in sys.modules}))"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert not {"httpx", "httpcore", "protego", "brotli"} & set(shown.stdout.rsplit("LOADED", 1)[1].split())
