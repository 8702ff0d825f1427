"""A web archive (WARC, ISO 28500) -> its pages: answers of status 200 and resources that are HTML or text."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from rashomon.core import Given, Page, Problem
from rashomon.ingest.bodies import MAX_PAGE_BYTES, page_of_bytes
from rashomon.ingest.faults import fault
from rashomon.ingest.http_bodies import BodyError, BodyTooLongError, plain_body
from rashomon.ingest.kept import in_envelope
from rashomon.ingest.kinds import PEEK_BYTES, Shape, shape_of
from rashomon.ingest.warc_records import Framed, Records

if TYPE_CHECKING:
    from fastwarc.warc import HeaderMap, WarcRecord

WANTED = frozenset({"response", "resource"})
MOST_NAMED = 1000
"""So many broken places of one file are named one by one; further ones are counted."""
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_TEXT = frozenset({"text/plain", ""})
"""Media types that are read where the body looks so; "" is none told."""
_WEB = re.compile(r"(?i)https?://\S+")


class _Aside(Exception):  # noqa: N818  a reason, counted and told once a file
    """Why a record that is whole gives no page: a code, and the word it is counted under."""

    def __init__(self, code: str, word: str) -> None:
        super().__init__(code, word)
        self.code, self.word = code, word


def warc_pages(
    stream: io.BufferedReader, address: str, *, zipped: bool, keep_octets: bool = False
) -> Iterator[Page | Problem]:
    """The pages of one web archive, one record held at a time.

    A place in it is `file#offset=N`: where in the file the record, or the gzip member that holds it, begins. What is
    set aside because of what it is (requests, pictures, redirections) is told once a reason, with counts, at the end.
    """
    aside: Counter[tuple[str, str]] = Counter()
    framed, named = None, 0
    for framed in Records(stream, address, zipped=zipped, wanted=WANTED):
        found = framed if isinstance(framed, Problem) else _page(framed, aside, keep_octets=keep_octets)
        if isinstance(found, Problem):
            named += 1
            if named > MOST_NAMED:
                aside["more-of-the-same", found.code] += 1
                continue
        if found is not None:
            yield found
    if framed is None:
        yield fault("empty", f"{address} is empty.", address)
    yield from _told(aside, address)


def _told(aside: Counter[tuple[str, str]], address: str) -> Iterator[Problem]:
    for code in dict.fromkeys(code for code, _ in aside):
        counts = sorted(((word, n) for (c, word), n in aside.items() if c == code), key=lambda one: (-one[1], one[0]))
        listed = ", ".join(f"{n:,} {word}" for word, n in counts[:8])
        more = f" and {sum(n for _, n in counts[8:]):,} others" if len(counts) > 8 else ""
        yield fault(code, f"{_WHY[code]} in {address}: {listed}{more}.", address, fatal=code == "more-of-the-same")


_WHY = {
    "records-passed-over": "Records that hold no page",
    "status-not-ok": "Answers without a page, by status",
    "content-not-read": "Records that are neither HTML nor text",
    "more-of-the-same": "Further problems not named one by one",
}
"""What is said of the records set aside for what they are."""


def _page(framed: Framed, aside: Counter[tuple[str, str]], *, keep_octets: bool) -> Page | Problem | None:
    if framed.record is None:
        aside["records-passed-over", framed.type if framed.type.isascii() and framed.type else "without a type"] += 1
        return None
    try:
        return _of_record(framed.record, framed, keep_octets=keep_octets)
    except _Aside as reason:
        aside[reason.code, reason.word] += 1
        return None
    except BodyTooLongError as error:
        said = f"The body of the record at {framed.place} is too long for a page: {error}."
        return fault("too-large", said, framed.place)
    except (BodyError, OSError, OverflowError) as error:
        return fault("bad-body", f"The body of the record at {framed.place} cannot be read: {error}.", framed.place)


def _of_record(record: WarcRecord, framed: Framed, *, keep_octets: bool) -> Page | Problem:
    if record.headers.get("WARC-Segment-Number") is not None:
        raise _Aside("records-passed-over", "in segments")
    media, charset, body = _answer(record) if framed.type == "response" else _resource(record)
    if media not in _HTML | _TEXT:
        raise _Aside("content-not-read", media[:60])
    html = _is_html(body, media)
    page = page_of_bytes(body, address=framed.place, html=html, charset=charset)
    if isinstance(page, Problem):
        return page
    cut = record.headers.get("WARC-Truncated")
    noted = () if cut is None else (_truncated(cut, framed.place),)
    page = replace(
        page, given=Given(address=_address(record)), seen_at=_seen_at(record), problems=page.problems + noted
    )
    return in_envelope(page, body, charset=charset, noted=noted) if keep_octets else page


def _answer(record: WarcRecord) -> tuple[str, str | None, bytes]:
    """The media type, charset and plain body of an HTTP answer.

    Raises:
        _Aside: it is no answer of status 200.
        BodyError: its body is not as its headers say.
    """
    if not record.is_http:
        raise _Aside("records-passed-over", "not of HTTP")
    record.parse_http(quirks_mode=True)
    headers = _http_headers(record)
    if headers is None or headers.status_code is None:
        raise _Aside("records-passed-over", "without HTTP headers")
    if headers.status_code != 200:
        raise _Aside("status-not-ok", f"of {headers.status_code}")
    media, charset = _media(headers.get("Content-Type"))
    if media not in _HTML | _TEXT:
        raise _Aside("content-not-read", media[:60])
    body = plain_body(
        _rest(record),
        transfer=headers.get("Transfer-Encoding"),
        content=headers.get("Content-Encoding"),
        most=MAX_PAGE_BYTES,
    )
    return media, charset, body


def _http_headers(record: WarcRecord) -> HeaderMap | None:
    """The HTTP headers, which a record of a resource does not have."""
    return cast("HeaderMap | None", record.http_headers)


def _resource(record: WarcRecord) -> tuple[str, str | None, bytes]:
    media, charset = _media(record.headers.get("Content-Type"))
    return media, charset, _rest(record)


def _rest(record: WarcRecord) -> bytes:
    return record.reader.read()


def _media(field: str | None) -> tuple[str, str | None]:
    """The media type in small letters, "" where none is told, and the charset."""
    media, *more = (field or "").split(";")
    named = (part.partition("=") for part in more)
    said = next((value.strip(" \t\"'") for name, _, value in named if name.strip().lower() == "charset"), None)
    return media.strip().lower(), said or None


def _is_html(body: bytes, media: str) -> bool:
    """Whether a body is read as HTML: by its look, and where that says only text, by what its sender called it.

    Raises:
        _Aside: it looks like something that is neither.
    """
    shape = shape_of(body[:PEEK_BYTES], "")
    if shape is Shape.EMPTY:
        raise _Aside("content-not-read", "empty")
    if shape in {Shape.TEXT, Shape.HTML}:
        return shape is Shape.HTML or media in _HTML
    raise _Aside("content-not-read", f"{media or 'unnamed'} that looks like {shape.value}")


def _address(record: WarcRecord) -> str | None:
    """The web address that a record is of; some writers put it in angle brackets, as an early draft had it."""
    told = (record.headers.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")
    if _WEB.fullmatch(told):
        return told
    headers = _http_headers(record)
    located = headers.get("Content-Location") if headers is not None else None
    return located.strip() if located and _WEB.fullmatch(located.strip()) else None


def _seen_at(record: WarcRecord) -> datetime | None:
    try:
        date = cast("datetime | None", record.record_date)
        return None if date is None else date.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _truncated(why: str, place: str) -> Problem:
    said = f"The crawler cut this page off ({why[:40]}): its end is missing."
    return fault("page-cut", said, place, fatal=False)
