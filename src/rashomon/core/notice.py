"""An outlet's own word that it corrected, clarified, withdrew or updated its report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.core.span import Span


class NoticeKind(StrEnum):
    """What a notice does to the report it stands in."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    RETRACTION = "retraction"
    """The whole report is withdrawn; where only a part of it is, that is a correction."""
    UPDATE = "update"
    """Something was added or carried on; nothing is said to have been wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice of a document about itself.

    `span` is all of it, label and text. `date` is the day that it gives itself (ISO 8601; the year, where it has none,
    is that of the first such day after publishing) and `date_span` where; both None where it gives none. `wrong` and
    `right` are what the notice says was wrong and what is right in its place, each None where it does not say so.
    """

    span: Span
    kind: NoticeKind
    date: str | None = None
    date_span: Span | None = None
    wrong: Span | None = None
    right: Span | None = None
