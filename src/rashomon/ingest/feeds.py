"""RSS, Atom, CDF and JSON Feed -> Feed: whatever can be had of it, within bounds; a Problem where nothing can."""

from __future__ import annotations

import io
import re
from dataclasses import replace

from rashomon.core import Problem
from rashomon.ingest.faults import fault
from rashomon.ingest.feeds_entries import feed_from
from rashomon.ingest.feeds_facts import Feed
from rashomon.ingest.feeds_json import json_feed
from rashomon.ingest.feeds_markup import depth_fault, entity_fault, text_of

MAX_FEED_BYTES = 10_000_000
"""So much of a feed is read; what follows is left, with a problem. Feeds with whole reports have 0.1 to 2 MB."""
MAX_ENTRIES = 5_000
"""So many entries of a feed are taken; feeds have 10 to 500."""
MAX_TAGS = 150_000
"""The most tags of a feed outside its entries' own HTML; 5,000 entries with 30 each."""
MAX_SIGNS = 500_000
"""The most `<` and the most `&`: what a broken feed is read by, at some 20 millionths of a second each."""
_ENTRY = re.compile(r"<(?:[A-Za-z][\w.-]{0,30}:)?(?:item|entry)(?=[\s>/])", re.IGNORECASE)
_ENTRY_END = re.compile(r"</(?:[A-Za-z][\w.-]{0,30}:)?(?:item|entry)\s*>", re.IGNORECASE)
_ROOT = re.compile(r"<((?:[A-Za-z][\w.-]{0,30}:)?(?:rss|feed|rdf|channel))(?=[\s>/])", re.IGNORECASE)
_CHANNEL = re.compile(r"<(/?)((?:[A-Za-z][\w.-]{0,30}:)?channel)(?=[\s>/])", re.IGNORECASE)


def feed_of(raw: bytes, address: str, *, charset: str | None = None, cut: bool = False) -> Feed | Problem:
    """The feed that these bytes are.

    Args:
        raw: the bytes, unpacked; beyond `MAX_FEED_BYTES` they are left unread, so no more need be given.
        address: where they are from; entries' addresses are relative to it.
        charset: the encoding that the server named.
        cut: whether the bytes end before the feed does; an entry that is cut there is left out.
    """
    long = len(raw) > MAX_FEED_BYTES
    text, problems = text_of(raw[:MAX_FEED_BYTES], address, charset=charset)
    if not text.strip():
        return fault("empty", f"{address} is empty.", address)
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        if long:
            return fault("too-large", f"{address} has more than {MAX_FEED_BYTES:,} bytes.", address)
        found = json_feed(text.lstrip("\ufeff"), address, most=MAX_ENTRIES)
    else:
        found = _of_markup(text, address, long=long, cut=cut and not long)
    if isinstance(found, Problem):
        return found
    return replace(found, problems=(*problems, *found.problems))


def _of_markup(text: str, address: str, *, long: bool, cut: bool) -> Feed | Problem:
    root = _ROOT.search(text)
    if root is None:
        return fault("no-feed", f"{address} is no feed: neither RSS nor Atom begins in it.", address)
    if (refused := entity_fault(text, address)) is not None:
        return refused
    # feedparser looks for a DOCTYPE in time that grows with the square of the blanks before the first element
    text = re.sub(r"\s+", " ", text[: root.start()]).lstrip() + text[root.start() :]
    problems: tuple[Problem, ...] = ()
    if cut:
        ends = [entry.end() for entry in _ENTRY_END.finditer(text)]
        first = _ENTRY.search(text)
        text = _ended(text[: ends[-1] if ends else first.start() if first else len(text)], root[1])
    shorter = _shortened(text, root[1], long=long)
    if shorter is not None:
        text, taken = shorter
        reason = f"more than {MAX_FEED_BYTES:,} bytes" if taken < MAX_ENTRIES else f"more than {MAX_ENTRIES:,} entries"
        problems = (
            fault("feed-cut", f"{address} has {reason}: the first {taken:,} entries were taken.", address, fatal=False),
        )
    if (refused := _too_much(text, address) or depth_fault(text, address, most_tags=MAX_TAGS)) is not None:
        return refused
    found = _parsed(text, address)
    if isinstance(found, Problem):
        return found
    return replace(found, problems=(*problems, *found.problems))


def _too_much(text: str, address: str) -> Problem | None:
    for sign in "<&":
        if (times := text.count(sign)) > MAX_SIGNS:
            return fault("too-large", f"{address} has {times:,} times {sign}; the limit is {MAX_SIGNS:,}.", address)
    return None


def _shortened(text: str, root: str, *, long: bool) -> tuple[str, int] | None:
    """The text up to the last entry that is taken, ended as XML ends, and how many those are; None where all are."""
    starts: list[int] = []
    for entry in _ENTRY.finditer(text):
        starts.append(entry.start())
        if len(starts) > MAX_ENTRIES:
            break
    if len(starts) <= MAX_ENTRIES and not long:
        return None
    # the last entry begun is the first beyond the limit, or the one that the limit of bytes has cut
    return _ended(text[: starts[-1]] if starts else text, root), max(0, len(starts) - 1)


def _ended(kept: str, root: str) -> str:
    """The beginning of a feed, ended as XML ends."""
    open_channels = [name for end, name in _CHANNEL.findall(kept) if not end]
    closed = sum(1 for end, _ in _CHANNEL.findall(kept) if end)
    inner = "".join(f"</{name}>" for name in open_channels[closed:] if name != root)
    return f"{kept}{inner}</{root}>"


def _parsed(text: str, address: str) -> Feed | Problem:
    import feedparser

    told = {"content-type": "application/xml; charset=utf-8"}
    if "://" in address:
        told["content-location"] = address
    try:
        # never the text itself: feedparser takes a string for an address or a path, and opens it
        parsed = feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")), response_headers=told, sanitize_html=False,
            resolve_relative_uris=False,
        )  # fmt: skip
        return feed_from(parsed, text, address)
    except Exception as error:  # noqa: BLE001 - its loose reader raises whatever broken input leads it to
        said = f"{address} is broken beyond what feedparser reads ({type(error).__name__}: {error})."
        return fault("broken-feed", said, address)
