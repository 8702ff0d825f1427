"""The deeds of a document or of a sentence, put in order for comparing.

Reading tells what a clause says; a deed to be compared also needs what stands around it: the particle that makes
another verb of it, in what state somebody is left, who is asked to do what, with whom a deal is made.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.align.frames import FROM_WHERE_THE_ACTOR_RULES
from rashomon.core import Document, Event, Kind, Reading, Referent, Span, Status
from rashomon.core.predicates import predicate_class
from rashomon.core.sameness import converse_of, is_form_of, known_deed, words_that

OWN_WILL = frozenset({Status.PLANNED, Status.REFUSED, Status.THREATENED})
"""Statuses that tell what the actor wants: whether he is said to have said so adds nothing."""

PARTICLE = re.compile(
    r"\s+(back|up|down|out|off|away|over|in|on|ill|sick)\b(?=\s*(?:[.,;:!?”\"]|$|(?:to|by|in|on|at|from|with|the|a|an|"
    r"his|her|its|their|after|before|into|for|of|\d)\b))"
)
SUBJUNCTIVE = re.compile(r"\bbe\s+(?:\w+ly\s+)?$")
NOT_SUBJUNCTIVE = re.compile(
    r"\b(?:to|will|would|can|could|may|might|shall|should|must|wo|ca|cannot|let|not|n['’]t)\s+(?:\w+\s+){0,2}"
    r"be\s+(?:\w+ly\s+)?$"
)
SUBJECT_PRONOUN = re.compile(
    r"\b(he|she|it|I)\s+(?:would|will|shall|could|can|may|might)\s+(?:not\s+|never\s+)?(?:\w+ly\s+)?$"
)
RULED = re.compile(r"^(?: \w+)? (?:of|from)(?: the)? $")
BEYOND_THE_THING_CHARS = 40
"""How far behind the thing its giver or receiver may stand, where reading takes them for a part of its phrase."""


def events_told(document: Document, reading: Reading) -> tuple[Event, ...]:
    """A reading's events, each with what belongs to its deed; one that only leads to another is joined to it."""
    found = []
    for event in reading.events:
        if any(_left_in(event, other) for other in reading.events):
            continue
        told = _with_cause(event, reading)
        told = _wished(_with_particle(told, document), document, reading)
        told = with_receiver(_own_will(told, document), document, reading)
        found.append(_ruled(_done_by(told, document, reading), document, reading))
    return tuple(found)


def light_verb(event: Event, document: Document) -> str:
    """The verb of a light construction, as it stands: "took" in "took charge"."""
    return (document.words_at(event.predicate.span).lower().split() or [""])[0]


def _left_in(causing: Event, state: Event) -> bool:
    """Whether one event tells that somebody was left or made what the other tells: "left them stranded"."""
    if causing is state or causing.predicate.lemma.lower() not in words_that("causative"):
        return False
    whom = causing.target
    if whom is None or state.target is None or state.predicate.form == "noun" or whom.span != state.target.span:
        return False
    between = causing.predicate.span.end <= whom.span.start and whom.span.end <= state.predicate.span.start
    return between and causing.sentence == state.sentence


def _with_cause(event: Event, reading: Reading) -> Event:
    """A state in which somebody is left, with who or what left them in it."""
    cause = next((o for o in reading.events if _left_in(o, event)), None)
    if cause is None or event.actor is not None:
        return event
    span = event.span
    if cause.span.part is span.part:
        span = Span(min(cause.span.start, span.start), max(cause.span.end, span.end), span.part)
    return replace(event, actor=cause.actor, span=span)


def _with_particle(event: Event, document: Document) -> Event:
    """The event with a particle that stands behind its verb and makes another verb of it ("to be given back")."""
    lemma, span = event.predicate.lemma, event.predicate.span
    if " " in lemma or event.predicate.form != "verb":
        return event
    match = PARTICLE.match(document.part(span.part), span.end)
    if match is None or not known_deed(f"{lemma.lower()} {match[1]}"):
        return event
    target = event.target
    if target is not None and target.span.start < match.end() and match.start() < target.span.end:
        return event
    return replace(event, predicate=replace(event.predicate, lemma=f"{lemma} {match[1]}"))


def _wished(event: Event, document: Document, reading: Reading) -> Event:
    """A deed that is ordered, or told in a bare subjunctive ("that all tunnels be inspected"): asked for, not done."""
    if event.status is not Status.DONE:
        return event
    if event.predicate.form == "noun":
        ordering = next((o for o in reading.events if _orders(o, event)), None)
        if ordering is None:
            return event
        return replace(event, status=Status.PROPOSED, voice=event.voice or ordering.actor)
    if event.predicate.form == "light":
        if not any(is_form_of(light_verb(event, document), verb) for verb in words_that("ordering")):
            return event
        if event.target is None:  # "ordered tests in other schools": only by its actor can it be compared
            return replace(event, status=Status.PROPOSED)
        return replace(event, status=Status.PROPOSED, voice=event.voice or event.actor, actor=None)
    span = event.predicate.span
    before = document.part(span.part)[max(0, span.start - 60) : span.start]
    if event.predicate.form != "verb" or not SUBJUNCTIVE.search(before) or NOT_SUBJUNCTIVE.search(before):
        return event
    within = (q for q in reading.quotations if q.span.covers(span) and q.speaker is not None)
    speaker = next((q.speaker for q in within), None)
    return replace(event, status=Status.PROPOSED, voice=event.voice or speaker)


