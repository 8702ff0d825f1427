"""The front page: what happened, how sure it is, and what is disputed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from rashomon.present.questions.front import DAY, LOOKED_AT, FrontPage, front
from rashomon.present.report.pictures.sparkline import sparkline
from rashomon.present.server.service import Served, Service
from rashomon.present.web import addresses
from rashomon.present.web.asking import CHOICES, FAULTS, FIELDS, LENGTHS, Stretch, again, asked, field, stretch
from rashomon.present.web.rendering import environment, place, rendered

router = APIRouter(include_in_schema=False)

ON_A_PAGE = 20
ENOUGH = 3
"""Stories on a front that is not asked for a stretch of its own; where a day has fewer it is of more days."""
SHORTEST_DAYS = 7
"""No sparkline is of fewer days."""


@router.get("/")
def front_page(request: Request, service: Served) -> HTMLResponse:
    """The stories of the newest day, or of the days that are asked for; those that rest on the most origins first."""
    try:
        of, page, stories = service.lately(place(request), lambda: _laid(request, service))
    except FAULTS as error:
        return rendered(request, "front.html.j2", status=400, fault=str(error), page=None, of=None, **_form(request))
    return rendered(
        request,
        "front.html.j2",
        fault=None,
        page=page,
        of=of,
        stories=stories,
        **_form(request),
        **_ways(request, page, of),
    )


def spark(times: Sequence[datetime], of: Stretch, days: Collection[datetime] = ()) -> Markup:
    """When the reports of a story came, on the same scale for all stories of a page; nothing for one report.

    A day or a few are drawn as the end of a week, so that it is seen when a story began.
    """
    if len(times) < 2:
        return Markup("")
    if of.until is None:
        return sparkline(times, since=min(times), until=max(times), days=days)
    return sparkline(times, since=of.until - max(of.days, SHORTEST_DAYS) * DAY, until=of.until, days=days)


def _laid(request: Request, service: Service) -> tuple[Stretch, FrontPage, Markup]:
    """What is asked for, and its stories as markup: the same for everybody."""
    of, page = _asked(request, service)
    template = environment().get_template("front_stories.html.j2")
    return of, page, Markup(template.render(page=page, of=of, spark=spark))  # noqa: S704  the template escapes


def _asked(request: Request, service: Service) -> tuple[Stretch, FrontPage]:
    question, before = asked(request, FIELDS), field(request, "before")
    with service.view() as view:
        for days in LENGTHS if _is_plain(request) else (None,):
            of = stretch(request, view, service.now(), days=days)
            page = front(view, replace(question, since=of.since, until=of.until), limit=ON_A_PAGE, before=before)
            if len(page.results) >= ENOUGH:
                break
        return of, page


def _is_plain(request: Request) -> bool:
    """Whether nothing is asked for: then the front is of as many days as have some stories."""
    return not any(value.strip() for value in request.query_params.values())


def _form(request: Request) -> dict[str, Any]:
    """What is in the form, and each filter with the address that goes without it."""
    given = {name: request.query_params.get(name, "").strip() for name in ("q", "day", "days", *FIELDS)}
    names = {"q": "Words", **FIELDS}
    return {
        "given": given,
        "fields": FIELDS,
        "choices": CHOICES,
        "lengths": LENGTHS,
        "most": LOOKED_AT,
        "day_long": DAY,
        "filters": [
            (names[name], given[name], again(request, addresses.FRONT, before=None, **{name: None}))
            for name in names
            if given[name]
        ],
    }


def _ways(request: Request, page: FrontPage, of: Stretch) -> dict[str, Any]:
    """Where one can go from here: pages, days, lengths."""

    def to(**changed: object) -> str:
        return again(request, addresses.FRONT, **{"before": None, **changed})

    later = of.moved(of.days) if of.until and page.newest and of.until <= page.newest else None
    earlier = page.earlier.date() if page.earlier else None
    return {
        "earlier": to(day=earlier) if earlier else None,
        "later": to(day=later) if later else None,
        "newest": to(day=None) if field(request, "day") else None,
        "by_length": [(name, to(days=days), days == of.days) for days, name in LENGTHS.items()],
        "next_page": to(before=page.before) if page.before else None,
        "previous_page": to(before=page.first - ON_A_PAGE if page.first > ON_A_PAGE else None) if page.first else None,
    }
