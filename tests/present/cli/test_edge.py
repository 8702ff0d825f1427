"""The edge of every command: what ends it is told in one line, with its place."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from rashomon.core import RashomonError
from rashomon.engines.errors import NoWorkersError, SchedulerLostError
from rashomon.present.cli.edge import Messages, edge
from rashomon.present.cli.options import Log
from rashomon.runs.marks import TakenOverError
from rashomon.stores.errors import ArchiveFull, ArchiveLocked

FULL = Path("/dev/full")


def test_what_could_not_be_written_is_named(tmp_path, capsys):
    missing = tmp_path / "none" / "out.json"
    with pytest.raises(typer.Exit) as ended, edge(Messages(log=Log.PLAIN, quiet=True)):
        missing.write_text("{}", "utf-8")
    assert ended.value.exit_code == 2
    assert f"could not be written: {missing}: No such file or directory" in capsys.readouterr().err


def test_a_full_disk_behind_standard_output_has_no_place(capsys):
    with pytest.raises(typer.Exit), edge(Messages(log=Log.PLAIN, quiet=True)):
        raise OSError(28, "No space left on device")
    assert "could not be written: No space left on device" in capsys.readouterr().err


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_has_a_code_of_its_own_and_says_what_to_do(capsys, number):
    with pytest.raises(typer.Exit) as ended, edge(Messages(log=Log.PLAIN)):
        raise OSError(number, "No room", "/news/tables")
    assert ended.value.exit_code == 2
    told = (
        "rashomon: the output could not be written: /news/tables: No room: make room there, and run again [disk-full]\n"
    )
    assert capsys.readouterr().err == told


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (RashomonError, "bad-usage"),
        (SchedulerLostError, "scheduler-lost"),
        (NoWorkersError, "no-workers"),
        (TakenOverError, "run-overtaken"),
        (ArchiveFull, "disk-full"),
        (ArchiveLocked, "archive-busy"),
    ],
)
def test_what_ends_a_command_has_the_code_of_its_kind(capsys, kind, code):
    with pytest.raises(typer.Exit) as ended, edge(Messages(log=Log.PLAIN)):
        raise kind("the quay is closed")
    assert ended.value.exit_code == 2
    assert capsys.readouterr().err == f"rashomon: the quay is closed [{code}]\n"


@pytest.mark.parametrize("asked", ["--help", "--version", "account --help"])
def test_help_onto_a_full_disk_is_no_fault_of_ours(asked):
    with FULL.open("w") as full:
        command = [sys.executable, "-m", "rashomon", *asked.split()]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr.endswith("No space left on device: make room there, and run again [disk-full]\n")
    assert ended.stderr.count("\n") == 1
