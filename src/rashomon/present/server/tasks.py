"""What the server has done in a process of its own: what is asked, and the doing of it.

Reading a report takes a processor for a quarter of a second and a model of some 100 MB; neither belongs into the
process that answers readers.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from rashomon.core import Document, Page, Problem, RashomonError
from rashomon.pipeline.seams import Progress

if TYPE_CHECKING:
    from rashomon.archive import Archive, Summary
    from rashomon.ingest.fetched import Fetches

WEB = ("http://", "https://")
NAME_CHARS = 120
MOST_ANSWERED = 200
"""Reports of one answer: whoever asks waits for it, and others wait for their turn."""


FEWER = "give fewer, or add them to the archive"
MOST_ANSWERED_CHARS = 1_000_000
"""Characters of all reports of one answer together, once they are cleaned."""


class TaskError(RashomonError):
    """A task that cannot be done as it was asked; the message says what to do."""


class TooMuchError(TaskError):
    """More than is answered at once; the message says how much is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """Bytes that somebody sent: of what kind they are is seen from them and the name."""

    name: str
    octets: bytes

    @property
    def place(self) -> str:
        """Where problems point and what names the line of versions: other bytes under one name are another report."""
        name = self.name.replace("\\", "/").rsplit("/", 1)[-1].strip()[:NAME_CHARS]
        return f"sent/{sha256(self.octets).hexdigest()[:12]}/{name or 'text'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddInputs:
    """Take reports into the archive: what was sent, and what addresses of the web answer."""

    uploads: tuple[Upload, ...] = ()
    addresses: tuple[str, ...] = ()

    @property
    def held_bytes(self) -> int:
        """How much is held in memory until it is done."""
        return sum(len(upload.octets) for upload in self.uploads)

    def __post_init__(self) -> None:
        for address in self.addresses:
            if not address.lower().startswith(WEB):  # never a path of this machine
                raise TaskError(f"{address!r} is no address of the web: it begins with http:// or https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class BringUpToDate:
    """Make the accounts anew that rest on what has changed."""

    @property
    def held_bytes(self) -> int:
        """It brings nothing along."""
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountOf:
    """The account of what was sent, of which nothing is kept: JSON of the contract."""

    uploads: tuple[Upload, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOf:
    """What the reports that were sent say of sentences, of which nothing is kept: JSON of the contract."""

    claims: tuple[str, ...]
    uploads: tuple[Upload, ...]


Kept: TypeAlias = AddInputs | BringUpToDate
Asked: TypeAlias = AccountOf | CheckOf


def keep(task: Kept, archive: Archive, fetcher: Fetches | None, progress: Progress) -> tuple[Summary, tuple[str, ...]]:
    """Do what changes the archive; gives what became of it, and the stories in which the reports are now.

    Args:
        task: what to do.
        archive: to be changed.
        fetcher: what fetches addresses; without it each is answered with a problem.
        progress: called as the stages go on.
    """
    if isinstance(task, BringUpToDate):
        return archive.bring_up_to_date(progress), ()
    summary = archive.take_in(_pages(task, fetcher), via="web", progress=progress)
    with archive.store.view() as view:
        versions = [found for name in summary.versions if (found := view.version(name)) is not None]
        stories = view.stories_of([version.document.id for version in versions])
    return summary, tuple(dict.fromkeys(kept.story.id for kept in stories.values()))


def answer(task: Asked, archive: Archive, progress: Progress) -> bytes:
    """Answer what changes nothing.

    Raises:
        TooMuchError: too many reports, or too long ones.
        RashomonError: a sentence in which nothing was read that a report could tell.
    """
    from rashomon.present.exports.account_rows import account_row
    from rashomon.present.exports.check_rows import check_rows
    from rashomon.present.exports.encoding import line

    documents, problems = _cleaned(task)
    pipeline = archive.pipeline
    if isinstance(task, AccountOf):
        return line(account_row(pipeline.account_of(documents, problems=problems, progress=progress)))
    return line(check_rows(pipeline.checks_of(task.claims, documents, problems=problems, progress=progress)))


def _cleaned(task: Asked) -> tuple[list[Document], list[Problem]]:
    from rashomon.clean import document

    documents: list[Document] = []
    problems: list[Problem] = []
    chars = 0
    for number, page in enumerate(_sent(task.uploads, keep_octets=False)):
        if number == MOST_ANSWERED:
            raise TooMuchError(f"at most {MOST_ANSWERED} reports are answered at once: {FEWER}")
        found = page if isinstance(page, Problem) else document(page)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        documents.append(found)
        chars += len(found.text)
        if chars > MOST_ANSWERED_CHARS:
            raise TooMuchError(f"at most {MOST_ANSWERED_CHARS:,} characters of reports are answered at once: {FEWER}")
    return documents, problems


def _pages(task: AddInputs, fetcher: Fetches | None) -> Iterator[Page | Problem]:
    from rashomon.ingest import pages

    yield from _sent(task.uploads, keep_octets=True)
    yield from pages(task.addresses, fetcher=fetcher, keep_octets=True)


def _sent(uploads: Iterable[Upload], *, keep_octets: bool) -> Iterator[Page | Problem]:
    from rashomon.ingest import pages_of_stream

    for upload in uploads:
        yield from pages_of_stream(io.BytesIO(upload.octets), address=upload.place, keep_octets=keep_octets)
