"""What a stream of stories knows at a moment, and why it decided as it did; as plain rows to keep and to take up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from rashomon.core import Change, Placement, RashomonError, Signal
from rashomon.group.background import Background
from rashomon.group.live import Live, Member
from rashomon.group.lookup import Lookup
from rashomon.group.settings import StorySettings
from rashomon.group.version import VERSION

__all__ = ["Change", "Decision", "Signal", "State", "signals_of"]

Decision = Placement
"""A placement, by the name that it has had in grouping."""


@dataclass(slots=True, kw_only=True)
class State:
    """All that changes while documents come in."""

    settings: StorySettings
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
    changes: list[Change] = field(default_factory=list)
    changed: int = 0
    """How many changes there ever were; those of released stories are forgotten."""
    storyline_of: dict[str, str] = field(default_factory=dict)
    """The longer story to which each story belongs."""
    storylines: dict[str, list[str]] = field(default_factory=dict)
    """The stories of each, in the order they opened."""
    rested_at: float | None = None
    """When small silent stories were last looked over."""
    latest: tuple[float, ...] = ()
    """The two latest times of documents, the earlier first."""

    @property
    def clock(self) -> float | None:
        """What time it is in the stream: the last time but one, so that no single false date moves it; None without."""
        return self.latest[0] if self.latest else None

    def tick(self, at: float | None) -> None:
        """A document of that time came."""
        if at is not None:
            self.latest = tuple(sorted({*self.latest, at})[-2:])

    def open(self, story: str, storyline: str | None = None) -> Live:
        """A new story, in the longer story of that id or in one of its own."""
        line = self.storyline_of[story] = story if storyline is None else storyline
        self.storylines.setdefault(line, []).append(story)
        live = self.live[story] = self.numbered[self.opened] = Live(story, self.opened)
        self.order[story] = live.documents
        self.opened += 1
        return live

    def begin_again(self, live: Live) -> Live:
        """The same story without its documents."""
        self.forget(live)
        new = self.live[live.id] = self.numbered[live.number] = Live(live.id, live.number)
        self.order[live.id] = new.documents
        return new

    def take(self, live: Live, member: Member) -> None:
        """A document joins a story."""
        s = self.settings
        self.live[live.id] = self.live.pop(live.id)  # the longest silent comes first, and rests first among too many
        live.take(member, keep=s.members_compared, terms=s.core_terms)
        for vector in member.profile[:2]:
            heavy = self.lookup.heaviest(vector)
            self.lookup.hold(live.number, live.hold(heavy.terms), heavy)
        self.story_of[member.document] = live.id

    def close(self, live: Live) -> None:
        """A story ends; its documents are to be taken by another."""
        self.forget(live)
        self.remove(live.id)

    def remove(self, story: str) -> None:
        """A story is no more, or is handed over."""
        del self.order[story]
        line = self.storyline_of.pop(story)
        self.storylines[line].remove(story)
        if not self.storylines[line]:
            del self.storylines[line]

    def forget(self, live: Live) -> None:
        """Take a story out of those that are looked up."""
        del self.live[live.id], self.numbered[live.number]
        self.lookup.drop(live.number, live.held)

    def tidy(self) -> None:
        """Where too many terms are remembered, forget the rarest of those that no live story holds."""
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
                "version": VERSION,
                "table": self.background.table.digest(),
                "rested_at": self.rested_at,
                "latest": list(self.latest),
                "changed": self.changed,
                "opened": self.opened,
                "taken": self.taken,
                "background": self.background.row(),
                "lookup": self.lookup.row(),
            }
        ]
        rows += [
            {"kind": "story", "id": story, "storyline": self.storyline_of[story], "documents": list(own)}
            for story, own in self.order.items()
        ]
        rows += [{"kind": "live", **live.row()} for live in self.live.values()]
        rows += [{**asdict(change), "kind": "change", "change": change.kind} for change in self.changes]
        rows += [{"kind": "decision", **asdict(decision)} for decision in self.decisions.values()]
        return rows

    def take_up(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Go on from what `rows` gave; to be called on a state that has seen nothing.

        Raises:
            RashomonError: the rows were given by another version, whose stories these are not, or with another
                background table, by whose places terms are known.
        """
        for row in rows:
            bare = {name: value for name, value in row.items() if name != "kind"}
            if row["kind"] == "stream":
                self._check(row)
                self.latest, self.changed = tuple(row["latest"]), row["changed"]
                self.rested_at, self.opened, self.taken = row["rested_at"], row["opened"], row["taken"]
                self.background.take_up(row["background"])
                self.lookup.take_up(row["lookup"])
            elif row["kind"] == "story":
                self.order[row["id"]] = list(row["documents"])
                self.storyline_of[row["id"]] = row["storyline"]
                self.storylines.setdefault(row["storyline"], []).append(row["id"])
                self.story_of.update(dict.fromkeys(row["documents"], row["id"]))
            elif row["kind"] == "live":
                live = self.live[row["id"]] = Live.of(row)
                self.numbered[live.number] = live
                self.order[live.id] = live.documents
            elif row["kind"] == "change":
                told = {"kind": row["change"], "documents": tuple(row["documents"]), "signals": signals_of(row)}
                self.changes.append(Change(**({name: row[name] for name in ("story", "other", "at")} | told)))
            elif row["kind"] == "decision":
                signals = signals_of(row)
                self.decisions[row["document"]] = Decision(**(bare | {"signals": signals}))

    def _check(self, row: Mapping[str, Any]) -> None:
        """Whether what a row was given by is what this state is."""
        for what, kept, own in (
            ("version of grouping", row.get("version"), VERSION),
            ("background table", row.get("table"), self.background.table.digest()),
        ):
            if kept != own:
                raise RashomonError(
                    f"this stream was kept with another {what} ({kept or 'unknown'}; this one is {own}), under which "
                    "it cannot go on: take it up with that one, or feed its documents again to a new stream"
                )


def signals_of(row: Mapping[str, Any]) -> tuple[Signal, ...]:
    """The signals of a decision or a change that was kept as a row."""
    return tuple(Signal(**signal) for signal in row["signals"])
