"""A web of dictionaries, a clock that tests turn, and what was taken in: what a watcher needs, without a network."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from hashlib import md5

from rashomon.archive.summary import Summary
from rashomon.archive.watching import Clock, Watcher
from rashomon.core import Page, Problem
from rashomon.ingest.connections import Fetched, Validators
from rashomon.stores import open_store
from rashomon.stores.facts import Taken

SITE = "https://aldercourier.example"
WORDS = "<p>The harbour of Orsk was closed on Monday after a ferry ran aground, the mayor, Ada Lind, said.</p>"


def page(title: str, words: str = WORDS) -> bytes:
    return f"<html><head><title>{title}</title></head><body><article>{words}</article></body></html>".encode()


def rss(*items: tuple[str, str] | tuple[str, str, str], title: str = "The Alder Courier", more: str = "") -> bytes:
    """A feed of (path, headline) or (path, headline, further elements), the first published first."""
    told = []
    for number, (path, headline, *rest) in enumerate(items):
        when = f"Mon, 06 Sep 2021 {10 + number // 60}:{number % 60:02}:00 GMT"
        told.append(
            f"<item><guid>{path}</guid><link>{SITE}{path}</link><title>{headline}</title>"
            f"<pubDate>{when}</pubDate>{''.join(rest)}</item>"
        )
    return f"<rss><channel><title>{title}</title>{more}{''.join(reversed(told))}</channel></rss>".encode()


class Web:
    """Answers from a dictionary: bytes, a problem's code, or nothing (not there); knows what it answered before."""

    def __init__(self):
        self.answers: dict[str, bytes | str] = {}
        self.asked: list[str] = []

    def fetch(self, address: str, *, known: Validators | None = None) -> Fetched | Problem:
        self.asked.append(address.removeprefix(SITE))
        answer = self.answers.get(address.removeprefix(SITE), "address-not-there")
        if isinstance(answer, str):
            return Problem(stage="ingest", code=answer, message=f"{address}: {answer}", address=address, fatal=True)
        etag = md5(answer, usedforsecurity=False).hexdigest()
        same = known is not None and known.etag == etag
        return Fetched(
            asked=address,
            address=address,
            status=304 if same else 200,
            octets=b"" if same else answer,
            validators=Validators(etag=etag),
            at=datetime(2021, 9, 6, tzinfo=UTC),
        )


class Newsstand:
    """A watcher over an archive in memory, at a time that stands still until it is moved."""

    def __init__(self):
        self.web = Web()
        self.store = open_store(":memory:")
        self.wall = 1_630_920_000.0
        self.steady = 1000.0
        self.taken: list[Page] = []
        self.problems: list[Problem] = []
        self.batches: list[int] = []
        self.via: list[str] = []

    def take(self, pages, via):
        summary, count = Summary(), 0
        for one in pages:
            count += 1
            if isinstance(one, Problem):
                summary.note(one)
            else:
                self.taken.append(one)
                summary.taken += Counter({Taken.NEW: 1})
        self.batches.append(count)
        self.via.append(via)
        return summary

    def passes(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds

    def clock(self) -> Clock:
        return Clock(wall=lambda: self.wall, steady=lambda: self.steady)

    def watcher(self, *named, take=None, **options) -> Watcher:
        return Watcher(
            named,
            store=self.store,
            fetcher=self.web,
            take=take or self.take,
            report=self.problems.append,
            clock=self.clock(),
            sleep=self.passes,
            **options,
        )

    def once(self, *named, **options):
        """What one round of another run comes to."""
        return list(self.watcher(*(named or (f"{SITE}/rss",)), **options).once())

    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]

    def titles(self) -> list[str]:
        return [one.address.removeprefix(SITE) for one in self.taken]
