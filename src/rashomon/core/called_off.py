"""What is called off and what will not take place are one thing told from two sides."""

from __future__ import annotations

from rashomon.core.reading import Event, Referent, Status

CALLING_OFF = frozenset({"cancel", "call off", "scrap", "axe", "abandon"})
HOLDING = frozenset({"hold", "stage"})
GOING_AHEAD = frozenset({"go ahead", "take place", "proceed", "happen"})
NOT_DONE = frozenset({Status.REFUSED, Status.DENIED})
NEGATIONS = ("not:", "n't:", "n’t:", "no:", "never:")
"""Steps by which a clause negates what it tells itself."""
DENIALS = (": denied", ": refused")
"""Ends of the steps that turn what is told into what is not so."""
CALLED = frozenset({Status.DONE, Status.PLANNED})


def called_off(event: Event) -> Referent | None:
    """What an event tells to be called off, None where it tells no such thing."""
    return event.target if event.status in CALLED and event.predicate.lemma.lower() in CALLING_OFF else None


def not_held(event: Event) -> Referent | None:
    """What an event tells not to take place, None where it tells no such thing.

    "Orm denied that talks had taken place" tells of nothing that was called off: somebody speaks against another.
    """
    lemma = event.predicate.lemma.lower()
    if event.status not in NOT_DONE or not _of_its_own(event):
        return None
    if lemma in GOING_AHEAD:
        return event.actor or event.target
    if lemma == "take" and event.target is not None and event.target.head.lower() == "place":
        return event.actor
    return event.target if lemma in HOLDING and event.actor is None else None


def _of_its_own(event: Event) -> bool:
    """Whether the only thing that denies a clause is the negation of its own verb or subject."""
    denials = [step for step in event.why if step.endswith(DENIALS)]
    return len(denials) == 1 and denials[0].startswith(NEGATIONS)
