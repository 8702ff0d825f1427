"""The door of the pipeline: named inputs become pages, one at a time; what cannot be read becomes a Problem."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, BinaryIO

from rashomon.core import Page, Problem
from rashomon.ingest import documents, kept
from rashomon.ingest.bodies import MAX_PAGE_BYTES, page_of_bytes
from rashomon.ingest.faults import fault
from rashomon.ingest.inputs import Input, each_input
from rashomon.ingest.kinds import NAMES, PEEK_BYTES, Shape, shape_of
from rashomon.ingest.streams import Bounded, buffered, peeked


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An input that is open, with what its readers need.

    Attributes:
        address: the file as it was named, or `-`.
        stream: its bytes, already unzipped, from the first.
        head: the first of them, still to be read.
        fetcher: what fetches addresses, where they may be fetched.
        keep_octets: whether pages carry the bytes from which they can be made again.
    """

    address: str
    stream: io.BufferedReader
    head: bytes
    fetcher: object | None = None
    keep_octets: bool = False


Reading = Callable[[Opened], Iterator[Page | Problem]]


def pages(
    inputs: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    fetcher: object | None = None,
    keep_octets: bool = False,
) -> Iterator[Page | Problem]:
    """The pages of files, folders (recursive, sorted by name), globs and `-`, lazily and in order.

    Nothing raises for what an input holds: each input gives pages, or a Problem that says why it gives none.

    Args:
        inputs: what the user named.
        stdin: where `-` reads from.
        fetcher: what fetches addresses; without it an address is answered with a problem.
        keep_octets: whether each page carries `octets`, from which `ingest.again` makes it again.
    """
    for given in each_input(inputs, stdin):
        if isinstance(given, Problem):
            yield given
            continue
        try:
            yield from _of_source(given, fetcher, keep_octets=keep_octets)
        except (OSError, EOFError, zlib.error) as error:
            reason = getattr(error, "strerror", None) or error
            yield fault("unreadable", f"{given.address} cannot be read: {reason}.", given.address)


def _of_source(given: Input, fetcher: object | None, *, keep_octets: bool) -> Iterator[Page | Problem]:
    if given.stream is not None:
        yield from _of_stream(given.stream, given.address, fetcher, keep_octets=keep_octets)
        return
    with Path(given.address).open("rb") as stream:
        yield from _of_stream(stream, given.address, fetcher, keep_octets=keep_octets)


def _of_stream(raw: IO[bytes], address: str, fetcher: object | None, *, keep_octets: bool) -> Iterator[Page | Problem]:
    stream = buffered(raw)
    head = peeked(stream)
    opened = Opened(address=address, stream=stream, head=head, fetcher=fetcher, keep_octets=keep_octets)
    if head.startswith(b"\x1f\x8b"):
        # GzipFile does not close the file below it; that one belongs to the caller
        with closing(gzip.GzipFile(fileobj=stream)) as unzipped:
            bounded = buffered(Bounded(unzipped, stream))
            yield from _of_plain(replace(opened, stream=bounded, head=peeked(bounded)))
    else:
        yield from _of_plain(opened)


def _of_plain(opened: Opened) -> Iterator[Page | Problem]:
    yield from READERS[shape_of(opened.head, opened.address)](opened)


def _empty(opened: Opened) -> Iterator[Page | Problem]:
    """Only blanks so far: whether any word follows within the limit."""
    address = opened.address
    rest = opened.stream.read(MAX_PAGE_BYTES)
    if rest.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        yield fault("too-large", f"{address} begins with more than {PEEK_BYTES:,} blanks.", address)
    else:
        yield fault("empty", f"{address} is empty.", address)


def _binary(opened: Opened) -> Iterator[Page | Problem]:
    yield fault("not-text", f"{opened.address} is not text.", opened.address)


def _not_yet(shape: Shape) -> Reading:
    def refused(opened: Opened) -> Iterator[Page | Problem]:
        yield fault("kind-not-read-yet", f"{opened.address} is {NAMES[shape]}, which is not read yet.", opened.address)

    return refused


def _html(opened: Opened) -> Iterator[Page | Problem]:
    yield _page(opened, html=True)


def _text(opened: Opened) -> Iterator[Page | Problem]:
    yield _page(opened, html=False)


def _page(opened: Opened, *, html: bool) -> Page | Problem:
    raw = opened.stream.read(MAX_PAGE_BYTES + 1)
    page = page_of_bytes(raw, address=opened.address, html=html)
    return kept.of_file(page, raw) if opened.keep_octets and isinstance(page, Page) else page


def _json(opened: Opened) -> Iterator[Page | Problem]:
    yield from documents.of_whole(opened.stream, opened.address, keep_octets=opened.keep_octets)


def _json_lines(opened: Opened) -> Iterator[Page | Problem]:
    yield from documents.of_lines(opened.stream, opened.address, keep_octets=opened.keep_octets)


READERS: Mapping[Shape, Reading] = {
    Shape.EMPTY: _empty,
    Shape.BINARY: _binary,
    Shape.TEXT: _text,
    Shape.HTML: _html,
    Shape.JSON: _json,
    Shape.JSON_LINES: _json_lines,
    Shape.FEED: _not_yet(Shape.FEED),
    Shape.PARQUET: _not_yet(Shape.PARQUET),
    Shape.WARC: _not_yet(Shape.WARC),
}
"""Who reads what: one function a shape, which gives the pages of an open input, or problems, and raises nothing."""
