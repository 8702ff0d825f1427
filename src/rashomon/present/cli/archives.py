"""How commands come to an archive: opened, at work, and closed again whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.archive import Archive
    from rashomon.settings import Settings
    from rashomon.stores import Store


@contextmanager
def opened(settings: Settings, *, create: bool = False) -> Iterator[Store]:
    """The store that the settings name.

    Raises:
        ArchiveError: there is none, or it cannot be opened; the message says why, and what to do.
    """
    from rashomon.stores import open_store
    from rashomon.stores.errors import ArchiveMissing

    place = settings.archive
    try:
        store = open_store(place, create=create)
    except ArchiveMissing as error:
        raise ArchiveMissing(
            f"there is no archive at {place}: name another with --archive, or make one with "
            f"`rashomon add PATH --archive {place}`"
        ) from error
    try:
        yield store
    finally:
        store.close()


@contextmanager
def at_work(settings: Settings, *, create: bool = True) -> Iterator[Archive]:
    """The archive that the settings name, with the pipeline that concludes from it."""
    from rashomon.archive import Archive
    from rashomon.pipeline import Pipeline

    with opened(settings, create=create) as store:
        yield Archive(store, Pipeline(settings))


@contextmanager
def in_rehearsal(settings: Settings) -> Iterator[Archive]:
    """The same for a trial that keeps nothing: where there is no archive, an empty one in memory stands for it."""
    from rashomon.stores import MEMORY, open_store
    from rashomon.stores.errors import ArchiveMissing

    try:
        open_store(settings.archive, create=False).close()
    except ArchiveMissing:
        settings = replace(settings, archive=MEMORY)
    with at_work(settings) as archive:
        yield archive
