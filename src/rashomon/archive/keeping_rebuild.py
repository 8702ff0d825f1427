"""Everything of an archive made anew: what other versions made, or all of it; broken off, it goes on where it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum

from rashomon.archive.accounts import account_stories, read_documents
from rashomon.archive.archive import Archive
from rashomon.archive.makers import NO_MAKE, note_makers
from rashomon.archive.placing import Placing
from rashomon.archive.recleaning import reclean
from rashomon.archive.summary import Summary
from rashomon.pipeline import Progress, silent
from rashomon.stores import View, Writer
from rashomon.stores.facts import Derived

TOGETHER = 256
"""Documents or stories after which it is noted how far a rebuild is."""
_STREAM, _ROW = "archive", "rebuild"


class Stage(StrEnum):
    """The stages of a rebuild of everything, in their order."""

    READ = "read"
    GROUP = "group"
    ACCOUNT = "account"


def under_way(view: View) -> tuple[Stage, str] | None:
    """How far a rebuild of everything is that was broken off: the stage, and the last id that is done."""
    row = view.stream_row(_STREAM, _ROW)
    if row is None:
        return None
    told = json.loads(row)
    return Stage(told["stage"]), told["after"]


def rebuild(archive: Archive, *, everything: bool = False, progress: Progress = silent) -> Summary:
    """Make anew what other versions of the stages made, or everything.

    Until an account is replaced the one before is shown; stories change in one transaction. A rebuild of everything
    that was broken off is gone on with, whether or not `everything` is asked again.

    Args:
        archive: at work.
        everything: what these versions made too.
        progress: called as the stages go on.
    """
    with archive.store.view() as view:
        begun = under_way(view)
    if begun is None and not everything:
        return archive.rebuild(progress)
    stage, after = begun or (Stage.READ, "")
    makers, summary = archive.pipeline.makers, Summary()
    if begun is None:
        _note(archive, stage, after)
    summary.and_then(reclean(archive.store, makers.cleaned, progress))
    if stage is Stage.READ:
        for some, told in _behind(archive, Derived.READINGS, after, progress):
            summary.read += read_documents(archive.store, archive.pipeline, told, of=some, tell=summary.note)
            _note(archive, stage, some[-1])
        stage, after = _next(archive, Stage.GROUP)
    if stage is Stage.GROUP:
        summary.read += read_documents(
            archive.store, archive.pipeline, progress, tell=summary.note
        )  # what was cleaned anew
        placing = Placing(archive.store, makers.grouped, engine=archive.pipeline.engine)
        summary.placed = placing.group_anew(progress, done=_grouped)
        stage, after = Stage.ACCOUNT, ""
    for some, told in _behind(archive, Derived.ACCOUNTS, after, progress):
        summary.accounts += account_stories(
            archive.store, archive.pipeline, archive.now, told, of=some, tell=summary.note
        )
        _note(archive, stage, some[-1])
    with archive.store.writer() as writer:
        note_makers(writer, makers)
        writer.keep_stream(_STREAM, {_ROW: None})
    return _and_the_rest(archive, summary, progress)


def _and_the_rest(archive: Archive, summary: Summary, progress: Progress) -> Summary:
    """What came while everything was made anew."""
    summary.and_then(archive.bring_up_to_date(progress))
    return summary


def _behind(archive: Archive, derived: Derived, after: str, progress: Progress) -> Iterator[tuple[list[str], Progress]]:
    """The ids of all of a kind behind one, so many at a time, with what is told of the progress among all of them."""
    with archive.store.view() as view:
        every = view.stale(derived, NO_MAKE, limit=None)
    names = [name for name in every if name > after]
    for at in range(0, len(names), TOGETHER):
        before = len(every) - len(names) + at
        yield names[at : at + TOGETHER], _among(progress, before, len(every))


def _among(progress: Progress, before: int, every: int) -> Progress:
    def told(stage: str, done: int, of: int) -> None:  # noqa: ARG001  # a part of all that there is
        progress(stage, before + done, every)

    return told


def _next(archive: Archive, stage: Stage) -> tuple[Stage, str]:
    _note(archive, stage, "")
    return stage, ""


def _grouped(writer: Writer) -> None:
    """In the transaction that grouped everything: what comes next is the accounts."""
    _keep(writer, Stage.ACCOUNT, "")


def _note(archive: Archive, stage: Stage, after: str) -> None:
    with archive.store.writer() as writer:
        _keep(writer, stage, after)


def _keep(writer: Writer, stage: Stage, after: str) -> None:
    writer.keep_stream(_STREAM, {_ROW: json.dumps({"stage": stage, "after": after}).encode()})
