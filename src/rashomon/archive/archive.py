"""An archive at work: what comes is kept, and stories and accounts follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from rashomon.archive.accounts import account_stories, read_documents
from rashomon.archive.fallen import StillFallen, forget_gone, still_fallen
from rashomon.archive.intake import Intake
from rashomon.archive.makers import differing, made_by, note_makers
from rashomon.archive.placing import Placing
from rashomon.archive.recleaning import reclean
from rashomon.archive.summary import Summary
from rashomon.archive.waiting import all_noted, served, waiting_in
from rashomon.core import Page, Problem
from rashomon.pipeline import Pipeline, Progress, silent
from rashomon.stores import Store

DERIVE_EVERY = 512
"""Documents after which what was kept is read, grouped and accounted, in a long intake."""


def clock() -> datetime:
    """What time it is."""
    return datetime.now(UTC)


class Archive:
    """A store and the pipeline that concludes from it; one a process, since it remembers where the stream was left."""

    def __init__(self, store: Store, pipeline: Pipeline, *, now: Callable[[], datetime] = clock) -> None:
        self.store = store
        self.pipeline = pipeline
        self.now = now
        self._placing = Placing(store, pipeline.makers.grouped, engine=pipeline.engine)

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
        summary, waiting = Summary(dry=dry_run, problems=list(self._behind())), 0
        pipeline = self.pipeline
        made_by = pipeline.makers.cleaned
        intake = Intake(self.store, clean=pipeline.cleaned, seen_at=self.now, made_by=made_by, via=via)
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

    def _behind(self) -> Iterator[Problem]:
        """That the clock is behind what the archive last saw; what comes is kept with the time it says."""
        with self.store.view() as view:
            last = view.last_seen()
        now = self.now()
        if last is not None and now < last:
            message = (
                f"the clock says {now:%Y-%m-%d %H:%M} UTC, and the archive last saw something at "
                f"{last:%Y-%m-%d %H:%M}: set the clock right; what comes now is kept, with the times that it says"
            )
            yield Problem(stage="archive", code="clock-behind", message=message)

    def bring_up_to_date(self, progress: Progress = silent, *, again: bool = False) -> Summary:
        """Read, group and account what waits for it.

        Where other versions of the stages made the archive, nothing is concluded: the accounts stay of one make until
        `rebuild`, and a problem says so.

        Args:
            progress: called as the stages go on.
            again: also what could not be read or told before.
        """
        with self.store.view() as view:
            differs = differing(made_by(view), self.pipeline.makers)
        if differs is not None:
            return Summary(problems=[differs])
        return self._concluded(progress, again=again)

    def rebuild(self, progress: Progress = silent) -> Summary:
        """Clean, read, group and account anew whatever other versions of the stages made.

        Stories are grouped anew in one transaction, each account is replaced whole; where this is broken off, the next
        `rebuild` goes on.
        """
        summary = reclean(self.store, self.pipeline.makers.cleaned, progress)
        summary.and_then(self._concluded(progress, again=True))
        return summary

    def _concluded(self, progress: Progress, *, again: bool) -> Summary:
        """Conclude from what waits: what was noted as it came, where all else is known to be of this make."""
        makers = self.pipeline.makers
        with self.store.view() as view:
            whole = made_by(view) == makers
            waits = waiting_in(view, makers) if whole else None
            noted = all_noted(view) if waits is None else waits.noted
            fell = still_fallen(view) if again else StillFallen(readings={}, accounts=())
        summary = Summary()
        unread = None if waits is None else waits.unread
        summary.read = read_documents(
            self.store, self.pipeline, progress, of=unread, again=fell.readings, tell=summary.note
        )
        summary.placed = self._placing.bring_up_to_date(progress, of=None if waits is None else waits.unplaced)
        summary.accounts = account_stories(
            self.store, self.pipeline, self.now, progress, again=fell.accounts, tell=summary.note
        )
        if noted or not whole or fell:
            with self.store.writer() as writer:
                served(writer, noted)
                note_makers(writer, makers)
                forget_gone(writer, still_fallen(writer.view))
        return summary
