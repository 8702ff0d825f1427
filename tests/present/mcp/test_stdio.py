"""`rashomon mcp` as an assistant starts it: another process, spoken to over its standard input and output."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import anyio
import pytest
from mcp import Client, StdioServerParameters
from tests.present.mcp.given import WEIR
from typer.testing import CliRunner

import rashomon
from rashomon.present.cli.app import app

ENVIRONMENT = {"PYTHONPATH": str(Path(rashomon.__file__).parents[1])}
PROGRAM = ["-c", "from rashomon.present.cli import main; main()", "mcp"]


def test_the_official_client_asks_over_standard_input_and_output(built, tmp_path):
    async def talk():
        server = StdioServerParameters(
            command=sys.executable, args=[*PROGRAM, "--archive", str(built)], cwd=tmp_path, env=ENVIRONMENT
        )
        async with Client(server, read_timeout_seconds=240) as client:
            names = [tool.name for tool in (await client.list_tools()).tools]
            found = await client.call_tool("story", {"words": "weir"})
            wrong = await client.call_tool("story", {"story": "nowhere"})
            account = await client.call_tool("account", {"documents": WEIR, "most_chars": 8000})
            return client.server_info, names, found, wrong, account

    info, names, found, wrong, account = anyio.run(talk)
    assert (info.name, names) == ("rashomon", ["account", "check_claim", "find_quotes", "story", "compare"])
    assert found.structured_content["found"][0]["title"] == "Weir at Sandrow opens"
    assert wrong.is_error
    assert account.structured_content["stories"][0]["claims"]
    assert len(account.content[0].text) <= 8000


def test_without_an_archive_it_serves_texts_and_ends_with_its_input(tmp_path):
    done = subprocess.run(
        [sys.executable, *PROGRAM], cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        check=False, env=ENVIRONMENT, timeout=240,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def run(tmp_path, monkeypatch):
    """What it says where it cannot start: in this process, there is nobody to speak to."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(app, ["mcp", *arguments])


@pytest.mark.parametrize("arguments", [["--archive", "none.db"], ["--settings", "desk.toml"]])
def test_an_archive_that_is_named_and_not_there_is_told(run, tmp_path, arguments):
    (tmp_path / "desk.toml").write_text('archive = "none.db"\n')
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "there is no archive at none.db" in done.stderr
    assert not (tmp_path / "none.db").exists()


def test_without_the_extra_it_says_what_to_install(run, monkeypatch):
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *more: None if name == "mcp" else find(name, *more))
    done = run()
    assert done.exit_code == 2
    assert 'tools for assistants need mcp: pip install "rashomon[mcp]"' in done.stderr
    assert "Traceback" not in done.stderr
