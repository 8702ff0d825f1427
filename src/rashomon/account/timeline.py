"""Happenings by their own time, apart from when they were reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.core import Citation, Claim, Event, Moment, Reading, Status, TimelineEntry
from rashomon.core.alignment import Telling

TIMED = frozenset({Status.DONE, Status.UNDERWAY, Status.PLANNED, Status.ALLEGED})
FINENESS = {"minute": 0, "hour": 1, "day": 2, "week": 3, "month": 4, "year": 5}


def timeline_of(
    claims: Sequence[Claim], tellings: Mapping[str, Sequence[Telling]], readings: Mapping[str, Reading]
) -> tuple[TimelineEntry, ...]:
    """The claims whose tellings name a time that could be resolved, in order of time.

    The value that most documents give stands; among equals the finest.
    """
    found = []
    for claim in claims:
        told: dict[tuple[str, str], list[Citation]] = {}
        for t in tellings[claim.id]:
            moment = moment_of(t.event, readings[t.document])
            if moment is not None and moment.value is not None and t.event.status in TIMED:
                told.setdefault((moment.value, moment.precision), []).append(
                    Citation(document=t.document, span=moment.span)
                )
        if told:
            (when, precision), citations = min(
                told.items(), key=lambda kv: (-len({c.document for c in kv[1]}), FINENESS.get(kv[0][1], 9), kv[0])
            )
            found.append(
                TimelineEntry(
                    when=when,
                    precision=precision,
                    claim=claim.id,
                    text=claim.text,
                    citations=tuple(sorted(set(citations))),
                )
            )
    return tuple(sorted(found, key=lambda e: (e.when, e.claim)))


def moment_of(event: Event, reading: Reading) -> Moment | None:
    """The time in an event's own clause, nearest to its predicate; never one that belongs to a deeper clause."""
    inside = [m for m in reading.times if event.span.covers(m.span) and m.precision in FINENESS]
    if not inside:
        return None
    rivals = [e.predicate.span for e in reading.events if event.span.covers(e.predicate.span) and e.id != event.id]
    at = event.predicate.span.start
    best = min(inside, key=lambda m: (abs(m.span.start - at), m.span))
    if any(abs(r.start - best.span.start) < abs(at - best.span.start) for r in rivals):
        return None
    return best
