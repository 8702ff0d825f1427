"""Clauses that say less than another of their sentence: acts of telling, and clauses inside clauses.

"Aldo Brenn, who runs the baths, urged the council to close the pool" tells first of all that the pool is to be closed,
as proposed by Brenn; that he urged something, and that he runs the baths, comes after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rashomon.core import Event, Reading, Span


def lesser_events(readings: Iterable[Reading]) -> frozenset[str]:
    """The ids of events that stand behind another of their sentence.

    An act that gives another event its status (its proposal, threat or denial) stands behind that event; an event
    whose clause lies inside the clause of one that is no such act stands behind that one.
    """
    return frozenset(lesser.id for reading in readings for lesser in _lesser(reading.events))


def _lesser(events: Iterable[Event]) -> Iterator[Event]:
    by_sentence: dict[Span, list[Event]] = defaultdict(list)
    for event in events:
        by_sentence[event.sentence].append(event)
    for together in by_sentence.values():
        acts = [e for e in together if any(_rests_on(other, e) for other in together)]
        yield from acts
        plain = [e for e in together if e not in acts]
        yield from (e for e in plain if any(_inside(e, other) for other in plain))


def _rests_on(content: Event, act: Event) -> bool:
    """Whether a clause inside an act's clause has its status through that act's verb."""
    if content is act or not act.span.covers(content.predicate.span):
        return False
    step = f"{act.predicate.lemma.lower()} ("
    return any(why.lower().startswith(step) for why in content.why)


def _inside(inner: Event, outer: Event) -> bool:
    return inner is not outer and outer.span.covers(inner.span) and len(inner.span) < len(outer.span)
