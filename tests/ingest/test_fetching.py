"""Addresses are fetched from a small web on this machine, whose hosts have public numbers and every kind of fault."""

from __future__ import annotations

import gzip
import socket
import struct
import threading
import time
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import brotli
import pytest
from tests.ingest.web import PUBLIC, Web, drips, in_turn, leads, says, sends

from rashomon.core import Problem
from rashomon.ingest import again, pages
from rashomon.ingest.connections import Fetched, Validators

CERTIFICATE = Path(__file__).parent / "post.example.pem"
PAGE = b"<html><title>Harbour closes</title><p>The harbour closed at noon.</p></html>"
ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


@pytest.fixture(scope="module")
def server():
    """One server for all these tests."""
    made = Web()
    yield made
    made.close()


@pytest.fixture
def web(server):
    """The small web, without memory of the test before."""
    server.begin()
    return server


def code_of(found) -> str:
    assert isinstance(found, Problem), found
    assert (found.stage, found.fatal) == ("ingest", True)
    assert found.address
    assert found.address in found.message
    return found.code


def test_a_page_comes_with_its_kind_its_encoding_and_its_validators(web):
    web.answers["/a"] = says(PAGE, Content_Type='TEXT/HTML; Charset="Windows-1252"', ETag='"v1"', Last_Modified="Mon")
    found = web.fetch("http://post.example/a#top")
    assert isinstance(found, Fetched)
    assert (found.asked, found.address, found.status) == ("http://post.example/a", "http://post.example/a", 200)
    assert (found.octets, found.content_type, found.charset) == (PAGE, "text/html", "windows-1252")
    assert found.validators == Validators(etag='"v1"', last_modified="Mon")
    assert abs(found.at - datetime.now(UTC)) < timedelta(minutes=1)
    asked = web.asked[-1]
    assert asked.headers["User-Agent"] == "Rashomon"
    assert asked.headers["Host"] == "post.example"


@pytest.mark.parametrize("said", ["text/html; charset=klingon", "text/html; charset=base64", "nonsense", ""])
def test_a_wrong_charset_or_kind_is_no_kind_and_no_fault(web, said):
    web.answers["/a"] = says(PAGE, Content_Type=said)
    found = web.fetch("http://post.example/a")
    assert (found.octets, found.charset) == (PAGE, None)


@pytest.mark.parametrize(
    "address", ["ftp://post.example/a", "post.example/a", "http://", "http://a b/", "javascript:x"]
)
def test_what_is_no_web_address_is_refused_with_a_reason(web, address):
    assert code_of(web.fetch(address)) == "address-not-understood"
    assert not web.world.lookups


# ---- where an address may lead


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "169.254.169.254", "10.1.2.3", "100.64.0.1", "192.168.1.1", "0.0.0.0", "224.0.0.1",
        "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]",
        "[fd00::1]", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0x7f.1", "127.0.0.1.", "%31%32%37.0.0.1",
        "\uff11\uff12\uff17.0.0.1", "127\u30020\u30020\u30021",
    ],
)  # fmt: skip
def test_no_spelling_of_a_private_address_is_connected_to(web, host):
    web.world.names["localhost"] = ["127.0.0.1"]
    found = web.fetch(f"http://{host}/a")
    assert code_of(found) == "address-private"
    assert "fetch_private" in found.message
    assert not web.world.connections


def test_a_name_that_resolves_to_a_private_address_is_refused(web):
    web.world.names["inner.example"] = ["10.0.0.7"]
    assert code_of(web.fetch("https://inner.example/")) == "address-private"
    assert not web.world.connections


def test_of_a_name_with_several_addresses_only_public_ones_are_connected_to(web):
    web.world.names["mixed.example"] = ["127.0.0.1", "fe80::1", PUBLIC]
    web.answers["/a"] = says(PAGE)
    assert web.fetch("http://mixed.example/a").octets == PAGE
    assert {address for address, _ in web.world.connections} == {PUBLIC}


