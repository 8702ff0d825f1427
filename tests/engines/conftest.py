"""Reports to make accounts of, and a cluster of real processes."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import timedelta
from importlib.resources import files
from pathlib import Path

import pytest
from benchmarks.told import Story, document

from rashomon.checks.engine import account_by, doubled
from rashomon.core.engine import Local

ROOT = Path(__file__).parents[2]
SECONDS = 240
PORTS = ("--port", "0", "--dashboard-address", "127.0.0.1:0")


class Cluster:
    """A scheduler and workers, each a process of its own, on the loopback interface."""

    def __init__(self, folder):
        self.file = folder / "scheduler.json"
        self.folder = folder
        self.processes = []
        self._start("scheduler", "--host", "127.0.0.1", *PORTS, "--scheduler-file", str(self.file))
        until(lambda: self.file.exists() and self.file.read_text("utf-8").endswith("}"))
        self.address = json.loads(self.file.read_text("utf-8"))["address"]

    def work(self):
        """Start a worker."""
        return self._start("worker", self.address, "--no-nanny", "--nthreads", "1", "--no-dashboard")

    def workers(self):
        """The workers that run."""
        return [process for process in self.processes[1:] if process.poll() is None]

    def close(self):
        for process in reversed(self.processes):
            process.kill()
            process.wait()

    def _start(self, what, *arguments):
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *arguments]
        environment = {**os.environ, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        self.processes.append(process)
        return process


def until(holds, seconds=SECONDS):
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come to be so in time"
        time.sleep(0.02)


def runs(pid):
    """Whether a process runs, and is not only left to be buried."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def warm(engine):
    """An engine whose processes run, so that little work is done there too."""
    assert list(engine.each(doubled, range(4), together=1)) == [0, 2, 4, 6]
    return engine


def kill(pid):
    os.kill(pid, signal.SIGKILL)


def short_reports(stories, of_each):
    """Invented reports of a few sentences, every third one a copy of the one before."""
    for seed in range(stories):
        happened, rng = Story(seed, facts=20, sayings=20), random.Random(seed)
        sentences = []
        for number in range(of_each):
            sentences = sentences if number % 3 == 2 else happened.sentences(number, rng)[:6]
            key, at = f"{seed}-{number}", happened.began + timedelta(hours=number)
            yield document(key, happened.told(number, rng), sentences, rng, outlet=f"Post {key}", at=at)


@pytest.fixture(scope="session")
def begun(tmp_path_factory):
    """A cluster for the whole session."""
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    yield made
    made.close()


@pytest.fixture
def cluster(begun):
    """The same, with two workers."""
    while len(begun.workers()) < 2:
        begun.work()
    return begun


@pytest.fixture(scope="session")
def demo():
    """The reports of the demonstration."""
    return sorted(str(each) for each in files("rashomon.demo").iterdir() if each.name.endswith((".txt", ".html")))


@pytest.fixture(scope="session")
def review(tmp_path_factory):
    """Twelve invented reports of two stories, some of them copies, as JSON lines."""
    path = tmp_path_factory.mktemp("review") / "reports.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for told in short_reports(2, 6):
            at = told.published_at.isoformat()
            row = {"id": told.id, "text": told.text, "headline": told.headline, "outlet": told.outlet}
            lines.write(json.dumps({**row, "published_at": at}) + "\n")
    return [str(path)]


@pytest.fixture(scope="session")
def here(demo, review):
    """What one process makes of both."""
    return account_by(Local(), demo), account_by(Local(), review)
