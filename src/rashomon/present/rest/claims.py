"""`/claims`: what is told, how it stands over all its reports, and who tells it how."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from rashomon.present import questions
from rashomon.present.exports.answers import claim_answer_row
from rashomon.present.rest import replies
from rashomon.present.rest.asking import LIMIT, Before, Limit, OfClaims
from rashomon.present.rest.documented import NEXT, operation
from rashomon.present.server.access import Scope
from rashomon.present.server.service import Served

router = APIRouter(prefix="/claims", tags=["told"])


@router.get("", **operation("claims", "Find claims", "claims", scope=Scope.READ, headers=NEXT, tagged=True))
def claims(request: Request, service: Served, asked: OfClaims, limit: Limit = LIMIT, before: Before = None) -> Response:
    """Claims, the latest first by when they were first told; the words are looked for in the claim.

    `standing=disputed` are those on which reports differ; `status=denied&voice=Orsk` is what Orsk denied.
    """
    with service.view() as view:
        found = questions.claims(view, asked, limit=limit, before=before)
    return replies.page(request, found, claim_answer_row)