def test_a_name_that_changes_its_address_between_check_and_connection_gains_nothing(web):
    numbers = iter([[PUBLIC]] + [["127.0.0.1"]] * 9)
    web.world.names["turning.example"] = lambda: next(numbers)
    web.answers["/robots.txt"] = says(b"", Connection="close")
    web.answers["/a"] = says(PAGE)
    assert code_of(web.fetch("http://turning.example/a")) == "address-private"
    assert web.world.connections == [(PUBLIC, 80)]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("to", ["http://127.0.0.1/admin", "http://169.254.169.254/latest/", "http://inner.example/"])
def test_a_redirection_into_a_private_network_is_refused(web, status, to):
    web.world.names["inner.example"] = ["192.168.0.9"]
    web.answers["/a"] = leads(to, status)
    found = web.fetch("http://post.example/a")
    assert code_of(found) == "address-private"
    assert to in found.message
    assert {address for address, _ in web.world.connections} == {PUBLIC}


def test_the_settings_can_allow_private_addresses(web):
    web.answers["/a"] = says(PAGE)
    address = f"http://127.0.0.1:{web.world.port}/a"
    assert web.fetch(address, private_addresses=True).octets == PAGE
    assert code_of(web.fetch("http://224.0.0.1/", private_addresses=True)) == "address-private"


