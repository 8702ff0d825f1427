"""Feeds followed over real connections to a small web on this machine, into an archive in a file."""

from __future__ import annotations

import gzip
import time

import pytest
from tests.archive.newsstand import WORDS, page
from tests.ingest.web import Web, drips, leads, says

from rashomon.archive import Archive, Summary
from rashomon.archive.watching import Clock, Outcome, Watcher
from rashomon.pipeline import Pipeline
from rashomon.settings import Settings
from rashomon.stores import open_store

FEED = "http://post.example/rss"


@pytest.fixture
def web():
    made = Web()
    yield made
    made.close()


def rss(*paths):
    items = "".join(f"<item><title>Report {path}</title><link>{path}</link></item>" for path in paths)
    return f"<rss><channel><title>The Alder Courier</title>{items}</channel></rss>".encode()


def followed(web, archive, *named, problems=None, later=0.0, total_seconds=60.0):
    """One round over an archive in a file, without reading or grouping."""
    store = open_store(archive)
    try:
        desk = Archive(store, Pipeline(Settings()))
        desk.bring_up_to_date = lambda *_: Summary()
        with web.fetcher(attempts=1, total_seconds=total_seconds) as fetcher:
            watcher = Watcher(
                named or (FEED,),
                store=store,
                fetcher=fetcher,
                take=lambda pages, via: desk.take_in(pages, via=via),
                clock=Clock(wall=lambda: time.time() + later),
                report=(problems if problems is not None else []).append,
            )
            visits = list(watcher.once())
        with store.view() as view:
            return visits, view.counts(), [seen for _, seen in view.log()]
    finally:
        store.close()


def test_what_a_feed_leads_to_stands_in_the_archive_with_its_way_there(web, tmp_path):
    cyrillic = (
        "<html><body><p>Мост в Орске закрыт на неделю, сказал мэр города в понедельник вечером.</p></body></html>"
    )
    web.answers |= {
        "/rss": says(rss("/1", "/2", "http://mail.example/3"), ETag='"1"'),
        "/1": says(page("One")),
        "/2": leads("http://wire.example/moved"),
        "wire.example/moved": says(page("Two", WORDS.replace("ferry", "tug"))),
        "mail.example/3": says(cyrillic.encode("koi8-r"), Content_Type="text/html; charset=koi8-r"),
    }
    problems = []
    (visited,), counts, log = followed(web, tmp_path / "a.db", problems=problems)
    assert (visited.taken, visited.set_aside, counts.documents, counts.originals) == (3, 0, 3, 3)
    assert {seen.via for seen in log} == {FEED}
    assert {seen.address for seen in log} == {
        "http://post.example/1",
        "http://wire.example/moved",
        "http://mail.example/3",
    }


def test_addresses_of_this_machine_endless_answers_and_bombs_are_set_aside_by_name(web, tmp_path):
    web.answers |= {
        "/rss": says(rss("/in", "/meta", "/slow", "/bomb", "http://127.0.0.1:1/x", "/1")),
        "/in": leads("http://127.0.0.1/admin"),
        "/meta": leads("http://169.254.169.254/latest"),
        "/slow": drips(b"<p>words</p>", head=b"HTTP/1.1 200 OK\r\n\r\n"),
        "/bomb": says(gzip.compress(b" " * 3_000_000), Content_Encoding="gzip"),
        "/1": says(page("One")),
    }
    problems = []
    (visited,), counts, log = followed(web, tmp_path / "a.db", problems=problems, total_seconds=3.0)
    assert counts.documents == 1
    assert visited.set_aside == 5
    assert sorted(problem.code for problem in problems) == sorted(
        seen.problem.code for seen in log if seen.problem is not None
    )
    assert [problem.code for problem in problems].count("address-private") == 3


def test_a_feed_that_did_not_change_is_answered_without_a_body(web, tmp_path):
    asked = []

    def answers(handler):
        asked.append(handler.headers.get("If-None-Match"))
        says(b"", 304)(handler) if asked[-1] else says(rss("/1"), ETag='"1"')(handler)

    web.answers |= {"/rss": answers, "/1": says(page("One"))}
    followed(web, tmp_path / "a.db")
    (visited,), _, _ = followed(web, tmp_path / "a.db", later=3600.0)
    assert visited.outcome is Outcome.UNCHANGED
    assert asked == [None, '"1"']


def test_a_gzipped_site_map_is_followed(web, tmp_path):
    web.answers |= {
        "/map.xml.gz": says(gzip.compress(b"<urlset><url><loc>http://post.example/1</loc></url></urlset>")),
        "/1": says(page("One")),
    }
    (visited,), counts, _ = followed(web, tmp_path / "a.db", "http://post.example/map.xml.gz")
    assert (visited.taken, counts.documents) == (1, 1)
