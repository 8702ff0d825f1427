"""Site maps, news site maps and their indexes."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest

from rashomon.core import Problem
from rashomon.ingest import sitemaps
from rashomon.ingest.feeds_facts import Feed
from rashomon.ingest.sitemaps import sitemap_of

AT = "https://aldercourier.example/news.xml"
NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://aldercourier.example/ferry?a=1&amp;b=2 </loc><lastmod>2021-09-07</lastmod>
<n:news><n:publication><n:name>The Alder Courier</n:name><n:language>en</n:language></n:publication>
<n:publication_date>2021-09-06T16:45:00+02:00</n:publication_date>
<n:title>Ferry aground &amp;amp; freed</n:title></n:news>
<image:image><image:loc>https://aldercourier.example/ferry.jpg</image:loc></image:image></url>
<url><loc>https://aldercourier.example/bridge</loc></url><url><loc>javascript:x</loc></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://aldercourier.example/a.xml</loc><lastmod>2021-09-06T10:00:00Z</lastmod></sitemap>
<sitemap><loc>/b.xml.gz</loc></sitemap></sitemapindex>"""


def read(raw: bytes | str) -> Feed:
    found = sitemap_of(raw.encode() if isinstance(raw, str) else raw, AT)
    assert isinstance(found, Feed), found
    return found


def codes(found: Feed) -> list[str]:
    return [problem.code for problem in found.problems]


def test_a_news_site_map_tells_address_time_title_outlet_and_language():
    found = read(NEWS)
    first, second = found.entries
    assert found.form == "sitemap"
    assert first.address == "https://aldercourier.example/ferry?a=1&b=2"
    assert first.published_at == datetime(2021, 9, 6, 14, 45, tzinfo=UTC)
    assert first.updated_at == datetime(2021, 9, 7, tzinfo=UTC)
    assert (first.headline, first.outlet, first.language) == ("Ferry aground & freed", "The Alder Courier", "en")
    assert (second.address, second.headline) == ("https://aldercourier.example/bridge", None)
    assert codes(found) == ["entry-empty"]


def test_an_index_names_its_site_maps_with_the_times_they_changed():
    found = read(INDEX)
    assert found.form == "sitemap-index"
    assert found.maps == (
        ("https://aldercourier.example/a.xml", datetime(2021, 9, 6, 10, tzinfo=UTC)),
        ("https://aldercourier.example/b.xml.gz", None),
    )


def test_a_gzipped_site_map_is_read_and_a_bomb_is_cut(monkeypatch):
    assert len(read(gzip.compress(NEWS.encode())).entries) == 2
    monkeypatch.setattr(sitemaps, "MAX_SITEMAP_BYTES", 2_000)
    bomb = gzip.compress(NEWS.encode() + b" " * 5_000_000)
    assert "feed-cut" in codes(read(bomb))


def test_a_cut_gzip_gives_what_was_there():
    packed = gzip.compress(NEWS.replace("</urlset>", "").encode() * 1)
    assert len(read(packed[: len(packed) - 12]).entries) >= 1


def test_bytes_that_only_begin_like_gzip_are_a_problem():
    found = sitemap_of(b"\x1f\x8b\x08\x00nonsense that is no stream", AT)
    assert isinstance(found, Problem)


def test_of_a_broken_site_map_what_stood_before_is_taken():
    found = read(NEWS.replace("<url><loc>https://aldercourier.example/bridge", "<url><oops></url><url><loc>"))
    assert len(found.entries) == 1
    assert "broken-xml" in codes(found)


def test_loose_ampersands_and_named_characters_are_mended():
    found = read("<urlset><url><loc>https://a.example/?a=1&b=2&copy=3&nbsp;</loc></url></urlset>")
    assert found.entries[0].address == "https://a.example/?a=1&b=2&copy=3"
    assert codes(found) == []


def test_no_more_addresses_are_taken_than_the_protocol_allows(monkeypatch):
    monkeypatch.setattr(sitemaps, "MAX_ADDRESSES", 3)
    found = read("<urlset>" + "<url><loc>https://a.example/x</loc></url>" * 9 + "</urlset>")
    assert len(found.entries) == 3
    assert "first 3 were taken" in found.problems[0].message


@pytest.mark.parametrize("raw", [b"<html><url></url></html>", b"<other/>", b"words", b""])
def test_what_is_no_site_map_is_a_problem(raw):
    found = sitemap_of(raw, AT)
    assert isinstance(found, Problem)
    assert found.code in {"no-feed", "empty"}
