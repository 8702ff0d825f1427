"""What the templates ask of one story: its parts in the order of the page, and where each of them leads."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from markupsafe import Markup, escape

from rashomon.core import (
    Citation,
    Claim,
    Copy,
    CopyKind,
    Direction,
    FigureLine,
    Framing,
    Problem,
    Report,
    Standing,
    Utterance,
)
from rashomon.present.report import glossary
from rashomon.present.report.chains import Link, chains
from rashomon.present.report.characters import on_one_line, shown
from rashomon.present.report.citing import Citing
from rashomon.present.report.differences import Run, differences
from rashomon.present.report.glance import Glance, Side, at_a_glance, sides
from rashomon.present.report.links import Links, name_of, place_name
from rashomon.present.report.matrix import Cell, RowGroup, in_matrix, narrow, row_groups
from rashomon.present.report.setaside import Aside, asides
from rashomon.present.report.sheet import Column, Sheet, WordingGroup, figures_to_show, in_time
from rashomon.present.report.told import told_decisions

SECTIONS = {
    "brief": ("In brief", "Brief"),
    "disputed": ("Denied and disputed", "Disputed"),
    "warnings": ("Look twice", "Look twice"),
    "agreed": ("Agreed", "Agreed"),
    "matrix": ("Who tells what, and how", "Who tells what"),
    "said": ("What was said, in which words", "Said"),
    "figures": ("Figures", "Figures"),
    "timeline": ("Timeline", "Timeline"),
    "answers": ("What answers what", "Answers"),
    "framing": ("Words chosen", "Words chosen"),
    "alone": ("Told by one alone, and left out", "Only here"),
    "origins": ("Who rests on whom", "Origins"),
    "reports": ("Who reports", "Reports"),
    "aside": ("Set aside in the reports", "Set aside"),
    "decided": (glossary.DECIDED, "Decided"),
}
"""The sections in the order of the page: the heading, and the word by which a link names it."""

IN_DISPUTE = frozenset({"conflict", "update"})
"""How the values of a figure go together where a claim is disputed on it."""


class StoryPage:
    """One story for the templates.

    Args:
        sheet: the story with its documents at hand.
        links: where its parts lead.
        number: its place among the stories of one page.
        mark: what tells the names of its parts apart from those of a story before it on the page.
    """

    def __init__(self, sheet: Sheet, links: Links, *, number: int = 1, mark: str = "") -> None:
        self.sheet, self.links, self.number, self.mark = sheet, links, number, mark
        self.story = sheet.story
        self.cites = Citing(sheet.columns, links)
        self._columns = {column.document.id: column for column in sheet.columns}
        self._filled = self._what_is_there()

    # --- names of parts ---

    def claim_name(self, claim: str) -> str:
        """The id of a claim's element."""
        return f"claim-{name_of(claim)}{self.mark}"

    def section_name(self, key: str) -> str:
        """The id of a section's heading."""
        return f"{key}-{self.number}" if self.number > 1 else key

    def part_name(self, kind: str, id_: str) -> str:
        """The id of any other part: an utterance, an origin, a report."""
        return f"{kind}-{name_of(id_)}{self.mark}"

    def figure_name(self, line: FigureLine) -> str:
        """The id of a figure line: the first place where it is told."""
        first = min((c for value in line.values for c in value.reports), key=self._in_order, default=None)
        return self.part_name("figure", "") + (place_name(first.document, first.span) if first else "")

    def _in_order(self, citation: Citation) -> tuple[str, int]:
        return citation.document, citation.span.start

    # --- sections ---

    def heading(self, key: str) -> str:
        """A section's heading."""
        return SECTIONS[key][0]

    def has(self, key: str) -> bool:
        """Whether the story has anything for a section."""
        return key in self._filled

    def sections(self) -> list[tuple[str, str]]:
        """The sections with something in them, each by its short name."""
        return [(key, short) for key, (_, short) in SECTIONS.items() if self.has(key)]

    def _what_is_there(self) -> set[str]:
        story, sheet = self.story, self.sheet
        there: dict[str, object] = {
            "brief": story.digest or self.glances,
            "reports": sheet.columns,
            "warnings": story.problems,
            "disputed": sheet.standing(Standing.DENIED, Standing.DISPUTED),
            "agreed": sheet.standing(Standing.AGREED),
            "matrix": self.matrix,
            "said": story.utterances,
            "figures": self.figures,
            "timeline": story.timeline,
            "answers": story.answers,
            "alone": self.coverage,
            "framing": story.framing,
            "origins": story.origins,
            "aside": self.asides,
            "decided": self.decided(),
        }
        return {key for key, found in there.items() if found}

    # --- what stands in them ---

    @cached_property
    def glances(self) -> list[Glance]:
        """What the first screen answers."""
        return at_a_glance(self.sheet)

    def sides(self, claim: Claim) -> tuple[Side, ...]:
        """Who gives a claim which status."""
        return sides(self.sheet, claim)

    @cached_property
    def _figures_of(self) -> dict[str, list[FigureLine]]:
        found: dict[str, list[FigureLine]] = {}
        for line in self.story.figures:
            if line.claim is not None and line.relation in IN_DISPUTE:
                found.setdefault(line.claim, []).append(in_time(line, self.story))
        return found

    def disputed_figures(self, claim: Claim) -> list[FigureLine]:
        """The figures on which the reports of a claim differ."""
        return self._figures_of.get(claim.id, []) if "figure" in claim.differs else []

    @cached_property
    def matrix(self) -> list[RowGroup]:
        """The rows of the table by standing."""
        return row_groups(self.sheet, in_matrix(self.sheet))

    @cached_property
    def narrow(self) -> bool:
        """Whether the table has many columns."""
        return narrow(self.sheet.columns)

    @cached_property
    def figures(self) -> list[FigureLine]:
        """The figure lines worth showing, in conflict first."""
        return figures_to_show(self.story)

    @cached_property
    def asides(self) -> list[Aside]:
        """What was set aside, by reason."""
        return asides(self.sheet.columns)

    @cached_property
    def chains(self) -> list[tuple[Link, ...]]:
        """What answers what, each chain from its beginning."""
        return chains(self.story)

    @cached_property
    def coverage(self) -> list[tuple[Column, list[Claim], list[Claim]]]:
        """For each report: the claims that it alone tells in the order in which it does, and those it leaves out."""
        known = self.sheet.claims
        told = {coverage.document: coverage for coverage in self.story.coverage}
        alone: dict[str, dict[str, Claim]] = {}
        shown_above = {row.claim.id for group in self.matrix for row in group.rows}
        shown_above |= {c.id for c in self.sheet.standing(Standing.DENIED, Standing.DISPUTED, Standing.AGREED)}
        single = [claim for claim in self.story.claims if claim.id not in shown_above and claim.reports]
        for claim in sorted(single, key=lambda c: c.reports[0].span):
            alone.setdefault(claim.reports[0].document, {})[claim.id] = claim
        found = []
        for column in self.sheet.columns:
            coverage = told.get(column.document.id)
            only_here = list(alone.get(column.document.id, {}).values())
            left_out = [known[claim] for claim in coverage.left_out if claim in known] if coverage else []
            if only_here or left_out:
                found.append((column, only_here, left_out))
        return found

    def decided(self) -> list[str]:
        """What people decided and noted, a line each."""
        return told_decisions(self.story)

    def framings(self) -> list[tuple[str, list[Framing]]]:
        """The words chosen by kind, with the heading of each kind."""
        kinds = [
            (words, [f for f in self.story.framing if f.kind == kind]) for kind, words in glossary.FRAMINGS.items()
        ]
        return [(words, found) for words, found in kinds if found]

    def cell_link(self, cell: Cell, near: str) -> Markup:
        """A status in the table as a link to the first place that tells it so, and numbers for the others."""
        status = cell.status.value
        links = [
            f'<a class="{"nth" if number else f"st st-{status}"}" {self._to_words(place, near)}>'
            f"{number + 1 if number else status}</a>"
            for number, place in enumerate(cell.places)
        ]
        return Markup(" ".join(links))  # noqa: S704  made of what was escaped

    def _to_words(self, place: Report, near: str) -> str:
        """The attributes of a link to words."""
        column = self._columns[place.document]
        # fifty columns of tooltips are a megabyte
        title = escape(column.name) if self.narrow else self.cites.glimpse(column, place.span)
        address = self.links.words(place.document, place.span, near) or "#"
        return f'href="{escape(address)}"{self.links.to_words} title="{title}"'

    def words(self, place: Citation | Report) -> str:
        """The words at a place, on one line."""
        column = self.column(place.document)
        return "" if column is None else on_one_line(column.document.words_at(place.span))

    def column(self, document: str | None) -> Column | None:
        """The column of a document id."""
        return self._columns.get(document or "")

    def claim_text(self, claim: str) -> str:
        """A claim's words by its id."""
        return on_one_line(self.sheet.claims[claim].text) if claim in self.sheet.claims else shown(claim)

    def copies(self) -> list[tuple[Column, Column, Copy]]:
        """Each copy with the columns of its taker and its giver; shared statements alone last."""
        found = []
        for copy in sorted(self.story.copies, key=lambda c: (c.kind is CopyKind.SHARED_QUOTATION, -c.share_of_copy)):
            giver, taker = self.column(copy.origin), self.column(copy.copy)
            if giver is not None and taker is not None:
                found.append((taker, giver, copy))
        return found

    def told_copy(self, copy: Copy) -> str:
        """What one report does to another's words."""
        if copy.kind is CopyKind.SHARED_QUOTATION:
            return "quotes the same words as"
        return "shares words with" if copy.direction is Direction.UNKNOWN else "takes words from"

    def notices(self, column: Column) -> list[tuple[str, str, Citation]]:
        """What a report says of itself: shape, word and place; the gravest first."""
        gravest = list(glossary.NOTICES)
        found = sorted(column.document.notices, key=lambda notice: gravest.index(notice.kind))
        return [(*glossary.NOTICES[n.kind], Citation(document=column.document.id, span=n.span)) for n in found]

    def revised(self, reports: Iterable[Report]) -> list[str]:
        """What became of some tellings since, in words, each once."""
        marks = dict.fromkeys(mark for report in reports for mark in report.revised)
        return [glossary.REVISED.get(mark, mark) for mark in marks]

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
