"""Lists of feeds: OPML with its groups, and texts with an address a line."""

from __future__ import annotations

from rashomon.ingest.feed_lists import feeds_listed

OPML = """<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Coast"><outline text="North"><outline type="rss" text="The Alder Courier" xmlUrl="https://a.example/rss?x=1&y=2"/></outline>
<outline TITLE="The Brook Post" xmlurl="feed://b.example/rss"/></outline>
<outline text="again" xmlUrl="https://a.example/rss?x=1&amp;y=2"/><outline text="local" xmlUrl="/etc/passwd"/>
</body></opml>"""


def codes(problems):
    return [problem.code for problem in problems]


def test_opml_gives_addresses_with_names_and_groups_each_once():
    found, problems = feeds_listed(OPML.encode(), "feeds.opml")
    assert [(feed.address, feed.name, feed.groups) for feed in found] == [
        ("https://a.example/rss?x=1&y=2", "The Alder Courier", ("Coast", "North")),
        ("http://b.example/rss", "The Brook Post", ("Coast",)),
    ]
    assert sorted(codes(problems)) == ["address-not-understood", "listed-twice"]


def test_broken_opml_gives_what_stood_before():
    found, problems = feeds_listed(OPML.split('<outline text="again"', maxsplit=1)[0].encode(), "feeds.opml")
    assert len(found) == 2
    assert codes(problems) == ["broken-xml"]


def test_a_text_has_an_address_a_line_comments_and_names():
    text = "# mine\nhttps://a.example/rss#top The Alder Courier # the old one\n\n  https://b.example/rss\nnonsense\n"
    found, problems = feeds_listed(text.encode("utf-8-sig"), "feeds.txt")
    assert [(feed.address, feed.name) for feed in found] == [
        ("https://a.example/rss#top", "The Alder Courier"),
        ("https://b.example/rss", None),
    ]
    assert codes(problems) == ["address-not-understood"]


def test_a_list_without_a_feed_is_a_problem():
    for raw in (b"", b"# nothing yet\n", b"<opml><body/></opml>"):
        assert codes(feeds_listed(raw, "feeds.txt")[1]) == ["empty-list"]


def test_outlines_nested_beyond_reason_are_a_problem():
    raw = b"<opml><body>" + b"<outline text='x'>" * 5000
    assert codes(feeds_listed(raw, "feeds.opml")[1]) == ["too-deep"]
