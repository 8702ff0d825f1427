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

    lines: tuple[str, ...]
    documents: tuple[str, ...]
    versions: tuple[Version, ...]
    """Of all their lines, in the order of the lines and of the versions of each."""
    stories: tuple[str, ...]
    """Those that lose documents."""
    ending: tuple[str, ...]
    """Those of which nothing is left."""
    accounts: int
    """Accounts that are made anew or are no more."""
    others: tuple[Version, ...] = ()
    """Of an outlet's removal: the current versions that are another outlet's, in lines that this one had before."""


def going(view: View, *, document: str | None = None, outlet: str | None = None) -> Going:
    """What would be removed with a document, or with all of an outlet: lines, with every version of each.

    All of an outlet are the lines of which any version bears its name. One that is another outlet's by now goes too:
    it is the same report at the same address, told from what this outlet told there.

    Raises:
        Refused: there is nothing of that name.
    """
    lines = _lines(view, document, outlet)
    versions = tuple(version for line in lines for version in view.versions(line))
    documents = tuple(sorted({version.document.id for version in versions}))
    stories = {kept.story.id: kept for kept in view.stories_of(documents).values()}
    others = [version for version in versions if version.current and version.document.outlet != outlet]
    return Going(
        lines=lines,
        documents=documents,
        versions=versions,
        stories=tuple(sorted(stories)),
        ending=tuple(sorted(name for name, kept in stories.items() if set(kept.story.documents) <= set(documents))),
        accounts=sum(view.account(name) is not None for name in stories),
        others=tuple(others) if outlet is not None else (),
    )


def _lines(view: View, document: str | None, outlet: str | None) -> tuple[str, ...]:
    if document is not None:
        name = view.version_of(document)
        version = view.version(name) if name is not None else None
        if version is None:
            removed = any(document in forgetting.documents for forgetting in view.forgettings())
            told = "was removed for good before" if removed else "is not in this archive: see `rashomon documents`"
            raise Refused(f"the document {document} {told}")
        return (version.line,)
    lines = view.lines_by(outlet or "")
    if not lines:
        others = sorted(set(_like(view, outlet or "")))
        like = f"; there is {' and '.join(others)}" if others else ""
        raise Refused(f"no report in this archive is by an outlet named exactly {outlet!r}{like}")
    return lines


def _like(view: View, outlet: str) -> Iterator[str]:
    """The outlets of the current documents that a question for an outlet finds."""
    quoted = outlet.replace('"', " ").strip()
    if not quoted:
        return
    asked = parse(f'outlet:"{quoted}"', Sought.DOCUMENTS)
    found = view.documents(asked, limit=AT_ONCE)
    while True:
        for result in found.results:
            yield result.document.outlet or ""
        if found.before is None:
            return
        found = view.documents(asked, limit=AT_ONCE, before=found.before)


def forget(  # noqa: PLR0913  # what is removed, for the record, and what was agreed to
    archive: Archive,
    *,
    by: str,
    reason: str,
    document: str | None = None,
    outlet: str | None = None,
    agreed: Going | None = None,
    progress: Progress = silent,
) -> tuple[Forgetting, Summary]:
    """Remove a document, or all of an outlet, and bring the stories that lost documents up to date.

    The removal is one transaction: the documents are gone from everything at once, from what is known for the
    grouping of later documents too, and are not taken in again. Where it is broken off after that, the accounts of
    the stories are made by whatever next brings the archive up to date.

    Args:
        archive: of which it is removed.
        by: who removes it.
        reason: why.
        document: its id; or else
        outlet: its name.
        agreed: what somebody was told would go; nothing else is removed.
        progress: called as it goes on.

    Raises:
        Refused: there is nothing of that name, it is not said by whom and why, or other reports would go by now than
            was agreed to.
    """
    with archive.store.writer() as writer:
        gone = going(writer.view, document=document, outlet=outlet)
        if agreed is not None and _named(gone) != _named(agreed):
            raise Refused("nothing was removed: the archive has changed since it was told what goes; run again")
        kept = made_by(writer.view)
        stream = Stream(kept.grouped if kept is not None else archive.pipeline.makers.grouped)
        stream.forget(writer, list(_taken(gone)), gone.documents)
        leave_grouping(writer, gone.documents)
        made = writer.forget(gone.lines, by=by, at=archive.now(), reason=reason, outlet=outlet)
    return made, archive.bring_up_to_date(progress)


def _named(gone: Going) -> frozenset[str]:
    return frozenset(version.id for version in gone.versions)


def _taken(gone: Going) -> Iterator[Document]:
    """The documents as the stream took them: of several texts under one id, the first."""
    seen = set()
    for version in sorted(gone.versions, key=lambda version: version.number):
        if version.document.id not in seen:
            seen.add(version.document.id)
            yield version.document
