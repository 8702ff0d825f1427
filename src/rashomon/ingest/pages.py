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
from rashomon.ingest.fetched import Fetched, Fetches
from rashomon.ingest.inputs import Input, each_input
from rashomon.ingest.kinds import PEEK_BYTES, Shape, packed_as, shape_of
from rashomon.ingest.reels import unzipped_head
from rashomon.ingest.streams import Bounded, buffered, peeked, read_most


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An input that is open, with what its readers need.

    Attributes:
        address: the file as it was named, or `-`.
        stream: its bytes from the first, already unzipped; those of a web archive as they are.
        head: the first of them, still to be read.
        zipped: whether the bytes of a web archive are gzipped.
        fetcher: what fetches addresses, where they may be fetched.
        fetched: what the address answered, where the input is one.
        keep_octets: whether pages carry the bytes from which they can be made again.
        unzipped: the same bytes where they come unzipped, which tell whether they are broken off.
    """

    address: str
    stream: io.BufferedReader
    head: bytes
    zipped: bool = False
    fetcher: Fetches | None = None
    fetched: Fetched | None = None
    keep_octets: bool = False
    unzipped: Bounded | None = None

    def is_cut(self) -> bool:
        """Whether the bytes have ended before their end, as far as they were read."""
        return self.unzipped is not None and self.unzipped.broken is not None


Reading = Callable[[Opened], Iterator[Page | Problem]]


def pages(
    inputs: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    fetcher: Fetches | None = None,
    keep_octets: bool = False,
) -> Iterator[Page | Problem]:
    """The pages of files, folders (recursive, sorted by name), globs, addresses and `-`, lazily and in order.

    Nothing raises for what an input holds: each input gives pages, or a Problem that says why it gives none.

    Args:
        inputs: what the user named.
        stdin: where `-` reads from.
        fetcher: what fetches addresses; without it an address is answered with a problem.
        keep_octets: whether each page carries `octets`, from which `ingest.again` makes it again.
    """
    for given in each_input(inputs, stdin, fetcher):
        if isinstance(given, Problem):
            yield given
            continue
        try:
            yield from _of_source(given, fetcher, keep_octets=keep_octets)
        except (OSError, EOFError, zlib.error) as error:
            yield _unreadable(given.address, error)


def pages_of_stream(stream: IO[bytes], *, address: str, keep_octets: bool = False) -> Iterator[Page | Problem]:
    """The pages of one input that is open already; no address in it is fetched.

    Args:
        stream: its bytes.
        address: where problems point, and by whose ending the kind is guessed where the bytes do not say it.
        keep_octets: whether each page carries `octets`, from which `ingest.again` makes it again.
    """
    try:
        yield from _of_stream(stream, Input(address=address), None, keep_octets=keep_octets)
    except (OSError, EOFError, zlib.error) as error:
        yield _unreadable(address, error)


def _unreadable(address: str, error: Exception) -> Problem:
    reason = getattr(error, "strerror", None) or error
    return fault("unreadable", f"{address} cannot be read: {reason}.", address)


def _of_source(given: Input, fetcher: Fetches | None, *, keep_octets: bool) -> Iterator[Page | Problem]:
    if given.stream is not None:
        yield from _of_stream(given.stream, given, fetcher, keep_octets=keep_octets)
        return
    with Path(given.address).open("rb") as stream:
        yield from _of_stream(stream, given, fetcher, keep_octets=keep_octets)


def _of_stream(raw: IO[bytes], given: Input, fetcher: Fetches | None, *, keep_octets: bool) -> Iterator[Page | Problem]:
    stream = buffered(raw)
    head = peeked(stream)
    opened = Opened(
        address=given.address,
        stream=stream,
        head=head,
        fetcher=fetcher,
        fetched=given.fetched,
        keep_octets=keep_octets,
    )
    if not head.startswith(b"\x1f\x8b"):
        yield from _of_plain(opened)
    elif _is_warc(unzipped_head(head, PEEK_BYTES), given.address):
        yield from READERS[Shape.WARC](replace(opened, zipped=True))
    else:
        # GzipFile does not close the file below it; that one belongs to the caller
        with closing(gzip.GzipFile(fileobj=stream)) as unzipped:
            bounded = Bounded(unzipped, stream)
            yield from _of_unzipped(opened, bounded)


def _of_unzipped(opened: Opened, bounded: Bounded) -> Iterator[Page | Problem]:
    """The pages of a gzipped file; of one that is broken off, up to there, and a problem that names the place."""
    stream = buffered(bounded)
    head = peeked(stream)
    shape = shape_of(head, opened.address)
    bounded.strict = shape not in UP_TO_A_BREAK or (shape is Shape.FEED and head.lstrip()[:1] == b"{")
    yield from READERS[shape](replace(opened, stream=stream, head=head, unzipped=bounded))
    if bounded.broken is not None:
        line = bounded.lines + 1
        said = (
            f"{opened.address} is broken off in line {line:,} of what it unzips to ({bounded.broken}): what stands "
            "whole before that is taken, the rest is lost."
        )
        yield fault("cut-file", said, f"{opened.address}#line={line}")


def _of_plain(opened: Opened) -> Iterator[Page | Problem]:
    yield from READERS[shape_of(opened.head, opened.address)](opened)


def _is_warc(head: bytes, address: str) -> bool:
    """Whether a gzipped file is a web archive; its name is believed where its beginning is broken."""
    shape = shape_of(head, address)
    return shape is Shape.WARC or (shape in {Shape.EMPTY, Shape.BINARY} and address.lower().endswith(".warc.gz"))


def _empty(opened: Opened) -> Iterator[Page | Problem]:
    """Only blanks so far: whether any word follows within the limit."""
    address = opened.address
    rest = read_most(opened.stream, MAX_PAGE_BYTES)
    if rest.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        yield fault("too-large", f"{address} begins with more than {PEEK_BYTES:,} blanks.", address)
    else:
        yield fault("empty", f"{address} is empty.", address)


def _binary(opened: Opened) -> Iterator[Page | Problem]:
    yield fault("not-text", f"{opened.address} is not text.", opened.address)


def _packed(opened: Opened) -> Iterator[Page | Problem]:
    named = packed_as(opened.head) or "packed"
    said = f"{opened.address} is {named}, which is not opened: unpack it and name what is in it."
    yield fault("packed", said, opened.address)


def _warc(opened: Opened) -> Iterator[Page | Problem]:
    from rashomon.ingest.warc import warc_pages

    yield from warc_pages(opened.stream, opened.address, zipped=opened.zipped, keep_octets=opened.keep_octets)


def _parquet(opened: Opened) -> Iterator[Page | Problem]:
    from rashomon.ingest.parquet import parquet_pages

    yield from parquet_pages(opened.stream, opened.address, keep_octets=opened.keep_octets)


def _feed(opened: Opened) -> Iterator[Page | Problem]:
    from rashomon.ingest.feeds_pages import MOST_BYTES, feed_pages

    raw = opened.stream.read(MOST_BYTES + 1)
    yield from feed_pages(raw, opened.address, keep_octets=opened.keep_octets, cut=opened.is_cut())


def _html(opened: Opened) -> Iterator[Page | Problem]:
    yield _page_of(opened, read_most(opened.stream, MAX_PAGE_BYTES + 1), html=True)


def _text(opened: Opened) -> Iterator[Page | Problem]:
    raw = read_most(opened.stream, MAX_PAGE_BYTES + 1)
    if opened.is_cut():
        raw = raw[: raw.rfind(b"\n") + 1]
        if not raw.strip():
            return
    yield _page_of(opened, raw, html=False)


def _page_of(opened: Opened, raw: bytes, *, html: bool) -> Page | Problem:
    fetched = opened.fetched
    page = page_of_bytes(raw, address=opened.address, html=html, charset=fetched.charset if fetched else None)
    if fetched is not None and isinstance(page, Page):
        page = replace(page, given=replace(page.given, address=fetched.address), seen_at=fetched.at)
        return kept.in_envelope(page, raw, charset=fetched.charset) if opened.keep_octets else page
    return kept.of_file(page, raw) if opened.keep_octets and isinstance(page, Page) else page


def _json(opened: Opened) -> Iterator[Page | Problem]:
    yield from documents.of_whole(opened.stream, opened.address, keep_octets=opened.keep_octets)


def _json_lines(opened: Opened) -> Iterator[Page | Problem]:
    yield from documents.of_lines(opened.stream, opened.address, keep_octets=opened.keep_octets, broken=opened.is_cut)


UP_TO_A_BREAK = frozenset({Shape.TEXT, Shape.JSON_LINES, Shape.FEED})
"""Of gzipped files of these shapes that are broken off, what stands before the break is taken."""
READERS: Mapping[Shape, Reading] = {
    Shape.EMPTY: _empty,
    Shape.BINARY: _binary,
    Shape.TEXT: _text,
    Shape.HTML: _html,
    Shape.JSON: _json,
    Shape.JSON_LINES: _json_lines,
    Shape.FEED: _feed,
    Shape.SITEMAP: _feed,
    Shape.OPML: _feed,
    Shape.PARQUET: _parquet,
    Shape.WARC: _warc,
    Shape.PACKED: _packed,
}
"""Who reads what: one function a shape, which gives the pages of an open input, or problems, and raises nothing."""
