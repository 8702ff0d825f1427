"""What is held once: the election, a funeral, a final by its name. Two days told for it are a dispute on its day."""

from __future__ import annotations

import re
from datetime import timedelta

from rashomon.core import Document, Status
from rashomon.core.alignment import Telling

HELD = frozenset({"hold", "take", "run", "stage", "celebrate", "hold election"})
"""Verbs of holding an occasion ("will be held", "will take place", "the race will be run")."""

ONCE = frozenset("election by-election referendum plebiscite funeral burial inauguration coronation".split())
"""Occasions that are one by their nature. Of a concert or a parade there may be one on either day."""

BY_NAME = frozenset({"final", "marathon"})
"""Occasions that are one where they have a name of their own: "the Norland Cup final"."""

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
    noun = next((n for n in nouns if n in ONCE or n in BY_NAME), None)
    if not held or noun is None:
        return None
    match = re.search(rf"\b[Tt]he ((?:[\w-]+ ){{0,3}}{re.escape(noun)})\b( {WHOSE})?", document.words_at(event.span))
    if match is None or (noun in BY_NAME and not any(w[0].isupper() for w in match[1].split())):
        return None
    return f"{match[1]}{match[2] or ''}".lower()


WHOSE = r"(?:of|for|between|against|with|to) (?:(?!will\b|would\b|is\b|are\b|in\b|at\b|on\b)[\w’'-]+ ?)+"
"""What says of which occasion it is: "the funeral of Ada Brenn"."""
