"""Entries that carry their own words become pages, and can be made again from what is kept of them."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

import pytest

from rashomon.clean import document
from rashomon.core import Document, Page, Problem
from rashomon.ingest import again, pages
from rashomon.ingest.feeds_facts import Entry
from rashomon.ingest.feeds_fetched import feed_fetched, page_fetched
from rashomon.ingest.fetched import Fetched

WORDS = (
    "<p>The harbour of Orsk was closed on Monday after a ferry ran aground, the mayor, Ada Lind, said.</p>"
    "<h2>What happened</h2><p>“Nobody was hurt,” Lind told reporters. The ferry, with ninety people on board, was "
    "pulled free by two tugs in the evening, and the harbour opened again at nine.</p>"
)
PLAIN = "The mayor spoke.<br/><br/>" + "The bridge of Orsk will be closed for a week. " * 10 + "<br>And an end came."
RSS = f"""<rss version="2.0"><channel><title>The Alder Courier</title><link>https://aldercourier.example/</link>
<language>en-us</language>
<item><title>Ferry aground</title><link>https://aldercourier.example/1</link><description>{escape(WORDS)}</description>
<pubDate>Mon, 06 Sep 2021 16:45:00 GMT</pubDate><author>desk@aldercourier.example (Jo Elm)</author></item>
<item><title>Bridge closed</title><link>https://aldercourier.example/2</link><description>{escape(PLAIN)}</description></item>
<item><title>In brief</title><link>https://aldercourier.example/3</link><description>Too short.</description></item>
</channel></rss>"""
# a summary is taken for a report only where it is long
RSS = RSS.replace("<description>" + escape(WORDS), "<description>" + escape(WORDS * 2))


@pytest.fixture
def found(tmp_path):
    file = tmp_path / "feed.xml"
    file.write_text(RSS, "utf-8")
    return list(pages([str(file)], keep_octets=True))


def test_entries_with_words_become_pages_and_the_rest_is_told_of(found):
    made = [one for one in found if isinstance(one, Page)]
    (told,) = [one for one in found if isinstance(one, Problem)]
    assert [page.kind for page in made] == ["html", "ready"]
    assert (told.code, told.fatal) == ("entry-without-words", True)
    assert told.address.endswith("feed.xml#entry=3")
    assert "has 2 words of its own, too few for a report; `rashomon watch` fetches" in told.message
    first = made[0].given
    assert (first.address, first.headline, first.outlet) == (
        "https://aldercourier.example/1",
        "Ferry aground",
        "The Alder Courier",
    )
    assert first.published_at == datetime(2021, 9, 6, 16, 45, tzinfo=UTC)
    assert first.bylines == ("Jo Elm",)
    assert first.language is None


def test_their_documents_have_all_the_words(found):
    first, second = (document(one) for one in found if isinstance(one, Page))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.address == "https://aldercourier.example/1"
    assert "“Nobody was hurt,” Lind told reporters." in first.text
    assert second.words_at(second.passages[0].span) == "The mayor spoke."
    assert second.text.endswith("And an end came.")


def test_a_page_is_made_again_from_its_octets(found):
    for page in found:
        if isinstance(page, Page):
            assert page.octets
            assert again(page.octets, address=page.address) == page


def test_words_outside_any_paragraph_are_kept(tmp_path):
    words = "ORSK — The mayor spoke at noon of the ferry and of the harbour, which was closed. " + WORDS
    file = tmp_path / "feed.xml"
    file.write_text(RSS.replace(escape(WORDS * 2), escape(words * 2)), "utf-8")
    first = document(next(one for one in pages([str(file)]) if isinstance(one, Page)))
    assert isinstance(first, Document)
    assert "The mayor spoke at noon" in first.text


def test_a_feed_without_words_is_set_aside_with_what_to_do(tmp_path):
    file = tmp_path / "feed.xml"
    file.write_text("<rss><channel><title>A</title><item><title>B</title></item></channel></rss>")
    (told,) = pages([str(file)])
    assert isinstance(told, Problem)
    assert told.fatal
    assert "rashomon watch" in told.message


BRIEF = (
    "An inquiry into the deaths of eleven miners opened in Kestmoor on Thursday. The minister, Oskar Venn, said he "
    "would not close the mines."
)


def whole_of(tmp_path, words):
    file = tmp_path / "feed.xml"
    content = f"<content:encoded><![CDATA[<p>{words}</p>]]></content:encoded>"
    item = f"<item><title>Mine</title><link>https://quern.example/1</link>{content}</item>"
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    file.write_text(f'<rss version="2.0" {space}><channel><title>Quern Bulletin</title>{item}</channel></rss>')
    (found,) = pages([str(file)])
    return found


def test_news_in_brief_is_read_where_the_feed_gives_it_as_the_whole_report(tmp_path):
    found = whole_of(tmp_path, BRIEF)
    assert isinstance(found, Page)
    cleaned = document(found)
    assert isinstance(cleaned, Document)
    assert cleaned.text.endswith(BRIEF)


@pytest.mark.parametrize(
    "words",
    [
        BRIEF.removesuffix(".") + " ...",
        BRIEF.removesuffix(".") + "…",
        BRIEF + " Read on",
        "An inquiry into the deaths of the eleven miners who died in May at Dornfeld opened in Kestmoor on Thursday.",
        "The mine opened. The mayor spoke.",
    ],
    ids=["dots", "ellipsis", "link", "one sentence", "few words"],
)
def test_a_teaser_is_set_aside_with_its_place(tmp_path, words):
    found = whole_of(tmp_path, words)
    assert isinstance(found, Problem)
    assert (found.code, found.fatal) == ("entry-without-words", True)
    assert found.address == f"{tmp_path / 'feed.xml'}#entry=1"
    assert f"{len(words.split())} words" in found.message


def fetched(octets: bytes, *, asked: str = "https://a.example/n/1", address: str | None = None) -> Fetched:
    at = datetime(2021, 9, 6, tzinfo=UTC)
    return Fetched(asked=asked, address=address or asked, status=200, octets=octets, charset="koi8-r", at=at)


def test_a_fetched_page_keeps_its_charset_and_what_the_entry_tells():
    octets = "<html><body><p>Мост закрыт на неделю, сказал мэр.</p></body></html>".encode("koi8-r")
    when = datetime(2021, 9, 6, 14, tzinfo=UTC)
    entry = Entry(id="1", headline="Feed's own", outlet="Agency North", feed_outlet="Other", published_at=when)
    page = page_fetched(fetched(octets), entry)
    assert isinstance(page, Page)
    assert "Мост закрыт" in page.text
    assert (page.given.outlet, page.given.published_at, page.given.headline) == ("Agency North", when, None)
    assert again(page.octets, address=page.address) == page


def test_an_entry_that_ends_at_the_front_page_is_not_there():
    page = page_fetched(fetched(b"<html><p>Welcome</p>", address="https://a.example/"), Entry(id="1"))
    assert isinstance(page, Problem)
    assert page.code == "address-not-there"


@pytest.mark.parametrize("octets", [b"%PDF-1.4 x", b"", RSS.encode(), b'{"a": 1}\n'])
def test_what_is_no_page_is_no_report(octets):
    assert isinstance(page_fetched(fetched(octets), Entry(id="1")), Problem)


def test_of_a_page_given_for_a_feed_the_feed_that_it_names_is_told():
    octets = b'<html><head><link href="/rss.xml" type="application/rss+xml" rel="alternate"></head></html>'
    found = feed_fetched(fetched(octets))
    assert isinstance(found, Problem)
    assert "https://a.example/rss.xml" in found.message
