"""Reports that their outlets withdrew, and what that makes of the standing of what they tell.

The rule. A report that its outlet withdrew as a whole stays in the account, so that nobody wonders where it went, but
it confirms nothing and contradicts nothing. The standing of a claim is that of the reports which neither were withdrawn
nor rest on one that was; where none is left but copies, what they tell is disputed by the outlet they have it from;
where nobody but withdrawn reports tells it, it is single. The digest cites no withdrawn report and tells no claim that
rests on such alone. A correction withdraws only what it names; anything else of the report stands, and is marked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rashomon.account.origins import Grounds
from rashomon.core import Document, NoticeKind, Standing
from rashomon.core.alignment import Proposition, Telling

Judged = tuple[Standing, tuple[str, ...], str]
"""A standing, on what the reports differ, and the reason in words."""

OF_THE_DESK = frozenset(
    """
    amend append apologise apologize clarify correct delete fix misidentify misquote misspell misstate refile regret
    remove republish retract revise unpublish update withdraw
    """.split()
)
"""What a notice tells of the report itself, which is no claim of the story."""


def retracted_in(documents: Sequence[Document]) -> frozenset[str]:
    """The documents that their outlets withdrew."""
    return frozenset(d.id for d in documents if any(n.kind is NoticeKind.RETRACTION for n in d.notices))


def of_the_desk(proposition: Proposition, documents: Mapping[str, Document]) -> bool:
    """Whether a proposition only says what a desk did with its report: "this article was amended"."""
    return all(
        t.event.predicate.lemma in OF_THE_DESK
        and any(n.span.covers(t.event.predicate.span) for n in documents[t.document].notices)
        for t in proposition.tellings
    )


def standing_without(
    tellings: Sequence[Telling],
    judge: Callable[[Sequence[Telling]], Judged],
    retracted: frozenset[str],
    grounds: Grounds,
) -> Judged:
    """The standing of a claim without what was withdrawn, and what rests on that.

    Args:
        tellings: what tells the claim.
        judge: the standing over tellings that count.
        retracted: the documents that were withdrawn.
        grounds: on what tellings rest.
    """
    left = [t for t in tellings if t.document not in retracted]
    if len(left) == len(tellings) and not rests_on(left, retracted, grounds):
        return judge(tellings)
    if not left:
        return Standing.SINGLE, (), "told only by what its outlet retracted"
    own = [t for t in left if not rests_on([t], retracted, grounds)]
    if own:
        standing, differs, reason = judge(own)
        return standing, differs, f"{reason}; not counted: what was retracted, and what rests on it"
    return Standing.DISPUTED, ("status",), "told only by what rests on a report that its outlet retracted"


def rests_on(tellings: Sequence[Telling], retracted: frozenset[str], grounds: Grounds) -> bool:
    """Whether any of these tellings was withdrawn, or rests on a report that was: as a copy, or by its credit."""
    if not retracted:
        return False
    roots = {grounds.root(d) for d in retracted}
    return any(
        t.document in retracted
        or grounds.root(t.document) in roots
        or any(ground.key in roots for ground in grounds.options(t))
        for t in tellings
    )


def resting_on(
    tellings: Mapping[str, Sequence[Telling]], retracted: frozenset[str], grounds: Grounds
) -> frozenset[str]:
    """The ids of the claims that nobody tells but withdrawn reports, and reports that rest on such."""
    if not retracted:
        return frozenset()
    return frozenset(c for c, told in tellings.items() if all(rests_on([t], retracted, grounds) for t in told))
