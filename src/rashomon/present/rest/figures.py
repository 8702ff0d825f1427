"""`/figures`: what is counted, each value, and the reports that tell it."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from rashomon.present import questions
from rashomon.present.exports.answers import figure_answer_row
from rashomon.present.rest import replies
from rashomon.present.rest.asking import LIMIT, Before, Limit, OfFigures
from rashomon.present.rest.documented import NEXT, operation
from rashomon.present.server.access import Scope
from rashomon.present.server.service import Served

router = APIRouter(prefix="/figures", tags=["told"])


@router.get("", **operation("figures", "Find figures", "figures", scope=Scope.READ, headers=NEXT, tagged=True))
def figures(
    request: Request, service: Served, asked: OfFigures, limit: Limit = LIMIT, before: Before = None
) -> Response:
    """Lines of figures, the latest first; the words are looked for in what is counted and in those of the values."""
    with service.view() as view:
        found = questions.figures(view, asked, limit=limit, before=before)
    return replies.page(request, found, figure_answer_row)
