"""The claim that leads a story, and what its reports say of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.core import Claim, Report, Standing, Status
from rashomon.present.questions.asked import within
from rashomon.present.questions.facts import OUT
from rashomon.stores.base import View
from rashomon.stores.facts import Outline
from rashomon.stores.query import Query, Sought

CLAIMS_LOOKED_AT = 50
"""So many claims of a story without a digest are looked at, the latest first."""
CONTESTED = (Standing.DENIED, Standing.DISPUTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAs:
    """A status, and on how many independent origins the reports rest that give it."""

    status: Status
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Leading:
    """A claim by how its reports tell it; what was withdrawn, or rests on what was, is left out.

    `told` has the status of the most origins first. `apart` tells that no origin gives two statuses and that the
    origins of `told` are those that the claim counts: only then do the numbers add up, and may stand side by side.
    """

    claim: Claim
    reports: int
    told: tuple[ToldAs, ...]
    apart: bool


def leading(view: View, outlines: Iterable[Outline]) -> dict[str, Leading]:
    """The claims that lead stories, by the stories' ids, without those that have no claim.

    The digest has the claims that matter, the first of them first: told by many and to the front. Of these the one
    leads that rests on the most independent origins; of several such one that is denied or disputed, then the first.
    Only the claims of digests are looked up, at most eight sentences of each; where one tells none, the newest
    `CLAIMS_LOOKED_AT` claims of its story.
    """
    those = [outline for outline in outlines if any(outline.standings.values())]
    found = view.claims_of({outline.story: outline.digest for outline in those if outline.digest})
    newest = _newest(view, [outline.story for outline in those if outline.story not in found])
    chosen: dict[str, Leading] = {}
    for outline in those:
        told = {one.claim.id: one.claim for one in found.get(outline.story, ())}
        claim = first_of([told[name] for name in outline.digest if name in told] or newest.get(outline.story, ()))
        if claim is not None:
            chosen[outline.story] = told_as(claim)
    return chosen


def _newest(view: View, stories: list[str]) -> dict[str, list[Claim]]:
    """The newest claims of stories; asked together, and one by one where others have crowded a story out."""
    every = Query(sought=Sought.CLAIMS)
    found: dict[str, list[Claim]] = {}
    if stories:
        together = within(every, "story", tuple(stories))
        for one in view.claims(together, limit=CLAIMS_LOOKED_AT * len(stories)).results:
            found.setdefault(one.story, []).append(one.claim)
    for story in stories:
        if story not in found:
            alone = view.claims(within(every, "story", (story,)), limit=CLAIMS_LOOKED_AT).results
            found[story] = [one.claim for one in alone]
    return found


def first_of(claims: Iterable[Claim]) -> Claim | None:
    """The one that leads, of claims in the order in which they matter."""
    return max(claims, key=lambda claim: (claim.origins, claim.standing in CONTESTED), default=None)


def told_as(claim: Claim) -> Leading:
    """What the reports of a claim say of it."""
    reports = [report for report in claim.reports if not OUT & set(report.revised)]
    origins: dict[Status, set[str]] = {}
    for report in reports:
        origins.setdefault(report.status, set()).add(report.origin)
    order = list(Status)
    told = sorted(origins, key=lambda status: (-len(origins[status]), order.index(status)))
    return Leading(
        claim=claim,
        reports=len({report.document for report in reports}),
        told=tuple(ToldAs(status=status, origins=len(origins[status])) for status in told),
        apart=_apart(claim, reports, origins),
    )


def _apart(claim: Claim, reports: Iterable[Report], origins: dict[Status, set[str]]) -> bool:
    every = {report.origin for report in reports}
    return sum(map(len, origins.values())) == len(every) == claim.origins
