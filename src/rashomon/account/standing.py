"""How a claim stands over all its reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rashomon.core import Standing, Status
from rashomon.core.alignment import Telling

HAPPENED = frozenset({Status.DONE, Status.UNDERWAY})
ASSERTED = frozenset({Status.DONE, Status.UNDERWAY, Status.ALLEGED, Status.PLANNED, Status.THREATENED})

GROUP = {
    Status.DONE: "it happened",
    Status.UNDERWAY: "it happened",
    Status.PLANNED: "it is planned",
    Status.THREATENED: "it is open",
    Status.PROPOSED: "it is open",
    Status.ALLEGED: "it is open",
    Status.POSSIBLE: "it is open",
    Status.REFUSED: "it is not done",
    Status.DENIED: "it is not done",
}
"""The answers that a status gives to "did it happen?"; documents that give different ones are in dispute, unless
the answers go together."""

OPEN = frozenset({"it is planned", "it is open"})

TOGETHER = frozenset({frozenset({"it is planned", "it happened"}), frozenset({"it is planned", "it is open"})})
"""Answers that go together: what one report tells as decided and another as done is one matter on its way."""


STATING = frozenset({"verb", "light"})
"""Forms that state something of a happening. A bare noun ("the use of bots") mentions it; what it is taken to say of
it is too weak to set one report against another."""


PLAIN_NEGATIONS = ("not:", "n't:", "n’t:", "no:", "never:", "unable", "without", "fail")
"""Steps by which a clause negates what it tells itself, and denies nothing that was told by another."""


def standing_of(
    tellings: Sequence[Telling],
    figures_differ: bool,  # noqa: FBT001
    root: Callable[[str], str] = str,
) -> tuple[Standing, tuple[str, ...], str]:
    """The standing, on what the reports differ, and the reason in words.

    Args:
        tellings: what tells the claim.
        figures_differ: whether its figures are in conflict.
        root: on what a document rests as a whole; documents of one root speak with one voice, so that a copy never
            denies what its original tells.
    """
    deniers = [t for t in tellings if t.event.status is Status.DENIED]
    asserters = [t for t in tellings if t.event.status in ASSERTED]
    for d in deniers:
        against = [a for a in asserters if _party(a, root) != _party(d, root) and _speaks_against(d, a)]
        if against:
            return Standing.DENIED, (), f"{_told_by(against[0])}, denied by {_who(d)}"
    groups = groups_by_document(tellings)
    if len(groups) == 1:
        return Standing.SINGLE, (), "one document tells it"
    stating = [t for t in tellings if t.event.predicate.form in STATING] or list(tellings)
    clash = clashing(stating)
    several = len({root(d) for d in groups}) > 1  # of one root and its copies, one report gives the figure
    differs = (("status",) if clash else ()) + (("figure",) if figures_differ and several else ())
    if differs:
        reason = f"“{clash[0]}” against “{clash[1]}”" if clash else "the figures differ"
        return Standing.DISPUTED, differs, reason
    carriers = len({t.document for t in stating})
    if carriers == 1:
        return Standing.SINGLE, (), "one document tells it; others only mention it"
    return Standing.AGREED, (), f"{carriers} documents tell it, none otherwise"


def _speaks_against(denier: Telling, asserter: Telling) -> bool:
    """Whether a denial is of what another tells.

    A plain negation ("was unable to land") is no denial of what somebody only mentions by a noun ("their arrival").
    """
    if asserter.event.predicate.form in STATING or asserter.event.status is Status.ALLEGED or not denier.event.why:
        return True
    return not denier.event.why[-1].startswith(PLAIN_NEGATIONS)


def groups_by_document(tellings: Sequence[Telling]) -> dict[str, frozenset[str]]:
    """The groups of statuses that each document gives a claim.

    A document that has it as proposed and as done tells that it was done: the proposal is how it came about.
    """
    found: dict[str, set[str]] = {}
    for t in tellings:
        found.setdefault(t.document, set()).add(GROUP[t.event.status])
    return {d: frozenset(g - OPEN or g) for d, g in found.items()}


def clashing(tellings: Sequence[Telling]) -> tuple[str, str] | None:
    """Two answers by two documents that have none in common, if there are such."""
    answers = groups_by_document(tellings)
    documents = sorted(answers)
    for n, left in enumerate(documents):
        for right in documents[n + 1 :]:
            if not any(a == b or frozenset({a, b}) in TOGETHER for a in answers[left] for b in answers[right]):
                return min(answers[left]), min(answers[right])
    return None


def _party(telling: Telling, root: Callable[[str], str]) -> str:
    voice = telling.event.voice
    return telling.voice or (voice.name if voice else f"document {root(telling.document)}")


def _who(telling: Telling) -> str:
    return telling.event.voice.name if telling.event.voice else "the report itself"


def _told_by(telling: Telling) -> str:
    voice = telling.event.voice
    return f"told by {voice.name}" if voice else "told"
