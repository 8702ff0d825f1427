"""Kept bytes -> the same page as on the day they were taken in, for a better cleaner to read."""

from __future__ import annotations

import json
from dataclasses import fields, replace

from rashomon.core import Given, Page, Problem
from rashomon.ingest.bodies import page_of_bytes
from rashomon.ingest.documents import of_line
from rashomon.ingest.faults import fault
from rashomon.ingest.kept import MARK, given_of
from rashomon.ingest.kinds import PEEK_BYTES, Shape, shape_of

_BLANKS = b" \t\r\n\xef\xbb\xbf"


def again(octets: bytes, *, address: str, given: Given = Given()) -> Page | Problem:  # noqa: B008  a frozen fact
    """The page of kept bytes, with equal text, kind, given and problems; its place is `address`.

    When it was seen is not told again; whoever kept the bytes knows when.

    Args:
        octets: what `ingest.pages(..., keep_octets=True)` gave as `Page.octets`.
        address: where problems point: the place it was taken in from.
        given: what the sender told, as far as the bytes do not say it themselves.
    """
    if octets.startswith(MARK):
        page = _of_envelope(octets, address)
    elif (record := _of_record(octets, address)) is not None:
        page = record
    else:
        html = shape_of(octets[:PEEK_BYTES], "") is Shape.HTML
        page = page_of_bytes(octets, address=address, html=html, keep_octets=True)
    return replace(page, given=_filled(page.given, given), octets=octets) if isinstance(page, Page) else page


def _of_record(octets: bytes, address: str) -> Page | Problem | None:
    """The page of a JSON object; None where it is none, as with a text that begins with a brace."""
    if not octets.lstrip(_BLANKS).startswith(b"{"):
        return None
    page = next(of_line(octets, address), None)
    return None if isinstance(page, Problem) and page.code == "bad-json" else page


def _of_envelope(octets: bytes, address: str) -> Page | Problem:
    line, _, raw = octets[len(MARK) :].partition(b"\n")
    try:
        beside = json.loads(line)
        given = given_of(beside)
        kind, charset = beside["kind"], beside.get("charset")
        noted = tuple(fault(code, message, address, fatal=False) for code, message in beside.get("noted", ()))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return fault("bad-octets", f"The kept bytes of {address} are not as they were written: {error}.", address)
    if kind == "ready":
        page = next(of_line(raw, address), fault("bad-octets", f"Nothing is kept of {address}.", address))
    else:
        page = page_of_bytes(raw, address=address, html=kind == "html", charset=charset)
    if isinstance(page, Problem):
        return page
    told = page.given if kind == "ready" else given
    return replace(page, given=told, problems=page.problems + noted)


def _filled(said: Given, told: Given) -> Given:
    """What the bytes say, and where they say nothing what was told beside them."""
    gaps = {field.name: getattr(told, field.name) for field in fields(Given) if not getattr(said, field.name)}
    return replace(said, **gaps)
