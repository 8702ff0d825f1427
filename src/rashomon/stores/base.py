"""What an archive is to the rest: a store that hands out writers and views.

A reader cannot write: a `View` has no way to, and the connection behind it refuses. A writer is one transaction: all
that is written in its block is acknowledged by the end of the block, together, or none of it is there. Views never
wait for writers and see one moment each, the last acknowledged one before they were opened; keep them short.

Observed and derived stand apart. Originals, versions, the log, people's decisions and forgettings are observations and
are never changed by a rebuild. Readings, copies, stories and accounts are conclusions: each carries the versioned name
of what made it (`made_by`), `View.stale` tells which are missing or of another make, and each is replaced whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from rashomon.core import Change, Copy, Decision, Document, Ending, Placement, Reading, Story, StoryAccount
from rashomon.stores.base_keys import KeyView, KeyWriter
from rashomon.stores.facts import (
    Added,
    Counts,
    Derived,
    Forgetting,
    Found,
    FoundClaim,
    FoundDocument,
    FoundFigure,
    FoundQuotation,
    KeptAccount,
    KeptCopy,
    KeptReading,
    KeptStory,
    Outline,
    Seen,
    Version,
)
from rashomon.stores.query import Query


class View(KeyView, Protocol):
    """The archive at one moment. What is not there is None or empty; nothing here changes anything."""

    def original(self, original: str) -> bytes | None:
        """The bytes of a page as they came, by their id."""

    def document(self, document: str) -> Document | None:
        """The document of that id in its current version; in the last one taken, where none is current."""

    def documents_of(self, documents: Collection[str]) -> Mapping[str, Document]:
        """The same of many; in the order asked, without those that are not there."""

    def documents_beginning(self, begin: str, *, limit: int = 2) -> tuple[str, ...]:
        """The first ids of documents, of any version, that begin so, in order."""

    def version(self, version: str) -> Version | None:
        """One version of a document."""

    def version_of(self, document: str) -> str | None:
        """The id of the version that `document` gives."""

    def newest_of(self, documents: Collection[str]) -> Mapping[str, Version]:
        """The versions that these documents give, by the ids of the documents, without those that are not there."""

    def versions(self, line: str) -> tuple[Version, ...]:
        """The versions of a line, in the order they were taken."""

    def lines_by(self, outlet: str) -> tuple[str, ...]:
        """The lines of which any version, also a former one, is by the outlet of exactly this name; in order."""

    def reading(self, version: str) -> KeptReading | None:
        """What was read in a version."""

    def readings_of(self, versions: Collection[str]) -> Mapping[str, KeptReading]:
        """The same of many, by the ids of the versions, without those that are not there."""

    def copies(self, document: str) -> tuple[KeptCopy, ...]:
        """The copies in which a document is either side, in order of the ids of both."""

    def copies_of(self, documents: Collection[str]) -> Mapping[str, tuple[KeptCopy, ...]]:
        """The same of many, by the ids of the documents, without those that are in none."""

    def copies_among(self, documents: Collection[str]) -> tuple[KeptCopy, ...]:
        """The copies of which both sides are among these documents, in the same order."""

    def story(self, story: str) -> KeptStory | None:
        """A story as it stands now."""

    def story_of(self, document: str) -> KeptStory | None:
        """The story in which a document is now."""

    def stories_of(self, documents: Collection[str]) -> Mapping[str, KeptStory]:
        """The same of many, by the ids of the documents, without those that are in none."""

    def stories(self, *, after: str = "", limit: int = 100) -> tuple[KeptStory, ...]:
        """The next stories in order of their ids, behind the one named."""

    def placement(self, document: str) -> Placement | None:
        """The story that a document was told to be in when it came, and why."""

    def placements_of(self, documents: Collection[str]) -> Mapping[str, Placement]:
        """The same of many, by the ids of the documents, without those that were not told."""

    def changes(self, story: str) -> tuple[Change, ...]:
        """What later documents changed in a story, on either side, in the order it happened."""

    def account(self, story: str) -> KeptAccount | None:
        """The account of a story."""

    def outline(self, story: str) -> Outline | None:
        """What the account of a story comes to: cheap, however much it tells."""

    def outlines_of(self, stories: Collection[str]) -> Mapping[str, Outline]:
        """The same of many, by the ids of the stories, without those that have no account."""

    def claims_of(self, wanted: Mapping[str, Collection[str]]) -> Mapping[str, tuple[FoundClaim, ...]]:
        """Claims by their ids, story by story, in the order of its account; without those that an account has not."""

    def decisions(self, document: str | None = None) -> tuple[Decision, ...]:
        """What people decided (about one document, or about everything), ended or not, in the order it was written."""

    def decisions_about(self, documents: Collection[str]) -> tuple[Decision, ...]:
        """Those about any of these documents, each once, in the order it was written."""

    def endings(self) -> Mapping[str, Ending]:
        """Which decisions were ended, by their ids."""

    def seen(self, entry: str) -> Seen | None:
        """A line of the intake log by its id."""

    def log(self, *, after: int = 0, limit: int = 1000) -> tuple[tuple[int, Seen], ...]:
        """The next lines of the intake log behind a number, each with its own."""

    def last_seen(self) -> datetime | None:
        """The time told with the last line of the log; a clock that tells an earlier one has gone back."""

    def forgettings(self) -> tuple[Forgetting, ...]:
        """What was removed for good, in the order it was."""

    def is_forgotten(self, *, line: str, document: str) -> bool:
        """Whether this line or this document was removed for good."""

    def stream(self, name: str) -> Iterator[tuple[str, bytes]]:
        """The rows kept under that name, with their keys and in the order of these (by code point)."""

    def stream_row(self, name: str, key: str) -> bytes | None:
        """One of them."""

    def fingerprints(self, document: str) -> tuple[int, ...]:
        """The fingerprints of a document, the least first."""

    def holders(self, hashes: Sequence[int], *, most: int) -> Iterator[tuple[int, str]]:
        """Which documents hold these fingerprints: pairs of one and the id of a document.

        Of each, in the order they are asked (one asked twice counts once), the first `most` documents that hold it, in
        the order in which documents were taken in.
        """

    def fingerprint_sums(self) -> tuple[int, int]:
        """How many fingerprints the documents have, and how many can be looked up: the same number, counted twice."""

    def stale(self, derived: Derived, made_by: str, *, limit: int | None = 1000) -> tuple[str, ...]:
        """What is missing, or was made by another version or from what has changed since; in order of id.

        So many at most; with None all.

        Whoever makes those anew and asks again comes to an end.
        """

    def claims(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundClaim]:
        """The claims that a question asks for, those told last first (by the time they were first told)."""

    def quotations(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundQuotation]:
        """The quotations that a question asks for, the latest first."""

    def figures(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundFigure]:
        """The figures that a question asks for, the latest first."""

    def documents(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundDocument]:
        """The current documents that a question asks for, the latest first."""

    def counts(self) -> Counts:
        """How much of each there is."""


class Writer(KeyWriter, Protocol):
    """One transaction. Whatever it takes in twice stands once; what goes against what is stored is `Refused`."""

    @property
    def view(self) -> View:
        """The archive as this transaction sees it, with what it has written so far."""

    def keep_original(self, octets: bytes) -> str:
        """Keep the bytes of a page; gives their id, which is made from them."""

    def add(
        self,
        document: Document,
        *,
        seen_at: datetime,
        made_by: str,
        line: str | None = None,
        original: str | None = None,
        former: bool = False,
    ) -> Added:
        """Take a document in; its text becomes the current one of its line.

        Args:
            document: cleaned.
            seen_at: when it was seen; aware.
            made_by: the versioned name of what cleaned it.
            line: the canonical address at which its versions appear; with None its address, or else its id.
            original: the id of the bytes it was cleaned from.
            former: known to be an earlier text than the current one (an old page out of a web archive); where its line
                has a current one, that stays.
        """

    def keep_seen(self, seen: Seen) -> None:
        """Write a line of the intake log; one that stands there stays as it is."""

    def keep_reading(self, version: str, reading: Reading, *, made_by: str) -> None:
        """Keep what was read in a version, in place of what was."""

    def keep_copies(self, copies: Iterable[Copy], *, made_by: str) -> None:
        """Keep copies, each in place of what was known of the two documents."""

    def place(self, placement: Placement, *, made_by: str) -> None:
        """Keep what a document was told when it came; what was told first stays."""

    def keep_change(self, change: Change, *, made_by: str) -> None:
        """Keep what later documents changed; the same change stands once."""

    def settle(self, stories: Iterable[Story], *, made_by: str) -> None:
        """Set which documents these stories have now; a document leaves the story it was in, an empty story ends."""

    def touch(self, stories: Iterable[str]) -> None:
        """Note that what these stories are told from has changed: their accounts are stale."""

    def keep_account(self, account: StoryAccount, *, revision: int, made_by: str, made_at: datetime) -> None:
        """Keep the account of a story, in place of the one before, with all by which it is found.

        Args:
            account: of a story that is settled, over documents that are kept.
            revision: the story's, as it was when what the account rests on was looked up.
            made_by: the versioned names of the stages that derived it.
            made_at: when.
        """

    def keep_stream(self, name: str, rows: Mapping[str, bytes | None]) -> None:
        """Keep rows of a stream's state by their keys, each in place of the one before; with None it is removed.

        Rows of other keys stay. A row may have some 100 MB.
        """

    def keep_fingerprints(self, document: str, hashes: Sequence[int]) -> None:
        """Keep the fingerprints of a document (unsigned, 64 bits), in place of those before; in no order, each once."""

    def drop_fingerprints(self, before: datetime) -> int:
        """Remove the fingerprints of documents last taken in before a time; gives how many documents had some."""

    def decide(self, decision: Decision) -> None:
        """Write down what a person decided; it is never changed or erased, but for words of what is removed."""

    def end(self, ending: Ending) -> None:
        """Write down that a decision holds no longer; the first ending stays."""

    def forget(
        self, lines: Collection[str], *, by: str, at: datetime, reason: str, outlet: str | None = None
    ) -> Forgetting:
        """Remove lines with all that rests on them, and write down that it was done.

        Every version of these lines goes and no other, with originals that nothing else was cleaned from, readings,
        copies, the accounts of their stories, what the log tells and the words decisions keep. None is taken in again.

        Args:
            lines: what to remove.
            by: who removes it.
            at: when.
            reason: why.
            outlet: the outlet all of which was to be removed, for the record; the lines are those of `View.lines_by`.

        Raises:
            Refused: there is no such line, or it is not said by whom and why; nothing is removed then.
        """


class Store(Protocol):
    """An archive that is open. Safe to use from several threads; each writer and view belongs to one."""

    def view(self) -> AbstractContextManager[View]:
        """Read at one moment.

        Raises:
            ArchiveError: the archive cannot be read; which one says why, and what to do.
        """

    def writer(self) -> AbstractContextManager[Writer]:
        """Write: all of the block or, where an exception leaves it, nothing. One writer at a time; others wait.

        Raises:
            ArchiveError: the archive cannot be written; which one says why, and what to do.
        """

    def vacuum(self) -> None:
        """Give back the room of what was removed; it may take minutes, and writers wait.

        Raises:
            ArchiveError: the archive cannot be written; which one says why, and what to do.
        """

    def close(self) -> None:
        """Give everything back. Views and writers that are open end with `ArchiveClosed`."""
