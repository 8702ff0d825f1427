"""How far a long command is, on a terminal and without one."""

from __future__ import annotations

import io
import sys

import pytest

from rashomon.present.cli import edge
from rashomon.present.cli.edge import Messages, Pace
from rashomon.present.cli.options import Log


class Terminal(io.StringIO):
    """Something that says it is a terminal."""

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("done", "of", "seconds", "words"),
    [
        (1, 400, 0.1, "read 1 of 400"),
        (120, 400, 10.0, "read 120 of 400, 12 a second, 23 s left"),
        (20, 4000, 10.0, "read 20 of 4,000, 2.0 a second, 33 min left"),
        (400, 400, 10.0, "read 400 of 400, 40 a second"),
        (2, 500, 60.0, "read 2 of 500, 2.0 a minute, 4 h left"),
        (2, 500, 8000.0, "read 2 of 500, 0.9 an hour, 553 h left"),
        (5000, 0, 10.0, "read 5,000, 500 a second"),
    ],
)
def test_a_pace_says_how_fast_it_goes_and_how_long_it_takes(done, of, seconds, words):
    assert Pace(stage="read", began=100.0, done=done).words(of, 100.0 + seconds) == words


def test_a_terminal_shows_one_line_that_is_written_over(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    messages = Messages()
    messages.progress("read", 1, 2)
    messages.progress("read", 2, 2)
    messages.end_progress()
    assert screen.getvalue() == "\r\x1b[Kread 1 of 2\r\x1b[Kread 2 of 2\r\x1b[K"


class Clock:
    """Shows what it is set to."""

    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def told(monkeypatch):
    """What is told by progress at given seconds of the command, each a stage, what is done and of how many."""
    monkeypatch.setattr(edge, "SECONDS_BETWEEN_LINES", 30.0)

    def lines(steps, **options):
        file, clock = io.StringIO(), Clock()
        monkeypatch.setattr(sys, "stderr", file)
        messages = Messages(clock=clock, **options)
        for second, *step in steps:
            clock.now = 100.0 + second
            messages.progress(*step)
        return file.getvalue().splitlines()

    return lines


@pytest.mark.parametrize("log", list(Log))
def test_without_a_terminal_a_line_comes_each_half_minute(told, log):
    lines = told([(second, "read", second, 99) for second in range(1, 100)], log=log)
    words = [f"read {done} of 99, 1.0 a second" for done in (30, 60, 90)]
    assert [each in line for each, line in zip(words, lines, strict=True)] == [True] * 3


def test_a_line_comes_each_half_minute_also_where_no_stage_is_so_long(told):
    stages = ("clean", "read", "group", "account", "write")
    lines = told((20 * at + each, stage, each, 20) for at, stage in enumerate(stages) for each in range(20))
    assert [line.split(",")[0] for line in lines] == [
        "rashomon: read 10 of 20",
        "rashomon: account 0 of 20",
        "rashomon: write 10 of 20",
    ]


def test_what_is_done_late_is_told_as_it_is_done(told):
    assert told([(5, "read", 1, 2), (70, "read", 2, 2), (99, "write", 1, 2), (100, "write", 2, 2)]) == [
        "rashomon: read 2 of 2, 1.8 a minute",
        "rashomon: write 2 of 2, 2.0 a second",
    ]


def test_quiet_shows_nothing(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    Messages(quiet=True).progress("read", 1, 2)
    assert screen.getvalue() == ""
