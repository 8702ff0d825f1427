"""The page of a story: its account, and beside it the words that a citation leads to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from rashomon.core import Account, Part, Span
from rashomon.core.span import WRITTEN
from rashomon.present.questions import AskedError
from rashomon.present.report.marking import Marked, marked
from rashomon.present.report.sheet import Column, sheets
from rashomon.present.report.story_page import StoryPage
from rashomon.present.server.service import Served, weight_of
from rashomon.present.web import addresses
from rashomon.present.web.rendering import environment, part, rendered

router = APIRouter(include_in_schema=False)

_PLACE = re.compile(rf"(?P<document>.+?):{WRITTEN}", re.DOTALL)
BESIDE = "beside"
"""The element into which words are put, and the name by which a script asks for them."""

MARK = "at"
"""The name of the words that are opened."""


@lru_cache(4096)
def _quoted(name: str) -> str:
    return quote(name, safe=":~", errors="surrogatepass")


class OnTheServer:
    """The links of a served story; a citation is the same page with the words opened beside."""

    to_words = Markup(' data-part="beside"')

    def __init__(self, story: str) -> None:
        self._story = story

    def words(self, document: str, span: Span, near: str) -> str:
        """The page with these words beside, at the part from which they are asked for.

        A query alone, since a page of fifty reports has thousands of them.
        """
        return f"?at={_quoted(document)}:{addresses.written(span)}#{_quoted(near)}"

    def report(self, document: str) -> str:
        """The page with this report beside."""
        return f"?at={_quoted(document)}#{BESIDE}"

    def document(self, document: str) -> str:
        """The report's own page."""
        return addresses.document(document)

    def outlet(self, name: str) -> str:
        """The outlet's page."""
        return addresses.outlet(name)

    def party(self, name: str) -> str:
        """The party's page."""
        return addresses.party(name)

    def compare(self, left: str, right: str) -> str:
        """The two side by side."""
        return addresses.compare(left, right)

    def work(self) -> str:
        """The forms of decisions."""
        return addresses.work(self._story)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A report beside the account: the paragraphs before the words, and those from the words on."""

    column: Column
    span: Span | None
    before: tuple[Marked, ...]
    shown: tuple[Marked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A story laid out, and its account as markup: the same for everybody until it changes."""

    account: Account
    one: StoryPage
    whole: Markup


@router.get("/stories/{story}")
def story(request: Request, service: Served, story: str, at: str | None = None) -> HTMLResponse:
    """A story; with `at`, these words opened beside."""
    try:
        with service.view() as view:
            account = service.account(view, story)
    except AskedError as fault:
        raise HTTPException(404, str(fault)) from None
    # an account that is held in what is made of it keeps its identity to itself
    key = ("story page", id(account))
    laid = service.pages.get(key, lambda: _laid(account), weight=lambda made: len(made.whole) + weight_of(account))
    one = laid.one
    beside = beside_of(one, at)
    if part(request) == BESIDE:
        return rendered(request, "beside.html.j2", one=one, beside=beside, asked=at)
    return rendered(
        request, "story_page.html.j2", one=one, whole=laid.whole, beside=beside, asked=at, provenance=account.provenance
    )


def _laid(account: Account) -> Laid:
    (sheet,) = sheets(account)
    one = StoryPage(sheet, OnTheServer(sheet.story.id))
    template = environment().get_template("story_whole.html.j2")
    return Laid(account=account, one=one, whole=Markup(template.render(one=one, problems=account.problems)))  # noqa: S704  the template escapes


def beside_of(one: StoryPage, at: str | None) -> Beside | None:
    """The report that is asked for, with the words marked; None where nothing is asked or nothing is there."""
    found = place_of(one, at)
    if found is None:
        return None
    column, span = found
    paragraphs, _ = marked(column.document, {} if span is None else {span: MARK})
    first = next((number for number, each in enumerate(paragraphs) if each.holds), 0)
    first = max(first - 1, 0)
    return Beside(column=column, span=span, before=tuple(paragraphs[:first]), shown=tuple(paragraphs[first:]))


def place_of(one: StoryPage, at: str | None) -> tuple[Column, Span | None] | None:
    """The report and the place in it that an address names: `DOC`, `DOC:12-34` or `DOC:headline:12-34`."""
    if not at:
        return None
    column = one.column(at)
    if column is not None:
        return column, None
    found = _PLACE.fullmatch(at)
    if found is None:
        return None
    part_of, column = Part.TEXT, one.column(found["document"])
    if found["part"] is not None:
        named = one.column(f"{found['document']}:{found['part']}")
        part_of, column = (Part.HEADLINE, column) if named is None else (Part.TEXT, named)
    if column is None:
        return None
    first, last = int(found["start"]), int(found["end"])
    if not first < last <= len(column.document.part(part_of)):
        return column, None
    return column, Span(first, last, part_of)
