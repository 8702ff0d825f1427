"""Pages -> documents in an archive: each with its bytes, its line of versions, and a line in the log.

What a batch brought is acknowledged together, before anything is concluded from it; what was interrupted is taken up
by whoever next brings the archive up to date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from rashomon.archive.lines import alike, is_file, line_of
from rashomon.archive.summary import Summary
from rashomon.archive.waiting import note_waiting
from rashomon.core import Document, Page, Problem, content_id
from rashomon.core.batches import batched
from rashomon.stores import Store, View, Writer
from rashomon.stores.encoding import line_of as kept_line
from rashomon.stores.encoding import octets_id, version_id
from rashomon.stores.facts import Added, Outcome, Seen, Taken

TOGETHER = 32
"""Pages that are acknowledged together."""


Cleaned = tuple["Page | Problem", "Document | Problem"]


class Intake:
    """Keeps the documents of pages in an archive."""

    def __init__(self, store: Store, *, seen_at: Callable[[], datetime], made_by: str, via: str | None = None) -> None:
        """Nothing is kept yet.

        Args:
            store: the archive.
            seen_at: what time it is; aware.
            made_by: the versioned name of what cleans.
            via: the feed, folder or web archive that leads to the pages.
        """
        self.store = store
        self.seen_at = seen_at
        self.made_by = made_by
        self.via = via

    def keep(self, pages: Iterable[Page | Problem]) -> Iterator[Summary]:
        """Clean pages and keep their documents; after each batch, once it is acknowledged, what became of it."""
        for batch in batched(pages, TOGETHER):
            cleaned = _cleaned(batch)  # before the archive is locked for others
            with self.store.writer() as writer:
                summary = self._batch(writer, cleaned)
            yield summary

    def rehearse(self, pages: Iterable[Page | Problem]) -> Iterator[Summary]:
        """The same without keeping anything, and without keeping others from writing."""
        from rashomon.stores.memory import MemoryStore

        beside = MemoryStore()  # what came before in this very intake
        for batch in batched(pages, TOGETHER):
            summary = Summary(dry=True)
            cleaned = _cleaned(batch)
            with self.store.view() as view, beside.writer() as writer:
                for _, found in cleaned:
                    if isinstance(found, Problem):
                        summary.note(found)
                    else:
                        self._rehearse(view, writer, found, summary)
            yield summary

    def _rehearse(self, view: View, beside: Writer, document: Document, summary: Summary) -> None:
        """What would become of a document: what the archive says of it, or else what came before it says."""
        for problem in document.problems:
            summary.note(problem)
        line = self._line(view, document) or kept_line(document)
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
        if (refused := _refused(document, replace(added, taken=taken))) is not None:
            summary.note(refused)

    def _line(self, view: View, document: Document) -> str | None:
        """The line of versions of a document; None where only its id tells it from others.

        The same words under the same id are the same report, at whatever address they are met.
        """
        line = line_of(document)
        same = view.newest_of([document.id]).get(document.id)
        if same is not None and same.line != line and same.document.text == document.text:
            return same.line
        if line is not None and is_file(line) and (known := view.versions(line)):
            return line if alike(known[-1].document, document) else document.id  # another report in the file
        return line

    def _batch(self, writer: Writer, cleaned: Iterable[Cleaned]) -> Summary:
        summary = Summary()
        came: list[str] = []
        for page, found in cleaned:
            octets, crawled = (page.octets, page.seen_at) if isinstance(page, Page) else (None, None)
            original = octets_id(octets) if octets else None
            at = crawled or self.seen_at()
            seen = Seen(id="", at=at, address="", outcome=Outcome.TAKEN, via=self.via, original=original)
            version: str | None = None
            if isinstance(found, Problem):
                summary.note(found)
                seen = replace(seen, address=found.address or "", outcome=Outcome.SET_ASIDE, problem=found)
                if not found.fatal:
                    continue
            else:
                for problem in found.problems:
                    summary.note(problem)
                seen, version = self._add(writer, found, seen, summary, crawled=crawled is not None)
            told = seen.version or (seen.problem.code if seen.problem else None)
            name = content_id("seen", seen.via, seen.address, seen.outcome, told)
            if octets and seen.original is not None and (version is not None or writer.view.seen(name) is None):
                writer.keep_original(octets)  # not where neither a version nor a line of the log would name it
            writer.keep_seen(replace(seen, id=name))
            if seen.outcome is Outcome.TAKEN and seen.version is not None:
                came.append(seen.version)
        note_waiting(writer, came)
        return summary

    def _add(
        self, writer: Writer, document: Document, seen: Seen, summary: Summary, *, crawled: bool
    ) -> tuple[Seen, str | None]:
        """Keep a document; the line of the log that says so, and the version that it made, if any.

        What was `crawled` may be older than what is kept.
        """
        line = self._line(writer.view, document)
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
        refused = _refused(document, added)
        if refused is not None:
            summary.note(refused)
        if added.taken is Taken.FORGOTTEN:  # nothing of it is kept, nor where it was
            return replace(seen, outcome=Outcome.SET_ASIDE, original=None, problem=refused), None
        told = replace(
            seen,
            address=document.address or document.id,
            outcome=_OUTCOMES.get(added.taken, Outcome.TAKEN),
            version=added.version,
            problem=refused,
        )
        return told, added.version if added.taken in {Taken.NEW, Taken.VERSION} else None


_OUTCOMES = {Taken.AGAIN: Outcome.AGAIN, Taken.ID_TAKEN: Outcome.SET_ASIDE}


def _cleaned(batch: Iterable[Page | Problem]) -> list[Cleaned]:
    from rashomon.clean import document

    return [(page, page if isinstance(page, Problem) else document(page)) for page in batch]


def _refused(document: Document, added: Added) -> Problem | None:
    if added.taken is Taken.ID_TAKEN:
        message = f"another document of the archive has the id {document.id}; this one is set aside, give it its own id"
        return Problem(stage="archive", code="id-taken", message=message, address=document.address, fatal=True)
    if added.taken is Taken.FORGOTTEN:
        message = "this document, or what was at its address, was removed for good and is not taken in again"
        return Problem(stage="archive", code="forgotten", message=message, document=document.id)
    return None
