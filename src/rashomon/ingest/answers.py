"""What the headers of an answer say, as far as it makes sense; nothing here raises for what a host sends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from rashomon.ingest.fetched import Validators

MOST_CHARS = 1_000
"""A longer validator is not kept."""
_TYPE = re.compile(r"\s*([\w.+-]+/[\w.+-]+)\s*(?:;|$)", re.ASCII)
_CHARSET = re.compile(r"(?i);\s*charset\s*=\s*[\"']?\s*([\w.:+-]{1,40})", re.ASCII)
_HEADER = re.compile(r"[\x20-\x7e\xa0-\xff]+")


def content_type(headers: Mapping[str, str]) -> str | None:
    """The kind that a host says its answer is, in lower case, without parameters."""
    found = _TYPE.match(headers.get("content-type", ""))
    return found[1].lower() if found else None


def charset(headers: Mapping[str, str]) -> str | None:
    """The encoding that a host says its answer is in, where there is an encoding of texts of that name."""
    found = _CHARSET.search(headers.get("content-type", ""))
    if found is None:
        return None
    try:
        b"a".decode(found[1])
    except (LookupError, ValueError):  # ValueError: a codec of that name that has no use for a letter
        return None
    return found[1].lower()


def encodings(headers: Mapping[str, str]) -> list[str]:
    """How the body is packed, in the order in which it was done."""
    return [name.strip().lower() for name in headers.get("content-encoding", "").split(",") if name.strip()]


def validators(headers: Mapping[str, str]) -> Validators:
    """What to send next time."""
    return Validators(etag=_sendable(headers.get("etag")), last_modified=_sendable(headers.get("last-modified")))


def conditions(known: Validators | None) -> dict[str, str]:
    """The headers that ask for an answer only where something changed."""
    if known is None:
        return {}
    named = {"If-None-Match": _sendable(known.etag), "If-Modified-Since": _sendable(known.last_modified)}
    return {name: value for name, value in named.items() if value is not None}


def wait_seconds(headers: Mapping[str, str], *, now: datetime) -> float | None:
    """How long a host asks to be left alone (`Retry-After`: seconds or a date); None where it does not say."""
    value = headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,12}", value):
        return float(value)
    try:
        then = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    then = then if then.tzinfo is not None else then.replace(tzinfo=UTC)
    return max(0.0, (then - now).total_seconds())


def _sendable(value: str | None) -> str | None:
    """A value that can be sent back as it came."""
    value = (value or "").strip()
    return value if len(value) <= MOST_CHARS and _HEADER.fullmatch(value) else None
