"""Which documents belong together, and which took words from which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.core.span import Span


class CopyKind(StrEnum):
    """How one document shares words with another."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    EXCERPT = "excerpt"
    SHARED_QUOTATION = "shared-quotation"


class Direction(StrEnum):
    """On what the direction of a copy rests."""

    DECLARED = "declared"
    EARLIER = "earlier"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPassage:
    """The same words in two documents, with small edits allowed."""

    origin: Span
    copy: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Two documents that share passages; with direction `unknown` the two sides are in order of id.

    `share_of_copy` is the share of the copy's prose characters that stand in shared passages, and
    `share_without_quotations` the same once quotations are taken out of both; both lie in [0, 1].
    """

    origin: str
    copy: str
    shared_chars: int
    share_of_copy: float
    share_without_quotations: float
    kind: CopyKind
    direction: Direction
    passages: tuple[SharedPassage, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The documents on one happening, in the order they joined.

    `storyline` is the longer story that the happening belongs to, by the id of the story that began it.
    """

    id: str
    documents: tuple[str, ...]
    storyline: str | None = None
