"""Marks: how far a run is. They stand in the archive, written in the transaction of what they mark.

So a mark is there exactly where what it marks is. Marks of parts, which are files, are written once the files are on
the disk under their names.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

from rashomon.core import RashomonError, content_id
from rashomon.runs.counts import Counts
from rashomon.stores import View, Writer

INPUT, PART, PLAN, WAY = "input/", "part/", "plan", "way"


class TakenOverError(RashomonError):
    """Another process goes on with the same run."""

    code = "run-overtaken"


class State(StrEnum):
    """How far a file is."""

    BEGUN = "begun"
    DONE = "done"
    AGAIN = "again"
    """It was read to its end, and has to be read again: it could not be read, or changed while it was."""


@dataclass(slots=True, kw_only=True)
class Mark:
    """How far a file is: `items` of what is read in it were taken, and what became of them.

    `size`, `mtime_ns` and `digest` are the file's when it was begun.
    """

    address: str
    size: int
    mtime_ns: int
    digest: str
    state: State = State.BEGUN
    items: int = 0
    counts: Counts = field(default_factory=Counts)

    @property
    def key(self) -> str:
        """Under which it is kept; an address may be longer than a key."""
        return INPUT + content_id("input", self.address)

    def row(self) -> bytes:
        """For keeping."""
        own = {name: getattr(self, name) for name in ("address", "size", "mtime_ns", "digest", "state", "items")}
        return _bytes(own | {"counts": self.counts.row()})

    @classmethod
    def of_row(cls, row: bytes) -> Mark:
        """As kept."""
        told = json.loads(row)
        counts, state = Counts.of_row(told.pop("counts")), State(told.pop("state"))
        return cls(counts=counts, state=state, **told)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMark:
    """A part that is written: what it was made of, and the sizes of its files."""

    number: int
    made_of: str
    files: Mapping[str, int]


class Marks:
    """The marks of one run; what is written by another process meanwhile is noticed before anything is written over.

    Args:
        name: of the run.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._stream = f"run, {name}"
        self._who = uuid4().hex
        self.inputs: dict[str, Mark] = {}
        self.parts: dict[int, PartMark] = {}
        self.plan: dict[str, Any] | None = None
        self.began: datetime | None = None

    def look_up(self, view: View) -> None:
        """Take up what is kept."""
        for key, row in view.stream(self._stream):
            if key.startswith(INPUT):
                mark = Mark.of_row(row)
                self.inputs[mark.address] = mark
            elif key.startswith(PART):
                part = PartMark(**json.loads(row))
                self.parts[part.number] = part
            elif key == PLAN:
                self.plan = json.loads(row)
            elif key == WAY:
                self.began = datetime.fromisoformat(json.loads(row)["began"])

    def set_out(self, writer: Writer, plan: dict[str, object], began: datetime) -> None:
        """Note that this process goes on with the run from here."""
        self.began = began
        way = {"began": began.isoformat(), "who": self._who}
        writer.keep_stream(self._stream, {PLAN: _bytes(plan), WAY: _bytes(way)})

    def keep(self, writer: Writer, marks: list[Mark]) -> None:
        """Keep marks of files, in the transaction that took what they mark.

        Raises:
            TakenOverError: another process has gone on with the run; nothing of this transaction is to be kept.
        """
        self.see_ours(writer.view)
        self.inputs |= {mark.address: mark for mark in marks}
        writer.keep_stream(self._stream, {mark.key: mark.row() for mark in marks})

    def keep_part(self, writer: Writer, number: int, part: PartMark | None) -> None:
        """Keep the mark of a part that is on the disk; with None it is no part any more.

        Raises:
            TakenOverError: the same.
        """
        self.see_ours(writer.view)
        key = f"{PART}{number:08}"
        if part is None:
            self.parts.pop(number, None)
            writer.keep_stream(self._stream, {key: None})
            return
        self.parts[number] = part
        row = {"number": part.number, "made_of": part.made_of, "files": dict(part.files)}
        writer.keep_stream(self._stream, {key: _bytes(row)})

    def arrive(self, writer: Writer) -> None:
        """Note that nothing is left to do.

        Raises:
            TakenOverError: the same.
        """
        self.see_ours(writer.view)
        writer.keep_stream(self._stream, {WAY: None})

    def see_ours(self, view: View) -> None:
        """See that no other process has gone on with the run.

        Raises:
            TakenOverError: one has.
        """
        row = view.stream_row(self._stream, WAY)
        if row is None:
            raise TakenOverError(
                f"another `rashomon run` has done the run {self.name} to its end: this one ends, and nothing is lost"
            )
        if json.loads(row)["who"] != self._who:
            raise TakenOverError(
                f"another `rashomon run` was started on the run {self.name} and goes on with it: this one ends, and "
                "nothing is lost; see to that one, or end it and run again"
            )


def _bytes(row: object) -> bytes:
    return json.dumps(row, sort_keys=True).encode("ascii")
