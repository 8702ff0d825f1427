"""Reports that their outlets withdrew, and what that makes of the standing of what they tell.

The rule. A report that its outlet withdrew as a whole stays in the account, so that nobody wonders where it went, but
it confirms nothing and contradicts nothing. The standing of a claim is that of the reports which neither were withdrawn
nor rest on one that was. Where none of these asserts it, it is denied if one of them has somebody deny it; disputed
where others repeat what its outlet took back; and single where nobody but withdrawn reports tells it. The digest cites
no withdrawn report and no sentence that rests on one; a denial in another report it may tell. A correction withdraws
only what it names; anything else of the report stands, and is marked. What a report says that it said before is told
by nobody: it is left out, but for a claim of others that the report takes back and puts nothing in place of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.account.grounds import Grounds
from rashomon.account.press import UNNAMED
from rashomon.core import Document, NoticeKind, Part, Standing, Status
from rashomon.core.alignment import Proposition, Telling
from rashomon.core.told_before import corrects_itself, told_before

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


SAID_IN_IT = re.compile(
    r"^\W*(?:It|(?:The|This|That|Our|Its) (?:\w+ )?(?:report|article|story|piece|item|dispatch|post|version))"
    r" (?:had |has |also |further |originally |earlier |previously |first |\w+ly )*"
    r"(?:said|stated|reported|claimed|alleged|asserted|suggested|implied|wrote|told|described|quoted)\b"
)
"""How the page of a withdrawn report begins to say what the report said."""


def told_of_itself(telling: Telling, document: Document) -> bool:
    """Whether a telling stands where the page of a withdrawn report says that it is, or what the report said.

    "It said that the minister took a bribe" on the page of a withdrawal takes that back and tells it not.
    """
    place = telling.event.predicate.span
    gone = [n.span for n in document.notices if n.kind is NoticeKind.RETRACTION]
    if any(span.part is Part.TEXT and span.covers(place) for span in gone):
        return True
    headline = document.headline_span
    if gone and headline is not None and headline.covers(place) and telling.event.predicate.lemma in OF_THE_DESK:
        return True
    return bool(gone) and SAID_IN_IT.match(document.words_at(telling.event.sentence)) is not None


def without_notices(
    propositions: Sequence[Proposition], documents: Mapping[str, Document], retracted: frozenset[str]
) -> list[Proposition]:
    """The propositions without what only the notices of withdrawn reports say; those that nothing else tells go."""
    if not retracted:
        return list(propositions)
    left = []
    for proposition in propositions:
        tellings = tuple(
            t
            for t in proposition.tellings
            if t.document not in retracted or not told_of_itself(t, documents[t.document])
        )
        if tellings:
            left.append(replace(proposition, tellings=tellings))
    return left


def without_told_before(
    propositions: Sequence[Proposition], documents: Mapping[str, Document]
) -> tuple[list[Proposition], frozenset[tuple[str, str]]]:
    """The propositions without what reports only say that they said before, and which tellings take a claim back.

    A report takes back what others tell where it says nothing else of the claim, and neither what is right instead nor
    a figure, which may be all that was wrong; such tellings stay, by document and event. What nobody else tells goes.
    """
    correcting = {i for i, d in documents.items() if corrects_itself(d)}
    if not correcting:
        return list(propositions), frozenset()
    left: list[Proposition] = []
    taking_back: set[tuple[str, str]] = set()
    for proposition in propositions:
        before = [t for t in proposition.tellings if t.document in correcting and _told_before(t, documents)]
        own = [t for t in proposition.tellings if t not in before]
        said = {t.document for t in own}
        back = [t for t in before if own and t.document not in said and _only_back(t, documents[t.document])]
        taking_back |= {(t.document, t.event.id) for t in back}
        if own:
            kept = tuple(t for t in proposition.tellings if t in own or t in back)
            left.append(replace(proposition, tellings=kept))
    return left, frozenset(taking_back)


def _told_before(telling: Telling, documents: Mapping[str, Document]) -> bool:
    return told_before(documents[telling.document], telling.event.predicate.span, telling.event.sentence)


def _only_back(telling: Telling, document: Document) -> bool:
    """Whether a report that takes something back puts nothing in its place."""
    place = telling.event.predicate.span
    righted = any(n.right is not None and n.wrong is not None and n.wrong.covers(place) for n in document.notices)
    return not righted and not telling.event.figures


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
    own = counted(tellings, retracted, grounds)
    if len(own) == len(tellings):
        return judge(tellings)
    several = {t.document for t in tellings}
    gone = several - {t.document for t in own}
    note = f"counts {len(several) - len(gone)} of {len(several)}: {resting_words(len(gone))}"
    if asserted(own):
        standing, differs, reason = judge(own)
        return standing, differs, f"{reason}; {note}" if gone else reason
    repeated = any(t.document not in retracted for t in asserted(tellings))
    only = "told only by what rests on a report that its outlet retracted" if repeated else ONLY_RETRACTED
    if own:
        standing, differs, reason = judge([*asserted(tellings), *own])
        if standing is Standing.DENIED:
            return standing, differs, f"{only}{reason[reason.find(', denied by ') :]}; {note}"
        return Standing.DISPUTED, ("status",), f"{only}, and otherwise by others; {note}"
    if repeated:
        return Standing.DISPUTED, ("status",), f"{only}; {note}"
    return Standing.SINGLE, (), ONLY_RETRACTED


ONLY_RETRACTED = "told only by what its outlet retracted"


def resting_words(number: int) -> str:
    """How many reports do not count, in words: "2 rest on a withdrawn report"."""
    return f"{number} {'rests' if number == 1 else 'rest'} on a withdrawn report"


def asserted(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings that do not deny what they tell."""
    return [t for t in tellings if t.event.status is not Status.DENIED]


