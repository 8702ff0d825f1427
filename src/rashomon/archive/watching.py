"""Feeds, site maps and folders followed for months: what is due is visited, what is new is taken in."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rashomon.archive.watching_ahead import ahead
from rashomon.archive.watching_feeds import Fetches, Outcome, Take, Visited, Visits
from rashomon.archive.watching_folders import LOOK_SECONDS, STILL_SECONDS, WatchedFolder
from rashomon.archive.watching_pace import Clock, Pace
from rashomon.archive.watching_state import FeedState, States
from rashomon.core import Problem
from rashomon.ingest.feed_lists import MAX_LIST_BYTES, Listed, feeds_listed
from rashomon.ingest.inputs import ADDRESS
from rashomon.stores import Store

__all__ = ["Clock", "Outcome", "Pace", "Visited", "Watcher"]

LIST_SECONDS = 60.0
"""So often lists of feeds are read again, for feeds added and removed."""


class Watcher:
    """Follows what it is told to; an archive remembers where it was, so that another run goes on from there.

    What was handed to `take` and acknowledged is remembered before anything further is fetched: an interruption costs
    the batch that was under way, which is fetched again.

    Args:
        named: addresses of feeds and site maps, lists of them (OPML, or an address a line), folders.
        store: the archive.
        fetcher: what fetches addresses.
        take: what takes pages in.
        report: is told each problem.
        clock: the time.
        pace: how often feeds are asked.
        sleep: waits for so many seconds.
        leave: files in folders that are never taken in.
        at_once: every feed is asked at first, also one that is not due by what was learned of it.
    """

    def __init__(  # noqa: PLR0913 - where the watcher meets the world, each way once
        self,
        named: Sequence[str],
        *,
        store: Store,
        fetcher: Fetches,
        take: Take,
        report: Callable[[Problem], None],
        clock: Clock | None = None,
        pace: Pace | None = None,
        sleep: Callable[[float], None] = time.sleep,
        leave: Callable[[Path], bool] = lambda _: False,
        at_once: bool = False,
    ) -> None:
        self._at_once = at_once
        self._named = named
        self._take = take
        self._report = report
        self._clock = clock or Clock()
        self._pace = pace or Pace()
        self._sleep = sleep
        self._states = States(store, first_seconds=self._pace.first_seconds)
        self._visits = Visits(
            states=self._states,
            fetcher=fetcher,
            take=take,
            clock=self._clock,
            report=report,
            pace=self._pace,
        )
        self._folders = [
            WatchedFolder(Path(name), store=store, clock=self._clock, report=report, leave=leave)
            for name in named
            if not ADDRESS.match(name) and Path(name).is_dir()
        ]
        self._due: dict[str, float] = {}
        self._listed: dict[str, Listed] = {}
        self._titles: dict[str, str | None] = {}
        self._listed_at: float | None = None
        self._told: set[tuple[str, str]] = set()
        self._back_told = 0.0

    def once(self) -> Iterator[Visited]:
        """One round: every feed that is due, and every folder; of what is not due it is told when it will be."""
        yield from self._round(whole=True)
        for address, due in self._due.items():
            if address not in self._visited_now:
                wait = max(0.0, due - self._clock.steady())
                yield Visited(address=address, name=self._name(address), outcome=Outcome.NOT_DUE, again_seconds=wait)
        if any(folder.waiting for folder in self._folders):
            self._sleep(STILL_SECONDS)
            for folder in self._folders:
                if folder.waiting:
                    yield folder.look(self._take)

    def forever(self) -> Iterator[Visited]:
        """Rounds without an end, each when something is due."""
        while True:
            yield from self._round()
            now = self._clock.steady()
            waits = [due - now for due in self._due.values()]
            waits.append(LOOK_SECONDS if self._folders else LIST_SECONDS)
            self._sleep(max(0.1, min(waits)))

    def followed(self) -> tuple[int, int]:
        """How many feeds and how many folders are followed; the lists are read for it."""
        self._read_lists()
        return len(self._listed), len(self._folders)

    def _round(self, *, whole: bool = False) -> Iterator[Visited]:
        """Visit what is due; with `whole` folders with nothing new are told of too."""
        self._visited_now: set[str] = set()
        self._read_lists()
        now = self._clock.steady()
        due = [address for address, at in self._due.items() if at <= now]
        for state, answer in ahead(self._visits.ask, (self._states.of(address) for address in due)):
            self._visited_now.add(state.address)
            again = self._pace.least_seconds
            for visited in self._visits.visit(state, answer, self._name(state.address)):
                yield visited
                if visited.address == state.address:
                    again = visited.again_seconds
            self._due[state.address] = self._clock.steady() + again
            self._tell()
        for folder in self._folders:
            visited = folder.look(self._take)
            if visited.outcome is Outcome.READ or whole:
                yield visited
        self._tell()

    def _name(self, address: str) -> str | None:
        """As the list has it, else as the feed called itself last time."""
        listed = self._listed.get(address)
        return (listed.name if listed else None) or self._titles.get(address)

    def _read_lists(self) -> None:
        """Read the lists again when it is time; what is no longer in them is not asked any more."""
        now = self._clock.steady()
        if self._listed_at is not None and now - self._listed_at < LIST_SECONDS:
            return
        self._listed_at = now
        found: dict[str, Listed] = {}
        for name in self._named:
            for feed in self._feeds_of(name):
                found.setdefault(feed.address, feed)
        self._due = {address: self._due[address] for address in found if address in self._due}
        for address in found.keys() - self._due.keys():
            state = self._states.of(address)
            self._due[address] = now + self._first_wait(state)
            self._titles[address] = state.title
        self._due = {address: self._due[address] for address in found}
        self._listed = found
        self._tell()

    def _first_wait(self, state: FeedState) -> float:
        now = self._clock.now()
        if state.asked_at is not None and state.asked_at > now:
            ahead_by = (state.asked_at - now).total_seconds()
            self._went_back(ahead_by, f"{state.address} was last asked {ahead_by:,.0f} seconds from now")
        return 0.0 if self._at_once else state.wait_seconds(now)

    def _feeds_of(self, name: str) -> tuple[Listed, ...]:
        if ADDRESS.match(name):
            return (Listed(address=name),)
        path = Path(name)
        try:
            if path.is_dir():
                return ()
            with path.open("rb") as stream:
                raw = stream.read(MAX_LIST_BYTES + 1)
        except (OSError, ValueError) as error:
            code = "not-found" if isinstance(error, FileNotFoundError) else "unreadable"
            self._once(code, f"{name} cannot be read: {getattr(error, 'strerror', None) or error}.", name)
            return tuple(self._listed.values())  # a list that is being written anew is not an empty one
        feeds, problems = feeds_listed(raw, name)
        for problem in problems:
            self._once_only(problem)
        return feeds

    def _went_back(self, seconds: float, how: str) -> None:
        if not self._back_told:
            self._back_told = seconds
            said = f"The clock of this machine went back ({how}); feeds are asked by the time that passes, not by it."
            self._report(Problem(stage="archive", code="clock-went-back", message=said))

    def _tell(self) -> None:
        """Name what was noticed on the way."""
        if self._clock.went_back_seconds:
            self._went_back(self._clock.went_back_seconds, f"by {self._clock.went_back_seconds:,.0f} seconds")
        for problem in self._states.problems:
            self._once_only(problem)
        self._states.problems.clear()

    def _once(self, code: str, message: str, address: str) -> None:
        self._once_only(Problem(stage="archive", code=code, message=message, address=address, fatal=True))

    def _once_only(self, problem: Problem) -> None:
        """Name a problem of a list or a state the first time that it is read, not each time."""
        key = (problem.code, problem.message)
        if key not in self._told:
            self._told.add(key)
            self._report(problem)
