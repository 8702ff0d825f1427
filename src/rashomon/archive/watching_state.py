"""What is remembered of each feed from one asking to the next, and from one run to the next."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from rashomon.core import Problem
from rashomon.ingest.connections import Validators
from rashomon.ingest.feeds_facts import Entry, Feed

if TYPE_CHECKING:
    from rashomon.stores import Store

STREAM = "feeds"
"""Under this name the rows are kept, by the address of the feed."""
LEAST_REMEMBERED = 2_000
"""So many entries of a feed are remembered at least, and beyond that twice as many as it has at a time."""
ATTEMPTS = 3
"""So often an entry is tried whose page cannot be had for now."""
_TRIED = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is remembered of a feed.

    `seen` has for each entry (a hash of its id) what it was like (a hash) when it was taken in, the latest last; of one
    that failed so far, how often. `asked_at` is by the clock of the day, and nothing rests on it but how much of
    `every_seconds` has passed when a run begins.
    """

    address: str
    title: str | None = None
    validators: Validators = field(default_factory=Validators)
    asked_at: datetime | None = None
    every_seconds: float
    learned_seconds: float
    failures: int = 0
    seen: Mapping[str, str] = field(default_factory=dict)

    def wait_seconds(self, now: datetime) -> float:
        """How long until it is due; never more than its interval, whatever the clock says."""
        if self.asked_at is None:
            return 0.0
        due = self.asked_at + timedelta(seconds=self.every_seconds)
        return min(self.every_seconds, max(0.0, (due - now).total_seconds()))

    def is_fresh(self, entry: Entry) -> bool:
        """Whether an entry was not seen yet, has changed since, or could not be had so far."""
        return self.seen.get(key_of(entry)) != mark_of(entry)

    def is_known(self, entry: Entry) -> bool:
        """Whether an entry was taken in before, in whatever version."""
        return not self.seen.get(key_of(entry), _TRIED).startswith(_TRIED)

    def tries(self, entry: Entry) -> int:
        """How often an entry was tried in vain."""
        mark = self.seen.get(key_of(entry), "")
        return int(mark[1:]) if mark.startswith(_TRIED) else 0

    def having(self, taken: Iterable[Entry], failed: Iterable[Entry], feed: Feed) -> FeedState:
        """The state after entries were taken in, or tried in vain; what the feed has no longer goes first."""
        marks = {key_of(entry): mark_of(entry) for entry in taken}
        marks |= {key_of(entry): f"{_TRIED}{self.tries(entry) + 1}" for entry in failed}
        there = {key_of(entry) for entry in feed.entries}
        gone = {key: mark for key, mark in self.seen.items() if key not in there and key not in marks}
        kept = {key: mark for key, mark in self.seen.items() if key in there and key not in marks}
        most = max(LEAST_REMEMBERED, 2 * len(there))
        rest = {**kept, **marks}
        dropped = max(0, len(gone) + len(rest) - most)
        return replace(self, seen={**dict(list(gone.items())[dropped:]), **rest})


def key_of(entry: Entry) -> str:
    """A short name of an entry, made from its id."""
    return _hash(entry.id)[:16]


def mark_of(entry: Entry) -> str:
    """What an entry is like: the time it says it was last changed, else the words it shows."""
    if entry.updated_at is not None and entry.updated_at != entry.published_at:
        return _hash(entry.updated_at.isoformat())[:8]
    return _hash("\n".join((entry.headline or "", entry.content or entry.summary or "")))[:8]


def _hash(said: str) -> str:
    return sha256(said.encode("utf-8", "replace")).hexdigest()


def written(state: FeedState) -> bytes:
    """The row of a state."""
    said = {
        "form": 1,
        "title": state.title,
        "etag": state.validators.etag,
        "last_modified": state.validators.last_modified,
        "asked_at": state.asked_at.isoformat() if state.asked_at else None,
        "every_seconds": state.every_seconds,
        "learned_seconds": state.learned_seconds,
        "failures": state.failures,
        "seen": state.seen,
    }
    return json.dumps(said, separators=(",", ":")).encode()


def read(address: str, row: bytes | None, *, first_seconds: float) -> FeedState | Problem:
    """The state of a row, a new one without; a problem where the row was not written by this module."""
    if row is None:
        return FeedState(address=address, every_seconds=first_seconds, learned_seconds=first_seconds)
    try:
        said = json.loads(row)
        asked = said["asked_at"]
        return FeedState(
            address=address,
            title=said["title"],
            validators=Validators(etag=said["etag"], last_modified=said["last_modified"]),
            asked_at=datetime.fromisoformat(asked).astimezone(UTC) if asked else None,
            every_seconds=float(said["every_seconds"]),
            learned_seconds=float(said["learned_seconds"]),
            failures=int(said["failures"]),
            seen={str(key): str(mark) for key, mark in said["seen"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return Problem(
            stage="archive",
            code="feed-state-lost",
            message=f"What was remembered of {address} cannot be read ({error}): it is asked as for the first time.",
            address=address,
        )


class States:
    """The states of feeds in an archive; each is written in a transaction of its own."""

    def __init__(self, store: Store, *, first_seconds: float) -> None:
        self._store = store
        self._first = first_seconds
        self.problems: list[Problem] = []

    def of(self, address: str) -> FeedState:
        """The state of a feed, a new one where nothing is remembered."""
        with self._store.view() as view:
            found = read(address, view.stream_row(STREAM, address), first_seconds=self._first)
        if isinstance(found, Problem):
            self.problems.append(found)
            return FeedState(address=address, every_seconds=self._first, learned_seconds=self._first)
        return found

    def keep(self, state: FeedState) -> None:
        """Remember a state."""
        with self._store.writer() as writer:
            writer.keep_stream(STREAM, {state.address: written(state)})
