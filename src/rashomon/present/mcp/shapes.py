"""What the tools take and give, as types; the protocol's JSON Schemas are made from them, descriptions too.

Every key is always there. Words of reports stand under `words`, `title`, `headline`, `text`, names of outlets and
people under `outlet`, `speaker`, `voice`: all of it is quoted from outside.
"""

from __future__ import annotations

from typing import Annotated, Required

from pydantic import Field
from typing_extensions import TypedDict  # pydantic reads the one of `typing` from Python 3.12 on


class GivenDocument(TypedDict, total=False):
    """A report, given as text."""

    text: Required[Annotated[str, Field(description="The report's text; of all fields only this one is needed.")]]
    headline: str | None
    outlet: Annotated[str | None, Field(description="Who publishes it.")]
    published_at: Annotated[str | None, Field(description="When, in ISO 8601 with offset.")]
    address: str | None
    id: Annotated[str | None, Field(description="The id that answers name it by; else one made from its content.")]
    language: str | None


class Place(TypedDict):
    """A place in a report; offsets are half-open, in Unicode code points of its text, or of its headline."""

    document: str
    part: Annotated[str, Field(description="`text`, or `headline` where the text does not hold the headline.")]
    start: int
    end: int
    words: Annotated[str, Field(description="The words there, quoted from the report; an ellipsis where they are cut.")]


class DocumentTold(TypedDict):
    """A report without its text."""

    id: str
    outlet: str | None
    headline: str | None
    published_at: str | None
    text_chars: int


class Sentence(TypedDict):
    """A sentence in brief, with the places it rests on."""

    text: str
    citations: list[Place]
    citations_in_all: int


class ReportTold(TypedDict):
    """What one report says of a claim."""

    outlet: str | None
    status: Annotated[
        str,
        Field(
            description="done, underway, planned, proposed, threatened, refused, denied, alleged or "
            "possible: what the report says, never whether it is true."
        ),
    ]
    voice: Annotated[str | None, Field(description="To whom the report lays it; null where the outlet says it itself.")]
    revised: Annotated[list[str], Field(description="What became of it since, such as `retraction`.")]
    at: Place


class ClaimTold(TypedDict):
    """A claim, how it stands, and who tells it how."""

    id: str
    text: str
    standing: Annotated[str, Field(description="agreed, disputed, denied or single, over all its reports.")]
    told: Annotated[
        str, Field(description="By how many reports it is told as what; the text is a bare proposition without it.")
    ]
    reason: str | None
    differs: list[str]
    outlets: int
    origins: Annotated[int, Field(description="Independent roots: copies and shared quotations add none.")]
    reports: list[ReportTold]
    reports_in_all: int


class QuoteTold(TypedDict):
    """Words said, and the report that quotes them."""

    speaker: str | None
    form: Annotated[str, Field(description="direct, block, mixed, indirect or headline.")]
    sentence: Annotated[
        str | None,
        Field(description="Around an indirect quotation, with its cue: its words alone may be what was denied."),
    ]
    outlet: str | None
    published_at: str | None
    story: str | None
    utterance: Annotated[str, Field(description="The same for all wordings of what was said once.")]
    at: Place


class ValueTold(TypedDict):
    """One value told for a count, and where."""

    value: float | None
    low: float | None
    high: float | None
    bound: str
    unit: str | None
    sum_of: list[float] | None
    at: list[Place]
    places_in_all: int


class FigureTold(TypedDict):
    """The values told for one count."""

    counts: str
    standing: str
    relation: Annotated[str, Field(description="single, equal, compatible, parts, update or conflict.")]
    values: list[ValueTold]


class OriginTold(TypedDict):
    """An independent root of reports, and why it is one."""

    documents: list[str]
    reason: str


class CopyTold(TypedDict):
    """One report that takes words from another."""

    origin: str
    copy: str
    kind: str
    direction: Annotated[str, Field(description="declared, earlier or unknown: on what it rests which side copied.")]
    share_of_copy: float
    reason: str


class Noticed(TypedDict):
    """What an editor should know, or what could not be read."""

    code: str
    message: str
    document: str | None


class StoryTold(TypedDict):
    """The account of one story."""

    id: str
    title: str
    documents: list[str]
    digest: list[Sentence]
    claims: Annotated[list[ClaimTold], Field(description="What matters most first.")]
    quotes: list[QuoteTold]
    figures: list[FigureTold]
    origins: list[OriginTold]
    copies: list[CopyTold]
    problems: list[Noticed]


class Answer(TypedDict):
    """What every answer has."""

    untrusted: Annotated[str, Field(description="What of this answer is quoted from outside, and how to take it.")]
    left_out: Annotated[list[str], Field(description="What was left out to keep to the size asked for, and how much.")]


class AccountAnswer(Answer):
    """The accounts of the stories among the reports."""

    documents: list[DocumentTold]
    stories: list[StoryTold]
    problems: list[Noticed]


class Differing(TypedDict):
    """One thing that a report tells otherwise than the sentence."""

    on: str
    told: str


class Bearing(TypedDict):
    """A report that tells the sentence, or a part of it."""

    outlet: str | None
    point: Annotated[str, Field(description="The part of the sentence that it tells.")]
    status: str | None
    voice: str | None
    differs: list[Differing]
    at: Place


class CheckAnswer(Answer):
    """Who carries a sentence, who tells it otherwise, who is silent; never whether it is true."""

    claim: str
    points: Annotated[list[str], Field(description="What was read in the sentence; a report must bear all of it.")]
    carried: list[Bearing]
    otherwise: list[Bearing]
    absent: Annotated[list[str], Field(description="Ids of the reports that tell nothing of it.")]
    documents: list[DocumentTold]
    problems: list[Noticed]


class QuotesAnswer(Answer):
    """Words said."""

    quotes: list[QuoteTold]
    before: Annotated[str | None, Field(description="Given again to go on from there; null at the end.")]


class StoryFound(TypedDict):
    """A story in a list of stories."""

    id: str
    title: str
    reports: int
    outlets: list[str]
    first: str | None
    latest: str | None
    agreed: int
    disputed: int
    denied: int
    single: int
    origins: int


class StoryAnswer(Answer):
    """One story, or the stories found."""

    found: Annotated[list[StoryFound], Field(description="The latest first; empty where one story was named.")]
    before: Annotated[str | None, Field(description="Given again to go on from there; null at the end.")]
    story: Annotated[StoryTold | None, Field(description="The account of the story that was named.")]
    documents: list[DocumentTold]
    problems: list[Noticed]


class Shared(TypedDict):
    """The same words in both reports."""

    left: Place
    right: Place


class ToldByBoth(TypedDict):
    """A claim that both tell, and how each does."""

    id: str
    text: str
    same_status: Annotated[bool, Field(description="Whether both give it the same statuses.")]
    left: list[ReportTold]
    right: list[ReportTold]


class ToldByOne(TypedDict):
    """A claim that one of the two tells alone."""

    id: str
    text: str
    reports: list[ReportTold]


class CompareAnswer(Answer):
    """Two reports side by side."""

    left: DocumentTold
    right: DocumentTold
    one_story: Annotated[bool, Field(description="Whether they tell of one happening.")]
    copies: list[CopyTold]
    shared: list[Shared]
    both: Annotated[list[ToldByBoth], Field(description="Told by both; those with unlike statuses first.")]
    left_only: list[ToldByOne]
    right_only: list[ToldByOne]
    figures: Annotated[list[FigureTold], Field(description="Counts of which the two give different values.")]
    problems: list[Noticed]
