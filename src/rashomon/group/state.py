"""What a stream of stories knows at a moment, and why it decided as it did; as plain rows to keep and to take up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from rashomon.group.background import Background
from rashomon.group.live import Live
from rashomon.group.lookup import Lookup


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One reason for or against: what was measured, in [0, 1] or in days, and what it adds to the log-odds."""

    name: str
    value: float
    adds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Why a document is in its story.

    `score` is the log-odds of the best story (None where there was none to compare with), `signals` what it is made
    of; `opened` says that it was not enough and the document opened a story. `nearest` is the story so scored,
    `runner_up` the next.
    """

    document: str
    story: str
    opened: bool
    nearest: str | None = None
    score: float | None = None
    signals: tuple[Signal, ...] = ()
    runner_up: str | None = None
    runner_up_score: float | None = None
    moved_from: str | None = None
    """The story that it was in before a late merge."""


@dataclass(slots=True, kw_only=True)
class State:
    """All that changes while documents come in."""

    background: Background
    lookup: Lookup
    live: dict[str, Live] = field(default_factory=dict)
    """The stories that are looked up, the longest silent first."""
    numbered: dict[int, Live] = field(default_factory=dict)
    """The same by their numbers."""
    opened: int = 0
    """How many stories were opened: the next one's number."""
    taken: int = 0
    """How many documents were taken."""
    story_of: dict[str, str] = field(default_factory=dict)
    order: dict[str, list[str]] = field(default_factory=dict)
    """The documents of every story, in the order the stories opened."""
    decisions: dict[str, Decision] = field(default_factory=dict)
    rested_at: float | None = None

    def open(self, story: str) -> Live:
        """A new story."""
        live = self.live[story] = self.numbered[self.opened] = Live(story, self.opened)
        self.order[story] = live.documents
        self.opened += 1
        return live

    def forget(self, live: Live) -> None:
        """Take a story out of those that are looked up."""
        del self.live[live.id], self.numbered[live.number]
        self.lookup.drop(live.number, live.held)

    def tidy(self) -> None:
        """Where too many terms are remembered, forget those that were seen once and that no live story holds."""
        import numpy as np

        if not self.background.crowded():
            return
        used = [terms for live in self.live.values() for terms in live.terms()]
        new = self.background.forget(np.concatenate(used) if used else np.zeros(0, dtype=np.int32))
        self.lookup.renumber(new)
        for live in self.live.values():
            live.renumber(new)

    def rows(self) -> list[dict[str, Any]]:
        """The state as rows of plain values; JSON holds them."""
        rows: list[dict[str, Any]] = [
            {
                "kind": "stream",
                "rested_at": self.rested_at,
                "opened": self.opened,
                "taken": self.taken,
                "background": self.background.row(),
                "lookup": self.lookup.row(),
            }
        ]
        rows += [{"kind": "story", "id": story, "documents": list(own)} for story, own in self.order.items()]
        rows += [{"kind": "live", **live.row()} for live in self.live.values()]
        rows += [{"kind": "decision", **asdict(decision)} for decision in self.decisions.values()]
        return rows

    def take_up(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Go on from what `rows` gave; to be called on a state that has seen nothing."""
        for row in rows:
            bare = {name: value for name, value in row.items() if name != "kind"}
            if row["kind"] == "stream":
                self.rested_at, self.opened, self.taken = row["rested_at"], row["opened"], row["taken"]
                self.background.take_up(row["background"])
                self.lookup.take_up(row["lookup"])
            elif row["kind"] == "story":
                self.order[row["id"]] = list(row["documents"])
                self.story_of.update(dict.fromkeys(row["documents"], row["id"]))
            elif row["kind"] == "live":
                live = self.live[row["id"]] = Live.of(row)
                self.numbered[live.number] = live
                self.order[live.id] = live.documents
            elif row["kind"] == "decision":
                signals = tuple(Signal(**signal) for signal in row["signals"])
                self.decisions[row["document"]] = Decision(**(bare | {"signals": signals}))
