"""What a plan names -> the files to read, and whether each is as it was when it was last read."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rashomon.core import Problem
from rashomon.ingest.inputs import each_input
from rashomon.runs.marks import Mark, State
from rashomon.runs.own import is_own
from rashomon.runs.plan import Plan

MOST_READ_TWICE = 64 * 2**20
"""Bytes of a file up to which a fingerprint is taken: it costs a reading of its own, and so much stays in memory."""
PARTS_OF_AN_ARCHIVE = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to read, as it is now."""

    address: str
    size: int
    mtime_ns: int

    @property
    def digest(self) -> str:
        """The fingerprint of its bytes (BLAKE2b), all of which are read for it.

        Empty where they cannot be, and of a large file, which would have to be read from the disk twice: where its time
        is another, it counts as changed.
        """
        if self.size > MOST_READ_TWICE:
            return ""
        try:
            with Path(self.address).open("rb") as file:
                return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
        except OSError:
            return ""

    def is_as(self, mark: Mark) -> bool:
        """Whether it is what was marked: by size and time, and where the time alone is another, by its bytes."""
        if self.size != mark.size:
            return False
        return self.mtime_ns == mark.mtime_ns or (bool(mark.digest) and self.digest == mark.digest)


class Left(StrEnum):
    """What there is to do with a file."""

    NEW = "new"
    BEGUN = "begun"
    """Some of it was taken; the rest is to be."""
    DONE = "done"
    CHANGED = "changed"
    """It is another than when it was taken: it is read from its beginning, and what the archive has is known there."""
    AGAIN = "again"
    """It could not be read to its end, or changed meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """A file among the inputs that is the run's own: its plan, its archive, or what it writes; it is not read."""

    address: str


def sources(plan: Plan, beside: Collection[str] = ()) -> Iterator[Source | Own | Problem]:
    """The files that a plan names, in its order and each once.

    Args:
        plan: names them.
        beside: the names of the files that the run writes beside its parts.
    """
    own = _own(plan)
    named: set[str] = set()
    for given in each_input(plan.inputs, None):
        if isinstance(given, Problem):
            yield given
            continue
        path = Path(given.address)
        if given.address in named:
            continue
        named.add(given.address)
        if path in own or (plan.folder is not None and is_own(path, plan.folder, beside)):
            yield Own(address=given.address)
            continue
        if path.exists() and not path.is_file():
            said = f"{given.address} is no regular file: a run reads what can be read again, and no pipe or device."
            yield Problem(stage="run", code="unreadable", message=said, address=given.address, fatal=True)
            continue
        yield source(given.address)


def source(address: str) -> Source:
    """A file as it is now; what is not there has no bytes, and reading it will say why."""
    try:
        found = Path(address).stat()
    except OSError:
        return Source(address=address, size=0, mtime_ns=0)
    return Source(address=address, size=found.st_size, mtime_ns=found.st_mtime_ns)


def left_of(one: Source, mark: Mark | None) -> Left:
    """What there is to do with a file."""
    if mark is None:
        return Left.NEW
    if mark.state is State.AGAIN:
        return Left.AGAIN
    if not one.is_as(mark):
        return Left.CHANGED
    return Left.DONE if mark.state is State.DONE else Left.BEGUN


def gone(marks: Iterable[Mark], named: set[str]) -> tuple[str, ...]:
    """The files that were taken before and are not named or not there any more."""
    return tuple(sorted(mark.address for mark in marks if mark.address not in named))


def _own(plan: Plan) -> frozenset[Path]:
    return frozenset({plan.file.resolve(), *(Path(f"{plan.archive}{part}") for part in PARTS_OF_AN_ARCHIVE)})
