"""The console blocks of the README and the tutorial run as they stand, on the reports of the demo."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import rashomon.demo

ROOT = Path(__file__).parents[2]
NOT_HERE = re.compile(r"(make|source|mkdir|cp|python) ")
"""Commands that install, or that only lay the reports out as the fixture does."""

READING = re.compile(r"rashomon (account|check|read|demo|doctor)\b")
"""Commands that load the parser: of these one is run for each page, the rest is run in the tests of the commands."""


SERVING = re.compile(r"rashomon serve\b")
"""It goes on until it is told to stop."""


def commands(page):
    for block in re.findall(r"```console\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL):
        for line in block.splitlines():
            words = line.split("  #")[0].strip()
            if words and not NOT_HERE.match(words):
                yield words


@pytest.fixture
def desk(tmp_path):
    """A folder as the two pages suppose it: the demo's reports in `reports/` and in `lock/`."""
    for name in ("reports", "lock"):
        (tmp_path / name).mkdir()
        for path in rashomon.demo.paths():
            (tmp_path / name / path.name).write_bytes(path.read_bytes())
    return tmp_path


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_every_command_of_a_page_is_one_that_runs(page, desk):
    ran, read = 0, 0
    for words in commands(page):
        if READING.match(words):
            read += 1
            if read > 1 and "read -" not in words:
                continue
        program = f"{shlex.quote(sys.executable)} -c 'from rashomon.present.cli import main; main()'"
        line = words.replace("/tmp/", f"{desk}/").replace("rashomon", program, 1)
        environment = {key: value for key, value in os.environ.items() if not key.startswith("RASHOMON_")}
        if SERVING.match(words):
            serves(f"exec {line} --port 0", desk, environment)
            continue
        done = subprocess.run(
            ["bash", "-c", line], cwd=desk, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (words, done.stderr)
        assert done.stdout or re.search(r">|-o ", words), words
        ran += 1
    assert ran > 4
    assert read


def serves(line, folder, environment):
    """Holds that a server begins, says where, and ends well when it is told to."""
    with subprocess.Popen(
        ["bash", "-c", line], cwd=folder, env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        told = next((words for words in server.stdout if words.startswith("Serving")), "")
        server.terminate()
        server.communicate(timeout=60)
    assert told, line
    assert server.returncode == 0


def test_the_reports_that_the_tutorial_tells_of_are_those_of_the_demo():
    told = set(re.findall(r"^\| `([\w.-]+)` \|", (ROOT / "docs/tutorial.md").read_text("utf-8"), re.MULTILINE))
    assert told == {path.name for path in rashomon.demo.paths()}
