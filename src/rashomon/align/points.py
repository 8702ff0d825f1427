"""A sentence that somebody gives, taken apart into what a report must bear to carry it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.align.deeds import events_told
from rashomon.core import Document, Event, Form, Quotation, Reading, Span, Status
from rashomon.core.predicates import predicate_class
from rashomon.core.words import key_stems


@dataclass(frozen=True, slots=True)
class Point:
    """One proposition of the sentence, or words that it lays to a speaker, or words that are in neither.

    A proposition inside reported speech has its `quotation` too: a report may bear it by the same words as well.
    """

    number: int
    span: Span
    event: Event | None = None
    quotation: Quotation | None = None


def points_of(document: Document, reading: Reading) -> tuple[Point, ...]:
    """What a sentence says: its events without those that only lead to another, and words said without an event.

    "Orsk proposed that the quay be closed" has one point, a closing that she proposes: the proposing is that event's
    status and voice. Words that are in no event and no quotation are a point where they say something of their own, so
    that no part of a sentence goes unchecked; alone they are none.
    """
    reading = replace(reading, events=events_told(document, reading))
    # who only passes on what another said leads on too, but it is a point who passes it on
    told = [
        e for e in reading.events if (e.voice is not None or not _leads_on(e, reading)) and not _only_named(e, reading)
    ]
    by_id = {q.id: q for q in reading.quotations}
    verbatim = [q for q in reading.quotations if q.form not in {Form.INDIRECT, Form.HEADLINE}]
    told = [e for e in told if not any(q.span.covers(e.predicate.span) for q in verbatim)]
    found = [(e.span, e, by_id.get(e.quotation or "")) for e in told]
    words_only: list[Quotation] = [*verbatim]
    for quotation in reading.quotations:
        if quotation in verbatim or way_of_saying(quotation) not in {"say", "deny"}:
            continue
        if _content(document, quotation.span, [e.span for e in told]):
            words_only.append(quotation)
    if not found and not words_only:
        return ()
    points = [*found, *((q.span, None, q) for q in words_only)]
    points += [(span, None, None) for span in _beside(document, reading, [p[0] for p in points])]
    return tuple(Point(number, span, event, quotation) for number, (span, event, quotation) in enumerate(points))


LEAST_BESIDE = 2
"""Fewer words than this outside all points say nothing of their own: "told residents that ..."."""


def _content(document: Document, span: Span, covered: Sequence[Span]) -> list[str]:
    """The stems with a meaning of their own in a place that none of these cover."""
    text = document.part(span.part)
    kept = "".join(
        " " if any(c.start <= at < c.end for c in covered) else text[at] for at in range(span.start, span.end)
    )
    return key_stems(kept)


def _beside(document: Document, reading: Reading, covered: Sequence[Span]) -> list[Span]:
    """The sentences that say something beside the points: a number, or at least two words with a meaning."""
    known = [*covered, *(q.cue for q in reading.quotations if q.cue is not None)]
    known += [q.span for q in reading.quotations]
    known += [q.speaker.span for q in reading.quotations if q.speaker is not None]
    for event in reading.events:
        known += [event.predicate.span, *(r.span for r in (event.actor, event.target, event.voice) if r is not None)]
        known += [r.span for _, r in event.others]
    known += [m.span for m in reading.times]
    found = []
    for sentence in reading.sentences:
        rest = _content(document, sentence, known)
        if len(rest) >= LEAST_BESIDE or any(s[:1].isdigit() for s in rest):
            found.append(sentence)
    return found


PLAIN = frozenset({"say", "announce", "admit", "confirm"})
"""Classes of verbs that lay words to somebody and leave what is said as it is."""


def way_of_saying(quotation: Quotation) -> str:
    """How words are laid to their speaker: `say` for plain speech, else the class of the cue ("deny", "propose")."""
    lemma = quotation.cue_lemma
    if lemma is None or lemma == "accord":
        return "say"
    kind = predicate_class(lemma) or lemma
    return "say" if kind in PLAIN else kind


def _leads_on(event: Event, reading: Reading) -> bool:
    """Whether an event only leads to another: the cue of words in which it is told, or a demand for it."""
    if any(asked_for(event, o) for o in reading.events):
        return True
    for quotation in reading.quotations:
        if quotation.cue is None or not quotation.cue.touches(event.predicate.span):
            continue
        if any(o is not event and _stands_in(o, quotation) for o in reading.events):
            return True
    return False


ASKING = frozenset({"request", "demand", "propose"})


def asked_for(asking: Event, deed: Event) -> bool:
    """Whether one event asks for a deed that is named by a noun: "demanded the closure of the mine"."""
    if predicate_class(asking.predicate.lemma) not in ASKING or deed.predicate.form != "noun":
        return False
    if deed.status is not Status.PROPOSED or (deed.actor is None and deed.target is None):
        return False
    return any(
        r is not None and r.span.covers(deed.predicate.span) and r.head == deed.predicate.lemma
        for r in (asking.target, *(r for _, r in asking.others))
    )


def _stands_in(event: Event, quotation: Quotation) -> bool:
    return event.predicate.form != "noun" and quotation.span.covers(event.predicate.span)


def _only_named(event: Event, reading: Reading) -> bool:
    """Whether a noun only names a happening in a sentence that tells something else ("appeal against the closure")."""
    if event.predicate.form != "noun" or any(asked_for(o, event) for o in reading.events):
        return False
    return any(o.predicate.form != "noun" for o in reading.events)
