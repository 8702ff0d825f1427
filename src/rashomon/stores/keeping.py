"""Backups: a whole archive in one file, and an archive made from one again.

A backup is always a file of SQLite, whatever the archive is on; it can be restored to a file or to a server. It is of
one moment, also while others write, is made under a name of its own beside its place, looked over, and only then given
its name; so there is a whole backup at that place or none.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.stores import MEMORY, POSTGRES, open_store
from rashomon.stores.errors import ArchiveDamaged, ArchiveLocked, ArchiveMissing, NotAnArchive, Refused
from rashomon.stores.facts import Counts

if TYPE_CHECKING:
    from rashomon.stores.base import View
    from rashomon.stores.sql.store import SqlStore

    Verify = Callable[[View], None]


def backup(archive: str | Path, to: Path, *, verify: Verify | None = None) -> Counts:
    """Write a backup of an archive; one that stands there is replaced.

    Args:
        archive: its address, as for `open_store`.
        to: the file.
        verify: looks at what was written before it gets its name, and raises where that is not to be.

    Returns:
        How much of each the backup holds.

    Raises:
        ArchiveError: the archive cannot be read, the file not written, or what was written is not what was read.
    """
    store = _opened(archive)
    try:
        _replaceable(to, archive)
        with _beside(to) as part:
            if str(archive).startswith(POSTGRES):
                _copied(store, part)
            else:
                _online(Path(archive), part)
            counts = _looked_over(part, verify)
            _in_place(part, to)
    finally:
        store.close()
    return counts


def restore(backup_file: Path, archive: str | Path, *, verify: Verify | None = None, replace: bool = False) -> Counts:
    """Make an archive from a backup, at an address where there is none, or (on a server) one that holds nothing.

    Args:
        backup_file: the backup.
        archive: the address, as for `open_store`.
        verify: as for `backup`.
        replace: put a file in the place of the archive that stands there, which nobody may have open.

    Returns:
        How much of each the archive holds.

    Raises:
        ArchiveError: the backup cannot be read or is not whole, or there is an archive already.
    """
    if not backup_file.exists():
        raise ArchiveMissing(f"there is no backup at {backup_file}: name one that exists")
    if str(archive).startswith(POSTGRES):
        return _restored_to_server(backup_file, str(archive), verify)
    target = Path(archive)
    there = target.exists() or target.with_name(f"{target.name}-wal").exists()
    if there and not replace:
        raise Refused(f"there is an archive at {target}: name another place, or move it away first")
    if there:
        _replaceable(target, backup_file)
    with _beside(target) as part:
        _copied_file(backup_file, part)
        counts = _looked_over(part, verify)
        if there:
            _laid_off(target)
        _in_place(part, target)
    return counts


def _laid_off(archive: Path) -> None:
    """Put what an archive's own log holds in its place, so that nothing of it is taken for the next one's.

    Raises:
        ArchiveLocked: somebody has it open.
    """
    with closing(sqlite3.connect(archive, timeout=1)) as connection:
        try:
            connection.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as fault:
            raise ArchiveLocked(f"{archive} is open: end whatever uses it, and run again ({fault})") from fault
        except sqlite3.DatabaseError:
            pass  # damaged, which is why it is replaced
    for end in ("-wal", "-shm", "-journal"):
        archive.with_name(f"{archive.name}{end}").unlink(missing_ok=True)


def _restored_to_server(backup_file: Path, address: str, verify: Verify | None) -> Counts:
    """All rows in one transaction of the server, from a copy of the backup that was brought up to this version."""
    from rashomon.stores.sql.copying import copy_rows, is_empty

    with tempfile.TemporaryDirectory() as folder, _faults_named(backup_file):
        part = Path(folder) / "backup.db"
        _copied_file(backup_file, part)
        _looked_over(part, verify)
        source, target = _opened(part), _opened(address, create=True)
        try:
            with target.transaction() as there:
                if not is_empty(there):
                    raise Refused("there is an archive with documents at that address: name another with ?archive=NAME")
                with source.moment() as here:
                    copy_rows(here, there)
            with target.view() as view:
                return view.counts()
        finally:
            source.close()
            target.close()


def _opened(archive: str | Path, *, create: bool = False) -> SqlStore:
    from rashomon.stores.sql.store import SqlStore

    store = open_store(archive, create=create)
    if not isinstance(store, SqlStore):
        store.close()
        raise Refused(f"an archive in memory ({MEMORY}) has no backup: use a file or a server")
    return store


def _replaceable(to: Path, archive: str | Path) -> None:
    """What stands at the place of a backup must be a backup, and not the archive itself."""
    from rashomon.stores.embedded.file import is_archive

    if not to.parent.is_dir():
        raise ArchiveMissing(f"there is no folder {to.parent}: make it, or name another place")
    if to.exists() and (to.is_dir() or (to.stat().st_size and not is_archive(to))):
        raise NotAnArchive(f"{to} is something else than a backup: name another place")
    if to.exists() and Path(archive).exists() and to.samefile(archive):
        raise Refused(f"{to} is the archive itself: name another place for its backup")


@contextmanager
def _beside(place: Path) -> Iterator[Path]:
    """A name beside a place for what is made there; whatever is left of it in the end is removed."""
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with _faults_named(place):
            yield part
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            part.with_name(f"{part.name}{end}").unlink(missing_ok=True)


@contextmanager
def _faults_named(place: Path) -> Iterator[None]:
    """Faults of SQLite and of the disk by what they mean for whoever keeps archives."""
    from rashomon.stores.embedded.faults import naming, of_disk

    try:
        yield
    except sqlite3.Error as fault:
        raise naming(place)(fault) or fault from fault
    except OSError as fault:
        raise of_disk(place, fault) or fault from fault


def _online(archive: Path, part: Path) -> None:
    """The pages of a file as they are at one moment (SQLite's online backup), while others write."""
    read_only = f"{archive.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(read_only, uri=True)) as source, closing(sqlite3.connect(part)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")


