"""Reads an address as browsers do (WHATWG URL Standard): which host at which port, and what to ask it for.

Odd spellings come out plain: decimal, octal and hexadecimal hosts as dotted numbers, names of other scripts in the
form that name servers know, one dot at the end taken off. What the address resolves to is not asked here.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field, replace
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, unquote, urljoin, urlsplit

MOST_CHARS = 8_000
"""Longer addresses are refused; servers commonly take no more."""
PORTS = {"http": 80, "https": 443}
_BLANKS = "".join(map(chr, range(0x21)))
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SAFE = "/%:@!$&'()*+,;=-._~?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a request goes.

    Attributes:
        scheme: http or https.
        host: a name in ASCII or an IP address, in lower case, without brackets.
        port: the port, the scheme's own where the address has none.
        path: path and query, in ASCII.
        credentials: what the address had before its host (`name:password`), shown nowhere.
    """

    scheme: str
    host: str
    port: int
    path: str
    credentials: str | None = field(default=None, repr=False)

    @property
    def origin(self) -> str:
        """Scheme, host and port as an address, the port only where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")

    @property
    def shown(self) -> str:
        """The address without credentials and fragment."""
        return self.origin + self.path

    @property
    def authorization(self) -> str | None:
        """The header for the credentials (RFC 7617)."""
        if self.credentials is None:
            return None
        return "Basic " + base64.b64encode(self.credentials.encode("utf-8", "replace")).decode("ascii")

    def onward(self, location: str) -> Target | str:
        """Where a redirection from here leads; credentials stay with their origin."""
        try:
            there = understood(urljoin(self.shown, location.strip(_BLANKS)))
        except ValueError as error:
            return str(error)
        if isinstance(there, str):
            return there
        return replace(there, credentials=self.credentials if there.origin == self.origin else None)


def understood(address: str) -> Target | str:
    """The target of an http or https address, or in a few words why it is none."""
    text = address.strip(_BLANKS)
    if len(text) > MOST_CHARS:
        return f"it has more than {MOST_CHARS:,} characters"
    text = re.sub(r"[\t\r\n]", "", text)
    try:
        parts = urlsplit(text)
        port, hostname = parts.port, parts.hostname
    except ValueError as error:
        return str(error)
    if parts.scheme not in PORTS:
        return "only http and https are fetched"
    host = _host(hostname or "", literal=parts.netloc.rpartition("@")[2].startswith("["))
    if "\\" in parts.netloc or host is None:
        return "its host is not understood"
    if port == 0:
        return "there is no port 0"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    named = parts.username is not None and (parts.username or parts.password)
    return Target(
        scheme=parts.scheme,
        host=host,
        port=port or PORTS[parts.scheme],
        path=quote(_STRAY_PERCENT.sub("%25", path.replace("\\", "/")), safe=_SAFE, errors="replace"),
        credentials=f"{unquote(parts.username or '')}:{unquote(parts.password or '')}" if named else None,
    )


def without_credentials(address: str) -> str:
    """An address as it may be shown, whatever it looks like: what stands before an @ in the host is left out."""
    return re.sub(r"(?i)^(\s*[a-z][a-z0-9+.-]*:[/\\]*)[^/\\?#]*@", r"\1", address)


def _host(host: str, *, literal: bool) -> str | None:
    if literal:
        try:
            return IPv6Address(host).compressed if "%" not in host else None
        except AddressValueError:
            return None
    host = unquote(host).lower()
    if not host.isascii():
        host = _in_ascii(host)
    host = host.removesuffix(".")
    labels = host.split(".")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        return None
    return _dotted(labels) if _NUMBER.fullmatch(labels[-1]) else host


def _in_ascii(host: str) -> str:
    """The form of a name of another script that name servers know (UTS 46); empty where there is none."""
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        pass
    try:  # digits and dots of other widths are no name of IDNA 2008, but browsers read them
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""


def _dotted(labels: list[str]) -> str | None:
    """The IPv4 address that one to four numbers spell: decimal, octal (0...) or hexadecimal (0x...)."""
    if len(labels) > 4 or not all(_NUMBER.fullmatch(label) for label in labels):
        return None
    values: list[int] = []
    for label in labels:
        try:
            if label.startswith("0x"):
                values.append(int(label[2:] or "0", 16))
            else:
                values.append(int(label, 8 if len(label) > 1 and label.startswith("0") else 10))
        except ValueError:  # an 8 or a 9 in an octal number
            return None
    *front, last = values
    if any(value > 255 for value in front) or last >= 256 ** (5 - len(values)):
        return None
    whole = last + sum(value * 256 ** (3 - place) for place, value in enumerate(front))
    return str(IPv4Address(whole))
