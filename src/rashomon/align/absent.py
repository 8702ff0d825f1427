"""A thing that somebody found, against the same thing of which it is told that there was none."""

from __future__ import annotations

from rashomon.align.frames import Frame
from rashomon.align.nobody import DAYS
from rashomon.core import Kind, Status
from rashomon.core.words import key_stems

FINDING = frozenset({"find", "discover", "detect", "uncover"})
"""Verbs of which the thing is told to be there."""

BEING = frozenset({"be", "exist"})
FOUND = frozenset({Status.DONE, Status.UNDERWAY, Status.ALLEGED})


def found(frame: Frame) -> str | None:
    """The noun of a thing that is told to be found, None where no such thing is told."""
    event, thing = frame.telling.event, frame.target
    if event.predicate.lemma.lower() not in FINDING or event.status not in FOUND:
        return None
    return thing.head if thing is not None and thing.party is None and thing.kind is Kind.THING else None


def absent(frame: Frame) -> str | None:
    """The noun of a thing of which it is told that there is none, None where no such thing is told."""
    event = frame.telling.event
    if event.status is not Status.DENIED or not event.why or not event.why[-1].startswith("no:"):
        return None
    if event.predicate.form == "noun":  # "there was no leak in the pipe"
        return event.predicate.lemma.lower()
    thing = frame.target or frame.actor
    return thing.head if event.predicate.lemma.lower() in BEING and thing is not None else None


def of_absence(left: Frame, right: Frame) -> bool:
    """Whether one tells that something was found, and the other that there is no such thing there.

    What else the two clauses tell of it and of its place is mostly the same.
    """
    if found(left) is None:
        left, right = right, left
    noun = found(left)
    if noun is None or noun != absent(right):
        return False
    ours, theirs = _of_the_thing(left, noun), _of_the_thing(right, noun)
    return bool(ours & theirs) and 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _of_the_thing(frame: Frame, noun: str) -> frozenset[str]:
    """What a clause tells beside who found it, the noun of the thing and the day."""
    told = frame.context | frozenset(s for p in (frame.target,) if p is not None for s in p.stems)
    return told - DAYS - frozenset(key_stems(noun))
