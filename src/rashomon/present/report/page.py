"""One self-contained HTML page: the account, and beside it the reports on whose words it rests.

No script and no address outside the page. A citation is a link to a place in a report; the browser's own
`:target` marks the words there. Jinja's autoescape is on, and everything from outside passes `shown` first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from rashomon.core import Account, NoticeKind, Problem, Role, Span, Standing, Status
from rashomon.present.report import glossary
from rashomon.present.report.characters import on_one_line, shown
from rashomon.present.report.cited import cited_places
from rashomon.present.report.links import OnThePage, place_name
from rashomon.present.report.marking import Marked, marked
from rashomon.present.report.pictures.origin_graph import origin_graph
from rashomon.present.report.pictures.parts import parts_bar
from rashomon.present.report.pictures.timeline import timeline
from rashomon.present.report.sheet import Column, Sheet, sheets
from rashomon.present.report.statuses import not_as_fact, short_standing
from rashomon.present.report.story_page import StoryPage
from rashomon.present.report.told import counted, told_acts, told_number, told_place, told_sum, told_when

if TYPE_CHECKING:
    from jinja2 import Environment


STATUS_MARKS = {of: Markup('<span class="st st-{0}">{0}</span>').format(of.value) for of in Status}
"""A status as the style sheet shows it, as word and shape; thousands of a page, each made once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOnPage:
    """A report with every place marked to which the page leads."""

    column: Column
    paragraphs: tuple[Marked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryOnPage:
    """A story and its reports; `pieces` has the class of the pieces of each place that is not one element."""

    page: StoryPage
    reports: tuple[ReportOnPage, ...]
    pieces: tuple[tuple[str, str], ...]


def page(account: Account) -> str:
    """The account as one HTML page."""
    made = _stories(sheets(account))
    in_stories = {document for one in made for document in one.page.story.documents}
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            stories=made,
            documents=len(account.documents),
            alone=[d for d in account.documents if d.id not in in_stories],
            problems=[p for p in account.problems if not _of_a_story(p, made)],
            provenance=account.provenance,
        )
    )


def _of_a_story(problem: Problem, made: Sequence[StoryOnPage]) -> bool:
    return any(problem in one.page.story.problems for one in made)


def _stories(found: Sequence[Sheet]) -> list[StoryOnPage]:
    """The stories of a page; one that shares a report or a claim with one before it has names of its own."""
    made: list[StoryOnPage] = []
    taken: set[str] = set()
    pieces = 0
    for number, sheet in enumerate(found, 1):
        names = {*sheet.story.documents, *sheet.claims}
        made.append(_story(sheet, number, f"~{number}" if taken & names else "", pieces))
        taken |= names
        pieces += len(made[-1].pieces)
    return made


def _story(sheet: Sheet, number: int, mark: str, pieces_before: int) -> StoryOnPage:
    links = OnThePage(frozenset(column.document.id for column in sheet.columns), mark=mark)
    one = StoryPage(sheet, links, number=number, mark=mark)
    names: dict[str, dict[Span, str]] = {column.document.id: {} for column in sheet.columns}
    for place in cited_places(one):
        if place.document in names:
            names[place.document][place.span] = place_name(place.document, place.span) + mark
    reports: list[ReportOnPage] = []
    pieces: list[tuple[str, str]] = []
    for column in sheet.columns:
        paragraphs, cut = marked(column.document, names[column.document.id], pieces_before=pieces_before + len(pieces))
        reports.append(ReportOnPage(column=column, paragraphs=tuple(paragraphs)))
        pieces += cut.items()
    return StoryOnPage(page=one, reports=tuple(reports), pieces=tuple(pieces))


@cache
def environment() -> Environment:
    """Where the templates of the report are made."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("rashomon.present.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"shown": shown, "line": on_one_line, "number": told_number, "sum": told_sum, "when": told_when}
    made.filters |= {"stands": short_standing, "not_as_fact": not_as_fact}
    made.globals |= {
        "NoticeKind": NoticeKind,
        "Role": Role,
        "Standing": Standing,
        "Status": Status,
        "counted": counted,
        "glossary": glossary,
        "origin_graph": origin_graph,
        "parts_bar": parts_bar,
        "status": STATUS_MARKS.__getitem__,
        "timeline_picture": timeline,
        "told_acts": told_acts,
        "told_place": told_place,
    }
    return made
