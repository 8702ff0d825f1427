"""Feed -> pages: the entries that carry their own words; those that do not are told of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape

from rashomon.core import Given, Page, Problem
from rashomon.ingest.faults import fault
from rashomon.ingest.feed_lists import is_opml
from rashomon.ingest.feeds import feed_of
from rashomon.ingest.feeds_facts import Entry, Feed
from rashomon.ingest.feeds_markup import beginning, text_of
from rashomon.ingest.feeds_values import plain, words_in
from rashomon.ingest.kept import in_envelope
from rashomon.ingest.sitemaps import MAX_SITEMAP_BYTES, sitemap_of, unzipped

MOST_BYTES = MAX_SITEMAP_BYTES
"""More than this of a file need not be given to `feed_pages`."""
HEAD_BYTES = 20_000
LEAST_CONTENT_WORDS = 40
"""Of what a feed says is the whole report, however it ends; news in brief has some fifty words."""
LEAST_BRIEF_WORDS = 15
"""Of the same, where it is made of full sentences ..."""
LEAST_BRIEF_SENTENCES = 2
"""... of which there are so many, since one alone may be a teaser."""
LEAST_SUMMARY_WORDS = 80
"""Of a summary, which seldom has more than sixty where it only leads to the report."""
_BLOCK = re.compile(r"<(?:p|div|blockquote|ul|ol|h[1-6]|section|article|figure|table)\b", re.IGNORECASE)
_SITEMAP = beginning("urlset|sitemapindex")
_SENTENCE_END = re.compile(r"(?<=\w{3})[.!?][\"”’')\]]*(?=\s|$)")
"""Where a sentence ends, most abbreviations left out; an ellipsis ends none."""
MAX_TEXT_CHARS = 1_000_000
MAX_TAGS = 60_000


def feed_pages(raw: bytes, address: str, *, keep_octets: bool = False, cut: bool = False) -> Iterator[Page | Problem]:
    """The pages of a feed's bytes: of each entry with words of its own one, and what is wrong with the rest.

    With `cut` the bytes end before the feed does: its whole entries are taken, and that it is cut is said elsewhere.

    Site maps, OPML files and feeds of addresses alone give no page, and a problem that says what to do with them.
    """
    if is_opml(text_of(raw[:HEAD_BYTES], address)[0]):
        said = f"{address} is a list of feeds, no report: `rashomon watch {address}` follows them."
        yield fault("list-of-feeds", said, address)
        return
    feed = read_feed(raw, address, cut=cut)
    if isinstance(feed, Problem):
        yield feed
        return
    yield from feed.problems
    if cut and not feed.entries:
        return
    if not feed.entries or feed.form.startswith("sitemap"):
        what = "addresses of further site maps" if feed.maps else "no words of reports"
        said = f"{address} holds {what}, and nothing to read; `rashomon watch` fetches what it leads to."
        yield fault("feed-without-words", said, address)
        return
    for number, entry in enumerate(feed.entries, 1):
        place = f"{address}#entry={number}"
        yield entry_page(entry, place, keep_octets=keep_octets) or _without_words(entry, place)


def _without_words(entry: Entry, place: str) -> Problem:
    """That an entry is no report by itself: each is set aside at its own place, so that it is counted."""
    words = max(words_in(entry.content), words_in(entry.summary))
    if len(entry.content or entry.summary or "") > MAX_TEXT_CHARS:
        why = f"more than {MAX_TEXT_CHARS:,} characters, too long for one report"
    else:
        why = f"{words:,} words of its own, too few for a report" if words else "no words of its own"
    then = "`rashomon watch` fetches the report it leads to"
    if entry.address is None:
        then = "it has no address that `rashomon watch` could fetch"
    return fault("entry-without-words", f"{place} has {why}; {then}.", place)


def read_feed(raw: bytes, address: str, *, charset: str | None = None, cut: bool = False) -> Feed | Problem:
    """The feed or site map that these bytes are, gzipped or not.

    Args:
        raw: the bytes.
        address: where they are from.
        charset: the encoding that the server named.
        cut: whether the bytes end before the feed does.
    """
    if raw.startswith(b"\x1f\x8b"):
        unpacked = unzipped(raw, address, most=MAX_SITEMAP_BYTES)
        if isinstance(unpacked, Problem):
            return unpacked
        raw = unpacked
    if is_sitemap(text_of(raw[:HEAD_BYTES], address, charset=charset)[0]):
        return sitemap_of(raw, address, charset=charset)
    return feed_of(raw, address, charset=charset, cut=cut)


def is_sitemap(text: str) -> bool:
    """Whether a text is a site map or an index of them, by how it begins."""
    return _SITEMAP.match(text) is not None


def given_by(entry: Entry) -> Given:
    """What a feed tells of a report.

    English as a feed's language is left out: publishing programs say so unless they are told otherwise.
    """
    return Given(
        address=entry.address,
        headline=entry.headline,
        outlet=entry.outlet or entry.feed_outlet,
        bylines=entry.bylines,
        published_at=entry.published_at,
        language=entry.language if entry.language != "en" else None,
    )


def entry_page(entry: Entry, place: str, *, keep_octets: bool = False) -> Page | None:
    """The page of an entry's own words: its content, else its summary; None where neither is a report by itself.

    Content is one where it is long enough or made of full sentences, a summary only where it is long. Words with
    paragraphs become an HTML page of their own, others a JSON record; with `keep_octets` that page or record is kept,
    with what the entry tells.
    """
    words, is_html = _own_words(entry)
    if words is None:
        return None
    given = given_by(entry)
    notes: tuple[Problem, ...] = ()
    if entry.day_only:
        said = "The feed gives the day it was published, not the time."
        notes = (fault("published-day-only", said, place, fatal=False),)
    if is_html and _BLOCK.search(words) and words.count("<") <= MAX_TAGS:
        text = _whole_page(words, entry)
        page = Page(address=place, kind="html", text=text, given=given, problems=notes)
        return in_envelope(page, text.encode("utf-8"), charset="utf-8", noted=notes) if keep_octets else page
    text = plain(words) if is_html else words.strip()
    page = Page(address=place, kind="ready", text=text, given=given, problems=notes)
    return in_envelope(page, _record(text, given), noted=notes) if keep_octets else page


def _own_words(entry: Entry) -> tuple[str | None, bool]:
    for words, is_html, least in (
        (entry.content, entry.content_is_html, LEAST_CONTENT_WORDS),
        (entry.summary, entry.summary_is_html, LEAST_SUMMARY_WORDS),
    ):
        if words is None or len(words) > MAX_TEXT_CHARS:
            continue
        if words_in(words) >= least or (words is entry.content and _is_brief(plain(words))):
            return words.encode("utf-8", "replace").decode("utf-8"), is_html
    return None, False


def _is_brief(text: str) -> bool:
    """Whether words that a feed gives as the whole report are news in brief: full sentences, the last one ended."""
    ends = list(_SENTENCE_END.finditer(text))
    ended = bool(ends) and ends[-1].end() == len(text)
    return ended and len(ends) >= LEAST_BRIEF_SENTENCES and len(text.split()) >= LEAST_BRIEF_WORDS


def _whole_page(words: str, entry: Entry) -> str:
    language = f' lang="{escape(entry.language)}"' if entry.language else ""
    title = f"<title>{escape(entry.headline)}</title>" if entry.headline else ""
    # words that stand outside any paragraph would be taken for furniture
    first = "" if _BLOCK.match(words.lstrip()) else "<p>"
    return (
        f'<!DOCTYPE html>\n<html{language}><head><meta charset="utf-8">{title}</head>\n'
        f"<body><article>\n{first}{words.strip()}\n</article></body></html>\n"
    )


def _record(text: str, given: Given) -> bytes:
    said = {
        "address": given.address,
        "headline": given.headline,
        "outlet": given.outlet,
        "bylines": list(given.bylines) or None,
        "published_at": given.published_at.isoformat() if given.published_at else None,
        "language": given.language,
        "text": text,
    }
    return json.dumps({key: value for key, value in said.items() if value is not None}, ensure_ascii=False).encode()
