"""What answers are put together from, each taken from the view once a question."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from rashomon.core import Document, Span
from rashomon.present.days import gives_day_only
from rashomon.present.questions.facts import Telling
from rashomon.stores.base import View
from rashomon.stores.facts import Outline


class Shelf:
    """Documents and outlines of accounts, kept at hand while one question is answered."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._documents: dict[str, Document | None] = {}
        self._outlines: dict[str, Outline | None] = {}

    def put(self, document: Document) -> None:
        """Keep a document that is already there."""
        self._documents[document.id] = document

    def put_documents(self, documents: Iterable[str]) -> None:
        """Look up many documents in their current versions, at once."""
        names = list(dict.fromkeys(name for name in documents if name not in self._documents))
        found = self.view.documents_of(names) if names else {}
        self._documents |= {name: found.get(name) for name in names}

    def document(self, document: str) -> Document | None:
        """The document of that id in its current version."""
        if document not in self._documents:
            self._documents[document] = self.view.document(document)
        return self._documents[document]

    def outline(self, story: str) -> Outline | None:
        """What the account of a story comes to."""
        if story not in self._outlines:
            self._outlines[story] = self.view.outline(story)
        return self._outlines[story]

    def put_outlines(self, stories: Iterable[str]) -> None:
        """Look up what the accounts of many stories come to, at once."""
        names = list(dict.fromkeys(story for story in stories if story not in self._outlines))
        found = self.view.outlines_of(names) if names else {}
        self._outlines |= {name: found.get(name) for name in names}

    def title(self, story: str) -> str:
        """The title of a story; empty where it has no account."""
        outline = self.outline(story)
        return "" if outline is None else outline.title

    def party(self, story: str, party: str | None) -> str | None:
        """The name of a party of a story."""
        outline = None if party is None else self.outline(story)
        return None if outline is None or party is None else outline.parties.get(party)

    def telling(self, document: str, span: Span) -> Telling:
        """A place in a report with what stands there."""
        own = self.document(document)
        return Telling(
            document=document,
            outlet=None if own is None else own.outlet,
            published_at=None if own is None else own.published_at,
            span=span,
            words="" if own is None else own.words_at(span),
            day_only=gives_day_only(own),
        )

    def first_told(self, documents: Iterable[str]) -> datetime | None:
        """When the first of these documents was published."""
        return min(self._times(documents), default=None)

    def latest_told(self, documents: Iterable[str]) -> datetime | None:
        """When the last of these documents was published."""
        return max(self._times(documents), default=None)

    def day_only(self, documents: Iterable[str], at: datetime | None) -> bool:
        """Whether all of these documents that were published then give the day alone, and there are any."""
        own = [each for name in documents if (each := self.document(name)) is not None and each.published_at == at]
        return at is not None and bool(own) and all(map(gives_day_only, own))

    def _times(self, documents: Iterable[str]) -> list[datetime]:
        own = (self.document(each) for each in documents)
        return [each.published_at for each in own if each is not None and each.published_at is not None]
