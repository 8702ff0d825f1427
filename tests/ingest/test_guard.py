"""Numbers that lead into the public internet, and those that do not."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.guard import refusal


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("127.8.9.10", "this machine itself"),
        ("10.255.255.255", "a private network"),
        ("172.31.0.1", "a private network"),
        ("192.168.1.1", "a private network"),
        ("169.254.169.254", "link-local"),
        ("100.127.255.255", "a carrier's own network"),
        ("0.0.0.0", "this machine itself"),
        ("239.1.1.1", "multicast"),
        ("255.255.255.255", "reserved"),
        ("::1", "this machine itself"),
        ("::", "this machine itself"),
        ("::127.0.0.1", "reserved"),
        ("::ffff:8.8.8.8", "an IPv4 address inside IPv6"),
        ("64:ff9b::808:808", "an IPv4 address inside IPv6 (NAT64)"),
        ("64:ff9b:1::a00:1", "an IPv4 address inside IPv6 (NAT64)"),
        ("2002:a00:1::", "an IPv4 address inside IPv6 (6to4)"),
        ("2001:0:1::1", "kept for protocols, Teredo among them"),
        ("fe80::1%eth0", "link-local"),
        ("fd12::1", "a private network"),
        ("fec0::1", "a private network"),
        ("ff02::1", "multicast"),
        ("4000::1", "reserved"),
        ("post.example", "no IP address"),
    ],
)
def test_what_is_not_the_public_internet_is_refused(address, reason):
    assert refusal(address) == reason


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "11.0.0.1", "100.128.0.1", "172.32.0.1", "192.169.0.1", "2001:200::1", "2a00:1450::1"]
)
def test_the_public_internet_is_not(address):
    assert refusal(address) is None


def test_the_settings_allow_private_networks_but_nowhere_that_a_page_cannot_be():
    assert all(
        refusal(a, private_addresses=True) is None for a in ("127.0.0.1", "0.0.0.0", "10.0.0.1", "::1", "fe80::1")
    )
    assert all(refusal(a, private_addresses=True) for a in ("224.0.0.1", "255.255.255.255", "ff02::1"))


@given(st.ip_addresses())
def test_nothing_that_the_standard_library_calls_private_is_let_through(address: IPv4Address | IPv6Address):
    named = (
        address.is_private or address.is_loopback or address.is_link_local or address.is_multicast
        or address.is_reserved or address.is_unspecified
    )  # fmt: skip
    if named:
        assert refusal(str(address)) is not None
