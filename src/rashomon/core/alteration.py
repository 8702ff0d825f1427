"""What an earlier version of a report said otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rashomon.core.span import Span


class AlterationKind(StrEnum):
    """What of a report's sense is another in a later version."""

    FIGURE = "figure"
    STATUS = "status"
    """What is told as done, planned, refused, denied ... is told otherwise."""
    NEGATION = "negation"
    QUOTATION = "quotation"
    """Words between quotation marks are other words."""
    SPEAKER = "speaker"
    HEADLINE = "headline"
    REMOVED = "removed"
    """A sentence that told something is told no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteration:
    """One thing that two versions of a report tell otherwise, with its place and words in each.

    `now` and `words_now` are None where it is not told any more; `sentence_now` is the sentence around `now`.
    """

    kind: AlterationKind
    before: Span
    words_before: str
    now: Span | None = None
    words_now: str | None = None
    sentence_now: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier version of a document: when it was seen, and what it said otherwise than the one that is current."""

    version: str
    seen_at: datetime
    alterations: tuple[Alteration, ...]
