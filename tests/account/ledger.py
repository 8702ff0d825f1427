"""A press review taken through reading, aligning and accounting, with its parts found by the words of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.newsrooms import Newsroom

from rashomon.account import account_of
from rashomon.align import align
from rashomon.core import Claim, Document, FigureLine, Party, Reading, Span, Status, Story, StoryAccount, Utterance
from rashomon.core.alignment import Alignment, Proposition
from rashomon.group import find_copies
from rashomon.read import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """One story's alignment and account; places are named by outlet and words."""

    room: Newsroom
    readings: tuple[Reading, ...]
    alignment: Alignment
    story: StoryAccount

    def proposition(self, outlet: str, words: str) -> Proposition:
        """The one proposition told by the predicate that stands in these words of the outlet's report."""
        place, document = self.room.span(outlet, words), self.room[outlet].id
        found = [
            p
            for p in self.alignment.propositions
            if any(t.document == document and place.covers(t.event.predicate.span) for t in p.tellings)
        ]
        assert len(found) == 1, f"{words!r} of {outlet} tells {len(found)} propositions"
        return found[0]

    def together(self, *places: tuple[str, str]) -> bool:
        """Whether the predicates at all these places tell one proposition."""
        return len({self.proposition(*place).id for place in places}) == 1

    def claim(self, outlet: str, words: str) -> Claim:
        """The claim told by the predicate that stands in these words."""
        wanted = self.proposition(outlet, words).id
        return next(c for c in self.story.claims if c.id == wanted)

    def statuses(self, claim: Claim) -> dict[str, set[Status]]:
        """The statuses that each outlet gives a claim."""
        found: dict[str, set[Status]] = {}
        for r in claim.reports:
            found.setdefault(self.outlet(r.document), set()).add(r.status)
        return found

    def utterance(self, outlet: str, words: str) -> Utterance:
        """The one utterance with a wording that touches these words."""
        place, document = self.room.span(outlet, words), self.room[outlet].id
        found = [
            u
            for u in self.story.utterances
            if any(w.document == document and w.span.touches(place) for w in u.quotations)
        ]
        assert len(found) == 1, f"{words!r} of {outlet} stands in {len(found)} utterances"
        return found[0]

    def figures(self, outlet: str, words: str) -> FigureLine:
        """The one line of figures that cites a place in these words."""
        place, document = self.room.span(outlet, words), self.room[outlet].id
        found = [
            f
            for f in self.story.figures
            if any(c.document == document and place.touches(c.span) for v in f.values for c in v.reports)
        ]
        assert len(found) == 1, f"{words!r} of {outlet} stands in {len(found)} lines of figures"
        return found[0]

    def party(self, name: str) -> Party:
        """The one party that bears a name."""
        found = [p for p in self.story.parties if name in (p.name, *p.aliases)]
        assert len(found) == 1, f"{len(found)} parties bear {name!r}: {[(p.name, p.aliases) for p in found]}"
        return found[0]

    def problems(self, code: str) -> list[tuple[str, str]]:
        """The outlet and the words of each problem with this code."""
        documents = {d.id: d for d in self.room.documents}
        return [
            (self.outlet(p.document), documents[p.document].words_at(p.span or Span(0, 0)))
            for p in self.story.problems
            if p.code == code and p.document is not None
        ]

    def outlet(self, document: str) -> str:
        """The outlet of a document."""
        return next(d.outlet or d.id for d in self.room.documents if d.id == document)


@dataclass(slots=True)
class Desk:
    """Makes ledgers, reading each document once."""

    reader: Reader
    kept: dict[Document, Reading] = field(default_factory=dict)

    def read(self, document: Document) -> Reading:
        """The reading of a document."""
        if document not in self.kept:
            self.kept[document] = self.reader.read(document)
        return self.kept[document]

    def read_some(self, documents: list[Document]) -> list[Reading]:
        return [self.read(document) for document in documents]

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """The readings of several."""
        return map(self.read, documents)

    def __call__(self, room: Newsroom) -> Ledger:
        """The ledger of a press review, all of it one story."""
        readings = tuple(self.read(d) for d in room.documents)
        alignment = align(room.documents, readings)
        story = Story(id="story", documents=tuple(d.id for d in room.documents))
        copies = find_copies(room.documents)
        made = account_of(story, room.documents, readings, copies, alignment)
        return Ledger(room=room, readings=readings, alignment=alignment, story=made)
