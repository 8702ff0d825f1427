"""Happenings by their own time, apart from when they were reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, timedelta

from rashomon.account.standing import HAPPENED
from rashomon.account.titles import claim_title, representative
from rashomon.core import Citation, Claim, Document, Event, Form, Moment, OtherTime, Reading, Status, TimelineEntry
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
        to_come: set[Citation] = set()
        for t in tellings[claim.id]:
            moment = moment_of(t.event, readings[t.document])
            if moment is None or bounding(moment, documents[t.document]):
                continue
            if moment.value is not None and t.event.status in TIMED:
                place = Citation(document=t.document, span=moment.span)
                told.setdefault((moment.value, moment.precision), []).append(place)
                stated |= {place} if states_its_day(t.event, moment, readings[t.document]) else set()
                to_come |= {place} if sets_its_day(t.event, moment, documents[t.document]) else set()
        if told:
            entry = _entry(
                claim,
                told,
                (stated, _of_one_day(to_come, documents)),
                first_to_report(tellings[claim.id], documents),
            )
            found.append(replace(entry, text=_told_of_then(entry, tellings[claim.id], documents, readings)))
    return tuple(sorted(found, key=lambda e: (e.when, e.claim)))


def _told_of_then(
    entry: TimelineEntry,
    tellings: Sequence[Telling],
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
) -> str:
    """The words of an entry: those of its claim, unless they are of a report that tells it of another time."""
    of_then, titles = [], set()
    for t in tellings:
        moment = moment_of(t.event, readings[t.document])
        if moment is None or moment.value is None:
            continue
        if go_together(moment.value, entry.when):
            of_then.append(t)
        else:
            titles.add(claim_title(t, documents[t.document]))
    if entry.text not in titles or not of_then:
        return entry.text
    best = representative(of_then, documents)
    return claim_title(best, documents[best.document])


FINE = frozenset({"minute", "hour", "day"})


def states_its_day(event: Event, moment: Moment, reading: Reading) -> bool:
    """Whether a clause says in the report's own words on which day it happened, so that another day contradicts it.

    What it tells of a speaker indirectly is in its own words too ("collapsed on Monday, police said").
    """
    if event.predicate.form not in {"verb", "light"} or event.status not in HAPPENED or moment.precision not in FINE:
        return False
    return all(q.form is Form.INDIRECT for q in reading.quotations if q.id == event.quotation)


def sets_its_day(event: Event, moment: Moment, document: Document) -> bool:
    """Whether a clause names the date of what is still to come, which another date contradicts."""
    dated = any(c.isdigit() for c in document.words_at(moment.span))
    return (
        event.predicate.form in {"verb", "light"}
        and event.status is Status.PLANNED
        and dated
        and moment.precision == "day"
    )


def _of_one_day(places: AbstractSet[Citation], documents: Mapping[str, Document]) -> AbstractSet[Citation]:
    """The places, where all their reports were published within a day; a date told later may be a new one."""
    published = [documents[c.document].published_at for c in places]
    known = sorted(at for at in published if at is not None)
    return places if known and len(known) == len(published) and known[-1] - known[0] <= ONE_DAY else frozenset()


ONE_DAY = timedelta(hours=24)


def _entry(claim: Claim, told: Told, stated: Sequence[AbstractSet[Citation]], first: str | None) -> TimelineEntry:
    (when, precision), citations = min(
        told.items(), key=lambda kv: (-len({c.document for c in kv[1]}), FINENESS.get(kv[0][1], 9), kv[0])
    )
    own = {c.document for c in citations}
    otherwise = tuple(
        OtherTime(when=value, precision=fineness, citations=tuple(sorted(set(places))))
        for (value, fineness), places in sorted(told.items())
        if not go_together(value, when) and not own & {c.document for c in places}
        if any(some & set(places) and some & set(citations) for some in stated)
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
    """The last day by which each planned happening is to come, by event; plans without a known day are left out.

    For one that is threatened it is the term that is set: "threatened to close the port unless they pay by Friday".
    """
    found = {}
    for t in tellings:
        if t.event.status is Status.THREATENED and (term := _term(t.event, readings[t.document])) is not None:
            found[t.event.id] = term
        if t.event.status is Status.PLANNED:
            moment = moment_of(t.event, readings[t.document])
            reach = bounds(moment.value) if moment is not None and moment.value is not None else None
            if reach is not None:
                found[t.event.id] = reach[1]
    return found


def _term(event: Event, reading: Reading) -> date | None:
    """The last day that a sentence names behind what is threatened in it."""
    behind = [m for m in reading.times if event.sentence.covers(m.span) and event.predicate.span.end <= m.span.start]
    reaches = [reach for m in behind if m.value is not None and (reach := bounds(m.value)) is not None]
    return max((last for _, last in reaches), default=None)


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
