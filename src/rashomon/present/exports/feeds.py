"""Feeds out: stories, and claims that are disputed, as Atom (RFC 4287) and as JSON Feed 1.1.

An entry keeps its id (a tag URI) whatever address the archive is shown at. It is updated when the newest of its reports
was published: a feed reader shows a story again when somebody tells more of it. An entry without any time has the
beginning of 1970, since both formats ask for one. Where the day alone is known of a time, `updated` has its beginning,
since it must be there; `published`, which need not, is left out, and the summary says that the time was not given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from rashomon.core import Standing
from rashomon.outlets import by_name
from rashomon.present.exports.contract import Row
from rashomon.present.exports.encoding import indented
from rashomon.present.exports.excerpts import excerpt
from rashomon.present.exports.identity import iri
from rashomon.present.questions import ClaimAnswer, StoryAnswer, Telling
from rashomon.present.report.characters import on_one_line, shown
from rashomon.present.report.statuses import told_by, told_standing
from rashomon.present.report.told import told_time

ATOM, JSON_FEED = "application/atom+xml", "application/feed+json"
"""The media types."""
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MAKER = "Rashomon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One story or claim of a feed."""

    id: str
    title: str
    address: str
    published: datetime | None
    updated: datetime | None
    summary: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed with its entries; `name` is its part of addresses, `base` where the archive is shown."""

    name: str
    title: str
    base: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime:
        """When the newest of its entries was."""
        return max((entry.updated for entry in self.entries if entry.updated is not None), default=UNDATED)


def of_stories(answers: Iterable[StoryAnswer], base: str, *, address: Callable[[str], str]) -> Feed:
    """The feed of stories.

    Args:
        answers: the stories, the latest first.
        base: where the archive is shown, without a slash at its end.
        address: from the id of a story to its path.
    """
    entries = tuple(_story(answer, base + address(answer.id)) for answer in answers)
    return Feed(name="stories", title="Stories", base=base, entries=entries)


def of_disputed(answers: Iterable[ClaimAnswer], base: str, *, address: Callable[[str, str], str]) -> Feed:
    """The feed of disputed claims.

    Args:
        answers: the claims, the latest first.
        base: where the archive is shown, without a slash at its end.
        address: from the ids of a story and of a claim to its path.
    """
    entries = tuple(_claim(answer, base + address(answer.story, answer.claim.id)) for answer in answers)
    return Feed(name="disputed", title="Disputed claims", base=base, entries=entries)


def atom(feed: Feed) -> bytes:
    """The feed as Atom."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"  <id>{_xml(iri('feed', feed.name))}</id>",
        f"  <title>{_xml(feed.title)}</title>",
        f"  <updated>{_time(feed.updated)}</updated>",
        f"  <author><name>{MAKER}</name></author>",
        f'  <link rel="alternate" type="text/html" href={_attribute(feed.base + "/")}/>',
        f'  <link rel="self" type="{ATOM}" href={_attribute(_own(feed, "atom"))}/>',
    ]
    for entry in feed.entries:
        lines += [
            "  <entry>",
            f"    <id>{_xml(entry.id)}</id>",
            f"    <title>{_xml(entry.title)}</title>",
            f'    <link rel="alternate" type="text/html" href={_attribute(entry.address)}/>',
            f"    <updated>{_time(entry.updated)}</updated>",
            *([f"    <published>{_time(entry.published)}</published>"] if entry.published is not None else []),
            *(f"    <category term={_attribute(tag)}/>" for tag in entry.tags),
            f"    <summary>{_xml(entry.summary)}</summary>",
            "  </entry>",
        ]
    return "\n".join([*lines, "</feed>", ""]).encode()


def json_feed(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1."""
    row: Row = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": f"{feed.base}/",
        "feed_url": _own(feed, "json"),
        "authors": [{"name": MAKER}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return indented(row)


def _item(entry: Entry) -> Row:
    row: Row = {
        "id": entry.id,
        "url": entry.address,
        "title": shown(entry.title),
        "content_text": shown(entry.summary),
        "date_modified": _time(entry.updated),
        "tags": list(entry.tags),
    }
    return row if entry.published is None else row | {"date_published": _time(entry.published)}


def _story(answer: StoryAnswer, address: str) -> Entry:
    counts = [f"{answer.standings.get(s, 0)} {s.value}" for s in Standing if answer.standings.get(s, 0)]
    reports = f"{len(answer.documents)} report{'' if len(answer.documents) == 1 else 's'}"
    told = [reports + (f" by {', '.join(answer.outlets)}" if answer.outlets else "")]
    told += [f"claims: {', '.join(counts)}"] if counts else []
    told += [f"at most {answer.origins} independent origins of a claim"] if answer.origins > 1 else []
    told += [f"latest {told_time(answer.latest, day_only=True)}"] if answer.latest_day_only else []
    return Entry(
        id=iri("story", answer.id),
        title=on_one_line(answer.title) or answer.id,
        address=address,
        published=None if answer.first_day_only else answer.first,
        updated=answer.latest or answer.first,
        summary="; ".join(told) + ".",
        tags=tuple(s.value for s in Standing if answer.standings.get(s, 0)),
    )


def _claim(answer: ClaimAnswer, address: str) -> Entry:
    claim = answer.claim
    times = [each.telling.published_at for each in answer.reports if each.telling.published_at is not None]
    lines = [
        f"{_outlet(each.telling)}: {each.report.status.value}"
        + (f" (says {each.voice})" if each.voice else "")
        + (f" [{each.withdrawn}]" if each.withdrawn else "")
        + f": {excerpt(on_one_line(each.telling.words))}"
        for each in answer.reports
    ]
    on = f" on {', '.join(claim.differs)}" if claim.differs else ""
    day = f"; first told {told_time(answer.at, day_only=True)}" if answer.day_only else ""
    head = f"{claim.standing.value}{on}: {told_by(claim)}, in: {answer.title}{day}"
    return Entry(
        id=iri("story", answer.story, "claim", claim.id),
        title=f"{excerpt(on_one_line(claim.text))} ({told_standing(claim)})",
        address=address,
        published=None if answer.day_only else answer.at,
        updated=max(times, default=answer.at),
        summary="\n".join([head, *lines]),
        tags=(claim.standing.value, *claim.differs),
    )


def _outlet(telling: Telling) -> str:
    known = by_name(telling.outlet) if telling.outlet else None
    return on_one_line(known.name if known else telling.outlet) if telling.outlet else "outlet unknown"


def _own(feed: Feed, suffix: str) -> str:
    return f"{feed.base}/feeds/{feed.name}.{suffix}"


def _time(moment: datetime | None) -> str:
    return (moment or UNDATED).astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _xml(words: str) -> str:
    return escape(NOT_IN_XML.sub("\ufffd", shown(words)))


def _attribute(words: str) -> str:
    return quoteattr(NOT_IN_XML.sub("\ufffd", shown(words)))