def _orders(ordering: Event, deed: Event) -> bool:
    """Whether one event orders a deed that a noun names: "ordered an inspection of all tunnels"."""
    wanted, lemma = ordering.target, ordering.predicate.lemma.lower()
    if wanted is None or lemma not in words_that("ordering") or ordering.status is not Status.DONE:
        return False
    return wanted.span.covers(deed.predicate.span) and wanted.head.lower() == deed.predicate.lemma.lower()


def _own_will(event: Event, document: Document) -> Event:
    """What speakers say that they themselves will do, with them as who does it: "... and that it would return"."""
    voice, span = event.voice, event.predicate.span
    if event.actor is not None or voice is None or event.status not in OWN_WILL or event.predicate.form != "verb":
        return event
    match = SUBJECT_PRONOUN.search(document.part(span.part)[max(0, span.start - 30) : span.start])
    if match is None or (match[1].lower() == "it") != (voice.kind is not Kind.PERSON):
        return event
    return replace(event, actor=voice)


def _done_by(event: Event, document: Document, reading: Reading) -> Event:
    """A deed named by a noun with who would do it: "mediation by a judge"."""
    if event.predicate.form != "noun" or event.actor is not None:
        return event
    text, end = document.part(event.predicate.span.part), event.predicate.span.end
    for other in reading.events:
        for how, referent in other.others:
            if how == "by" and referent.span.start >= end and text[end : referent.span.start].strip() == "by":
                return replace(event, actor=referent)
    return event


def _ruled(event: Event, document: Document, reading: Reading) -> Event:
    """A deed that only who rules a place does, with that place as who did it: "they were ordered out of Norvia"."""
    if event.actor is not None or predicate_class(event.predicate.lemma) not in FROM_WHERE_THE_ACTOR_RULES:
        return event
    text, span = document.part(event.predicate.span.part), event.span
    for mention in reading.mentions:
        if mention.form != "name" or not span.covers(mention.span) or mention.span.start < event.predicate.span.end:
            continue
        if RULED.search(text[event.predicate.span.end : mention.span.start]):
            return replace(event, actor=Referent(span=mention.span, name=mention.name, kind=mention.kind))
    return event


def with_receiver(event: Event, document: Document, reading: Reading) -> Event:
    """A deal with its other party among the roles, where reading takes it for a part of the thing's phrase."""
    lemma = event.predicate.lemma.lower()
    deal = (lemma, False) if lemma in words_that("asking from") else converse_of(lemma)
    if deal is None or event.target is None or any(how == "object" for how, _ in event.others):
        return event
    preposition = "to" if deal[1] else "from"
    if any(how == preposition for how, _ in event.others):
        return event
    other = standing_after(event, event.target, preposition, document, reading)
    if other is None:
        return event
    thing, text = event.target, document.part(event.target.span.part)
    if thing.span.covers(other.span):  # "its yard | to Brandal Capital"
        kept = Span(
            thing.span.start, thing.span.start + text[thing.span.start : other.span.start].rfind(f" {preposition}")
        )
        thing = replace(thing, span=kept, name=kept.of(text)) if len(kept) > 0 else thing
    return replace(event, target=thing, others=(*event.others, (preposition, other)))


def standing_after(
    event: Event, thing: Referent, preposition: str, document: Document, reading: Reading
) -> Referent | None:
    """Who stands after a preposition of the verb, be it read as part of the thing's phrase."""
    told = next((r for how, r in event.others if how == preposition and r.span != thing.span), None)
    if told is not None:
        return told
    text, start = document.part(thing.span.part), thing.span.start
    stop = max(thing.span.end, min(event.span.end, thing.span.end + BEYOND_THE_THING_CHARS))
    for match in re.finditer(rf"\b{preposition}\s+(the\s+)?", text[start:stop]):
        places = {start + match.end(), start + (match.start(1) if match[1] else match.end())}
        for mention in reading.mentions:
            if mention.span.part is thing.span.part and mention.span.start in places:
                return named_by(mention.span, mention.name, mention.kind)
    return None


def named_by(span: Span, name: str, kind: Kind) -> Referent:
    """A mention as what fills a role."""
    return Referent(span=span, name=name, kind=kind, head=name.rsplit(maxsplit=1)[-1].lower())
