"""What a stream of stories knows at a moment, and why it decided as it did; as rows to keep and to take up."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
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
STREAM, TERMS, COUNTS, LOOKUP, DECISIONS, CHANGES = "stream", "terms", "counts", "lookup", "decisions", "changes"
LIVE, COLUMNS = "live/", "columns/"
"""The keys of rows, the last two with the id of a story behind them."""


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
    """Some 850 bytes for each document, until its story is handed over or the stream is kept."""
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
    turns: int = 0
    """How often a story moved to the end of the live ones."""
    touched: dict[str, None] = field(default_factory=dict)
    """The stories that changed, began or ended since they were last kept."""
    _tried: dict[str, Live] | None = None
    """While something is tried: what the live stories that it touched were."""

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
        self._turn(live)
        return live

    def open_crowded(self, story: str, storyline: str | None) -> Live:
        """The same; where there are too many then, the longest silent live no more."""
        live = self.open(story, storyline)
        while len(self.live) > self.settings.live_stories:
            self.forget(next(iter(self.live.values())))
        return live

    def begin_again(self, live: Live) -> Live:
        """The same story without its documents."""
        self.forget(live)
        new = self.live[live.id] = self.numbered[live.number] = Live(live.id, live.number)
        self.order[live.id] = new.documents
        self._turn(new)
        return new

    def take(self, live: Live, member: Member) -> None:
        """A document joins a story."""
        s = self.settings
        self.touch(live)
        self.live[live.id] = self.live.pop(live.id)  # the longest silent comes first, and rests first among too many
        self._turn(live)
        live.take(member, keep=s.members_compared, terms=s.core_terms)
        for vector in member.profile[:2]:
            heavy = self.lookup.heaviest(vector)
            self.lookup.hold(live.number, live.hold(heavy.terms), heavy)
        self.story_of[member.document] = live.id

    def close(self, live: Live) -> None:
        """A story ends; its documents are to be taken by another."""
        self.forget(live)
        self.remove(live.id)

    def touch(self, live: Live) -> None:
        """A story is about to change."""
        self.touched[live.id] = None
        if self._tried is not None and live.id not in self._tried:
            self._tried[live.id] = live.copied()

    def _turn(self, live: Live) -> None:
        self.turns += 1
        live.turn = self.turns
        self.touched[live.id] = None

    @contextmanager
    def tried(self) -> Iterator[None]:
        """What is changed within is taken back at the end; the background learns nothing within."""
        live, numbered, order = dict(self.live), dict(self.numbered), dict(self.order)
        story_of, lines, touched = dict(self.story_of), dict(self.storyline_of), dict(self.touched)
        storylines = {line: list(stories) for line, stories in self.storylines.items()}
        changes, counts = list(self.changes), (self.changed, self.opened, self.turns, self.rested_at)
        self._tried = {}
        self.lookup.try_out()
        try:
            yield
        finally:
            self.lookup.take_back()
            self.live, self.numbered, self.order = live, numbered, order
            self.story_of, self.storyline_of, self.touched = story_of, lines, touched
            self.storylines, self.changes = storylines, changes
            self.changed, self.opened, self.turns, self.rested_at = counts
            for story, before in self._tried.items():
                self.live[story].become(before)
                self.order[story] = self.live[story].documents
            self._tried = None

    def remove(self, story: str) -> None:
        """A story is no more, or is handed over."""
        self.touched[story] = None
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
        if not self.background.crowded():
            return
        new = self.background.forget(terms for live in self.live.values() for terms in live.terms())
        self.lookup.renumber(new)
        for live in self.live.values():
            self.touch(live)
            live.renumber(new)

    def rows(self) -> dict[str, bytes]:
        """The whole state as rows by key."""
        rows = self.whole_rows()
        for story in self.live:
            rows |= self.live_rows(story)
        rows[DECISIONS] = _json([asdict(decision) for decision in self.decisions.values()])
        rows[CHANGES] = _json([asdict(change) for change in self.changes])
        return rows

    def whole_rows(self) -> dict[str, bytes]:
        """What is of the stream and of no one story."""
        stream = {
            "version": VERSION,
            "table": self.background.table.digest(),
            "rested_at": self.rested_at,
            "latest": list(self.latest),
            "changed": self.changed,
            "opened": self.opened,
            "taken": self.taken,
            "turns": self.turns,
            "stories": [
                [story, self.storyline_of[story], *([] if story in self.live else [list(documents)])]
                for story, documents in self.order.items()
            ],
        }
        return {
            STREAM: _json(stream),
            TERMS: self.background.learned(),
            COUNTS: self.background.columns(),
            LOOKUP: self.lookup.columns(),
        }

    def live_rows(self, story: str) -> dict[str, bytes]:
        """A live story as rows by key."""
        live = self.live[story]
        return {LIVE + story: _json(live.row()), COLUMNS + story: live.columns()}

    def put_away(self, fetch: Callable[[str], bytes | None]) -> None:
        """Let go of the columns of all live stories, which are kept."""
        for live in self.live.values():
            live.put_away(_bringing(fetch, live.id))

    def take_up(self, rows: Mapping[str, bytes], *, fetch: Callable[[str], bytes | None] | None = None) -> None:
        """Go on from what `rows` gave; to be called on a state that has seen nothing.

        Args:
            rows: by key; those of columns may be left out where `fetch` brings them.
            fetch: the row of a key, asked for where a story is looked at.

        Raises:
            RashomonError: the rows were given by another version, whose stories these are not, or with another
                background table, by whose places terms are known; or they are not whole.
        """
        if not rows:
            return
        bring = rows.get if fetch is None else fetch
        try:
            stream = json.loads(rows[STREAM])
            self._check(stream)
            self.latest, self.changed = tuple(stream["latest"]), stream["changed"]
            self.rested_at, self.opened, self.taken = stream["rested_at"], stream["opened"], stream["taken"]
            self.turns = stream["turns"]
            self.background.take_up(rows[TERMS], rows[COUNTS])
            self.lookup.take_up(rows[LOOKUP])
            for story, line, *documents in stream["stories"]:
                self._take_up(story, line, documents, rows, bring)
            for row in json.loads(rows.get(DECISIONS, b"[]")):
                self.decisions[row["document"]] = Decision(**(row | {"signals": signals_of(row)}))
            for row in json.loads(rows.get(CHANGES, b"[]")):
                more = {"documents": tuple(row["documents"]), "signals": signals_of(row)}
                self.changes.append(Change(**(row | more)))
        except (LookupError, TypeError, ValueError, AttributeError) as fault:
            raise RashomonError(
                f"this is not the whole state of a stream ({fault!r}): feed its documents again to a new stream"
            ) from fault
        self.live = dict(sorted(self.live.items(), key=lambda item: item[1].turn))

    def _take_up(
        self,
        story: str,
        line: str,
        documents: list[list[str]],
        rows: Mapping[str, bytes],
        bring: Callable[[str], bytes | None],
    ) -> None:
        if documents:
            self.order[story] = list(documents[0])
        else:
            live = self.live[story] = Live.of(story, json.loads(rows[LIVE + story]), _bringing(bring, story))
            self.numbered[live.number] = live
            self.order[story] = live.documents
        self.storyline_of[story] = line
        self.storylines.setdefault(line, []).append(story)
        self.story_of.update(dict.fromkeys(self.order[story], story))

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


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _bringing(bring: Callable[[str], bytes | None], story: str) -> Callable[[], bytes]:
    def columns() -> bytes:
        found = bring(COLUMNS + story)
        if found is None:
            raise RashomonError(f"the stream has lost what it knew of story {story}: feed its documents again")
        return found

    return columns
