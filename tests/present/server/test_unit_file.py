"""The unit of the service, held to systemd's own check where it is there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rashomon.present.cli.app import app

UNIT = Path(__file__).parents[3] / "docs" / "how-to" / "rashomon.service"
PROGRAM = "/opt/rashomon/bin/rashomon"
analyze = shutil.which("systemd-analyze")
there = pytest.mark.skipif(analyze is None, reason="systemd-analyze is not installed")


@pytest.fixture
def unit(tmp_path):
    """The unit with a program that is there."""
    path = tmp_path / "rashomon.service"
    path.write_text(UNIT.read_text("utf-8").replace(PROGRAM, sys.executable))
    return path


@there
def test_systemd_finds_nothing_wrong_with_it(unit):
    told = subprocess.run(
        [analyze, "verify", "--man=no", unit], capture_output=True, text=True, timeout=60, check=False
    )
    assert "rashomon.service" not in told.stderr
    assert told.returncode == 0, told.stderr


@there
def test_systemd_would_find_what_is_wrong(unit):
    unit.write_text(unit.read_text().replace("ProtectSystem=strict", "ProtectSystem=somewhat"))
    told = subprocess.run(
        [analyze, "verify", "--man=no", unit], capture_output=True, text=True, timeout=60, check=False
    )
    assert "Failed to parse" in told.stderr


@there
def test_it_is_among_the_least_exposed(unit):
    """Exposure as systemd counts it, from 0 to 10, times ten."""
    command = [analyze, "security", "--offline=yes", "--threshold=25", "--no-pager", unit]
    told = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    if "Unknown" in told.stderr or "unrecognized option" in told.stderr:
        pytest.skip("this systemd-analyze cannot look at a file")
    assert told.returncode == 0, told.stdout[-600:] + told.stderr


def test_it_starts_the_command_with_options_that_there_are():
    (started,) = re.findall(r"^ExecStart=(.*)$", UNIT.read_text("utf-8"), re.MULTILINE)
    program, *options = started.split()
    assert program == PROGRAM
    told = CliRunner().invoke(app, ["serve", "--help"])
    for option in options:
        if option.startswith("--"):
            assert option in told.stdout


def test_it_is_given_longer_to_stop_than_the_server_takes():
    from rashomon.present.server.listening import LEAVE_SECONDS
    from rashomon.present.server.worker import SECONDS_TO_LEAVE

    (seconds,) = re.findall(r"^TimeoutStopSec=(\d+)$", UNIT.read_text("utf-8"), re.MULTILINE)
    assert int(seconds) > LEAVE_SECONDS + 2 * SECONDS_TO_LEAVE + 5
