"""On what the reports of a claim rest, so that what is listed agrees with what is counted.

A claim counts each document once: one that lays it to two speakers adds one origin, in two voices; so do two documents
that are one origin, each with a speaker of its own. Who denies it is no root of it, and what was withdrawn is none any
more. All of these have origins in the ledger and are listed as what they are.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.account.verify_frames import number
from rashomon.core import Claim, Origin, Report, Status
from rashomon.present.report.statuses import counts
from rashomon.present.report.told import counted


class Part(StrEnum):
    """What one ground is for a claim; the words stand beside it."""

    ORIGIN = "origin"
    VOICE = "voice"
    """A further voice, of documents that are counted by another."""
    DENIAL = "denial"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """One ground of a claim with the reports that rest on it; `within` is the origin by which it is counted."""

    origin: str
    part: Part
    within: str
    reports: tuple[Report, ...]


def resting(claim: Claim, homes: Mapping[str, str]) -> tuple[Resting, ...]:
    """The grounds of a claim: its origins, most reports first, each with its further voices; denials; what is gone.

    `homes` is what `within` finds for the claim.
    """
    by_origin: dict[str, list[Report]] = {}
    for report in claim.reports:
        by_origin.setdefault(report.origin, []).append(report)
    weight = {origin: len({r.document for r in reports}) for origin, reports in by_origin.items()}

    def part(origin: str) -> Part:
        if origin in homes:
            return Part.ORIGIN if homes[origin] == origin else Part.VOICE
        return Part.DENIAL if any(map(counts, by_origin[origin])) else Part.WITHDRAWN

    found = [
        Resting(origin=origin, part=part(origin), within=homes.get(origin, origin), reports=tuple(reports))
        for origin, reports in by_origin.items()
    ]
    order = list(by_origin)
    last = (Part.DENIAL, Part.WITHDRAWN)
    return tuple(
        sorted(
            found,
            key=lambda r: (
                last.index(r.part) + 1 if r.part in last else 0,
                -weight[r.within],
                order.index(r.within),
                r.part is Part.VOICE,
            ),
        )
    )


def within(claim: Claim, origins: Sequence[Origin] = ()) -> Mapping[str, str]:
    """Of each ground of the reports that assert a claim, the origin by which it is counted: mostly itself.

    Where the ledger counts fewer than there are, those are further voices: first those that stand in no document of
    their own, then those whose documents stand among another's in the story's `origins`.
    """
    standing = [r for r in claim.reports if counts(r)]
    asserting = [r for r in standing if r.status is not Status.DENIED] or standing
    documents: dict[str, set[str]] = {}
    for r in asserting:
        documents.setdefault(r.origin, set()).add(r.document)
    root = {r.origin for r in asserting if claim.root is not None and claim.root.party and r.voice == claim.root.party}
    homes = {origin: origin for origin in documents}
    _put_within(homes, documents, root, claim.origins)
    listed = {o.id: documents[o.id] | set(o.documents) for o in origins if o.id in documents}
    _put_within(homes, documents | listed, root, claim.origins)
    return homes


def _put_within(
    homes: dict[str, str], documents: Mapping[str, Collection[str]], root: Collection[str], count: int
) -> None:
    """Put grounds within others that have all their documents, as long as there are more than are counted."""
    order = list(documents)
    # the last that the fewest documents have is the further voice; that on which all rest comes last of all
    for origin in sorted(order, key=lambda o: (o in root, len(documents[o]), -order.index(o))):
        if sum(home == own for own, home in homes.items()) <= count:
            return
        others = [o for o, home in homes.items() if o == home != origin]
        beside = [next((o for o in others if d in documents[o]), None) for d in documents[origin]]
        if homes[origin] == origin and all(beside):
            homes[origin] = beside[0] or origin
            homes.update({o: homes[origin] for o, home in homes.items() if home == origin})


def told_origins(claim: Claim, homes: Mapping[str, str], noun: str = "origin") -> str:
    """How many origins a claim has, in how many voices: `1 origin, in two voices`; `homes` as for `resting`."""
    more = sum(origin != home for origin, home in homes.items())
    told = counted(claim.origins, noun)
    if not more:
        return told
    if claim.origins == 1:
        return f"{told}, in {number(more + 1)} voices"
    return f"{told}, one of them in two voices" if more == 1 else f"{told}, with {number(more)} voices more"
