"""What is held once: the election, a marathon by its name, a funeral. Two days told for it are a dispute on its day."""

from __future__ import annotations

import re
from datetime import timedelta

from rashomon.core import Document, Status
from rashomon.core.alignment import Telling
from rashomon.core.senses import is_kind_of

HELD = frozenset({"hold", "take", "run", "stage", "celebrate", "hold election"})
"""Verbs of holding an occasion ("will be held", "will take place", "the race will be run")."""

ONCE = frozenset("festival summit final parade congress fair cup regatta coronation inauguration referendum".split())
"""Occasions that the dictionary does not lay under events."""

MOSTLY, STEPS = 0.55, 8
"""The share of a noun's use in which it stands for an event, and how many steps up the dictionary's tree that lies."""

SAME_DAY = timedelta(hours=24)
"""Reports published further apart may tell of a day that was put off between them."""


def one_occasion(left: Telling, right: Telling, documents: tuple[Document, Document]) -> bool:
    """Whether two tellings of two reports are of one occasion still to come, that is held only once.

    Args:
        left: one telling.
        right: the other.
        documents: the reports in which they stand, in the same order.
    """
    if not left.event.status is right.event.status is Status.PLANNED:
        return False
    published = [d.published_at for d in documents]
    if published[0] is None or published[1] is None or abs(published[0] - published[1]) > SAME_DAY:
        return False
    ours, theirs = (occasion_named(t, d) for t, d in zip((left, right), documents, strict=True))
    return ours is not None and ours == theirs


def occasion_named(telling: Telling, document: Document) -> str | None:
    """The phrase by which a clause names the one occasion that it says is held ("general election"), None for none."""
    event = telling.event
    said = document.words_at(event.predicate.span).lower()
    held = event.predicate.lemma.lower() in HELD or (event.predicate.form == "light" and re.search(r"\bheld\b", said))
    nouns = [r.head.lower() for r in (event.target, event.actor) if r is not None]
    nouns += [event.predicate.lemma.lower()] if event.predicate.form == "light" else []
    noun = next((n for n in nouns if _once(n)), None)
    if not held or noun is None:
        return None
    match = re.search(rf"\b[Tt]he ((?:[\w-]+ ){{0,3}}{re.escape(noun)})\b( {WHOSE})?", document.words_at(event.span))
    return f"{match[1]}{match[2] or ''}".lower() if match is not None else None


WHOSE = r"(?:of|for|between|against|with|to) (?:(?!will\b|would\b|is\b|are\b|in\b|at\b|on\b)[\w’'-]+ ?)+"
"""What says of which occasion it is: "the funeral of Ada Brenn"."""


def _once(noun: str) -> bool:
    return noun in ONCE or is_kind_of(noun, "event", part="noun", steps=STEPS) >= MOSTLY
