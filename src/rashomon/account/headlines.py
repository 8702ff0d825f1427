"""What stands behind a headline: the sentences of its own report that tell the same deed, and say who told it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.core import Document, Event, Status
from rashomon.core.alignment import Telling
from rashomon.core.predicates import predicate_class
from rashomon.core.words import key_stems

HEARSAY = frozenset({"report", "reports", "source", "sources", "media", "papers", "rumour", "rumours"})
"""Words by which a headline calls those of whom only the text below it says who they are."""


class Headlines:
    """Finds for what a headline tells the tellings of the text below it; a headline seldom says whose word it is."""

    def __init__(self, documents: Mapping[str, Document], tellings: Iterable[Telling]) -> None:
        self._documents = documents
        self._below: dict[tuple[str, str], list[Telling]] = {}
        """By document and class of the deed, what the text tells."""
        for t in tellings:
            if not self.has(t):
                self._below.setdefault((t.document, _deed(t.event)), []).append(t)

    def has(self, telling: Telling) -> bool:
        """Whether a telling stands in its document's headline."""
        document = self._documents.get(telling.document)
        headline = document.headline_span if document is not None else None
        return headline is not None and headline.covers(telling.event.predicate.span)

    def of_hearsay(self, telling: Telling) -> bool:
        """Whether a headline lays something to nobody in particular: "Report: director sacked"."""
        voice = telling.event.voice
        return voice is not None and voice.name.lower() in HEARSAY and self.has(telling)

    def behind(self, telling: Telling) -> list[Telling]:
        """What the text tells of the deed of a headline that lays it to nobody; nothing for any other telling.

        "Report: director sacked" lays it to those to whom the text lays what it tells of the director.
        """
        if self.of_hearsay(telling):
            below = [t for (document, _), some in self._below.items() if document == telling.document for t in some]
            return [t for t in below if _of_one(telling.event, t.event)]
        if telling.event.voice is not None or not self.has(telling):
            return []
        told = self._below.get((telling.document, _deed(telling.event)), ())
        return [t for t in told if _of_one(telling.event, t.event)]


def _deed(event: Event) -> str:
    return predicate_class(event.predicate.lemma, event.predicate.form) or event.predicate.lemma.lower()


def _of_one(headline: Event, below: Event) -> bool:
    """Whether both have somebody or something in common, and neither denies what the other tells."""
    if (headline.status is Status.DENIED) != (below.status is Status.DENIED):
        return False
    return bool(_named(headline) & _named(below))


def _named(event: Event) -> set[str]:
    roles = (r for r in (event.actor, event.target) if r is not None)
    return {stem for r in roles for stem in key_stems(r.name)}
