"""A real run, ended by the signals that end processes, at moments that nobody chose."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from tests.engines.conftest import runs, until
from tests.runs.press import inputs, left, plan

COMMAND = [sys.executable, "-c", "from rashomon.present.cli import main; main()", "run"]
BESIDE = "import rashomon.pipeline.run as r; r.CLEANED_ALONE = r.READ_ALONE = r.TOLD_ALONE = 0; "
"""So few reports would be worked on without other processes."""
KILLS = 3
ATTEMPTS = 6
SECONDS = 240.0


def started(file, *, beside=False):
    command = [*COMMAND[:2], BESIDE + COMMAND[2], *COMMAND[3:]] if beside else COMMAND
    run = [*command, str(file), "--format", "json"]
    return subprocess.Popen(run, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finished(file, *, beside=False):
    run = started(file, beside=beside)
    shown, said = run.communicate(timeout=SECONDS)
    assert run.returncode == 1, said  # what is set aside is named
    return json.loads(shown)


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    return inputs(tmp_path_factory.mktemp("reports") / "in", stories=6)


@pytest.fixture(scope="module")
def unbroken(reports, tmp_path_factory):
    folder = tmp_path_factory.mktemp("unbroken") / "desk"
    file = plan(folder, reports)
    report = finished(file)
    return left(folder), report


def test_killed_at_random_moments_it_leaves_what_one_leaves_that_was_not(unbroken, reports, tmp_path):
    whole, report = unbroken
    file = plan(tmp_path / "desk", reports)
    archive, parts = tmp_path / "desk" / "desk.db", tmp_path / "desk" / "parts" / "parts.json"
    seconds, seed = sum(report["seconds"].values()), time.time_ns()
    dice, kills = random.Random(seed), 0
    while kills < KILLS and not (kills and parts.exists()):
        if parts.exists():  # it was quicker than the one before, and came to its end: from the beginning, sooner
            shutil.rmtree(tmp_path / "desk")
            file, seconds = plan(tmp_path / "desk", reports), seconds / 2
        run = started(file)
        while not archive.exists() and run.poll() is None:
            time.sleep(0.01)
        try:
            run.wait(dice.uniform(0, seconds))
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            kills += 1
        run.communicate()
    again = finished(file)
    assert kills, seed
    assert left(tmp_path / "desk") == whole, seed
    told = ("in", "out", "taken", "set_aside", "stories", "parts", "whole")
    assert [again[key] for key in told] == [report[key] for key in told], seed


def ended_at_work(begin, at_work, how, waits):
    """A run that a signal ended in the middle, what was there of it, and what it wrote.

    One that came to its end before the signal did is begun again, and ended sooner: how quickly they go on beside each
    other is the machine's.
    """
    for seconds in waits:
        run = begin()
        until(lambda run=run: at_work(run) or run.poll() is not None, SECONDS)
        time.sleep(seconds)
        there = at_work(run)
        run.send_signal(how)
        shown, said = run.communicate(timeout=SECONDS)
        if there and not (run.returncode == 1 and shown):
            return run.returncode, there, shown, said
    return pytest.fail("each run came to its end before the signal did")


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_it_ends_with_its_code_and_says_how_to_go_on(unbroken, reports, tmp_path, how, code):
    folder = tmp_path / "desk"

    def begin():
        shutil.rmtree(folder, ignore_errors=True)
        return started(plan(folder, reports))

    waits = [0.3 / 2**times for times in range(ATTEMPTS)]
    returned, _, shown, said = ended_at_work(begin, lambda _: (folder / "desk.db").exists(), how, waits)
    assert (returned, shown) == (code, "")
    file = folder / "plan.toml"
    assert f"what is done is kept, and `rashomon run {file}` goes on from there [interrupted]" in said
    finished(file)
    assert left(folder) == unbroken[0]


def below(pid):
    """The processes that one started, and those that these did, by their ids."""
    above = {}
    for each in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            state, parent = each.read_text().rpartition(")")[2].split()[:2]
            if state != "Z":
                above[int(each.parent.name)] = int(parent)
    found = {pid}
    while more := {one for one, parent in above.items() if parent in found} - found:
        found |= more
    return found - {pid}


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
@pytest.mark.parametrize(("how", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGTERM, 143)])
def test_killed_with_processes_beside_it_none_outlives_it_and_it_leaves_what_one_without_leaves(
    unbroken, reports, tmp_path, how, code
):
    whole, report = unbroken
    folder, seed = tmp_path / "desk", time.time_ns()
    dice = random.Random(seed)

    def begin():
        shutil.rmtree(folder, ignore_errors=True)
        return started(plan(folder, reports, engine="processes", more="workers = 2"), beside=True)

    waits = [dice.uniform(0, 1.5 / 2**times) for times in range(ATTEMPTS)]  # they load what reads
    returned, workers, _, _ = ended_at_work(begin, lambda run: below(run.pid), how, waits)
    assert returned == code
    until(lambda: not any(map(runs, workers)), SECONDS)
    again = finished(folder / "plan.toml", beside=True)
    assert left(folder) == whole, seed
    told = ("in", "out", "taken", "set_aside", "stories", "parts", "whole")
    assert [again[key] for key in told] == [report[key] for key in told], seed
