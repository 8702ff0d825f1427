"""Pages from templates: what every page is given, and how one is answered."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from fastapi import Request
from fastapi.responses import HTMLResponse

from rashomon.present.server.access import caller_of, form_token
from rashomon.present.web import addresses
from rashomon.present.web.assets import asset_address, scripts
from rashomon.present.web.lines import FILTERS, TESTS

if TYPE_CHECKING:
    from jinja2 import Environment


def rendered(request: Request, template: str, /, *, status: int = 200, **more: object) -> HTMLResponse:
    """A page.

    Args:
        request: what is answered.
        template: the name of a template of `web/templates` or `report/templates`.
        status: of the answer.
        more: what the template is given beside `request`, `caller`, `token` and `path`.
    """
    made = environment().get_template(template)
    given = {
        "request": request,
        "path": request.url.path,
        "caller": caller_of(request),
        "token": form_token(request),
        **more,
    }
    return HTMLResponse(made.render(given), status_code=status, headers={"Vary": "Rashomon-Part"})


def place(request: Request) -> str:
    """Path and query of what is asked: what an answer of the archive can be kept under for a moment."""
    return f"{request.url.path}?{request.url.query}"


def part(request: Request) -> str | None:
    """Which part of a page a script asks for; None for the whole of it."""
    return request.headers.get("rashomon-part")


@cache
def environment() -> Environment:
    """Where the templates of pages are made: those of the one-file report, and those of the served pages."""
    from jinja2 import ChoiceLoader, PackageLoader

    from rashomon.present.report.page import environment as of_report

    own = PackageLoader("rashomon.present.web", "templates")
    report = of_report()
    made = report.overlay(loader=ChoiceLoader([own, *([report.loader] if report.loader else [])]))
    made.globals = {**report.globals, "to": addresses, "asset": asset_address, "scripts": scripts}
    made.filters = {**report.filters, **FILTERS}
    made.tests = {**report.tests, **TESTS}
    return made
