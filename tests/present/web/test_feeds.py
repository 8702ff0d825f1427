"""Feeds of a served archive: there for who may read, with addresses of this server, and sent once."""

import json

import feedparser
import pytest
from tests.present import served as served_archive
from tests.present.questions.kept import archive

from rashomon.present.server.service import Service
from rashomon.settings import Settings
from rashomon.stores import MEMORY

FEEDS = [f"/feeds/{name}.{form}" for name in ("stories", "disputed") for form in ("atom", "json")]


@pytest.fixture
def serving():
    made = []

    def make(**settings):
        made.append(Service(Settings(archive=MEMORY, **settings), archive(), now=lambda: served_archive.NOW))
        return served_archive.client(made[-1])

    yield make
    for service in made:
        service.close()


@pytest.mark.parametrize("name", ["stories", "disputed"])
def test_both_forms_are_there_with_addresses_of_this_server(serving, name):
    browser = serving()
    atom, row = (browser.get(f"/feeds/{name}.{form}") for form in ("atom", "json"))
    assert atom.headers["content-type"].startswith("application/atom+xml")
    assert row.headers["content-type"].startswith("application/feed+json")
    read = feedparser.parse(atom.content)
    assert not read.bozo
    assert [entry.link for entry in read.entries] == [item["url"] for item in json.loads(row.content)["items"]]
    assert read.entries[0].link.startswith(f"{served_archive.BASE}/stories/s1")
    assert json.loads(row.content)["feed_url"] == f"{served_archive.BASE}/feeds/{name}.json"


def test_what_the_reader_has_already_is_not_sent_again(serving):
    browser = serving()
    first = browser.get("/feeds/stories.atom")
    again = browser.get("/feeds/stories.atom", headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    other = browser.get("/feeds/stories.atom", headers={"If-None-Match": '"other"'})
    assert other.content == first.content


@pytest.mark.parametrize("address", FEEDS)
def test_nobody_between_keeps_a_feed_for_others(serving, address):
    browser = serving()
    first = browser.get(address)
    again = browser.get(address, headers={"If-None-Match": first.headers["etag"]})
    for answer in (first, again):
        assert answer.headers["cache-control"] == "private, no-cache"
        assert {"Authorization", "Cookie"} <= {each.strip() for each in answer.headers["vary"].split(",")}


@pytest.mark.parametrize(
    ("names", "host", "base"),
    [
        ("", "127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("desk.example.org,news.example.org", "127.0.0.1:8000", "http://desk.example.org"),
        ("desk.example.org,news.example.org", "news.example.org:8443", "http://news.example.org:8443"),
    ],
)
def test_a_feed_names_a_host_that_was_set(serving, names, host, base):
    browser = serving(public_names=names)
    served_archive.keyed(browser, browser.app.state.service)
    row = browser.get("/feeds/stories.json", headers={"Host": host}).json()
    assert row["feed_url"] == f"{base}/feeds/stories.json"
    assert all(item["url"].startswith(f"{base}/stories/") for item in row["items"])
    assert browser.get("/feeds/stories.json", headers={"Host": "evil.example"}).status_code == 421


@pytest.mark.parametrize("address", FEEDS)
def test_elsewhere_a_feed_needs_a_key(serving, address):
    assert serving(host="0.0.0.0").get(address).status_code == 401


def test_every_page_names_the_feeds(serving):
    front = serving().get("/").text
    assert front.count('rel="alternate" type="application/atom+xml"') == 2
    assert 'href="/feeds/disputed.atom"' in front
