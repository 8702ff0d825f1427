"""Two reports that give one deed to two different doers: "Soldiers of Orm fired first", "It was Vell's guards".

That two reports call a doer by two words says little: "rescuers" and "firefighters" may be the same people. It is a
contradiction where a report says that these and no others did it: in a cleft sentence ("it was weavers who ..."), or of
a deed that only one side can have done ("opened fire first", "threw the first stone").
"""

from __future__ import annotations

import re

from rashomon.core.document import Document
from rashomon.core.nouns import like_nouns
from rashomon.core.paraphrase import bears_noun
from rashomon.core.reading import Event, Referent, Status
from rashomon.core.words import FUNCTION_WORDS, stem

TOLD_AS_DONE = frozenset({Status.DONE, Status.UNDERWAY, Status.ALLEGED})

CLEFT = re.compile(r"\b[Ii]t (?:was|is|had been) (?P<who>[^.,;:!?]{2,80}?) (?:who|that) ")
"""A cleft sentence as far as its pronoun."""

WAS_FIRST = re.compile(r"(?<!the )(?<!at )\bfirst\b(?=[ ]*(?:[.,;:!?”\"]|$|(?:at|on|in|near|when|and|after|before)\b))")
"""The adverb at the end of what was done: "opened fire first at the bridge", not "the first" and not "at first"."""

THE_FIRST = re.compile(r"^the first\b", re.IGNORECASE)

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
    if event.target is not None and THE_FIRST.match(event.target.name):
        return True
    text, end = document.part(event.span.part), event.predicate.span.end
    if WAS_FIRST.search(text[end : event.span.end]):
        return True
    head = event.actor.head.lower() if event.actor is not None else ""
    clefts = (
        m["who"].lower().split() for part in (document.headline or "", document.text) for m in CLEFT.finditer(part)
    )
    return bool(head) and any(head in words or f"{head}s" in words for words in clefts)


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
