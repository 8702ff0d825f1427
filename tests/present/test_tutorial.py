"""The console blocks of the README and the tutorial run as they stand, on the reports of the demo."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.present.command_lines import here

import rashomon.demo

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/tutorial.md")
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
def desk(tmp_path, monkeypatch):
    """The folder as the two pages suppose it, where one works: the demo's reports in `reports/` and in `lock/`."""
    for name in ("reports", "lock"):
        (tmp_path / name).mkdir()
        for path in rashomon.demo.paths():
            (tmp_path / name / path.name).write_bytes(path.read_bytes())
    monkeypatch.chdir(tmp_path)
    for key in [key for key in os.environ if key.startswith("RASHOMON_")]:
        monkeypatch.delenv(key)
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_a_page_is_one_that_runs(page, desk):
    """The first command of all and the server are programs of a shell, the others run where the parser is loaded."""
    ran, read = 0, 0
    for words in commands(page):
        if READING.match(words):
            read += 1
            if read > 1 and "read -" not in words:
                continue
        line = words.replace("/tmp/", f"{desk}/")
        if SERVING.match(words):
            serves(f"exec {program(line)} --port 0", desk)
            continue
        if ran or page != PAGES[0]:
            shown = here(line)
        else:
            done = subprocess.run(["bash", "-c", program(line)], capture_output=True, text=True, check=False)
            assert done.returncode == 0, (words, done.stderr)
            shown = done.stdout
        assert shown or re.search(r">|-o ", words), words
        ran += 1
    assert ran > 4
    assert read


def program(line):
    """A line as a shell can run it, whatever is installed beside."""
    command = f"{shlex.quote(sys.executable)} -c 'from rashomon.present.cli import main; main()'"
    return line.replace("rashomon", command, 1)


def serves(line, folder):
    """Holds that a server begins, says where, and ends well when it is told to."""
    with subprocess.Popen(["bash", "-c", line], cwd=folder, stdout=subprocess.PIPE, text=True) as server:
        told = next((words for words in server.stdout if words.startswith("Serving")), "")
        server.terminate()
        server.communicate(timeout=240)
    assert told, line
    assert server.returncode == 0


def test_the_reports_that_the_tutorial_tells_of_are_those_of_the_demo():
    told = set(re.findall(r"^\| `([\w.-]+)` \|", (ROOT / "docs/tutorial.md").read_text("utf-8"), re.MULTILINE))
    assert told == {path.name for path in rashomon.demo.paths()}
