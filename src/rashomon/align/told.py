"""Events of a sentence and of reports with their roles made comparable for checking."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rashomon.align.deed_forms import ASKED_OF, forms
from rashomon.align.deeds import OWN_WILL
from rashomon.align.described import same_name
from rashomon.align.fillers import PRONOUNS, Filler, filler_of, name_of
from rashomon.align.points import asked_for
from rashomon.core import Document, Event, Reading, Referent, Status
from rashomon.core.predicates import is_converse
from rashomon.core.sameness import converse_of


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the document in which it stands, its roles made comparable.

    `complements` are what the verb needs with a preposition ("appeal against the closure"); they stand among the
    `others` too. `light` are words of a set phrase that its verb has in it ("court" in "take to court").
    """

    document: Document
    reading: Reading
    event: Event
    actor: Filler | None
    targets: tuple[Filler, ...]
    complements: tuple[Filler, ...]
    others: tuple[Filler, ...]
    light: frozenset[str] = frozenset()


def all_forms(event: Event, document: Document, reading: Reading) -> tuple[Told, ...]:
    """An event made comparable in each grammar in which the same deed may be told."""
    return tuple(
        replace(told(form.event, document, reading), light=form.light) for form in forms(event, document, reading)
    )


def told(event: Event, document: Document, reading: Reading) -> Told:
    """An event made comparable; the roles of a converse verb change places.

    Whom something is given or sent to counts as one of the others, the thing given as the target. Who only proposes a
    deed is not who would do it ("proposed expelling ..."), and "she" in "Orsk said she would not resign" is Orsk.
    """

    def filler(referent: Referent | None) -> Filler | None:
        return filler_of(referent, event, document, reading) if referent is not None else None

    if event.target is not None and event.target.head.lower() in event.predicate.lemma.lower().split()[1:]:
        spans = {event.target.span}  # "strike" in "go on strike"
        event = replace(event, target=None, others=tuple(o for o in event.others if o[1].span not in spans))
    actor = event.actor
    if event.voice is not None and actor is not None:
        pronoun = document.words_at(actor.span).lower() in PRONOUNS
        if pronoun and event.status in OWN_WILL and actor.name != event.voice.name:
            actor = event.voice
        proposer = same_name(name_of(actor), name_of(event.voice)) or actor.span == event.voice.span
        if event.status is Status.PROPOSED and proposer and not pronoun:
            actor = None
    objects = [r for how, r in event.others if how == "object"]
    others = [r for how, r in event.others if how != "object"]
    prepositional = event.target is not None and any(r.span == event.target.span for r in others)
    if event.target is not None and objects:
        others.append(event.target)
    elif event.target is not None and not prepositional:
        objects = [event.target]
    complements = [event.target] if event.target is not None and prepositional and not objects else []
    deal = converse_of(event.predicate.lemma.lower())
    if deal is not None:  # to whom it is sold is a part of the deal
        complements += [r for how, r in event.others if how == ("to" if deal[1] else "from")]
    elif event.predicate.lemma == ASKED_OF:  # and of whom a thing is asked
        complements += [r for how, r in event.others if how == "from"]
    targets = tuple(filter(None, map(filler, objects)))
    who = filler(actor)
    if is_converse(event.predicate.lemma):
        who, targets = (targets[0] if targets else None), ((who,) if who is not None else ())
    return Told(
        document,
        reading,
        event,
        actor=who,
        targets=targets,
        complements=tuple(filter(None, map(filler, complements))),
        others=tuple(filter(None, map(filler, others))),
    )


def states(event: Event, reading: Reading) -> bool:
    """Whether an event states something: a noun only names a happening, save one that is asked for."""
    return event.predicate.form != "noun" or any(asked_for(o, event) for o in reading.events)
