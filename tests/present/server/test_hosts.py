"""Which names are answered to, which proxies believed, and where reading needs no key."""

import pytest

from rashomon.present.server.hosts import Hosts, host_named, is_loopback
from rashomon.settings import Settings


def hosts(**settings):
    return Hosts.of(Settings(**settings))


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST.", "127.0.0.1", "127.8.8.8", "::1", "[::1]", "::ffff:127.0.0.1"]
)
def test_loopback_is_known(host):
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "::", "10.0.0.1", "localhost.evil.example", "127.0.0.1.evil.example", "", "1"]
)
def test_what_is_not_loopback_is_known(host):
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("localhost:8000", "localhost"),
        ("[::1]:8000", "[::1]"),
        ("Desk.Example.org", "desk.example.org"),
        ("127.0.0.1:8000, 127.0.0.1:8000", None),
        ("user@127.0.0.1", None),
        ("127.0.0.1:80/x", None),
        ("", None),
        ("a b", None),
    ],
)
def test_a_host_header_is_one_name_or_none(header, name):
    assert host_named(header) == name


def test_a_server_of_this_machine_answers_to_no_foreign_name():
    assert not hosts().answers_to("rebinding.example")
    assert hosts().answers_to("localhost")
    assert not hosts().answers_to(None)


def test_names_that_are_set_are_answered_to_beside_loopback():
    at_proxy = hosts(public_names="desk.example.org")
    assert at_proxy.answers_to("desk.example.org")
    assert at_proxy.answers_to("127.0.0.1")
    assert not at_proxy.answers_to("other.example.org")


def test_elsewhere_any_name_is_answered_to_until_some_are_set():
    assert hosts(host="0.0.0.0").answers_to("whatever.example")
    assert not hosts(host="0.0.0.0", public_names="desk.example.org").answers_to("whatever.example")


@pytest.mark.parametrize(
    ("settings", "host", "headers", "version"),
    [
        ({"host": "0.0.0.0"}, "127.0.0.1", {}, "1.1"),
        ({"open_reading": False}, "127.0.0.1", {}, "1.1"),
        ({"proxies": "127.0.0.1"}, "127.0.0.1", {}, "1.1"),
        ({"public_names": "desk.example.org"}, "127.0.0.1", {}, "1.1"),
        ({}, "rebinding.example", {}, "1.1"),
        ({}, None, {}, "1.1"),
        ({}, "127.0.0.1", {b"x-forwarded-for": b"203.0.113.9"}, "1.1"),
        ({}, "127.0.0.1", {b"forwarded": b"for=203.0.113.9"}, "1.1"),
        ({}, "127.0.0.1", {b"via": b"1.1 proxy"}, "1.1"),
        ({}, "127.0.0.1", {}, "1.0"),
    ],
)
def test_reading_is_not_open_where_somebody_else_may_be_asking(settings, host, headers, version):
    assert hosts().is_open("127.0.0.1", {}, "1.1")
    assert not hosts(**settings).is_open(host, headers, version)


def test_what_is_forwarded_is_believed_from_named_proxies_alone():
    headers = {b"x-forwarded-for": b"198.51.100.7, 203.0.113.9", b"x-forwarded-proto": b"https"}
    assert hosts().believed("127.0.0.1", headers) == ("127.0.0.1", None)
    named = hosts(proxies="127.0.0.1,10.0.0.0/8")
    assert named.believed("127.0.0.1", headers) == ("203.0.113.9", "https")
    assert named.believed("192.0.2.1", headers) == ("192.0.2.1", None)


def test_of_several_proxies_the_last_that_is_none_of_ours_asks():
    headers = {b"x-forwarded-for": b"198.51.100.7, 203.0.113.9, 10.1.1.1"}
    assert hosts(proxies="127.0.0.1,10.0.0.0/8").believed("127.0.0.1", headers)[0] == "203.0.113.9"


@pytest.mark.parametrize("told", [b"", b"unknown", b"203.0.113.9, <script>", b"203.0.113.9, unknown"])
def test_what_is_no_address_is_not_believed(told):
    assert hosts(proxies="127.0.0.1").believed("127.0.0.1", {b"x-forwarded-for": told})[0] == "127.0.0.1"


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({}, True),
        ({b"sec-fetch-site": b"same-origin"}, True),
        ({b"sec-fetch-site": b"none"}, True),
        ({b"sec-fetch-site": b"cross-site"}, False),
        ({b"sec-fetch-site": b"same-site"}, False),
        ({b"sec-fetch-site": b"cross-site", b"origin": b"http://127.0.0.1:8000"}, False),
        ({b"origin": b"http://127.0.0.1:8000"}, True),
        ({b"origin": b"http://127.0.0.1:9000"}, False),
        ({b"origin": b"null"}, False),
        ({b"origin": b"http://["}, False),
        ({b"origin": b"http://[::1"}, False),
        ({b"origin": b"http://\xe2\x84\x80.example"}, False),
        ({b"origin": b"https://evil.example"}, False),
        ({b"origin": b"http://127.0.0.1:8000.evil.example"}, False),
    ],
)
def test_a_page_of_another_site_is_known(headers, own):
    assert hosts().is_own_page({b"host": b"127.0.0.1:8000", **headers}) is own


def test_behind_a_proxy_that_writes_the_host_anew_the_public_name_is_ours():
    headers = {b"host": b"127.0.0.1:8000", b"origin": b"https://desk.example.org"}
    assert hosts(public_names="desk.example.org").is_own_page(headers)
    assert not hosts().is_own_page(headers)
