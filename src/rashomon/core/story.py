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


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One reason for or against: what was measured, in [0, 1] or in days, and what it adds to the log-odds."""

    name: str
    value: float
    adds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Why a document is in its story, as it was told when it came.

    `score` is the log-odds of the best story (None where there was none to compare with), `signals` what it is made
    of; `opened` says that it was not enough and the document opened a story. `nearest` is the story so scored,
    `runner_up` the next.
    """

    document: str
    story: str
    opened: bool
    nearest: str | None = None
    score: float | None = None
    needed: float | None = None
    """The log-odds from which it joins."""
    signals: tuple[Signal, ...] = ()
    runner_up: str | None = None
    runner_up_score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What later documents changed in a story that was told before, when, and why.

    `kind` is "joined" (the story `other` ended; its documents went over to `story`) or "parted" (the `documents` left
    `story` and are the story `other` now). `at` is what time it was in the stream when it was seen, in seconds since
    1970; None where nothing is dated.
    """

    kind: str
    story: str
    other: str
    documents: tuple[str, ...]
    at: float | None
    signals: tuple[Signal, ...]
