"""The versions of a line: how each differs from the one before, and what earlier ones told otherwise than now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from rashomon.archive.alterations import alterations
from rashomon.archive.edits import Edit, EditKind, difference
from rashomon.archive.furniture import aside, outside, parted
from rashomon.core import Alteration, Document, Earlier, Part, Reading, Span
from rashomon.stores.base import View
from rashomon.stores.facts import Version

MOST_VERSIONS = 12
"""So many of the last versions before the current one are held against it; beyond, it is history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one version of a line to the next.

    `headline` are the edits of the headline where it stands outside the text; `report` those of the text that touch
    the report's own words, `furniture` those of what is set aside, of bylines and blanks. Together `report` and
    `furniture` turn the old text into the new one. `alterations` is what the report tells otherwise.
    """

    old: Version
    new: Version
    headline: tuple[Edit, ...]
    report: tuple[Edit, ...]
    furniture: tuple[Edit, ...]
    alterations: tuple[Alteration, ...]

    @property
    def edits(self) -> tuple[Edit, ...]:
        """All edits of the text, in order."""
        return tuple(sorted((*self.report, *self.furniture), key=lambda e: (e.old, e.new)))


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The versions of a line in the order they were taken, and the steps between them."""

    line: str
    versions: tuple[Version, ...]
    steps: tuple[Step, ...]


Read = Callable[[Document], Reading]


def history_of(view: View, document: str, *, read: Read | None = None) -> History | None:
    """The history of the line that a document belongs to; None where the archive has no such document.

    Args:
        view: of the archive.
        document: the id of any version's document.
        read: reads a version of which no reading is kept; without it nothing is told of its sense but the headline.
    """
    version = view.version_of(document)
    own = None if version is None else view.version(version)
    if own is None:
        return None
    versions = view.versions(own.line)
    steps = tuple(
        step(old, _reading(view, old, read), new, _reading(view, new, read)) for old, new in pairwise(versions)
    )
    return History(line=own.line, versions=versions, steps=steps)


def earlier_of(view: View, documents: Iterable[str], *, read: Read | None = None) -> dict[str, tuple[Earlier, ...]]:
    """What earlier versions of documents told otherwise than these: what `account_of` takes as `earlier`.

    Only documents are named of which an earlier version told anything otherwise.

    Args:
        view: of the archive.
        documents: ids, those of a story.
        read: reads a version of which no reading is kept; without it such a version is held against the current one
            by its headline alone.
    """
    found: dict[str, tuple[Earlier, ...]] = {}
    for document in documents:
        version = view.version_of(document)
        current = None if version is None else view.version(version)
        if current is None:
            continue
        versions = view.versions(current.line)
        before = [v for v in versions if v.id != current.id and v.seen_at <= current.seen_at][-MOST_VERSIONS:]
        if not before:
            continue
        now = _reading(view, current, read)
        told = tuple(
            Earlier(version=v.id, seen_at=v.seen_at, alterations=made)
            for v in before
            if (made := alterations(v.document, _reading(view, v, read), current.document, now))
        )
        if told:
            found[document] = told
    return found


def step(old: Version, old_reading: Reading, new: Version, new_reading: Reading) -> Step:
    """The step from one version to the next; a pure function of both and what was read in them."""
    was, now = old.document, new.document
    found = difference(was.text, now.text)
    report: list[Edit] = []
    furniture: list[Edit] = []
    aside_before, aside_now = aside(was), aside(now)
    for edit in found.edits:
        for part in parted(edit, was.text, aside_before, now.text, aside_now):
            own = outside(was.text, part.old, aside_before) or outside(now.text, part.new, aside_now)
            (report if own and part.kind is not EditKind.BLANKS else furniture).append(part)
    return Step(
        old=old,
        new=new,
        headline=_headline(was, now),
        report=tuple(report),
        furniture=tuple(furniture),
        alterations=alterations(was, old_reading, now, new_reading, found=found),
    )


def _headline(was: Document, now: Document) -> tuple[Edit, ...]:
    """The edits of headlines that stand outside the text."""
    outside = [d.headline_span is not None and d.headline_span.part is Part.HEADLINE for d in (was, now)]
    if not all(outside):
        return ()
    edits = difference(was.headline or "", now.headline or "").edits
    return tuple(_of_headline(edit) for edit in edits)


def _of_headline(edit: Edit) -> Edit:
    old, new = (Span(s.start, s.end, Part.HEADLINE) for s in (edit.old, edit.new))
    return Edit(kind=edit.kind, old=old, new=new)


def _reading(view: View, version: Version, read: Read | None) -> Reading:
    kept = view.reading(version.id)
    if kept is not None:
        return kept.reading
    return read(version.document) if read is not None else Reading(document=version.document.id)
