"""Two reports side by side: what one has from the other, what both tell and how, and what one tells alone."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.core import (
    Account,
    Citation,
    Claim,
    Copy,
    Document,
    FigureLine,
    Problem,
    Report,
    SharedPassage,
    StoryAccount,
)
from rashomon.present.mcp.quoted import UNTRUSTED, document_told, place, quoted
from rashomon.present.mcp.rows import REPORTS, Told, copy_told, noticed
from rashomon.present.mcp.shapes import CompareAnswer, Shared, ToldByBoth, ToldByOne
from rashomon.present.mcp.sizes import Room


def compared(account: Account, left: Document, right: Document, room: Room) -> CompareAnswer:
    """The account of two reports as one beside the other.

    Args:
        account: of these two.
        left: the one.
        right: the other.
        room: how much may be told.
    """
    stories = [Told(story, {left.id: left, right.id: right}) for story in account.stories]
    one = next((story for story in stories if {left.id, right.id} <= set(story.story.documents)), None)
    answer = CompareAnswer(
        untrusted=UNTRUSTED,
        left_out=[],
        left=document_told(left),
        right=document_told(right),
        one_story=one is not None,
        copies=[],
        shared=[],
        both=[],
        left_only=[],
        right_only=[],
        figures=[],
        problems=[],
    )
    room.taken(answer)
    if one is not None:
        copies = one.story.copies
        answer["copies"] = room.filled("copies", copies, copy_told)
        answer["shared"] = room.filled(
            "shared passages", _shared(copies, left), lambda pair: _pair(pair, left, right), share=0.3
        )
        answer["both"] = room.filled(
            "claims of both",
            _both(one.story, left, right),
            lambda claim: _told_by_both(one, claim, left, right),
            share=0.5,
        )
        answer["figures"] = room.filled("figures", _unlike(one.story), one.figure, share=0.4)
    for key, own, other in (("left_only", left, right), ("right_only", right, left)):
        alone = [(told, claim) for told in stories for claim in told.story.claims if _alone(claim, own, other)]
        answer[key] = room.filled(  # type: ignore[literal-required]  # one of the two lists of the same shape
            key.replace("_only", ": claims told by it alone"), alone, lambda pair: _told_by_one(*pair), share=0.45
        )
    answer["problems"] = room.filled("problems", _problems(account, stories), noticed)
    answer["left_out"] = room.left_out()
    return answer


def _shared(copies: Iterable[Copy], left: Document) -> list[tuple[SharedPassage, bool]]:
    """The passages of all copies, the longest first, each with whether the left report is the origin."""
    pairs = [(passage, copy.origin == left.id) for copy in copies for passage in copy.passages]
    return sorted(pairs, key=lambda pair: (pair[0].origin.start - pair[0].origin.end, pair[0].origin.start))


def _pair(pair: tuple[SharedPassage, bool], left: Document, right: Document) -> Shared:
    passage, from_left = pair
    own, other = (passage.origin, passage.copy) if from_left else (passage.copy, passage.origin)
    return Shared(left=place(left, left.id, own), right=place(right, right.id, other))


def _both(story: StoryAccount, left: Document, right: Document) -> list[Claim]:
    """The claims that both tell, those with unlike statuses first."""
    shared = [claim for claim in story.claims if _of(claim, left) and _of(claim, right)]
    return sorted(shared, key=lambda claim: _statuses(claim, left) == _statuses(claim, right))


def _told_by_both(told: Told, claim: Claim, left: Document, right: Document) -> ToldByBoth:
    return ToldByBoth(
        id=claim.id,
        text=quoted(claim.text),
        same_status=_statuses(claim, left) == _statuses(claim, right),
        left=[told.report(report) for report in _of(claim, left)[:REPORTS]],
        right=[told.report(report) for report in _of(claim, right)[:REPORTS]],
    )


def _told_by_one(told: Told, claim: Claim) -> ToldByOne:
    return ToldByOne(
        id=claim.id, text=quoted(claim.text), reports=[told.report(report) for report in claim.reports[:REPORTS]]
    )


def _of(claim: Claim, document: Document) -> list[Report]:
    return [report for report in claim.reports if report.document == document.id]


def _statuses(claim: Claim, document: Document) -> set[str]:
    return {report.status.value for report in _of(claim, document)}


def _alone(claim: Claim, own: Document, other: Document) -> bool:
    return bool(_of(claim, own)) and not _of(claim, other)


def _unlike(story: StoryAccount) -> list[FigureLine]:
    """The counts of which the reports give more than one value."""

    def tellers(places: Iterable[Citation]) -> frozenset[str]:
        return frozenset(place.document for place in places)

    return [line for line in story.figures if len({tellers(value.reports) for value in line.values}) > 1]


def _problems(account: Account, stories: Iterable[Told]) -> list[Problem]:
    return [*account.problems, *(problem for told in stories for problem in told.story.problems)]
