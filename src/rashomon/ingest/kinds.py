"""What an input is, seen from its first bytes rather than its name."""

from __future__ import annotations

import json
import re
from enum import StrEnum

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
    PARQUET = "parquet"
    WARC = "warc"


NAMES = {Shape.PARQUET: "a Parquet file", Shape.WARC: "a WARC file"}
"""The shapes that are known but not read yet, as said to people."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"PK\x03\x04",
    b"\x7fELF",
    b"SQLite format 3\x00",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"\x28\xb5\x2f\xfd",
    b"\xd0\xcf\x11\xe0",
    b"RIFF",
    b"OggS",
    b"ID3",
)
_CONTROL = bytes(c for c in range(32) if c not in b"\t\n\r\x0b\x0c\x1b")
# each comment ends at its first end, so that a run of them can be read in one way only
_PROLOG = rb"^\s*(?:<!--(?:(?!-->).)*-->\s*|<\?[^>]*>\s*|<!doctype[^>\[]*(?:\[(?:(?!\]\s*>).)*\]\s*)?>\s*)*"
_MARKUP = re.compile(
    rb"(?is)"
    + _PROLOG
    + rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|article|main|section|div|span"
    rb"|p|h[1-6]|table|ul|ol)\b"
)
_FEED = re.compile(
    rb"(?is)" + _PROLOG + rb"<(?:!doctype\s+)?(?:[a-z][\w.-]{0,30}:)?(?:rss|feed|rdf|channel|urlset|sitemapindex|opml)"
    rb"(?=[\s>/])"
)
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?://(?:www\.)?jsonfeed\.org')


def shape_of(head: bytes, address: str) -> Shape:
    """The shape of an input from its first bytes (already unzipped); the name decides only between kinds of JSON."""
    if not head.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf\x00"):
        return Shape.EMPTY if b"\x00" not in head else Shape.BINARY
    if head.startswith(b"PAR1"):
        return Shape.PARQUET
    if re.match(rb"\s*WARC/\d", head):
        return Shape.WARC
    if head.startswith(_BINARY):
        return Shape.BINARY
    if head.startswith(_UTF16) or looks_utf16(head):
        if b"<" not in head[:8]:
            return Shape.TEXT
        return Shape.FEED if _FEED.match(head.replace(b"\x00", b"").lstrip(b"\xff\xfe")) else Shape.HTML
    if b"\x00" in head or sum(head.count(c) for c in _CONTROL) > len(head) // 100 + 1:
        return Shape.BINARY
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _FEED.match(head):
        return Shape.FEED
    if _MARKUP.match(head):
        return Shape.HTML
    return _json_shape(head.lstrip(), address) or Shape.TEXT


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
