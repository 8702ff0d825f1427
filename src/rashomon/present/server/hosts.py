"""Where a request came from and to which name: loopback, proxies that are believed, names that are answered to.

A page of some other site can have its name lead to 127.0.0.1 and then read what a local server answers (DNS rebinding).
It cannot choose the Host header, which keeps the name of that site, so a local server answers to loopback names alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from rashomon.settings import Settings

Headers: TypeAlias = dict[bytes, bytes]
"""The headers of a request, by their names in small letters; of one that stands twice, both with a comma between."""
LOOPBACK_NAMES = frozenset({"localhost", "localhost.localdomain"})
FORWARDED = (b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip", b"via")
"""Headers by which a proxy tells that there is one."""
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::([0-9]{1,5}))?")


def headers_of(scope: Any) -> Headers:  # noqa: ANN401  # as ASGI has it
    """The headers of a request."""
    found: Headers = {}
    for name, value in scope["headers"]:
        found[name] = found[name] + b", " + value if name in found else value
    return found


def is_loopback(host: str) -> bool:
    """Whether a name or address stays on this machine."""
    name = host.strip("[]").rstrip(".").lower()
    if name in LOOPBACK_NAMES:
        return True
    try:
        address = ip_address(name)
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback


def host_named(header: str) -> str | None:
    """The name in a Host header, without its port; None where it is none."""
    found = _HOST.fullmatch(header)
    return None if found is None else found[1].lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosts:
    """What a server believes of where requests come from.

    Attributes:
        loopback: it listens where only this machine reaches it.
        open_reading: on loopback, who comes without a key may read.
        names: those by which others reach it through a proxy.
        first: of these the first; empty where there is none.
        proxies: whose word is taken for who asks.
    """

    loopback: bool
    open_reading: bool
    names: frozenset[str]
    first: str
    proxies: tuple[IPv4Network | IPv6Network, ...]

    @classmethod
    def of(cls, settings: Settings) -> Hosts:
        """As the settings have it."""
        return cls(
            loopback=is_loopback(settings.host),
            open_reading=settings.open_reading,
            names=frozenset(name for name in settings.public_names.split(",") if name),
            first=settings.public_names.partition(",")[0],
            proxies=tuple(ip_network(each) for each in settings.proxies.split(",") if each),
        )

    def answers_to(self, host: str | None) -> bool:
        """Whether a request for this host is one for us.

        On loopback that takes a loopback name, or one that was set; where others reach the server, any name does until
        some are set, since there reading takes a key, which no other site has.
        """
        if host is None:
            return False
        if is_loopback(host):
            return True
        return host in self.names or (not self.loopback and not self.names)

    def public(self, host: str | None) -> str | None:
        """The name under which others reach the server where this is none of them; None where it is, or none is set.

        The first that is set: what is written down elsewhere, such as in a feed, names no host that anybody made up.
        """
        return None if not self.names or host in self.names else self.first

    def is_open(self, host: str | None, headers: Headers, http_version: str) -> bool:
        """Whether who asks may read without a key: someone at this machine, as far as can be told.

        Not where there may be a proxy between: behind one, everybody comes from this machine. What tells of it are
        settings that name one, headers that proxies add, and HTTP/1.0, which some proxies speak and no browser does.
        """
        if not (self.loopback and self.open_reading) or self.proxies or self.names:
            return False
        if http_version == "1.0" or any(name in headers for name in FORWARDED):
            return False
        return host is not None and is_loopback(host)

    def believed(self, peer: str, headers: Headers) -> tuple[str, str | None]:
        """Who asks, and by which scheme: the peer, or what proxies that are believed say of it.

        Of `X-Forwarded-For` the last address that is none of the proxies counts: what stands before it, anybody may
        have written.
        """
        if not self._is_proxy(peer):
            return peer, None
        scheme = headers.get(b"x-forwarded-proto", b"").decode("latin-1").strip().lower()
        named = [each.strip().strip("[]") for each in headers.get(b"x-forwarded-for", b"").decode("latin-1").split(",")]
        for address in reversed([each for each in named if each]):
            try:
                peer = str(ip_address(address))
            except ValueError:
                break
            if not self._is_proxy(peer):
                break
        return peer, scheme if scheme in {"http", "https"} else None

    def is_own_page(self, headers: Headers) -> bool:
        """Whether a request that changes something comes from a page of ours, or from no page at all.

        Browsers say where a request comes from; programs say nothing. A request of another site's page would carry our
        cookies, or reach what is open on this machine.
        """
        site = headers.get(b"sec-fetch-site")
        if site is not None:
            return site in {b"same-origin", b"none"}
        origin = headers.get(b"origin")
        if origin is None:
            return True
        own = headers.get(b"host", b"").decode("latin-1").lower()
        try:
            parts = urlsplit(origin.decode("latin-1").lower())
        except ValueError:  # such as a bracket that does not close
            return False
        return parts.scheme in {"http", "https"} and (parts.netloc == own or (parts.hostname or "") in self.names)

    def _is_proxy(self, peer: str) -> bool:
        try:
            address = ip_address(peer)
        except ValueError:
            return False
        return any(address in network for network in self.proxies)
