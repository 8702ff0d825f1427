"""How many: the figure that counts a phrase, and what "an equal number" points back to."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.core import Document, Event, Figure, Reading, Span
from rashomon.core.nouns import like_nouns
from rashomon.core.predicates import predicate_class
from rashomon.core.words import stem

MEASURING = frozenset("number dozen score hundred thousand handful couple group series pair majority lot total".split())
"""Heads that only measure what stands after their "of": the workers are meant in "a number of workers"."""


def counting_figure(span: Span, head: str, figures: Sequence[Figure]) -> Figure | None:
    """The figure that counts a phrase's head: one told to count it, else one at the phrase's beginning."""
    inside = [f for f in figures if span.covers(f.span) and f.unit is None]
    if head in MEASURING:
        return next((f for f in inside if f.head), None)
    for f in inside:
        if f.head and head and stem(f.head.lower()) == stem(head):
            return f
    return inside[0] if inside and inside[0].span.start - span.start < 12 else None


def value_of(figure: Figure, event: Event, reading: Reading, document: Document) -> float | None:
    """The value of a figure in an event; of "an equal number", that of the figure it points back to.

    "35 Norvians were expelled ... calls to expel an equal number of Aldans" points back to what was last counted in
    an earlier telling of the same action, else to the last count of like persons or things before it.
    """
    if figure.bound != "equal":
        return figure.value
    before = [f for f in reading.figures if f.span.part == figure.span.part and f.span.end <= figure.span.start]
    counted = [f for f in before if f.value is not None and f.unit is None and f.head]
    action = _action(event)
    for other in sorted(reading.events, key=lambda e: e.predicate.span, reverse=True):
        if _action(other) != action or other.target is None or other.target.span.touches(figure.span):
            continue
        told = counting_figure(other.target.span, other.target.head.lower(), counted)
        if told is not None:
            return sum(p.value for p in parts_of(told, reading, document) if p.value is not None) or told.value
    alike = [f for f in counted if like_nouns(f.head.lower(), figure.head.lower())]
    return alike[-1].value if alike else None


def parts_of(figure: Figure, reading: Reading, document: Document) -> tuple[Figure, ...]:
    """The figures joined to this one by "and" in its sentence ("31 employees ... and four diplomats")."""
    sentence = next((s for s in reading.sentences if s.covers(figure.span)), None)
    if sentence is None or not figure.value or figure.unit is not None:
        return ()
    inside = [f for f in reading.figures if sentence.covers(f.span) and f.value and f.unit is None]
    after = [f for f in inside if f.span.start > figure.span.start]
    if not after:
        return ()
    follower = after[0]
    between = document.part(sentence.part)[figure.span.end : follower.span.start]
    joined = between.rstrip().endswith(" and") and len(between) < 80 and not any(c in between for c in ".;:?!")
    told_between = any(
        e.predicate.form == "verb" and figure.span.end <= e.predicate.span.start < follower.span.start
        for e in reading.events
        if e.predicate.span.part == figure.span.part
    )  # "four villages were razed and three people killed" have no sum
    return (figure, follower) if joined and not told_between else ()


def _action(event: Event) -> str:
    return predicate_class(event.predicate.lemma, event.predicate.form) or event.predicate.lemma
