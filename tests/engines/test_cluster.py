"""Work on a cluster: a scheduler and workers that are processes of their own, one killed, one added, none lost."""

import logging
import os
import subprocess
import sys
import time

import msgspec
import pytest
from tests.engines.conftest import SECONDS, Cluster, kill, short_reports, until

from rashomon.checks import check_engine
from rashomon.checks import engine as checks
from rashomon.checks.engine import account_by, doubled
from rashomon.core.engine import Local
from rashomon.engines import dask as dask_module
from rashomon.engines import engine_of
from rashomon.engines.dask import Dask, worked
from rashomon.engines.errors import EngineError, NoSchedulerError, NoWorkersError, SchedulerLostError
from rashomon.pipeline import Pipeline
from rashomon.settings import Settings

pytest.importorskip("distributed")


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """On a busy machine a scheduler may answer late."""
    monkeypatch.setattr(dask_module, "CONNECT_SECONDS", 120)


@pytest.fixture
def engine(cluster):
    made = Dask(scheduler=cluster.address)
    yield made
    made.close()


@pytest.fixture
def quiet(monkeypatch):
    """What the library tells of what is lost is no fault here."""
    monkeypatch.setattr(logging.getLogger("distributed"), "level", logging.CRITICAL)


def slowly(numbers):
    time.sleep(0.1)
    return [(os.getpid(), number) for number in numbers]


def test_a_cluster_keeps_to_what_an_engine_is(cluster):
    check_engine(lambda: Dask(scheduler=cluster.address), outlives=False)


def test_one_of_its_own_outlives_its_processes_and_sets_aside_what_ends_them(quiet):
    own = Dask(workers=2)
    try:
        assert list(own.each(doubled, range(3), together=1, alone=3)) == [0, 2, 4]
        assert own._cluster is None, "little work is done here"
        checks._ends(own)
    finally:
        own.close()


def test_the_accounts_are_the_same_byte_for_byte(engine, demo, review, here):
    assert (account_by(engine, demo), account_by(engine, review)) == here


def at_work(engine):
    """How many workers have something in hand."""
    return sum(bool(tasks) for tasks in engine._client.processing().values())


def test_a_killed_worker_costs_no_report_and_the_account_is_the_same(cluster, engine, quiet):
    """Two workers read; one is killed while both have reports in hand."""
    documents = list(short_reports(5, 8))
    expected = Pipeline(engine=Local()).account_of(documents)
    until(lambda: len(engine._come().nthreads()) == 2)
    list(Pipeline(engine=engine).read_all(documents))  # both have loaded the model, and neither does all of the work
    done, killed = [], []

    def progress(stage, number, _of):
        done.append((stage, number))
        if stage == "read" and not killed and at_work(engine) == 2:
            killed.append(cluster.workers()[0])
            kill(killed[0].pid)
            assert killed[0].wait() == -9

    made = Pipeline(engine=engine).account_of(documents, progress=progress)
    assert killed
    assert [number for stage, number in done if stage == "read"] == list(range(1, 41))
    assert msgspec.json.encode(made) == msgspec.json.encode(expected)


def test_one_worker_is_killed_and_another_added_in_the_middle_of_work(cluster, engine, quiet):
    """The one that is added takes part; nothing is lost, and nothing comes twice."""
    until(lambda: len(engine._come().nthreads()) == 2)
    first, second = cluster.workers()
    found, added = [], []

    def numbers():
        number = 0
        while not added or {pid for pid, _ in found} != {first.pid, second.pid, added[0].pid}:
            yield number
            number += 1

    for each in engine.each(slowly, numbers(), together=1):
        found.append(each)
        if not added and {pid for pid, _ in found} == {first.pid, second.pid}:
            kill(first.pid)
            first.wait()
            added.append(cluster.work())
    assert [number for _, number in found] == list(range(len(found)))
    assert {pid for pid, _ in engine.each(slowly, range(10), together=1)} == {second.pid, added[0].pid}


def test_a_scheduler_that_does_not_answer_is_named_and_what_to_do(monkeypatch):
    monkeypatch.setattr(dask_module, "CONNECT_SECONDS", 1)
    engine = Dask(scheduler="tcp://127.0.0.1:9")
    with pytest.raises(
        NoSchedulerError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9 within 1 s.*dask scheduler"
    ):
        list(engine.each(doubled, [1], together=1))


def test_a_cluster_without_workers_and_a_scheduler_that_is_lost_are_named(tmp_path, monkeypatch, quiet):
    monkeypatch.setattr(dask_module, "WORKER_SECONDS", 1)
    cluster = Cluster(tmp_path)
    engine = Dask(scheduler=cluster.address)
    try:
        with pytest.raises(NoWorkersError, match=r"has had no worker for 1 s: .*`dask worker tcp://.* --nthreads 1`"):
            list(engine.each(doubled, [1], together=1))
        cluster.work()
        monkeypatch.setattr(dask_module, "WORKER_SECONDS", 60)
        stream = engine.each(slowly, range(100), together=1)
        next(stream)
        kill(cluster.processes[0].pid)
        with pytest.raises(SchedulerLostError, match="was lost in the middle"):
            list(stream)
    finally:
        engine.close()
        cluster.close()


