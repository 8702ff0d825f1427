"""The door of the pipeline: named inputs become pages, one at a time; what cannot be read becomes a Problem."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import IO, BinaryIO, cast

from rashomon.core import Page, Problem
from rashomon.ingest.decode import decoded
from rashomon.ingest.faults import fault
from rashomon.ingest.inputs import Input, each_input
from rashomon.ingest.kinds import NAMES, PEEK_BYTES, Shape, shape_of
from rashomon.ingest.records import page_of, records_in

MAX_PAGE_BYTES = 10_000_000
"""The longest single text, page or JSON line; a long report is 100 kB, a heavy page 3 MB."""
MAX_TEXT_CHARS = 1_000_000
"""The longest plain text taken for one report; the parser takes no more at once either."""
MAX_TAGS = 60_000
"""The most tags of a page; real news pages have 500 to 15,000, and reading time grows with them."""
MAX_JSON_BYTES = 100_000_000
"""The longest JSON array or object; JSON lines have no limit but the line's."""
MAX_UNZIPPED_BYTES = 4_000_000_000
"""Where reading of one gzipped file stops."""
MAX_RATIO = 300
"""A gzipped file that grows by more is a bomb, not text (news gives 3 to 10)."""


def pages(inputs: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[Page | Problem]:
    """The pages of files, folders (recursive, sorted by name), globs and `-`, lazily and in order.

    Nothing raises for what an input holds: each input gives pages, or a Problem that says why it gives none.
    """
    for given in each_input(inputs, stdin):
        if isinstance(given, Problem):
            yield given
            continue
        try:
            yield from _of_source(given)
        except (OSError, EOFError, zlib.error) as error:
            reason = getattr(error, "strerror", None) or error
            yield fault("unreadable", f"{given.address} cannot be read: {reason}.", given.address)


def _of_source(given: Input) -> Iterator[Page | Problem]:
    if given.stream is not None:
        yield from _of_stream(given.stream, given.address)
        return
    with Path(given.address).open("rb") as stream:
        yield from _of_stream(stream, given.address)


def _of_stream(raw: IO[bytes], address: str) -> Iterator[Page | Problem]:
    stream = _buffered(raw)
    head = _peeked(stream)
    if head.startswith(b"\x1f\x8b"):
        # GzipFile does not close the file below it; that one belongs to the caller
        with closing(gzip.GzipFile(fileobj=stream)) as unzipped:
            bounded = _buffered(_Bounded(unzipped, stream))
            yield from _of_plain(bounded, _peeked(bounded), address)
    else:
        yield from _of_plain(stream, head, address)


def _of_plain(stream: io.BufferedReader, head: bytes, address: str) -> Iterator[Page | Problem]:
    shape = shape_of(head, address)
    if shape is Shape.EMPTY:
        yield _empty(stream, address)
    elif shape is Shape.BINARY:
        yield fault("not-text", f"{address} is not text.", address)
    elif shape in NAMES:
        yield fault("kind-not-read-yet", f"{address} is {NAMES[shape]}, which is not read yet.", address)
    elif shape is Shape.JSON_LINES:
        yield from _json_lines(stream, address)
    elif shape is Shape.JSON:
        yield from _json(stream, address)
    else:
        yield _page(stream, address, html=shape is Shape.HTML)


def _empty(stream: io.BufferedReader, address: str) -> Page | Problem:
    """Only blanks so far: whether any word follows within the limit."""
    rest = stream.read(MAX_PAGE_BYTES)
    if rest.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        return fault("too-large", f"{address} begins with more than {PEEK_BYTES:,} blanks.", address)
    return fault("empty", f"{address} is empty.", address)


def _page(stream: io.BufferedReader, address: str, *, html: bool) -> Page | Problem:
    raw = stream.read(MAX_PAGE_BYTES + 1)
    if len(raw) > MAX_PAGE_BYTES:
        return fault(
            "too-large", f"{address} has more than {MAX_PAGE_BYTES:,} bytes: too long for one report.", address
        )
    if html and (tags := raw.count(b"<")) > MAX_TAGS:
        return fault("too-large", f"{address} has {tags:,} tags; the limit is {MAX_TAGS:,}.", address)
    text, problems = decoded(raw, address, html=html)
    if not html and len(text) > MAX_TEXT_CHARS:
        return fault("too-large", f"{address} has {len(text):,} characters: too long for one report.", address)
    return Page(address=address, kind="html" if html else "text", text=text, problems=tuple(problems))


def _json_lines(stream: io.BufferedReader, address: str) -> Iterator[Page | Problem]:
    number = 0
    while line := stream.readline(MAX_PAGE_BYTES + 1):
        number += 1
        place = f"{address}#line={number}"  # RFC 5147
        if len(line) > MAX_PAGE_BYTES and not line.endswith(b"\n"):
            while (more := stream.readline(MAX_PAGE_BYTES)) and not more.endswith(b"\n"):
                pass
            yield fault("too-large", f"Line {number} has more than {MAX_PAGE_BYTES:,} bytes.", place)
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield from _json_line(line, place)


def _json_line(line: bytes, place: str) -> Iterator[Page | Problem]:
    problems: tuple[Problem, ...] = ()
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("utf-8", "replace")
        message = f"{text.count(chr(0xFFFD))} places were not UTF-8 and were replaced by U+FFFD."
        problems = (fault("invalid-encoding", message, place, fatal=False),)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield fault("bad-json", f"This line is not JSON: {error}.", place)
        return
    records = records_in(value) if isinstance(value, dict) else [value]
    if not records:
        yield fault("empty", "This line holds no documents.", place)
    for record in records:
        yield _limited(page_of(record, place=place), problems)


def _limited(page: Page | Problem, problems: tuple[Problem, ...] = ()) -> Page | Problem:
    """The page with what was noticed while decoding it, unless its text is beyond the limit."""
    if not isinstance(page, Page):
        return page
    if len(page.text) > MAX_TEXT_CHARS:
        return fault("too-large", f"The text has {len(page.text):,} characters: too long for one report.", page.address)
    return replace(page, problems=page.problems + problems) if problems else page


def _json(stream: io.BufferedReader, address: str) -> Iterator[Page | Problem]:
    raw = stream.read(MAX_JSON_BYTES + 1)
    if len(raw) > MAX_JSON_BYTES:
        yield fault("too-large", f"{address} has more than {MAX_JSON_BYTES:,} bytes; give it as JSON lines.", address)
        return
    try:
        whole = json.loads(raw)
    except (ValueError, RecursionError) as error:
        yield fault("bad-json", f"{address} is not JSON: {error}.", address)
        return
    records = records_in(whole)
    if not records:
        yield fault("empty", f"{address} holds no documents.", address)
    for number, record in enumerate(records, 1):
        yield _limited(page_of(record, place=f"{address}#item={number}" if record is not whole else address))


def _buffered(raw: IO[bytes] | io.RawIOBase) -> io.BufferedReader:
    return raw if isinstance(raw, io.BufferedReader) and raw.seekable() else io.BufferedReader(_Raw(raw), PEEK_BYTES)


def _peeked(stream: io.BufferedReader) -> bytes:
    """The first bytes without taking them; a pipe may give fewer at a time than a file."""
    if stream.seekable():
        head = stream.read(PEEK_BYTES)
        stream.seek(-len(head), io.SEEK_CUR)
        return head
    return stream.peek(PEEK_BYTES)


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


class _Bounded(io.RawIOBase):
    """What a gzipped stream unzips to, stopped where it grows beyond all text."""

    def __init__(self, unzipped: gzip.GzipFile, below: io.BufferedReader) -> None:
        self._unzipped, self._below, self._out = unzipped, below, 0
        self._from = below.tell() if below.seekable() else 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._unzipped.read(size)
        self._out += len(data)
        read = self._below.tell() - self._from if self._below.seekable() else self._out
        if self._out > MAX_UNZIPPED_BYTES or (self._out > MAX_PAGE_BYTES and self._out > MAX_RATIO * max(1, read)):
            raise OSError("it unzips to far more than text would")
        return data
