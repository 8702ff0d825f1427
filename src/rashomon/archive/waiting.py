"""Versions that came and are not concluded from yet: noted with what brought them, so that nobody looks for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.core.batches import batched
from rashomon.pipeline import Makers
from rashomon.stores import View, Writer
from rashomon.stores.facts import Derived, KeptReading

_STREAM = "waiting"
FEW, TOGETHER = 512, 32
"""So many that wait are looked up with all that they hold, and so many of them at a time."""


def note_waiting(writer: Writer, versions: Iterable[str]) -> None:
    """Note versions that were taken in, by their ids, in the transaction that took them in."""
    if rows := dict.fromkeys(versions, b""):
        writer.keep_stream(_STREAM, rows)


def served(writer: Writer, versions: Iterable[str]) -> None:
    """These versions wait no more."""
    if rows := dict.fromkeys(versions):
        writer.keep_stream(_STREAM, rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What waits in an archive that is of one make.

    Attributes:
        noted: the ids of all versions that were noted.
        unread: of those that are current, the ids of versions that nobody has read.
        unplaced: of those, the ids of documents that are in no story.
    """

    noted: tuple[str, ...]
    unread: tuple[str, ...]
    unplaced: tuple[str, ...]


def waiting_in(view: View, makers: Makers) -> Waiting:
    """What waits.

    A few are looked up one by one, so that nobody asks for them in the whole archive. Of many the archive itself says
    by ids and makes which are not read and not placed: in one that is of one make, these are those that were noted.
    """
    noted = all_noted(view)
    if len(noted) > FEW:
        return Waiting(
            noted=noted,
            unread=view.stale(Derived.READINGS, makers.read, limit=None),
            unplaced=view.stale(Derived.STORIES, makers.grouped, limit=None),
        )
    unread: list[str] = []
    unplaced: list[str] = []
    for some in batched(noted, TOGETHER):
        current = {
            name: version.document.id
            for name in some
            if (version := view.version(name)) is not None and version.current
        }
        read, placed = view.readings_of(current), view.stories_of(current.values())
        unread += [name for name in current if not _is_of(read.get(name), makers.read)]
        unplaced += [document for document in current.values() if document not in placed]
    return Waiting(noted=noted, unread=tuple(unread), unplaced=tuple(unplaced))


def all_noted(view: View) -> tuple[str, ...]:
    """The ids of all versions that were noted."""
    return tuple(name for name, _ in view.stream(_STREAM))


def _is_of(kept: KeptReading | None, make: str) -> bool:
    return kept is not None and kept.made_by == make
