"""Which of two documents took the words: by what they declare, then by time, else unknown."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from rashomon.core import Direction, Document
from rashomon.group.heads import Head
from rashomon.group.settings import CopySettings
from rashomon.outlets import by_address, by_name


class Directed(NamedTuple):
    """`swapped` says that the right document is the origin."""

    swapped: bool
    direction: Direction
    reason: str


def direct(left: Head, right: Head, settings: CopySettings) -> Directed:
    """The direction between two documents that share passages."""
    right_credits, left_credits = _credits(right, left), _credits(left, right)
    if right_credits and not left_credits:
        return Directed(swapped=False, direction=Direction.DECLARED, reason=f"the copy credits {right_credits}")
    if left_credits and not right_credits:
        return Directed(swapped=True, direction=Direction.DECLARED, reason=f"the copy credits {left_credits}")
    if left.published_at is not None and right.published_at is not None:
        gap = (right.published_at - left.published_at).total_seconds()
        bare = _bare_day(left.published_at) or _bare_day(right.published_at)
        if gap and (not bare or abs(gap) >= settings.same_day_hours * 3600):
            return Directed(swapped=gap < 0, direction=Direction.EARLIER, reason="the origin was published earlier")
    return Directed(
        swapped=right.id < left.id,
        direction=Direction.UNKNOWN,
        reason="neither declaration nor time says who was first",
    )


def same_outlet(left: Head, right: Head) -> bool:
    """Whether both documents are of one known outlet."""
    return bool(outlet_names(left) & outlet_names(right))


def outlet_names(document: Document | Head) -> frozenset[str]:
    """The keys under which a document's outlet may be named: the declared name, or its own name and host."""
    return _names(document.outlet, _site(document.address))


@lru_cache(maxsize=8192)
def _names(given: str | None, address: str | None) -> frozenset[str]:
    declared = (by_name(given) or by_address(given) if given else None) or by_address(address)
    if declared is not None:
        return frozenset({_key(declared.name)})
    names = {_key(given)} if given else set()
    host = _host(address) if address and "://" in address else None
    if host:
        names.add(_key(host))
    return frozenset(names - {""})


def _site(address: str | None) -> str | None:
    """An address without the path behind its host, which says nothing of the outlet."""
    if address is None or (host := address.find("://")) < 0:
        return address
    path = address.find("/", host + len("://"))
    return address if path < 0 else address[:path]


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:  # "http://[broken": no host
        return None


def _credits(document: Head, other: Head) -> str | None:
    """The credit by which a document names the other's outlet, None where it is its own outlet too."""
    if not document.credits:
        return None
    theirs = outlet_names(other)
    if theirs & outlet_names(document):
        return None
    for credit in document.credits:
        if credit in document.picture_credits:
            continue  # only its pictures come from there
        declared = by_name(credit)
        if _key(declared.name if declared else credit) in theirs:
            return credit
    return None


def _key(name: str) -> str:
    return "".join(c for c in name.casefold().removeprefix("www.").removeprefix("the ") if c.isalnum())


def _bare_day(at: datetime) -> bool:
    """Whether a time is a day alone: midnight to the second."""
    at = at.astimezone(UTC)
    return (at.hour, at.minute, at.second) == (0, 0, 0)
