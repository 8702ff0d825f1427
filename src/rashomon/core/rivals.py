"""Two reports that give one deed to two different doers: "Soldiers of Orm fired first", "It was Vell's guards".

That two reports call a doer by two words says little: "rescuers" and "firefighters" may be the same people. It is a
contradiction where a report says that these and no others did it: in a cleft sentence ("it was weavers who ..."), or of
a deed that only one side can have done ("opened fire first", "threw the first stone").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rashomon.core.document import Document
from rashomon.core.nouns import like_nouns
from rashomon.core.paraphrase import bears_noun
from rashomon.core.reading import Event, Referent, Status
from rashomon.core.sameness import is_form_of
from rashomon.core.words import FUNCTION_WORDS, stem

TOLD_AS_DONE = frozenset({Status.DONE, Status.UNDERWAY, Status.ALLEGED})

CLEFT = re.compile(
    r"\b[Ii]t (?:was|is|had been) (?:not [^.;:!?]{2,60}? but )?(?!(?:not|never|hardly)\b)"
    r"(?P<who>[^.,;:!?]{2,80}?) (?:who|that) (?:[\w’'-]+ ){0,4}$"
)
"""A cleft sentence as far as its verb, before which few words stand ("who had then secretly"); not one that only says
who it was not."""
WHOLE_CLEFT = re.compile(CLEFT.pattern.removesuffix("(?:[\\w’'-]+ ){0,4}$") + r"(?P<deed>[^.,;:!?\n”\"]+)")
"""A cleft sentence with what was done."""

WAS_FIRST = re.compile(r"(?<!the )(?<!at )\bfirst\b(?=[ ]*(?:[.,;:!?”\"]|$|(?:at|on|in|near|when|and|after|before)\b))")
"""The adverb at the end of what was done: "opened fire first at the bridge", not "the first" and not "at first"."""

THE_FIRST = re.compile(r"the first (?P<sent>[\w-]+(?: [\w-]+){0,2})", re.IGNORECASE)
STRIKING = frozenset("fire shoot throw hurl lob sling cast strike land deal launch".split())
BLOWS = frozenset(
    """
    shot bullet round salvo volley shell rocket missile grenade bomb arrow blow punch kick stroke stone rock brick
    bottle cobble cobblestone flare firecracker attack strike raid
    """.split()
)
"""Hostile deeds and what is sent by them: of two sides only one began. Two may both have "found the first body", or be
the same people."""

ANYBODY = frozenset(
    """
    man woman person people gunman attacker assailant suspect shooter culprit killer thief someone somebody others other
    group crowd member one youth witness side party they he she it who
    """.split()
)
"""Words for a doer that another word for the same one does not contradict."""

OWNER = re.compile(
    r"^(?:the )?(?P<before>(?:[A-Z][\w-]+ ?)+)['’]s? |\b(?:of|from) (?:the )?(?P<behind>(?:[A-Z][\w-]+ ?)+)"
)
"""Whose people are: "Vell's guards", "soldiers of Orm"."""


def rivals(left: Event, right: Event, documents: tuple[Document, Document]) -> bool:
    """Whether two tellings of one deed give it to two doers, and one of them to nobody else.

    Args:
        left: one telling.
        right: the other.
        documents: the reports in which they stand, in the same order.
    """
    if left.actor is None or right.actor is None or not {left.status, right.status} <= TOLD_AS_DONE:
        return False
    if not _other_doers(left.actor, right.actor):
        return False
    return any(_alone(event, document) for event, document in zip((left, right), documents, strict=True))


def _alone(event: Event, document: Document) -> bool:
    """Whether a report says that this doer and no other did it."""
    behind = document.part(event.span.part)[event.predicate.span.end : event.span.end]
    if WAS_FIRST.search(behind) or _is_hostile(event, behind):
        return True
    head = event.actor.head.lower() if event.actor is not None else ""
    cleft = CLEFT.search(document.part(event.sentence.part)[event.sentence.start : event.predicate.span.start])
    whose = [cleft["who"]] if cleft is not None else []
    whose += [who for who, deed in _clefts(document.headline or "", document.text) if _is_told(event, deed)]
    return bool(head) and any(w in {head, f"{head}s"} for who in whose for w in who.lower().split())


@lru_cache(maxsize=512)
def _clefts(*parts: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Who did it, and the words of what they did, by every cleft sentence of a report."""
    found = (m for part in parts for m in WHOLE_CLEFT.finditer(part))
    return tuple((m["who"], tuple(m["deed"].lower().split())) for m in found)


def _is_told(event: Event, deed: Sequence[str]) -> bool:
    """Whether the words of another sentence tell this deed: its verb with the same thing, or the deed by name alone.

    "It was police who found the boat" says nothing of who closed the bridge, nor does "who closed the harbour".
    """
    thing = event.target.head.lower() if event.target is not None else None
    verb = next((n for n, w in enumerate(deed[:3]) if is_form_of(w, event.predicate.lemma.lower()) or w == thing), None)
    return verb is not None and (verb == len(deed) - 1 or thing is None or thing in deed[verb:])


def _is_hostile(event: Event, behind: str) -> bool:
    """Whether the first of what is sent in a fight is told right behind a verb of sending it."""
    found = THE_FIRST.match(behind.strip())
    if found is None or event.predicate.lemma.lower() not in STRIKING:
        return False
    return any(word in BLOWS or word.removesuffix("s") in BLOWS for word in found["sent"].lower().split())


def _other_doers(left: Referent, right: Referent) -> bool:
    """Whether two phrases are of people who cannot be the same."""
    mine, theirs = _owners(left), _owners(right)
    if mine and theirs:
        return mine.isdisjoint(theirs)
    heads = left.head.lower(), right.head.lower()
    if not all(heads) or any(head in ANYBODY for head in heads) or _named(left) or _named(right):
        return False
    if like_nouns(*heads) or bears_noun(*heads) or bears_noun(heads[1], heads[0]):
        return False
    return not _words(left) & _words(right)


def _owners(referent: Referent) -> frozenset[str]:
    match = OWNER.search(referent.name)
    return frozenset(stem(w.lower()) for w in (match["before"] or match["behind"]).split()) if match else frozenset()


def _named(referent: Referent) -> bool:
    """Whether a phrase is somebody's own name, or points at somebody."""
    return referent.head[:1].isupper() or referent.head.lower() in FUNCTION_WORDS


def _words(referent: Referent) -> set[str]:
    return {stem(w.lower()) for w in referent.name.split() if w.lower() not in FUNCTION_WORDS}
