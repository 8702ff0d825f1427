"""One deed in its several grammars: set phrases, the two sides of a sale, what somebody is left or made.

"Took the law to court" tells that somebody sued over it, "Danneberg bought the leasing arm of the bank" that the bank
sold it, "left 2,400 travellers stranded" that they were stranded. Phrases and sides are declared in
`rashomon/core/data/deed_phrases.tsv` and `converses.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.align.frames import FROM_WHERE_THE_ACTOR_RULES
from rashomon.core import Document, Event, Kind, Reading, Referent, Span, Status
from rashomon.core.predicates import predicate_class
from rashomon.core.sameness import DeedPhrase, converse_of, deed_phrases, is_form_of, known_deed, words_that

PARTICLE = re.compile(r"\s+(back|up|down|out|off|away|over|in|on|ill|sick)\b(?=\s*(?:[.,;:!?”\"]|$|(?:to|by|in|on|at|from|with|the|a|an|his|her|its|their|after|before|into|for|of|\d)\b))")
SUBJUNCTIVE = re.compile(r"\bbe\s+(?:\w+ly\s+)?$")
NOT_SUBJUNCTIVE = re.compile(r"\b(?:to|will|would|can|could|may|might|shall|should|must|wo|ca|cannot|let|not|n['’]t)\s+(?:\w+\s+){0,2}be\s+(?:\w+ly\s+)?$")
SUBJECT_PRONOUN = re.compile(r"\b(he|she|it|I)\s+(?:would|will|shall|could|can|may|might)\s+(?:not\s+|never\s+)?(?:\w+ly\s+)?$")
RULED = re.compile(r"^(?: \w+)? (?:of|from)(?: the)? $")


OWN_WILL = frozenset({Status.PLANNED, Status.REFUSED, Status.THREATENED})
"""Statuses that tell what the actor wants: whether he is said to have said so adds nothing."""


@dataclass(frozen=True, slots=True)
class Form:
    """An event as it may be compared, and the words of its phrase that the verb of this form has in it."""

    event: Event
    light: frozenset[str] = frozenset()


def events_told(document: Document, reading: Reading) -> tuple[Event, ...]:
    """A reading's events, those that only say in what somebody is left joined to it; particles go with their verbs."""
    found = []
    for event in reading.events:
        if any(_left_in(event, other) for other in reading.events):
            continue
        cause = next((o for o in reading.events if _left_in(o, event)), None)
        if cause is not None and event.actor is None:
            event = replace(event, actor=cause.actor, span=_wider(cause.span, event.span))
        event = _wished(_with_particle(event, document), document, reading)
        event = _with_receiver(_own_will(event, document), document, reading)
        found.append(_ruled(_done_by(event, document, reading), document, reading))
    return tuple(found)


def _wished(event: Event, document: Document, reading: Reading) -> Event:
    """A deed in a bare subjunctive ("ordered that all tunnels be inspected") is asked for, and not yet done."""
    span = event.predicate.span
    if event.status is not Status.DONE:
        return event
    if event.predicate.form == "noun":
        ordering = next((o for o in reading.events if _orders(o, event)), None)
        return replace(event, status=Status.PROPOSED, voice=event.voice or ordering.actor) if ordering else event
    if event.predicate.form == "light":
        ordered = any(is_form_of(_light_verb(event, document), verb) for verb in words_that("ordering"))
        if not ordered:
            return event
        if event.target is None:  # "ordered tests in other schools": only by its actor can it be compared
            return replace(event, status=Status.PROPOSED)
        return replace(event, status=Status.PROPOSED, voice=event.voice or event.actor, actor=None)
    if event.predicate.form != "verb":
        return event
    before = document.part(span.part)[max(0, span.start - 60) : span.start]
    if not SUBJUNCTIVE.search(before) or NOT_SUBJUNCTIVE.search(before):
        return event
    within = (q for q in reading.quotations if q.span.covers(span) and q.speaker is not None)
    speaker = next((q.speaker for q in within), None)
    return replace(event, status=Status.PROPOSED, voice=event.voice or speaker)


def _own_will(event: Event, document: Document) -> Event:
    """What speakers say that they themselves will do, with them as who does it: "... and that it would return"."""
    voice, span = event.voice, event.predicate.span
    if event.actor is not None or voice is None or event.status not in OWN_WILL or event.predicate.form != "verb":
        return event
    before = document.part(span.part)[max(0, span.start - 30) : span.start]
    match = SUBJECT_PRONOUN.search(before)
    if match is None or (match[1].lower() == "it") != (voice.kind is not Kind.PERSON):
        return event
    return replace(event, actor=voice)


