"""The values of feeds, whatever their form: times, addresses, languages, names, words without markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from html import unescape
from urllib.parse import urljoin, urlsplit

from rashomon.outlets import by_address

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
"""A time before this is a default of some program, not the time of a report."""
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_TAGS = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|</?[A-Za-z][^<>]*>", re.DOTALL | re.IGNORECASE
)
_BREAKS = re.compile(r"</?(?:p|div|br|li|h[1-6]|blockquote|tr|ul|ol|figure|figcaption|section)\b[^<>]*>", re.IGNORECASE)
_TITLE_PARTS = re.compile(r"\s+[-|–—·»:>/]+\s+|\s*[|»:]\s+|\s+RSS\b")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def time_in(said: str | None) -> tuple[datetime | None, bool]:
    """A time by ISO 8601 or as in mail, in UTC, and whether only its day was told: then it is the day's beginning."""
    if said is None or not said.strip():
        return None, False
    said = said.strip()
    # W3C's profile: a year, or a year and a month, are times too
    if re.fullmatch(r"\d{4}(-\d\d)?", said):
        said += "-01-01"[: 10 - len(said)] if len(said) == 4 else "-01"
    try:
        moment = datetime.fromisoformat(said) if said[:1].isdigit() else parsedate_to_datetime(said)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None, False
    return (moment, _CLOCK.search(said) is None) if moment >= EARLIEST else (None, False)


def time_of(parts: object, said: object) -> tuple[datetime | None, bool]:
    """The same of nine numbers in UTC, as feedparser gives them, and the words they were read from."""
    if not isinstance(parts, tuple):
        return None, False
    try:
        year, month, day, hour, minute, second = (int(part) for part in parts[:6])
        moment = datetime(year, month, day, hour, minute, 0, tzinfo=UTC) + timedelta(seconds=second)
    except (TypeError, ValueError, OverflowError):
        return None, False
    if moment < EARLIEST:
        return None, False
    return moment, isinstance(said, str) and _CLOCK.search(said) is None and (hour, minute, second) == (0, 0, 0)


def web_address(said: str | None, base: str | None) -> str | None:
    """An http or https address, made absolute; None where it is none."""
    if said is None or not said.strip():
        return None
    said = re.sub(r"[\t\r\n]", "", said.strip())
    try:
        whole = urljoin(base, said) if base and "://" in base else said
        parts = urlsplit(whole)
        return whole if parts.scheme.lower() in {"http", "https"} and parts.hostname else None
    except ValueError:
        return None


def language_in(said: str | None) -> str | None:
    """The language of a tag (BCP 47) without script and region: "en" of "en-GB"."""
    if said is None:
        return None
    first = re.split(r"[-_]", said.strip().lower(), maxsplit=1)[0]
    return first if re.fullmatch(r"[a-z]{2,3}", first) and first != "und" else None


def one_line(said: str | None) -> str | None:
    """Words without markup, on one line; None where none are left."""
    if not said:
        return None
    return " ".join(_SURROGATE.sub("\ufffd", unescape(_TAGS.sub(" ", said) if "<" in said else said)).split()) or None


def is_marked_up(said: str) -> bool:
    """Whether words have tags in them."""
    return _TAGS.search(said) is not None


def plain(said: str) -> str:
    """Words without markup, a line for each block."""
    if is_marked_up(said):
        said = _TAGS.sub("", _BREAKS.sub("\n\n", said))
    return _SURROGATE.sub("\ufffd", unescape(said)).strip()


def words_in(said: str | None) -> int:
    """How many words there are beside the markup."""
    return len(plain(said).split()) if said else 0


def outlet_of_title(title: str | None, site: str | None) -> Callable[[str | None], str | None]:
    """Whose report an entry of a feed with this title is, by the entry's address; None where it cannot be told.

    Known outlets are known by their addresses. Else the title of the feed is the outlet's name where the entry is of
    the feed's own site; of "Latest news | The Alder Courier" the part whose letters stand in the name of the site.
    """
    own = _host(site)
    name = _name_in(title, own)

    def outlet(address: str | None) -> str | None:
        known = by_address(address) if address else None
        if known is not None:
            return known.name
        host = _host(address)
        same = host == own or (own and host and (host.endswith(f".{own}") or own.endswith(f".{host}")))
        return name if host is None or same else None

    return outlet


def _host(address: str | None) -> str | None:
    try:
        host = urlsplit(address or "").hostname
    except ValueError:
        return None
    return host.lower().removeprefix("www.") if host else None


def _name_in(title: str | None, host: str | None) -> str | None:
    if title is None:
        return None
    parts = [part.strip() for part in _TITLE_PARTS.split(title) if part and part.strip()]
    if host is not None:
        letters = re.sub(r"[^a-z0-9]", "", host)
        for part in parts:
            folded = re.sub(r"[^a-z0-9]", "", part.lower().removeprefix("the "))
            if len(folded) >= 3 and folded in letters:
                return part
    return parts[0] if len(parts) == 1 else None
