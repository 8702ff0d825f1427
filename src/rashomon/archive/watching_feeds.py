"""One visit to a feed or site map: what it answers, which entries are new or changed, their reports handed on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import islice
from typing import Protocol

from rashomon.archive.summary import Summary
from rashomon.archive.watching_ahead import ahead
from rashomon.archive.watching_pace import Clock, Pace, after_silence
from rashomon.archive.watching_state import ATTEMPTS, FeedState, States, key_of
from rashomon.core import Page, Problem
from rashomon.ingest.connections import Fetched, Validators
from rashomon.ingest.feeds_facts import Entry, Feed
from rashomon.ingest.feeds_fetched import feed_fetched, page_fetched
from rashomon.ingest.feeds_pages import entry_page

BATCH = 25
"""So many entries are handed on at a time; what is behind them is remembered before the next ones are fetched."""
MOST_ENTRIES = 200
"""So many entries of a feed are fetched in one visit, the latest first; the rest have their turn at the next one."""
MOST_MAPS = 20
"""So many site maps of an index are asked in one visit, those changed last first."""
NOT_NOW = frozenset({"address-busy", "address-not-fetched", "address-too-slow", "robots-not-known"})
"""Codes of what another attempt may mend."""
OWN_RULES = frozenset({"address-private", "address-disallowed"})
"""Codes of refusals by our own rules and settings: the feed was not asked, so nothing is held against it."""
IN_VAIN = 3
"""After so many such faults running, the rest of a feed's entries is left for another visit."""
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)

Take = Callable[[Iterable[Page | Problem], str], Summary]
"""Takes pages in, with the feed or folder that led to them; what it was given is acknowledged when it returns."""


class Fetches(Protocol):
    """What fetches addresses, as `ingest.connections.Fetcher` does."""

    def fetch(self, address: str, *, known: Validators | None = None) -> Fetched | Problem:
        """What an address answers, or the problem that kept it from answering."""


class Outcome(StrEnum):
    """How a visit ended."""

    READ = "read"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    NOT_DUE = "not-due"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """What came of one visit to a feed or folder.

    `entries` is how many it has; `new` and `changed` how many of them were not seen yet, or otherwise; `taken` how many
    documents brought words that were not there, `set_aside` of how many no document came, `left` how many wait for the
    next visit.
    """

    address: str
    name: str | None
    outcome: Outcome
    entries: int = 0
    new: int = 0
    changed: int = 0
    taken: int = 0
    set_aside: int = 0
    left: int = 0
    again_seconds: float = 0.0


@dataclass(slots=True, kw_only=True)
class _Handed:
    """What became of the entries that were handed on so far."""

    done: list[Entry] = field(default_factory=list)
    failed: list[Entry] = field(default_factory=list)
    in_vain: int = 0


