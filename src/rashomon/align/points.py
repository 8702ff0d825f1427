"""A sentence that somebody gives, taken apart into what a report must bear to carry it."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.core import Event, Form, Quotation, Reading, Span, Status
from rashomon.core.predicates import predicate_class


@dataclass(frozen=True, slots=True)
class Point:
    """One proposition of the sentence, or words that it lays to a speaker.

    A proposition inside reported speech has its `quotation` too: a report may bear it by the same words as well.
    """

    number: int
    event: Event | None
    quotation: Quotation | None

    @property
    def span(self) -> Span:
        """Where the point stands in the sentence."""
        return self.event.span if self.event is not None else self.quotation.span if self.quotation else Span(0, 0)


def points_of(reading: Reading) -> tuple[Point, ...]:
    """What a sentence says: its events without those that only lead to another, and words said without an event.

    "Orsk proposed that the quay be closed" has one point, a closing that she proposes: the proposing is that event's
    status and voice.
    """
    told = [e for e in reading.events if not _leads_on(e, reading) and not _only_named(e, reading)]
    by_id = {q.id: q for q in reading.quotations}
    verbatim = [q for q in reading.quotations if q.form not in {Form.INDIRECT, Form.HEADLINE}]
    found: list[tuple[Event | None, Quotation | None]] = [
        (e, by_id.get(e.quotation or "")) for e in told if not any(q.span.covers(e.predicate.span) for q in verbatim)
    ]
    found += [(None, q) for q in verbatim]
    held = {q.id for e, q in found if e is not None and q is not None}
    for quotation in reading.quotations:
        if quotation in verbatim or quotation.id in held or way_of_saying(quotation) not in {"say", "deny"}:
            continue
        if not any(quotation.span.covers(e.predicate.span) for e in told):
            found.append((None, quotation))
    return tuple(Point(number, event, quotation) for number, (event, quotation) in enumerate(found))


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
