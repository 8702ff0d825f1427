"""Stories of a stream join or part where later documents turn the evidence, and the stream tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

from rashomon.core import content_id
from rashomon.group.judge import Judge
from rashomon.group.live import SECONDS_A_DAY, Live, Member
from rashomon.group.revision import joining, parting
from rashomon.group.settings import StorySettings
from rashomon.group.state import Change, Signal, State


class Revising:
    """Moves documents between the live stories of a stream, as its judge has it."""

    def __init__(self, settings: StorySettings, state: State, judge: Judge) -> None:
        self._settings = settings
        self._state = state
        self._judge = judge

    def akin(self, lives: Iterable[Live]) -> list[Live]:
        """The other stories that share an uncommon term with one of these."""
        state = self._state
        found = {number for live in lives for number in state.lookup.holding(live.held)}
        return [state.numbered[number] for number in sorted(found)]

    def join_late(self, lives: Iterable[Live], now: float | None, *, spread: bool = False) -> None:
        """Small stories join others where their members, each seen anew, belong there on the average.

        With `spread` each joining brings the stories that are akin to the one that grew, as far as their turn is not
        over: then nothing is missed by not looking at all.
        """
        small: dict[str, tuple[int, str]] = {}
        queue: list[tuple[int, str]] = []

        def turn(more: Iterable[Live], behind: tuple[int, str]) -> None:
            for live in more:
                key = len(live.documents), live.id
                if live.id not in small and key[0] <= self._settings.late_members and key > behind:
                    small[live.id] = key
                    heappush(queue, key)

        turn(lives, (0, ""))
        while queue:
            key = heappop(queue)
            live = self._state.live[key[1]]
            self._state.touch(live)
            live.looked_over = len(live.documents)
            if (found := joining(self._judge, live)) is not None:
                self._state.close(live)
                self._move(found.members, found.to)
                self._told("joined", found.to.id, live.id, found.members, found.signals, now)
                if spread:
                    turn(self.akin((found.to,)), key)

    def part(self, live: Live, now: float | None) -> None:
        """Members leave a story for one of their own; the story keeps its id, its place and the others."""
        found = parting(self._judge, live)
        story = content_id("story", found.leaving[0].document) if found is not None else live.id
        if found is None or story in self._state.order:
            return
        self._move(found.staying, self._state.begin_again(live))
        self._move(found.leaving, self._state.open_crowded(story, self._state.storyline_of[live.id]))
        self._told("parted", live.id, story, found.leaving, found.signals, now)

    def rest(self, now: float | None) -> None:
        """Once a day of the stream, small stories that have fallen silent may join others."""
        rested = self._state.rested_at
        if now is None or (rested is not None and now - rested < SECONDS_A_DAY):
            return
        self._state.rested_at = now
        silent = []
        for live in list(self._state.live.values()):
            days = live.days_from(now)
            small = live.looked_over < len(live.documents) <= self._settings.late_members
            if small and days is not None and days >= self._settings.silent_days:
                silent.append(live)
        self.join_late(silent, now)

    def _move(self, members: Sequence[Member], to: Live) -> None:
        self._state.touch(to)
        for member in members:
            if to.documents:
                to.fit(self._judge.against(member, to).alike)
            self._state.take(to, member)

    def _told(
        self, kind: str, story: str, other: str, members: Sequence[Member], why: tuple[Signal, ...], now: float | None
    ) -> None:
        documents = tuple(member.document for member in members)
        self._state.changed += 1
        self._state.changes.append(
            Change(kind=kind, story=story, other=other, documents=documents, at=now, signals=why)
        )
