"""Turns at hosts."""

from __future__ import annotations

import threading

import pytest

from rashomon.ingest import politeness
from rashomon.ingest.politeness import Politeness


class Clock:
    """The clock of a test: time passes only where somebody waits."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at

    def wait(self, seconds: float) -> None:
        self.at += seconds


@pytest.fixture
def clock(monkeypatch):
    made = Clock()
    monkeypatch.setattr(politeness, "monotonic", made)
    return made


def turns_by(clock: Clock, **settings: float) -> Politeness:
    made = Politeness(**settings)
    made._ended.wait = clock.wait
    return made


def waited(turns: Politeness, name: str, **how: bool) -> tuple[float, float]:
    """How long it took to get a turn, and how long it was refused for."""
    began = politeness.monotonic()
    with turns.turn(name, **how) as turn:
        return politeness.monotonic() - began, turn.refused_seconds


def test_a_pause_lies_between_turns_at_one_host_unless_the_host_redirects_within_itself(clock):
    turns = turns_by(clock, delay_seconds=4.0, most_wait_seconds=8.0)
    assert waited(turns, "post.example")[0] == 0
    assert waited(turns, "post.example", at_once=True)[0] == 0
    assert waited(turns, "mail.example")[0] == 0
    assert waited(turns, "post.example")[0] == 4


def test_a_host_that_wants_rest_is_waited_for_or_left_alone(clock):
    turns = turns_by(clock, delay_seconds=0.0, most_wait_seconds=8.0)
    turns.rest("post.example", 4.0)
    assert waited(turns, "post.example", at_once=True) == (4, 0)
    turns.rest("post.example", 1e15)
    assert waited(turns, "post.example") == (0, 86_400)
    assert waited(turns, "mail.example") == (0, 0)


def test_who_waits_for_a_turn_is_let_go_at_the_end():
    turns = Politeness(delay_seconds=600.0, most_wait_seconds=600.0)
    waited(turns, "post.example")
    thread = threading.Thread(target=waited, args=(turns, "post.example"))
    thread.start()
    turns.end()
    thread.join(60)
    assert not thread.is_alive()


def test_a_fault_in_a_turn_gives_the_turn_back():
    turns = Politeness(delay_seconds=0.0, most_wait_seconds=1.0)
    with pytest.raises(ZeroDivisionError), turns.turn("post.example"):
        1 / 0  # noqa: B018
    got = threading.Event()
    thread = threading.Thread(target=lambda: (waited(turns, "post.example"), got.set()), daemon=True)
    thread.start()
    assert got.wait(60)


def test_hosts_are_forgotten_but_never_one_that_somebody_waits_for(monkeypatch):
    monkeypatch.setattr(politeness, "MOST_HOSTS", 10)
    turns = Politeness(delay_seconds=0.0, most_wait_seconds=1.0)
    with turns.turn("held.example"):
        for number in range(100):
            waited(turns, f"{number}.example")
        got = threading.Event()
        thread = threading.Thread(target=lambda: (waited(turns, "held.example"), got.set()))
        thread.start()
        assert not got.wait(0.05)
    assert got.wait(60)
    thread.join()
