"""What hosts ask of robots."""

from __future__ import annotations

import time

import pytest

from rashomon.ingest import robots
from rashomon.ingest.faults import fault
from rashomon.ingest.fetched import Failed
from rashomon.ingest.robots import KnownRobots, Rules, rules_of

AGENT = "Rashomon"


def allowed(words: str, path: str, agent: str = AGENT) -> bool:
    return rules_of(words.encode(), agent=agent).allow(f"https://post.example{path}")


@pytest.mark.parametrize(
    ("words", "path", "expected"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: otherbot\nDisallow: /", "/a", True),
        ("User-agent: otherbot\nUser-agent: *\nDisallow: /", "/a", False),
        ("User-agent: RASHOMON\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", True),
        ("User-agent: otherbot\nDisallow: /a\nUser-agent: rashomon\nDisallow: /b", "/a", True),
        ("User-agent: otherbot\nDisallow: /a\nUser-agent: rashomon\nDisallow: /b", "/b", False),
        ("user agent rashomon # ours\nDisallow: /a", "/a", False),
        ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
        ("<html><body>User-agent: *</body></html>", "/a", True),
    ],
)
def test_the_rules_of_our_name_hold_and_else_those_for_all(words, path, expected):
    assert allowed(words, path) is expected


def test_delays_and_rates_are_pauses():
    assert rules_of(b"User-agent: *\nCrawl-delay: 2.5", agent=AGENT).delay_seconds == 2.5
    assert rules_of(b"User-agent: *\nRequest-rate: 2/1m", agent=AGENT).delay_seconds == 30.0
    assert rules_of(b"User-agent: *\nCrawl-delay: soon", agent=AGENT).delay_seconds == 0.0
    assert Rules(agent=AGENT).delay_seconds == 0.0


def test_a_file_of_many_robots_and_many_rules_costs_no_more_than_its_length():
    names = "".join(f"User-agent: bot{number}\n" for number in range(12_000))
    rules = "".join(f"Disallow: /{number}\n" for number in range(12_000))
    began = time.process_time()
    assert allowed(names + rules, "/11")
    assert allowed(names + "User-agent: *\n" + rules, "/11x") is False
    assert time.process_time() - began < 10


def test_any_bytes_are_rules():
    assert rules_of(bytes(range(256)) * 50, agent=AGENT).allow("https://post.example/a")


def test_what_is_known_is_forgotten_after_its_time_and_beyond_its_number(monkeypatch):
    known = KnownRobots()
    monkeypatch.setattr(robots, "MOST_KEPT_BYTES", 2 * robots.HOST_BYTES)
    refused = Failed(problem=fault("robots-not-known", "No.", "https://c.example"))
    for origin, found in (("a", Rules(agent=AGENT)), ("b", Rules(agent=AGENT)), ("c", refused)):
        known.keep(origin, found)
    assert (known.get("a"), known.get("c")) == (None, refused)
    now = time.monotonic()
    monkeypatch.setattr(robots, "monotonic", lambda: now + 700)
    assert known.get("c") is None
    assert known.get("b") is not None
