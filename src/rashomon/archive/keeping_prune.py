"""What can be dropped from an archive without losing a report or a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from rashomon.archive.keeping_rebuild import under_way
from rashomon.archive.keeping_waits import waits
from rashomon.archive.makers import made_by
from rashomon.pipeline import Makers
from rashomon.stores import Store, View
from rashomon.stores.room import drop, size_bytes, surplus

if TYPE_CHECKING:
    from rashomon.stores.sql.surplus import Bounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruned:
    """What was dropped, or would be: of each sort how many there were, and their bytes as they were kept."""

    dry: bool
    dropped: Mapping[str, tuple[int, int]]
    before_bytes: int
    """The room of the archive before, and after what was dropped was given back to the disk."""
    after_bytes: int
    held_back: bool
    """Whether copies and streams of other versions stay, since not all is made by this version yet."""


def prune(
    store: Store,
    makers: Makers,
    *,
    now: datetime,
    fingerprint_days: int | None = None,
    former_originals: bool = False,
    dry_run: bool = False,
) -> Pruned:
    """Drop what may go in one transaction, and give its room back.

    Args:
        store: the archive.
        makers: the versions of the stages here.
        now: what time it is.
        fingerprint_days: fingerprints of documents that were last taken in longer ago go; with None all stay.
        former_originals: the bytes of versions that are not current go too.
        dry_run: drop nothing, and say what would go.
    """
    from rashomon.stores.sql.surplus import Bounds

    with store.view() as view:
        grouped = _grouped(view, makers)
    bounds: Bounds = Bounds(
        before=None if fingerprint_days is None else now - timedelta(days=fingerprint_days),
        grouped=grouped,
        former=former_originals,
    )
    before = size_bytes(store)
    found = surplus(store, bounds) if dry_run else drop(store, bounds)
    if not dry_run:
        store.vacuum()
    return Pruned(
        dry=dry_run,
        dropped={str(kind): sizes for kind, sizes in found.items()},
        before_bytes=before,
        after_bytes=before if dry_run else size_bytes(store),
        held_back=grouped is None,
    )


def _grouped(view: View, makers: Makers) -> str | None:
    """What grouped the whole archive; None where that is not one version, or is to change."""
    waiting = waits(view, makers)
    if waiting.others or waiting.stories or under_way(view) is not None or made_by(view) != makers:
        return None
    return makers.grouped
