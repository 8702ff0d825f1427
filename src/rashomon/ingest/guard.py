"""Which IP addresses lead into the public internet, by the registries of special-purpose addresses (RFC 6890, IANA).

The table is our own, since what the standard library counts as global differs between versions of Python. It is asked
about the address that is connected to, after names are resolved, so that no name and no spelling leads around it.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

_PRIVATE = {
    "0.0.0.0/8": "this machine itself",
    "10.0.0.0/8": "a private network",
    "100.64.0.0/10": "a carrier's own network",
    "127.0.0.0/8": "this machine itself",
    "169.254.0.0/16": "link-local",
    "172.16.0.0/12": "a private network",
    "192.0.0.0/24": "kept for protocols",
    "192.0.2.0/24": "for documentation",
    "192.88.99.0/24": "a relay to IPv6 (6to4)",
    "192.168.0.0/16": "a private network",
    "198.18.0.0/15": "for benchmarks",
    "198.51.100.0/24": "for documentation",
    "203.0.113.0/24": "for documentation",
    "::/128": "this machine itself",
    "::1/128": "this machine itself",
    "::ffff:0:0/96": "an IPv4 address inside IPv6",
    "64:ff9b::/96": "an IPv4 address inside IPv6 (NAT64)",
    "64:ff9b:1::/48": "an IPv4 address inside IPv6 (NAT64)",
    "2001::/23": "kept for protocols, Teredo among them",
    "2001:db8::/32": "for documentation",
    "2002::/16": "an IPv4 address inside IPv6 (6to4)",
    "3fff::/20": "for documentation",
    "fc00::/7": "a private network",
    "fe80::/10": "link-local",
    "fec0::/10": "a private network",
}
"""Networks that lead elsewhere than into the public internet; the settings can allow them."""
_NEVER = {
    "224.0.0.0/4": "multicast",
    "240.0.0.0/4": "reserved",
    "ff00::/8": "multicast",
}
"""Networks in which no page can be, whatever the settings say."""
_PUBLIC_6 = IPv6Network("2000::/3")
"""The only part of IPv6 from which public addresses are given out."""


def refusal(address: str, *, private_addresses: bool = False) -> str | None:
    """Why an IP address is not connected to, in a few words; None where it may be.

    Args:
        address: the numbers, as name servers and sockets give them.
        private_addresses: whether private networks and this machine may be reached.
    """
    try:
        place = ip_address(address.partition("%")[0])
    except ValueError:
        return "no IP address"
    if (reason := _reason(place, _NEVER)) is not None:
        return reason
    if private_addresses:
        return None
    if (reason := _reason(place, _PRIVATE)) is not None:
        return reason
    if isinstance(place, IPv6Address) and place not in _PUBLIC_6:
        return "reserved"
    return None


def _reason(place: IPv4Address | IPv6Address, table: dict[str, str]) -> str | None:
    return next((reason for network, reason in table.items() if place in _NETWORKS[network]), None)


_NETWORKS = {network: ip_network(network) for network in (*_PRIVATE, *_NEVER)}
