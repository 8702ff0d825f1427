"""`/accounts`: an account of reports that are sent along; nothing is kept of them."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from rashomon.present.rest import errors, replies
from rashomon.present.rest.bodies import GivenDocuments, SentDocuments, request_body
from rashomon.present.rest.documented import OF_BODIES, operation
from rashomon.present.server.access import Scope
from rashomon.present.server.service import Served
from rashomon.present.server.streams import who_asks
from rashomon.present.server.tasks import AccountOf

router = APIRouter(prefix="/accounts", tags=["given"])
EXAMPLE: dict[str, Any] = {
    "documents": [
        {"id": "d1", "outlet": "Tarn Valley Post", "text": "The council of Orle closed the bridge on Friday."},
        {
            "id": "d2",
            "outlet": "Orle Evening Star",
            "text": "The council of Orle denied that it had closed the bridge.",
        },
    ]
}


@router.post(
    "",
    **operation(
        "accountOf",
        "The account of what is sent",
        "account",
        scope=Scope.READ,
        fails=(*OF_BODIES, errors.WRONG_MEDIA, errors.BUSY, errors.TOO_LONG),
        requestBody=request_body(GivenDocuments, files=True, example=EXAMPLE),
    ),
)
def account_of(request: Request, service: Served, sent: SentDocuments) -> Response:
    """What `rashomon account --format json` gives of the same reports; about a quarter of a second each."""
    answered = service.jobs.answer(AccountOf(uploads=sent.uploads), by=who_asks(request))
    return replies.octets(request, answered, media_type=replies.MEDIA_TYPE)
