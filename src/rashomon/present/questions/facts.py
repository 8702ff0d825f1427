"""What questions are answered with: plain facts, in the order in which they are to be shown; nothing is formatted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from rashomon.core import Claim, FigureLine, Form, Report, Span, Standing
from rashomon.outlets import Outlet
from rashomon.stores.query import Sought

OUT = frozenset({"retraction", "rests-on-retracted"})
"""What a report is marked with that does not count."""

AnswerT_co = TypeVar("AnswerT_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[AnswerT_co]):
    """The next answers, the latest first; `before` is given again to go on from there, and None at the end."""

    results: tuple[AnswerT_co, ...]
    before: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A place in a report: whose report, when it was published, and the words that stand there.

    `day_only` tells that the report gives the day and not the time, here and in what follows.
    """

    document: str
    outlet: str | None
    published_at: datetime | None
    span: Span
    words: str
    day_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryAnswer:
    """A story as it stands now.

    `latest` is when the newest of its reports was published, `at` when what it was found by was told. `standings` are
    the numbers of its claims, `origins` the most independent origins that one of them rests on. `accounted` tells
    whether there is an account, `fresh` whether that is of the story as it is now. `first_day_only` and
    `latest_day_only` tell of which of these times the day alone is known.
    """

    id: str
    title: str
    storyline: str | None
    documents: tuple[str, ...]
    outlets: tuple[str, ...]
    first: datetime | None
    latest: datetime | None
    at: datetime | None
    standings: Mapping[Standing, int]
    origins: int
    accounted: bool
    fresh: bool
    first_day_only: bool = False
    latest_day_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReport:
    """One report of a claim: what it says of it, in whose voice by name, and where."""

    report: Report
    voice: str | None
    telling: Telling

    @property
    def withdrawn(self) -> str | None:
        """In a word or two, that its outlet took it back or that it rests on what another took back."""
        if "retraction" in self.report.revised:
            return "withdrawn"
        return "rests on a withdrawn report" if OUT & set(self.report.revised) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAnswer:
    """A claim with the names of its parties, and each of its reports in the order of the account."""

    story: str
    title: str
    claim: Claim
    actor: str | None
    target: str | None
    at: datetime | None
    reports: tuple[ClaimReport, ...]
    day_only: bool = False

    @property
    def counting(self) -> str | None:
        """How many reports count, where one was withdrawn or rests on a withdrawn one; None where all of them do."""
        every = {r.report.document for r in self.reports}
        left = every - {r.report.document for r in self.reports if r.report.revised and OUT & set(r.report.revised)}
        gone = len(every) - len(left)
        if not gone:
            return None
        return f"counts {len(left)} of {len(every)}: {gone} {'rests' if gone == 1 else 'rest'} on a withdrawn report"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationAnswer:
    """Words said, who said them, and the report that quotes them.

    `sentence` is the one around an indirect quotation: without its cue nobody knows whether the words were said or
    denied.
    """

    story: str
    title: str
    utterance: str
    speaker: str | None
    form: Form
    telling: Telling
    sentence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureAnswer:
    """A line of figures; `tellings` are the places of each of its values, value by value."""

    story: str
    title: str
    figure: FigureLine
    at: datetime | None
    tellings: tuple[tuple[Telling, ...], ...]
    day_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentAnswer:
    """A report without its text: where it came from, and the story it is in."""

    id: str
    version: str
    story: str | None
    outlet: str | None
    headline: str | None
    published_at: datetime | None
    address: str | None
    language: str | None
    bylines: tuple[str, ...]
    credits: tuple[str, ...]
    text_chars: int
    day_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """How many reports of one outlet took words from, or credit, another; `share` is how much of them on average.

    `share` lies in [0, 1] and is None where nothing is copied.
    """

    outlet: str | None
    reports: int
    share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletAnswer:
    """An outlet by what it published: how much, how much of it copied and from whom, who copies and credits it.

    `known` is its row in the table of outlets. `copies` counts its reports that took words from another's, `sharing`
    those of which it is not known which side did. The pairs stand with the most reports first.
    """

    name: str | None
    known: Outlet | None
    reports: int
    first: datetime | None
    latest: datetime | None
    copies: int
    sharing: int
    copied_from: tuple[Between, ...]
    copied_by: tuple[Between, ...]
    credits: tuple[Between, ...]
    credited_by: tuple[Between, ...]
    latest_day_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletPage(Page[OutletAnswer]):
    """Outlets with how many reports were looked at; `whole` tells that these are all that were asked for."""

    looked_at: int
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something found by words: a claim, a quotation or a document.

    `words` are the claim's or the quotation's words, or a piece of the document's text that begins at `offset`; its
    headline, where the marks are of that part. `marks` are where in `words` stands what was looked for.
    """

    kind: Sought
    at: datetime | None
    story: str | None
    words: str
    marks: tuple[Span, ...]
    answer: ClaimAnswer | QuotationAnswer | DocumentAnswer
    offset: int = 0

    @property
    def day_only(self) -> bool:
        """Whether the day alone is known of `at`."""
        return self.answer.telling.day_only if isinstance(self.answer, QuotationAnswer) else self.answer.day_only


@dataclass(frozen=True, slots=True, kw_only=True)
class HitPage(Page[Hit]):
    """Hits with the kinds that were looked among: those that can be asked by all the fields of the question."""

    among: tuple[Sought, ...]
