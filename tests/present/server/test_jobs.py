"""Work that readers do not wait for."""

import asyncio
import time

import pytest

from rashomon.present.server.jobs import JobState
from rashomon.present.server.tasks import AccountOf, AddInputs, TaskError, Upload
from rashomon.present.server.worker import TaskFailedError, WorkerLostError

REPORT = Upload(
    name="ferry.txt",
    octets=b"Ferry to Lunn stops\n\nThe ferry to Lunn stopped on Monday, harbour master Ivo Brand said.\n",
)


def ended(service, job, seconds=240):  # a busy machine is no fault
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        now = service.jobs.job(job.id)
        if now.state in {JobState.DONE, JobState.FAILED}:
            return now
        time.sleep(0.05)
    raise AssertionError(f"the job did not end: {service.jobs.job(job.id)}")


def test_what_is_sent_is_kept_and_names_its_story(service):
    done = ended(service, service.jobs.submit(AddInputs(uploads=(REPORT,)), by="desk", words="add ferry.txt"))
    assert done.state is JobState.DONE
    assert done.summary.documents == 1
    with service.view() as view:
        assert view.account(done.stories[0]) is not None


def test_a_job_is_followed_to_its_end(service):
    job = service.jobs.submit(AddInputs(uploads=(REPORT,)), by="desk", words="add ferry.txt")

    async def follow():
        return [state async for state in service.jobs.follow(job.id)]

    states = asyncio.run(follow())
    assert states[-1].state is JobState.DONE
    assert len(states) > 1


def test_a_process_that_dies_over_a_task_is_named_and_replaced(service):
    ended(service, service.jobs.submit(AddInputs(uploads=(REPORT,)), by="desk", words="first"))
    worker = service.jobs._keeping
    worker._process.kill()
    worker._process.wait(60)
    again = ended(service, service.jobs.submit(AddInputs(uploads=(REPORT,)), by="desk", words="again"))
    assert again.state is JobState.DONE


def test_an_answer_keeps_nothing(service):
    with service.view() as view:
        before = view.counts()
    answered = service.jobs.answer(AccountOf(uploads=(REPORT,)), by="desk")
    assert b'"rashomon-account/1"' in answered
    assert b"Ivo Brand" in answered
    with service.view() as view:
        assert view.counts() == before


def test_paths_of_this_machine_are_no_addresses():
    with pytest.raises(TaskError, match="no address of the web"):
        AddInputs(addresses=("/etc/passwd",))


def test_after_closing_nothing_is_taken(service):
    service.close()
    with pytest.raises((TaskFailedError, WorkerLostError)):
        service.jobs.answer(AccountOf(uploads=(REPORT,)), by="desk")
