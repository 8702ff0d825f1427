"""What the reports say of one sentence that somebody gives: who carries it, who tells it otherwise, who is silent."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.core.account import Provenance
from rashomon.core.document import Document
from rashomon.core.errors import RashomonError
from rashomon.core.problem import Problem
from rashomon.core.reading import Status
from rashomon.core.span import Span


class ClaimError(RashomonError):
    """A sentence in which nothing was read that a report could tell.

    `reason` is `empty`, `question`, `language` (another than English) or `nothing-told`.
    """

    def __init__(self, message: str, *, reason: str = "nothing-told") -> None:
        """Take the message, which says what to give instead, and the reason."""
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Difference:
    """One thing that a report tells otherwise than the sentence, in words.

    `on` is what differs: `status`, `negation`, `figure`, `actor`, `target`, `name`, `speaker`, `time`, `action` or
    `words`; `told` says how, as in "told as proposed, not done".
    """

    on: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A place of a document that tells one point of the sentence; it bears the point where nothing differs.

    `point` is the point's number; `event` or `quotation` the id of what tells it. `voice` is the party to whom the
    passage lays it and `speaker` the name that the passage gives it.
    """

    point: int
    document: str
    span: Span
    status: Status | None
    voice: str | None = None
    speaker: str | None = None
    event: str | None = None
    quotation: str | None = None
    differs: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedReport:
    """One document's telling of the sentence or of a part of it.

    `words` are those of the clause, `point` the part of the sentence that they tell, `claim` the claim of the account
    to which they belong, None where they belong to none. `status` is None where the report is of words said that tell
    no happening. `differs` is empty for a report that carries the sentence.
    """

    document: str
    span: Span
    words: str
    point: str
    status: Status | None
    voice: str | None
    speaker: str | None
    story: str
    claim: str | None
    origin: str | None
    differs: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A sentence held against the reports.

    `points` are the propositions and words said that were read in the sentence; a document carries the sentence only
    where it bears them all. `absent` are the documents that tell nothing of it.
    """

    claim: str
    points: tuple[str, ...]
    documents: tuple[Document, ...]
    carried: tuple[CheckedReport, ...]
    otherwise: tuple[CheckedReport, ...]
    absent: tuple[str, ...]
    problems: tuple[Problem, ...]
    provenance: Provenance
