"""What a stream of stories knows at a moment, and why it decided as it did; as plain rows to keep and to take up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from rashomon.group.background import Background
from rashomon.group.live import Live


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
    live: dict[str, Live] = field(default_factory=dict)
    """The stories that are looked up, the longest silent first."""
    holding: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    """For each heavy term the live stories that hold it, in order."""
    story_of: dict[str, str] = field(default_factory=dict)
    order: dict[str, list[str]] = field(default_factory=dict)
    """The documents of every story, in the order the stories opened."""
    decisions: dict[str, Decision] = field(default_factory=dict)
    rested_at: datetime | None = None

    def rows(self) -> list[dict[str, Any]]:
        """The state as rows of plain values; JSON holds them."""
        rows: list[dict[str, Any]] = [
            {
                "kind": "stream",
                "rested_at": self.rested_at.isoformat() if self.rested_at else None,
                "background": self.background.row(),
                "holding": {term: list(stories) for term, stories in self.holding.items()},
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
                self.rested_at = datetime.fromisoformat(row["rested_at"]) if row["rested_at"] else None
                self.background.take_up(row["background"])
                for term, holding in row["holding"].items():
                    self.holding[term] = dict.fromkeys(holding)
            elif row["kind"] == "story":
                self.order[row["id"]] = list(row["documents"])
                self.story_of.update(dict.fromkeys(row["documents"], row["id"]))
            elif row["kind"] == "live":
                live = self.live[row["id"]] = Live.of(row)
                self.order[live.id] = live.documents
            elif row["kind"] == "decision":
                signals = tuple(Signal(**signal) for signal in row["signals"])
                self.decisions[row["document"]] = Decision(**(bare | {"signals": signals}))
