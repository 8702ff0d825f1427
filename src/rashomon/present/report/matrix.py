"""The ledger as a table: claims by reports, each cell the status that the report gives the claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.core import Claim, Report, Standing, Status
from rashomon.present.report.sheet import Column, Sheet

MANY_COLUMNS = 9
"""From so many reports on the columns are narrow, and each row is summed up beside its claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One status that one report gives a claim in one voice, with every place where it does."""

    status: Status
    voice: str | None
    places: tuple[Report, ...]

    @property
    def revised(self) -> tuple[str, ...]:
        """What became of it since."""
        return tuple(dict.fromkeys(mark for place in self.places for mark in place.revised))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One claim: its cells in the order of the columns, and how many reports give it which status."""

    claim: Claim
    cells: tuple[tuple[Cell, ...], ...]
    tally: tuple[tuple[Status, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowGroup:
    """The rows of one standing."""

    standing: Standing
    rows: tuple[Row, ...]


def in_matrix(sheet: Sheet) -> list[Claim]:
    """The claims of which a table says something: those of two or more reports, and those denied."""
    urgent = sheet.standing(Standing.DENIED, Standing.DISPUTED, Standing.AGREED)
    return [c for c in urgent if c.standing is Standing.DENIED or len({r.document for r in c.reports}) > 1]


def row_groups(sheet: Sheet, claims: Iterable[Claim]) -> list[RowGroup]:
    """The rows of the table, what is denied and disputed first."""
    rows = [_row(sheet, claim) for claim in claims]
    standings = dict.fromkeys(row.claim.standing for row in rows)
    return [RowGroup(standing=s, rows=tuple(row for row in rows if row.claim.standing is s)) for s in standings]


def _row(sheet: Sheet, claim: Claim) -> Row:
    told: dict[Status, set[str]] = {}
    by_document: dict[str, list[Report]] = {}
    for report in claim.reports:
        told.setdefault(report.status, set()).add(report.document)
        by_document.setdefault(report.document, []).append(report)
    tally = sorted(((status, len(documents)) for status, documents in told.items()), key=lambda pair: -pair[1])
    cells = tuple(_cells(sheet, by_document.get(column.document.id, ())) for column in sheet.columns)
    return Row(claim=claim, cells=cells, tally=tuple(tally))


def _cells(sheet: Sheet, reports: Sequence[Report]) -> tuple[Cell, ...]:
    found: dict[tuple[Status, str | None], list[Report]] = {}
    for report in reports:
        found.setdefault((report.status, report.voice), []).append(report)
    return tuple(
        Cell(status=status, voice=sheet.voice(voice), places=tuple(these)) for (status, voice), these in found.items()
    )


def narrow(columns: Sequence[Column]) -> bool:
    """Whether the columns are many."""
    return len(columns) >= MANY_COLUMNS
