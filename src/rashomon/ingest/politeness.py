"""One request at a time to each host, and a pause between two fetches; a host that asks for rest is given it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic

MOST_REST_SECONDS = 86_400.0
"""The longest that a host is left alone, whatever it asks for."""
MOST_HOSTS = 10_000
"""Beyond so many hosts, those are forgotten that have been left alone for longest."""


@dataclass(slots=True, kw_only=True)
class Turn:
    """A turn at a host.

    Attributes:
        delay_seconds: the pause after it, which the host's own rules may lengthen.
        refused_seconds: where it is no turn: how long the host wants to be left alone, longer than anybody waits.
    """

    delay_seconds: float
    refused_seconds: float = 0.0


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    next_at: float = 0.0
    rest_until: float = 0.0
    waiting: int = 0


class Politeness:
    """Turns at hosts, for any number of threads."""

    def __init__(self, *, delay_seconds: float, most_wait_seconds: float) -> None:
        self._delay = delay_seconds
        self._most_wait = most_wait_seconds
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()
        self._ended = threading.Event()

    @contextmanager
    def turn(self, name: str, *, at_once: bool = False) -> Iterator[Turn]:
        """Wait for a turn at a host and hold it.

        Args:
            name: the host.
            at_once: without the pause since the last turn, as where the host itself redirects to another of its pages.
        """
        host = self._host(name)
        try:
            with host.lock:
                turn = Turn(delay_seconds=self._delay)
                until = host.rest_until if at_once else max(host.rest_until, host.next_at)
                wait = until - monotonic()
                if wait > max(self._most_wait, self._delay):
                    turn.refused_seconds = wait
                    yield turn
                    return
                if wait > 0:
                    self._ended.wait(wait)
                try:
                    yield turn
                finally:
                    host.next_at = monotonic() + turn.delay_seconds
        finally:
            with self._lock:
                host.waiting -= 1

    def rest(self, name: str, seconds: float) -> None:
        """Leave a host alone for some time."""
        host = self._host(name)
        host.rest_until = max(host.rest_until, monotonic() + min(seconds, MOST_REST_SECONDS))
        with self._lock:
            host.waiting -= 1

    def end(self) -> None:
        """Let nobody wait any longer."""
        self._ended.set()

    @property
    def ended(self) -> bool:
        """Whether `end` was called."""
        return self._ended.is_set()

    def _host(self, name: str) -> _Host:
        with self._lock:
            if name not in self._hosts and len(self._hosts) >= MOST_HOSTS:
                idle = [key for key, host in self._hosts.items() if not host.waiting]
                idle.sort(key=lambda key: max(self._hosts[key].next_at, self._hosts[key].rest_until))
                for key in idle[: MOST_HOSTS // 10]:
                    del self._hosts[key]
            host = self._hosts.setdefault(name, _Host())
            host.waiting += 1
            return host
