"""JSON Feed (jsonfeed.org, versions 1 and 1.1) -> Feed; feedparser does not read it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from rashomon.core import Problem
from rashomon.ingest.faults import fault
from rashomon.ingest.feeds_facts import Entry, Feed
from rashomon.ingest.feeds_values import language_in, one_line, outlet_of_title, time_in, web_address


def json_feed(text: str, address: str, *, most: int) -> Feed | Problem:
    """The feed of a JSON text; entries beyond `most` are left, with a problem that says how many were taken."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        return fault("bad-json", f"{address} is not JSON: {error}.", address)
    items = whole.get("items") if isinstance(whole, Mapping) else None
    if not isinstance(items, list):
        return fault("no-feed", f"{address} is JSON, but no feed: it has no list of items.", address)
    problems: tuple[Problem, ...] = ()
    if len(items) > most:
        said = f"{address} has {len(items):,} entries: the first {most:,} were taken."
        problems = (fault("feed-cut", said, address, fatal=False),)
    title, site = one_line(_words(whole, "title")), web_address(_words(whole, "home_page_url"), address)
    language = language_in(_words(whole, "language"))
    entries = (_entry(item, address) for item in items[:most] if isinstance(item, Mapping))
    outlet_of, authors = outlet_of_title(title, site), _names(whole)
    kept = tuple(
        replace(
            entry,
            feed_outlet=outlet_of(entry.address),
            language=entry.language or language,
            bylines=entry.bylines or authors,
        )
        for entry in entries
        if entry is not None
    )
    return Feed(
        form="json", address=address, title=title, site=site, language=language, entries=kept, problems=problems
    )


def _entry(item: Mapping[str, object], base: str) -> Entry | None:
    address = web_address(_words(item, "url") or _words(item, "external_url"), base)
    raw_id = item.get("id")
    own_id = str(raw_id).strip() if isinstance(raw_id, (str, int, float)) and not isinstance(raw_id, bool) else ""
    headline = one_line(_words(item, "title"))
    identity = own_id or address or headline
    html, plain = _words(item, "content_html"), _words(item, "content_text")
    if not identity and not html and not plain:
        return None
    published, day_only = time_in(_words(item, "date_published"))
    updated, _ = time_in(_words(item, "date_modified"))
    return Entry(
        id=identity or (html or plain or "")[:200],
        address=address or web_address(own_id, None),
        headline=headline,
        published_at=published,
        updated_at=updated,
        day_only=day_only,
        bylines=_names(item),
        language=language_in(_words(item, "language")),
        summary=_words(item, "summary"),
        content=html or plain,
        content_is_html=html is not None,
    )


def _names(said: Mapping[str, object]) -> tuple[str, ...]:
    """The authors, under the name of either version of the format."""
    authors = said.get("authors")
    if not isinstance(authors, list):
        authors = [said.get("author")]
    names = (one_line(_words(author, "name")) for author in authors if isinstance(author, Mapping))
    return tuple(name for name in names if name)


def _words(said: Mapping[str, object], key: str) -> str | None:
    value = said.get(key)
    return value if isinstance(value, str) and value.strip() else None
