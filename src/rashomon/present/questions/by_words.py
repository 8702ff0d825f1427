"""Words looked for in claims, quotations and documents at once, the latest first, with the places of what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from rashomon.core import Document, Part, Span
from rashomon.present.questions.asked import Asked, AskedError, answerable, checked_limit, cursor
from rashomon.present.questions.facts import ClaimAnswer, DocumentAnswer, Hit, HitPage, QuotationAnswer
from rashomon.present.questions.marks import marks
from rashomon.present.questions.shelf import Shelf
from rashomon.present.questions.told import LIMIT, claim, document_answers, put_claims, put_quotations, quotation
from rashomon.stores.base import View
from rashomon.stores.facts import Found
from rashomon.stores.query import Query, Sought

AMONG = (Sought.CLAIMS, Sought.QUOTATIONS, Sought.DOCUMENTS)
"""What is looked among; of one minute, in this order."""
BEFORE_CHARS, PIECE_CHARS = 80, 240
"""How much of a document's text is given, and how much of it stands before the first mark."""
LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class _Kind:
    """One kind of what is found, and where its store goes on from; `ended` once there is no more."""

    sought: Sought
    query: Query
    find: Callable[..., Found[Any]]
    before: int | None
    ended: bool


def search(
    view: View,
    asked: Asked,
    *,
    limit: int = LIMIT,
    before: str | None = None,
    among: tuple[Sought, ...] = AMONG,
) -> HitPage:
    """What is found in any of the three, mixed by time: claims by when they were first told.

    A field that one of the three cannot be asked by leaves that one out; `among` says which were looked among.

    Args:
        view: the archive.
        asked: what is looked for.
        limit: how many.
        before: where to go on from.
        among: which of the three.

    Raises:
        QueryError: none can be asked by all the fields, or the words cannot be understood.
        AskedError: nothing is asked.
    """
    limit = checked_limit(limit)
    queries = answerable(asked.of(view), among)
    if not any(query.clauses for query in queries.values()):
        raise AskedError("nothing is looked for: give words, or a filter such as a party")
    shelf = Shelf(view)
    kinds = _kinds(view, queries, before)
    found = [_found(kind, limit) for kind in kinds]
    hits = [(hit, order) for order, kind in enumerate(kinds) for hit in _hits(shelf, kind, found[order].results)]
    hits.sort(key=lambda pair: (-(pair[0].at or LONG_AGO).timestamp(), pair[1]))
    shown = hits[:limit]
    places = [_going_on(kind, found[order], sum(of == order for _, of in shown)) for order, kind in enumerate(kinds)]
    more = any(place != "-" for place in places)
    return HitPage(
        results=tuple(hit for hit, _ in shown), before=".".join(places) if more else None, among=tuple(queries)
    )


def _kinds(view: View, queries: dict[Sought, Query], before: str | None) -> list[_Kind]:
    """The kinds with the place of each: `.` between them, `-` for one that has ended, `0` for one not begun."""
    places = ["0"] * len(queries) if before is None else before.split(".")
    if len(places) != len(queries) or (before is not None and set(places) == {"-"}):
        raise AskedError(f"{before!r} is not what a page of this question gave as `before`")
    finds: dict[Sought, Callable[..., Found[Any]]] = {
        Sought.CLAIMS: view.claims,
        Sought.QUOTATIONS: view.quotations,
        Sought.DOCUMENTS: view.documents,
    }
    return [
        _Kind(sought, query, finds[sought], cursor(place) or None if place != "-" else None, place == "-")
        for (sought, query), place in zip(queries.items(), places, strict=True)
    ]


def _found(kind: _Kind, limit: int) -> Found[Any]:
    return Found(results=()) if kind.ended else kind.find(kind.query, limit=limit, before=kind.before)


def _going_on(kind: _Kind, found: Found[Any], shown: int) -> str:
    """Where the next page begins with a kind of which so many of those found are on this one."""
    if kind.ended:
        return "-"
    if shown == 0 and found.results:
        return str(kind.before or 0)
    some = shown < len(found.results)
    after = kind.find(kind.query, limit=shown, before=kind.before).before if some else found.before
    return "-" if after is None else str(after)


def _hits(shelf: Shelf, kind: _Kind, found: Sequence[Any]) -> list[Hit]:
    """What one of three questions found, with the places in it."""
    if kind.sought is Sought.CLAIMS:
        put_claims(shelf, found)
        return [_of_claim(claim(shelf, one), kind.query) for one in found]
    if kind.sought is Sought.QUOTATIONS:
        put_quotations(shelf, found)
        return [_of_quotation(quotation(shelf, one), kind.query) for one in found]
    answers = document_answers(shelf.view, found)
    return [_of_document(answer, one.document, kind.query) for answer, one in zip(answers, found, strict=True)]


def _of_claim(told: ClaimAnswer, query: Query) -> Hit:
    words = told.claim.text
    return Hit(kind=Sought.CLAIMS, at=told.at, story=told.story, words=words, marks=marks(words, query), answer=told)


def _of_quotation(said: QuotationAnswer, query: Query) -> Hit:
    words, at = said.telling.words, said.telling.published_at
    return Hit(kind=Sought.QUOTATIONS, at=at, story=said.story, words=words, marks=marks(words, query), answer=said)


def _of_document(answer: DocumentAnswer, own: Document, query: Query) -> Hit:
    words, offset, places = _piece(own, query)
    return Hit(
        kind=Sought.DOCUMENTS,
        at=answer.published_at,
        story=answer.story,
        words=words,
        marks=places,
        answer=answer,
        offset=offset,
    )


def _piece(own: Document, query: Query) -> tuple[str, int, tuple[Span, ...]]:
    """As much of the text as shows what was found, cut at blanks; where it begins, and the places in it.

    Where only the headline has it, and the text does not hold that, it is the headline.
    """
    found = marks(own.text, query)
    in_headline = () if found or not own.headline else marks(own.headline, query)
    if in_headline and own.headline:
        return own.headline, 0, tuple(Span(one.start, one.end, Part.HEADLINE) for one in in_headline)
    first = found[0].start if found else 0
    start = own.text.rfind(" ", 0, max(first - BEFORE_CHARS, 0) + 1) + 1 if first > BEFORE_CHARS else 0
    if first - start > 2 * BEFORE_CHARS:  # nothing to cut at
        start = first
    end = start + PIECE_CHARS
    if end < len(own.text):
        blank = own.text.rfind(" ", start + PIECE_CHARS // 2, end)
        end = blank if blank > first else end
    words = own.text[start:end]
    return words, start, marks(words, query)
