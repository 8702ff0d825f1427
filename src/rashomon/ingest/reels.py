"""The bytes of a web archive, unzipped member by member, of which a broken one does not end the reading.

A WARC file is zipped record by record, so that each begins a gzip member of its own. That is what makes records after
a broken one findable: the beginning of the next member is looked for in the zipped bytes themselves.
"""

from __future__ import annotations

import io
import re
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

CHUNK_BYTES = 262_144
HELD_BYTES = 16_000_000
"""A member that unzips to no more is checked whole, by its checksum, before anything is read of it."""
MAX_RATIO = 300
"""A member that grows by more is a bomb (pages give 3 to 20) ..."""
LEAST_SUSPECT_BYTES = 10_000_000
"""... unless it unzips to less than this."""
OPENING_BYTES = 4_096
GZIP = b"\x1f\x8b\x08"
VERSION = b"WARC/"
_MEMBER = re.compile(rb"(?s)\x1f\x8b\x08[\x00-\x1f].{4}[\x00\x02\x04][\x00-\x0d\xff]")
"""The head of a gzip member with what its fields may hold (RFC 1952)."""
_MEMBER_BYTES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Bytes, where in the file they are from, and whether they begin a gzip member."""

    octets: bytes
    offset: int
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A place where the bytes cannot be followed; what comes after it begins anew."""

    code: str
    offset: int
    reason: str


def plain_pieces(stream: io.BufferedReader) -> Iterator[Piece | Break]:
    """The bytes of a file that is not zipped."""
    offset = 0
    while octets := stream.read(CHUNK_BYTES):
        yield Piece(octets=octets, offset=offset)
        offset += len(octets)


