"""`/quotes`: words said, who said them, and which report quotes them."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from rashomon.present import questions
from rashomon.present.exports.answers import quotation_answer_row
from rashomon.present.rest import replies
from rashomon.present.rest.asking import LIMIT, Before, Limit, OfQuotations
from rashomon.present.rest.documented import NEXT, operation
from rashomon.present.server.access import Scope
from rashomon.present.server.service import Served

router = APIRouter(prefix="/quotes", tags=["told"])


@router.get("", **operation("quotes", "Find words said", "quotes", scope=Scope.READ, headers=NEXT, tagged=True))
def quotes(
    request: Request, service: Served, asked: OfQuotations, limit: Limit = LIMIT, before: Before = None
) -> Response:
    """Quotations, the latest first; the words are looked for in what was said."""
    with service.view() as view:
        found = questions.quotations(view, asked, limit=limit, before=before)
    return replies.page(request, found, quotation_answer_row)
