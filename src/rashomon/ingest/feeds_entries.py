"""What feedparser makes of a feed -> Feed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from rashomon.core import Problem
from rashomon.ingest.faults import fault
from rashomon.ingest.feeds_facts import Entry, Feed
from rashomon.ingest.feeds_values import is_marked_up, language_in, one_line, outlet_of_title, time_of, web_address

FORMS = {"atom": "atom", "rss": "rss", "cdf": "cdf"}
LONGEST_SECONDS = 7 * 24 * 3600
"""A feed that wants to be left alone for longer than a week is asked all the same."""
_PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
_SKIPPED = re.compile(r"<skipHours>(.{0,2000}?)</skipHours>", re.IGNORECASE | re.DOTALL)
_HOUR = re.compile(r"<hour>\s*(\d{1,2})\s*</hour>", re.IGNORECASE)
_MAIL = re.compile(r"[\w.%+-]{1,64}@[\w.-]{1,255}")
_BY = re.compile(r"^by\s+", re.IGNORECASE)


def feed_from(parsed: Any, text: str, address: str) -> Feed | Problem:  # noqa: ANN401 - feedparser has no types
    """The feed of what feedparser parsed.

    Args:
        parsed: its result; the well-formed and the broken look alike in it.
        text: what was parsed.
        address: where it is from.
    """
    said: dict[str, Any] = parsed.get("feed") or {}
    given = parsed.get("entries") or []
    form = re.match(r"[a-z]+", parsed.get("version") or "")
    if form is None and not given and not said.get("title"):
        return fault("no-feed", f"{address} is no feed: neither a title nor an entry was found in it.", address)
    title, site = one_line(_str(said, "title")), web_address(_str(said, "link"), address)
    language = language_in(_str(said, "language"))
    outlet_of = outlet_of_title(title, site)
    entries = []
    for one in given:
        entry = _entry(one, language)
        if entry is not None:
            entries.append(replace(entry, feed_outlet=outlet_of(entry.address)))
    return Feed(
        form=FORMS.get(form[0], "rss") if form else "rss",
        address=address,
        title=title,
        site=site,
        language=language,
        entries=tuple(entries),
        every_seconds=_every(said),
        silent_hours=_silent(text),
        problems=_notes(parsed, address, empty=len(given) - len(entries)),
    )


def _notes(parsed: Any, address: str, *, empty: int) -> tuple[Problem, ...]:  # noqa: ANN401
    notes = []
    error = parsed.get("bozo_exception")
    # with no encoding problem left to find, what feedparser complains of is markup
    if parsed.get("bozo") and error is not None:
        said = f"{address} is broken XML ({error}); what could be had was taken."
        notes.append(fault("broken-xml", said, address, fatal=False))
    if empty:
        said = f"{address} has {empty} entries that say nothing: no address, no headline, no words."
        notes.append(fault("entry-empty", said, address, fatal=False))
    return tuple(notes)


def _entry(said: dict[str, Any], feed_language: str | None) -> Entry | None:
    address = web_address(_str(said, "link"), None) or web_address(_str(said, "id"), None)
    headline = one_line(_str(said, "title"))
    summary, summary_is_html, _ = _words(dict.get(said, "summary_detail"))
    content, content_is_html, language = _content(said)
    identity = (_str(said, "id") or address or headline or (content or summary or "")[:200]).strip()
    if not identity:
        return None
    published, day_only = _time(said, "published", "created", "updated")
    updated, _ = _time(said, "updated")
    return Entry(
        id=identity[:1000],
        address=address,
        headline=headline,
        published_at=published,
        updated_at=updated,
        day_only=day_only,
        outlet=_source(said),
        bylines=_bylines(said),
        language=language_in(language) or feed_language,
        summary=summary,
        summary_is_html=summary_is_html,
        content=content,
        content_is_html=content_is_html,
    )


def _str(said: dict[str, Any], key: str) -> str | None:
    # past feedparser's own dictionary, which answers for one key with another
    value = dict.get(said, key)
    return value if isinstance(value, str) and value.strip() else None


def _time(said: dict[str, Any], *names: str) -> tuple[datetime | None, bool]:
    """The first of these times that an entry tells, and whether only its day was told."""
    for name in names:
        found, day_only = time_of(dict.get(said, f"{name}_parsed"), dict.get(said, name))
        if found is not None:
            return found, day_only
    return None, False


def _content(said: dict[str, Any]) -> tuple[str | None, bool, str | None]:
    """The longest of the whole texts that an entry brings, whether it is HTML, and its language."""
    found = [_words(one) for one in dict.get(said, "content") or ()]
    return max(found, key=lambda one: len(one[0] or ""), default=(None, False, None))


def _words(detail: object) -> tuple[str | None, bool, str | None]:
    if not isinstance(detail, dict):
        return None, False, None
    value, language = detail.get("value"), detail.get("language")
    if not isinstance(value, str) or not value.strip():
        return None, False, None
    # RSS does not say what its descriptions are; without a tag in it HTML and text differ by character references only
    html = "html" in str(detail.get("type")) and (is_marked_up(value) or "&" in value)
    return value, html, language if isinstance(language, str) else None


def _source(said: dict[str, Any]) -> str | None:
    source = dict.get(said, "source")
    return one_line(_str(source, "title")) if isinstance(source, dict) else None


def _bylines(said: dict[str, Any]) -> tuple[str, ...]:
    """The names of the authors, without addresses of post."""
    raw = _str(said, "author") or ""
    names = []
    for author in dict.get(said, "authors") or ():
        if isinstance(author, dict):
            mail = _str(author, "email") or ""
            # feedparser knows no domain of more than four letters: "jo@post.example (Jo Elm)" gives "ple (Jo Elm"
            cut = mail and re.search(re.escape(mail) + r"[A-Za-z]", raw)
            names.append(_without_mail(raw) if cut else _str(author, "name"))
    told = (_BY.sub("", one_line(name) or "") for name in names)
    return tuple(dict.fromkeys(name for name in told if name and "@" not in name and len(name) <= 200))


def _without_mail(author: str) -> str:
    rest = _MAIL.sub(" ", author)
    inside = re.search(r"\(([^()]{1,200})\)", rest)
    return inside[1] if inside else rest.strip(" <>()")


def _every(said: dict[str, Any]) -> int | None:
    """How long the feed wants to be left alone: RSS's ttl in minutes, or the syndication module's period."""
    ttl = _str(said, "ttl")
    if ttl is not None and re.fullmatch(r"\s*\d{1,6}\s*", ttl):
        return min(int(ttl) * 60, LONGEST_SECONDS) or None
    period = _PERIODS.get((_str(said, "sy_updateperiod") or "").strip().lower())
    if period is None:
        return None
    times = (_str(said, "sy_updatefrequency") or "1").strip()
    often = int(times) if re.fullmatch(r"\d{1,4}", times) else 1
    return min(period // max(1, often), LONGEST_SECONDS)


def _silent(text: str) -> frozenset[int]:
    found = _SKIPPED.search(text)
    hours = frozenset(int(hour) % 24 for hour in _HOUR.findall(found[1])) if found else frozenset()
    return hours if len(hours) < 24 else frozenset()