class Members:
    """The gzip members of a file."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._zipped = bytearray()
        self._offset = 0
        """Where in the file `_zipped` begins: at the member that is being read, or between two."""

    def __iter__(self) -> Iterator[Piece | Break]:
        while self._wanted(OPENING_BYTES):
            if self._zipped[0] == 0:
                self._drop(len(self._zipped) - len(self._zipped.lstrip(b"\x00")))
            elif self._zipped.startswith(GZIP):
                yield from self._member()
            else:
                cut = GZIP.startswith(bytes(self._zipped))
                yield self._break("cut-file" if cut else "corrupt-record", "here is no gzip member")
                self._seek()

    def _wanted(self, size: int) -> bool:
        """Whether any bytes are left; as many as `size` are at hand unless the file ends before."""
        while len(self._zipped) < size and (more := self._stream.read(CHUNK_BYTES)):
            self._zipped += more
        return bool(self._zipped)

    def _drop(self, size: int) -> None:
        del self._zipped[:size]
        self._offset += size

    def _break(self, code: str, reason: str) -> Break:
        return Break(code=code, offset=self._offset, reason=reason)

    def _member(self) -> Iterator[Piece | Break]:
        """One member: in one piece where it is small; and a break where it is broken, which leaves the next found."""
        unzip = zlib.decompressobj(31)
        start, at, held, out, first = self._offset, 0, bytearray(), 0, True
        while not unzip.eof:
            if at >= len(self._zipped):
                if len(self._zipped) > HELD_BYTES:  # too much to go back over: what is broken later loses this
                    self._drop(at)
                    at = 0
                if not (more := self._stream.read(CHUNK_BYTES)):
                    yield Piece(octets=bytes(held), offset=start, first=first)
                    yield Break(code="cut-file", offset=start, reason="the file ends within a gzip member")
                    self._drop(len(self._zipped))
                    return
                self._zipped += more
            step = self._zipped[at : at + CHUNK_BYTES // 4]
            try:
                held += unzip.decompress(step, CHUNK_BYTES * 4)
            except zlib.error as error:
                yield Break(code="corrupt-record", offset=start, reason=f"its gzip member is broken ({error})")
                self._seek()
                return
            at += len(step) - len(unzip.unconsumed_tail) - len(unzip.unused_data)
            grown = out + len(held)
            if grown > LEAST_SUSPECT_BYTES and grown > MAX_RATIO * (self._offset + at - start):
                yield Break(code="zip-bomb", offset=start, reason="it unzips to far more than pages would")
                self._seek()
                return
            if len(held) > HELD_BYTES or (not first and held):
                yield Piece(octets=bytes(held), offset=start, first=first)
                out, held, first = grown, bytearray(), False
        if held or first:
            yield Piece(octets=bytes(held), offset=start, first=first)
        self._drop(at)

    def _seek(self) -> None:
        """On to the next member that opens with a record, or to the end."""
        at = 1
        while True:
            found = _MEMBER.search(self._zipped, at)
            if found is None:
                kept = min(len(self._zipped), _MEMBER_BYTES - 1)
                at = max(0, at - (len(self._zipped) - kept))
                self._drop(len(self._zipped) - kept)
                if not (more := self._stream.read(CHUNK_BYTES)):
                    self._drop(len(self._zipped))
                    return
                self._zipped += more
                continue
            at = found.start()
            del found  # it holds the buffer fast
            self._wanted(at + OPENING_BYTES)
            if opens_with_record(bytes(self._zipped[at : at + OPENING_BYTES])):
                self._drop(at)
                return
            at += 1


def opens_with_record(zipped: bytes) -> bool:
    """Whether the first bytes of a gzip member unzip to the beginning of a WARC record."""
    return unzipped_head(zipped, len(VERSION)).startswith(VERSION)


def unzipped_head(zipped: bytes, size: int) -> bytes:
    """As much of the first `size` bytes as can be unzipped."""
    try:
        return zlib.decompressobj(31).decompress(zipped, size)
    except zlib.error:
        return b""


class Reel:
    """The unzipped bytes to come, with where members begin; it holds only what was asked for.

    Positions count unzipped bytes from the beginning of the file.
    """

    def __init__(self, stream: io.BufferedReader, *, zipped: bool) -> None:
        self._pieces = iter(Members(stream)) if zipped else plain_pieces(stream)
        self._seekable = None if zipped or not stream.seekable() else stream
        self._members: deque[tuple[int, int]] = deque()
        """Where members begin that are ahead: position and offset in the file."""
        self._member = (0, 0) if zipped else None
        self.at = 0
        self.held = bytearray()
        self.broken: Break | None = None
        self.ended = False

    def fill(self, size: int) -> int:
        """How many bytes are at hand: `size` or more, or fewer where they end or break off before."""
        while len(self.held) < size and self.broken is None and not self.ended:
            piece = next(self._pieces, None)
            if piece is None:
                self.ended = True
            elif isinstance(piece, Break):
                self.broken = piece
            else:
                self._begin(piece)
                self.held += piece.octets
        return len(self.held)

    def _begin(self, piece: Piece) -> None:
        if not piece.first:
            return
        begins = (self.at + len(self.held), piece.offset)
        if not self.held:
            self._member = begins
        elif self._members and self._members[-1][0] == begins[0]:
            self._members[-1] = begins
        else:
            self._members.append(begins)

    def mend(self) -> None:
        """Forget what stands before a break, and go on after it."""
        self.drop(len(self.held))
        self.broken = None

    def drop(self, size: int) -> None:
        """Pass over bytes that are at hand."""
        del self.held[:size]
        self.at += size
        while self._members and self._members[0][0] <= self.at:
            self._member = self._members.popleft()

    def skip(self, size: int) -> bool:
        """Pass over bytes without holding them; whether there were so many before the next record or the end."""
        while size:
            if not self.held and self._seekable is not None:
                left = self._left(self._seekable)
                self._seekable.seek(min(size, left), io.SEEK_CUR)
                self.at += min(size, left)
                return size <= left
            if not self.held and not self.fill(1):
                return False
            edge = self.edge(size)
            step = min(size, len(self.held), size if edge is None else edge)
            if not step:
                return False
            self.drop(step)
            size -= step
        return True

    def too_short_for(self, size: int) -> bool:
        """Whether the file is known to end within the next `size` bytes."""
        return self._seekable is not None and size > len(self.held) + self._left(self._seekable)

    @staticmethod
    def _left(stream: io.BufferedReader) -> int:
        """How many bytes of a plain file are not at hand yet, as long as it is now."""
        here = stream.tell()
        end = stream.seek(0, io.SEEK_END)
        stream.seek(here)
        return end - here

    def ahead(self, distance: int, size: int) -> bytes | None:
        """The bytes at some distance, fewer at the end; None where they would have to be read through."""
        if distance + size <= len(self.held) or (distance <= len(self.held) and self.ended):
            return bytes(self.held[distance : distance + size])
        if self._seekable is None:
            return None
        here = self._seekable.tell()
        beyond = distance - len(self.held)
        self._seekable.seek(here + max(0, beyond))
        found = bytes(self.held[distance:]) + self._seekable.read(size + min(0, beyond))
        self._seekable.seek(here)
        return found

    def edge(self, within: int, *, any_member: bool = False) -> int | None:
        """How far off the next member with a record (or any member) begins, where it is nearer than `within`."""
        for position, _ in tuple(self._members):  # filling adds to them
            distance = position - self.at
            if distance >= within:
                return None
            if any_member:
                return distance
            self.fill(distance + len(VERSION))
            if self.held[distance : distance + len(VERSION)] == VERSION:
                return distance
        return None

    def place(self) -> tuple[int, bool]:
        """Where in the file this is, and whether it is the beginning of what stands at that place."""
        return (self.at, True) if self._member is None else (self._member[1], self._member[0] == self.at)
