"""Two reports side by side."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from rashomon.present.questions.compared import comparison, pair_of
from rashomon.present.report.told import outlet_name, told_publishing, told_time
from rashomon.present.server.access import Scope, caller_of
from rashomon.present.server.service import Served
from rashomon.present.web import marked
from rashomon.present.web.at_hand import accounts_of
from rashomon.present.web.rendering import rendered

router = APIRouter(include_in_schema=False)


@router.get("/compare")
def compared(request: Request, service: Served, left: str = "", right: str = "") -> HTMLResponse:
    """Two reports, or two versions of one, held side by side."""
    if not left.strip() or not right.strip():
        return rendered(request, "compare_which.html.j2", left=left, right=right)
    with service.view() as view:
        pair = pair_of(view, left.strip(), right.strip(), accounts=accounts_of(service))
    found = comparison(pair)
    return rendered(
        request,
        "compare.html.j2",
        found=found,
        claims=pair.claims,
        sides=[
            ("left", found.left, marked.as_compared(found.left.document, found.joined, left=True), found.alone_left),
            (
                "right",
                found.right,
                marked.as_compared(found.right.document, found.joined, left=False),
                found.alone_right,
            ),
        ],
        name=outlet_name,
        told_time=told_time,
        told_publishing=told_publishing,
        may_decide=caller_of(request).may(Scope.DECIDE),
        story=pair.story,
    )
