"""Backups and what is made of them, held to the balance rules.

What does not balance is kept all the same, and told: it may be the only copy there is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rashomon.core import Problem
from rashomon.pipeline import Progress
from rashomon.stores import POSTGRES, View
from rashomon.stores.balance import imbalances, sizes, sums
from rashomon.stores.errors import Refused
from rashomon.stores.facts import Counts
from rashomon.stores.keeping import backup as written
from rashomon.stores.keeping import restore as made_again
from rashomon.stores.shown import without_password

MOST_NAMED = 1000
"""So many faults are named; a backup that has more is as doubtful."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """A backup, or the archive made from one: where it is, what it holds, and its size where it is a file."""

    place: str
    counts: Counts
    size_bytes: int | None
    faults: tuple[Problem, ...] = ()
    """What does not balance in it; it did not in what it was made from."""


def backup(archive: str, to: Path, *, replace: bool, progress: Progress) -> BackedUp:
    """Write a backup of an archive to a file, of one moment, also while others write.

    Args:
        archive: its address.
        to: the file.
        replace: put it in the place of a backup that stands there.
        progress: called while it is looked over.

    Raises:
        ArchiveError: the archive cannot be read, the file not be written, or what was written is not whole.
    """
    if to.exists() and not replace:
        raise Refused(f"there is a file at {to}: name another, or replace it with --force")
    if to.with_name(f"{to.name}-wal").exists():
        raise Refused(f"{to} is in use as an archive: name another file")
    faults: list[Problem] = []
    counts = written(archive, to, verify=lambda view: faults.extend(_faults(view, progress)))
    return BackedUp(place=str(to), counts=counts, size_bytes=to.stat().st_size, faults=tuple(faults))


def restore(backup_file: Path, archive: str, *, replace: bool, progress: Progress) -> BackedUp:
    """Make an archive from a backup.

    Args:
        backup_file: the backup; it stays as it is.
        archive: the address of the archive.
        replace: put it in the place of an archive (a file) that stands there.
        progress: called while it is looked over.

    Raises:
        ArchiveError: the backup cannot be read or is not whole, or there is an archive already.
    """
    on_server = archive.startswith(POSTGRES)
    if not on_server and Path(archive).exists() and not replace:
        raise Refused(f"there is an archive at {archive}: name another place, or replace it with --force")
    if on_server and replace:
        raise Refused("an archive on a server is never replaced: name another one with ?archive=NAME")
    faults: list[Problem] = []
    counts = made_again(
        backup_file, archive, verify=lambda view: faults.extend(_faults(view, progress)), replace=replace
    )
    size = None if on_server else Path(archive).stat().st_size
    return BackedUp(place=without_password(archive), counts=counts, size_bytes=size, faults=tuple(faults))


def _faults(view: View, progress: Progress) -> Iterator[Problem]:
    """What does not fit together, the first of it."""
    return islice(_every(view, progress), MOST_NAMED)


def _every(view: View, progress: Progress) -> Iterator[Problem]:
    counts, summed, after, done = view.counts(), Counter[str](), "", 0
    while some := view.stories(after=after):
        for kept in some:
            yield from imbalances(view, stories=[kept.story.id])
            summed += sizes(kept, view.account(kept.story.id))
            done += 1
            progress("look over", done, counts.stories)
        after = some[-1].story.id
    yield from sums(counts, summed, view.fingerprint_sums())
