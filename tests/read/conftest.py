"""What the tests of quotations share: a report written as lines, and what was read in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from rashomon.core import Document, Event, Passage, Quotation, Role, Span, content_id
from rashomon.read import Reader
from rashomon.read.names import Names
from rashomon.read.parse import parse
from rashomon.read.quotations import find_quotations

ROLES = {"#": Role.HEADLINE, ">": Role.BLOCK_QUOTE}


@dataclass(frozen=True, slots=True)
class Said:
    """The quotations of one report, in the shapes that tests ask for."""

    document: Document
    quotations: tuple[Quotation, ...]

    @property
    def words(self) -> list[str]:
        """The contents, in text order."""
        return [self.document.words_at(q.span) for q in self.quotations]

    @property
    def told(self) -> list[tuple[str, str, str | None]]:
        """Form, content and speaker of each."""
        return [
            (str(q.form), self.document.words_at(q.span), q.speaker.name if q.speaker else None)
            for q in self.quotations
        ]

    def of(self, words: str) -> Quotation:
        """The one quotation that begins with some words."""
        (found,) = [q for q in self.quotations if self.document.words_at(q.span).startswith(words)]
        return found


@pytest.fixture(scope="session")
def said(reader: Reader) -> Any:
    """Read a report: one passage a line, `#` before a headline, `>` before a block quotation."""

    def read(text: str) -> Said:
        passages, at = [], 0
        for line in text.split("\n"):
            mark = line[:1] in ROLES
            span = Span(at + mark, at + len(line)).trimmed(text)
            passages.append(Passage(span=span, role=ROLES.get(line[:1], Role.PARAGRAPH)))
            at += len(line) + 1
        headline = next((p.span for p in passages if p.role is Role.HEADLINE), None)
        document = Document(
            id=content_id("document", text),
            text=text,
            headline=headline.of(text) if headline else None,
            headline_span=headline,
            passages=tuple(passages),
        )
        parsed = parse(document, reader.nlp)
        return Said(document, find_quotations(parsed, Names.of(parsed)))

    return read


@pytest.fixture
def events_in(reader: Reader, document_of: Any) -> Any:
    """Read a text: its events by lemma."""

    def read(text: str) -> dict[str, Event]:
        return {e.predicate.lemma: e for e in reader.read(document_of(text)).events}

    return read


@pytest.fixture
def status_of(reader: Reader, document_of: Any) -> Any:
    """Read a text: the status of the first event whose predicate stands there in these words; None without one."""

    def read(text: str, words: str) -> str | None:
        document = document_of(text)
        events = reader.read(document).events
        return next((str(e.status) for e in events if document.words_at(e.predicate.span) == words), None)

    return read


@pytest.fixture
def event_of(reader: Reader, document_of: Any) -> Any:
    """Read a text: the first event whose predicate stands there in these words."""

    def read(text: str, words: str) -> Event:
        document = document_of(text)
        return next(e for e in reader.read(document).events if document.words_at(e.predicate.span) == words)

    return read
