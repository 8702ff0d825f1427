"""Turns at hosts."""

from __future__ import annotations

import threading
import time

import pytest

from rashomon.ingest import politeness
from rashomon.ingest.politeness import Politeness


def waited(turns: Politeness, name: str, **how: bool) -> tuple[float, float]:
    """How long it took to get a turn, and how long it was refused for."""
    began = time.monotonic()
    with turns.turn(name, **how) as turn:
        return time.monotonic() - began, turn.refused_seconds


def test_a_pause_lies_between_turns_at_one_host_unless_the_host_redirects_within_itself():
    turns = Politeness(delay_seconds=0.1, most_wait_seconds=1.0)
    assert waited(turns, "post.example")[0] < 0.05
    assert waited(turns, "post.example", at_once=True)[0] < 0.05
    assert waited(turns, "mail.example")[0] < 0.05
    assert waited(turns, "post.example")[0] >= 0.05


def test_a_host_that_wants_rest_is_waited_for_or_left_alone():
    turns = Politeness(delay_seconds=0.0, most_wait_seconds=0.2)
    turns.rest("post.example", 0.1)
    assert waited(turns, "post.example", at_once=True)[0] >= 0.09
    turns.rest("post.example", 1e15)
    took, refused = waited(turns, "post.example")
    assert took < 0.05
    assert 86_000 < refused <= 86_400
    assert waited(turns, "mail.example") < (0.05, 0.1)


def test_a_fault_in_a_turn_gives_the_turn_back():
    turns = Politeness(delay_seconds=0.0, most_wait_seconds=1.0)
    with pytest.raises(ZeroDivisionError), turns.turn("post.example"):
        1 / 0  # noqa: B018
    assert waited(turns, "post.example")[0] < 0.05


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
    assert got.wait(1.0)
    thread.join()
