"""A decision made of what a person has at hand: ids of stories, claims and documents, places as accounts print them.

Stories and claims are conclusions, so they are resolved at once into the documents and places that they rest on; each
place keeps the words that stand there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from rashomon.archive.decided_places import alike
from rashomon.archive.laying import take_effect
from rashomon.core import (
    Citation,
    Claim,
    Decision,
    DecisionKind,
    Document,
    Ending,
    Part,
    RashomonError,
    Span,
    Story,
    StoryAccount,
    content_id,
)
from rashomon.core.span import WRITTEN
from rashomon.stores import Store, View
from rashomon.stores.naming import LEAST_CHARS, NotNamedError, document_named, story_or_document_named

PLACE = re.compile(rf"(?P<document>.+?):{WRITTEN}", re.DOTALL)


class DecideError(RashomonError):
    """What was to be decided names something that is not there, or says nothing; the message tells what to give."""


class Desk:
    """Makes decisions about one archive, of what people name in it.

    Args:
        view: of the archive.
        by: who decides.
        reason: why; of a note, what it says.
        at: when; aware.
    """

    def __init__(self, view: View, *, by: str, reason: str, at: datetime) -> None:
        if at.tzinfo is None:
            raise DecideError(f"{at.isoformat()} has no zone: write it as 2031-05-02T14:10+02:00")
        if not by.strip() or not reason.strip():
            raise DecideError("a decision says who decided and why: give --by and --reason")
        self._view = view
        self._by, self._reason, self._at = by.strip(), reason.strip(), at.astimezone(UTC)

    def merge(self, stories: Sequence[str]) -> Decision:
        """These stories (or those of these documents) are one."""
        found = {story.id: story for story in map(self.story, stories)}
        if len(found) < 2:
            raise DecideError(f"a merge needs two stories or more; {', '.join(stories)} is one: {', '.join(found)}")
        documents = [document for story in found.values() for document in story.documents]
        return self._made(DecisionKind.MERGE, documents)

    def split(self, documents: Sequence[str]) -> Decision:
        """These documents leave their story together."""
        leaving = [self.document(each).id for each in dict.fromkeys(documents)]
        found = {story.id: story for story in map(self.story, leaving)}
        if len(found) > 1:
            raise DecideError(f"these documents are in {len(found)} stories ({', '.join(found)}); split one at a time")
        story = next(iter(found.values()))
        left = [each for each in story.documents if each not in leaving]
        if not left:
            raise DecideError(f"these are all the documents of story {story.id}; there is nothing to split them from")
        return self._made(DecisionKind.SPLIT, leaving, others=left)

    def move(self, document: str, to: str) -> Decision:
        """A document belongs in another story, named by its id or by that of a document in it."""
        moved, to = self.document(document).id, self._whole(story_or_document_named, to)
        own, other = self.story(moved), self.story(to)
        if own.id == other.id:
            raise DecideError(f"document {moved} is in story {own.id} already")
        first = [to] if to in other.documents else []
        target = dict.fromkeys((*first, *other.documents))
        return self._made(DecisionKind.MOVE, [moved, *target], others=[d for d in own.documents if d != moved])

    def speaker(self, said: Sequence[str], *, name: str | None, within: str | None = None) -> Decision:
        """Who speaks at these places, or in the quotations of these utterances; with no name, nobody known."""
        places = [place for each in said for place in self._said(each, within)]
        names = [" ".join(name.split())] if name is not None else []
        if names == [""]:
            raise DecideError("the speaker has no name: give --name NAME, or --nobody where nobody known speaks")
        return self._made(DecisionKind.SPEAKER, places=places, names=names)

    def one_party(self, names: Sequence[str], *, within: str | None = None) -> Decision:
        """These names stand for one party, in one story or everywhere."""
        told = list(dict.fromkeys(" ".join(each.split()) for each in names))
        if len(told) < 2 or not all(told):
            raise DecideError("two names or more are one party: give each in quotation marks")
        documents = self.story(within).documents if within is not None else ()
        return self._made(DecisionKind.ONE_PARTY, documents, names=told)

    def not_that_claim(self, report: str, claim: Sequence[str] = ()) -> Decision:
        """What is told at a place is not the claim of that id, or that which is told at other places.

        Without a claim it is not the one among whose reports the account has it.
        """
        place = self.place(report)
        account = self.account(place.document)
        if claim and all(PLACE.fullmatch(each) for each in claim):
            return self._made(DecisionKind.NOT_THAT_CLAIM, places=[place, *(self.place(each) for each in claim)])
        if len(claim) > 1:
            raise DecideError("give the id of one claim, or places of its reports as DOCUMENT:START-END")
        holding = [c for c in account.claims if not claim or c.id == claim[0]]
        if not holding:
            raise DecideError(f"story {account.id} has no claim {claim[0]}; `rashomon story {account.id}` lists them")
        found = [(c, own) for c in holding if (own := _report_at(c, place)) is not None]
        found = [(c, own) for c, own in found if own == place] or found
        if len(found) != 1:
            if not found:
                what = f"claim {claim[0]}" if claim else "a claim"
                raise DecideError(f"{report} is no report of {what} in story {account.id}")
            ids = ", ".join(c.id for c, _ in found)
            raise DecideError(f"{report} is told in {len(found)} claims ({ids}): name the one that it does not tell")
        whole, own = found[0]
        others = [Citation(document=r.document, span=r.span) for r in whole.reports]
        others = [each for each in others if each != own]
        if not others:
            raise DecideError(
                f"{report} is the only report of claim {whole.id}; there is nothing to tell it apart from"
            )
        return self._made(DecisionKind.NOT_THAT_CLAIM, places=[own, *dict.fromkeys(others)])

    def not_a_copy(self, left: str, right: str) -> Decision:
        """Neither of two documents took words from the other."""
        pair = [self.document(left).id, self.document(right).id]
        known = {frozenset((each.copy.origin, each.copy.copy)) for each in self._view.copies(pair[0])}
        if frozenset(pair) not in known:
            raise DecideError(f"the archive knows of no copy between {left} and {right}")
        return self._made(DecisionKind.NOT_A_COPY, pair)

    def note(self, about: Sequence[str]) -> Decision:
        """Something to be read beside stories, documents or places."""
        documents: list[str] = []
        places: list[Citation] = []
        for each in about:
            if self._view.document(each) is None and PLACE.fullmatch(each):
                places.append(self.place(each))
                continue
            whole = self._whole(story_or_document_named, each)
            kept = self._view.story(whole) if self._view.document(whole) is None else None
            documents.extend((whole,) if kept is None else kept.story.documents)
        return self._made(DecisionKind.NOTE, documents, places=places)

    def document(self, name: str) -> Document:
        """The document of an id, or of the beginning of one.

        Raises:
            DecideError: there is none, or there are several.
        """
        found = self._view.document(self._whole(document_named, name))
        if found is None:
            raise DecideError(f"there is no document {name} in the archive; `rashomon documents` lists them")
        return found

    def _whole(self, named: Callable[[View, str], str], name: str) -> str:
        try:
            return named(self._view, name)
        except NotNamedError as error:
            raise DecideError(str(error)) from error

    def story(self, name: str) -> Story:
        """The story of an id, or that in which the document of an id is; the beginning of an id does.

        Raises:
            DecideError: there is none, or there are several.
        """
        whole = self._whole(story_or_document_named, name)
        kept = self._view.story(whole) or self._view.story_of(whole)
        if kept is None:
            raise DecideError(f"document {whole} is in no story yet")
        return kept.story

    def account(self, name: str) -> StoryAccount:
        """The account of the story so named.

        Raises:
            DecideError: there is none.
        """
        story = self.story(name)
        kept = self._view.account(story.id)
        if kept is None:
            raise DecideError(f"story {story.id} has no account yet")
        return kept.account

    def place(self, words: str) -> Citation:
        """A place written as DOCUMENT:START-END (in the headline field: DOCUMENT:headline:START-END).

        Raises:
            DecideError: it is not so written, or there is no such place.
        """
        found = PLACE.fullmatch(words)
        if found is None:
            raise DecideError(f"{words} is no place: write DOCUMENT:START-END, as in d1:120-184")
        document = self.document(found["document"])
        start, end = int(found["start"]), int(found["end"])
        part = Part.HEADLINE if found["part"] else Part.TEXT
        reaches = len(document.part(part))
        if not start < end <= reaches or not document.part(part)[start:end].strip():
            raise DecideError(f"no words stand at {words}; the {part.value} of {document.id} has {reaches} characters")
        return Citation(document=document.id, span=Span(start, end, part))

    def _said(self, said: str, within: str | None) -> list[Citation]:
        """The place of a quotation, or those of all quotations of an utterance."""
        if PLACE.fullmatch(said):
            return [self._quoted(self.place(said), said)]
        if within is None:
            raise DecideError(
                f"{said} is no place (DOCUMENT:START-END); for the id of an utterance say in which story: --in STORY"
            )
        account = self.account(within)
        found = [w for u in account.utterances if u.id == said for w in u.quotations]
        if not found:
            raise DecideError(f"story {account.id} has no utterance {said}")
        return list(dict.fromkeys(Citation(document=w.document, span=w.whole) for w in found))

    def _quoted(self, place: Citation, written: str) -> Citation:
        """A place at which a quotation was read; where nothing was read yet, any."""
        version = self._view.version_of(place.document)
        kept = self._view.reading(version) if version is not None else None
        if kept is None:
            return place
        quotations = kept.reading.quotations
        if not any(q.span.covers(place.span) or alike(q.span, place.span) > 0 for q in quotations):
            near = sorted(quotations, key=lambda q: abs(q.span.start - place.span.start))[:3]
            shown = ", ".join(f"{place.document}:{q.span.start}-{q.span.end}" for q in near) or "none"
            raise DecideError(f"no quotation stands at {written}; the nearest: {shown}")
        return place

    def _made(
        self,
        kind: DecisionKind,
        documents: Iterable[str] = (),
        *,
        places: Sequence[Citation] = (),
        names: Sequence[str] = (),
        others: Sequence[str] = (),
    ) -> Decision:
        """The decision signed; the same one at the same time has the same id."""
        named = tuple(dict.fromkeys(documents))
        at = [f"{each.document}:{each.span.part}:{each.span.start}-{each.span.end}" for each in places]
        told = (kind.value, self._by, self._at.isoformat(), self._reason, len(named), *named, len(at), *at, *names)
        return Decision(
            id=content_id("decision", *told),
            kind=kind,
            by=self._by,
            at=self._at,
            reason=self._reason,
            documents=named,
            places=tuple(places),
            names=tuple(names),
            words=tuple(self.document(each.document).words_at(each.span) for each in places),
            others=tuple(others),
        )


def _report_at(claim: Claim, place: Citation) -> Citation | None:
    """The report of a claim that stands at a place, or that has most of its characters in common with it."""
    here = [r.span for r in claim.reports if r.document == place.document and alike(r.span, place.span) > 0]
    best = max(here, key=lambda span: alike(span, place.span), default=None)
    return None if best is None else Citation(document=place.document, span=best)


def write(store: Store, decision: Decision) -> tuple[str, ...]:
    """Write a decision down and let it shape the stories.

    Returns:
        The ids of the stories whose accounts are to be made anew.

    Raises:
        DecideError: a document that it is about was removed since it was made; its words are not kept again then.
    """
    with store.writer() as writer:
        there = writer.view.documents_of(decision.concerned())
        if gone := [each for each in decision.concerned() if each not in there]:
            raise DecideError(f"nothing was decided: the archive no longer has {', '.join(gone[:5])}")
        writer.decide(decision)
        return take_effect(writer, decision)


def end(store: Store, ending: Ending) -> tuple[str, ...]:
    """Write down that a decision holds no longer, and let the stories be as without it.

    Returns:
        The ids of the stories whose accounts are to be made anew.

    Raises:
        DecideError: there is no such decision, or it was ended before.
    """
    with store.writer() as writer:
        found = decision_named(writer.view, ending.decision)
        ending = replace(ending, decision=found.id)
        before = writer.view.endings().get(found.id)
        if before is not None:
            raise DecideError(f"decision {found.id} was ended by {before.by} on {before.at.date().isoformat()}")
        writer.end(ending)
        return take_effect(writer, found)


def decision_named(view: View, name: str) -> Decision:
    """The decision of an id, or of the beginning of one.

    Raises:
        DecideError: there is none, or there are several.
    """
    made = view.decisions()
    found = [each for each in made if each.id == name]
    if not found and len(name) >= LEAST_CHARS:
        found = [each for each in made if each.id.startswith(name)]
    if not found:
        raise DecideError(f"there is no decision {name}; `rashomon decisions` lists them")
    if len(found) > 1:
        raise DecideError(f"several decisions begin with {name}, such as {found[0].id} and {found[1].id}")
    return found[0]
