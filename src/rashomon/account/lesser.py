"""Clauses that say less than another of their sentence: acts of telling, and clauses inside clauses.

"Aldo Brenn, who runs the baths, urged the council to close the pool" tells first of all that the pool is to be closed,
as proposed by Brenn; that he urged something, and that he runs the baths, comes after.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rashomon.core import Event, Reading, Span
from rashomon.core.words import stem


def lesser_events(readings: Iterable[Reading]) -> frozenset[str]:
    """The ids of events that stand behind another of their sentence.

    An act that gives another event its status (its proposal, threat or denial) stands behind that event; an event
    whose clause lies inside the clause of one that is no such act stands behind that one.
    """
    return frozenset(lesser.id for reading in readings for lesser in _lesser(reading.events))


def resting_on(events: Iterable[Event]) -> Iterator[tuple[Event, Event, str]]:
    """Each event that has its status through an act of its sentence, that act, and the step by which it has."""
    for together in _by_sentence(events):
        for act in together:
            for content in together:
                step = _step(content, act)
                if step is not None:
                    yield content, act, step


def _lesser(events: Iterable[Event]) -> Iterator[Event]:
    listed = list(events)
    acts = {act.id for _, act, _ in resting_on(listed)}
    for together in _by_sentence(listed):
        yield from (e for e in together if e.id in acts)
        plain = [e for e in together if e.id not in acts]
        yield from (e for e in plain if any(_inside(e, other) for other in plain))


def _by_sentence(events: Iterable[Event]) -> Iterable[list[Event]]:
    found: dict[Span, list[Event]] = defaultdict(list)
    for event in events:
        found[event.sentence].append(event)
    return found.values()


def _step(content: Event, act: Event) -> str | None:
    """The step by which a clause inside an act's clause has its status through that act's verb."""
    if content is act or not act.span.covers(content.predicate.span):
        return None
    lemma = act.predicate.lemma.lower()
    return next(
        (why for why in content.why if why.lower().startswith(f"{lemma} (") or _by_its_object(why, lemma)), None
    )


def _by_its_object(why: str, lemma: str) -> bool:
    """Whether a step is by a verb with what it has as object: "rejected + claims: denied"."""
    match = WITH_OBJECT.match(why.lower())
    return match is not None and stem(ENDING_IN_Y.sub("y", match[1])) == stem(lemma)


WITH_OBJECT = re.compile(r"(\w+) \+ \w+: (\w+)$")
"""A step by a verb in the form in which it stands, with the noun of speech behind it."""

ENDING_IN_Y = re.compile(r"ie[sd]$")


def _inside(inner: Event, outer: Event) -> bool:
    return inner is not outer and outer.span.covers(inner.span) and len(inner.span) < len(outer.span)
