"""The many addresses of one report have one form; the addresses of two reports never have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.addresses import TRACKING, canonical

REPORT = "https://post.example/2031/05/harbour-closed"


@pytest.mark.parametrize(
    "address",
    [
        "http://post.example/2031/05/harbour-closed",
        "https://www.post.example/2031/05/harbour-closed/",
        "HTTPS://WWW.POST.EXAMPLE:443/2031/05/harbour-closed",
        "http://post.example:80/2031/05/harbour-closed#comments",
        "https://post.example./2031//05/./x/../harbour-closed",
        "https://m.post.example/2031/05/harbour-closed",
        "https://www.m.post.example/2031/05/harbour-closed?mobile=1",
        "https://amp.post.example/2031/05/harbour-closed",
        "https://post.example/2031/05/harbour-closed/amp/",
        "https://post.example/2031/05/harbour-closed.amp",
        "https://post.example/amp/2031/05/harbour-closed",
        "https://post.example/2031/05/harbour-closed?outputType=amp",
        "https://post.example/2031/05/harbour-closed?amp",
        "https://www.google.com/amp/s/post.example/2031/05/harbour-closed",
        "https://post-example.cdn.ampproject.org/c/s/post.example/2031/05/harbour-closed",
        "https://post.example/2031/05/harbour-closed/index.html",
        "https://post.example/2031/05/harbour-closed/default.aspx?utm_medium=rss",
        "https://post.example/2031/05/harbour-closed?utm_source=x&UTM_Campaign=y&fbclid=z&gclid=",
        "https://post.example/2031/05/harbour-closed?print=1",
        "https://post.example/2031/05/harbour%2Dclosed",
        "https://post.example/2031/05/h%61rbour-closed;jsessionid=A1B2",
        "https://anna:pass@post.example/2031/05/harbour-closed",
        "  https://post.example/2031/05/harbour-closed\n",
        "<![CDATA[https://post.example/2031/05/harbour-closed]]>",
        "https://post.example/2031/05/harbour-closed#:~:text=closed",
    ],
)
def test_the_addresses_of_one_report_have_one_form(address):
    assert canonical(address) == REPORT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("https://post.example/a?id=1", "https://post.example/a?id=2"),
        ("https://post.example/story.asp?12345", "https://post.example/story.asp?12346"),
        ("https://post.example/a?gallery=3", "https://post.example/a?gallery=4"),
        ("https://post.example/a?cid=3", "https://post.example/a?cid=4"),
        ("https://post.example/a?sid=3", "https://post.example/a?sid=4"),
        ("https://post.example/a?copy=1", "https://post.example/a?copy=2"),
        ("https://post.example/a?view=1", "https://post.example/a?view=2"),
        ("https://post.example/#!/a", "https://post.example/#!/b"),
        ("https://post.example/A", "https://post.example/a"),
        ("https://post.example/a%2Fb", "https://post.example/a/b"),
        ("https://post.example:8080/a", "https://post.example/a"),
        ("https://sport.post.example/a", "https://post.example/a"),
        ("https://post.example/amplitude", "https://post.example/litude"),
        ("https://post.example/amp", "https://post.example/"),
        ("https://m.co.uk/a", "https://co.uk/a"),
        ("https://mobile.example/a", "https://example/a"),
        ("https://post.example/index-of-prices", "https://post.example/"),
        ("reports/a.txt", "reports/b.txt"),
    ],
)
def test_two_reports_stay_two(left, right):
    assert canonical(left) != canonical(right)


def test_parameters_are_ordered_by_name_and_those_of_one_name_stay_in_order():
    assert canonical("https://post.example/?b=2&a=1") == canonical("https://post.example/?a=1&b=2")
    assert canonical("https://post.example/?a=2&a=1") == "https://post.example/?a=2&a=1"
    assert canonical("https://post.example/?a=1&amp;b=2&a=1") == "https://post.example/?a=1&b=2"


def test_hosts_and_paths_of_other_scripts_have_one_spelling():
    assert canonical("http://häfen.example/ä") == canonical("https://xn--hfen-loa.example/%c3%a4")


@pytest.mark.parametrize(
    "address", ["", " ", "reports/a.txt", "-", "urn:x:1", "http://", "http://[::1/", "file#line=3"]
)
def test_what_is_no_web_address_comes_back_as_it_is(address):
    assert canonical(address) == address


PIECES = st.sampled_from(
    [
        "http://", "https://", "HTTPS://", "www.", "m.", "amp.", "post.example", "häfen.example", "127.1", ":443",
        ":8080", "\u3002", "web.archive.org", "<![CDATA[", "]]>",
        "/", "//", "/..", "/.", "/amp", "/amp/", ".amp", ".html", "/index.html", "?", "&", "&amp;", "=", "#", "#!", "%",
        "%41", "%2f", "%e4", "utm_source=x", "amp=1", "id=3", " ", "\t", "\\", "@", "u:p@", "[", "]", "{", "}", "<a>",
        '"', "\ud800", "www.google.com/amp/s/", "x.cdn.ampproject.org/c/s/", ";jsessionid=1",
    ]
)  # fmt: skip


@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(PIECES, max_size=14).map("".join),
        st.lists(PIECES, max_size=9).map(lambda pieces: "https://post.example/" + "".join(pieces)),
    )
)
def test_it_never_raises_and_changes_nothing_twice(address):
    once = canonical(address)
    assert canonical(once) == once


@given(st.lists(st.sampled_from(sorted(TRACKING)), max_size=5), st.integers(0, 99))
def test_tracking_changes_nothing(names, number):
    tracked = "&".join([*(f"{name}=x{number}" for name in names), f"id={number}"])
    assert canonical(f"{REPORT}?{tracked}") == f"{REPORT}?id={number}"
