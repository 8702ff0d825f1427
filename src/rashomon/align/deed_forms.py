"""One deed in its several grammars: set phrases, light verbs, the two sides of a deal, who is asked for what.

"Took the law to court" tells that somebody sued over it, and "Danneberg bought the leasing arm of the bank" that the
bank sold it. Phrases and sides are declared in `rashomon/core/data/deed_phrases.tsv` and `converses.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.align.deeds import light_verb, named_by, standing_after
from rashomon.align.frames import FROM_WHERE_THE_ACTOR_RULES
from rashomon.core import Document, Event, Reading, Referent, Span, Status
from rashomon.core.predicates import predicate_class
from rashomon.core.sameness import DeedPhrase, converse_of, deed_phrases, is_form_of, words_that

END_OF_PHRASE = re.compile(r",| for | in | by | on | at | after ")
DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her"})


ASKED_OF = "request"
"""The verb in whose form asking somebody for something is compared."""


@dataclass(frozen=True, slots=True)
class Form:
    """An event as it may be compared, and the words of its phrase that the verb of this form has in it."""

    event: Event
    light: frozenset[str] = frozenset()


def forms(event: Event, document: Document, reading: Reading) -> Iterator[Form]:
    """The event as it stands, and in each other grammar that tells the same deed."""
    yield Form(event)
    for phrase in deed_phrases().get(event.predicate.lemma.lower(), ()):
        form = _of_phrase(event, phrase, document)
        if form is not None:
            yield form
    yield from _light(event, document)
    yield from _asked_of(event)
    yield from _with_preposition(event)
    yield from _told_to(event, document, reading)
    yield from _other_side(event, document, reading)


def _as(event: Event, lemma: str, **roles: object) -> Event:
    """The event told by another verb, with its own roles where they are not given."""
    return replace(event, predicate=replace(event.predicate, lemma=lemma), **roles)  # type: ignore[arg-type]


def _light(event: Event, document: Document) -> Iterator[Form]:
    """A light verb with its noun, which reading takes for one predicate ("take charge"), as the verb for both."""
    if event.predicate.form != "light":
        return
    said = light_verb(event, document)
    for verb, phrases in deed_phrases().items():
        for phrase in phrases:
            if phrase.how == "object" and event.predicate.lemma.lower() in phrase.nouns and is_form_of(said, verb):
                yield Form(_as(event, phrase.deed))


def _asked_of(event: Event) -> Iterator[Form]:
    """As "requested pumps from the government" for "asked the government for pumps"."""
    wanted, asked = next((r for how, r in event.others if how == "for"), None), event.target
    if wanted is None or asked is None or asked.span == wanted.span:
        return
    if event.predicate.lemma.lower() not in words_that("asking"):
        return
    rest = tuple((how, r) for how, r in event.others if r.span != wanted.span)
    yield Form(_as(event, ASKED_OF, target=wanted, others=(("from", asked), *rest)))


def _with_preposition(event: Event) -> Iterator[Form]:
    """As "demanded an inquiry into the leak" for "called for an inquiry into the leak"."""
    for how, wanted in event.others:
        deed = PREPOSITIONED.get((event.predicate.lemma.lower(), how))
        target = event.target
        # another thing between the verb and the preposition is what the deed is done to
        if deed is None or (target is not None and target.span < wanted.span and not wanted.span.touches(target.span)):
            continue
        rest = tuple((way, r) for way, r in event.others if r.span != wanted.span)
        yield Form(_as(event, deed, target=wanted, others=rest))


PREPOSITIONED = {
    ("call for", "for"): "demand",
    ("press", "for"): "demand",
    ("push", "for"): "demand",
    ("appeal", "against"): "contest",
    ("pay", "for"): "fund",
    ("apply", "for"): "request",
    ("object", "to"): "oppose",
    ("do", "without"): "forgo",
    ("get", "rid of"): "scrap",
}
"""Verbs with a preposition that one verb with an object stands for."""

TO_DO = re.compile(r"[^.,;:]*\bto\s+$")


def _told_to(event: Event, document: Document, reading: Reading) -> Iterator[Form]:
    """What somebody is told to do, with them as who is to do it: "ordered people in the valley to leave".

    Reading may take who gives the order for who is to do it, where words stand between.
    """
    if event.status is not Status.PROPOSED or event.actor is None or event.predicate.form != "verb":
        return
    text, start = document.part(event.span.part), event.predicate.span.start
    for order in reading.events:
        whom = order.target
        if whom is None or order.actor is None or order.sentence != event.sentence or order is event:
            continue
        if order.predicate.lemma.lower() not in TELLING or event.actor.span not in {order.actor.span, whom.span}:
            continue
        inside = order.predicate.span.end <= whom.span.start and whom.span.end <= start
        if inside and TO_DO.fullmatch(text[whom.span.end : start]):
            yield Form(replace(event, actor=whom, voice=event.voice or order.actor))


TELLING = frozenset({"order", "tell", "instruct", "command", "direct", "urge", "ask", "advise"})
"""Verbs whose object is who is to do what follows "to"."""


def _of_phrase(event: Event, phrase: DeedPhrase, document: Document) -> Form | None:
    noun = _hanging(event, phrase) or _loose(event, phrase, document)
    if noun is None:
        return None
    target = None
    if phrase.target == ("object",):
        target = event.target if event.target is not None and event.target.span != noun.span else None
        if target is None:
            return None
    elif phrase.target == ("subject",):
        target = event.actor
    elif phrase.target:
        target = next((r for how, r in event.others if how in phrase.target and r.span != noun.span), None)
        target = target or _inside(noun, phrase.target, document)
    used = {noun.span, *((target.span,) if target is not None else ())}
    actor = None if phrase.target == ("subject",) else event.actor
    if actor is None and predicate_class(phrase.deed) in FROM_WHERE_THE_ACTOR_RULES:
        actor = noun  # "ordered out of Norvia" was done by Norvia
    others = tuple((how, r) for how, r in event.others if r.span not in used)
    kept = _as(event, phrase.deed, actor=actor, target=target, others=others)
    said = frozenset() if "*" in phrase.nouns else frozenset({noun.head.lower(), *phrase.deed.split()})
    return Form(kept, said | {event.predicate.lemma.lower()})


def _hanging(event: Event, phrase: DeedPhrase) -> Referent | None:
    """What hangs on the verb as the phrase wants it."""
    if phrase.how == "object":
        found = [r for how, r in event.others if how == "object"]
        target = event.target
        if not found and target is not None and all(r.span != target.span for _, r in event.others):
            found = [target]
    else:
        found = [r for how, r in event.others if how == phrase.how]
    return next((r for r in found if "*" in phrase.nouns or r.head.lower() in phrase.nouns), None)


def _loose(event: Event, phrase: DeedPhrase, document: Document) -> Referent | None:
    """A noun after a preposition in the clause, where it is read as no role: "brought six men to the surface"."""
    start, part = event.predicate.span.end, event.span.part
    if phrase.how == "object" or event.span.end <= start:
        return None
    nouns = "|".join(map(re.escape, sorted(phrase.nouns - {"*"}))) or r"[A-Z][\w-]+"
    clause = document.part(part)[start : event.span.end]
    match = re.search(rf"\b{phrase.how}\s+(?:the\s+|a\s+|an\s+)?({nouns})\b", clause)
    if match is None:
        return None
    return Referent(span=Span(start + match.start(1), start + match.end(1), part), name=match[1], head=match[1].lower())


def _inside(noun: Referent, prepositions: tuple[str, ...], document: Document) -> Referent | None:
    """What stands in the noun's own phrase after a preposition: "the approval of Feberin"."""
    text = document.words_at(noun.span)
    for match in re.finditer(r"\b(" + "|".join(map(re.escape, prepositions)) + r")\s+", text):
        rest = END_OF_PHRASE.split(text[match.end() :])[0].strip()
        if rest:
            start = noun.span.start + match.end()
            *before, head = rest.split()
            return Referent(
                span=Span(start, start + len(rest), noun.span.part),
                name=rest,
                head=head.lower(),
                modifiers=tuple(t.lower() for t in before if t.lower() not in DETERMINERS),
            )
    return None


