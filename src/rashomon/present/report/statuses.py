"""What the reports of a claim say of it, in a few words: a claim is never shown as agreed without what is agreed.

A claim's text is a bare proposition ("it had cut pay"). That reports agree on it says nothing of whether it is told as
done: they may agree that somebody denies it. So wherever a standing stands, the statuses stand with it.
"""

from __future__ import annotations

from rashomon.core import Claim, Report, Standing, Status
from rashomon.present.questions.facts import OUT

ASSERTED = frozenset({Status.DONE, Status.UNDERWAY})
"""The statuses under which a report tells the proposition itself as a fact."""
SAID_TO_BE_SO = ASSERTED | {Status.PLANNED}
"""The statuses under which a voice stands for the proposition: it happened, or it will by what the voice says."""
DENIALS = frozenset(
    "deny denial refute refutation rebut rebuttal dispute disavow dismiss dismissal reject rejection contradict "
    "repudiate disclaim gainsay".split()
)
"""Actions that are denials themselves: told as denied by no other word, they were made."""
WITHDRAWN = "told by withdrawn reports alone"
DENIAL_MADE = "the denial was made"
"""What reports tell of a claim that is a denial: not that the denial is denied."""


def counts(report: Report) -> bool:
    """Whether a report counts: it was not withdrawn, and rests on none that was."""
    return not OUT & set(report.revised)


def asserts(report: Report) -> bool:
    """Whether a report that counts tells the proposition itself as a fact."""
    return counts(report) and report.status in ASSERTED


def denies_itself(claim: Claim, report: Report) -> bool:
    """Whether what is told as denied is the denial: in "Vance denied that ..." he did deny.

    Under another word that denies ("Vance denied that he had rejected it") the act is what is denied; the steps by
    which the status was reached say so.
    """
    under = any(step.endswith(Status.DENIED.value) for step in report.why)
    return report.status is Status.DENIED and claim.action in DENIALS and not under


def statuses(claim: Claim) -> tuple[Status, ...]:
    """The statuses that the reports which count give a claim, that of the most documents first."""
    told = _documents(claim)
    order = list(Status)
    return tuple(sorted(told, key=lambda status: (-len(told[status]), order.index(status))))


def is_denial(claim: Claim) -> bool:
    """Whether a claim is a denial that was made: all reports that count and tell it as denied tell of the denial."""
    denied = [report for report in claim.reports if counts(report) and report.status is Status.DENIED]
    return bool(denied) and all(denies_itself(claim, report) for report in denied)


def told_by(claim: Claim) -> str:
    """By how many reports a claim is told as what: `told as denied by all 2 reports`.

    Of a claim that is a denial: `the denial told by all 2 reports`.
    """
    told, found = _documents(claim), statuses(claim)
    every = {document for documents in told.values() for document in documents}
    gone = len({report.document for report in claim.reports} - every)
    apart = f"; {gone} {'report' if gone == 1 else 'reports'} not counted, withdrawn" if gone else ""
    if not found:
        return WITHDRAWN
    if len(found) == 1:
        how_many = "one report" if len(every) == 1 else f"all {len(every)} reports"
        return f"{_phrase(claim, found[0])} by {how_many}{apart}"
    first, *rest = (f"{_phrase(claim, status)} by {len(told[status])}" for status in found)
    rest = [each.removeprefix("told ") for each in rest]
    return f"{first} of {len(every)} {'report' if len(every) == 1 else 'reports'}, {', '.join(rest)}{apart}"


def _phrase(claim: Claim, status: Status) -> str:
    return "the denial told" if status is Status.DENIED and is_denial(claim) else f"told as {status.value}"


def told_standing(claim: Claim) -> str:
    """The standing with what stands so: `agreed: told as denied`, `disputed on status: done, planned`.

    Statuses that are no facts are told as told: "agreed: denied" alone would read as two standings. Of a claim that is
    a denial itself it is said that the denial was made.
    """
    on = f" on {', '.join(claim.differs)}" if claim.differs and claim.standing is Standing.DISPUTED else ""
    return f"{claim.standing.value}{on}: {_told_as(claim)}"


def _told_as(claim: Claim) -> str:
    found = statuses(claim)
    if not found:
        return WITHDRAWN
    if is_denial(claim):
        others = ", ".join(status.value for status in found if status is not Status.DENIED)
        return DENIAL_MADE + (f", also told as {others}" if others else "")
    alone = found if claim.standing in (Standing.AGREED, Standing.SINGLE) else ()
    return f"{'' if ASSERTED.issuperset(alone) else 'told as '}{', '.join(found)}"


def short_standing(claim: Claim) -> str:
    """The same for a badge, beside which the sides stand; the standing alone where all tell a fact, or not alike."""
    found = statuses(claim)
    plain = claim.standing in (Standing.DISPUTED, Standing.DENIED) or (found and ASSERTED.issuperset(found))
    return claim.standing.value if plain else told_standing(claim)


def not_as_fact(claim: Claim | None) -> str:
    """` (told as denied)` where not every report that counts tells a claim as a fact, to stand behind its text."""
    if claim is None:
        return ""
    found = statuses(claim)
    if not found:
        return f" ({WITHDRAWN})"
    if is_denial(claim):
        return f" ({_told_as(claim)})"
    return "" if ASSERTED.issuperset(found) else f" (told as {', '.join(found)})"


def _documents(claim: Claim) -> dict[Status, set[str]]:
    told: dict[Status, set[str]] = {}
    for report in claim.reports:
        if counts(report):
            told.setdefault(report.status, set()).add(report.document)
    return told
