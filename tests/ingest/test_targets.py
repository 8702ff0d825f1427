"""An address is read as browsers read it; whatever the string, a target or a reason comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.targets import Target, understood, without_credentials


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("http://Post.Example", "http://post.example/"),
        ("  https://post.example:443/a?b=c#d\n", "https://post.example/a?b=c"),
        ("http://post.example:8080/", "http://post.example:8080/"),
        ("http://post.example./a", "http://post.example/a"),
        ("http://post.example/a b/ä?q=ö%zz", "http://post.example/a%20b/%C3%A4?q=%C3%B6%25zz"),
        ("http://post.example/a%2Fb", "http://post.example/a%2Fb"),
        ("http://häfen.example/", "http://xn--hfen-loa.example/"),
        ("http://straße.example/", "http://xn--strae-oqa.example/"),
        ("http://ＰＯＳＴ。example/", "http://post.example/"),
        ("http://my_paper.example/", "http://my_paper.example/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://017700000001/", "http://127.0.0.1/"),
        ("http://1.2.3/", "http://1.2.0.3/"),
        ("http://[::FFFF:1.2.3.4]/", "http://[::ffff:102:304]/"),
        ("http://ht\ntp.example/", "http://http.example/"),
        ("http://anna:pass@post.example/a@b", "http://post.example/a@b"),
    ],
)
def test_spellings_come_out_plain(address, shown):
    target = understood(address)
    assert isinstance(target, Target)
    assert target.shown == shown
    assert understood(target.shown) == Target(
        scheme=target.scheme, host=target.host, port=target.port, path=target.path
    )


@pytest.mark.parametrize(
    "address",
    [
        "", "post.example", "//post.example/", "file:///etc/hosts", "http://", "http:///a", "http://a..b/", "http://-a.b/",
        "http://post.example:0/", "http://post.example:99999/", "http://post.example:x/", "http://[::1/",
        "http://[::1%25eth0]/",
        "http://[v1.x]/", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://1.2.3.09/", "http://4294967296/",
        "http://a b.example/", "http://a\\@b.example/", "http://" + "a" * 64 + ".example/",
        "http://" + "a." * 200 + "b/", "http://post.example/" + "x" * 9000,
        "http://a%00b.example/", "http://\u2100.example/",
    ],
)  # fmt: skip
def test_what_cannot_be_fetched_is_told_why(address):
    assert isinstance(understood(address), str)


@given(
    st.text(max_size=40), st.sampled_from(["", "http://", "https://", "http://[", "http://a.example/", "http://u:p@"])
)
def test_any_string_is_a_target_or_a_reason(words, before):
    target = understood(before + words)
    if isinstance(target, Target):
        assert target.shown.isascii()
        assert understood(target.shown) == understood(target.shown.upper().replace(target.path.upper(), target.path))
    assert isinstance(without_credentials(before + words), str)


def test_credentials_stay_with_their_origin_and_are_not_shown():
    target = understood("https://anna:s%40cret@post.example/a")
    assert isinstance(target, Target)
    assert target.authorization == "Basic YW5uYTpzQGNyZXQ="
    assert "cret" not in repr(target) + target.shown
    for there, kept in (("/b", True), ("https://post.example:444/", False), ("http://post.example/", False)):
        onward = target.onward(there)
        assert isinstance(onward, Target)
        assert (onward.authorization is not None) is kept
