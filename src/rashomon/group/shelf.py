"""Documents on disk in the order of a stream: more of them than memory holds."""

from __future__ import annotations

import os
import pickle
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import overload

from rashomon.core import Document
from rashomon.group.heads import Head, head_of
from rashomon.group.order import in_order, stream_order
from rashomon.group.unnamed import unnamed, wanting_room

LEVEL = 1
"""Of zlib: a report takes some 1.5 KB, and 0.1 ms to write and to read again."""


class Shelf(Sequence[Document]):
    """Documents in the order of their publishing, of several with one id the first, as a sequence that lies on disk.

    In memory are some 25 bytes for each of them, while it is made some 250. The file has no name, and goes with the
    shelf. Before each document lies its head, which is read in a tenth of the time.

    Args:
        documents: in any order; they are asked for one after another, and none is kept.

    Raises:
        DiskFullError: the disk is full.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self._file = unnamed(self)
        ends, heads = array("q", [0]), array("i")
        keys: list[tuple[bool, float, str]] = []
        for document in documents:
            head, packed = _pickled(head_of(document)), zlib.compress(_pickled(document), LEVEL)
            with wanting_room():
                self._file.write(head)
                self._file.write(packed)
            heads.append(len(head))
            ends.append(ends[-1] + len(head) + len(packed))
            keys.append(stream_order(document))
        with wanting_room():
            self._file.flush()
        self._starts, self._heads, self._sizes = array("q"), array("i"), array("i")
        met: set[str] = set()
        for number in sorted(range(len(keys)), key=keys.__getitem__):
            name = keys[number][-1]
            if name not in met:
                met.add(name)
                self._starts.append(ends[number])
                self._heads.append(heads[number])
                self._sizes.append(ends[number + 1] - ends[number] - heads[number])

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, number: int) -> Document: ...
    @overload
    def __getitem__(self, number: slice) -> list[Document]: ...
    def __getitem__(self, number: int | slice) -> Document | list[Document]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        packed = os.pread(self._file.fileno(), self._sizes[number], self._starts[number] + self._heads[number])
        document: Document = pickle.loads(zlib.decompress(packed))  # noqa: S301  packed by our own process
        return document

    def __iter__(self) -> Iterator[Document]:
        return map(self.__getitem__, range(len(self)))

    def head(self, number: int) -> Head:
        """What `head_of` says of the document at this place."""
        octets = os.pread(self._file.fileno(), self._heads[number], self._starts[number])
        head: Head = pickle.loads(octets)  # noqa: S301  packed by our own process
        return head


def ordered(documents: Iterable[Document]) -> Sequence[Document]:
    """Documents in the order of their publishing, each id once; what lies on a shelf stays there."""
    return documents if isinstance(documents, Shelf) else list(in_order(documents).values())


def heads_of(documents: Sequence[Document]) -> Callable[[int], Head]:
    """How the head of one of these is had by its place: of what lies on a shelf without reading the document."""
    return documents.head if isinstance(documents, Shelf) else lambda number: head_of(documents[number])


def _pickled(fact: object) -> bytes:
    return pickle.dumps(fact, protocol=pickle.HIGHEST_PROTOCOL)
