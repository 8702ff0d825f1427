"""What comes in (a page) and what cleaning makes of it (a document)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from rashomon.core.notice import Notice
from rashomon.core.problem import Problem
from rashomon.core.span import Part, Span


class Role(StrEnum):
    """What a stretch of a document is for."""

    HEADLINE = "headline"
    KICKER = "kicker"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    BLOCK_QUOTE = "block-quote"
    LIST_ITEM = "list-item"


PROSE = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.SUBHEADING, Role.PARAGRAPH, Role.BLOCK_QUOTE, Role.LIST_ITEM})
"""The roles whose words are the report's own telling; only these are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the text with a role."""

    span: Span
    role: Role

    def __reduce__(self) -> tuple[Callable[..., Passage], tuple[Span, Role]]:
        """As `Span` has it."""
        return _passage, (self.span, self.role)


def _passage(span: Span, role: Role) -> Passage:
    return Passage(span=span, role=role)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A stretch of the text that is not the report, kept with the reason why (`caption`, `share-prompt` ...)."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the sender of a page already told of it; each field None where nothing was told."""

    id: str | None = None
    address: str | None = None
    headline: str | None = None
    outlet: str | None = None
    bylines: tuple[str, ...] = ()
    published_at: datetime | None = None
    language: str | None = None
    credits: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One input as it came: decoded, not yet cleaned.

    `kind` is `text`, `html` or `ready` (a JSON line whose text is used as it stands). `seen_at` is when it was fetched,
    aware and in UTC, where the input tells (a web archive does). `octets` are the bytes of which the page can be made
    again, kept by archives; empty where nobody asked for them.
    """

    address: str
    kind: str
    text: str
    given: Given = Given()
    problems: tuple[Problem, ...] = ()
    seen_at: datetime | None = None
    octets: bytes = field(default=b"", repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One outlet's report, cleaned, in one version.

    `text` holds all the words of the page's main column; `passages` and `set_aside` together cover every
    character of it that is not blank, without overlap, in order. `headline_span` is where the headline
    stands: in the text, or (part `headline`) in the `headline` field when the text does not hold it.
    `published_at` is aware and in UTC. `credits` are the agencies and outlets that the document itself names
    as where it comes from; `picture_credits` those of them that only its pictures come from. `notices` are
    its own words on having been corrected, clarified, withdrawn or updated, which stay in the passages too.
    """

    id: str
    text: str
    headline: str | None = None
    headline_span: Span | None = None
    address: str | None = None
    outlet: str | None = None
    bylines: tuple[str, ...] = ()
    published_at: datetime | None = None
    language: str | None = None
    passages: tuple[Passage, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    credits: tuple[str, ...] = ()
    picture_credits: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()

    def part(self, part: Part) -> str:
        """The string that spans of this part count in."""
        return (self.headline or "") if part is Part.HEADLINE else self.text

    def words_at(self, span: Span) -> str:
        """The words at a span."""
        return span.of(self.part(span.part))

    def prose(self) -> tuple[Passage, ...]:
        """The passages to read, in reading order; the headline first even where it stands outside the text."""
        body = tuple([p for p in self.passages if p.role in PROSE])
        if self.headline_span is not None and self.headline_span.part is Part.HEADLINE:
            return (Passage(span=self.headline_span, role=Role.HEADLINE), *body)
        return body
