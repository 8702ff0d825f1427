"""What is concluded about one story, each part resting on places in its documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rashomon.core.document import Document
from rashomon.core.problem import Problem
from rashomon.core.reading import Figure, Form, Kind, Status
from rashomon.core.span import Span
from rashomon.core.story import Copy


class Standing(StrEnum):
    """How a claim stands over all its reports."""

    AGREED = "agreed"
    DISPUTED = "disputed"
    DENIED = "denied"
    SINGLE = "single"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Citation:
    """A place in one of the story's documents."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """An independent root on which reports rest, with the reason in words."""

    id: str
    documents: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """The person, body or place that names stand for across the story's documents."""

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    mentions: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One quotation's part in an utterance: `span` is the part, `whole` the quotation it is cut from.

    Wordings with the same `number` have the same words.
    """

    document: str
    span: Span
    whole: Span
    form: Form
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What one speaker said once. `differences` is `none`, `shortened`, `retranslated` or `altered`."""

    id: str
    speaker: str | None
    text: str
    differences: str
    quotations: tuple[Wording, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document's telling of a claim.

    `revised` says what became of it since: the kinds of notices that its document bears about itself, and `said-before`
    where an earlier version told this very place otherwise; `rests-on-retracted` where it does not count, since it has
    its news from a report that its outlet withdrew.
    """

    document: str
    span: Span
    status: Status
    voice: str | None
    origin: str
    why: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """The party or document on which all reports of a claim rest, with the reason in words."""

    party: str | None = None
    document: str | None = None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A proposition over documents, whatever status each gives it.

    `differs` names on what a disputed claim's reports differ (`status`, `figure`, `time`, `actor`).
    `outlets` counts the documents' outlets, `origins` the independent roots of its reports.
    """

    id: str
    text: str
    actor: str | None
    action: str
    target: str | None
    code: str | None
    standing: Standing
    reports: tuple[Report, ...]
    outlets: int
    origins: int
    root: Root | None = None
    differs: tuple[str, ...] = ()
    standing_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureValue:
    """One value told for a figure; `sum_of` where it is the sum of parts that the documents tell."""

    figure: Figure
    sum_of: tuple[float, ...] | None
    reports: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """The values that documents give for one count.

    `relation` tells how the values go together: `single`, `equal`, `compatible` (a range, "at least", "dozens"),
    `parts` (one is the sum of others), `update` (later documents give a later count) or `conflict`.
    """

    counts: str
    claim: str | None
    standing: Standing
    values: tuple[FigureValue, ...]
    relation: str = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherTime:
    """A time told for a happening that does not go together with the one that stands."""

    when: str
    precision: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A claim at its own time (`when` ISO 8601 to its precision), apart from when it was reported.

    `when` may be an interval ("1990/1999"). `first` is the document that reported it first, by publishing time, None
    where a time is missing; `otherwise` are times told by others that cannot be the same.
    """

    when: str
    precision: str
    claim: str
    text: str
    citations: tuple[Citation, ...]
    first: str | None = None
    otherwise: tuple[OtherTime, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A claim that answers another: `responds`, `denies`, `refuses`, `confirms` or `corrects`."""

    claim: str
    to: str
    kind: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingInUse:
    """Words used for one thing, and where.

    `hedged` tells that the words themselves keep it open ("alleged"); `quoted` that they stand only in quotations.
    """

    words: str
    citations: tuple[Citation, ...]
    hedged: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """The different words that outlets use for one party or thing.

    `kind` is `name` (what it is called), `hedge` (told as alleged by some and as bare fact by others) or `headline`
    (the verbs with which headlines tell it).
    """

    of: str
    wordings: tuple[WordingInUse, ...]
    kind: str = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What one document alone has, and which claims that most carry it leaves out."""

    document: str
    only_here: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestSentence:
    """A sentence that rests on its citations; `claims` are the ids it tells."""

    text: str
    citations: tuple[Citation, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedDecision:
    """What a person decided that bears on a story: who, when, why, and what it changed.

    `effect` says in words what stands otherwise by it; None where nothing does, and then a problem says why.
    """

    id: str
    kind: str
    by: str
    at: datetime
    reason: str
    effect: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a person wrote to be read beside a story, some of its documents, or places in them."""

    id: str
    by: str
    at: datetime
    text: str
    documents: tuple[str, ...] = ()
    places: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryAccount:
    """Everything about one story, each sentence resting on spans."""

    id: str
    title: str
    documents: tuple[str, ...]
    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    parties: tuple[Party, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[FigureLine, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    answers: tuple[Answer, ...] = ()
    framing: tuple[Framing, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    digest: tuple[DigestSentence, ...] = ()
    problems: tuple[Problem, ...] = ()
    decisions: tuple[AppliedDecision, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made an account: the versions of Rashomon, of each deciding stage, and of the models with their hashes.

    `decided` names for each part of a story's account (`claims`, `standing`, `digest` ...) the versioned rules that
    decided it, so that two accounts can be told apart by what changed between them.
    """

    version: str
    stages: tuple[str, ...]
    models: tuple[str, ...]
    degraded: bool
    decided: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The accounts of all the stories among the documents given."""

    documents: tuple[Document, ...]
    stories: tuple[StoryAccount, ...]
    problems: tuple[Problem, ...]
    provenance: Provenance
