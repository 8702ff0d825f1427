"""What fetching gives -> the feed that it is, or the page of the report that an entry leads to."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from rashomon.core import Given, Page, Problem
from rashomon.ingest.bodies import page_of_bytes
from rashomon.ingest.faults import fault
from rashomon.ingest.feeds_facts import Entry, Feed
from rashomon.ingest.feeds_pages import given_by, read_feed
from rashomon.ingest.feeds_values import web_address
from rashomon.ingest.fetched import Fetched
from rashomon.ingest.kept import in_envelope
from rashomon.ingest.kinds import PEEK_BYTES, Shape, shape_of

_ALTERNATE = re.compile(
    rb"<link\b(?=[^<>]{0,500}\brel\s*=\s*[\"']?alternate)(?=[^<>]{0,500}\btype\s*=\s*[\"']?application/(?:rss|atom)\+xml)"
    rb"[^<>]{0,500}?\bhref\s*=\s*[\"']?([^\s\"'<>]{1,500})",
    re.IGNORECASE,
)


def feed_fetched(fetched: Fetched) -> Feed | Problem:
    """The feed or site map that an address answered; of a page the problem names the feed that the page names."""
    feed = read_feed(fetched.octets, fetched.address, charset=fetched.charset)
    if isinstance(feed, Problem) and feed.code == "no-feed":
        named = _ALTERNATE.search(fetched.octets[:500_000])
        at = web_address(named[1].decode("utf-8", "replace"), fetched.address) if named else None
        if at is not None:
            return fault(
                "no-feed", f"{fetched.asked} is a page, no feed; the feed that it names is {at}.", fetched.asked
            )
    return feed


def page_fetched(fetched: Fetched, entry: Entry) -> Page | Problem:
    """The page of the report that an entry leads to, with its bytes and with what the page itself may not tell.

    Headline and bylines are the page's own, as is the outlet unless the entry names another one as its source. What
    ends at the front page of a site, or is neither a page nor a text, is no report.
    """
    where = fetched.address
    if _is_front(where) and not _is_front(fetched.asked):
        said = f"{fetched.asked} leads to the front page of {where}: the report is not there."
        return fault("address-not-there", said, fetched.asked)
    shape = shape_of(fetched.octets[:PEEK_BYTES], where)
    if shape is Shape.EMPTY:
        return fault("empty", f"{where} is empty.", where)
    if shape not in {Shape.HTML, Shape.TEXT}:
        return fault("no-report", f"{where} is neither a page nor a text.", where)
    page = page_of_bytes(fetched.octets, address=where, html=shape is Shape.HTML, charset=fetched.charset)
    if isinstance(page, Problem):
        return page
    told = given_by(entry)
    given = Given(address=where, outlet=entry.outlet, published_at=told.published_at, language=told.language)
    # a day alone says less than what the page tells
    given = replace(given, published_at=None) if entry.day_only else given
    return in_envelope(replace(page, given=given), fetched.octets, charset=fetched.charset)


def _is_front(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.path in {"", "/"} and not parts.query
