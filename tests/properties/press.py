"""Press reviews drawn at random: three to six invented reports on one day in one harbour.

A report is a headline and two to five sentences. They are told of few parties, so that reports meet: with every status,
with figures that agree and that do not, and with quotations that are whole, in part, reworded or in reported speech.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from tests.account.ledger import Desk

from rashomon.account import Digest, account_of
from rashomon.align import align
from rashomon.core import Document, Passage, Role, Span, Story, StoryAccount
from rashomon.core.alignment import Alignment
from rashomon.group import find_copies
from rashomon.pipeline import document_order

OUTLETS = ("Harrow Post", "Norholm Mail", "Evening Echo", "Quillon Courier", "Sarrow Gazette", "Pellmoor Star")
RENAMED = ("Zeltan Dispatch", "Aldgrove Record", "Midway Ledger", "Bexley Bugle", "Yarrow Banner", "Corvin Argus")
AGENCY = "Tessel News Agency"
BEGAN = datetime(2031, 5, 2, 6, tzinfo=UTC)

HEADLINES = (
    "Harbour Council closes swing bridge",
    "Swing bridge to close, says mayor",
    "Tessel Line dismisses 12 pilots",
    "Twenty hurt as ferry strikes quay",
    "Pilots “will not sail”",
    "Minister: nobody warned us",
    "A long day at Norholm",
    "Council denies closing bridge",
)
STATUSES = (
    "The Harbour Council closed the swing bridge on Friday.",
    "The swing bridge was closed by the Harbour Council after cracks were found.",
    "The Harbour Council will close the swing bridge on Monday.",
    "Mayor Tessa Orlow urged the Harbour Council to close the swing bridge.",
    "Tessa Orlow proposed that the Harbour Council close the swing bridge.",
    "Ms Orlow denied that the Harbour Council had closed the swing bridge.",
    "The Harbour Council refused to close the swing bridge.",
    "Bram Idris, the union leader, said that the Harbour Council had closed the swing bridge.",
    "The Harbour Council may close the north quay.",
    "The Harbour Council has closed the north quay, officials said.",
    "Mira Falk, the transport minister, threatened to close the north quay.",
    "The north quay has not been closed.",
    "The Harbour Council allegedly sold the north quay to the Tessel Line.",
    "The sale of the north quay to the Tessel Line was denied by Mira Falk.",
)
FIGURES = (
    *(f"The Tessel Line dismissed {n} pilots on Thursday." for n in ("12", "14", "about 20")),
    *(f"{n} pilots were dismissed by the Tessel Line." for n in ("Twelve", "Fourteen", "At least ten")),
    "The Tessel Line plans to dismiss 14 pilots.",
    "Mr Idris claimed that the Tessel Line had dismissed 20 pilots.",
    *(f"{n} people were hurt when the ferry struck the quay." for n in ("Seven", "Nine", "Dozens of")),
    "The collision injured 9 people and killed two, the coastguard said.",
    "Two people were killed when the ferry struck the quay.",
    "The ferry was carrying 31 passengers and four sailors.",
    "There were 35 people on board.",
)
QUOTATIONS = (
    "“We will not sail until the bridge is safe,” Bram Idris said.",
    "Bram Idris said: “We shall not sail until the bridge is safe. Nobody can make us.”",
    "Mr Idris said the pilots would not sail until the bridge was safe.",
    "“We will sail when the bridge is safe,” said Bram Idris.",
    "“Nobody warned us about the cracks in the pillars,” said Mira Falk, the transport minister.",
    "Ms Falk told reporters that nobody had warned the ministry about the cracks.",
    "“Nobody told us about the cracks in the pillars,” Mira Falk said on Friday.",
    "“Somebody must answer for this,” she said.",
    "“The council has 14 days to answer,” Tessa Orlow wrote.",
    "“The council has 10 days to answer,” the mayor wrote.",
)
OWN = (
    "A baker on Quay Street sold bread to the crews.",
    "The harbour lights went out at midnight.",
    "Schools in the valley stayed open.",
    "Rain is expected on Sunday.",
)
SENTENCES = (*STATUSES, *FIGURES, *QUOTATIONS, *OWN)


@st.composite
def reports(draw: st.DrawFn, number: int) -> Document:
    """One report of the outlet of that number."""
    sentences = draw(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=5, unique=True))
    hours = draw(st.integers(0, 48))
    credited = draw(st.sampled_from(((), (), (AGENCY,))))
    return document(OUTLETS[number], draw(st.sampled_from(HEADLINES)), sentences, hours=hours, credited=credited)


@st.composite
def reviews(draw: st.DrawFn, least: int = 3, most: int = 6) -> list[Document]:
    """A press review: reports of different outlets."""
    return [draw(reports(number)) for number in range(draw(st.integers(least, most)))]


def document(
    outlet: str, headline: str, sentences: Sequence[str], *, hours: int = 0, credited: tuple[str, ...] = ()
) -> Document:
    """A headline and paragraphs of a sentence each as a document."""
    text, passages = headline, [Passage(span=Span(0, len(headline)), role=Role.HEADLINE)]
    for sentence in sentences:
        start = len(text) + 2
        text = f"{text}\n\n{sentence}"
        passages.append(Passage(span=Span(start, len(text)), role=Role.PARAGRAPH))
    return Document(
        id=outlet.split(maxsplit=1)[0].lower(),
        text=text,
        headline=headline,
        headline_span=passages[0].span,
        outlet=outlet,
        published_at=BEGAN + timedelta(hours=hours),
        language="en",
        passages=tuple(passages),
        credits=credited,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Documents as one story, in the story's order, with what is the same across them and their account."""

    documents: tuple[Document, ...]
    alignment: Alignment
    story: StoryAccount

    def words(self, document: str, span: Span) -> str:
        """The words at a place."""
        return next(d for d in self.documents if d.id == document).words_at(span)


def told(desk: Desk, documents: Sequence[Document]) -> Told:
    """The account of documents as one story, whatever grouping would make of them."""
    ordered = sorted(documents, key=document_order)
    readings = [desk.read(d) for d in ordered]
    alignment = align(ordered, readings)
    story = Story(id="story", documents=tuple(d.id for d in ordered))
    digest = Digest(form="composed", read=desk.read)
    made = account_of(story, ordered, readings, find_copies(ordered), alignment, digest=digest)
    return Told(documents=tuple(ordered), alignment=alignment, story=made)


def examples(share: float = 1.0) -> settings:
    """How many press reviews a property is tried on: an eighth of the profile's examples, or a share of that.

    Under `--hypothesis-profile=many` they are drawn anew each time; else the same ones, so that a run of the tests
    says the same twice.
    """
    profile = settings()
    many = profile.max_examples > settings.get_profile("default").max_examples
    count = max(1, round(share * profile.max_examples / 8))
    return settings(max_examples=count, deadline=None, derandomize=not many)
