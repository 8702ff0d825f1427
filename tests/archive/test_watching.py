"""Feeds are followed: what is new or changed is fetched and taken in, once, whatever fails on the way."""

from __future__ import annotations

from html import escape

import pytest
from tests.archive.newsstand import SITE, WORDS, Newsstand, page, rss

from rashomon.archive import watching_feeds
from rashomon.archive.watching import Outcome
from rashomon.archive.watching_state import STREAM
from rashomon.ingest import again

LONG_WORDS = escape(WORDS * 6)


@pytest.fixture
def stand():
    made = Newsstand()
    made.web.answers |= {
        "/rss": rss(("/1", "Ferry aground"), ("/2", "Bridge closed")),
        "/1": page("Ferry aground"),
        "/2": page("Bridge closed"),
    }
    return made


def test_entries_are_fetched_in_the_order_they_came_out_and_taken_in_with_their_feed(stand):
    (visited,) = stand.once()
    assert stand.titles() == ["/1", "/2"]
    assert stand.via == [f"{SITE}/rss"]
    assert (visited.outcome, visited.name, visited.entries, visited.new, visited.taken) == (
        Outcome.READ, "The Alder Courier", 2, 2, 2,
    )  # fmt: skip
    first = stand.taken[0]
    assert again(first.octets, address=first.address) == first


def test_what_our_own_rules_refuse_is_not_held_against_a_feed(stand):
    feed = stand.web.answers["/rss"]
    stand.web.answers["/rss"] = "address-private"
    (visited,) = stand.once()
    assert visited.outcome is Outcome.FAILED
    assert stand.codes() == ["address-private"]
    stand.web.answers["/rss"] = feed
    assert [visited.outcome for visited in stand.once()] == [Outcome.READ]


def test_what_a_host_refuses_is_left_alone_unless_all_are_asked_now(stand):
    feed = stand.web.answers["/rss"]
    stand.web.answers["/rss"] = "address-busy"
    stand.once()
    stand.web.answers["/rss"] = feed
    assert [visited.outcome for visited in stand.once()] == [Outcome.NOT_DUE]
    assert [visited.outcome for visited in stand.once(at_once=True)] == [Outcome.READ]


def test_another_run_asks_when_it_is_due_and_takes_nothing_twice(stand):
    stand.once()
    (visited,) = stand.once()
    assert visited.outcome is Outcome.NOT_DUE
    assert stand.web.asked.count("/rss") == 1
    stand.passes(1801)
    (visited,) = stand.once()
    assert visited.outcome is Outcome.UNCHANGED
    assert stand.web.asked == ["/rss", "/1", "/2", "/rss"]


def test_an_entry_that_was_changed_is_fetched_again_and_the_rest_is_not(stand):
    stand.once()
    stand.passes(7200)
    stand.web.answers["/rss"] = rss(("/1", "Ferry aground, freed"), ("/2", "Bridge closed"), ("/3", "Mayor resigns"))
    stand.web.answers["/3"] = page("Mayor resigns")
    (visited,) = stand.once()
    assert stand.titles() == ["/1", "/2", "/1", "/3"]
    assert (visited.new, visited.changed) == (1, 1)


def test_an_entry_whose_time_of_update_moves_is_fetched_again(stand):
    entry = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title><entry><id>1</id><title>Ferry</title>"
        f"<link href='{SITE}/1'/><published>2021-09-06T10:00:00Z</published><updated>%s</updated></entry></feed>"
    )
    for updated in ("2021-09-06T10:00:00Z", "2021-09-06T11:00:00Z", "2021-09-06T11:00:00Z"):
        stand.web.answers["/rss"] = (entry % updated).encode() + b"<!-- served anew -->" * len(stand.taken)
        stand.once()
        stand.passes(7200)
    assert stand.titles() == ["/1", "/1"]


def test_where_the_page_cannot_be_had_the_entrys_own_words_are_taken(stand):
    stand.web.answers["/rss"] = rss(
        ("/gone", "Ferry aground", f"<description>{LONG_WORDS}</description>"), ("/gone2", "In brief", "Short.")
    )
    (visited,) = stand.once()
    (own,) = stand.taken
    assert "Ada Lind" in own.text
    assert own.given.address == f"{SITE}/gone"
    assert again(own.octets, address=own.address) == own
    assert (visited.taken, visited.set_aside) == (1, 1)
    assert stand.codes() == ["address-not-there"]


def test_a_page_that_cannot_be_had_for_now_is_tried_again_three_times_and_no_more(stand):
    stand.web.answers["/2"] = "address-too-slow"
    for _ in range(5):
        stand.once()
        stand.passes(7200)
    assert stand.web.asked.count("/2") == 3
    assert stand.web.asked.count("/1") == 1


