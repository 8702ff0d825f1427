"""What changes in an archive while people look at it, whoever changes it: this server or another program."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from threading import Event, Lock, Thread
from typing import TypeAlias

from rashomon.stores import ArchiveError, Sought, Store, View, parse

SECONDS = 1.0
"""Between two looks at the archive, while anybody waits for a change."""
NEWEST = 200
"""Reports whose stories are looked at for those who wait for a change of any story."""
HEARTBEAT_SECONDS = 15.0

logger = logging.getLogger("rashomon.server")
Seen: TypeAlias = Mapping[str | None, Mapping[str, int | None]]
"""By what is followed (None: all), the revisions of the stories that this is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A story has another account than before, or with None as its `revision` none any more.

    `revision` is that of what the account rests on.
    """

    story: str
    revision: int | None


class Changes:
    """Looks at the archive once a second for all who wait, and not at all while nobody does."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: dict[int, tuple[str | None, asyncio.Queue[Change | None], asyncio.AbstractEventLoop]] = {}
        self._lock, self._stop = Lock(), Event()
        self._thread: Thread | None = None
        self._next = 0

    async def follow(self, story: str | None = None) -> AsyncIterator[Change | None]:
        """Each change of a story, or with None of the stories of the newest reports; None where a while passed without.

        Ends when the server stops.
        """
        news: asyncio.Queue[Change | None] = asyncio.Queue(1000)
        own = self._enter(story, news)
        try:
            while not self._stop.is_set():
                try:
                    change = await asyncio.wait_for(news.get(), HEARTBEAT_SECONDS)
                    if change is None:
                        return
                    yield change
                except TimeoutError:
                    yield None
        finally:
            with self._lock:
                self._waiting.pop(own, None)

    def close(self) -> None:
        """Tell all who wait that nothing more comes."""
        self._stop.set()
        with self._lock:
            waiting = list(self._waiting.values())
        for _, news, loop in waiting:
            _put(loop, news, None)
        if self._thread is not None:
            self._thread.join(timeout=2 * SECONDS)

    def _enter(self, story: str | None, news: asyncio.Queue[Change | None]) -> int:
        with self._lock:
            self._next += 1
            self._waiting[self._next] = (story, news, asyncio.get_running_loop())
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._look_on, name="changes", daemon=True)
                self._thread.start()
            return self._next

    def _look_on(self) -> None:
        seen: Seen = {}
        while not self._stop.wait(SECONDS):
            try:
                seen = self._look(seen)
            except ArchiveError:  # not readable at this moment; what it is then is seen at the next
                continue
            except Exception:  # whatever it is, those who wait are to learn of what changes after it
                logger.exception("what changed in the archive could not be looked at")

    def _look(self, seen: Seen) -> Seen:
        """Tell all who wait what changed since; gives what was seen now."""
        with self._lock:
            waiting = list(self._waiting.values())
        if not waiting:
            return {}
        with self._store.view() as view:
            now = {story: _revisions(view, story, seen.get(story, {})) for story in {story for story, _, _ in waiting}}
        for story, news, loop in waiting:
            before = seen.get(story)
            for change in () if before is None else _changed(before, now[story]):
                _put(loop, news, change)
        return now


def _revisions(view: View, story: str | None, before: Mapping[str, int | None]) -> Mapping[str, int | None]:
    """What the accounts rest on that somebody follows; None where there is none, or none any more."""
    if story is not None:
        names = {story}
        told = set[str]()
    else:
        found = view.documents(parse("", Sought.DOCUMENTS), limit=NEWEST).results
        names = {each.story.id for each in view.stories_of([each.document.id for each in found]).values()}
        told = {name for name, revision in before.items() if revision is not None} - names
    outlines = view.outlines_of(names | told)
    now = {name: outlines[name].revision if name in outlines else None for name in names}
    # of older stories only that they ended is news; that their reports are not among the newest any more is none
    return now | {name: None for name in told if name not in outlines}


def _changed(before: Mapping[str, int | None], now: Mapping[str, int | None]) -> list[Change]:
    return [Change(story=name, revision=revision) for name, revision in now.items() if before.get(name) != revision]


def _put(loop: asyncio.AbstractEventLoop, news: asyncio.Queue[Change | None], change: Change | None) -> None:
    def put() -> None:
        if not news.full():  # who does not read loses news, and not the server its memory
            news.put_nowait(change)

    try:
        loop.call_soon_threadsafe(put)
    except RuntimeError:  # the loop has ended, and with it whoever waited
        return
