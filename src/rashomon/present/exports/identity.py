"""The names under which exports speak of documents, claims and parties: stable, and made from ids alone.

They are tag URIs (RFC 4151): names that nobody has to serve. The same archive gives the same names on every machine and
at every address at which it is shown.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit
from uuid import UUID, uuid5

TAG = "tag:rashomon.example,2026:"
"""The authority is a name reserved for examples (RFC 2606), so that it can never be somebody else's."""
TERMS = f"{TAG}terms/"
"""Before the names of what no vocabulary has a word for: status, standing, voice."""
NAMESPACE = UUID("0d2a1e0e-6c1b-5d0a-9a53-7c0f3f6f2b1d")
"""Of the UUIDs that are made from names (version 5, RFC 9562)."""


def iri(*path: str | int) -> str:
    """The name of a thing: kind and id, and so on for a thing within it; every character that parts is encoded."""
    return TAG + "/".join(quote(_written(str(part)), safe="") for part in path)


def uuid(*path: str | int) -> str:
    """The same as a UUID, for formats that take nothing else."""
    return str(uuid5(NAMESPACE, iri(*path)))


def _written(part: str) -> str:
    return part.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


FORBIDDEN = frozenset('<>"{}|\\^`')
"""What an IRI may not hold (RFC 3987), beside what is not seen."""


def web_address(address: str | None) -> str | None:
    """An address that may be a link: of the web and of nothing else, and an IRI; None for any other."""
    if not address or not address.isprintable() or set(address) & FORBIDDEN or any(map(str.isspace, address)):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None