def test_a_page_that_is_back_is_taken_though_the_feed_did_not_change(stand):
    stand.web.answers["/2"] = "address-busy"
    (visited,) = stand.once()
    assert visited.left == 1
    stand.web.answers["/2"] = page("Bridge closed")
    stand.passes(7200)
    stand.once()
    assert stand.titles() == ["/1", "/2"]


def test_a_host_that_answers_nothing_is_not_asked_for_every_entry(stand):
    stand.web.answers["/rss"] = rss(*((f"/slow{n}", f"Report {n}") for n in range(60)))
    stand.web.answers |= {f"/slow{n}": "address-too-slow" for n in range(60)}
    (visited,) = stand.once()
    assert visited.left == 60
    assert len(stand.web.asked) < 20


def test_a_feed_that_fails_is_left_alone_for_longer_each_time_and_named(stand):
    stand.web.answers["/rss"] = "address-not-fetched"
    waits = []
    for _ in range(12):
        (visited,) = stand.once()
        assert visited.outcome is Outcome.FAILED
        waits.append(visited.again_seconds)
        stand.passes(visited.again_seconds + 1)
    assert waits[:3] == [600.0, 1200.0, 2400.0]
    assert waits[-1] == 24 * 3600.0
    assert stand.codes() == ["address-not-fetched"] * 12


def test_what_is_no_feed_fails_with_its_reason(stand):
    (visited,) = stand.once(f"{SITE}/1")
    assert visited.outcome is Outcome.FAILED
    assert stand.codes() == ["no-feed"]


def test_a_large_feed_is_taken_in_bounded_batches_over_several_visits(stand, monkeypatch):
    monkeypatch.setattr(watching_feeds, "BATCH", 4)
    monkeypatch.setattr(watching_feeds, "MOST_ENTRIES", 10)
    stand.web.answers["/rss"] = rss(*((f"/{n}", f"Report {n}") for n in range(25)))
    stand.web.answers |= {f"/{n}": page(f"Report {n}") for n in range(25)}
    left = []
    for _ in range(3):
        (visited,) = stand.once()
        left.append(visited.left)
        stand.passes(301)
    assert left == [15, 5, 0]
    assert stand.batches == [4, 4, 2, 4, 4, 2, 4, 1]
    assert stand.titles()[:10] == [f"/{n}" for n in range(15, 25)]
    assert sorted(stand.titles()) == sorted(f"/{n}" for n in range(25))


def test_an_interruption_costs_only_the_batch_that_was_under_way(stand, monkeypatch):
    monkeypatch.setattr(watching_feeds, "BATCH", 2)
    stand.web.answers["/rss"] = rss(*((f"/{n}", f"Report {n}") for n in range(6)))
    stand.web.answers |= {f"/{n}": page(f"Report {n}") for n in range(6)}

    def interrupted(pages, via):
        if len(stand.batches) == 1:
            raise KeyboardInterrupt
        return stand.take(pages, via)

    with pytest.raises(KeyboardInterrupt):
        stand.once(take=interrupted)
    assert stand.titles() == ["/0", "/1"]
    stand.once()
    assert stand.titles() == [f"/{n}" for n in range(6)]


def test_the_same_report_in_two_feeds_is_fetched_once_in_a_run(stand):
    stand.web.answers["/front"] = rss(("/1", "Ferry aground: all we know"))
    stand.once(f"{SITE}/rss", f"{SITE}/front")
    assert stand.titles() == ["/1", "/2"]


def test_site_maps_of_an_index_are_asked_when_they_changed(stand):
    index = """<sitemapindex><sitemap><loc>{0}/a.xml</loc><lastmod>{1}</lastmod></sitemap>
        <sitemap><loc>{0}/maps</loc><lastmod>2021-09-01</lastmod></sitemap></sitemapindex>"""
    stand.web.answers["/maps"] = index.format(SITE, "2021-09-06T09:00:00Z").encode()
    stand.web.answers["/a.xml"] = f"<urlset><url><loc>{SITE}/1</loc></url></urlset>".encode()
    visits = stand.once(f"{SITE}/maps")
    assert [visited.address.removeprefix(SITE) for visited in visits] == ["/a.xml", "/maps"]
    assert stand.titles() == ["/1"]
    stand.passes(7200)
    stand.web.answers["/maps"] += b" "
    stand.once(f"{SITE}/maps")
    assert stand.web.asked.count("/a.xml") == 1
    stand.passes(7200)
    stand.web.answers["/maps"] = index.format(SITE, "2021-09-07T09:00:00Z").encode()
    stand.once(f"{SITE}/maps")
    assert stand.web.asked.count("/a.xml") == 2