class Visits:
    """Visits feeds, and remembers in the archive what they said."""

    MOST_RECENT = 20_000

    def __init__(
        self,
        *,
        states: States,
        fetcher: Fetches,
        take: Take,
        clock: Clock,
        report: Callable[[Problem], None],
        pace: Pace,
    ) -> None:
        self._states = states
        self._fetcher = fetcher
        self._take = take
        self._clock = clock
        self._report = report
        self._pace = pace
        self._recent: dict[str, None] = {}

    def ask(self, state: FeedState) -> Fetched | Problem:
        """What a feed answers to what is known of it."""
        return self._fetcher.fetch(state.address, known=state.validators)

    def visit(self, state: FeedState, answer: Fetched | Problem, name: str | None = None) -> Iterator[Visited]:
        """Hand on what is new in a feed, and in the site maps that it names.

        Args:
            state: what is remembered of it.
            answer: what it answered.
            name: as the list of feeds has it.
        """
        yield from self._visit(state, answer, name, _Budget(MOST_ENTRIES), depth=0)

    def _visit(
        self, state: FeedState, answer: Fetched | Problem, name: str | None, budget: _Budget, *, depth: int
    ) -> Iterator[Visited]:
        if isinstance(answer, Fetched) and answer.status == 304:
            state = self._asked(replace(state, validators=answer.validators), changed=False)
            self._states.keep(state)
            yield _visited(state, name, Outcome.UNCHANGED)
            return
        feed = feed_fetched(answer) if isinstance(answer, Fetched) else answer
        if isinstance(feed, Problem) or not isinstance(answer, Fetched):
            yield self._failed(state, feed if isinstance(feed, Problem) else None, name)
            return
        for problem in feed.problems:
            self._report(problem)
        if feed.maps:
            yield from self._index(state, answer, feed, name, budget, depth=depth)
        else:
            yield self._read(state, answer, feed, name, budget)

    def _failed(self, state: FeedState, problem: Problem | None, name: str | None) -> Visited:
        if problem is not None and problem.code in OWN_RULES:
            self._report(problem)
            return _visited(replace(state, every_seconds=state.learned_seconds), name, Outcome.FAILED)
        failures = state.failures + 1
        seconds = self._pace.back_off(failures)
        state = replace(state, failures=failures, every_seconds=seconds, asked_at=self._clock.now())
        self._states.keep(state)
        if problem is not None:
            self._report(problem)
        return _visited(state, name, Outcome.FAILED)

    def _asked(self, state: FeedState, *, changed: bool, feed: Feed | None = None) -> FeedState:
        """The state of a feed that answered, with the time when it is due again."""
        now = self._clock.now()
        learned = state.learned_seconds
        if state.asked_at is not None:  # of a first visit everything is new, which says nothing
            learned = self._pace.learned(learned, changed=changed, wanted=feed.every_seconds if feed else None)
        due = after_silence(now + timedelta(seconds=learned), feed.silent_hours if feed else frozenset())
        return replace(
            state, asked_at=now, learned_seconds=learned, every_seconds=(due - now).total_seconds(), failures=0
        )

    def _index(
        self, state: FeedState, answer: Fetched, feed: Feed, name: str | None, budget: _Budget, *, depth: int
    ) -> Iterator[Visited]:
        """The site maps of an index that may have changed; indexes within indexes are followed once."""
        if depth > 1:
            said = f"{feed.address} is an index of site maps within two others: it was not followed."
            yield self._failed(state, _problem("index-too-deep", said, feed.address), name)
            return
        latest = sorted(feed.maps, key=lambda one: one[1] or _LONG_AGO, reverse=True)
        states = ((self._states.of(address), at) for address, at in latest if address != state.address)
        due = (one for one, at in states if one.asked_at is None or at is None or at > one.asked_at or one.failures)
        visited: list[Visited] = []
        for one, answered in ahead(self.ask, islice(due, MOST_MAPS)):
            for found in self._visit(one, answered, None, budget, depth=depth + 1):
                visited.append(found)
                yield found
        fresh = any(found.new or found.changed for found in visited)
        state = self._asked(replace(state, validators=answer.validators), changed=fresh)
        if any(found.left for found in visited):
            state = self._soon(state)
        self._states.keep(state)
        yield _visited(state, name, Outcome.READ, entries=len(feed.maps))

    def _soon(self, state: FeedState) -> FeedState:
        """A state of which something is left: due again soon, and asked as if nothing were known."""
        seconds = min(state.every_seconds, self._pace.least_seconds)
        return replace(state, validators=Validators(), every_seconds=seconds)

    def _read(self, state: FeedState, answer: Fetched, feed: Feed, name: str | None, budget: _Budget) -> Visited:
        once = {key_of(entry): entry for entry in reversed(feed.entries)}
        fresh = [entry for entry in reversed(once.values()) if state.is_fresh(entry)]
        known = sum(1 for entry in fresh if state.is_known(entry))
        untried = sum(1 for entry in fresh if not state.is_known(entry) and not state.tries(entry))
        fresh.sort(key=lambda entry: entry.updated_at or entry.published_at or _LONG_AGO, reverse=True)
        turn = budget.of(fresh)
        turn.reverse()  # reports are taken in as they came out
        state = replace(self._asked(state, changed=bool(known or untried), feed=feed), title=feed.title)
        taken = set_aside = done = 0
        for start in range(0, len(turn), BATCH):
            handed = _Handed()
            summary = self._take(self._pages(state, turn[start : start + BATCH], handed), state.address)
            state = state.having(handed.done, handed.failed, feed)
            self._remember_recent(handed.done)
            # nothing is known of the feed until all of it is taken: after an interruption it is read again, at once
            self._states.keep(replace(state, validators=Validators(), every_seconds=0.0))
            for problem in summary.problems:
                self._report(problem)
            done, taken = done + len(handed.done), taken + summary.new
            set_aside += summary.set_aside.total()
            if handed.in_vain >= IN_VAIN:
                break
        left = len(fresh) - done
        state = self._soon(state) if left else replace(state, validators=answer.validators)
        self._states.keep(state.having((), (), feed))
        return _visited(
            state,
            name,
            Outcome.READ,
            entries=len(feed.entries),
            new=len(fresh) - known,
            changed=known,
            taken=taken,
            set_aside=set_aside,
            left=left,
        )

    def _pages(self, state: FeedState, entries: list[Entry], handed: _Handed) -> Iterator[Page | Problem]:
        """The pages of entries, each fetched, else of its own words; what cannot be had as a problem."""
        wanted = [entry for entry in entries if state.is_known(entry) or entry.address not in self._recent]
        # another feed led to it already in this run
        handed.done.extend(entry for entry in entries if entry not in wanted)
        for entry, answer in ahead(self._fetched, wanted):
            page = page_fetched(answer, entry) if isinstance(answer, Fetched) else answer
            not_now = isinstance(page, Problem) and page.code in NOT_NOW
            handed.in_vain = handed.in_vain + 1 if not_now else 0
            if not_now and state.tries(entry) + 1 < ATTEMPTS:
                handed.failed.append(entry)
            else:
                handed.done.append(entry)
                if isinstance(page, Problem):
                    page = entry_page(entry, f"{state.address}#entry={key_of(entry)}", keep_octets=True) or page
            yield page
            if handed.in_vain >= IN_VAIN:
                return

    def _fetched(self, entry: Entry) -> Fetched | Problem:
        if entry.address is None:
            said = f"The entry {entry.headline or entry.id!r} has no address to fetch."
            return _problem("entry-without-words", said, entry.id)
        return self._fetcher.fetch(entry.address)

    def _remember_recent(self, entries: Iterable[Entry]) -> None:
        self._recent |= {entry.address: None for entry in entries if entry.address is not None}
        for address in list(islice(self._recent, max(0, len(self._recent) - self.MOST_RECENT))):
            del self._recent[address]


class _Budget:
    """How many entries may still be fetched in one visit."""

    def __init__(self, most: int) -> None:
        self._most = most

    def of(self, entries: list[Entry]) -> list[Entry]:
        """The first of them, as many as may be."""
        some = entries[: self._most]
        self._most -= len(some)
        return some


def _visited(state: FeedState, name: str | None, outcome: Outcome, **counts: int) -> Visited:
    return Visited(
        address=state.address, name=name or state.title, outcome=outcome, again_seconds=state.every_seconds, **counts
    )


def _problem(code: str, message: str, address: str) -> Problem:
    return Problem(stage="archive", code=code, message=message, address=address, fatal=True)
