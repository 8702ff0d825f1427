"""Half of the work in a second process gives the same answers, whatever becomes of that process."""

import os
import signal
import threading
from dataclasses import replace

import pytest
from tests.group.test_pairs import pairs

from rashomon.group import find_copies
from rashomon.group.halves import halved


def squares(parts):
    return [(part * part, os.getpid()) for part in parts]


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)


@pytest.fixture
def alone(monkeypatch):
    """As in a program that has no other thread of Python's."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.mark.usefixtures("alone")
def test_every_other_part_is_worked_on_in_another_process():
    found = sorted(halved(squares, range(7)))
    assert [square for square, _ in found] == [0, 1, 4, 9, 16, 25, 36]
    assert len({process for _, process in found}) == 2
    assert {process == os.getpid() for square, process in found if square % 2 == 0} == {True}


@pytest.mark.usefixtures("alone")
def test_a_process_that_is_killed_has_its_work_done_here():
    here = os.getpid()

    def work(parts):
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return squares(parts)

    assert sorted(halved(work, range(5))) == [(n * n, here) for n in range(5)]


@pytest.mark.usefixtures("alone")
def test_a_fault_is_raised_and_no_process_is_left():
    from multiprocessing import active_children

    def work(parts):
        raise ValueError(f"no work on {parts}")

    with pytest.raises(ValueError, match="no work"):
        halved(work, [1, 2, 3])
    assert active_children() == []


def test_beside_other_threads_all_is_done_here(monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert {process for _, process in halved(squares, range(4))} == {os.getpid()}


@pytest.mark.usefixtures("alone")
def test_copies_are_the_same_from_one_process_and_from_two(monkeypatch):
    documents = []
    for number, (left, right) in enumerate(pairs("opposites.jsonl")):
        documents += [replace(left, id=f"l{number}"), replace(right, id=f"r{number}"), replace(left, id=f"x{number}")]
    one = find_copies(documents)
    monkeypatch.setattr("rashomon.group.copies.TWO_PROCESSES_FROM", 1)
    monkeypatch.setattr("rashomon.group.candidates.EVENTS_AT_ONCE", 64)
    assert find_copies(documents) == one
    assert len(one) >= len(documents) // 3
