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


@pytest.mark.parametrize("log", list(Log))
def test_without_a_terminal_a_line_comes_now_and_then(monkeypatch, log):
    file = io.StringIO()
    monkeypatch.setattr(sys, "stderr", file)
    messages = Messages(log=log)
    messages.progress("read", 1, 9)
    assert file.getvalue() == ""
    monkeypatch.setattr(edge, "SECONDS_BETWEEN_LINES", 0.0)
    messages.progress("read", 2, 9)
    assert file.getvalue().count("\n") == 1
    assert "read 2 of 9" in file.getvalue()


def test_a_line_comes_now_and_then_also_where_no_stage_is_long(monkeypatch):
    file, now = io.StringIO(), [0.0]
    monkeypatch.setattr(sys, "stderr", file)
    monkeypatch.setattr(edge, "monotonic", lambda: now[0])
    messages = Messages(_told=0.0)
    for at, stage in enumerate(("clean", "read", "group", "account", "write")):
        for second in range(20 * at, 20 * at + 20):
            now[0] = second
            messages.progress(stage, second - 20 * at, 20)
    told = [line.split(",")[0] for line in file.getvalue().splitlines()]
    assert told == ["rashomon: read 10 of 20", "rashomon: account 0 of 20", "rashomon: write 10 of 20"]


def test_quiet_shows_nothing(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    Messages(quiet=True).progress("read", 1, 2)
    assert screen.getvalue() == ""
