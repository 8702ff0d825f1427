"""Feeds made to harm: refused by name before a parser expands them, or cut with the count of what was taken."""

from __future__ import annotations

import time

import pytest

from rashomon.core import Problem
from rashomon.ingest import feeds
from rashomon.ingest.feed_lists import feeds_listed
from rashomon.ingest.feeds import feed_of
from rashomon.ingest.feeds_facts import Feed
from rashomon.ingest.kinds import Shape, shape_of
from rashomon.ingest.sitemaps import sitemap_of

AT = "feed.xml"
LAUGHS = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">'
QUADRATIC = f'<!ENTITY a "{"x" * 50_000}">'
EXTERNAL = '<!ENTITY a SYSTEM "file:///etc/hostname">'
PARAMETER = '<!ENTITY % p SYSTEM "http://192.0.2.1/x.dtd"> %p;'
MARKUP = '<!ENTITY a "<item><title>x</title></item>">'


def with_entities(declared: str, root: str = "rss") -> str:
    inner = "<channel><title>" + "&a;" * 50 + "&c;</title></channel>"
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{declared}]><{root}>{inner}</{root}>'


@pytest.mark.parametrize("declared", [LAUGHS, QUADRATIC, EXTERNAL, PARAMETER, MARKUP, "<!ENTITY broken"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_entities_that_grow_or_reach_out_are_refused_unparsed(declared, encoding, monkeypatch):
    import feedparser

    monkeypatch.setattr(feedparser, "parse", lambda *_, **__: pytest.fail("it was given to the parser"))
    found = feed_of(with_entities(declared).encode(encoding), AT)
    assert isinstance(found, Problem)
    assert found.code == "entity-expansion"


def test_an_encoding_that_hides_angle_brackets_hides_no_entities():
    raw = b'<?xml version="1.0" encoding="utf-7"?>' + with_entities(LAUGHS).removeprefix(
        '<?xml version="1.0"?>'
    ).encode("utf-7")
    found = feed_of(raw, AT, charset="utf-7")
    assert isinstance(found, Problem)


@pytest.mark.parametrize("codec", ["zlib", "punycode", "unicode_escape", "rot13", "no-such"])
def test_a_codec_that_is_no_encoding_is_not_used(codec):
    raw = f'<?xml version="1.0" encoding="{codec}"?><rss><channel><title>A \\u0041</title></channel></rss>'.encode()
    found = feed_of(raw, AT)
    assert isinstance(found, Feed)
    assert found.title == "A \\u0041"


def test_entities_that_name_a_character_are_read():
    declared = '<!DOCTYPE rss [<!ENTITY nbsp "&#160;"><!ENTITY eacute "&#233;">]>'
    raw = "<rss><channel><title>Caf&eacute;</title></channel></rss>"
    found = feed_of((declared + raw).encode(), AT)
    assert isinstance(found, Feed)
    assert found.title == "Café"


@pytest.mark.parametrize("root", ["urlset", "opml"])
def test_site_maps_and_lists_refuse_them_too(root):
    raw = with_entities(LAUGHS, root).encode()
    if root == "opml":
        assert [problem.code for problem in feeds_listed(raw, AT)[1]] == ["entity-expansion"]
    else:
        found = sitemap_of(raw, AT)
        assert isinstance(found, Problem)
        assert found.code == "entity-expansion"


def test_a_million_entries_end_in_bounded_time_and_memory_with_the_count_taken():
    began = time.process_time()
    raw = b"<rss><channel><title>A</title>" + b"<item><title>x</title></item>" * 1_000_000 + b"</channel></rss>"
    found = feed_of(raw, AT)
    assert isinstance(found, Feed)
    assert len(found.entries) == feeds.MAX_ENTRIES
    (said,) = [problem for problem in found.problems if problem.code == "feed-cut"]
    assert f"{feeds.MAX_ENTRIES:,} entries were taken" in said.message
    assert time.process_time() - began < 10


def test_a_feed_cut_by_its_entries_is_not_called_broken(monkeypatch):
    monkeypatch.setattr(feeds, "MAX_ENTRIES", 3)
    for root, before, after in (
        ("rss", "<channel><title>A</title>", "</channel>"),
        ("rdf:RDF", "<channel><title>A</title></channel>", ""),
        ("feed", "<title>A</title>", ""),
    ):
        entry = "entry" if root == "feed" else "item"
        space = ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"' if root == "rdf:RDF" else ""
        inner = before + f"<{entry}><title>x</title></{entry}>" * 9 + after
        found = feed_of(f"<{root}{space}>{inner}</{root}>".encode(), AT)
        assert isinstance(found, Feed)
        assert len(found.entries) == 3
        assert [problem.code for problem in found.problems] == ["feed-cut"]


def test_beyond_its_bytes_a_feed_is_cut_at_the_last_whole_entry(monkeypatch):
    monkeypatch.setattr(feeds, "MAX_FEED_BYTES", 200)
    found = feed_of(b"<rss><channel><title>A</title>" + b"<item><title>words</title></item>" * 50, AT)
    assert isinstance(found, Feed)
    assert [entry.headline for entry in found.entries] == ["words"] * 4  # a fifth may be cut
    assert [problem.code for problem in found.problems] == ["feed-cut"]


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        ("<a>" * 100_000, "too-deep"),
        ("<a/>" * 200_000, "too-large"),
        ("<" * 600_000, "too-large"),
        ("&" * 600_000, "too-large"),
        ("<a " + "b='c' " * 300_000 + ">", "too-large"),
    ],
)
def test_what_would_take_a_parser_long_is_refused_at_once(inner, code):
    began = time.process_time()
    found = feed_of(f"<rss><channel>{inner}</channel></rss>".encode(), AT)
    assert isinstance(found, Problem)
    assert found.code == code
    assert time.process_time() - began < 3


def test_what_a_parser_cannot_bear_is_a_problem(monkeypatch):
    import feedparser

    def fails(*_, **__):
        raise AssertionError("a fault of its own")

    monkeypatch.setattr(feedparser, "parse", fails)
    found = feed_of(b"<rss><channel><title>A</title></channel></rss>", AT)
    assert isinstance(found, Problem)
    assert found.code == "broken-feed"


def test_a_character_beyond_all_characters_is_no_fault_of_ours():
    found = feed_of(b"<rss><channel><title>A &#x110000000; b</title><item><title>x</title>", AT)
    assert isinstance(found, (Feed, Problem))


def test_a_run_of_comments_is_looked_through_once():
    began = time.process_time()
    assert shape_of(b"<!-- a -->" * 6000 + b"<other>", "a.xml") is Shape.TEXT
    assert shape_of(b"<!-- a -->" * 60 + b"<rss>", "a.xml") is Shape.FEED
    assert time.process_time() - began < 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_a_feed_is_known_for_one_in_any_encoding(encoding):
    raw = '<?xml version="1.0"?>\n<!DOCTYPE rss [<!ENTITY a "b">]>\n<!-- x --><rss version="2.0"><channel>'.encode(
        encoding
    )
    assert shape_of(raw, "a") is Shape.FEED
