"""An account -> what the tools give of it, with the words at every place, within the room of an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from rashomon.core import (
    Claim,
    Copy,
    DigestSentence,
    Document,
    FigureLine,
    FigureValue,
    Origin,
    Problem,
    Report,
    StoryAccount,
    Utterance,
    Wording,
)
from rashomon.present.mcp.quoted import cue_told, document_told, identifier, name, place, quoted
from rashomon.present.mcp.shapes import (
    ClaimTold,
    CopyTold,
    DocumentTold,
    FigureTold,
    Noticed,
    OriginTold,
    QuoteTold,
    ReportTold,
    Sentence,
    StoryTold,
    ValueTold,
)
from rashomon.present.mcp.sizes import Room
from rashomon.present.questions.sentences import cue_sentence
from rashomon.present.report.statuses import told_by

REPORTS, PLACES = 8, 3
"""How many reports of a claim, and places of a figure or a sentence, stand in a row; all are counted in it."""


class Told:
    """One story's parts as rows: it looks up documents and parties by their ids."""

    def __init__(self, story: StoryAccount, documents: Mapping[str, Document]) -> None:
        self.story = story
        self.documents = documents
        self.parties = {party.id: party.name for party in story.parties}

    def report(self, report: Report) -> ReportTold:
        """What one report says of a claim."""
        own = self.documents.get(report.document)
        return ReportTold(
            outlet=None if own is None else name(own.outlet),
            status=report.status.value,
            voice=None if report.voice is None else name(self.parties.get(report.voice)),
            revised=list(report.revised),
            at=place(own, report.document, report.span),
        )

    def claim(self, claim: Claim) -> ClaimTold:
        """A claim with its first reports, one of each outlet and status before a second."""
        return ClaimTold(
            id=claim.id,
            text=quoted(claim.text),
            standing=claim.standing.value,
            told=told_by(claim),
            reason=quoted(claim.standing_reason) or None,
            differs=list(claim.differs),
            outlets=claim.outlets,
            origins=claim.origins,
            reports=[self.report(report) for report in _unlike_first(claim.reports)[:REPORTS]],
            reports_in_all=len(claim.reports),
        )

    def quote(self, said: tuple[Utterance, Wording]) -> QuoteTold:
        """One wording of an utterance."""
        utterance, wording = said
        own = self.documents.get(wording.document)
        return QuoteTold(
            speaker=None if utterance.speaker is None else name(self.parties.get(utterance.speaker)),
            form=wording.form.value,
            sentence=cue_told(cue_sentence(own, wording)),
            outlet=None if own is None else name(own.outlet),
            published_at=None if own is None or own.published_at is None else own.published_at.isoformat(),
            story=self.story.id,
            utterance=utterance.id,
            at=place(own, wording.document, wording.span),
        )

    def figure(self, line: FigureLine) -> FigureTold:
        """The values of one count."""
        return FigureTold(
            counts=quoted(line.counts),
            standing=line.standing.value,
            relation=line.relation,
            values=[self._value(value) for value in line.values[:REPORTS]],
        )

    def _value(self, value: FigureValue) -> ValueTold:
        figure = value.figure
        return ValueTold(
            value=figure.value,
            low=figure.low,
            high=figure.high,
            bound=figure.bound,
            unit=figure.unit,
            sum_of=None if value.sum_of is None else list(value.sum_of),
            at=[place(self.documents.get(c.document), c.document, c.span) for c in value.reports[:PLACES]],
            places_in_all=len(value.reports),
        )

    def sentence(self, sentence: DigestSentence) -> Sentence:
        """A sentence in brief."""
        return Sentence(
            text=quoted(sentence.text),
            citations=[place(self.documents.get(c.document), c.document, c.span) for c in sentence.citations[:PLACES]],
            citations_in_all=len(sentence.citations),
        )

    def within(self, room: Room) -> StoryTold:
        """The whole story, as much of it as there is room for."""
        story = self.story
        answer = StoryTold(
            id=story.id,
            title=quoted(story.title),
            documents=[],
            digest=[],
            claims=[],
            quotes=[],
            figures=[],
            origins=[],
            copies=[],
            problems=[],
        )
        room.taken(answer)
        answer["documents"] = room.filled("documents of stories", story.documents, identifier, share=0.2)
        answer["digest"] = room.filled("sentences in brief", story.digest, self.sentence, share=0.3)
        answer["claims"] = room.filled("claims", story.claims, self.claim, share=0.65)
        answer["figures"] = room.filled("figures", story.figures, self.figure, share=0.25)
        answer["quotes"] = room.filled("quotations", wordings(story), self.quote, share=0.5)
        answer["origins"] = room.filled("origins", story.origins, origin_told, share=0.5)
        answer["copies"] = room.filled("copies", story.copies, copy_told, share=0.5)
        answer["problems"] = room.filled("problems of the story", story.problems, noticed)
        return answer


def wordings(story: StoryAccount) -> list[tuple[Utterance, Wording]]:
    """What was said, each wording with its utterance; those of the utterances that most reports have come first."""
    ordered = sorted(story.utterances, key=lambda utterance: -len({q.document for q in utterance.quotations}))
    return list(
        chain.from_iterable(((utterance, wording) for wording in utterance.quotations) for utterance in ordered)
    )


def origin_told(origin: Origin) -> OriginTold:
    """An origin."""
    return OriginTold(documents=[identifier(document) for document in origin.documents], reason=quoted(origin.reason))


def copy_told(copy: Copy) -> CopyTold:
    """A copy."""
    return CopyTold(
        origin=identifier(copy.origin),
        copy=identifier(copy.copy),
        kind=copy.kind.value,
        direction=copy.direction.value,
        share_of_copy=round(copy.share_of_copy, 4),
        reason=quoted(copy.reason),
    )


def noticed(problem: Problem) -> Noticed:
    """A problem."""
    return Noticed(
        code=problem.code,
        message=quoted(problem.message),
        document=None if problem.document is None else identifier(problem.document),
    )


def documents_told(documents: Sequence[Document], room: Room) -> list[DocumentTold]:
    """The reports without their texts."""
    return room.filled("documents", documents, document_told, share=0.25)


def _unlike_first(reports: Iterable[Report]) -> list[Report]:
    """The first report of each document and status, then the others."""
    every = list(reports)
    first = {(report.document, report.status, report.voice): report for report in reversed(every)}
    chosen = {id(report) for report in first.values()}
    return [r for r in every if id(r) in chosen] + [r for r in every if id(r) not in chosen]
