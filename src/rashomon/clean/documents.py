"""Page -> Document, or the Problem that says why not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from rashomon.clean.credits import canonical, in_address, in_closing
from rashomon.clean.html_pages import Column, column_of
from rashomon.clean.language import language_of
from rashomon.clean.notices import notices_in
from rashomon.clean.small_print import Credits, credits_in
from rashomon.clean.sorting import Sorted, sort_text
from rashomon.clean.trees import MOST_NESTED, MOST_RUN_CHARS
from rashomon.core import PROSE, Document, NoticeKind, Page, Part, Passage, Problem, Role, Span, content_id
from rashomon.outlets import by_address, by_name

LEAST_WORDS = 5
"""An HTML page with fewer words of prose than this is no report; of a plain text any word is one."""


def document(page: Page) -> Document | Problem:
    """Clean one page.

    The text of plain and ready pages is kept as it came; that of HTML is the page's main column. Passages and
    set-aside stretches cover all of it. What the sender gave (id, outlet, time ...) wins over what the page tells.
    """
    if page.kind == "html":
        return _from_html(page)
    if page.kind == "ready" and (page.given.passages or page.given.set_aside):
        return _trusted(page)
    found = sort_text(page.text, headline=page.given.headline, ready=page.kind == "ready")
    return _made(page, page.text, found, Document(id="", text=page.text))


def documents_of(pages: list[Page | Problem]) -> list[Document | Problem]:
    """The document of each page, or the problem why there is none, in their order; problems stay as they are."""
    return [page if isinstance(page, Problem) else document(page) for page in pages]


CUT_SHORT = (
    f"The page was not read to its end: its elements are nested more than {MOST_NESTED} deep, or a stretch of it "
    f"without elements has more than {MOST_RUN_CHARS:,} characters."
)


def _from_html(page: Page) -> Document | Problem:
    address = _address(page)
    try:
        column = column_of(page.text, address if address and "://" in address else None)
    except RecursionError:
        return _fault(page, "too-large", CUT_SHORT)
    made = _from_column(page, column, address)
    if column is None or not column.cut_short:
        return made
    if isinstance(made, Problem):
        return _fault(page, "too-large", CUT_SHORT)
    return replace(made, problems=(*made.problems, replace(_note("page-cut-short", CUT_SHORT), document=made.id)))


def _from_column(page: Page, column: Column | None, address: str | None) -> Document | Problem:
    if column is None or not column.text.strip():
        return _fault(
            page, "no-report", "The page has no column of text: it may be a list of links, or need a browser."
        )
    tells = column.tells
    headline = page.given.headline or tells.headline
    found = sort_text(column.text, headline=headline, ready=True, roles=column.roles)
    problems: tuple[Problem, ...] = ()
    if tells.published_at is not None and tells.day_only:
        problems = (_note("published-day-only", "The page gives the day it was published, not the time."),)
    known = by_address(address) or by_address(tells.canonical)
    better = address if address and "://" in address else None
    return _made(
        page,
        column.text,
        found,
        Document(
            id="",
            text=column.text,
            headline=headline,
            address=better or (tells.canonical if address in {None, "-"} else address),
            outlet=known.name if known is not None else tells.outlet,
            bylines=tells.bylines,
            published_at=tells.published_at,
            language=_page_language(column),
            problems=problems,
        ),
    )


def _page_language(column: Column) -> str | None:
    """The language of the words; the page's own word for it only where they are too few to tell."""
    return language_of(column.tells.headline, column.text) or column.tells.language