def _copied(store: SqlStore, part: Path) -> None:
    """The rows of a server's tables as they are at one moment."""
    from rashomon.stores.sql.copying import copy_rows

    made = _opened(part, create=True)
    try:
        with store.moment() as here, made.transaction() as there:
            copy_rows(here, there)
    finally:
        made.close()
    _one_file(part)


def _copied_file(backup_file: Path, part: Path) -> None:
    """A copy of a backup, brought up to this version; the backup itself stays as it is."""
    from rashomon.stores.embedded.file import is_archive

    if not is_archive(backup_file):
        raise NotAnArchive(f"{backup_file} is no backup of an archive: name another file")
    shutil.copyfile(backup_file, part)
    _opened(part).close()
    _one_file(part)


def _one_file(part: Path) -> None:
    with closing(sqlite3.connect(part)) as made:
        made.execute("PRAGMA journal_mode=DELETE")


def _looked_over(part: Path, verify: Verify | None = None) -> Counts:
    """Whether the file is whole: every page, every index, and the words of every row; what it holds.

    Raises:
        ArchiveDamaged: it is not.
    """
    from rashomon.stores.embedded.file import faults_within
    from rashomon.stores.sql.found import counts
    from rashomon.stores.sql.tables import SEARCHED

    told = faults_within(part, [table.name for table in SEARCHED])
    if told is not None:
        raise ArchiveDamaged(f"what was written is not whole ({told}): see the disk, and try again")
    store = _opened(part)
    try:
        with store.moment() as connection:
            found = counts(connection)
        if verify is not None:
            with store.view() as view:
                verify(view)
    finally:
        store.close()
    _one_file(part)
    return found


def _in_place(part: Path, to: Path) -> None:
    """Give what was made its name; it is on the disk before."""
    _synced(part)
    part.replace(to)
    _synced(to.parent)


def _synced(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
