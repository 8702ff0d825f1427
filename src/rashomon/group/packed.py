"""Columns of numbers as bytes, so that what a stream knows is kept and taken up without a number becoming text."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HEAD = struct.Struct("<cQ")
"""Of each column: numpy's letter for its numbers, and how many there are."""
_TYPES = frozenset({b"i", b"f", b"d", b"Q", b"B"})


def packed(columns: Iterable[NDArray[Any]]) -> bytes:
    """One-dimensional columns one behind another, each with what it holds and how much; little-endian."""
    parts: list[bytes] = []
    for column in columns:
        letter = column.dtype.char.encode()
        if letter not in _TYPES:
            raise TypeError(f"columns of {column.dtype} are not packed")
        parts += (_HEAD.pack(letter, len(column)), column.astype(column.dtype.newbyteorder("<")).tobytes())
    return b"".join(parts)


def unpacked(octets: bytes) -> list[NDArray[Any]]:
    """The columns again; they lie over the bytes and are not to be written to.

    Raises:
        ValueError: these bytes are no whole columns.
    """
    import numpy as np

    columns, at = [], 0
    while at < len(octets):
        if len(octets) - at < _HEAD.size:
            raise ValueError("the columns are cut off")
        letter, size = _HEAD.unpack_from(octets, at)
        at += _HEAD.size
        if letter not in _TYPES:
            raise ValueError(f"there are no columns of {letter!r}")
        kind = np.dtype(letter.decode()).newbyteorder("<")
        column = np.frombuffer(octets, dtype=kind, count=size, offset=at)
        at += column.nbytes
        columns.append(column)
    return columns
