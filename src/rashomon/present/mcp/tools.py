"""What the tools do, apart from the protocol: each takes what an assistant gives and answers within a size."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING

from rashomon.core import Account, Document, Problem, Standing
from rashomon.present.mcp.compared import compared
from rashomon.present.mcp.given import MOST_DOCUMENTS, NotGivenError, documents_given
from rashomon.present.mcp.quoted import UNTRUSTED, cue_told, identifier, name, place, quoted
from rashomon.present.mcp.rows import Told, documents_told, noticed, wordings
from rashomon.present.mcp.shapes import (
    AccountAnswer,
    Bearing,
    CheckAnswer,
    CompareAnswer,
    Differing,
    GivenDocument,
    QuotesAnswer,
    QuoteTold,
    StoryAnswer,
    StoryFound,
)
from rashomon.present.mcp.sizes import Room
from rashomon.stores.words import folded

if TYPE_CHECKING:
    from rashomon.core import CheckedReport
    from rashomon.pipeline import Pipeline
    from rashomon.present import questions
    from rashomon.stores import Store, View

Given = Sequence[GivenDocument]


class Tools:
    """The five questions an assistant can put, to texts that it gives or to an archive.

    Args:
        pipeline: what reads and concludes; one question at a time runs it.
        store: the archive, where there is one.
    """

    def __init__(self, pipeline: Pipeline, store: Store | None = None) -> None:
        self._pipeline, self._store = pipeline, store
        self._one_at_a_time = Lock()

    def account(self, documents: Given, *, most_chars: int) -> AccountAnswer:
        """The accounts of the stories among texts."""
        made = self._account(documents)
        room, answer = (
            Room(most_chars),
            AccountAnswer(untrusted=UNTRUSTED, left_out=[], documents=[], stories=[], problems=[]),
        )
        room.taken(answer)
        answer["problems"] = room.filled("problems", made.problems, noticed, share=0.1)
        answer["documents"] = documents_told(made.documents, room)
        by_id = {document.id: document for document in made.documents}
        for number, story in enumerate(made.stories):
            own = room.part(1 / (len(made.stories) - number))
            had = own.left
            told = Told(story, by_id).within(own)
            if own.left < 0:
                break
            answer["stories"].append(told)
            room.left -= had - own.left
        room.shown("stories", len(answer["stories"]), len(made.stories))
        answer["left_out"] = room.left_out()
        return answer

    def check_claim(
        self, claim: str, *, documents: Given | None = None, story: str | None = None, most_chars: int
    ) -> CheckAnswer:
        """A sentence held against texts, or against the reports of a story of the archive."""
        problems: list[Problem] = []
        if documents:
            chosen, problems = documents_given(self._pipeline, documents)
        elif story is not None:
            with self._opened().view() as view:
                chosen = self._reports(view, story)
        else:
            raise NotGivenError(
                "give the documents to hold it against, or the id of a story of the archive (`story` finds it)"
            )
        with self._one_at_a_time:
            made = self._pipeline.check_of(claim, chosen, problems=problems)
        by_id = {document.id: document for document in made.documents}
        room = Room(most_chars)
        answer = CheckAnswer(
            untrusted=UNTRUSTED,
            left_out=[],
            claim=quoted(made.claim),
            points=[],
            carried=[],
            otherwise=[],
            absent=[],
            documents=[],
            problems=[],
        )
        room.taken(answer)

        def bearing(report: CheckedReport) -> Bearing:
            return _bearing(report, by_id[report.document])

        answer["points"] = room.filled("points", made.points, quoted, share=0.3)
        answer["documents"] = documents_told(made.documents, room)
        answer["absent"] = room.filled("reports that do not tell it", made.absent, identifier, share=0.2)
        answer["carried"] = room.filled("reports that carry it", made.carried, bearing, share=0.5)
        answer["otherwise"] = room.filled("reports that tell it otherwise", made.otherwise, bearing, share=0.9)
        answer["problems"] = room.filled("problems", made.problems, noticed)
        answer["left_out"] = room.left_out()
        return answer

    def find_quotes(
        self, asked: questions.Asked, *, documents: Given | None = None, limit: int, before: str | None, most_chars: int
    ) -> QuotesAnswer:
        """Words said: in texts, or in the archive."""
        room = Room(most_chars)
        answer = QuotesAnswer(untrusted=UNTRUSTED, left_out=[], quotes=[], before=None)
        room.taken(answer)
        if documents:
            made = self._account(documents)
            by_id = {document.id: document for document in made.documents}
            found = [
                told
                for story in made.stories
                for said in wordings(story)
                if _as_asked(told := Told(story, by_id).quote(said), asked)
            ]
            answer["quotes"] = room.filled("quotations", found[:limit], lambda quote: quote)
            room.shown("quotations", 0, max(0, len(found) - limit))
        else:
            from rashomon.present import questions

            with self._opened().view() as view:
                page = questions.quotations(view, asked, limit=limit, before=before)
                answer["quotes"] = room.filled("quotations", page.results, _quote)
                left = len(page.results) - len(answer["quotes"])
                if left and answer["quotes"]:  # go on from the last one shown
                    page = questions.quotations(view, asked, limit=len(answer["quotes"]), before=before)
                answer["before"] = page.before
        answer["left_out"] = room.left_out()
        return answer

    def story(
        self, named: str | None, asked: questions.Asked, *, limit: int, before: str | None, most_chars: int
    ) -> StoryAnswer:
        """The account of a story of the archive, or the stories found."""
        from rashomon.present import questions

        room = Room(most_chars)
        answer = StoryAnswer(
            untrusted=UNTRUSTED, left_out=[], found=[], before=None, story=None, documents=[], problems=[]
        )
        room.taken(answer)
        with self._opened().view() as view:
            if named is not None:
                made = questions.story(view, named, pipeline=self._pipeline)
                answer["problems"] = room.filled("problems", made.problems, noticed, share=0.1)
                answer["documents"] = documents_told(made.documents, room)
                by_id = {document.id: document for document in made.documents}
                answer["story"] = Told(made.stories[0], by_id).within(room)
            else:
                page = questions.stories(view, asked, limit=limit, before=before)
                answer["found"] = room.filled("stories", page.results, _found)
                if len(answer["found"]) < len(page.results) and answer["found"]:
                    page = questions.stories(view, asked, limit=len(answer["found"]), before=before)
                answer["before"] = page.before
        answer["left_out"] = room.left_out()
        return answer

    def compare(
        self, left: str | None, right: str | None, *, documents: Given | None = None, most_chars: int
    ) -> CompareAnswer:
        """Two texts, or two reports of the archive, side by side."""
        problems: list[Problem] = []
        if documents:
            chosen, problems = documents_given(self._pipeline, documents, least=2)
            if len(chosen) != 2:
                raise NotGivenError(f"give two documents to compare, not {len(chosen)}")
        elif left and right:
            from rashomon.present.questions.asked import named

            with self._opened().view() as view:
                ids = [named(view, "document", one) for one in (left, right)]
                chosen = [document for one in ids if (document := view.document(one)) is not None]
        else:
            raise NotGivenError("give two documents, or the ids of two reports of the archive as left and right")
        if len(chosen) != 2 or chosen[0].id == chosen[1].id:
            raise NotGivenError("left and right are one report; name another")
        with self._one_at_a_time:
            made = self._pipeline.account_of(chosen, problems=problems)
        return compared(made, chosen[0], chosen[1], Room(most_chars))

    def _account(self, documents: Given) -> Account:
        chosen, problems = documents_given(self._pipeline, documents)
        with self._one_at_a_time:
            return self._pipeline.account_of(chosen, problems=problems)

    def _opened(self) -> Store:
        if self._store is None:
            raise NotGivenError(
                "this server has no archive: give the documents, or start it as `rashomon mcp --archive ARCHIVE`"
            )
        return self._store

    def _reports(self, view: View, story: str) -> list[Document]:
        from rashomon.present.questions.asked import named

        kept = view.story(named(view, "story", story))
        names = () if kept is None else kept.story.documents
        if len(names) > MOST_DOCUMENTS:
            raise NotGivenError(
                f"the story has {len(names)} reports; a sentence is held against up to {MOST_DOCUMENTS}"
            )
        return [document for one in names if (document := view.document(one)) is not None]


def _bearing(report: CheckedReport, document: Document) -> Bearing:
    return Bearing(
        outlet=name(document.outlet),
        point=quoted(report.point),
        status=None if report.status is None else report.status.value,
        voice=name(report.speaker or report.voice),
        differs=[Differing(on=one.on, told=quoted(one.told)) for one in report.differs],
        at=place(document, report.document, report.span),
    )


def _quote(answer: questions.QuotationAnswer) -> QuoteTold:
    telling = answer.telling
    at = place(None, telling.document, telling.span)
    at["words"] = quoted(telling.words)
    return QuoteTold(
        speaker=name(answer.speaker),
        form=answer.form.value,
        sentence=cue_told(answer.sentence),
        outlet=name(telling.outlet),
        published_at=None if telling.published_at is None else telling.published_at.isoformat(),
        story=answer.story,
        utterance=answer.utterance,
        at=at,
    )


def _found(story: questions.StoryAnswer) -> StoryFound:
    def moment(at: datetime | None) -> str | None:
        return None if at is None else at.astimezone(UTC).isoformat()

    counts = {standing: story.standings.get(standing, 0) for standing in Standing}
    return StoryFound(
        id=story.id,
        title=quoted(story.title),
        reports=len(story.documents),
        outlets=[quoted(outlet, 60) for outlet in story.outlets[:10]],
        first=moment(story.first),
        latest=moment(story.latest),
        agreed=counts[Standing.AGREED],
        disputed=counts[Standing.DISPUTED],
        denied=counts[Standing.DENIED],
        single=counts[Standing.SINGLE],
        origins=story.origins,
    )


def _as_asked(quote: QuoteTold, asked: questions.Asked) -> bool:
    """Whether words said in a text given are as asked: by parts of names and by whole words."""

    def has(wanted: str | None, words: str | None) -> bool:
        return wanted is None or set(folded(wanted)) <= set(folded(words or ""))

    return (
        has(asked.speaker, quote["speaker"])
        and has(asked.outlet, quote["outlet"])
        and has(asked.words or None, quote["at"]["words"])
    )