def test_proxies_of_the_environment_are_not_used(web, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://10.0.0.1:3128")
    monkeypatch.setenv("ALL_PROXY", "http://10.0.0.1:3128")
    web.answers["/a"] = says(PAGE)
    assert web.fetch("http://post.example/a").octets == PAGE


def test_credentials_go_to_their_own_host_and_into_no_message(web):
    web.answers["post.example/a"] = leads("http://post.example/b")
    web.answers["post.example/b"] = leads("http://someone:other@mail.example/c")
    web.answers["mail.example/c"] = says(b"", 404)
    found = web.fetch("http://anna:s3cret@post.example/a")
    assert code_of(found) == "address-not-there"
    assert not any(word in found.message + (found.address or "") for word in ("s3cret", "anna", "other"))
    sent = {asked.path: asked.headers.get("Authorization") for asked in web.asked if asked.path != "/robots.txt"}
    assert sent == {"/a": "Basic YW5uYTpzM2NyZXQ=", "/b": "Basic YW5uYTpzM2NyZXQ=", "/c": None}
    web.answers["post.example/a"] = says(PAGE)
    answered = web.fetch("http://anna:s3cret@post.example/a")
    assert (answered.asked, answered.address) == ("http://post.example/a", "http://post.example/a")


def test_credentials_in_what_is_no_web_address_are_not_shown_either(web):
    for address in ("ftp://anna:s3cret@post.example/a", "http://anna:s3cret@a b/", "http://anna:s3cret@[::1/"):
        assert "s3cret" not in repr(web.fetch(address))


# ---- redirections


def test_redirections_are_followed_also_to_other_hosts_and_the_end_is_told(web):
    web.answers["post.example/a"] = leads("/b", 301)
    web.answers["post.example/b"] = leads("//mail.example/c?x=1", 308)
    web.answers["mail.example/c?x=1"] = says(PAGE)
    found = web.fetch("http://post.example/a")
    assert (found.asked, found.address) == ("http://post.example/a", "http://mail.example/c?x=1")


def test_a_loop_of_redirections_is_named(web):
    web.answers["/a"], web.answers["/b"] = leads("/b"), leads("/a")
    found = web.fetch("http://post.example/a")
    assert code_of(found) == "address-redirects"
    assert "loop" in found.message
    assert web.paths() == ["/a", "/b"]


def test_a_chain_of_redirections_ends(web):
    for number in range(30):
        web.answers[f"/{number}"] = leads(f"/{number + 1}")
    found = web.fetch("http://post.example/0")
    assert code_of(found) == "address-redirects"
    assert "more than 5 times" in found.message
    assert len(web.paths()) == 6


def test_a_page_that_sets_a_cookie_and_sends_back_is_no_loop(web):
    def door(handler):
        (says(PAGE) if "seen=1" in handler.headers.get("Cookie", "") else leads("/a", Set_Cookie="seen=1"))(handler)

    web.answers["/a"] = door
    assert web.fetch("http://post.example/a").octets == PAGE
    web.answers["/a"] = leads("/a", Set_Cookie="seen=2")
    assert code_of(web.fetch("http://post.example/a")) == "address-redirects"


@pytest.mark.parametrize("to", ["ftp://post.example/a", "javascript:alert(1)", "http://[::1/", "http://x:99999/", ""])
def test_a_redirection_to_what_cannot_be_fetched_is_a_problem(web, to):
    web.answers["/a"] = leads(to)
    assert code_of(web.fetch("http://post.example/a")) == "address-redirects"


def test_a_redirection_in_bytes_of_utf8_is_followed(web):
    web.answers["/a"] = sends("HTTP/1.1 302 Found\r\nLocation: /häfen\r\nContent-Length: 0\r\n\r\n".encode())
    web.answers["/h%C3%A4fen"] = says(PAGE)
    assert web.fetch("http://post.example/a").address == "http://post.example/h%C3%A4fen"


# ---- robots.txt


def test_what_robots_txt_disallows_is_not_asked_for(web):
    web.answers["/robots.txt"] = says(b"User-agent: *\nDisallow: /private\n")
    web.answers["/public"] = says(PAGE)
    with web.fetcher() as fetcher:
        refused = fetcher.fetch("http://post.example/private/a")
        assert fetcher.fetch("http://post.example/public").octets == PAGE
    assert code_of(refused) == "address-disallowed"
    assert "robots.txt" in refused.message
    assert [asked.path for asked in web.asked] == ["/robots.txt", "/public"]


def test_robots_txt_is_read_for_our_name_and_redirections_are_held_to_it(web):
    web.answers["post.example/a"] = leads("http://mail.example/closed")
    web.answers["mail.example/robots.txt"] = says(b"User-agent: *\nAllow: /\n\nUser-agent: rashomon\nDisallow: /closed")
    web.answers["mail.example/closed"] = says(PAGE)
    assert code_of(web.fetch("http://post.example/a")) == "address-disallowed"
    assert web.fetch("http://post.example/a", user_agent="HarbourBot/2").octets == PAGE


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_robots_txt_that_is_not_there_allows_everything(web, status):
    web.answers["/robots.txt"] = says(b"User-agent: *\nDisallow: /", status)
    web.answers["/a"] = says(PAGE)
    assert web.fetch("http://post.example/a").octets == PAGE


@pytest.mark.parametrize("answer", [says(b"", 500), says(b"", 503), says(b"", 429), drips(b"#\n", head=ENDLESS)])
def test_a_host_whose_robots_txt_cannot_be_had_is_not_asked_now(web, answer):
    web.answers["/robots.txt"] = answer
    web.answers["/a"] = says(PAGE)
    with web.fetcher(total_seconds=2.0) as fetcher:
        codes = {code_of(fetcher.fetch(f"http://post.example/{name}")) for name in ("a", "robots.txt/a", "")}
    assert codes <= {"robots-not-known", "address-too-slow"}
    assert web.paths() == []
    assert len(web.asked) == 1


def test_robots_txt_may_redirect_and_has_a_limit(web):
    web.answers["post.example/robots.txt"] = leads("http://mail.example/rules")
    rules = b"User-agent: *\nDisallow: /closed\n" + b"# a comment of some length\n" * 40_000
    web.answers["mail.example/rules"] = says(rules)
    web.answers["/open"] = says(PAGE)
    with web.fetcher() as fetcher:
        assert code_of(fetcher.fetch("http://post.example/closed")) == "address-disallowed"
        assert fetcher.fetch("http://post.example/open").octets == PAGE
    assert [asked.path for asked in web.asked].count("/rules") == 1


@pytest.mark.parametrize("to", ["/robots.txt", "http://127.0.0.1/robots.txt", "ftp://x/"])
def test_a_robots_txt_that_leads_nowhere_reaches_nothing(web, to):
    web.answers["post.example/robots.txt"] = leads(to)
    web.answers["/a"] = says(PAGE)
    found = web.fetch("http://post.example/a")
    assert isinstance(found, Fetched) or code_of(found) == "robots-not-known"
    assert {address for address, _ in web.world.connections} == {PUBLIC}


# ---- turns at a host


def test_between_two_fetches_from_a_host_lies_the_delay_and_between_hosts_none(web, monkeypatch):
    web.answers["/a"] = says(PAGE)
    waits = []
    with web.fetcher(delay_seconds=600.0) as fetcher:
        monkeypatch.setattr(fetcher._fetching.politeness._ended, "wait", waits.append)
        for host in ("post", "mail"):
            assert fetcher.fetch(f"http://{host}.example/a").octets == PAGE
        assert waits == []
        assert fetcher.fetch("http://post.example/a").octets == PAGE
    (waited,) = waits
    assert 0 < waited <= 600


def test_a_crawl_delay_is_kept_up_to_the_longest_wait(web):
    web.answers["post.example/robots.txt"] = says(b"User-agent: *\nCrawl-delay: 0.2\n")
    web.answers["mail.example/robots.txt"] = says(b"User-agent: *\nCrawl-delay: 86400\n")
    web.answers["/a"] = says(PAGE)
    with web.fetcher(most_wait_seconds=0.3) as fetcher:
        for _ in range(2):
            assert fetcher.fetch("http://post.example/a").octets == PAGE
            assert fetcher.fetch("http://mail.example/a").octets == PAGE
    first, second = (asked.at for asked in web.asked if asked.host == "post.example" and asked.path == "/a")
    assert second - first >= 0.19
    first, second = (asked.at for asked in web.asked if asked.host == "mail.example" and asked.path == "/a")
    assert 0.29 <= second - first < 60


def test_a_host_gets_one_request_at_a_time_from_many_threads(web):
    asking, together = [], []

    def slowly(answer):
        def answers(handler):
            asking.append(handler)
            together.append(len(asking))
            time.sleep(0.02)
            asking.pop()  # before the answer: the next one may come as soon as it is there
            answer(handler)

        return answers

    web.answers["/a"], web.answers["/robots.txt"] = slowly(says(PAGE)), slowly(says(b"", 404))
    found = []
    with web.fetcher() as fetcher:
        threads = [
            threading.Thread(target=lambda: found.append(fetcher.fetch("http://post.example/a"))) for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert [one.octets for one in found] == [PAGE] * 8
    assert together == [1] * 9
    assert [one.path for one in web.asked].count("/robots.txt") == 1


def test_a_closed_fetcher_lets_go_of_who_waits(web):
    web.answers["/a"] = says(PAGE)
    found = []
    with web.fetcher(delay_seconds=30.0) as fetcher:
        fetcher.fetch("http://post.example/a")
        thread = threading.Thread(target=lambda: found.append(fetcher.fetch("http://post.example/a")))
        thread.start()
        time.sleep(0.05)
    thread.join(20)  # and not the thirty seconds that it would wait
    assert code_of(found[0]) == "address-not-fetched"
    assert len(web.paths()) == 1


# ---- what is known already, and what is not to be had now


def test_what_has_not_changed_is_not_sent_again(web):
    def page(handler):
        same = handler.headers.get("If-None-Match") == '"v1"' and handler.headers.get("If-Modified-Since") == "Mon"
        (says(b"", 304, ETag='"v1"') if same else says(PAGE, ETag='"v1"', Last_Modified="Mon"))(handler)

    web.answers["/a"] = page
    with web.fetcher() as fetcher:
        first = fetcher.fetch("http://post.example/a")
        second = fetcher.fetch("http://post.example/a", known=first.validators)
    assert (second.status, second.octets, second.validators) == (304, b"", first.validators)


def test_a_304_that_nobody_asked_for_is_a_problem(web):
    web.answers["/a"] = says(b"", 304)
    assert code_of(web.fetch("http://post.example/a")) == "address-not-fetched"
    assert code_of(web.fetch("http://post.example/a", known=Validators())) == "address-not-fetched"


def test_validators_that_would_break_a_request_are_not_sent(web):
    web.answers["/a"] = says(PAGE, ETag="x" * 5000)
    known = Validators(etag='"a"\r\nX-Evil: 1', last_modified="\u2603")
    found = web.fetch("http://post.example/a", known=known)
    assert (found.octets, found.validators.etag) == (PAGE, None)
    assert not {"X-Evil", "If-None-Match", "If-Modified-Since"} & web.asked[-1].headers.keys()


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_asked_again_when_it_says(web, status):
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=1), usegmt=True)
    web.answers["/a"] = in_turn(says(b"", status, Retry_After=soon if status == 429 else "0"), says(PAGE))
    began = time.monotonic()
    assert web.fetch("http://post.example/a", most_wait_seconds=2.0).octets == PAGE
    assert len(web.paths()) == 2
    assert time.monotonic() - began < 60


