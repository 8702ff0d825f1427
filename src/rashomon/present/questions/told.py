"""What is told in the archive: claims, quotations, figures, and the documents that tell them."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.present.days import gives_day_only
from rashomon.present.questions.asked import Asked, checked_limit, cursor, going_on
from rashomon.present.questions.facts import (
    ClaimAnswer,
    ClaimReport,
    DocumentAnswer,
    FigureAnswer,
    Page,
    QuotationAnswer,
)
from rashomon.present.questions.sentences import cue_sentence
from rashomon.present.questions.shelf import Shelf
from rashomon.stores.base import View
from rashomon.stores.facts import FoundClaim, FoundDocument, FoundFigure, FoundQuotation, KeptStory
from rashomon.stores.query import Sought

LIMIT = 20
"""The length of a page where nobody asks for another."""


def claims(view: View, asked: Asked, *, limit: int = LIMIT, before: str | None = None) -> Page[ClaimAnswer]:
    """The claims asked for, by when they were first told: the latest first.

    `Asked(standing="disputed", since=...)` are the claims disputed of late, `Asked(status="denied", voice="Orsk")` what
    Orsk denied.
    """
    shelf = Shelf(view)
    found = view.claims(asked.of(view).query(Sought.CLAIMS), limit=checked_limit(limit), before=cursor(before))
    put_claims(shelf, found.results)
    return Page(results=tuple(claim(shelf, one) for one in found.results), before=going_on(found.before))


def quotations(view: View, asked: Asked, *, limit: int = LIMIT, before: str | None = None) -> Page[QuotationAnswer]:
    """The words said that are asked for, the latest first; `Asked(words="expel*")` tells who spoke of expelling."""
    shelf = Shelf(view)
    found = view.quotations(asked.of(view).query(Sought.QUOTATIONS), limit=checked_limit(limit), before=cursor(before))
    put_quotations(shelf, found.results)
    return Page(results=tuple(quotation(shelf, one) for one in found.results), before=going_on(found.before))


def figures(view: View, asked: Asked, *, limit: int = LIMIT, before: str | None = None) -> Page[FigureAnswer]:
    """The lines of figures asked for, the latest first."""
    shelf = Shelf(view)
    found = view.figures(asked.of(view).query(Sought.FIGURES), limit=checked_limit(limit), before=cursor(before))
    return Page(results=tuple(_figure(shelf, one) for one in found.results), before=going_on(found.before))


def documents(view: View, asked: Asked, *, limit: int = LIMIT, before: str | None = None) -> Page[DocumentAnswer]:
    """The reports asked for, the latest first."""
    found = view.documents(asked.of(view).query(Sought.DOCUMENTS), limit=checked_limit(limit), before=cursor(before))
    return Page(results=document_answers(view, found.results), before=going_on(found.before))


def put_claims(shelf: Shelf, found: Iterable[FoundClaim]) -> None:
    """Look up at once what the answers with these claims are put together from."""
    some = list(found)
    shelf.put_outlines(one.story for one in some)
    shelf.put_documents(report.document for one in some for report in one.claim.reports)


def put_quotations(shelf: Shelf, found: Iterable[FoundQuotation]) -> None:
    """The same for quotations."""
    some = list(found)
    shelf.put_outlines(one.story for one in some)
    shelf.put_documents(one.wording.document for one in some)


def claim(shelf: Shelf, found: FoundClaim) -> ClaimAnswer:
    """A claim with what its reports say."""
    own = found.claim
    documents = [report.document for report in own.reports]
    at = shelf.first_told(documents)
    return ClaimAnswer(
        story=found.story,
        title=shelf.title(found.story),
        claim=own,
        actor=found.actor,
        target=found.target,
        at=at,
        day_only=shelf.day_only(documents, at),
        reports=tuple(
            ClaimReport(
                report=report,
                voice=shelf.party(found.story, report.voice),
                telling=shelf.telling(report.document, report.span),
            )
            for report in own.reports
        ),
    )


def quotation(shelf: Shelf, found: FoundQuotation) -> QuotationAnswer:
    """A quotation with its report."""
    return QuotationAnswer(
        story=found.story,
        title=shelf.title(found.story),
        utterance=found.utterance,
        speaker=found.speaker,
        form=found.wording.form,
        telling=shelf.telling(found.wording.document, found.wording.span),
        sentence=cue_sentence(shelf.document(found.wording.document), found.wording),
    )


def document_answers(view: View, found: Iterable[FoundDocument]) -> tuple[DocumentAnswer, ...]:
    """Reports and the stories they are in."""
    some = list(found)
    stories = view.stories_of([one.document.id for one in some])
    return tuple(_document(one, stories.get(one.document.id)) for one in some)


def _document(found: FoundDocument, story: KeptStory | None) -> DocumentAnswer:
    own = found.document
    return DocumentAnswer(
        id=own.id,
        version=found.version,
        story=None if story is None else story.story.id,
        outlet=own.outlet,
        headline=own.headline,
        published_at=own.published_at,
        address=own.address,
        language=own.language,
        bylines=own.bylines,
        credits=own.credits,
        text_chars=len(own.text),
        day_only=gives_day_only(own),
    )


def _figure(shelf: Shelf, found: FoundFigure) -> FigureAnswer:
    cited = [[shelf.telling(place.document, place.span) for place in value.reports] for value in found.figure.values]
    documents = [telling.document for places in cited for telling in places]
    at = shelf.first_told(documents)
    return FigureAnswer(
        story=found.story,
        title=shelf.title(found.story),
        figure=found.figure,
        at=at,
        day_only=shelf.day_only(documents, at),
        tellings=tuple(map(tuple, cited)),
    )