def test_that_workers_are_waited_for_is_told_once_and_it_goes_on_as_soon_as_one_comes(tmp_path, monkeypatch, quiet):
    monkeypatch.setattr(dask_module, "TELL_SECONDS", 0.3)
    cluster, told = Cluster(tmp_path), []

    def tell(line):
        told.append(line)
        cluster.work()

    engine = Dask(scheduler=cluster.address, tell=tell)
    try:
        assert list(engine.each(doubled, [1, 2], together=1)) == [2, 4]
    finally:
        engine.close()
        cluster.close()
    (line,) = told
    assert line.startswith(f"the scheduler {cluster.address} has no worker: waiting 60 s for one; `dask worker tcp://")


def test_certificates_that_are_missing_are_named():
    engine = Dask(scheduler="tls://127.0.0.1:9")
    with pytest.raises(NoSchedulerError, match=r"certificates are missing: .*distributed\.comm\.tls"):
        list(engine.each(doubled, [1], together=1))


def test_that_all_workers_are_gone_is_told_and_not_waited_for(tmp_path, monkeypatch, quiet):
    cluster, told = Cluster(tmp_path), []
    engine = Dask(scheduler=cluster.address, tell=told.append)
    found = []
    try:
        worker = cluster.work()
        stream = engine.each(slowly, range(1000), together=1)
        found.append(next(stream))
        monkeypatch.setattr(dask_module, "WORKER_SECONDS", 5)
        monkeypatch.setattr(dask_module, "TELL_SECONDS", 0.3)
        monkeypatch.setattr(dask_module, "COUNT_SECONDS", 0.2)
        told.clear()
        kill(worker.pid)
        worker.wait()
        with pytest.raises(NoWorkersError, match=r"have been gone for 5 s.*--nworkers auto --nthreads 1"):
            found.extend(stream)
        assert len(told) == 1
        monkeypatch.setattr(dask_module, "WORKER_SECONDS", 60)
        cluster.work()
        assert list(engine.each(doubled, [2], together=1)) == [4], "it goes on where there are some again"
    finally:
        engine.close()
        cluster.close()
    assert [number for _, number in found] == list(range(len(found)))


COMES = """
import os, sys
from pathlib import Path
import {module}

start = {module}.{name}

async def begins(*given, **more):
    if not Path("sent").exists():
        Path("sent").touch()
        os.kill(os.getpid(), 15)
    return await start(*given, **more)

{module}.{name} = begins
"""
"""SIGTERM comes to the command when something of the cluster begins."""
AT_ITS_IMPORTS = """
import os, sys
from pathlib import Path

if any("spawn_main" in argument for argument in sys.orig_argv) and not Path("sent").exists():
    Path("sent").touch()
    os.killpg(0, 2)
"""
"""In every process as it begins: Ctrl-C comes at the terminal, to all of them."""
COMMAND = "import sys; from rashomon.present.cli import main; sys.argv = ['rashomon', 'run', 'plan.toml']; main()"


@pytest.mark.parametrize(
    ("first", "in_each", "code"),
    [
        (COMES.format(module="distributed.nanny", name="WorkerProcess.start"), "", 143),
        (COMES.format(module="distributed.client", name="Client._start"), "", 143),
        ("", AT_ITS_IMPORTS, 130),
    ],
    ids=["SIGTERM to the command", "SIGTERM, once the workers run", "Ctrl-C at the terminal, while workers import"],
)
def test_who_breaks_off_while_it_begins_has_one_line_and_no_process_is_left(tmp_path, first, in_each, code):
    (tmp_path / "each").mkdir()
    (tmp_path / "each" / "sitecustomize.py").write_text(in_each)
    (tmp_path / "quay.txt").write_text("The council of Sarn closed the quay on Monday.")
    (tmp_path / "plan.toml").write_text(
        'inputs = ["quay.txt"]\nengine = "dask"\nworkers = 2\n[output]\narchive = "desk.db"\n'
    )
    process = subprocess.Popen(
        [sys.executable, "-c", f"{first}\n{COMMAND}"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path / "each"), *sys.path])},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    _, told = process.communicate(timeout=SECONDS)
    assert process.returncode == code, told
    (line,) = told.splitlines()
    assert line.endswith("`rashomon run plan.toml` goes on from there [interrupted]")
    until(lambda: not group_runs(process.pid))
    assert not (tmp_path / "desk.db").exists()


def group_runs(leader):
    """Whether a process of the group runs."""
    try:
        os.killpg(leader, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_worker_of_another_version_is_refused():
    with pytest.raises(EngineError, match=r"has rashomon .*, and here is 0\.0"):
        worked("0.0", b"")


def test_that_the_extra_is_missing_says_which(monkeypatch):
    monkeypatch.setattr(dask_module, "find_spec", lambda _name: None)
    with pytest.raises(EngineError, match=r"rashomon\[cluster\]"):
        engine_of(Settings(engine="dask"))
