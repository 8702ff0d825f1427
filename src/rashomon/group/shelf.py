"""Documents on disk in the order of a stream: more of them than memory holds."""

from __future__ import annotations

import os
import pickle
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from rashomon.core import Document
from rashomon.group.order import in_order, stream_order
from rashomon.group.unnamed import unnamed, wanting_room

LEVEL = 1
"""Of zlib: a report takes some 1.5 KB, and 0.1 ms to write and to read again."""


class Shelf(Sequence[Document]):
    """Documents in the order of their publishing, of several with one id the first, as a sequence that lies on disk.

    In memory are some 20 bytes for each of them, while it is made some 250. The file has no name, and goes with the
    shelf.

    Args:
        documents: in any order; they are asked for one after another, and none is kept.

    Raises:
        DiskFullError: the disk is full.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self._file = unnamed(self)
        ends = array("q", [0])
        keys: list[tuple[bool, float, str]] = []
        for document in documents:
            packed = zlib.compress(pickle.dumps(document, protocol=pickle.HIGHEST_PROTOCOL), LEVEL)
            with wanting_room():
                self._file.write(packed)
            ends.append(ends[-1] + len(packed))
            keys.append(stream_order(document))
        with wanting_room():
            self._file.flush()
        self._starts, self._sizes = array("q"), array("i")
        met: set[str] = set()
        for number in sorted(range(len(keys)), key=keys.__getitem__):
            name = keys[number][-1]
            if name not in met:
                met.add(name)
                self._starts.append(ends[number])
                self._sizes.append(ends[number + 1] - ends[number])

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, number: int) -> Document: ...
    @overload
    def __getitem__(self, number: slice) -> list[Document]: ...
    def __getitem__(self, number: int | slice) -> Document | list[Document]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        packed = os.pread(self._file.fileno(), self._sizes[number], self._starts[number])
        document: Document = pickle.loads(zlib.decompress(packed))  # noqa: S301  packed by our own process
        return document

    def __iter__(self) -> Iterator[Document]:
        return map(self.__getitem__, range(len(self)))


def ordered(documents: Iterable[Document]) -> Sequence[Document]:
    """Documents in the order of their publishing, each id once; what lies on a shelf stays there."""
    return documents if isinstance(documents, Shelf) else list(in_order(documents).values())
