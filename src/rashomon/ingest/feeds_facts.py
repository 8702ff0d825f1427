"""What a feed tells: its name, its entries, where further lists of them lie, and how often it wants to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rashomon.core import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One report as a feed or site map announces it; None where nothing is told.

    `id` is what the feed knows the entry by, else its address, else its headline. `outlet` is whom the entry itself
    names as its source, `feed_outlet` whose the feed is, where that can be told. `summary` and `content` are in HTML
    where the flag beside them says so; `content` is the whole report, by the feed's word.
    """

    id: str
    address: str | None = None
    headline: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    day_only: bool = False
    outlet: str | None = None
    feed_outlet: str | None = None
    bylines: tuple[str, ...] = ()
    language: str | None = None
    summary: str | None = None
    summary_is_html: bool = False
    content: str | None = None
    content_is_html: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed, site map or index of site maps as it was read.

    `form` is `rss`, `atom`, `json`, `cdf`, `sitemap` or `sitemap-index`; of an index `maps` are the site maps it
    names, each with the time it last changed. `site` is the page that the feed is of, `every_seconds` the least time
    between two askings that it wants, `silent_hours` the hours of the day (UTC) in which it does not change.
    """

    form: str
    address: str
    title: str | None = None
    site: str | None = None
    language: str | None = None
    entries: tuple[Entry, ...] = ()
    maps: tuple[tuple[str, datetime | None], ...] = ()
    every_seconds: int | None = None
    silent_hours: frozenset[int] = frozenset()
    problems: tuple[Problem, ...] = ()
