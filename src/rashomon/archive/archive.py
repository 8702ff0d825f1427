"""An archive at work: what comes is kept, and stories and accounts follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from rashomon.archive.accounts import account_stories, read_documents
from rashomon.archive.intake import Intake
from rashomon.archive.placing import Placing
from rashomon.archive.summary import Summary
from rashomon.core import Page, Problem
from rashomon.pipeline import Pipeline
from rashomon.stores import Store

DERIVE_EVERY = 512
"""Documents after which what was kept is read, grouped and accounted, in a long intake."""

Progress = Callable[[str, int, int], None]


def clock() -> datetime:
    """What time it is."""
    return datetime.now(UTC)


def silent(stage: str, done: int, of: int) -> None:
    """Report nothing."""


class Archive:
    """A store and the pipeline that concludes from it; one a process, since it remembers where the stream was left."""

    def __init__(self, store: Store, pipeline: Pipeline, *, now: Callable[[], datetime] = clock) -> None:
        self.store = store
        self.pipeline = pipeline
        self.now = now
        self._placing = Placing(store, pipeline.makers.grouped)

    def take_in(
        self,
        pages: Iterable[Page | Problem],
        *,
        via: str | None = None,
        dry_run: bool = False,
        progress: Progress = silent,
    ) -> Summary:
        """Keep the documents of pages, and bring stories and accounts up to date.

        What was kept stays kept wherever this is broken off; the next intake goes on from there.

        Args:
            pages: as `ingest.pages` gives them, with their octets.
            via: the feed, folder or web archive that led there.
            dry_run: keep nothing, and say what would become of it.
            progress: called as the stages go on.
        """
        summary, waiting = Summary(dry=dry_run), 0
        intake = Intake(self.store, seen_at=self.now, made_by=self.pipeline.makers.cleaned, via=via)
        kept = intake.rehearse(pages) if dry_run else intake.keep(pages)
        for part in kept:
            summary.and_then(part)
            progress("add", summary.documents, 0)
            waiting += part.new
            if waiting >= DERIVE_EVERY and not dry_run:
                summary.and_then(self.bring_up_to_date(progress))
                waiting = 0
        if not dry_run:
            summary.and_then(self.bring_up_to_date(progress))
        return summary

    def bring_up_to_date(self, progress: Progress = silent) -> Summary:
        """Read, group and account what waits for it; nothing where all is of these versions and of what is kept."""
        read = read_documents(self.store, self.pipeline, progress)
        placed = self._placing.bring_up_to_date(progress)
        accounts = account_stories(self.store, self.pipeline, self.now, progress)
        return Summary(read=read, placed=placed, accounts=accounts)