def _made(page: Page, text: str, found: Sorted, told: Document) -> Document | Problem:
    """The document from what was given, what the page's head told (`told`) and what sorting found, in this order."""
    prose = sum(len(p.span.of(text).split()) for p in found.passages if p.role in PROSE)
    given = page.given
    outside = given.headline or told.headline
    least = LEAST_WORDS if page.kind == "html" else 1
    if prose < least and not (outside and (prose or not text.strip())):
        return _fault(page, "no-report", "Nothing but furniture was found: no words of a report.")
    headline = outside or (found.headline.of(text) if found.headline is not None else None)
    span = found.headline
    if span is None and headline is not None:
        span = Span(0, len(headline), Part.HEADLINE)
    address = told.address or _address(page)
    known = by_address(address)
    outlet = given.outlet or told.outlet or found.outlet or (known.name if known is not None else None)
    if outlet is None and (address is None or "://" not in address):
        outlet = found.agency
    of_head = found.stamp.when if found.stamp is not None else None
    published = given.published_at or told.published_at or of_head
    problems = list(page.problems + told.problems)
    if found.stamp is not None and published == of_head and not given.published_at:
        if not found.stamp.has_clock:
            problems.append(_note("published-day-only", "The page gives the day it was published, not the time."))
        elif not found.stamp.has_zone:
            problems.append(_note("zone-unknown", "The publishing time has no zone; taken as UTC."))
    bylines = given.bylines or told.bylines or found.head.bylines
    texts = (
        *given.credits,
        *(n for n in bylines if (o := by_name(n)) is not None and o.supplies),
        *in_address(address),
        *in_closing(_last_paragraph(text, found.passages)),
    )
    named, pictures = _credits(texts, found.credits)
    if outlet is not None and (given.outlet or told.outlet or canonical(outlet) not in found.in_dateline):
        own = canonical(outlet)  # nobody credits himself; where only the dateline names the outlet, it stays a credit
        named, pictures = (tuple(n for n in names if n != own) for names in (named, pictures))
    made = Document(
        id=given.id
        or content_id("document", given.outlet or told.outlet or found.outlet or _basename(address), headline, text),
        text=text,
        headline=headline,
        headline_span=span,
        address=address,
        outlet=outlet,
        bylines=bylines,
        published_at=published,
        language=given.language or told.language or language_of(headline, _prose_text(text, found.passages)),
        passages=found.passages,
        set_aside=found.set_aside,
        credits=named,
        picture_credits=pictures,
    )
    return _noted(replace(made, problems=tuple(replace(p, document=made.id) for p in problems)))


def _trusted(page: Page) -> Document:
    """A document that was cleaned before: taken as it stands."""
    given, text = page.given, page.text
    at = next((p.span for p in given.passages if p.role is Role.HEADLINE), None)
    if at is None and given.headline:
        at = Span(0, len(given.headline), Part.HEADLINE)
    address = _address(page)
    pictures = credits_in(text, given.passages, given.set_aside).pictures
    identity = given.id or content_id("document", given.outlet or _basename(address), given.headline, text)
    made = Document(
        id=identity,
        text=text,
        headline=given.headline,
        headline_span=at,
        address=address,
        outlet=given.outlet,
        bylines=given.bylines,
        published_at=given.published_at,
        language=given.language,
        passages=given.passages,
        set_aside=given.set_aside,
        credits=given.credits,
        picture_credits=tuple(n for n in given.credits if n in pictures),
        problems=tuple(replace(p, document=identity) for p in page.problems),
    )
    return _noted(made)


def _credits(texts: tuple[str, ...], found: Credits) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All credits, and those of pictures alone; `texts` are the agencies known to have given words."""
    words = {canonical(n) for n in texts}
    every = tuple(dict.fromkeys((*(canonical(n) for n in texts), *found.every)))
    return every, tuple(n for n in found.pictures if n not in words)


NOTED = {
    NoticeKind.CORRECTION: ("correction-noted", "The outlet corrects its report here."),
    NoticeKind.CLARIFICATION: ("correction-noted", "The outlet clarifies its report here."),
    NoticeKind.RETRACTION: ("retraction-noted", "The outlet withdraws its report here."),
    NoticeKind.UPDATE: ("update-noted", "The outlet says here that it updated its report."),
}


def _noted(made: Document) -> Document:
    """The document with its notices, and a problem for each; the words stay where they are."""
    notices = notices_in(
        made.text,
        made.passages,
        made.set_aside,
        headline=made.headline,
        headline_span=made.headline_span,
        published_at=made.published_at,
        names=[name for name in (made.outlet, *made.credits) if name],
    )
    told = [
        Problem(stage="clean", code=c, message=m, document=made.id, span=n.span)
        for n in notices
        for c, m in [NOTED[n.kind]]
    ]
    return replace(made, notices=notices, problems=(*made.problems, *told))


def _last_paragraph(text: str, passages: tuple[Passage, ...]) -> str:
    """The words of the last paragraph of a report, behind which stands whose words they are."""
    return next((p.span.of(text) for p in reversed(passages) if p.role in PROSE and p.span.part is Part.TEXT), "")


def _prose_text(text: str, passages: tuple[Passage, ...]) -> str:
    return " ".join(p.span.of(text) for p in passages if p.role in PROSE)[:1200]


def _address(page: Page) -> str | None:
    """What the sender gave, else where the page came from; a place in a file of records, or standard input, is none."""
    if page.given.address is not None or (page.kind == "ready" and "://" not in page.address):
        return page.given.address
    return None if page.address == "-" else page.address or None


def _basename(address: str | None) -> str | None:
    if address is None or "://" in address:
        return address
    return PurePath(address).name


def _note(code: str, message: str) -> Problem:
    return Problem(stage="clean", code=code, message=message)


def _fault(page: Page, code: str, message: str) -> Problem:
    return Problem(stage="clean", code=code, message=message, document=page.given.id, address=page.address, fatal=True)
