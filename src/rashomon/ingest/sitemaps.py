"""Site maps, news site maps and their indexes (sitemaps.org) -> Feed: addresses with times, titles and languages."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from datetime import datetime

from rashomon.core import Problem
from rashomon.ingest.faults import fault
from rashomon.ingest.feeds_facts import Entry, Feed
from rashomon.ingest.feeds_markup import Enough, text_of, walk
from rashomon.ingest.feeds_values import language_in, one_line, time_in, web_address

MAX_SITEMAP_BYTES = 50_000_000
"""The most that the protocol allows, unpacked; beyond it nothing is read."""
MAX_ADDRESSES = 50_000
"""The most that the protocol allows in one file."""
_ROOTS = {"urlset": "sitemap", "sitemapindex": "sitemap-index"}


def sitemap_of(raw: bytes, address: str, *, charset: str | None = None) -> Feed | Problem:
    """The site map, or index of site maps, that these bytes are; of a gzipped one so much as the limits allow.

    Args:
        raw: the bytes, gzipped or not.
        address: where they are from.
        charset: the encoding that the server named.
    """
    notes: list[Problem] = []
    if raw.startswith(b"\x1f\x8b"):
        unpacked = unzipped(raw, address, most=MAX_SITEMAP_BYTES)
        if isinstance(unpacked, Problem):
            return unpacked
        raw = unpacked
    if len(raw) > MAX_SITEMAP_BYTES:
        said = f"{address} has more than {MAX_SITEMAP_BYTES:,} bytes; what follows was left."
        notes.append(fault("feed-cut", said, address, fatal=False))
        raw = raw[:MAX_SITEMAP_BYTES]
    text, problems = text_of(raw, address, charset=charset)
    if not text.strip():
        return fault("empty", f"{address} is empty.", address)
    reader = _Reader(address)
    stopped = walk(text, address, start=reader.begins, end=reader.ends)
    if stopped is not None and stopped.fatal:
        return stopped
    if reader.form is None:
        return fault("no-feed", f"{address} is no site map: neither `urlset` nor `sitemapindex` begins it.", address)
    if stopped is not None:
        notes.append(stopped)
    if reader.cut:
        said = f"{address} has more than {MAX_ADDRESSES:,} addresses: the first {MAX_ADDRESSES:,} were taken."
        notes.append(fault("feed-cut", said, address, fatal=False))
    if reader.empty:
        said = f"{address} has {reader.empty} entries without an address of the web."
        notes.append(fault("entry-empty", said, address, fatal=False))
    return Feed(
        form=reader.form,
        address=address,
        entries=tuple(reader.entries),
        maps=tuple(reader.maps),
        problems=(*problems, *notes),
    )


def unzipped(raw: bytes, address: str, *, most: int) -> bytes | Problem:
    """What gzipped bytes unzip to, up to one byte more than `most`; a cut file as far as it goes."""
    stream = zlib.decompressobj(wbits=31)
    try:
        return stream.decompress(raw, most + 1)
    except zlib.error as error:
        return fault("unreadable", f"{address} cannot be unzipped: {error}.", address)


class _Reader:
    """What the elements of a site map tell, one entry at a time."""

    def __init__(self, address: str) -> None:
        self.form: str | None = None
        self.entries: list[Entry] = []
        self.maps: list[tuple[str, datetime | None]] = []
        self.cut = False
        self.empty = 0
        self._address = address
        self._told: dict[str, str] = {}
        self._depth = 0

    def begins(self, name: str, _attributes: Mapping[str, str]) -> None:
        if self._depth == 0:
            self.form = _ROOTS.get(name)
            if self.form is None:
                raise Enough
        self._depth += 1
        if name in {"url", "sitemap"}:
            if len(self.entries) + len(self.maps) >= MAX_ADDRESSES:
                self.cut = True
                raise Enough
            self._told = {}

    def ends(self, name: str, words: str) -> None:
        self._depth -= 1
        if name == "url":
            self._entry()
        elif name == "sitemap":
            found = web_address(self._told.get("loc"), self._address)
            if found is None:
                self.empty += 1
            else:
                self.maps.append((found, time_in(self._told.get("lastmod"))[0]))
        elif words:
            # `loc` of an image or video map inside is not the page's: the first one is
            self._told.setdefault(name, words[:2000])

    def _entry(self) -> None:
        told = self._told
        address = web_address(told.get("loc"), self._address)
        if address is None:
            self.empty += 1
            return
        published, day_only = time_in(told.get("news:publication_date"))
        self.entries.append(
            Entry(
                id=address,
                address=address,
                headline=one_line(told.get("news:title")),
                published_at=published,
                updated_at=time_in(told.get("lastmod"))[0],
                day_only=day_only,
                outlet=one_line(told.get("news:name")),
                language=language_in(told.get("news:language")),
            )
        )
