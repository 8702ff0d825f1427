"""What PostgreSQL's faults mean for whoever runs an archive."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.stores.errors import (
    ArchiveDamaged,
    ArchiveError,
    ArchiveFull,
    ArchiveLocked,
    ArchiveMissing,
    ArchiveReadOnly,
    ArchiveUnreachable,
)

_MEANINGS: tuple[tuple[tuple[str, ...], type[ArchiveError], str], ...] = (
    (("53100", "53200"), ArchiveFull, "the server has no room left: make room there and run again"),
    (
        ("55P03", "40001", "40P01", "57014"),
        ArchiveLocked,
        "another process has been writing for too long: wait until it is done, or end it, and run again",
    ),
    (
        ("25006", "42501"),
        ArchiveReadOnly,
        "it may only be read: give this user the right to write there, or name the server that takes writes",
    ),
    (("3D000", "3F000"), ArchiveMissing, "there is no such database: make it with createdb, or name another one"),
    (("28",), ArchiveUnreachable, "the server does not let this user in: see the name and password in the address"),
    (("XX001", "XX002"), ArchiveDamaged, "the database is damaged: restore a backup"),
    (
        ("08", "57P", "53300"),
        ArchiveUnreachable,
        "the server cannot be reached, or went away: see that it runs, and run again; what was acknowledged is kept",
    ),
)
"""By the beginning of the SQLSTATE (PostgreSQL documentation, appendix A)."""


def naming(place: str) -> Callable[[BaseException], ArchiveError | None]:
    """What a fault of PostgreSQL means for the archive at this place (an address without its password)."""

    def named(fault: BaseException) -> ArchiveError | None:
        import psycopg

        if not isinstance(fault, psycopg.Error):
            return None
        told = " ".join(str(fault).split())
        if fault.sqlstate is None:
            gone = isinstance(fault, psycopg.OperationalError)
            missing = gone and "does not exist" in told and "database" in told
            if not gone:
                return None
            return _made("3D000" if missing else "08000", place, told)
        return _made(fault.sqlstate, place, told)

    return named


def _made(state: str, place: str, told: str) -> ArchiveError | None:
    for states, kind, meaning in _MEANINGS:
        if state.startswith(states):
            return kind(f"{place}: {meaning} ({told})")
    return None