def test_indexes_that_name_each_other_come_to_an_end(stand):
    one = "<sitemapindex><sitemap><loc>{0}/{1}</loc></sitemap></sitemapindex>"
    stand.web.answers["/m1"] = one.format(SITE, "m2").encode()
    stand.web.answers["/m2"] = one.format(SITE, "m1").encode()
    stand.once(f"{SITE}/m1")
    assert stand.codes() == ["index-too-deep"]


def test_lists_name_feeds_and_are_read_again(stand, tmp_path):
    feeds = tmp_path / "feeds.txt"
    feeds.write_text(f"{SITE}/rss Courier\n{SITE}/rss\n")
    watcher = stand.watcher(str(feeds), str(tmp_path / "missing.opml"))
    rounds = watcher.forever()
    assert next(rounds).name == "Courier"
    feeds.write_text(f"{SITE}/front\n")
    stand.web.answers["/front"] = rss(("/3", "Mayor resigns"))
    stand.web.answers["/3"] = page("Mayor resigns")
    assert next(rounds).address == f"{SITE}/front"
    assert stand.codes().count("listed-twice") == 1
    assert stand.codes().count("not-found") == 1


def test_how_often_a_feed_is_asked_follows_how_often_it_changes(stand):
    rounds = stand.watcher(f"{SITE}/rss").forever()
    quiet = [next(rounds).again_seconds for _ in range(12)]
    assert quiet[0] == 1800.0
    assert quiet == sorted(quiet)
    assert quiet[-1] == 6 * 3600.0
    busy = []
    for number in range(3, 20):
        stand.web.answers["/rss"] = rss(*((f"/{n}", f"Report {n}") for n in range(1, number)))
        busy.append(next(rounds).again_seconds)
    assert busy[-1] == 300.0


def test_the_feeds_own_wish_is_kept_to(stand):
    more = "<ttl>240</ttl><skipHours>" + "".join(f"<hour>{hour}</hour>" for hour in range(9, 23)) + "</skipHours>"
    stand.web.answers["/rss"] = rss(("/1", "Ferry aground"), more=more)
    stand.once()
    stand.passes(1801)
    (visited,) = stand.once()
    assert visited.outcome is Outcome.NOT_DUE  # the next hour that is not silent
    stand.wall, stand.steady = stand.wall + 24 * 3600, stand.steady + 24 * 3600
    stand.web.answers["/rss"] = rss(("/1", "Ferry aground"), ("/2", "Bridge closed"), more=more)
    (visited,) = stand.once()
    assert visited.again_seconds >= 240 * 60


def test_a_clock_set_back_between_runs_is_named_and_delays_by_no_more_than_the_interval(stand):
    stand.once()
    stand.wall -= 30 * 24 * 3600
    (visited,) = stand.once()
    assert visited.again_seconds <= 1800
    assert stand.codes() == ["clock-went-back"]
    stand.problems.clear()
    rounds = stand.watcher(f"{SITE}/rss").forever()
    assert next(rounds).outcome is Outcome.UNCHANGED


def test_a_clock_set_back_within_a_run_changes_nothing_but_is_named(stand):
    watcher = stand.watcher(f"{SITE}/rss")
    rounds = watcher.forever()
    next(rounds)
    stand.wall -= 10 * 24 * 3600
    before = stand.steady
    assert next(rounds).outcome is Outcome.UNCHANGED
    assert stand.steady - before <= 1861
    next(rounds)
    assert stand.codes() == ["clock-went-back"]


def test_a_state_that_cannot_be_read_is_named_and_begun_anew(stand):
    stand.once()
    with stand.store.writer() as writer:
        writer.keep_stream(STREAM, {f"{SITE}/rss": b"{nonsense"})
    (visited,) = stand.once()
    assert visited.new == 2
    assert stand.codes() == ["feed-state-lost"]


def test_what_is_remembered_of_a_feed_is_bounded(stand, monkeypatch):
    monkeypatch.setattr("rashomon.archive.watching_state.LEAST_REMEMBERED", 5)
    for start in range(0, 40, 4):
        stand.web.answers["/rss"] = rss(*((f"/{n}", f"Report {n}") for n in range(start, start + 4)))
        stand.web.answers |= {f"/{n}": page(f"Report {n}") for n in range(start, start + 4)}
        stand.once()
        stand.passes(7 * 3600)
    assert len(stand.taken) == 40
    with stand.store.view() as view:
        row = view.stream_row(STREAM, f"{SITE}/rss") or b""
    assert row.count(b':"') <= 8 + 5
