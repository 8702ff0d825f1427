"""What the first screen answers: what is denied, disputed, agreed, on how many independent origins, and who denies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.core import Claim, Standing, Status
from rashomon.present.report.sheet import Sheet, Telling

SHOWN = {Standing.DENIED: 2, Standing.DISPUTED: 2, Standing.AGREED: 2}
"""So many claims of each standing; the page has all of them further down."""

NAMED = 3
"""So many of those who deny are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A status given to a claim, by how many reports and independent origins, and in whose voices."""

    status: Status
    reports: int
    origins: int
    voices: tuple[str, ...]
    others: int
    """Voices beyond those named."""
    tellings: tuple[Telling, ...]
    """By voice, the most told first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """One claim as the first screen tells it."""

    claim: Claim
    sides: tuple[Side, ...]


def at_a_glance(sheet: Sheet) -> list[Glance]:
    """The claims that an editor must know of first."""
    chosen = [claim for standing, number in SHOWN.items() for claim in sheet.standing(standing)[:number]]
    return [Glance(claim=claim, sides=sides(sheet, claim)) for claim in chosen]


def sides(sheet: Sheet, claim: Claim) -> tuple[Side, ...]:
    """Who gives a claim which status, the most told first; a denial, where there is one, last."""
    by_status: dict[Status, list[Telling]] = {}
    for telling in sheet.tellings(claim):
        by_status.setdefault(telling.status, []).append(telling)
    homes = sheet.homes(claim)
    found = [_side(status, tellings, homes) for status, tellings in by_status.items()]
    return tuple(sorted(found, key=lambda side: (side.status is Status.DENIED, -side.reports)))


def _side(status: Status, tellings: Sequence[Telling], homes: Mapping[str, str]) -> Side:
    reports = [report for telling in tellings for report in telling.reports]
    voices = list(dict.fromkeys(telling.voice for telling in tellings if telling.voice))
    return Side(
        status=status,
        reports=len({report.document for report in reports}),
        origins=len({homes.get(report.origin, report.origin) for report in reports}),
        voices=tuple(voices[:NAMED]),
        others=len(voices[NAMED:]),
        tellings=tuple(tellings),
    )
