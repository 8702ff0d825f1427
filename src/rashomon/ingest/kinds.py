"""What an input is, seen from its first bytes rather than its name."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import cast

PEEK_BYTES = 65_536


class Shape(StrEnum):
    """The shapes of input that are told apart."""

    EMPTY = "empty"
    BINARY = "binary"
    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "json-lines"
    FEED = "feed"
    SITEMAP = "sitemap"
    OPML = "opml"
    PARQUET = "parquet"
    WARC = "warc"
    PACKED = "packed"


PACKED = {
    b"PK\x03\x04": "a zip archive or an office document",
    b"PK\x05\x06": "an empty zip archive",
    b"PK\x07\x08": "a part of a zip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!\x1a\x07": "a rar archive",
    b"BZh": "packed with bzip2",
    b"\xfd7zXZ": "packed with xz",
    b"\x28\xb5\x2f\xfd": "packed with zstd",
    b"\x5d\x2a\x4d\x18": "packed with zstd and a dictionary",
    b"\x04\x22\x4d\x18": "packed with lz4",
    b"\x1f\x8b": "packed with gzip twice",
}
"""How packed files begin that are not opened, and what they are; the files in them are to be named instead."""
_TAR = b"ustar"
_TAR_AT = 257

_WIDE = {
    b"\xff\xfe\x00\x00": "utf-32-le",
    b"\x00\x00\xfe\xff": "utf-32-be",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
"""The byte order marks of encodings of two and four bytes, the longer first."""
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"\x7fELF",
    b"SQLite format 3\x00",
    b"\xd0\xcf\x11\xe0",
    b"RIFF",
    b"OggS",
    b"ID3",
)
_CONTROL = bytes(c for c in range(32) if c not in b"\t\n\r\x0b\x0c\x1b")
_PROLOGUE = {b"<?": b">", b"<!--": b"-->"}
"""What may stand before the first element, by how it begins and ends."""
_BLANKS = re.compile(rb"\s*")
_DOCTYPE = re.compile(rb"(?is)<!doctype\s[^>\[]{0,2000}(?:\[.*?\]\s*)?>")
_HTML_DOCTYPE = re.compile(rb"(?i)<!doctype\s+html")
_MARKUP = re.compile(
    rb"(?i)<(?:html|head|body|title|meta|link|script|style|article|main|section|div|span|p|h[1-6]|table|ul|ol)\b"
)
_XML = re.compile(rb"(?i)<(?:[a-z_][\w.-]{0,40}:)?(rss|feed|rdf|channel|urlset|sitemapindex|opml)\b")
_ROOTS = {
    b"rss": Shape.FEED,
    b"feed": Shape.FEED,
    b"rdf": Shape.FEED,
    b"channel": Shape.FEED,
    b"urlset": Shape.SITEMAP,
    b"sitemapindex": Shape.SITEMAP,
    b"opml": Shape.OPML,
}
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?://(?:www\.)?jsonfeed\.org')


def shape_of(head: bytes, address: str) -> Shape:
    """The shape of an input from its first bytes (already unzipped); the name decides only between kinds of JSON."""
    if not head.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf\x00"):
        return Shape.EMPTY if b"\x00" not in head else Shape.BINARY
    if head.startswith(b"PAR1"):
        return Shape.PARQUET
    if re.match(rb"\s*WARC/\d", head):
        return Shape.WARC
    if packed_as(head) is not None:
        return Shape.PACKED
    if head.startswith(_BINARY):
        return Shape.BINARY
    if (encoding := _wide(head)) is not None:
        return _wide_shape(head.decode(encoding, "ignore").removeprefix("\ufeff"), address)
    if b"\x00" in head or len(head) - len(head.translate(None, _CONTROL)) > len(head) // 100 + 1:
        return Shape.BINARY
    return _text_shape(head.removeprefix(b"\xef\xbb\xbf"), address)


def packed_as(head: bytes) -> str | None:
    """What packed file begins so, as said to people; None where it is none."""
    if head[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR:
        return "a tar archive"
    return next((name for begins, name in PACKED.items() if head.startswith(begins)), None)


def _text_shape(head: bytes, address: str) -> Shape:
    at = _past_prologue(head)
    if _HTML_DOCTYPE.match(head, at):
        return Shape.HTML
    if (doctype := _DOCTYPE.match(head, at)) is not None:
        at = _past_prologue(head, doctype.end())
    if (root := _XML.match(head, at)) is not None:
        return _ROOTS[root[1].lower()]
    if _MARKUP.match(head, at):
        return Shape.HTML
    return _json_shape(head.lstrip(), address) or Shape.TEXT


def _past_prologue(head: bytes, at: int = 0) -> int:
    """Where the first element or word stands: behind blanks, comments and instructions."""
    while True:
        at = cast("re.Match[bytes]", _BLANKS.match(head, at)).end()
        ends = next((end for begins, end in _PROLOGUE.items() if head.startswith(begins, at)), None)
        found = -1 if ends is None else head.find(ends, at)
        if ends is None or found < 0:
            return at
        at = found + len(ends)


def _wide(head: bytes) -> str | None:
    """The encoding of text in two or four bytes a character."""
    marked = next((encoding for mark, encoding in _WIDE.items() if head.startswith(mark)), None)
    if marked is None and looks_utf16(head):
        return "utf-16-le" if head[1:2] == b"\x00" else "utf-16-be"
    return marked


def _wide_shape(head: str, address: str) -> Shape:
    """The same shapes in a wide encoding; JSON is read whole then, since its lines do not end where bytes say so."""
    if not head.strip("\ufeff \t\r\n\x0b\x0c\x00"):
        return Shape.EMPTY
    shape = _text_shape(head.encode("utf-8", "ignore"), address)
    if shape is Shape.TEXT and "<" in head[:4]:
        return Shape.HTML
    return Shape.JSON if shape is Shape.JSON_LINES else shape


def looks_utf16(head: bytes) -> bool:
    """Whether every second byte is mostly zero, as in UTF-16 text of a Latin script without its mark."""
    sample = head[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    return half >= 4 and ((even > 0.7 * half and odd < 0.05 * half) or (odd > 0.7 * half and even < 0.05 * half))


def _json_shape(head: bytes, address: str) -> Shape | None:
    named = re.sub(r"\.gz$", "", address.lower())
    lines = Shape.JSON_LINES if named.endswith((".jsonl", ".ndjson")) else None
    if head[:1] == b"[":
        # "[Photo: ...]" opens many a text; an array of documents opens with an object
        array = re.match(rb"\[\s*(?:\{\s*[\"}]|\])", head) or named.endswith(".json")
        return Shape.JSON if array else lines
    if head[:1] != b"{":
        return lines
    if _JSON_FEED.search(head):
        return Shape.FEED
    first, newline, _ = head.partition(b"\n")
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        if lines or not re.match(rb"\{\s*[\"}]", head):
            return lines
        # an object over several lines, or a line longer than what was peeked at, or a first line that is broken
        return Shape.JSON if newline and (len(first.strip()) <= 1 or named.endswith(".json")) else Shape.JSON_LINES
    return Shape.JSON_LINES
