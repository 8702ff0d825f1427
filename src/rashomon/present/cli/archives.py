"""How commands come to an archive: opened, at work, and closed again whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.archive import Archive
    from rashomon.core.engine import Engine, Tell
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
    from rashomon.stores.shown import without_password

    try:
        store = open_store(settings.archive, create=create)
    except ArchiveMissing as error:
        if create:
            raise
        place = without_password(settings.archive)
        raise ArchiveMissing(
            f"there is no archive at {place}: name another with --archive, or make one with "
            f"`rashomon add PATH --archive {place}`"
        ) from error
    try:
        yield store
    finally:
        store.close()


@contextmanager
def made_once_reached(settings: Settings, engine: Engine) -> Iterator[Store]:
    """The store that the settings name; where there is none it is made, once the engine can be come to.

    Raises:
        RashomonError: it cannot be opened, or the engine cannot be come to.
    """
    from rashomon.core.engine import reach

    if in_memory_if_missing(settings) is not settings:
        reach(engine)
    with opened(settings, create=True) as store:
        yield store


@contextmanager
def at_work(settings: Settings, *, create: bool = True, tell: Tell | None = None) -> Iterator[Archive]:
    """The archive that the settings name, with the pipeline that concludes from it.

    Args:
        settings: of this run.
        create: whether an archive is made where there is none.
        tell: told what is good to know while work waits or is done again.
    """
    from rashomon.archive import Archive
    from rashomon.present.cli.running import pipeline_of

    with pipeline_of(settings, tell=tell) as pipeline:
        opens = made_once_reached(settings, pipeline.engine) if create else opened(settings)
        with opens as store:
            yield Archive(store, pipeline)


@contextmanager
def in_rehearsal(settings: Settings, *, tell: Tell | None = None) -> Iterator[Archive]:
    """The same for a trial that keeps nothing: where there is no archive, an empty one in memory stands for it."""
    with at_work(in_memory_if_missing(settings), tell=tell) as archive:
        yield archive


def in_memory_if_missing(settings: Settings) -> Settings:
    """The settings; where there is no archive, an empty one in memory stands for it in them.

    Raises:
        ArchiveError: there is one, and it cannot be opened.
    """
    from rashomon.stores import MEMORY, open_store
    from rashomon.stores.errors import ArchiveMissing

    try:
        open_store(settings.archive, create=False).close()
    except ArchiveMissing:
        return replace(settings, archive=MEMORY)
    return settings
