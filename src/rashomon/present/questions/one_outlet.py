"""One outlet: what it reported, what it had alone, what it corrected, and its ties to others.

Each part is a bounded number of questions to the store; what is counted is counted over the newest reports, and how
many these were is told (`by_outlet.LOOKED_AT`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rashomon.core import Document, Notice, Standing
from rashomon.core.batches import batched
from rashomon.outlets import Outlet, by_name
from rashomon.present.days import gives_day_only
from rashomon.present.questions.asked import Asked, checked_limit, cursor, going_on
from rashomon.present.questions.by_outlet import LOOKED_AT, counted, newest, outlet_of, reports_of
from rashomon.present.questions.facts import ClaimAnswer, DocumentAnswer, OutletAnswer, Page
from rashomon.present.questions.shelf import Shelf
from rashomon.present.questions.told import LIMIT, claim, document_answers
from rashomon.stores.base import View
from rashomon.stores.facts import FoundClaim
from rashomon.stores.query import Sought

ALONE = 10
"""So many claims are shown that nobody else tells."""
CLAIMS_LOOKED_AT = 60
AT_ONCE = 20
"""The reports of so many claims are looked up at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What an outlet says in a report of that report: corrected, clarified, withdrawn, updated."""

    document: str
    headline: str | None
    published_at: datetime | None
    notice: Notice
    words: str
    day_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOutlet:
    """An outlet.

    `reports` are a page of what it published; `tally` counts its newest reports with its ties to others, None where
    none is known of it, `looked_at` and `whole` as in `OutletPage`. `alone` are claims of which no other outlet has a
    report, the newest first, `noted` the notices in its newest reports.
    """

    name: str
    known: Outlet | None
    reports: Page[DocumentAnswer]
    tally: OutletAnswer | None
    looked_at: int
    whole: bool
    alone: tuple[ClaimAnswer, ...]
    noted: tuple[Noted, ...]


def one_outlet(view: View, name: str, *, limit: int = LIMIT, before: str | None = None) -> OneOutlet:
    """What is known of the outlet of this name: of all its names where the table of outlets has it.

    Args:
        view: the archive.
        name: the outlet's; a part of it stands for all outlets that have that part.
        limit: how many reports.
        before: where to go on from with the reports; all else is the same on each page.

    Raises:
        AskedError: the name has no letter or digit in it, or `before` is none.
    """
    asked = Asked(outlet=name)
    found = view.documents(reports_of(asked), limit=checked_limit(limit), before=cursor(before))
    known = by_name(name)
    newest_of_it = newest(view, reports_of(asked), LOOKED_AT)
    page = counted(view, asked, newest_of_it, limit=50)
    own = name if known is None else known.name
    return OneOutlet(
        name=own,
        known=known,
        reports=Page(results=document_answers(view, found.results), before=going_on(found.before)),
        tally=next((one for one in page.results if one.name == own), None) or next(iter(page.results), None),
        looked_at=page.looked_at,
        whole=page.whole,
        alone=_alone(view, asked, own),
        noted=_noted(newest_of_it[0]),
    )


def _alone(view: View, asked: Asked, name: str) -> tuple[ClaimAnswer, ...]:
    """Claims that one report of the outlet tells alone, in stories that others report too.

    Of `CLAIMS_LOOKED_AT` the newest are taken of which somebody acts: the rest is mostly circumstance.
    """
    shelf, found = Shelf(view), list[FoundClaim]()
    query = reports_of(Asked(outlet=asked.outlet, standing=Standing.SINGLE.value), Sought.CLAIMS)
    claims = view.claims(query, limit=CLAIMS_LOOKED_AT).results
    stories = view.stories_of([report.document for one in claims for report in one.claim.reports])
    told_by_others = {kept.story.id for kept in stories.values() if len(kept.story.documents) > 1}
    chosen = [one for one in claims if one.actor is not None and one.story in told_by_others]
    for some in batched(chosen, AT_ONCE):
        shelf.put_documents(report.document for one in some for report in one.claim.reports)
        found += [
            one for one in some if all(_is_by(shelf.document(report.document), name) for report in one.claim.reports)
        ]
        if len(found) >= ALONE:
            break
    shelf.put_outlines(one.story for one in found[:ALONE])
    return tuple(claim(shelf, one) for one in found[:ALONE])


def _is_by(document: Document | None, name: str) -> bool:
    return document is not None and outlet_of(document) == name


def _noted(reports: Sequence[Document]) -> tuple[Noted, ...]:
    return tuple(
        Noted(
            document=own.id,
            headline=own.headline,
            published_at=own.published_at,
            notice=notice,
            words=own.words_at(notice.span),
            day_only=gives_day_only(own),
        )
        for own in reports
        for notice in own.notices
    )
