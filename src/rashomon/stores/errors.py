"""What can go wrong with an archive as a whole: each fault has a name, and its message says what to do."""

from __future__ import annotations

from rashomon.core import RashomonError


class ArchiveError(RashomonError):
    """The base of every fault of an archive. What was acknowledged before it is kept; nothing is half written."""

    code = "archive"


class NotAnArchive(ArchiveError):  # noqa: N818  # it reads as what it says: "this is not an archive"
    """The file or database exists and holds something else, or nothing that is whole."""

    code = "not-an-archive"


class ArchiveMissing(ArchiveError):  # noqa: N818
    """There is no archive at that place, and none was to be made."""

    code = "no-archive"


class ArchiveNewer(ArchiveError):  # noqa: N818
    """The archive was written by a later version, whose tables this one does not know."""

    code = "archive-newer"


class ArchiveReadOnly(ArchiveError):  # noqa: N818
    """The archive can be read but not written."""

    code = "archive-read-only"


class ArchiveLocked(ArchiveError):  # noqa: N818
    """Somebody else was writing for longer than we were willing to wait."""

    code = "archive-busy"


class ArchiveFull(ArchiveError):  # noqa: N818
    """The disk that the archive is on is full."""

    code = "disk-full"


class ArchiveUnreachable(ArchiveError):  # noqa: N818
    """The server or the file cannot be reached, or went away in the middle."""

    code = "archive-unreachable"


class ArchiveDamaged(ArchiveError):  # noqa: N818
    """The archive is ours, and broken."""

    code = "archive-damaged"


class ArchiveClosed(ArchiveError):  # noqa: N818
    """A view, a writer or the store was used after it was closed."""


class Refused(ArchiveError):  # noqa: N818
    """What was to be written goes against what is stored; the message says what."""
