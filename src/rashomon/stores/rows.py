"""Facts <-> rows of the tables, without loss: a body in bytes holds the fact, columns beside it what is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, Protocol

from rashomon.core import (
    Change,
    Copy,
    Decision,
    Document,
    Ending,
    Placement,
    Reading,
    Story,
    content_id,
)
from rashomon.stores.encoding import column, decoded, encoded, handle, head, maybe, packed, text_of, unpacked
from rashomon.stores.facts import (
    Forgetting,
    KeptCopy,
    KeptReading,
    KeptStory,
    Seen,
    Version,
)
from rashomon.stores.indexing import document_place


class Row(Protocol):
    """A row that was read; also a mapping that a database driver made."""

    def __getitem__(self, name: str, /) -> Any:  # noqa: ANN401  # a column may hold anything
        """The value of a column."""


Key = Callable[[int], int]
"""From the key that is wanted to one that is free."""


def iso(at: datetime | None) -> str | None:
    """A time as it stands in a column."""
    return None if at is None else stamp(at)


def stamp(at: datetime) -> str:
    """The same for a time that is there."""
    return at.astimezone(UTC).isoformat()


def version_row(version: Version, key: Key) -> dict[str, Any]:
    """A row of `documents`; only a current version has words by which it is found."""
    document = version.document
    place = document_place(document)
    return {
        "key": key(place.wanted),
        "version": version.id,
        "document": handle(document.id),
        "line": handle(version.line),
        "number": version.number,
        "current": version.current,
        "seen_at": stamp(version.seen_at),
        "at": iso(place.at),
        "outlet": head(document.outlet),
        "language": maybe(document.language),
        "headline": maybe(document.headline),
        "original": version.original,
        "made_by": handle(version.made_by),
        "words": column(place.words) if version.current else "",
        "body": packed(document),
    }


def version_of(row: Row) -> Version:
    """The version of a row of `documents`."""
    return Version(
        id=row["version"],
        line=text_of(row["line"]),
        number=row["number"],
        document=document_of(row),
        seen_at=datetime.fromisoformat(row["seen_at"]),
        made_by=text_of(row["made_by"]),
        original=row["original"],
        current=bool(row["current"]),
    )


def document_of(row: Row) -> Document:
    """The document of a row of `documents`."""
    return unpacked(row["body"], Document)


def reading_row(version: str, reading: Reading, made_by: str) -> dict[str, Any]:
    """A row of `readings`."""
    return {"version": version, "made_by": handle(made_by), "body": packed(reading)}


def reading_of(row: Row) -> KeptReading:
    """The reading of such a row."""
    return KeptReading(version=row["version"], reading=unpacked(row["body"], Reading), made_by=text_of(row["made_by"]))


def copy_row(copy: Copy, made_by: str) -> dict[str, Any]:
    """A row of `copies`."""
    return {
        "origin": handle(copy.origin),
        "copy": handle(copy.copy),
        "kind": copy.kind.value,
        "direction": copy.direction.value,
        "shared_chars": copy.shared_chars,
        "made_by": handle(made_by),
        "body": encoded(copy),
    }


def copy_of(row: Row) -> KeptCopy:
    """The copy of such a row."""
    return KeptCopy(copy=decoded(row["body"], Copy), made_by=text_of(row["made_by"]))


def placement_row(placement: Placement, made_by: str) -> dict[str, Any]:
    """A row of `placements`."""
    return {
        "document": handle(placement.document),
        "story": handle(placement.story),
        "made_by": handle(made_by),
        "body": encoded(placement),
    }


def placement_of(row: Row) -> Placement:
    """The placement of such a row."""
    return decoded(row["body"], Placement)


def story_of(row: Row, documents: Iterable[str]) -> KeptStory:
    """The story of a row of `stories`, with these documents."""
    storyline = None if row["storyline"] is None else text_of(row["storyline"])
    return KeptStory(
        story=Story(id=text_of(row["id"]), documents=tuple(documents), storyline=storyline),
        revision=row["revision"],
        made_by=text_of(row["made_by"]),
    )


def change_id(change: Change) -> str:
    """By what the same change is known when it is told again."""
    at = None if change.at is None else repr(change.at)
    return content_id("change", change.kind, change.story, change.other, at, *change.documents)


def change_row(change: Change, made_by: str) -> dict[str, Any]:
    """A row of `changes`."""
    return {
        "id": change_id(change),
        "kind": column(change.kind),
        "story": handle(change.story),
        "other": handle(change.other),
        "made_by": handle(made_by),
        "body": encoded(change),
    }


def change_of(row: Row) -> Change:
    """The change of such a row."""
    return decoded(row["body"], Change)


def seen_row(seen: Seen) -> dict[str, Any]:
    """A row of `log`."""
    return {
        "id": handle(seen.id),
        "at": stamp(seen.at),
        "address": column(seen.address),
        "place": content_id("line", seen.address),
        "via": maybe(seen.via),
        "outcome": seen.outcome.value,
        "code": maybe(seen.problem.code) if seen.problem else None,
        "original": seen.original,
        "version": seen.version,
        "body": encoded(seen),
    }


def seen_of(row: Row) -> Seen:
    """The line of the log of such a row."""
    return decoded(row["body"], Seen)


def decision_row(decision: Decision) -> dict[str, Any]:
    """A row of `decisions`."""
    return {
        "id": handle(decision.id),
        "kind": decision.kind.value,
        "by": column(decision.by),
        "at": stamp(decision.at),
        "reason": column(decision.reason),
        "body": encoded(decision),
    }


def decision_of(row: Row) -> Decision:
    """The decision of such a row."""
    return decoded(row["body"], Decision)


def ending_row(ending: Ending) -> dict[str, Any]:
    """A row of `endings`."""
    return {
        "decision": handle(ending.decision),
        "by": column(ending.by),
        "at": stamp(ending.at),
        "reason": column(ending.reason),
    }


def ending_of(row: Row) -> Ending:
    """The ending of such a row."""
    return Ending(
        decision=text_of(row["decision"]),
        by=text_of(row["by"]),
        at=datetime.fromisoformat(row["at"]),
        reason=text_of(row["reason"]),
    )


def forgetting_row(forgetting: Forgetting) -> dict[str, Any]:
    """A row of `forgettings`."""
    return {
        "at": stamp(forgetting.at),
        "by": column(forgetting.by),
        "reason": column(forgetting.reason),
        "body": encoded(forgetting),
    }


def forgetting_of(row: Row) -> Forgetting:
    """The forgetting of such a row."""
    return decoded(row["body"], Forgetting)