def test_a_busy_host_is_asked_a_bounded_number_of_times(web):
    web.answers["/a"] = says(b"", 503)
    assert code_of(web.fetch("http://post.example/a")) == "address-busy"
    assert len(web.paths()) == 3


def test_a_host_that_wants_a_long_rest_is_left_alone(web):
    web.answers["/a"] = says(b"", 429, Retry_After="3600")
    with web.fetcher() as fetcher:
        began = time.monotonic()
        first, second = (fetcher.fetch("http://post.example/a") for _ in range(2))
    assert (code_of(first), code_of(second)) == ("address-busy", "address-busy")
    assert "3,600 seconds" in first.message
    assert "seconds" in second.message
    assert len(web.paths()) == 1
    assert time.monotonic() - began < 600


@pytest.mark.parametrize("after", ["soon", "-5", "Wed, 99 Foo 2099", "9" * 400])
def test_a_retry_after_that_makes_no_sense_is_no_fault(web, after):
    web.answers["/a"] = in_turn(says(b"", 503, Retry_After=after), says(PAGE))
    assert web.fetch("http://post.example/a").octets == PAGE


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (404, "address-not-there"),
        (410, "address-not-there"),
        (403, "address-not-allowed"),
        (451, "address-not-allowed"),
        (418, "address-not-fetched"),
        (500, "address-not-fetched"),
    ],
)
def test_other_statuses_are_problems_that_say_what_to_do(web, status, code):
    web.answers["/a"] = says(PAGE, status)
    found = web.fetch("http://post.example/a")
    assert code_of(found) == code
    assert str(status) in found.message