def _other_side(event: Event, document: Document, reading: Reading) -> Iterator[Form]:
    """The same deal from the side of the other party: what one sells the other buys."""
    found = converse_of(event.predicate.lemma.lower())
    objects = [r for how, r in event.others if how == "object"]
    thing = objects[0] if objects else event.target
    if found is None or thing is None:
        return
    lemma, parting = found
    if parting:
        # who parts with it is told: who comes by it is the indirect object, or follows "to"
        comer = event.target if objects else standing_after(event, thing, "to", document, reading)
        others = (("from", event.actor),) if event.actor is not None else ()
        yield Form(_as(event, lemma, actor=comer, target=thing, others=others))
        return
    source = standing_after(event, thing, "from", document, reading) or _possessor(thing, document, reading)
    others = (("to", event.actor),) if event.actor is not None else ()
    yield Form(_as(event, lemma, actor=source, target=thing, others=others))


def _possessor(thing: Referent, document: Document, reading: Reading) -> Referent | None:
    """Whose the thing is: "the bank's leasing business"."""
    text = document.part(thing.span.part).replace("’", "'")
    for mention in reading.mentions:
        near = text[mention.span.end - 2 : mention.span.end + 2]
        if thing.span.covers(mention.span) and "'s" in near:
            return named_by(mention.span, mention.name, mention.kind)
    return None
