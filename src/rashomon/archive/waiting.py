"""Versions that came and are not concluded from yet: noted with what brought them, so that nobody looks for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.pipeline import Makers
from rashomon.stores import View, Writer
from rashomon.stores.facts import KeptReading

_STREAM = "waiting"


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
    """What waits."""
    noted = all_noted(view)
    current = [version for name in noted if (version := view.version(name)) is not None and version.current]
    read = view.readings_of([version.id for version in current])
    documents = [version.document.id for version in current]
    placed = view.stories_of(documents)
    return Waiting(
        noted=noted,
        unread=tuple(v.id for v in current if not _is_of(read.get(v.id), makers.read)),
        unplaced=tuple(name for name in documents if name not in placed),
    )


def all_noted(view: View) -> tuple[str, ...]:
    """The ids of all versions that were noted."""
    return tuple(name for name, _ in view.stream(_STREAM))


def _is_of(kept: KeptReading | None, make: str) -> bool:
    return kept is not None and kept.made_by == make
