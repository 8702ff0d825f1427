"""What an act is about that denies, refuses, plans or asks for another deed.

Of such acts who does them says little: one may deny or refuse many things in a day.
"""

from __future__ import annotations

from rashomon.core import Document, Event, Reading
from rashomon.core.predicates import predicate_class
from rashomon.core.words import key_stems, stem

ABOUT_DEEDS = frozenset(
    {"deny", "refuse", "confirm", "admit", "propose", "request", "demand", "threaten", "promise", "plan", "decide"}
)
"""Classes of acts that are about another deed."""


def told_about(event: Event, document: Document, reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """What an act is about that denies, refuses or plans: the classes of the deeds behind it, and its other words.

    Neither has any where the act only points at what it is about: "Brandt denied it".
    """
    place = event.predicate.span
    deeds = [
        e.predicate
        for e in reading.events
        if e.sentence == event.sentence
        and e.predicate.span.start >= place.end
        and event.span.covers(e.predicate.span)
        and e.why[:1]
        and e.why[0].startswith(f"{event.predicate.lemma} (")
    ]
    actor = set(key_stems(event.actor.name)) if event.actor is not None else set()
    said = document.part(place.part)[place.end : event.span.end]
    if event.target is not None:
        said += f" {event.target.name}"
    told = {one for d in deeds for one in key_stems(document.words_at(d.span))}
    held = frozenset(predicate_class(d.lemma, d.form) or stem(d.lemma) for d in deeds)
    return held, frozenset(s for s in key_stems(said) if not s[:1].isdigit()) - actor - told
