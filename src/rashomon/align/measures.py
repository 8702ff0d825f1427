"""Measures of one stuff told far apart: what one report says was seized and another that it was carried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.align.tolls import NEAR, PARTIAL
from rashomon.core import Document, Event, Figure, Kind, Reading, Span, Status
from rashomon.core.alignment import Count
from rashomon.core.words import key_stems

STUFF = frozenset({"kilogram", "gram", "ton", "tonne", "pound", "ounce", "litre", "gallon", "barrel", "bushel"})
"""Units of what is weighed or filled; a length or a sum of money may be of anything."""

TOLD = frozenset({Status.DONE, Status.UNDERWAY, Status.ALLEGED})


@dataclass(frozen=True, slots=True)
class _Where:
    """When and where a measure was told to be: the days and the names of places in its clause."""

    days: frozenset[str]
    places: frozenset[str]


def joined_measures(
    counts: Sequence[Count], documents: Mapping[str, Document], readings: Mapping[str, Reading]
) -> tuple[Count, ...]:
    """The counts with those of one stuff, on one day and at one place, as one line, whatever was done with it.

    "Seized 340 kilograms of amber at the Lume bridge on Tuesday" and "trucks carried 34 kilograms of amber over the
    Lume bridge on Tuesday" weigh the same amber. A document that gives both with values that cannot both be right keeps
    them apart, and so do values further apart than a nought too many: they weigh two things.
    """
    made, gone = list(counts), set[int]()
    stuffs = [_stuff(c) for c in counts]
    for left, one in enumerate(stuffs):
        for right in range(left + 1, len(made)) if one is not None else ():
            if {left, right} & gone or one != stuffs[right]:
                continue
            if _one_weighing(made[left], made[right], documents, readings):
                made[left] = _together(made[left], made[right])
                gone.add(right)
    return tuple(c for n, c in enumerate(made) if n not in gone)


def _together(left: Count, right: Count) -> Count:
    """Two counts as one, which stands with the claim that most documents tell, whichever came first."""
    first, second = sorted((left, right), key=lambda c: (-len({d for d, _, _ in c.figures}), c.proposition or "~"))
    return replace(
        first, proposition=first.proposition or second.proposition, figures=(*first.figures, *second.figures)
    )


def _stuff(count: Count) -> tuple[str, str] | None:
    """The unit and the words of what a count weighs, where all its figures weigh the same."""
    told = {(f.unit or "", " ".join(sorted(set(key_stems(f.counts or ""))))) for _, f, _ in count.figures}
    one = next(iter(told)) if len(told) == 1 else ("", "")
    return one if one[0] in STUFF and one[1] else None


def _one_weighing(
    left: Count, right: Count, documents: Mapping[str, Document], readings: Mapping[str, Reading]
) -> bool:
    if {d for d, _, _ in left.figures} & {d for d, _, _ in right.figures}:
        return False
    met = False
    for d1, f1, _ in left.figures:
        for d2, f2, _ in right.figures:
            low, high = sorted((f1.value or 0.0, f2.value or 0.0))
            if not low or low < NEAR * high:
                return False
            ours, theirs = _where(f1, documents[d1], readings[d1]), _where(f2, documents[d2], readings[d2])
            if ours is not None and theirs is not None:
                met = met or bool(ours.days & theirs.days and ours.places & theirs.places)
    return met


def _where(figure: Figure, document: Document, reading: Reading) -> _Where | None:
    """When and where a measure is told to be; None where it is but a part, or told of nothing that was so."""
    text = document.part(figure.span.part)
    before = text[max(0, figure.span.start - 24) : figure.span.start].lower().rstrip()
    sentence = next((s for s in reading.sentences if s.covers(figure.span)), None)
    event = _nearest(figure, reading)
    partial = figure.bound != "exact" or any(before.endswith(p) or f" {p} " in before for p in PARTIAL)
    if partial or sentence is None or event is None or event.status not in TOLD:
        return None
    days = {m.value for m in reading.times if m.span == event.time and m.precision == "day" and m.value}
    return _Where(frozenset(days), frozenset(_places(event.span, reading)))


def _nearest(figure: Figure, reading: Reading) -> Event | None:
    """The narrowest clause that tells a figure."""
    around = [e for e in reading.events if figure.span in e.figures and e.span.covers(figure.span)]
    return min(around, key=lambda e: e.span.end - e.span.start, default=None)


def _places(clause: Span, reading: Reading) -> set[str]:
    """The names of places in a clause."""
    named = (m for m in reading.mentions if m.form == "name" and clause.covers(m.span))
    return {m.name.lower() for m in named if m.kind in {Kind.PLACE, Kind.THING}}
