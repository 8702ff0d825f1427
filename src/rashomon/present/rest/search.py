"""`/search`: words looked for in claims, quotations and reports at once."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from rashomon.present import questions
from rashomon.present.exports.answers import hit_row
from rashomon.present.questions import AMONG, Asked
from rashomon.present.rest import replies
from rashomon.present.rest.asking import LIMIT, Before, Limit, asked_by
from rashomon.present.rest.documented import NEXT, operation
from rashomon.present.server.access import Scope
from rashomon.present.server.service import Served
from rashomon.stores.query import FIELDS

router = APIRouter(prefix="/search", tags=["told"])

OfAny = Annotated[Asked, Depends(asked_by(frozenset[str]().union(*(FIELDS[sought] for sought in AMONG))))]


@router.get("", **operation("search", "Look for words", "search", scope=Scope.READ, headers=NEXT, tagged=True))
def search(request: Request, service: Served, asked: OfAny, limit: Limit = LIMIT, before: Before = None) -> Response:
    """What is found in claims, quotations and documents, mixed by time, with the places of the words.

    Give words or a filter. What cannot be asked by all the filters given is left out; `among` names what is left.
    """
    with service.view() as view:
        found = questions.search(view, asked, limit=limit, before=before)
    return replies.page(request, found, hit_row)
