"""Streams of bytes: buffered so that their beginning can be looked at, unzipped with an eye on what comes of it."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import IO, cast

from rashomon.ingest.kinds import PEEK_BYTES

MAX_UNZIPPED_BYTES = 4_000_000_000
"""Where reading of one gzipped file stops."""
MAX_RATIO = 300
"""A gzipped file that grows by more is a bomb, not text (news gives 3 to 10)."""
LEAST_SUSPECT_BYTES = 10_000_000
"""What unzips to less is never a bomb."""

STEP_BYTES = 8_192
"""So much is unzipped at once, and at most so much is lost before a break."""


def buffered(raw: IO[bytes] | io.RawIOBase) -> io.BufferedReader:
    """The same bytes from a stream that can be peeked into."""
    return raw if isinstance(raw, io.BufferedReader) and raw.seekable() else io.BufferedReader(_Raw(raw), PEEK_BYTES)


def peeked(stream: io.BufferedReader) -> bytes:
    """The first bytes without taking them; a pipe may give fewer at a time than a file."""
    if stream.seekable():
        head = stream.read(PEEK_BYTES)
        stream.seek(-len(head), io.SEEK_CUR)
        return head
    return stream.peek(PEEK_BYTES)


def read_most(stream: io.BufferedReader, most: int) -> bytes:
    """The bytes to come, at most so many; a buffer for all of them is not asked for before they are there."""
    parts: list[bytes] = []
    while most > 0 and (part := stream.read(min(most, 1 << 20))):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


class _Raw(io.RawIOBase):
    """Any readable as a raw stream that fills its buffer, so that `peek` sees as much as there is."""

    def __init__(self, below: IO[bytes] | io.RawIOBase) -> None:
        self._below = below

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer)).cast("B")
        filled = 0
        while filled < len(view):
            chunk = self._below.read(len(view) - filled)
            if not chunk:
                break
            view[filled : filled + len(chunk)] = chunk
            filled += len(chunk)
        return filled


class Bounded(io.RawIOBase):
    """What a gzipped stream unzips to: to where it is broken, and stopped where it grows beyond all text.

    Attributes:
        broken: why it cannot be unzipped to its end; None where it can, as far as it was read.
        strict: whether reading raises at the break; else the stream ends there.
        lines: how many lines have ended in what was read.
    """

    def __init__(self, unzipped: gzip.GzipFile, below: io.BufferedReader) -> None:
        self._unzipped, self._below, self._out = unzipped, below, 0
        self._from = below.tell() if below.seekable() else 0
        self.broken: Exception | None = None
        self.strict = False
        self.lines = 0

    def readable(self) -> bool:
        """Whether it can be read: yes."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes.

        Raises:
            OSError: the stream is no gzip, or unzips to far more than text would.
            EOFError: it ends too early, and nothing of it can be had or reading is strict.
            zlib.error: it is broken, and the same.
        """
        data = self._next(size)
        self._out += len(data)
        self.lines += data.count(b"\n")
        read = self._below.tell() - self._from if self._below.seekable() else self._out
        if self._out > MAX_UNZIPPED_BYTES or (self._out > LEAST_SUSPECT_BYTES and self._out > MAX_RATIO * max(1, read)):
            raise OSError("it unzips to far more than text would")
        return data

    def _next(self, size: int) -> bytes:
        if self.broken is None:
            try:
                # in small steps, one at a time: the step that is broken is lost whole
                return self._unzipped.read1(min(size, STEP_BYTES) if size > 0 else STEP_BYTES)
            except (EOFError, zlib.error, gzip.BadGzipFile) as error:
                self.broken = error
        if self.strict or not self._out:
            raise self.broken
        return b""
