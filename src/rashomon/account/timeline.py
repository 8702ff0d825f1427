"""Happenings by their own time, apart from when they were reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from rashomon.account.standing import HAPPENED
from rashomon.core import Citation, Claim, Document, Event, Moment, OtherTime, Reading, Status, TimelineEntry
from rashomon.core.alignment import Telling
from rashomon.core.periods import bounds, go_together, only_bounds

TIMED = frozenset({Status.DONE, Status.UNDERWAY, Status.PLANNED, Status.ALLEGED})
FINENESS = {"minute": 0, "hour": 1, "day": 2, "week": 3, "month": 4, "year": 5, "decade": 6, "century": 7}

Told = dict[tuple[str, str], list[Citation]]
"""Value and precision of a time -> the places that tell it."""


def timeline_of(
    claims: Sequence[Claim],
    tellings: Mapping[str, Sequence[Telling]],
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
) -> tuple[TimelineEntry, ...]:
    """The claims whose tellings name a time that could be resolved, in order of time.

    The value that most documents give stands; among equals the finest. Values of other documents that cannot be the
    same time are listed beside it.
    """
    found = []
    for claim in claims:
        told: Told = {}
        stated: set[Citation] = set()
        for t in tellings[claim.id]:
            moment = moment_of(t.event, readings[t.document])
            if moment is None or bounding(moment, documents[t.document]):
                continue
            if moment.value is not None and t.event.status in TIMED:
                place = Citation(document=t.document, span=moment.span)
                told.setdefault((moment.value, moment.precision), []).append(place)
                stated |= {place} if states_its_day(t.event, moment) else set()
        if told:
            found.append(_entry(claim, told, stated, first_to_report(tellings[claim.id], documents)))
    return tuple(sorted(found, key=lambda e: (e.when, e.claim)))


FINE = frozenset({"minute", "hour", "day"})


def states_its_day(event: Event, moment: Moment) -> bool:
    """Whether a clause says in the report's own words on which day it happened, so that another day contradicts it."""
    own = event.quotation is None and event.predicate.form in {"verb", "light"}
    return own and event.status in HAPPENED and moment.precision in FINE


def _entry(claim: Claim, told: Told, stated: AbstractSet[Citation], first: str | None) -> TimelineEntry:
    (when, precision), citations = min(
        told.items(), key=lambda kv: (-len({c.document for c in kv[1]}), FINENESS.get(kv[0][1], 9), kv[0])
    )
    own = {c.document for c in citations}
    otherwise = tuple(
        OtherTime(when=value, precision=fineness, citations=tuple(sorted(set(places))))
        for (value, fineness), places in sorted(told.items())
        if not go_together(value, when) and not own & {c.document for c in places}
        if stated & set(places) and stated & set(citations)
    )
    return TimelineEntry(
        when=when,
        precision=precision,
        claim=claim.id,
        text=claim.text,
        citations=tuple(sorted(set(citations))),
        first=first,
        otherwise=otherwise,
    )


def bounding(moment: Moment, document: Document) -> bool:
    """Whether a time only bounds the happening by whose clause it is named."""
    return only_bounds(document.part(moment.span.part), moment.span)


def first_to_report(tellings: Sequence[Telling], documents: Mapping[str, Document]) -> str | None:
    """The document that was published first of those that tell a claim, None where that cannot be told.

    A bare day stands as its midnight, and says nothing against another report of that day.
    """
    told = {t.document: documents[t.document].published_at for t in tellings}
    if len(told) < 2 or any(at is None for at in told.values()):
        return None
    (at, first), (after, _), *_ = sorted((at, d) for d, at in told.items() if at is not None)
    bare = (at.hour, at.minute, at.second) == (0, 0, 0)
    return None if at == after or (bare and at.date() == after.date()) else first


def due_days(tellings: Sequence[Telling], readings: Mapping[str, Reading]) -> dict[str, date]:
    """The last day by which each planned happening is to come, by event; plans without a known day are left out."""
    found = {}
    for t in tellings:
        if t.event.status is Status.PLANNED:
            moment = moment_of(t.event, readings[t.document])
            reach = bounds(moment.value) if moment is not None and moment.value is not None else None
            if reach is not None:
                found[t.event.id] = reach[1]
    return found


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
