"""What SQLite's faults mean for whoever runs an archive."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path

from rashomon.stores.errors import (
    ArchiveDamaged,
    ArchiveError,
    ArchiveFull,
    ArchiveLocked,
    ArchiveReadOnly,
    ArchiveUnreachable,
    NotAnArchive,
)

_MEANINGS: tuple[tuple[tuple[str, ...], type[ArchiveError], str], ...] = (
    (("SQLITE_FULL",), ArchiveFull, "the disk is full: make room and run again; what was acknowledged is kept"),
    (
        ("SQLITE_BUSY", "SQLITE_LOCKED"),
        ArchiveLocked,
        "another process has been writing for too long: wait until it is done, or end it, and run again",
    ),
    (
        ("SQLITE_READONLY", "SQLITE_PERM"),
        ArchiveReadOnly,
        "it may only be read: give this user the right to write the file and its folder, or copy it elsewhere",
    ),
    (("SQLITE_NOTADB",), NotAnArchive, "this is no archive of Rashomon: name another file, or move this one away"),
    (
        ("SQLITE_CORRUPT", "SQLITE_FORMAT"),
        ArchiveDamaged,
        "the file is damaged: restore a backup; `sqlite3 FILE .recover` may save the rest",
    ),
    (
        ("SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE", "SQLITE_IOERR_SHMSIZE"),
        ArchiveUnreachable,
        "the file cannot be written: a quota or limit is reached, or the disk fails; what was acknowledged is kept",
    ),
    (
        ("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_PROTOCOL", "SQLITE_NOLFS", "SQLITE_AUTH"),
        ArchiveUnreachable,
        "the file cannot be opened or read: see that the disk is there and that this user may use the folder",
    ),
)
"""By the beginning of SQLite's result code (https://www.sqlite.org/rescode.html)."""


_OF_DISK = {
    errno.ENOSPC: "SQLITE_FULL",
    errno.EDQUOT: "SQLITE_FULL",
    errno.EROFS: "SQLITE_READONLY",
    errno.EACCES: "SQLITE_READONLY",
    errno.EPERM: "SQLITE_READONLY",
}


def of_disk(path: Path, fault: OSError) -> ArchiveError | None:
    """What a fault of the system means for a file that is copied."""
    code = _OF_DISK.get(fault.errno or 0, "SQLITE_IOERR")
    return _meant(path, code, fault)


def naming(path: Path) -> Callable[[BaseException], ArchiveError | None]:
    """What a fault of SQLite means for the archive in this file."""

    def named(fault: BaseException) -> ArchiveError | None:
        code = getattr(fault, "sqlite_errorname", None)
        if not isinstance(fault, sqlite3.Error) or code is None:
            return None
        return _meant(path, code, fault)

    return named


def _meant(path: Path, code: str, fault: BaseException) -> ArchiveError | None:
    for codes, kind, told in _MEANINGS:
        if code.startswith(codes):
            return kind(f"{path}: {told} ({fault})")
    return None
