"""One self-contained HTML page: the account, and beside it the reports on whose words it rests.

No script and no address outside the page. A citation is a link to a place in a report; the browser's own
`:target` marks the words there. Jinja's autoescape is on, and everything from outside passes `shown` first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rashomon.core import (
    Account,
    Citation,
    Claim,
    Copy,
    Direction,
    FigureLine,
    Framing,
    Problem,
    Report,
    Role,
    Span,
    Standing,
    Status,
    Utterance,
)
from rashomon.present.report import glossary
from rashomon.present.report.chains import Link, chains
from rashomon.present.report.characters import on_one_line, shortened, shown
from rashomon.present.report.differences import Run, differences
from rashomon.present.report.segments import Block, blocks
from rashomon.present.report.sheet import Column, Sheet, Telling, WordingGroup, figures_to_show, sheets
from rashomon.present.report.told import counted, told_decisions, told_number, told_place, told_sum, told_when

if TYPE_CHECKING:
    from jinja2 import Environment

SECTIONS = {
    "brief": "In brief",
    "reports": "Who reports",
    "warnings": "Look twice",
    "disputed": "Denied and disputed",
    "agreed": "Agreed",
    "matrix": "Who tells what, and how",
    "said": "What was said, in which words",
    "figures": "Figures",
    "timeline": "Timeline",
    "answers": "What answers what",
    "alone": "Told by one alone, and left out",
    "framing": "Words chosen",
    "origins": "Independent origins",
    "decided": glossary.DECIDED,
}
"""The sections in the order of the page."""

GLIMPSE_CHARS = 90
"""How much of the cited words a link's tooltip shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One status that one document gives a claim, with the first place where it does."""

    status: Status
    voice: str | None
    place: Report
    count: int


class StoryPage:
    """What the template asks of one story: the sheet, and an anchor for every place cited."""

    def __init__(self, sheet: Sheet, number: int) -> None:
        self.sheet = sheet
        self.story = sheet.story
        self.number = number
        order = {column.document.id: n for n, column in enumerate(sheet.columns)}
        cited = {(c.document, c.span) for c in _all_citations(sheet) if c.document in order}
        ordered = sorted(cited, key=lambda key: (order[key[0]], key[1]))
        self.anchors = {key: f"c{number}-{n}" for n, key in enumerate(ordered, 1)}
        self._across: list[str] = []
        self._filled = self._what_is_there()
        self._blocks = {column.letter: self._laid(column) for column in sheet.columns}

    def _laid(self, column: Column) -> list[Block]:
        places = [span for document, span in self.anchors if document == column.document.id]
        found = blocks(column.document, places)
        for place in places:
            holding = [block for block in found if any(place in segment.within for segment in block.segments)]
            if len(holding) > 1:
                self._across.append(self.anchors[column.document.id, place])
        return found

    def blocks(self, column: Column) -> list[Block]:
        """The report's blocks, in segments."""
        return self._blocks[column.letter]

    def across(self) -> list[str]:
        """Anchors of places that run over several blocks."""
        return self._across

    def anchor(self, document: str, place: Span) -> str | None:
        """The id of a place, None where its document is not on the page."""
        return self.anchors.get((document, place))

    def cited(self, citations: Iterable[Citation | Report]) -> list[tuple[Column, list[tuple[str, str]]]]:
        """For each report cited, in the order of the columns: the anchor and a glimpse of every place, each once."""
        places = sorted({(c.document, c.span) for c in citations})
        found = []
        for column in self.sheet.columns:
            links = [
                (anchor, shortened(column.document.words_at(span), to_chars=GLIMPSE_CHARS))
                for document, span in places
                if document == column.document.id and (anchor := self.anchor(document, span)) is not None
            ]
            if links:
                found.append((column, links))
        return found

    def cells(self, reports: Iterable[Report], column: Column) -> list[Cell]:
        """What one document says of a claim: each status and voice once."""
        found: dict[tuple[Status, str | None], list[Report]] = {}
        for report in reports:
            if report.document == column.document.id:
                found.setdefault((report.status, report.voice), []).append(report)
        return [
            Cell(status=status, voice=self.sheet.party(voice), place=these[0], count=len(these))
            for (status, voice), these in found.items()
        ]

    def in_matrix(self) -> list[Claim]:
        """The claims of which a table says something: those of two or more reports, and those denied."""
        urgent = self.sheet.standing(Standing.DENIED, Standing.DISPUTED, Standing.AGREED)
        return [c for c in urgent if c.standing is Standing.DENIED or len({r.document for r in c.reports}) > 1]

    def below_the_matrix(self) -> list[Claim]:
        """The claims of one report alone, in the order of the reports."""
        order = {column.document.id: n for n, column in enumerate(self.sheet.columns)}
        shown_above = {claim.id for claim in self.in_matrix()}
        rest = [c for c in self.story.claims if c.id not in shown_above and c.reports]
        return sorted(rest, key=lambda c: (order.get(c.reports[0].document, len(order)), c.reports[0].span))

    def section(self, key: str) -> str:
        """A section's heading."""
        return SECTIONS[key]

    def has(self, key: str) -> bool:
        """Whether the story has anything for a section."""
        return key in self._filled

    def sections(self) -> list[tuple[str, str]]:
        """The sections with something in them, and the reports."""
        return [(key, words) for key, words in SECTIONS.items() if self.has(key)]

    def _what_is_there(self) -> set[str]:
        story, sheet = self.story, self.sheet
        urgent = sheet.standing(Standing.DENIED, Standing.DISPUTED)
        agreed = sheet.standing(Standing.AGREED)
        there = {
            "brief": story.digest,
            "reports": sheet.columns,
            "warnings": story.problems,
            "disputed": urgent,
            "agreed": agreed,
            "matrix": self.in_matrix(),
            "said": story.utterances,
            "figures": self.figures(),
            "timeline": story.timeline,
            "answers": story.answers,
            "alone": self.coverage(),
            "framing": story.framing,
            "origins": story.origins,
            "decided": self.decided(),
        }
        return {key for key, found in there.items() if found}

    def decided(self) -> list[str]:
        """What people decided and noted, a line each."""
        return told_decisions(self.story)

    def figures(self) -> list[FigureLine]:
        """The figure lines worth showing, in conflict first."""
        return figures_to_show(self.story)

    def chains(self) -> list[tuple[Link, ...]]:
        """What answers what, each chain from its beginning."""
        return chains(self.story)

    def framings(self) -> list[tuple[str, list[Framing]]]:
        """The words chosen by kind, with the heading of each kind."""
        kinds = [
            (words, [f for f in self.story.framing if f.kind == kind]) for kind, words in glossary.FRAMINGS.items()
        ]
        return [(words, found) for words, found in kinds if found]

    def claim_text(self, claim: str) -> str:
        """A claim's words by its id."""
        return on_one_line(self.sheet.claims[claim].text) if claim in self.sheet.claims else shown(claim)

    def coverage(self) -> list[tuple[Column, list[Claim], list[Claim]]]:
        """For each document that has any: what it alone tells, and what it leaves out."""
        known = self.sheet.claims
        found = []
        for coverage in self.story.coverage:
            column = self.sheet.column(coverage.document)
            only_here = [known[claim] for claim in coverage.only_here if claim in known]
            left_out = [known[claim] for claim in coverage.left_out if claim in known]
            if column is not None and (only_here or left_out):
                found.append((column, only_here, left_out))
        return found

    def copies(self) -> list[tuple[str, Copy]]:
        """Each copy in words, with its facts."""
        found = []
        for copy in self.story.copies:
            origin, taker = self.sheet.column(copy.origin), self.sheet.column(copy.copy)
            if origin is not None and taker is not None:
                verb = "shares words with" if copy.direction is Direction.UNKNOWN else "takes words from"
                found.append((f"{taker.letter} {taker.name} {verb} {origin.letter} {origin.name}", copy))
        return found

    def problem_places(self, problem: Problem) -> list[Citation]:
        """Where a problem lies, if it has a place."""
        if problem.document is None or problem.span is None:
            return []
        return [Citation(document=problem.document, span=problem.span)]

    def wording_places(self, utterance: Utterance) -> list[Citation]:
        """Where an utterance is quoted."""
        return [Citation(document=q.document, span=q.span) for q in utterance.quotations]

    def wording_runs(self, wordings: list[WordingGroup], group: WordingGroup) -> tuple[Run, ...]:
        """A wording against the fullest one, which comes first."""
        return differences(wordings[0].words, group.words)


