"""Documents removed for good, for legal reasons, with all that rests on them; what is told of it before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.archive.archive import Archive
from rashomon.archive.laying import forget as leave_grouping
from rashomon.archive.makers import made_by
from rashomon.archive.streams import Stream
from rashomon.archive.summary import Summary
from rashomon.core import Document
from rashomon.pipeline import Progress, silent
from rashomon.stores import Sought, View, parse
from rashomon.stores.errors import Refused
from rashomon.stores.facts import Forgetting, Version

AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """What a removal takes along."""

    documents: tuple[str, ...]
    versions: tuple[Version, ...]
    """Of all their lines, in the order of the lines and of the versions of each."""
    stories: tuple[str, ...]
    """Those that lose documents."""
    ending: tuple[str, ...]
    """Those of which nothing is left."""
    accounts: int
    """Accounts that are made anew or are no more."""


def going(view: View, *, document: str | None = None, outlet: str | None = None) -> Going:
    """What would be removed with a document, or with all of an outlet.

    Raises:
        Refused: there is nothing of that name.
    """
    lines = sorted(set(_lines(view, document, outlet)))
    versions = tuple(version for line in lines for version in view.versions(line))
    documents = tuple(sorted({version.document.id for version in versions}))
    stories = {kept.story.id: kept for kept in view.stories_of(documents).values()}
    return Going(
        documents=documents,
        versions=versions,
        stories=tuple(sorted(stories)),
        ending=tuple(sorted(name for name, kept in stories.items() if set(kept.story.documents) <= set(documents))),
        accounts=sum(view.account(name) is not None for name in stories),
    )


def _lines(view: View, document: str | None, outlet: str | None) -> Iterator[str]:
    if document is not None:
        name = view.version_of(document)
        version = view.version(name) if name is not None else None
        if version is None:
            removed = any(document in forgetting.documents for forgetting in view.forgettings())
            told = "was removed for good before" if removed else "is not in this archive: see `rashomon documents`"
            raise Refused(f"the document {document} {told}")
        yield version.line
        return
    found, others = False, set[str]()
    for own, version_name in _of_outlet(view, outlet or ""):
        if own != outlet:
            others.add(own)
            continue
        version = view.version(version_name)
        if version is not None:
            found = True
            yield version.line
    if not found:
        like = f"; there is {' and '.join(sorted(others))}" if others else ""
        raise Refused(f"no report in this archive is by an outlet named exactly {outlet!r}{like}")


def _of_outlet(view: View, outlet: str) -> Iterator[tuple[str, str]]:
    """The current documents that a question for an outlet finds: outlet and version."""
    quoted = outlet.replace('"', " ").strip()
    if not quoted:
        return
    asked = parse(f'outlet:"{quoted}"', Sought.DOCUMENTS)
    found = view.documents(asked, limit=AT_ONCE)
    while True:
        for result in found.results:
            yield result.document.outlet or "", result.version
        if found.before is None:
            return
        found = view.documents(asked, limit=AT_ONCE, before=found.before)


def forget(
    archive: Archive,
    *,
    by: str,
    reason: str,
    document: str | None = None,
    outlet: str | None = None,
    progress: Progress = silent,
) -> tuple[Forgetting, Summary]:
    """Remove a document, or all of an outlet, and bring the stories that lost documents up to date.

    The removal is one transaction: the documents are gone from everything at once, from what is known for the
    grouping of later documents too, and are not taken in again. Where it is broken off after that, the accounts of
    the stories are made by whatever next brings the archive up to date.

    Raises:
        Refused: there is nothing of that name, or it is not said by whom and why.
    """
    with archive.store.writer() as writer:
        gone = going(writer.view, document=document, outlet=outlet)
        kept = made_by(writer.view)
        stream = Stream(kept.grouped if kept is not None else archive.pipeline.makers.grouped)
        stream.forget(writer, list(_taken(gone)), gone.documents)
        leave_grouping(writer, gone.documents)
        made = writer.forget(by=by, at=archive.now(), reason=reason, document=document, outlet=outlet)
    return made, archive.bring_up_to_date(progress)


def _taken(gone: Going) -> Iterator[Document]:
    """The documents as the stream took them: of several texts under one id, the first."""
    seen = set()
    for version in sorted(gone.versions, key=lambda version: version.number):
        if version.document.id not in seen:
            seen.add(version.document.id)
            yield version.document
