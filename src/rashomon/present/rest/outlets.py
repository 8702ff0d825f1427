"""`/outlets`: who told, how much of it is copied and from whom, and who copies and credits them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from rashomon.present import questions
from rashomon.present.exports.answers import outlet_answer_row
from rashomon.present.questions import REPORTS_LOOKED_AT, Asked
from rashomon.present.rest import bounds, replies
from rashomon.present.rest.asking import LIMIT, Before, Limit, asked_by
from rashomon.present.rest.documented import NEXT, operation
from rashomon.present.server.access import Scope
from rashomon.present.server.service import Served

router = APIRouter(prefix="/outlets", tags=["told"])

OfReports = Annotated[Asked, Depends(asked_by(("outlet", "language", "since", "until")))]
LookAt = Annotated[int, Query(description="How many of the newest reports to count.", ge=1, le=bounds.MOST_LOOKED_AT)]


@router.get("", **operation("outlets", "List outlets", "outlets", scope=Scope.READ, headers=NEXT, tagged=True))
def outlets(
    request: Request,
    service: Served,
    asked: OfReports,
    limit: Limit = LIMIT,
    before: Before = None,
    look_at: LookAt = REPORTS_LOOKED_AT,
) -> Response:
    """The outlets of the newest reports, those with the most first; `outlet=` asks of one.

    `looked_at` says over how many reports was counted, and `whole` whether these are all that were asked for.
    """
    with service.view() as view:
        found = questions.outlets(view, asked, limit=limit, before=before, look_at=look_at)
    return replies.page(request, found, outlet_answer_row)
