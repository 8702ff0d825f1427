"""Pages -> documents in an archive: each with its bytes, its line of versions, and a line in the log.

What a batch brought is acknowledged together, before anything is concluded from it; what was interrupted is taken up
by whoever next brings the archive up to date.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from rashomon.archive.lines import alike, is_file, line_of, own_line, unlike_outlets
from rashomon.archive.summary import Summary
from rashomon.archive.waiting import note_waiting
from rashomon.core import Document, Page, Problem, content_id
from rashomon.core.batches import batched
from rashomon.pipeline import told_apart
from rashomon.stores import Store, View, Writer
from rashomon.stores.encoding import line_of as kept_line
from rashomon.stores.encoding import octets_id, version_id
from rashomon.stores.facts import Added, Outcome, Seen, Taken, Version

TOGETHER = 32
"""Pages that are acknowledged together."""


Clean = Callable[["Iterable[Page | Problem]"], "Iterable[Document | Problem]"]
Cleaned = tuple["Page | Problem", "Document | Problem"]


class Became(NamedTuple):
    """What became of one thing that was handed in; `taken` is None where there is no document of it."""

    given: Page | Problem
    taken: Taken | None
    problem: Problem | None


Noting = Callable[[Writer, Sequence[Became]], None]
"""Writes what it wants to know later, in the transaction of a batch."""


class Intake:
    """Keeps the documents of pages in an archive."""

    def __init__(
        self,
        store: Store,
        *,
        clean: Clean,
        seen_at: Callable[[], datetime],
        made_by: str,
        via: str | None = None,
        noting: Noting | None = None,
    ) -> None:
        """Nothing is kept yet.

        Args:
            store: the archive.
            clean: gives the document of each page, or the problem why there is none, in their order.
            seen_at: what time it is; aware.
            made_by: the versioned name of what cleans.
            via: the feed, folder or web archive that leads to the pages.
            noting: called with what became of each thing of a batch, before that is acknowledged.
        """
        self.store = store
        self.clean = clean
        self.seen_at = seen_at
        self.made_by = made_by
        self.via = via
        self.noting = noting

    def keep(self, pages: Iterable[Page | Problem]) -> Iterator[Summary]:
        """Clean pages and keep their documents; after each batch, once it is acknowledged, what became of it."""
        for cleaned in batched(self._cleaned(pages), TOGETHER):  # before the archive is locked for others
            with self.store.writer() as writer:
                summary = self._batch(writer, cleaned)
            yield summary

    def rehearse(self, pages: Iterable[Page | Problem]) -> Iterator[Summary]:
        """The same without keeping anything, and without keeping others from writing."""
        from rashomon.stores.memory import MemoryStore

        beside = MemoryStore()  # what came before in this very intake
        for cleaned in batched(self._cleaned(pages), TOGETHER):
            summary = Summary(dry=True)
            with self.store.view() as view, beside.writer() as writer:
                for _, found in cleaned:
                    if isinstance(found, Problem):
                        summary.note(found)
                    else:
                        self._rehearse(view, writer, found, summary)
            yield summary

    def _cleaned(self, pages: Iterable[Page | Problem]) -> Iterator[Cleaned]:
        """Each page with what cleaning made of it; pages are taken ahead as far as whoever cleans wants them."""
        ahead: deque[Page | Problem] = deque()

        def taken() -> Iterator[Page | Problem]:
            for page in pages:
                ahead.append(page)
                yield page

        for found in self.clean(taken()):
            yield ahead.popleft(), found
        if ahead:
            raise ValueError("cleaning gave nothing of a page")

    def _rehearse(self, view: View, beside: Writer, document: Document, summary: Summary) -> None:
        """What would become of a document: what the archive says of it, or else what came before it says."""
        for problem in _placed(document):
            summary.note(problem)
        line = self._line(document, view, beside.view) or kept_line(document)
        same = view.version(version_id(line, document))
        others = view.newest_of([document.id]).get(document.id)
        added = beside.add(document, seen_at=self.seen_at(), made_by=self.made_by, line=line)
        taken = added.taken
        if view.is_forgotten(line=line, document=document.id):
            taken = Taken.FORGOTTEN
        elif same is not None and taken is Taken.NEW:
            taken = Taken.AGAIN if same.current else Taken.RETURNED
        elif others is not None and others.line != line:
            taken = Taken.ID_TAKEN
        elif taken is Taken.NEW and view.versions(line):
            taken = Taken.VERSION
        summary.taken[taken] += 1
        if (
            refused := _refused(document, replace(added, taken=taken), _of_id(document, view, beside.view))
        ) is not None:
            summary.note(refused)

    def _line(self, document: Document, view: View, *more: View) -> str | None:
        """The line of versions of a document; None where only its id tells it from others.

        The same words of one outlet under the same id are the same report, at whatever address they are met. Reports of
        two outlets are never versions of one another, whatever their ids say.
        """
        line = line_of(document)
        same = _of_id(document, view, *more)
        if same is not None and unlike_outlets(same.document, document):
            return own_line(document) if line is None else line
        if same is not None and same.line != line and same.document.text == document.text:
            return same.line
        if line is not None and is_file(line) and (known := view.versions(line)):
            return line if alike(known[-1].document, document) else document.id  # another report in the file
        return line

    def _batch(self, writer: Writer, cleaned: Iterable[Cleaned]) -> Summary:
        summary = Summary()
        came: list[str] = []
        became: list[Became] = []
        for page, found in cleaned:
            octets, crawled = (page.octets, page.seen_at) if isinstance(page, Page) else (None, None)
            original = octets_id(octets) if octets else None
            at = crawled or self.seen_at()
            seen = Seen(id="", at=at, address="", outcome=Outcome.TAKEN, via=self.via, original=original)
            version: str | None = None
            if isinstance(found, Problem):
                summary.note(found)
                became.append(Became(page, None, found))
                seen = replace(seen, address=found.address or "", outcome=Outcome.SET_ASIDE, problem=found)
                if not found.fatal:
                    continue
            else:
                for problem in _placed(found):
                    summary.note(problem)
                seen, added = self._add(writer, found, seen, summary, crawled=crawled is not None)
                became.append(Became(page, added.taken, seen.problem))
                version = added.version if added.taken in {Taken.NEW, Taken.VERSION} else None
            told = seen.version or (seen.problem.code if seen.problem else None)
            name = content_id("seen", seen.via, seen.address, seen.outcome, told)
            if octets and seen.original is not None and (version is not None or writer.view.seen(name) is None):
                writer.keep_original(octets)  # not where neither a version nor a line of the log would name it
            writer.keep_seen(replace(seen, id=name))
            if seen.version is not None:
                summary.came(seen.version)
                if seen.outcome is Outcome.TAKEN:
                    came.append(seen.version)
        note_waiting(writer, came)
        if self.noting is not None:
            self.noting(writer, became)
        return summary

    def _add(
        self, writer: Writer, document: Document, seen: Seen, summary: Summary, *, crawled: bool
    ) -> tuple[Seen, Added]:
        """Keep a document; the line of the log that says so, and what became of the document.

        What was `crawled` may be older than what is kept.
        """
        line = self._line(document, writer.view)
        known = writer.view.versions(line) if line is not None and crawled else ()
        added = writer.add(
            document,
            seen_at=seen.at,
            made_by=self.made_by,
            line=line,
            original=seen.original,
            former=any(version.current and version.seen_at > seen.at for version in known),
        )
        summary.taken[added.taken] += 1
        refused = _refused(document, added, _of_id(document, writer.view))
        if refused is not None:
            summary.note(refused)
        if added.taken is Taken.FORGOTTEN:  # nothing of it is kept, nor where it was
            return replace(seen, outcome=Outcome.SET_ASIDE, original=None, problem=refused), added
        told = replace(
            seen,
            address=document.address or document.id,
            outcome=_OUTCOMES.get(added.taken, Outcome.TAKEN),
            version=added.version,
            problem=refused,
        )
        return told, added


_OUTCOMES = {Taken.AGAIN: Outcome.AGAIN, Taken.ID_TAKEN: Outcome.SET_ASIDE}


def _of_id(document: Document, *views: View) -> Version | None:
    """The newest version that the first of these views with one has of the document's id."""
    found = (view.newest_of([document.id]).get(document.id) for view in views)
    return next((each for each in found if each is not None), None)


def _placed(document: Document) -> Iterator[Problem]:
    """What was noticed in a document, with where it came from: nobody knows a report by its id."""
    return (replace(problem, address=problem.address or document.address) for problem in document.problems)


def _refused(document: Document, added: Added, kept: Version | None) -> Problem | None:
    if added.taken is Taken.ID_TAKEN:
        other = "another document of the archive" if kept is None else f"{told_apart(kept.document)}, in the archive,"
        message = f"{other} has the id {document.id} too; set aside is {told_apart(document)}: give it an id of its own"
        return Problem(stage="archive", code="id-taken", message=message, address=document.address, fatal=True)
    if added.taken is Taken.FORGOTTEN:
        message = "this document, or what was at its address, was removed for good and is not taken in again"
        return Problem(stage="archive", code="forgotten", message=message, document=document.id)
    return None
