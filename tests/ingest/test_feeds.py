"""Feeds of every form become entries with times, outlets and words; broken ones as far as they go."""

from __future__ import annotations

import codecs
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.core import Problem
from rashomon.ingest.feeds import feed_of
from rashomon.ingest.feeds_facts import Feed

AT = "https://www.aldercourier.example/rss"
RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>News | The Alder Courier</title><link>https://www.aldercourier.example/</link><language>en-GB</language>
<ttl>90</ttl><skipHours><hour>1</hour><hour>2</hour></skipHours>
<item><title>Ferry &lt;i&gt;Ilse&lt;/i&gt; aground &amp;amp; freed</title><link>/news/ferry</link>
<guid isPermaLink="false">n1</guid><pubDate>Mon, 06 Sep 2021 16:45:00 +0200</pubDate>
<dc:creator>By Jo Elm</dc:creator><source url="https://north.example/rss">Agency North</source>
<description>A ferry ran aground.</description>
<content:encoded><![CDATA[<p>The ferry ran aground at noon.</p>]]></content:encoded></item>
<item><title>Bridge closed</title><link>https://www.aldercourier.example/news/bridge</link></item>
</channel></rss>"""


def feed(raw: str | bytes, address: str = AT, **options: str) -> Feed:
    found = feed_of(raw.encode() if isinstance(raw, str) else raw, address, **options)
    assert isinstance(found, Feed), found
    return found


def codes(found: Feed) -> list[str]:
    return [problem.code for problem in found.problems]


def test_rss_tells_title_time_source_byline_and_words():
    found = feed(RSS)
    first, second = found.entries
    assert (found.form, found.title, found.language) == ("rss", "News | The Alder Courier", "en")
    assert (first.id, first.address) == ("n1", "https://www.aldercourier.example/news/ferry")
    assert first.headline == "Ferry Ilse aground & freed"
    assert first.published_at == datetime(2021, 9, 6, 14, 45, tzinfo=UTC)
    assert (first.outlet, first.bylines) == ("Agency North", ("Jo Elm",))
    assert first.content == "<p>The ferry ran aground at noon.</p>"
    assert first.content_is_html
    assert (second.outlet, second.feed_outlet) == (None, "The Alder Courier")


def test_rss_tells_how_often_it_wants_to_be_asked():
    found = feed(RSS)
    assert found.every_seconds == 5400
    assert found.silent_hours == {1, 2}


def test_atom_tells_updates_and_the_source_of_an_entry():
    found = feed(
        """<feed xmlns="http://www.w3.org/2005/Atom"><title>All outlets</title><entry><id>tag:x,1</id>
        <title>Bridge closed</title><link href="https://b.example/1"/><published>2021-09-06T10:00:00+02:00</published>
        <updated>2021-09-06T12:00:00Z</updated><author><name>Bo Ek</name></author>
        <source><title>The Brook Post</title></source>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The bridge is closed.</p></div></content>
        </entry></feed>"""
    )
    (entry,) = found.entries
    assert found.form == "atom"
    assert entry.published_at == datetime(2021, 9, 6, 8, tzinfo=UTC)
    assert entry.updated_at == datetime(2021, 9, 6, 12, tzinfo=UTC)
    assert (entry.outlet, entry.bylines) == ("The Brook Post", ("Bo Ek",))
    assert "The bridge is closed." in (entry.content or "")


def test_json_feed_tells_the_same():
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Alder Courier",
        "home_page_url": "https://www.aldercourier.example/",
        "items": [
            {
                "id": 7,
                "url": "/n/7",
                "title": "Bridge closed",
                "content_text": "It is closed.",
                "date_published": "2021-09-06T10:00:00+02:00",
                "authors": [{"name": "Bo Ek"}, {"url": "x"}],
            },
            "no entry",
        ],
    }
    found = feed(json.dumps(said))
    (entry,) = found.entries
    assert (entry.id, entry.address) == ("7", "https://www.aldercourier.example/n/7")
    assert entry.published_at == datetime(2021, 9, 6, 8, tzinfo=UTC)
    assert (entry.feed_outlet, entry.bylines, entry.content_is_html) == ("The Alder Courier", ("Bo Ek",), False)


def test_of_a_broken_feed_what_can_be_had_is_taken_with_a_note():
    found = feed(RSS.replace("</guid>", "").replace("</channel></rss>", "<item><title>Cut"))
    assert [entry.headline for entry in found.entries][1] == "Bridge closed"
    assert "broken-xml" in codes(found)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32", "latin-1", "cp1252"])
def test_an_encoding_is_known_by_its_mark_or_by_what_the_feed_declares(encoding):
    text = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?><rss><channel><title>Bro över å</title>'
    marked = {"utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    assert feed(marked + (text + "</channel></rss>").encode(encoding)).title == "Bro över å"


def test_a_feed_that_declares_another_encoding_than_it_has_is_read_as_it_is():
    assert feed(
        '<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><title>Å bro</title></channel></rss>'
    ).title == ("Å bro")


def test_the_servers_encoding_is_used_where_the_feed_declares_none():
    raw = "<rss><channel><title>Мост закрыт</title></channel></rss>".encode("koi8-r")
    assert feed(raw, charset="koi8-r").title == "Мост закрыт"


def test_an_entry_that_says_nothing_is_left_and_told_of():
    found = feed("<rss><channel><title>A</title><item></item><item><title>B</title></item></channel></rss>")
    assert [entry.headline for entry in found.entries] == ["B"]
    assert "entry-empty" in codes(found)


def test_a_time_of_the_year_one_is_no_time():
    item = "<item><title>A</title><pubDate>Mon, 01 Jan 0001 00:00:00 GMT</pubDate></item>"
    assert feed(f"<rss><channel>{item}</channel></rss>").entries[0].published_at is None


@pytest.mark.parametrize(
    "author", ["jo@post.example (Jo Elm)", "Jo Elm &lt;jo@post.example&gt;", "jo@a.no (Jo Elm)", "by Jo Elm"]
)
def test_a_byline_is_a_name_without_the_address_of_post(author):
    item = f"<item><title>A</title><author>{author}</author></item>"
    assert feed(f"<rss><channel>{item}</channel></rss>").entries[0].bylines == ("Jo Elm",)


def test_an_address_of_post_alone_is_no_byline():
    item = "<item><title>A</title><author>jo@post.example</author></item>"
    assert feed(f"<rss><channel>{item}</channel></rss>").entries[0].bylines == ()


def test_a_day_alone_is_told_as_such():
    item = "<item><title>A</title><pubDate>2021-09-06</pubDate></item>"
    (entry,) = feed(f"<rss><channel>{item}</channel></rss>").entries
    assert (entry.published_at, entry.day_only) == (datetime(2021, 9, 6, tzinfo=UTC), True)


def test_a_title_of_several_parts_that_the_site_does_not_bear_out_names_no_outlet():
    rss = RSS.replace("News | The Alder Courier", "World | Top stories")
    assert feed(rss).entries[1].feed_outlet is None


def test_an_entry_of_another_site_is_not_the_feeds_own():
    rss = RSS.replace("https://www.aldercourier.example/news/bridge", "https://elsewhere.example/bridge")
    assert feed(rss).entries[1].feed_outlet is None


@pytest.mark.parametrize("raw", [b"", b"<html><body>A page</body></html>", b'{"a": 1}', b"plain words"])
def test_what_is_no_feed_is_a_problem(raw):
    found = feed_of(raw, AT)
    assert isinstance(found, Problem)
    assert found.fatal
    assert found.code in {"empty", "no-feed"}


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"<rss><channel><item>", b"<feed><entry><title>", b'{"items":[']))
def test_any_bytes_give_a_feed_or_a_problem(raw, before):
    found = feed_of(before + raw, AT)
    assert isinstance(found, (Feed, Problem))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_feed_cut_and_damaged_anywhere_gives_a_feed_or_a_problem(data):
    raw = bytearray(RSS.encode())
    for _ in range(data.draw(st.integers(0, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    found = feed_of(bytes(raw[: data.draw(st.integers(0, len(raw)))]), AT)
    assert isinstance(found, (Feed, Problem))
