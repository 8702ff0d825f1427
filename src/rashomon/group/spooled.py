"""Columns that grow: in memory while they are short, on disk from then on, so that memory does not grow with them."""

from __future__ import annotations

import mmap
from array import array
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, Any

from rashomon.group.unnamed import unnamed, wanting_room

if TYPE_CHECKING:
    from numpy.typing import DTypeLike, NDArray

MOST_BYTES = 1 << 26
"""A column of more bytes goes to the disk: that of the words of 50,000 reports, say."""


class Spooled:
    """A column to which more is appended until it is read; it is never held twice.

    Args:
        kind: of its numbers.
    """

    def __init__(self, kind: DTypeLike) -> None:
        import numpy as np

        self._kind = np.dtype(kind)
        self._bytes = array("b")
        self._file: IO[bytes] | None = None
        self._length = 0

    def append(self, more: NDArray[Any]) -> None:
        """Put these behind the others.

        Raises:
            DiskFullError: the disk is full.
        """
        self._length += len(more)
        octets = more.astype(self._kind, copy=False).tobytes()
        if self._file is None and len(self._bytes) + len(octets) > MOST_BYTES:
            self._file = unnamed(self)
            with wanting_room():
                self._file.write(self._bytes)
            self._bytes = array("b")
        if self._file is None:
            self._bytes.frombytes(octets)
        else:
            with wanting_room():
                self._file.write(octets)

    def __len__(self) -> int:
        return self._length

    def whole(self) -> NDArray[Any]:
        """The column, to which no more is appended; what lies on disk is read as it is looked at, and goes with it.

        Raises:
            DiskFullError: the disk is full.
        """
        import numpy as np

        if self._file is None:
            return np.frombuffer(self._bytes, dtype=self._kind) if self._bytes else np.zeros(0, dtype=self._kind)
        with wanting_room(), self._file as file:
            file.flush()
            return np.frombuffer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), dtype=self._kind)


def let_go(columns: Iterable[NDArray[Any]]) -> None:
    """What was looked at of columns that lie on disk leaves memory; it comes back where it is looked at again."""
    for column in columns:
        base: object = column.base
        below = base.obj if isinstance(base, memoryview) else base  # numpy holds a map by a view of its bytes
        if isinstance(below, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            below.madvise(mmap.MADV_DONTNEED)
