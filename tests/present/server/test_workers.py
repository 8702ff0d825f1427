"""Processes that do tasks, and what becomes of a job when they do not."""

import os
import signal
import time
from threading import Event, Thread

import pytest
from tests.present.server.test_jobs import REPORT, ended

from rashomon.core import apart
from rashomon.present.server import jobs as jobs_module
from rashomon.present.server import worker as worker_module
from rashomon.present.server.jobs import NOT_BEGUN, BusyError, Jobs, JobState
from rashomon.present.server.tasks import AccountOf, AddInputs, BringUpToDate, Upload
from rashomon.present.server.worker import STOPPED, Apart, TaskTooLongError, TaskTooMuchError
from rashomon.settings import Settings
from rashomon.stores import MEMORY


class Stubbed:
    """A worker whose tasks do what a test says."""

    def __init__(self, does=lambda: None):
        self.does = does

    def do(self, _task, _progress):
        return self.does()

    def alive(self):
        return True

    def leave(self):
        """Nothing is held."""

    close = leave


def jobs_of(clock, does):
    return Jobs(Stubbed(does), Stubbed(does), now=clock)


MANY = 120
"""So many reports take a process longer than a busy machine may keep a test from looking how far it is."""


def until(holds, seconds=240):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def many(number):
    return AddInputs(
        uploads=tuple(
            Upload(
                name=f"{each}.txt", octets=REPORT.octets + f"Berth {each} was closed, said Ivo Brand.\n".encode() * 20
            )
            for each in range(number)
        )
    )


@pytest.mark.parametrize("fault", [OSError("no memory"), ValueError("not as it should be")])
def test_a_fault_nobody_expects_fails_the_job_and_not_the_next(clock, fault):
    faults = [fault]

    def does():
        if faults:
            raise faults.pop()
        return None, ()

    jobs = jobs_of(clock, does)

    class Over:
        pass

    service = Over()
    service.jobs = jobs
    first = ended(service, jobs.submit(BringUpToDate(), by="desk", words="first"))
    assert first.state is JobState.FAILED
    assert "fault of the server" in first.fault
    assert jobs.alive()
    assert ended(service, jobs.submit(BringUpToDate(), by="desk", words="next")).state is JobState.DONE
    jobs.close()


def test_a_process_that_cannot_be_started_fails_the_job(service, monkeypatch):
    def fails(*_args, **_more):
        raise OSError("too many files are open")

    monkeypatch.setattr(apart.subprocess, "Popen", fails)
    done = ended(service, service.jobs.submit(BringUpToDate(), by="desk", words="first"))
    assert done.state is JobState.FAILED
    assert "process" in done.fault


def test_a_process_that_dies_in_the_middle_of_a_task_fails_the_job_and_is_replaced(service):
    job = service.jobs.submit(many(MANY), by="desk", words="many")
    until(lambda: service.jobs.job(job.id).stage == "read")
    os.kill(service.jobs._keeping._process.pid, signal.SIGKILL)
    assert ended(service, job).state is JobState.FAILED
    assert "ended before it was done" in service.jobs.job(job.id).fault
    assert ended(service, service.jobs.submit(BringUpToDate(), by="desk", words="next")).state is JobState.DONE


def test_stopping_ends_at_a_report_and_keeps_what_was_read(service, monkeypatch):
    monkeypatch.setattr(worker_module, "SECONDS_TO_LEAVE", 240.0)  # on a busy machine one report may take its time
    job = service.jobs.submit(many(MANY), by="desk", words="many")
    left = service.jobs.submit(BringUpToDate(), by="desk", words="later")
    until(lambda: service.jobs.job(job.id).stage == "read" and service.jobs.job(job.id).done > 2)
    began = time.monotonic()
    service.jobs.close()
    assert time.monotonic() - began < worker_module.SECONDS_TO_LEAVE
    assert service.jobs.job(job.id).fault == STOPPED
    assert service.jobs.job(left.id).fault == NOT_BEGUN
    with service.view() as view:
        assert view.counts().readings > 2
    with pytest.raises(BusyError):
        service.jobs.submit(BringUpToDate(), by="desk", words="too late")


def test_the_terminal_s_interrupt_is_the_server_s_alone(service):
    ended(service, service.jobs.submit(BringUpToDate(), by="desk", words="first"))
    process = service.jobs._keeping._process
    assert os.getsid(process.pid) == process.pid != os.getsid(0)


def test_an_answer_that_takes_too_long_is_broken_off_and_the_next_one_is_given():
    worker = Apart(Settings(archive=MEMORY), keeps=False, seconds=0.05)
    with pytest.raises(TaskTooLongError, match=r"longer than 0\.05 s"):
        worker.do(AccountOf(uploads=(REPORT,)), lambda *_: None)
    worker._seconds = 60
    assert b"Ivo Brand" in worker.do(AccountOf(uploads=(REPORT,)), lambda *_: None)
    worker.close()


def test_more_than_is_answered_at_once_is_refused(service, keyed):
    words = "\n\n".join(f"The ferry {each} stopped on Monday, and nobody said why." for each in range(10_000))
    twice = tuple(Upload(name=f"{name}.txt", octets=words.encode()) for name in "ab")
    with pytest.raises(TaskTooMuchError, match="1,000,000 characters"):
        service.jobs.answer(AccountOf(uploads=twice), by="desk")
    sent = {"documents": [{"id": name, "text": words} for name in "ab"]}
    answer = keyed("read").post("/api/v1/accounts", json=sent)
    assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (413, "too-large")


def test_one_who_asks_takes_no_more_than_two_places(clock):
    going = Event()
    jobs = jobs_of(clock, lambda: going.wait(60))
    threads = [Thread(target=jobs.answer, args=(None,), kwargs={"by": "one"}) for _ in range(2)]
    for each in threads:
        each.start()
    until(lambda: jobs._asking["one"] == 2)
    with pytest.raises(BusyError, match="2 of your"):
        jobs.answer(None, by="one")
    going.set()
    assert jobs.answer(None, by="other") is True
    for each in threads:
        each.join()
    assert jobs.answer(None, by="one") is True


def test_what_waits_is_bounded_by_its_bytes(clock, monkeypatch):
    monkeypatch.setattr(jobs_module, "MOST_WAITING_BYTES", 100)
    going = Event()
    jobs = jobs_of(clock, lambda: going.wait(60) and (None, ()))
    task = AddInputs(uploads=(Upload(name="a", octets=b"x" * 60),))
    first = jobs.submit(task, by="desk", words="first")
    with pytest.raises(BusyError, match="60 bytes"):
        jobs.submit(task, by="desk", words="second")
    going.set()
    until(lambda: jobs.job(first.id).state is JobState.DONE and jobs._held_bytes == 0)
    jobs.submit(task, by="desk", words="second")
    jobs.close()
