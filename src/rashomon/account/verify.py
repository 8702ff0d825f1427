"""Whether the places that a digest sentence cites bear it.

The sentence is read as the reports were, and each of its parts must be borne by one cited sentence: every word, name,
figure and quotation stands there, and its happenings have there the same status, voice, actor and target. It is
a check apart from whatever made the sentence; what it cannot follow, it does not let through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rashomon.account.verify_events import Match
from rashomon.account.verify_framed import Framed
from rashomon.account.verify_frames import Frames, Statement
from rashomon.account.verify_phrases import Told, told
from rashomon.account.verify_spoken import SPOKEN, laid_elsewhere, misquoted, quotations_in, said_so
from rashomon.account.verify_tellers import Borne, same_figure
from rashomon.account.verify_words import Names, Source, mixed_names, sources_of
from rashomon.core import (
    Claim,
    DigestSentence,
    Document,
    Event,
    Party,
    Passage,
    Reading,
    Role,
    Span,
    content_id,
)
from rashomon.core.calendar import MONTHS, WEEKDAYS
from rashomon.core.words import words

FRONTED = re.compile(
    rf"^(?:On|In|By|Since|Last|Until) (?:{'|'.join(w.capitalize() for w in (*WEEKDAYS, *MONTHS))})"
    r"(?: (?:night|morning|evening|afternoon))?(?= \w)"
)
Read = Callable[[Document], Reading]
ReadSome = Callable[[list[Document]], Sequence[Reading]]


@dataclass(kw_only=True)
class Verifier:
    """Holds the sentences of one story's digest against the story's reports.

    Attributes:
        documents: the story's documents by id.
        readings: their readings by id.
        parties: the story's parties, with the names that the reports give them.
        claims: the ledger, for what is said of how many reports tell something.
        read: reads a sentence as the reports were read; without it only whole sentences of reports can be followed.
        read_some: the same for several at once.
    """

    documents: Mapping[str, Document]
    readings: Mapping[str, Reading]
    parties: Sequence[Party] = ()
    claims: Sequence[Claim] = ()
    read: Read | None = None
    read_some: ReadSome | None = None
    _kept: dict[str, Told] = field(default_factory=dict)

    @cached_property
    def names(self) -> Names:
        """Which party a name stands for."""
        return Names(self.parties)

    @cached_property
    def tellers(self) -> Framed:
        """Who tells what, by the ledger."""
        return Framed(
            documents=self.documents,
            readings=self.readings,
            parties=self.parties,
            claims=self.claims,
            names=self.names,
        )

    @cached_property
    def _frames(self) -> Frames:
        return Frames(self.documents.values())

    def unborne(self, sentence: DigestSentence) -> tuple[str, ...]:
        """Why a sentence cannot be let through; empty where its citations bear it."""
        return self._judged(sentence)[0]

    def bearing(self, sentence: DigestSentence) -> tuple[Borne, ...]:
        """What of the cited sentences bears the parts of a sentence that tell something."""
        return tuple(self._judged(sentence)[1])

    def deniers(self, sentence: DigestSentence) -> set[str | None]:
        """The parties of whom a sentence says that they deny what it told before."""
        told = self._frames.statements(sentence.text)
        return {self.names.called(s.words) for s in told if s.kind == "denies"} - {None}

    def _judged(self, sentence: DigestSentence) -> tuple[tuple[str, ...], list[Borne]]:
        """Why a sentence cannot be let through, and what bears its parts."""
        reasons: list[str] = []
        borne: list[Borne] = []
        wrong = [c for c in sentence.citations if not self._is_place(c.document, c.span)]
        if wrong or not sentence.citations:
            return ("it cites no place in a report",), borne
        sources = sources_of(sentence.citations, self.documents, self.readings, self.names)
        statements = self._frames.statements(sentence.text)
        for statement in statements:
            if statement.kind == "plain":
                found = self._plain(statement, sources)
                if isinstance(found, str):
                    reasons.append(found)
                else:
                    borne.append(found)
                continue
            claims = self._told_claims(sentence, statements, borne)
            reasons += self.tellers.framed(statement, sources, claims, borne)
        return tuple(reasons) if statements else ("it says nothing",), borne

    def _is_place(self, document: str, span: Span) -> bool:
        held = self.documents.get(document)
        return (
            held is not None and document in self.readings and len(span) > 0 and span.end <= len(held.part(span.part))
        )

    def _told_claims(
        self, sentence: DigestSentence, statements: Iterable[Statement], borne: Iterable[Borne]
    ) -> list[Claim]:
        """The claims that a sentence speaks of: those it names, borne out by what its first part tells."""
        by_id = {c.id: c for c in self.claims}
        own = [by_id[c] for c in sentence.claims if c in by_id]
        if not any(s.kind == "plain" for s in statements):
            return own
        there = {c.id for b in borne for e in b.events for c in self.tellers.claims_at(b.source.document.id, e)}
        return [c for c in own if c.id in there]

    def _plain(self, statement: Statement, sources: Sequence[Source]) -> Borne | str:
        """The cited sentence that bears a statement and all that is said of who tells it, or why none does."""
        reasons = []
        named = set(statement.outlets)
        for source in sources:
            if named and not named & self.tellers.outlet(source.document.id):
                continue
            found = self.borne_by(statement.words, source)
            if isinstance(found, Borne):
                reason = self.tellers.counted(statement, found, sources)
                if reason is None:
                    return found
                found = reason
            reasons.append(found)
        # the reason that says most: that of the source which comes nearest
        return max(
            reasons, key=lambda r: not r.startswith("no cited place has"), default="no report of that name is cited"
        )

    def borne_by(self, text: str, source: Source) -> Borne | str:
        """What of a cited sentence bears a proposition, or why it does not."""
        whole = self._whole(text, source)
        if whole is not None:
            return whole
        spoken = self._spoken(text, source)
        if spoken is not None:
            return spoken
        if self.read is None:
            return "it is no whole sentence of a report, and nothing can read it"
        read = self._told(text, source)
        if wrong := mixed_names(text, source, self.names):
            return f"no cited place names {', '.join(wrong)}"
        if reason := misquoted(read, source, self.names):
            return reason
        match = Match(read, source, self.names)
        if match.reasons:
            return match.reasons[0]
        if reason := self._without_condition(text, source, match.pairs.values()):
            return reason
        figures = []
        for f in read.reading.figures:
            there = next((g for g in source.figures if same_figure(f, g)), None)
            if there is None:
                return f"no cited place has the figure “{read.document.words_at(f.span)}”"
            figures.append(there)
        return Borne(
            text=text,
            source=source,
            events=tuple(match.pairs.values()),
            figures=tuple(figures),
            times=tuple(m.value for m in read.reading.times if m.value is not None),
            quoted=quotations_in(text),
        )

    def _spoken(self, text: str, source: Source) -> Borne | str | None:
        """What bears a text that gives somebody's words and nothing else, or why nothing does; None for another."""
        said = said_so(text, source, self.names)
        if said is None or isinstance(said, str):
            return said
        if reason := laid_elsewhere(said, source, self.readings, self.documents, self.names):
            return reason
        if reason := self._without_condition(text, source, said.events):
            return reason
        return Borne(text=text, source=source, events=said.events, quoted=(said.words,), speaker=said.speaker)

    def _without_condition(self, text: str, source: Source, events: Iterable[Event]) -> str | None:
        """What is wrong with a text that tells happenings without the condition on which the report tells them."""
        left_out = self.tellers.conditions.left_out(text, source.document.id, events)
        return f"it leaves out the condition “{left_out.text}”" if left_out else None

    def foresee(self, tried: Iterable[tuple[str, Source]]) -> None:
        """Read together what `borne_by` is about to be asked of and would have to read one by one."""
        if self.read_some is None:
            return
        unread: dict[str, Document] = {}
        for text, source in tried:
            key, document = _alone(text, source)
            if key in self._kept or key in unread or self._whole(text, source) is not None:
                continue
            if said_so(text, source, self.names) is None:
                unread[key] = document
        if len(unread) > 1:
            for (key, document), reading in zip(unread.items(), self.read_some([*unread.values()]), strict=True):
                self._kept[key] = told(document, reading)

    def _told(self, text: str, source: Source) -> Told:
        key, document = _alone(text, source)
        if key not in self._kept:
            assert self.read is not None  # noqa: S101  the caller has looked
            self._kept[key] = told(document, self.read(document))
        return self._kept[key]

    def _whole(self, text: str, source: Source) -> Borne | None:
        """A statement that is a whole sentence of a report, nothing in it said by somebody whom it does not name."""
        if not source.holds(source.sentence):
            return None
        if words(text) != words(source.document.words_at(source.sentence)):
            return None
        inside = [e for e in source.reading.events if source.sentence.covers(e.predicate.span)]
        if any(e.voice is not None and not source.sentence.covers(e.voice.span) for e in inside):
            return None
        for q in source.reading.quotations:
            cue_here = q.cue is not None and source.sentence.covers(q.cue)
            if (
                q.form in SPOKEN
                and q.span.touches(source.sentence)
                and not cue_here
                and not source.sentence.covers(q.span)
            ):
                return None
        figures = tuple(source.figures)
        held = (m for m in source.reading.times if source.sentence.covers(m.span))
        times = tuple(m.value for m in held if m.value is not None)
        return Borne(
            text=text,
            source=source,
            events=tuple(inside),
            figures=figures,
            times=times,
            quoted=quotations_in(text),
        )


def _alone(text: str, source: Source) -> tuple[str, Document]:
    """A proposition as a document that can be read beside the one it is of, and what tells it from others."""
    # without a comma "On Monday tram drivers" is often taken for one phrase
    line = FRONTED.sub(r"\g<0>,", f"{text[:1].upper()}{text[1:]}")
    line = line if line.endswith((".", "!", "?", ".”")) else f"{line}."
    published = source.document.published_at
    document = Document(
        id=content_id("sentence", line),
        text=line,
        published_at=published,
        language=source.document.language,
        passages=(Passage(span=Span(0, len(line)), role=Role.PARAGRAPH),),
    )
    return f"{published} {line}", document
