"""An aim denied: who denied planning something denies it, and is no witness of what he refuses."""

from __future__ import annotations

from dataclasses import replace

from rashomon.core import Event, Status
from rashomon.core.alignment import Proposition

DENYING = "(deny): denied"
"""How the reader's step ends where somebody denies what follows."""


def denies_an_aim(event: Event) -> bool:
    """Whether a passage denies that something is aimed at: "denied planning to sell the mill".

    The reader tells it as refused, for that is what is said of the deed; but "will not sell" is told of oneself, while
    a denial answers what others tell.
    """
    return event.status is Status.REFUSED and any(step.endswith(DENYING) for step in event.why)


def with_aims_denied(proposition: Proposition) -> Proposition:
    """A proposition whose denied aims are told as the denials that they are."""
    if not any(denies_an_aim(t.event) for t in proposition.tellings):
        return proposition
    tellings = tuple(
        replace(t, event=replace(t.event, status=Status.DENIED)) if denies_an_aim(t.event) else t
        for t in proposition.tellings
    )
    return replace(proposition, tellings=tellings)
