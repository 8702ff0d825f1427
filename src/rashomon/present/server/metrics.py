"""Numbers for whoever watches the server, in the form of Prometheus: requests, work, what the archive holds."""

from __future__ import annotations

import time
from collections import Counter as Tally
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import asdict
from threading import Lock
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from starlette.types import Scope

from rashomon import __version__
from rashomon.present.server.jobs import JobState
from rashomon.present.server.service import Service
from rashomon.stores import ArchiveError

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30)
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
COUNTED_EVERY_SECONDS = 60.0
"""What an archive holds is counted no more often: in a large one that takes a while."""
NO_ROUTE = "none"
"""The route of a request that came to none; its path is anybody's choice, and would be a series of its own."""


class Metrics:
    """The numbers of one server."""

    def __init__(self, service: Service) -> None:
        self._registry = CollectorRegistry()
        kept = self._registry
        self._requests = Counter(
            "rashomon_requests", "Requests answered.", ["method", "route", "status"], registry=kept
        )
        self._seconds = Histogram(
            "rashomon_request_seconds",
            "How long answers took, streams left out.",
            ["route"],
            buckets=SECONDS,
            registry=kept,
        )
        self._running = Gauge("rashomon_requests_running", "Requests that are being answered.", registry=kept)
        Gauge("rashomon_build", "The version that runs.", ["version"], registry=kept).labels(__version__).set(1)
        ProcessCollector(registry=self._registry)
        self._registry.register(_Work(service))

    def running(self) -> AbstractContextManager[Any]:
        """A request is being answered for as long as this is entered."""
        return self._running.track_inprogress()

    def answered(self, scope: Scope, status: int | None, seconds: float | None) -> None:
        """A request was answered; without seconds where they say nothing of how fast."""
        method = scope["method"] if scope["method"] in METHODS else "other"
        route = route_of(scope)
        self._requests.labels(method, route, str(status or 499)).inc()
        if seconds is not None:
            self._seconds.labels(route).observe(seconds)

    def text(self) -> bytes:
        """All of them."""
        return generate_latest(self._registry)


class _Work(Collector):
    """What is looked up when it is asked for."""

    def __init__(self, service: Service) -> None:
        self._service, self._lock = service, Lock()
        self._counted: dict[str, int] = {}
        self._at: float | None = None

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """What there will be, so that nothing is counted only to know that."""
        yield GaugeMetricFamily("rashomon_jobs", "")
        yield GaugeMetricFamily("rashomon_archive", "")

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The numbers now; those of the archive as they were within the last minute."""
        jobs = GaugeMetricFamily("rashomon_jobs", "Jobs that are remembered, by how far they are.", labels=["state"])
        states = Tally(job.state for job in self._service.jobs.jobs())
        for state in JobState:
            jobs.add_metric([state.value], states[state])
        yield jobs
        held = GaugeMetricFamily("rashomon_archive", "How much of each the archive holds.", labels=["of"])
        for name, number in self._counts().items():
            held.add_metric([name], number)
        yield held

    def _counts(self) -> dict[str, int]:
        with self._lock:
            now = time.monotonic()
            if self._at is None or now - self._at >= COUNTED_EVERY_SECONDS:
                try:
                    with self._service.view() as view:
                        self._counted, self._at = asdict(view.counts()), now
                except ArchiveError:  # /healthz tells that it cannot be read
                    self._counted = {}
            return self._counted


def route_of(scope: Scope) -> str:
    """The route that a request came to, as it is declared."""
    included = scope.get("fastapi", {}).get("effective_route_context")
    for route in (included, scope.get("route")):
        path = getattr(route, "path_format", None) or getattr(route, "path", None)
        if path:
            return str(path)
    return NO_ROUTE
