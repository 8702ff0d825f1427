"""The typed model that every stage shares; standard library only.

Facts are frozen, slotted, keyword-only dataclasses. A stage takes facts and returns new ones; it never
changes what it was given. A fault in the input is a `Problem`, a value with a place; a fault of the caller
is a `RashomonError`.
"""

from rashomon.core.account import (
    Account,
    Answer,
    Citation,
    Claim,
    Coverage,
    DigestSentence,
    FigureLine,
    FigureValue,
    Framing,
    Origin,
    OtherTime,
    Party,
    Provenance,
    Report,
    Root,
    Standing,
    StoryAccount,
    TimelineEntry,
    Utterance,
    Wording,
    WordingInUse,
)
from rashomon.core.alteration import Alteration, AlterationKind, Earlier
from rashomon.core.check import Bearing, Check, CheckedReport, ClaimError, Difference
from rashomon.core.decision import Decision, DecisionKind, Ending
from rashomon.core.document import PROSE, Document, Given, Page, Passage, Role, SetAside
from rashomon.core.errors import RashomonError
from rashomon.core.ids import content_id
from rashomon.core.notice import Notice, NoticeKind
from rashomon.core.problem import Problem
from rashomon.core.reading import (
    Event,
    Figure,
    Form,
    Kind,
    Mention,
    Moment,
    Predicate,
    Quotation,
    Reading,
    Referent,
    Status,
)
from rashomon.core.span import Part, Span
from rashomon.core.story import Change, Copy, CopyKind, Direction, Placement, SharedPassage, Signal, Story

__all__ = [
    "PROSE",
    "Account",
    "Alteration",
    "AlterationKind",
    "Answer",
    "Bearing",
    "Change",
    "Check",
    "CheckedReport",
    "Citation",
    "Claim",
    "ClaimError",
    "Copy",
    "CopyKind",
    "Coverage",
    "Decision",
    "DecisionKind",
    "Difference",
    "DigestSentence",
    "Direction",
    "Document",
    "Earlier",
    "Ending",
    "Event",
    "Figure",
    "FigureLine",
    "FigureValue",
    "Form",
    "Framing",
    "Given",
    "Kind",
    "Mention",
    "Moment",
    "Notice",
    "NoticeKind",
    "Origin",
    "OtherTime",
    "Page",
    "Part",
    "Party",
    "Passage",
    "Placement",
    "Predicate",
    "Problem",
    "Provenance",
    "Quotation",
    "RashomonError",
    "Reading",
    "Referent",
    "Report",
    "Role",
    "Root",
    "SetAside",
    "SharedPassage",
    "Signal",
    "Span",
    "Standing",
    "Status",
    "Story",
    "StoryAccount",
    "TimelineEntry",
    "Utterance",
    "Wording",
    "WordingInUse",
    "content_id",
]