def page(account: Account) -> str:
    """The account as one HTML page."""
    made = [StoryPage(sheet, number) for number, sheet in enumerate(sheets(account), 1)]
    in_stories = {document for one in made for document in one.story.documents}
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            stories=made,
            documents=len(account.documents),
            alone=[d for d in account.documents if d.id not in in_stories],
            problems=[p for p in account.problems if not _of_a_story(p, made)],
            provenance=account.provenance,
        )
    )


def _of_a_story(problem: Problem, made: list[StoryPage]) -> bool:
    return any(problem in one.story.problems for one in made)


def _all_citations(sheet: Sheet) -> Iterable[Citation | Report]:
    """Every place that the page links to."""
    story = sheet.story
    for claim in story.claims:
        yield from claim.reports
    for utterance in story.utterances:
        yield from (Citation(document=q.document, span=q.span) for q in utterance.quotations)
    for line in story.figures:
        for value in line.values:
            yield from value.reports
    for told in (story.timeline, story.answers, story.digest):
        for entry in told:
            yield from entry.citations
    yield from (c for entry in story.timeline for other in entry.otherwise for c in other.citations)
    yield from (c for framing in story.framing for wording in framing.wordings for c in wording.citations)
    for problem in story.problems:
        if problem.document is not None and problem.span is not None:
            yield Citation(document=problem.document, span=problem.span)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("rashomon.present.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"shown": shown, "line": on_one_line, "number": told_number, "sum": told_sum, "when": told_when}
    made.globals |= {
        "Citation": Citation,
        "Role": Role,
        "Standing": Standing,
        "Status": Status,
        "glossary": glossary,
        "told_place": told_place,
        "counted": counted,
    }
    return made


__all__ = ["Cell", "StoryPage", "Telling", "page"]