def counted(tellings: Sequence[Telling], retracted: frozenset[str], grounds: Grounds) -> list[Telling]:
    """The tellings of one claim that neither are withdrawn nor rest on a report that was.

    A document that lays the claim to the withdrawn report rests on it with all that it tells of the claim, but for
    what somebody says in it; so does a third that has it from the second. What somebody denies rests on nobody's
    report but that which tells the denial.
    """
    if not retracted:
        return list(tellings)
    home = {grounds.root(d) for d in retracted}
    keys = set(home)
    left = [t for t in tellings if t.document not in retracted and grounds.root(t.document) not in home]
    while True:
        laid = {t.document for t in asserted(left) if _laid_to(t, keys, grounds)}
        if not laid:
            return left
        left = [t for t in left if t.document not in laid or _for_itself(t, keys, grounds)]
        told = {t.document for t in asserted(left)}
        keys |= {grounds.root(d) for d in laid - told}


def _laid_to(telling: Telling, keys: set[str], grounds: Grounds) -> bool:
    """Whether a telling rests on one of these reports, by its credit or since its words stand there."""
    if any(ground.key in keys for ground in grounds.options(telling)):
        return True
    credited = grounds.credited(telling)
    return credited is not None and credited.key == f"outlet {UNNAMED}" and grounds.lays_to(telling.document, keys)


def _for_itself(telling: Telling, keys: set[str], grounds: Grounds) -> bool:
    if telling.event.status is Status.DENIED:
        return True
    return grounds.has_its_own_voice(telling) and not _laid_to(telling, keys, grounds)


def resting_on(
    tellings: Mapping[str, Sequence[Telling]], retracted: frozenset[str], grounds: Grounds
) -> frozenset[str]:
    """The ids of the claims that nobody asserts but withdrawn reports, and reports that rest on such."""
    if not retracted:
        return frozenset()
    found = set()
    for claim, told in tellings.items():
        own = counted(told, retracted, grounds)
        if len(own) < len(told) and not asserted(own):
            found.add(claim)
    return frozenset(found)


def all_that_rests(documents: Iterable[str], retracted: frozenset[str], grounds: Grounds) -> frozenset[str]:
    """The withdrawn documents, with those that rest on them as a whole: copies, and by their credit lines."""
    home = {grounds.root(d) for d in retracted}
    return frozenset(d for d in documents if grounds.root(d) in home)


def uncounted(
    tellings: Mapping[str, Sequence[Telling]], retracted: frozenset[str], grounds: Grounds
) -> dict[str, frozenset[tuple[str, str]]]:
    """By claim, the tellings that do not count, by document and event."""
    if not retracted:
        return {}
    found = {}
    for claim, told in tellings.items():
        own = {(t.document, t.event.id) for t in counted(told, retracted, grounds)}
        if gone := frozenset((t.document, t.event.id) for t in told) - own:
            found[claim] = gone
    return found
