"""An intake killed at random moments: `python -m benchmarks.kills [KILLS] [DOCUMENTS] [postgres]`, one JSON line.

A process takes invented documents in as `rashomon add` does and says which are acknowledged (`benchmarks.intake`). It
is killed (SIGKILL) after a random number of documents and a random time, also while it opens the archive and while it
groups and accounts, and another one goes on where it stopped. After each kill every acknowledged document must be there
with its bytes, and the stories around the kill must fit together; after every twentieth, and in the end, the whole
archive. In the end the accounts must be, byte for byte, those of an archive in memory that took all in without a kill.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from benchmarks.intake import archive_in, document_of, logged, page_of
from benchmarks.postgres import archive, server
from rashomon.archive import account_of_all
from rashomon.present.exports.account_rows import account_row
from rashomon.stores import Store, open_store
from rashomon.stores.balance import imbalances

WHOLE_EVERY = 20
"""After so many kills the whole archive is looked over."""
OPENING = 0.15
"""So many of the kills come while the archive is opened."""
MOMENT_SECONDS = 0.1
"""So long at most after the last word of a process it is killed: grouping and accounting fall into it."""
SECONDS = 60.0


@dataclass(slots=True, kw_only=True)
class Tally:
    """What came of it."""

    kills: int = 0
    acknowledged: set[int] = field(default_factory=set)
    kept: int = 0
    """Those that were acknowledged, and those whose process was killed before it could say so."""
    lost: list[int] = field(default_factory=list)
    twice: list[int] = field(default_factory=list)
    """Inputs that were acknowledged again after they had been: the run did not go on where it stopped."""
    broken: list[str] = field(default_factory=list)
    opened_again_seconds: list[float] = field(default_factory=list)
    unlike: int = 0
    """Stories whose accounts are not those of an archive that nobody killed."""


class Nursery:
    """Makes processes that take documents in, one after the other."""

    def __init__(self, address: str, documents: int) -> None:
        self._order = json.dumps([address, documents]) + "\n"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.intake"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self.was_killed = False
        """How the last one ended."""
        self._hear("ready")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=SECONDS)

    def begin(self) -> int:
        """A process; its id."""
        assert self._process.stdin is not None
        self._process.stdin.write(self._order)
        return int(self._hear("began"))

    def acknowledged(self) -> int | None:
        """The next document that it says is kept; None once it has ended."""
        word, _, told = self._line().partition(" ")
        if word == "ended":
            if int(told) not in (0, -signal.SIGKILL):
                raise RuntimeError(f"the intake ended by itself with {told}")
            self.was_killed = int(told) != 0
            return None
        return int(word)

    def _hear(self, word: str) -> str:
        heard, _, told = self._line().partition(" ")
        if heard != word:
            raise RuntimeError(f"expected {word!r}, and heard {heard!r}")
        return told

    def _line(self) -> str:
        assert self._process.stdout is not None
        if not (line := self._process.stdout.readline()):
            raise RuntimeError("whoever makes the processes has ended")
        return line.strip()


def killed(address: str, kills: int, documents: int, *, seed: int = 1) -> Tally:
    """Take documents in, with so many kills on the way."""
    dice = random.Random(seed)
    tally = Tally()
    with Nursery(address, documents) as nursery:
        ended = False
        while not (ended or tally.lost or tally.broken):
            last = tally.kills == kills
            most = 2 * max(1, (documents - len(tally.acknowledged)) // (kills - tally.kills + 1))
            stop_after = documents if last else 0 if dice.random() < OPENING else dice.randint(1, most)
            child = nursery.begin()
            heard: list[int] = []
            if not stop_after:
                _kill(child, dice)
            while (number := nursery.acknowledged()) is not None:
                heard.append(number)
                if len(heard) == stop_after:
                    _kill(child, dice)
            ended = not nursery.was_killed
            tally.kills += nursery.was_killed
            tally.twice += [number for number in heard if number in tally.acknowledged]
            tally.acknowledged |= set(heard)
            _look(address, tally, heard, whole=ended or tally.kills % WHOLE_EVERY == 0)
    store = open_store(address)
    tally.unlike = unlike(store, documents)
    store.close()
    return tally


def _kill(child: int, dice: random.Random) -> None:
    time.sleep(dice.uniform(0, MOMENT_SECONDS))
    with suppress(ProcessLookupError):  # it came to its end first
        os.kill(child, signal.SIGKILL)


def _look(address: str, tally: Tally, heard: list[int], *, whole: bool) -> None:
    """Whether all that was acknowledged is there, and fits together."""
    began = time.perf_counter()
    store = open_store(address)
    tally.opened_again_seconds.append(time.perf_counter() - began)
    with store.view() as view:
        done = {seen.address for _, seen in logged(view)}
        tally.kept = len(done)
        tally.lost += [number for number in tally.acknowledged if document_of(number).address not in done]
        looked_at = sorted(tally.acknowledged) if whole else heard
        newest = view.newest_of([document_of(number).id for number in looked_at])
        for number in looked_at:
            version = newest.get(document_of(number).id)
            if version is None or version.original is None or view.original(version.original) is None:
                tally.lost.append(number)
        if view.counts().versions != len(done):
            tally.broken.append(f"{len(done)} inputs are logged, and {view.counts().versions} documents kept")
        near = view.stories_of([document_of(number).id for number in looked_at[-20:]]).values()
        around = None if whole else sorted({kept.story.id for kept in near})
        tally.broken += [problem.message for problem in imbalances(view, stories=around)]
    store.close()


def unlike(store: Store, documents: int) -> int:
    """How many stories of an archive are told otherwise than where all was taken in without a kill."""
    unharmed = archive_in(open_store(":memory:"), documents)
    unharmed.take_in(map(page_of, range(documents)))
    told = []
    for one in (store, unharmed.store):
        with one.view() as view:
            rows = account_row(account_of_all(view, unharmed.pipeline))["stories"]
        told.append({row["id"]: json.dumps(row) for row in rows})
    ours, theirs = told
    return sum(ours.get(story) != theirs.get(story) for story in ours.keys() | theirs.keys())


def measure(kills: int, documents: int, *, postgres: bool = False) -> dict[str, Any]:
    """Kill an intake and say what came of it."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, server() if postgres else nullcontext("") as running:
        address = archive(running) if postgres else str(Path(folder) / "killed.db")
        tally = killed(address, kills, documents)
    return {
        "store": "postgresql" if postgres else "sqlite",
        "kills": tally.kills,
        "acknowledged": len(tally.acknowledged),
        "kept": tally.kept,
        "lost": len(tally.lost),
        "acknowledged_twice": len(tally.twice),
        "rules_broken": tally.broken[:3],
        "accounts_unlike_those_of_no_kill": tally.unlike,
        "longest_opening_seconds": round(max(tally.opened_again_seconds), 2),
        "seconds": round(time.perf_counter() - began),
    }


def main(kills: int = 200, documents: int = 5000, *stores: str) -> None:
    """Kill the intake and print a line."""
    sys.stdout.write(json.dumps(measure(kills, documents, postgres="postgres" in stores)) + "\n")


if __name__ == "__main__":
    main(*(int(argument) if argument.isdigit() else argument for argument in sys.argv[1:]))  # type: ignore[arg-type]
