"""When, where and how many: the figures, time and place that a sentence tells of each of its events.

Each goes to one clause, the innermost that holds it, so that "Norland said on Friday that it had expelled four envoys
in March" has two times apart. A figure inside what an event's actor or target is called belongs to that event.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.core import Document, Event, Figure, Kind, Mention, Moment, Referent, Span

IN_PLACE = re.compile(
    r"\b(?:in|at|near|outside|inside|across|around|off|on|throughout|within)\s+(?:the\s+)?$", re.IGNORECASE
)
"""What stands right before a name that says where; "to Lys" and "from Lys" say whither and whence."""
LOOK_BACK = 16
"""Characters before a name in which its preposition stands."""


def with_circumstances(
    document: Document,
    events: Sequence[Event],
    *,
    figures: Sequence[Figure],
    times: Sequence[Moment],
    mentions: Sequence[Mention],
) -> tuple[Event, ...]:
    """The events with their figures, time and place, each of which stays empty where no clause is the nearest."""
    by_sentence: dict[Span, list[Event]] = {}
    for event in events:
        by_sentence.setdefault(event.sentence, []).append(event)
    counted, timed = _Places(f.span for f in figures), _Places(t.span for t in times)
    named = [m for m in mentions if m.form == "name" and m.kind is Kind.PLACE and _says_where(document, m.span)]
    where = {m.span: Referent(span=m.span, name=m.name, kind=m.kind) for m in named}
    located = _Places(where)
    told: dict[str, Event] = {}
    for sentence, here in by_sentence.items():
        numbers: dict[str, list[Span]] = {}
        for span in counted.within(sentence):
            for event in _named_with(here, span) or _innermost(here, span):
                numbers.setdefault(event.id, []).append(span)
        when = _nearest(here, timed.within(sentence))
        at = _nearest(here, located.within(sentence))
        for event in here:
            told[event.id] = replace(
                event,
                figures=tuple(numbers.get(event.id, ())),
                time=when.get(event.id),
                place=where[at[event.id]] if event.id in at else None,
            )
    return tuple(told[event.id] for event in events)


class _Places:
    """Spans in text order, so that those of a sentence are found without a look at the others."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans))

    def within(self, sentence: Span) -> list[Span]:
        """The spans that begin inside a sentence."""
        start, end = (Span(at, at, sentence.part) for at in (sentence.start, sentence.end))
        return self._spans[bisect_left(self._spans, start) : bisect_left(self._spans, end)]


def _says_where(document: Document, name: Span) -> bool:
    before = document.words_at(Span(max(0, name.start - LOOK_BACK), name.start, name.part))
    behind = document.words_at(Span(name.end, name.end + 2, name.part))
    return IN_PLACE.search(before) is not None and behind not in {"'s", "’s"}


def _named_with(events: Sequence[Event], span: Span) -> list[Event]:
    """The events in whose actor or target a figure stands: "four envoys were expelled and escorted to the border"."""
    return [e for e in events if any(r is not None and r.span.covers(span) for r in (e.actor, e.target))]


def _innermost(events: Sequence[Event], span: Span) -> list[Event]:
    """The event of the shortest clause around a place, the one whose predicate is nearest where two are as short."""
    around = [e for e in events if e.span.covers(span)]
    return [min(around, key=lambda e: (len(e.span), _distance(e, span)))] if around else []


def _nearest(events: Sequence[Event], spans: Iterable[Span]) -> dict[str, Span]:
    """Of the places that fall to each event, the one nearest its predicate."""
    found: dict[str, tuple[Event, Span]] = {}
    for span in spans:
        for event in _innermost(events, span):
            best = found.get(event.id)
            if best is None or _distance(event, span) < _distance(event, best[1]):
                found[event.id] = (event, span)
    return {id_: span for id_, (_, span) in found.items()}


def _distance(event: Event, span: Span) -> int:
    at = event.predicate.span
    return max(span.start - at.end, at.start - span.end, 0)