# ---- bodies


@pytest.mark.parametrize("how", ["gzip", "x-gzip", "deflate", "br", "gzip, br", "raw deflate", "members", "not at all"])
def test_packed_bodies_are_unpacked(web, how):
    raw = zlib.compressobj(wbits=-15)
    said, body = {
        "gzip": ("gzip", gzip.compress(PAGE)),
        "x-gzip": ("X-GZip", gzip.compress(PAGE)),
        "deflate": ("deflate", zlib.compress(PAGE)),
        "br": ("br", brotli.compress(PAGE)),
        "gzip, br": ("gzip, br", brotli.compress(gzip.compress(PAGE))),
        "raw deflate": ("deflate", raw.compress(PAGE) + raw.flush()),
        "members": ("gzip", gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:]) + b"\0\0"),
        "not at all": ("gzip", PAGE),
    }[how]
    web.answers["/a"] = says(body, Content_Encoding=said)
    assert web.fetch("http://post.example/a").octets == PAGE


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("gzip", gzip.compress(bytes(5_000_000), 1)),
        ("gzip, gzip", gzip.compress(gzip.compress(bytes(5_000_000), 1))),
        ("deflate", zlib.compress(bytes(5_000_000), 1)),
        ("br", brotli.compress(bytes(5_000_000), quality=1)),
    ],
    ids=["gzip", "gzip in gzip", "deflate", "br"],
)
def test_a_bomb_is_cut_off_at_the_limit(web, said, body):
    web.answers["/a"] = says(body, Content_Encoding=said)
    assert code_of(web.fetch("http://post.example/a", most_bytes=400_000)) == "answer-too-long"


@pytest.mark.parametrize("said", ["gzip, gzip, gzip", "zstd", "br", "gzip"])
def test_what_cannot_be_unpacked_is_a_problem(web, said):
    body = b"\x1f\x8b nonsense" if said == "gzip" else b"nonsense that is not packed"
    web.answers["/a"] = says(body, Content_Encoding=said)
    assert code_of(web.fetch("http://post.example/a")) == "answer-not-unpacked"


