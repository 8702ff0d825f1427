"""Files without a name for what memory does not hold: they go with whoever has them."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from tempfile import TemporaryFile, gettempdir
from typing import IO
from weakref import finalize

from rashomon.core import RashomonError

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class DiskFullError(RashomonError):
    """There is no room for what memory does not hold."""

    code = "disk-full"


def unnamed(owner: object) -> IO[bytes]:
    """A file without a name, which is closed when its owner is no more, however that came about.

    Raises:
        DiskFullError: there is no room for one.
    """
    with wanting_room():
        file = TemporaryFile()  # noqa: SIM115  # it lives as long as its owner
    finalize(owner, _closed, file)
    return file


@contextmanager
def wanting_room() -> Iterator[None]:
    """Name what fails within because the disk is full.

    Raises:
        DiskFullError: it is.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        raise DiskFullError(
            f"there is no room in {gettempdir()} for what memory does not hold: make room there, or name a folder on "
            "another disk in TMPDIR, and run again"
        ) from error


def _closed(file: IO[bytes]) -> None:
    with suppress(OSError):  # what it could not take is wanted by nobody
        file.close()
