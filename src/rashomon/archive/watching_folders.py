"""A folder that is watched: new and changed files are taken in once they are no longer written to."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rashomon.archive.watching_feeds import BATCH, Outcome, Take, Visited
from rashomon.archive.watching_pace import Clock
from rashomon.archive.watching_state import STREAM
from rashomon.core import Problem
from rashomon.ingest import pages
from rashomon.stores import Store

STILL_SECONDS = 2.0
"""A file whose size and time have not changed for so long is no longer written to."""
LOOK_SECONDS = 5.0
"""So often a folder is looked at."""
PAGES = 50
"""So many pages are handed on at a time."""

_Look = tuple[int, int]


@dataclass(slots=True)
class _Before:
    """What a file was like when it was last looked at, and since when."""

    look: _Look
    since: float


class WatchedFolder:
    """One folder, with what is remembered of its files in the archive.

    Args:
        folder: the folder.
        store: the archive.
        clock: by which a file is told to be still.
        report: is told what could not be read.
        leave: files that are never taken in, such as those of the archive itself.
    """

    def __init__(
        self,
        folder: Path,
        *,
        store: Store,
        clock: Clock,
        report: Callable[[Problem], None],
        leave: Callable[[Path], bool] = lambda _: False,
    ) -> None:
        self._folder = folder.absolute()
        self._store = store
        self._clock = clock
        self._report = report
        self._leave = leave
        self._key = f"folder:{self._folder}"
        self._before: dict[str, _Before] = {}
        self._known = self._remembered()
        self.waiting = 0

    def look(self, take: Take) -> Visited:
        """Take in the files that are new or changed and still; `waiting` then tells how many are not still yet."""
        files = self._files()
        still = self._still(files)
        new = sum(1 for name in still if name not in self._known)
        taken = set_aside = 0
        for start in range(0, len(still), BATCH):
            names = still[start : start + BATCH]
            found = pages(names, keep_octets=True)
            while some := list(islice(found, PAGES)):
                summary = take(some, str(self._folder))
                for problem in summary.problems:
                    self._report(problem)
                taken, set_aside = taken + summary.new, set_aside + summary.set_aside.total()
            self._known |= {name: files[name] for name in names}
            self._keep()
        gone = self._known.keys() - files.keys()
        if gone:
            self._known = {name: look for name, look in self._known.items() if name not in gone}
            self._keep()
        return Visited(
            address=str(self._folder),
            name=None,
            outcome=Outcome.READ if still else Outcome.UNCHANGED,
            entries=len(files),
            new=new,
            changed=len(still) - new,
            taken=taken,
            set_aside=set_aside,
            left=self.waiting,
            again_seconds=LOOK_SECONDS,
        )

    def _still(self, files: dict[str, _Look]) -> list[str]:
        """The files to take now: not known as they are, and as they were a moment ago."""
        now = self._clock.steady()
        wall = self._clock.now().timestamp()
        ready: list[str] = []
        before, self._before = self._before, {}
        for name, look in files.items():
            if self._known.get(name) == look:
                continue
            last = before.get(name)
            if last is not None and last.look == look:
                still = now - last.since >= STILL_SECONDS
            else:
                last = _Before(look, now)
                # a file of long ago is still at first sight; one of the future may be of a clock that is wrong
                still = wall - look[1] / 1e9 > 60
            if still:
                ready.append(name)
            else:
                self._before[name] = last
        self.waiting = len(self._before)
        return ready

    def _files(self) -> dict[str, _Look]:
        found: dict[str, _Look] = {}
        refused: list[OSError] = []
        for here, below, names in os.walk(self._folder, onerror=refused.append):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                path = Path(here, name)
                if name.startswith(".") or self._leave(path):
                    continue
                try:
                    seen = path.stat()
                except OSError:  # gone meanwhile
                    continue
                if stat.S_ISREG(seen.st_mode):
                    found[str(path)] = (seen.st_size, seen.st_mtime_ns)
        for error in refused:
            said = f"{error.filename or self._folder} cannot be read: {error.strerror or error}."
            self._report(
                Problem(stage="archive", code="unreadable", message=said, address=str(self._folder), fatal=True)
            )
        if refused:
            # what could not be seen is not gone
            found |= {name: look for name, look in self._known.items() if name not in found}
        return found

    def _remembered(self) -> dict[str, _Look]:
        with self._store.view() as view:
            row = view.stream_row(STREAM, self._key)
        if row is None:
            return {}
        try:
            return {str(name): (int(size), int(at)) for name, (size, at) in json.loads(row).items()}
        except (ValueError, TypeError, AttributeError) as error:
            said = f"What was remembered of {self._folder} cannot be read ({error}): all its files are taken as new."
            self._report(Problem(stage="archive", code="feed-state-lost", message=said, address=str(self._folder)))
            return {}

    def _keep(self) -> None:
        with self._store.writer() as writer:
            writer.keep_stream(STREAM, {self._key: json.dumps(self._known, separators=(",", ":")).encode()})