def test_a_body_that_says_it_is_too_long_is_not_read(web):
    told = threading.Event()
    web.answers["/a"] = sends(
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", then=lambda h: told.wait(60)
    )
    found = web.fetch("http://post.example/a", read_seconds=30.0)  # who waited for the body would find silence
    told.set()
    assert code_of(found) == "answer-too-long"
    assert "100,000 bytes" in found.message


@pytest.mark.parametrize("head", [ENDLESS, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"])
def test_an_endless_body_is_cut_off(web, head):
    chunk = b"x" * 20_000 if head is ENDLESS else b"4e20\r\n" + b"x" * 20_000 + b"\r\n"
    web.answers["/a"] = drips(chunk, head=head, times=10_000, pause=0.0)
    assert code_of(web.fetch("http://post.example/a")) == "answer-too-long"


@pytest.mark.parametrize("where", ["body", "headers", "interim answers", "chunks"])
def test_a_slow_drip_ends_with_the_time(web, where):
    web.answers["/a"] = {
        "body": drips(b"x", head=ENDLESS),
        "headers": drips(b"X-More: 1\r\n", head=b"HTTP/1.1 200 OK\r\n"),
        "interim answers": drips(b"HTTP/1.1 103 Early Hints\r\n\r\n"),
        "chunks": drips(b"1\r\nx\r\n", head=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
    }[where]
    began = time.monotonic()
    assert code_of(web.fetch("http://post.example/a", total_seconds=0.2)) == "address-too-slow"
    assert time.monotonic() - began < 30  # it drips for a minute


def test_the_time_holds_for_all_redirections_together(web):
    def slowly(number):
        def answer(handler):
            time.sleep(0.08)
            leads(f"/{number + 1}")(handler)

        return answer

    for number in range(9):
        web.answers[f"/{number}"] = slowly(number)
    assert code_of(web.fetch("http://post.example/0", total_seconds=0.25, most_redirects=9)) == "address-too-slow"
    assert len(web.paths()) <= 4


def test_silence_is_given_up(web):
    web.answers["/a"] = lambda handler: time.sleep(0.6)
    found = web.fetch("http://post.example/a", read_seconds=0.15)
    assert code_of(found) == "address-too-slow"
    assert "0.15 seconds" in found.message


def test_a_name_server_that_does_not_answer_is_given_up(web):
    told = threading.Event()
    web.world.names["slow.example"] = lambda: [PUBLIC] if told.wait(60) else []
    assert code_of(web.fetch("http://slow.example/a", connect_seconds=0.1)) == "address-too-slow"
    told.set()


@pytest.mark.parametrize(
    "answer",
    [
        sends(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nThe harbour"),
        sends(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\nThe harbour"),
        says(gzip.compress(PAGE * 9)[:-20], Content_Encoding="gzip"),
        says(brotli.compress(PAGE * 9)[:-2], Content_Encoding="br"),
    ],
    ids=["length", "chunked", "gzip", "br"],
)
def test_a_body_that_breaks_off_is_asked_for_again_and_then_a_problem(web, answer):
    web.answers["/a"] = answer
    assert code_of(web.fetch("http://post.example/a")) == "answer-cut-short"
    assert len(web.paths()) == 3
    web.answers["/b"] = in_turn(answer, says(PAGE))
    assert web.fetch("http://post.example/b").octets == PAGE


def _reset(handler):
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


@pytest.mark.parametrize("answer", [sends(b"", then=_reset), sends(b""), sends(ENDLESS + b"x", then=_reset)])
def test_a_connection_that_is_reset_is_a_problem(web, answer):
    web.answers["/a"] = answer
    assert code_of(web.fetch("http://post.example/a")) == "address-not-fetched"
    assert len(web.paths()) == 3


@pytest.mark.parametrize(
    "words",
    [
        b"220 smtp ready\r\n\r\n",
        b"HTTP/1.1 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X-Flood: " + b"x" * 300_000,
        b"HTTP/1.1 200 OK\r\n" + b"X-Flood: 1\r\n" * 50_000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nBad Header\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n",
        b"\x00\xff" * 500 + b"\r\n\r\n",
    ],
)
def test_what_is_not_http_is_a_problem(web, words):
    web.answers["/a"] = sends(words)
    assert code_of(web.fetch("http://post.example/a")) == "answer-not-understood"


def test_headers_of_any_bytes_are_no_fault(web):
    head = (
        b"HTTP/1.1 200 OK\r\nContent-Type: \xff\xfe/\xe9; charset=\xe9\r\nETag: \xe9\r\nSet-Cookie: \xff=\xff;;;=\r\n"
    )
    web.answers["/a"] = sends(head + b"Content-Length: 76\r\n\r\n" + PAGE)
    found = web.fetch("http://post.example/a")
    assert (found.octets, found.content_type, found.charset) == (PAGE[:76], None, None)


def test_a_host_that_is_not_known_or_does_not_listen_is_a_problem(web):
    assert "not known" in web.fetch("http://nowhere.example/a").message
    with socket.socket() as held:  # nobody else can take its port, and it does not listen
        held.bind(("127.0.0.1", 0))
        web.world.port = held.getsockname()[1]
        found = web.fetch("http://post.example/a")
    assert code_of(found) == "address-not-fetched"
    assert "refused" in found.message


# ---- connections that can be trusted


@pytest.fixture
def safe_web():
    """The same over TLS, with a certificate of its own for `post.example`."""
    made = Web(certificate=CERTIFICATE)
    yield made
    made.close()


def test_a_certificate_is_asked_for_by_name_though_the_connection_goes_to_a_number(safe_web):
    safe_web.world.trusted = CERTIFICATE
    safe_web.answers["/a"] = says(PAGE)
    found = safe_web.fetch("https://POST.example./a")
    assert (found.octets, found.address) == (PAGE, "https://post.example/a")
    assert set(safe_web.named) == {"post.example"}
    assert safe_web.asked[-1].host == "post.example"
    assert set(safe_web.world.connections) == {(PUBLIC, 443)}


def test_a_certificate_of_nobody_or_of_another_name_is_a_problem(safe_web):
    safe_web.answers["/a"] = says(PAGE)
    unknown = safe_web.fetch("https://post.example/a")
    safe_web.world.trusted = CERTIFICATE
    another = safe_web.fetch("https://mail.example/a")
    assert (code_of(unknown), code_of(another)) == ("address-not-trusted", "address-not-trusted")
    assert "self-signed" in unknown.message
    assert "mail.example" in another.message
    assert not safe_web.asked


def test_a_host_that_does_not_speak_tls_is_a_problem(web):
    assert code_of(web.fetch("https://post.example/a")) in {"address-not-trusted", "address-not-fetched"}


# ---- into the pipeline


def test_addresses_are_inputs_like_files(web, tmp_path):
    web.answers["/a"] = leads("http://mail.example/b")
    page = "<p>Der Häfen ist zu.</p>".encode("cp1252")
    web.answers["mail.example/b"] = says(page, Content_Type="text/html; charset=latin1")
    web.answers["/lines"] = says(b'{"id": "d1", "text": "The harbour is closed."}\n{"text": "It opens."}\n')
    (tmp_path / "c.txt").write_text("The harbour is open.")
    with web.fetcher() as fetcher:
        named = [
            "http://post.example/a",
            str(tmp_path / "c.txt"),
            "http://post.example/gone",
            "http://wire.example/lines",
        ]
        page, file, gone, first, second = pages(named, fetcher=fetcher, keep_octets=True)
    assert (page.address, page.given.address, page.kind) == ("http://mail.example/b", "http://mail.example/b", "html")
    assert "Häfen" in page.text
    assert abs(page.seen_at - datetime.now(UTC)) < timedelta(minutes=1)
    assert again(page.octets, address=page.address) == replace(page, seen_at=None)  # the same bytes at any time
    assert (file.text, code_of(gone)) == ("The harbour is open.", "address-not-there")
    assert (first.address, first.given.id, first.given.address) == ("http://wire.example/lines#line=1", "d1", None)
    assert second.text == "It opens."


def test_without_a_fetcher_an_address_is_a_problem_that_shows_no_credentials():
    (found,) = pages(["http://anna:s3cret@post.example/a"])
    assert code_of(found) == "address-not-fetched"
    assert "s3cret" not in repr(found)
