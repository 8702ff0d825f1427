"""Feeds: read by feedparser, of the shape of JSON Feed 1.1, with ids that stay, and words that stay words."""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import feedparser
import jsonschema
import pytest
from tests.present import ferry
from tests.present.exports.accounts import HOSTILE, hostile
from tests.present.questions.kept import archive, expulsion

from rashomon.present import questions
from rashomon.present.exports import feeds
from rashomon.present.exports.identity import iri
from rashomon.present.questions import Asked

BASE = "https://desk.example"
ITEM = {
    "type": "object",
    "required": ["id", "url", "content_text"],
    "properties": {
        **{name: {"type": "string", "minLength": 1} for name in ("id", "url", "title", "content_text")},
        **{
            name: {"type": "string", "pattern": "^\\d{4}-\\d\\d-\\d\\dT.*Z$"}
            for name in ("date_published", "date_modified")
        },
        "tags": {"type": "array", "items": {"type": "string"}},
    },
    "additionalProperties": False,
}
FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        **{name: {"type": "string", "pattern": "^https?://"} for name in ("home_page_url", "feed_url")},
        "items": {"type": "array", "items": ITEM},
    },
}


def path(*ids):
    return "/stories/" + "#claim-".join(ids)


def both(*accounts, base=BASE):
    with archive(*accounts).view() as view:
        stories = questions.stories(view, Asked(), limit=50).results
        claims = questions.claims(view, Asked(standing="disputed"), limit=50).results
    return feeds.of_stories(stories, base, address=path), feeds.of_disputed(claims, base, address=path)


@pytest.mark.parametrize("accounts", [(), (ferry.account(),), (hostile(), expulsion())], ids=["two", "one", "hostile"])
def test_both_forms_are_what_their_readers_take_and_say_the_same(accounts):
    for feed in both(*accounts):
        octets = feeds.atom(feed)
        ET.fromstring(octets)
        read = feedparser.parse(octets)
        assert not read.bozo
        assert read.version == "atom10"
        row = json.loads(feeds.json_feed(feed))
        jsonschema.Draft202012Validator(FEED).validate(row)
        assert [entry.id for entry in read.entries] == [item["id"] for item in row["items"]]
        assert [entry.link for entry in read.entries] == [item["url"] for item in row["items"]]
        assert read.feed.id.startswith("tag:")
        assert read.feed.updated == max((e.updated for e in read.entries), default="1970-01-01T00:00:00Z")
        assert {"self", "alternate"} == {link.rel for link in read.feed.links}


def test_a_story_stands_with_its_state_and_is_updated_when_its_newest_report_came():
    stories, _ = both()
    bridge, envoys = stories.entries
    assert bridge.id == iri("story", "s1")
    assert bridge.address == f"{BASE}/stories/s1"
    assert bridge.title == "Harrow Sound bridge closed"
    assert bridge.summary.startswith("5 reports by Harrow Courier, The Sentinel")
    assert "1 disputed" in bridge.summary
    assert str(bridge.updated) == "2031-05-12 11:05:00+00:00"
    assert str(bridge.published) == "2031-05-12 08:05:00+00:00"
    assert envoys.tags == ("denied",)


def test_a_disputed_claim_stands_with_what_each_report_says():
    _, disputed = both()
    (entry,) = disputed.entries
    assert entry.id == iri("story", "s1", "claim", "c1")
    assert entry.address == f"{BASE}/stories/s1#claim-c1"
    assert "The Sentinel: proposed (says engineers)" in entry.summary
    assert entry.summary.startswith(
        "disputed on status: told as done by 2 of 4 reports, as underway by 1, as proposed by 1, in: Harrow"
    )


def test_ids_stay_where_the_archive_moves():
    here, there = both(base="http://127.0.0.1:8000"), both(base=BASE)
    for mine, theirs in zip(here, there, strict=True):
        assert [entry.id for entry in mine.entries] == [entry.id for entry in theirs.entries]
        assert [entry.address for entry in mine.entries] != [entry.address for entry in theirs.entries]


def test_what_has_no_time_has_the_beginning_of_1970():
    timeless = tuple(replace(document, published_at=None) for document in ferry.DOCUMENTS.values())
    stories, disputed = both(replace(ferry.account(), documents=timeless))
    assert "<updated>1970-01-01T00:00:00Z</updated>" in feeds.atom(stories).decode()
    assert "date_published" not in json.loads(feeds.json_feed(disputed))["items"][0]


def test_hostile_words_are_words():
    stories, _ = both(hostile())
    octets = feeds.atom(stories)
    for steering in ("\x1b", "\u202e", "\ufffe"):
        assert steering not in octets.decode()
    assert "<script>" not in octets.decode()
    title = ET.fromstring(octets).find("{*}entry/{*}title").text
    assert "<script>alert(1)</script>&" in title
    assert len(title) >= len(HOSTILE)
