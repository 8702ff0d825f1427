"""What an archive keeps of a page: the bytes from which it can be made again, in one of two forms.

A file of HTML or text, and a JSON line, are kept as they came. Where more was known than the bytes say (the charset of
HTTP headers, an address, words of a feed), the bytes stand in an envelope: a line that begins with `MARK` and goes on
in JSON, then the bytes. What would be taken for something else by its look goes into an envelope too. When a page was
seen is not part of it, so that the same page seen twice is kept once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from rashomon.core import Given, Page, Problem

MARK = b"rashomon-page/1 "
_TOLD = ("id", "address", "headline", "outlet", "language")
_LISTED = ("bylines", "credits")


def of_file(page: Page, raw: bytes) -> Page:
    """The page of a file of HTML or text with the file's bytes."""
    return in_envelope(page, raw) if raw.startswith(MARK) else replace(page, octets=raw)


def of_record(page: Page, line: bytes) -> Page:
    """The page of one JSON object with that object on a line of its own."""
    return replace(page, octets=line)


def in_envelope(page: Page, raw: bytes, *, charset: str | None = None, noted: Sequence[Problem] = ()) -> Page:
    """The page with its bytes and all that was known beside them.

    Args:
        page: a page of kind `html` or `text` made of `raw`, or of kind `ready` made of the JSON object in `raw`.
        raw: the page's own bytes, without any coding of the transfer.
        charset: the encoding that was said beside the bytes.
        noted: those of the page's problems that reading `raw` does not show again.
    """
    beside: dict[str, object] = {"kind": page.kind}
    if charset is not None:
        beside["charset"] = charset
    if page.kind != "ready":
        beside |= _told(page.given)
    if noted:
        beside["noted"] = [[problem.code, problem.message] for problem in noted]
    return replace(page, octets=MARK + json.dumps(beside).encode("ascii") + b"\n" + raw)


def _told(given: Given) -> dict[str, object]:
    told: dict[str, object] = {name: value for name in _TOLD if (value := getattr(given, name)) is not None}
    told |= {name: list(values) for name in _LISTED if (values := getattr(given, name))}
    if given.published_at is not None:
        told["published_at"] = given.published_at.isoformat()
    return told


def given_of(beside: Mapping[str, object]) -> Given:
    """What an envelope says that the sender told.

    Raises:
        ValueError: the envelope was not written by this module.
    """
    published = beside.get("published_at")
    return Given(
        id=_words(beside.get("id")),
        address=_words(beside.get("address")),
        headline=_words(beside.get("headline")),
        outlet=_words(beside.get("outlet")),
        language=_words(beside.get("language")),
        bylines=_list(beside.get("bylines")),
        credits=_list(beside.get("credits")),
        published_at=None if published is None else datetime.fromisoformat(str(published)),
    )


def _words(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _list(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()
