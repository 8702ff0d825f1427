"""One party over time: what it said, what it denied or refused, what it announced, and where others tell it otherwise.

A party is asked for by its name: every name that has these words beside each other is taken, so that "Norlo" finds all
who are called so, and `called` says who these are. Where a story calls it otherwise, it is not found there. Each part
is one question to the store of at most `LOOKED_AT` claims.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from rashomon.core import Status
from rashomon.present.questions.asked import Asked, checked_limit
from rashomon.present.questions.by_story import claims_query
from rashomon.present.questions.facts import ClaimAnswer, ClaimReport, Page, QuotationAnswer
from rashomon.present.questions.leading import CONTESTED
from rashomon.present.questions.shelf import Shelf
from rashomon.present.questions.suggestions import within_name
from rashomon.present.questions.told import LIMIT, claim, quotations
from rashomon.stores.base import View
from rashomon.stores.query import Query, Sought

OF_EACH = 10
"""So many claims of a part are shown."""
LOOKED_AT = 40
"""So many of the newest claims are looked at for a part."""
DENYING = (Status.DENIED, Status.REFUSED)
ANNOUNCING = (Status.PLANNED, Status.THREATENED, Status.PROPOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyPart:
    """Claims with those of their reports for which they stand here, `of`; `more` tells that there may be others."""

    claims: tuple[ClaimAnswer, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OneParty:
    """A party.

    `said` is a page of what it is quoted with. `denied` are claims that a report has it deny (as the voice) or refuse
    (as who acts), `announced` those that it is told to plan, threaten or propose, `otherwise` denied or disputed claims
    in which it acts, is acted on or speaks: who tells them how is in their reports. All are the newest first. `called`
    are the names that were found.
    """

    name: str
    called: tuple[str, ...]
    said: Page[QuotationAnswer]
    denied: PartyPart
    announced: PartyPart
    otherwise: PartyPart

    @property
    def found(self) -> bool:
        """Whether the archive knows anything of it."""
        return bool(self.called)


def one_party(view: View, name: str, *, limit: int = LIMIT, before: str | None = None) -> OneParty:
    """What reports tell of the party of this name.

    Args:
        view: the archive.
        name: the party's, or a part of it.
        limit: how many of its words are given.
        before: where to go on from with these; all else is the same on each page.

    Raises:
        AskedError: the name has no letter or digit in it, or `before` is none.
    """
    checked_limit(limit)
    shelf = Shelf(view)
    said = quotations(view, Asked(speaker=name), limit=limit, before=before)

    def denies(answer: ClaimAnswer, report: ClaimReport) -> bool:
        if report.report.status is Status.DENIED:
            return within_name(name, report.voice)
        return report.report.status is Status.REFUSED and within_name(name, answer.actor)

    def announces(answer: ClaimAnswer, report: ClaimReport) -> bool:
        return report.report.status in ANNOUNCING and within_name(name, answer.actor)

    denied = [Asked(voice=name, status=Status.DENIED.value), Asked(actor=name, status=Status.REFUSED.value)]
    announced = [Asked(actor=name, status=status.value) for status in ANNOUNCING]
    contested = [Asked(party=name, standing=standing.value) for standing in CONTESTED]
    parts = [
        _part(shelf, [each.query(Sought.CLAIMS) for each in denied], denies),
        _part(shelf, [each.query(Sought.CLAIMS) for each in announced], announces),
        _part(shelf, [claims_query(each) for each in contested], lambda _, __: True),
    ]
    return OneParty(
        name=name,
        called=_called(view, name, said, parts),
        said=said,
        denied=parts[0],
        announced=parts[1],
        otherwise=parts[2],
    )


def _part(shelf: Shelf, queries: list[Query], stands: Callable[[ClaimAnswer, ClaimReport], bool]) -> PartyPart:
    """The newest claims that answer one of the questions and of which a report stands for it."""
    found: dict[tuple[str, str], ClaimAnswer] = {}
    more = False
    for query in queries:
        those = shelf.view.claims(query, limit=LOOKED_AT)
        more |= those.before is not None
        for one in those.results:
            key = (one.story, one.claim.id)
            if key not in found:
                found[key] = claim(shelf, one)
    chosen = [each for each in found.values() if any(stands(each, report) for report in each.reports)]
    chosen.sort(key=lambda each: -each.at.timestamp() if each.at else 0.0)
    return PartyPart(
        claims=tuple(_first(each, stands) for each in chosen[:OF_EACH]), more=more or len(chosen) > OF_EACH
    )


def _first(answer: ClaimAnswer, stands: Callable[[ClaimAnswer, ClaimReport], bool]) -> ClaimAnswer:
    """The claim with the reports for which it stands here before the others."""
    return replace(answer, reports=tuple(sorted(answer.reports, key=lambda report: not stands(answer, report))))


def _called(view: View, name: str, said: Page[QuotationAnswer], parts: list[PartyPart]) -> tuple[str, ...]:
    """The names found that have this one in them, each once, in the order of how often they stand there."""
    every: list[str | None] = [answer.speaker for answer in said.results]
    for part in parts:
        for answer in part.claims:
            every += [answer.actor, answer.target, *(report.voice for report in answer.reports)]
    if not any(within_name(name, each) for each in every):
        for found in view.claims(claims_query(Asked(party=name)), limit=LOOKED_AT).results:
            every += [found.actor, found.target]
    # "his work with Norlo": what begins in lower case is a phrase, and no name
    names = [each for each in every if each is not None and within_name(name, each) and not each[:1].islower()]
    return tuple(sorted(dict.fromkeys(names), key=lambda each: (-names.count(each), each)))