def _orders(ordering: Event, deed: Event) -> bool:
    """Whether one event orders a deed that a noun names: "ordered an inspection of all tunnels"."""
    wanted = ordering.target
    if ordering.predicate.lemma.lower() not in words_that("ordering") or wanted is None or ordering.status is not Status.DONE:
        return False
    return wanted.span.covers(deed.predicate.span) and wanted.head.lower() == deed.predicate.lemma.lower()


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


def forms(event: Event, document: Document, reading: Reading) -> Iterator[Form]:
    """The event as it stands, and in each other grammar that tells the same deed."""
    yield Form(event)
    for phrase in deed_phrases().get(event.predicate.lemma.lower(), ()):
        form = _of_phrase(event, phrase, document)
        if form is not None:
            yield form
    yield from _light(event, document)
    yield from _asked_of(event)
    yield from _other_side(event, document, reading)


def _light(event: Event, document: Document) -> Iterator[Form]:
    """A light verb with its noun, which reading takes for one predicate ("take charge"), as the verb for both."""
    if event.predicate.form != "light":
        return
    said = _light_verb(event, document)
    for verb, phrases in deed_phrases().items():
        for phrase in phrases:
            if phrase.how == "object" and event.predicate.lemma.lower() in phrase.nouns and is_form_of(said, verb):
                yield Form(replace(event, predicate=replace(event.predicate, lemma=phrase.deed)))


def _light_verb(event: Event, document: Document) -> str:
    return (document.words_at(event.predicate.span).lower().split() or [""])[0]


def _asked_of(event: Event) -> Iterator[Form]:
    """"Asked the government for 40 pumps" as the same that "requested 40 pumps from the government" tells."""
    wanted = next((r for how, r in event.others if how == "for"), None)
    asked = event.target
    if event.predicate.lemma.lower() not in words_that("asking") or wanted is None or asked is None or asked.span == wanted.span:
        return
    rest = tuple((how, r) for how, r in event.others if r.span != wanted.span)
    kept = replace(event, predicate=replace(event.predicate, lemma="request"), target=wanted, others=(("from", asked), *rest))
    yield Form(kept)


def _wider(left: Span, right: Span) -> Span:
    return Span(min(left.start, right.start), max(left.end, right.end), left.part) if left.part is right.part else left


def _left_in(causing: Event, state: Event) -> bool:
    """Whether one event tells that somebody was left or made what the other tells: "left them stranded"."""
    if causing is state or causing.predicate.lemma.lower() not in words_that("causative"):
        return False
    if causing.target is None or state.target is None or state.predicate.form == "noun":
        return False
    after = causing.predicate.span.end <= causing.target.span.start and state.predicate.span.start >= causing.target.span.end
    return after and causing.target.span == state.target.span and causing.sentence == state.sentence


def _with_particle(event: Event, document: Document) -> Event:
    """The event with a particle that stands behind its verb and makes another verb of it ("to be given back")."""
    lemma, span = event.predicate.lemma, event.predicate.span
    if " " in lemma or event.predicate.form != "verb":
        return event
    match = PARTICLE.match(document.part(span.part), span.end)
    if match is None or not known_deed(f"{lemma.lower()} {match[1]}"):
        return event
    if any(r.span.start < match.end() and match.start() < r.span.end for r in (event.target,) if r is not None):
        return event
    return replace(event, predicate=replace(event.predicate, lemma=f"{lemma} {match[1]}"))


def _hanging(event: Event, phrase: DeedPhrase) -> Referent | None:
    """What hangs on the verb as the phrase wants it."""
    if phrase.how == "object":
        objects = [r for how, r in event.others if how == "object"]
        prepositional = event.target is not None and any(r.span == event.target.span for _, r in event.others)
        candidates = objects or ([event.target] if event.target is not None and not prepositional else [])
    else:
        candidates = [r for how, r in event.others if how == phrase.how]
    return next((r for r in candidates if "*" in phrase.nouns or r.head.lower() in phrase.nouns), None)


def _standing_after(event: Event, phrase: DeedPhrase, document: Document) -> Referent | None:
    """A noun after a preposition in the clause, where it is read as no role: "brought six men to the surface"."""
    if phrase.how == "object" or event.span.end <= event.predicate.span.end:
        return None
    nouns = "|".join(map(re.escape, phrase.nouns - {"*"})) or r"[A-Z][\w-]+"
    start = event.predicate.span.end
    match = re.search(rf"\b{phrase.how}\s+(?:the\s+|a\s+|an\s+)?({nouns})\b", document.part(event.span.part)[start : event.span.end])
    if match is None:
        return None
    return Referent(span=Span(start + match.start(1), start + match.end(1), event.span.part), name=match[1], head=match[1].lower())


