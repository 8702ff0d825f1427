"""SIGTERM ends a command as Ctrl-C does; each is a process of its own, which a failing test may well end."""

from __future__ import annotations

import subprocess
import sys

import pytest

COMES = """
import os, signal
def comes(*_, **__):
    os.kill(os.getpid(), signal.SIGTERM)
    signal.pause()
"""
MAIN = "import sys; sys.argv = ['rashomon', *sys.argv[1:]]; from rashomon.present.cli import main; main()"
OVER = {
    "account": "import rashomon.pipeline.run as run; run.Pipeline.account = comes",
    "read": "import rashomon.pipeline.run as run; run.Pipeline.documents = comes",
    "add": "import rashomon.archive.intake as intake; intake.Intake.keep = comes",
}
"""In the place of what a command does: the signal comes."""


def ended(program, *arguments, folder=None):
    return subprocess.run(
        [sys.executable, "-c", COMES + program, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


@pytest.mark.parametrize(
    "command",
    [("account", "a.txt", "-o", "a.json"), ("read", "a.txt"), ("add", "a.txt", "--archive", "desk.db")],
    ids=lambda command: command[0],
)
def test_a_command_ends_with_a_line_and_its_code(tmp_path, command):
    (tmp_path / "a.txt").write_text("The council closed the Alder bridge on Monday.")
    done = ended(f"{OVER[command[0]]}\n{MAIN}", *command, folder=tmp_path)
    assert done.returncode == 143, done.stderr
    said = done.stderr.splitlines()[-1]
    assert said.startswith("rashomon: ended by SIGTERM: ")
    assert said.endswith(" [interrupted]")
    assert not (tmp_path / "a.json").exists()


@pytest.mark.parametrize(
    ("program", "code", "shown"),
    [
        ("with edge(Messages()): comes()", 143, ""),
        ("with edge(Messages()): pass\ncomes()", -15, ""),
        ("with edge(Messages(), sigterm=False): comes()", -15, ""),
        ("signal.signal(15, lambda *_: print('own') or os._exit(7))\nwith edge(Messages()): comes()", 7, ""),
        ("signal.signal(15, signal.SIG_IGN)\nwith edge(Messages()): os.kill(os.getpid(), 15); print('on')", 0, "on\n"),
    ],
    ids=["within", "afterwards", "left to the command", "taken by whoever runs us", "ignored"],
)
def test_it_is_taken_only_within_a_command_and_from_nobody(program, code, shown):
    around = (
        "from rashomon.present.cli.edge import Messages, edge\nimport sys, typer\n"
        "def run():\n" + "\n".join(f"    {line}" for line in program.splitlines()) + "\n"
        "try:\n    run()\nexcept typer.Exit as leaving:\n    sys.exit(leaving.exit_code)\n"
    )
    done = ended(around)
    assert done.returncode == code, done.stderr
    if shown:
        assert done.stdout == shown


LIBRARY = """
from contextlib import closing
from rashomon.engines.processes import Processes
from rashomon.runs import Run
with closing(Processes(workers=1)) as engine:
    assert list(engine.each(sorted, [1], together=1)) == [1]
    print(signal.getsignal(signal.SIGTERM) is signal.SIG_DFL)
"""


def test_who_uses_the_library_has_no_handler_of_ours():
    assert ended(LIBRARY).stdout == "True\n"
