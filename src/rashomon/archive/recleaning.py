"""Kept bytes -> documents anew, by the cleaner of this version."""

from __future__ import annotations

from rashomon.archive.summary import Summary
from rashomon.core import Problem
from rashomon.pipeline import Progress
from rashomon.stores import Store, View, Writer
from rashomon.stores.facts import Derived, Version

TOGETHER = 64


def reclean(store: Store, made_by: str, progress: Progress) -> Summary:
    """Clean again what another version cleaned, from the bytes that were kept.

    A document that comes out with other words is a new version of its line, seen when the bytes were; what cannot be
    cleaned any more stays as it was, with a problem.
    """
    with store.view() as view:
        waiting = view.stale(Derived.DOCUMENTS, made_by, limit=None)
    summary = Summary()
    for at in range(0, len(waiting), TOGETHER):
        with store.writer() as writer:
            for name in waiting[at : at + TOGETHER]:
                _reclean(writer, name, made_by, summary)
        progress("clean", min(len(waiting), at + TOGETHER), len(waiting))
    return summary


def _reclean(writer: Writer, name: str, made_by: str, summary: Summary) -> None:
    from rashomon.clean import document
    from rashomon.ingest import again

    version, octets = _kept(writer.view, name)
    if version is None or octets is None:
        return
    before = version.document
    page = again(octets, address=before.address or before.id)
    found = page if isinstance(page, Problem) else document(page)
    if isinstance(found, Problem):
        summary.note(found)
        writer.add(before, seen_at=version.seen_at, made_by=made_by, line=version.line, original=version.original)
        return
    added = writer.add(found, seen_at=version.seen_at, made_by=made_by, line=version.line, original=version.original)
    summary.taken[added.taken] += 1


def _kept(view: View, name: str) -> tuple[Version | None, bytes | None]:
    version = view.version(name)
    if version is None or version.original is None:
        return None, None
    return version, view.original(version.original)