def _of_phrase(event: Event, phrase: DeedPhrase, document: Document) -> Form | None:
    noun = _hanging(event, phrase) or _standing_after(event, phrase, document)
    if noun is None:
        return None
    target = None
    if phrase.target == ("object",):
        target = event.target if event.target is not None and event.target.span != noun.span else None
        if target is None:
            return None
    elif phrase.target:
        target = next((r for how, r in event.others if how in phrase.target and r.span != noun.span), None)
        target = target or _inside(noun, phrase.target, document)
    others = tuple((how, r) for how, r in event.others if r.span != noun.span and (target is None or r.span != target.span))
    actor = event.actor
    if actor is None and predicate_class(phrase.deed) in FROM_WHERE_THE_ACTOR_RULES:
        actor = noun  # "ordered out of Norvia" was done by Norvia
    kept = replace(
        event, predicate=replace(event.predicate, lemma=phrase.deed), actor=actor, target=target, others=others
    )
    light = frozenset() if "*" in phrase.nouns else frozenset({noun.head.lower(), *phrase.deed.split()})
    return Form(kept, light | frozenset({event.predicate.lemma.lower()}))


def _inside(noun: Referent, prepositions: tuple[str, ...], document: Document) -> Referent | None:
    """What stands in the noun's own phrase after a preposition: "the approval of Feberin"."""
    text = document.words_at(noun.span)
    for match in re.finditer(r"\b(" + "|".join(map(re.escape, prepositions)) + r")\s+", text):
        rest = re.split(r",| for | in | by | on | at | after ", text[match.end() :])[0].strip()
        if rest:
            start = noun.span.start + match.end()
            tokens = rest.split()
            return Referent(
                span=Span(start, start + len(rest), noun.span.part),
                name=rest,
                head=tokens[-1].lower(),
                modifiers=tuple(t.lower() for t in tokens[:-1] if t.lower() not in {"the", "a", "an", "its", "their"}),
            )
    return None


def _other_side(event: Event, document: Document, reading: Reading) -> Iterator[Form]:
    """The same deal from the side of the other party: what one sells the other buys."""
    found = converse_of(event.predicate.lemma.lower())
    if found is None:
        return
    lemma, parting = found
    objects = [r for how, r in event.others if how == "object"]
    thing = objects[0] if objects else event.target
    if thing is None:
        return
    if parting:
        # who parts with it is told: who comes by it is the indirect object, or follows "to"
        comer = event.target if objects else _after(event, thing, "to", document, reading)
        actor = event.actor
        others = (("from", actor),) if actor is not None else ()
        yield Form(replace(event, predicate=replace(event.predicate, lemma=lemma), actor=comer, target=thing, others=others))
        return
    source = _after(event, thing, "from", document, reading) or _possessor(thing, document, reading)
    others = (("to", event.actor),) if event.actor is not None else ()
    yield Form(replace(event, predicate=replace(event.predicate, lemma=lemma), actor=source, target=thing, others=others))


def _with_receiver(event: Event, document: Document, reading: Reading) -> Event:
    """A deal with its other party among the roles, where reading takes it for a part of the thing's phrase."""
    deal = converse_of(event.predicate.lemma.lower())
    if deal is None or event.target is None or any(how == "object" for how, _ in event.others):
        return event
    preposition = "to" if deal[1] else "from"
    if any(how == preposition for how, _ in event.others):
        return event
    other = _after(event, event.target, preposition, document, reading)
    return event if other is None else replace(event, others=(*event.others, (preposition, other)))


def _after(event: Event, thing: Referent, preposition: str, document: Document, reading: Reading) -> Referent | None:
    """Who stands after a preposition of the verb, be it read as part of the thing's phrase."""
    told = next((r for how, r in event.others if how == preposition and r.span != thing.span), None)
    if told is not None:
        return told
    text = document.part(thing.span.part)
    stop = max(thing.span.end, min(event.span.end, thing.span.end + 40))
    for match in re.finditer(rf"\b{preposition}\s+(?:the\s+)?", text[thing.span.start : stop]):
        at = thing.span.start + match.end()
        for mention in reading.mentions:
            if mention.span.part is thing.span.part and mention.span.start in {at, thing.span.start + match.start() + len(preposition) + 1}:
                return Referent(span=mention.span, name=mention.name, kind=mention.kind, head=mention.name.split()[-1].lower())
    return None


def _possessor(thing: Referent, document: Document, reading: Reading) -> Referent | None:
    """Whose the thing is: "the bank's leasing business"."""
    text = document.part(thing.span.part)
    for mention in reading.mentions:
        if thing.span.covers(mention.span) and text[mention.span.end - 2 : mention.span.end + 2].replace("’", "'").find("'s") >= 0:
            return Referent(span=mention.span, name=mention.name, kind=mention.kind, head=mention.name.split()[-1].lower())
    return None
