"""The bytes of one page -> the page: its kind, its limits, its text."""

from __future__ import annotations

from dataclasses import replace

from rashomon.core import Page, Problem
from rashomon.ingest.decode import decoded
from rashomon.ingest.faults import fault

MAX_PAGE_BYTES = 10_000_000
"""The longest single text, page or JSON line; a long report is 100 kB, a heavy page 3 MB."""
MAX_TEXT_CHARS = 1_000_000
"""The longest plain text taken for one report; the parser takes no more at once either."""
MAX_TAGS = 60_000
"""The most tags of a page; real news pages have 500 to 15,000, and reading time grows with them."""


def page_of_bytes(
    raw: bytes, *, address: str, html: bool, charset: str | None = None, keep_octets: bool = False
) -> Page | Problem:
    """The page of one HTML or text file, or why it is none; `charset` is what was said beside it (HTTP).

    With `keep_octets` the page carries `raw`, of which `ingest.again` makes it again where no `charset` was said; a
    reader that knows more (the charset, the address, words of its own) sets `octets` by `ingest.kept` instead.
    """
    if len(raw) > MAX_PAGE_BYTES:
        return fault(
            "too-large", f"{address} has more than {MAX_PAGE_BYTES:,} bytes: too long for one report.", address
        )
    if html and (tags := raw.count(b"<")) > MAX_TAGS:
        return fault("too-large", f"{address} has {tags:,} tags; the limit is {MAX_TAGS:,}.", address)
    text, problems = decoded(raw, address, html=html, charset=charset)
    if not html and len(text) > MAX_TEXT_CHARS:
        return too_long(f"{address} has", text, address)
    return Page(
        address=address,
        kind="html" if html else "text",
        text=text,
        problems=tuple(problems),
        octets=raw if keep_octets else b"",
    )


def too_long(what_has: str, text: str, address: str) -> Problem:
    """That a text is too long for one report, and what to do."""
    said = (
        f"{what_has} {len(text):,} characters, and one report has at most {MAX_TEXT_CHARS:,}: divide it, a file or a "
        "JSON line for each report in it."
    )
    return fault("too-large", said, address)


def limited(page: Page | Problem, problems: tuple[Problem, ...] = ()) -> Page | Problem:
    """The page with what was noticed while decoding it, unless its text is beyond the limit."""
    if not isinstance(page, Page):
        return page
    if len(page.text) > MAX_TEXT_CHARS:
        return too_long("The text has", page.text, page.address)
    return replace(page, problems=page.problems + problems) if problems else page
