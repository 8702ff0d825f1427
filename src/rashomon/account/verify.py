"""Whether the places that a digest sentence cites bear it.

The sentence is read as the reports were, and each of its parts must be borne by one cited sentence: every word, name,
figure and quotation stands there, and its happenings have there the same status, voice, actor and target. It is
a check apart from whatever made the sentence; what it cannot follow, it does not let through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rashomon.account.verify_events import ATTITUDES, Match, Told, told
from rashomon.account.verify_frames import Frames, Statement, bare, name_of
from rashomon.account.verify_words import Names, Source, contains, figure_words, mixed_names, sources_of, tokens_of
from rashomon.core import (
    Claim,
    DigestSentence,
    Document,
    Event,
    Figure,
    Form,
    Party,
    Passage,
    Quotation,
    Reading,
    Report,
    Role,
    Span,
    Status,
    content_id,
)
from rashomon.core.marks import quoted
from rashomon.core.nouns import like_nouns
from rashomon.core.predicates import predicate_class
from rashomon.core.words import stem, words

SPOKEN = frozenset({Form.DIRECT, Form.BLOCK, Form.MIXED})
SAID = (
    re.compile(r"^(?P<who>[^“”:;]{2,80}?)(?: said| says)?: “(?P<words>[^“”]+)”$"),
    re.compile(r"^“(?P<words>[^“”]+?),?” (?P<who>[A-Z][^“”:;,]{1,80}?) (?:said|says)$"),
    re.compile(r"^“(?P<words>[^“”]+?),?” (?:said|says) (?P<who>[A-Z][^“”:;,]{1,80}?)$"),
)

Read = Callable[[Document], Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Borne:
    """A statement with the cited sentence that bears it, and the happenings of that sentence which it tells."""

    source: Source
    events: tuple[Event, ...]
    figures: tuple[Figure, ...] = ()
    timed: bool = False
    quoted: tuple[str, ...] = ()
    """Words that it gives between quotation marks."""


@dataclass(kw_only=True)
class Verifier:
    """Holds the sentences of one story's digest against the story's reports.

    Attributes:
        documents: the story's documents by id.
        readings: their readings by id.
        parties: the story's parties, with the names that the reports give them.
        claims: the ledger, for what is said of how many reports tell something.
        read: reads a sentence as the reports were read; without it only whole sentences of reports can be followed.
    """

    documents: Mapping[str, Document]
    readings: Mapping[str, Reading]
    parties: Sequence[Party] = ()
    claims: Sequence[Claim] = ()
    read: Read | None = None
    _kept: dict[str, Told] = field(default_factory=dict)

    @cached_property
    def names(self) -> Names:
        """Which party a name stands for."""
        return Names(self.parties)

    @cached_property
    def _frames(self) -> Frames:
        return Frames(self.documents.values())

    @cached_property
    def _by_place(self) -> dict[tuple[str, Span], list[Claim]]:
        found: dict[tuple[str, Span], list[Claim]] = {}
        for claim in self.claims:
            for r in claim.reports:
                found.setdefault((r.document, r.span), []).append(claim)
        return found

    def claims_at(self, document: str, event: Event) -> list[Claim]:
        """The claims that a happening of a document reports; one clause may tell several."""
        here = self._by_place.get((document, event.span), [])
        return [c for c in here if class_of(c.action) == class_of(event.predicate.lemma, event.predicate.form)]

    def unborne(self, sentence: DigestSentence) -> tuple[str, ...]:
        """Why a sentence cannot be let through; empty where its citations bear it."""
        wrong = [c for c in sentence.citations if not self._is_place(c.document, c.span)]
        if wrong or not sentence.citations:
            return ("it cites no place in a report",)
        sources = sources_of(sentence.citations, self.documents, self.readings, self.parties, self.names)
        reasons: list[str] = []
        borne: list[Borne] = []
        for statement in self._frames.statements(sentence.text):
            match statement.kind:
                case "plain":
                    found = self._plain(statement, sources)
                    if isinstance(found, str):
                        reasons.append(found)
                    else:
                        borne.append(found)
                case "tells":
                    reasons += self._tells(statement, sources, self._told_claims(sentence, borne), borne)
                case "denies":
                    reasons += self._denies(statement, sources, self._told_claims(sentence, borne), borne)
                case "rests":
                    reasons += self._rests(statement, self._told_claims(sentence, borne), borne)
                case "gives":
                    reasons += self._gives(statement, sources, borne)
        return tuple(reasons)

    def _is_place(self, document: str, span: Span) -> bool:
        held = self.documents.get(document)
        return (
            held is not None and document in self.readings and 0 < len(span) and span.end <= len(held.part(span.part))
        )

    def _told_claims(self, sentence: DigestSentence, borne: Iterable[Borne]) -> list[Claim]:
        """The claims that a sentence speaks of: those it names, borne out by what its first part tells."""
        by_id = {c.id: c for c in self.claims}
        own = [by_id[c] for c in sentence.claims if c in by_id]
        if not any(s.kind == "plain" for s in self._frames.statements(sentence.text)):
            return own
        there = {c.id for b in borne for e in b.events for c in self.claims_at(b.source.document.id, e)}
        return [c for c in own if c.id in there]

    # --- what is told

    def _plain(self, statement: Statement, sources: Sequence[Source]) -> Borne | str:
        """The cited sentence that bears a statement and all that is said of who tells it, or why none does."""
        reasons = []
        named = set(statement.outlets)
        for source in sources:
            if named and not named & self._outlet(source.document.id):
                continue
            found = self.borne_by(statement.words, source)
            if isinstance(found, Borne):
                reason = self._counted(statement, found, sources)
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
        said = next(filter(None, (p.match(text) for p in SAID)), None)
        if said is not None:
            return self._said(said["who"], said["words"], source)
        if self.read is None:
            return "it is no whole sentence of a report, and nothing can read it"
        read = self._told(text, source)
        if wrong := mixed_names(text, source, self.names):
            return f"no cited place names {', '.join(wrong)}"
        if reason := self._misquoted(text, read, source):
            return reason
        match = Match(read, source, self.names)
        if match.reasons:
            return match.reasons[0]
        figures = []
        for f in read.reading.figures:
            there = next((g for g in source.figures if same_figure(f, g)), None)
            if there is None:
                return f"no cited place has the figure “{read.document.words_at(f.span)}”"
            figures.append(there)
        return Borne(
            source=source,
            events=tuple(match.pairs.values()),
            figures=tuple(figures),
            timed=bool(read.reading.times),
            quoted=quotations_in(text),
        )

    def _told(self, text: str, source: Source) -> Told:
        line = f"{text[:1].upper()}{text[1:]}"
        line = line if line.endswith((".", "!", "?", ".”")) else f"{line}."
        published = source.document.published_at
        key = f"{published} {line}"
        if key not in self._kept:
            document = Document(
                id=content_id("sentence", line),
                text=line,
                published_at=published,
                language=source.document.language,
                passages=(Passage(span=Span(0, len(line)), role=Role.PARAGRAPH),),
            )
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
        timed = any(e.time for e in inside)
        return Borne(source=source, events=tuple(inside), figures=figures, timed=timed, quoted=quotations_in(text))

    def _said(self, who: str, said: str, source: Source) -> Borne | str:
        """Words given as somebody's: they stand so in a quotation of that speaker."""
        party, wanted = self.names.party(who), words(said)
        for q in source.reading.quotations:
            if q.form not in SPOKEN or not any(p.touches(q.span) for p in source.pieces) or q.speaker is None:
                continue
            cut = [
                Span(max(p.start, q.span.start), min(p.end, q.span.end), p.part)
                for p in source.pieces
                if p.touches(q.span)
            ]
            if not any(contains(words(source.document.words_at(c)), wanted) for c in cut):
                continue
            theirs = self.names.party(q.speaker.name)
            same = party == theirs if party and theirs else words(who) == words(q.speaker.name)
            if not same and not self.names.surname_of(q.speaker.name, party):
                return f"“{said}” is said by {q.speaker.name} there"
            if unsure(q, source.reading):
                return f"who said “{said}” is not sure"
            if party and party not in source.parties and not self._cited_name(who, source):
                return f"no cited place names {who}"
            if clipped(wanted, source, q.span):
                return f"“{said}” is cut where its sense may turn"
            inside = tuple(e for e in source.events if q.span.covers(e.predicate.span))
            return Borne(source=source, events=inside, quoted=(said,))
        return f"no quotation with “{said}” is cited"

    def _cited_name(self, who: str, source: Source) -> bool:
        return contains([t.word for t in source.tokens], words(who))

    def _misquoted(self, text: str, read: Told, source: Source) -> str | None:
        """Words between quotation marks that stand in no quotation of the same speaker."""
        there = [words(source.document.words_at(p)) for p in source.pieces]
        part = source.sentence.part
        marks_there = [q for q in quoted(source.document.part(part), source.sentence.start, source.sentence.end)]
        for mark in quoted(read.document.text):
            wanted = words(read.document.text[mark.start : mark.end])
            if not wanted:
                continue
            if not any(contains(p, wanted) for p in there):
                return f"“{' '.join(wanted)}” does not stand so in a cited place"
            text_there = source.document.part(part)
            holding = [
                q
                for q in source.reading.quotations
                if q.span.touches(source.sentence) and contains(words(source.document.words_at(q.span)), wanted)
            ]
            marked = any(contains(words(text_there[m.start : m.end]), wanted) for m in marks_there)
            if not marked and not any(q.form in SPOKEN for q in holding):
                return f"“{' '.join(wanted)}” is not quoted there"
            speakers = {q.speaker.name for q in holding if q.speaker}
            place = Span(mark.start, mark.end)
            own = [q.speaker for q in read.reading.quotations if q.span.touches(place) and q.speaker]
            for speaker in own:
                if not any(self._one(speaker.name, other) for other in speakers):
                    return f"“{' '.join(wanted)}” is not said by {speaker.name} there"
            if not own and speakers and any(q.form in {Form.DIRECT, Form.BLOCK} for q in holding):
                return f"“{' '.join(wanted)}” is given without its speaker"
        del text
        return None

    def _one(self, left: str, right: str) -> bool:
        parties = self.names.party(left), self.names.party(right)
        return parties[0] == parties[1] if all(parties) else words(left)[-1:] == words(right)[-1:]

    # --- who tells it

    def _outlet(self, document: str) -> set[str]:
        held = self.documents[document]
        return {bare(name_of(held)), *((bare(held.outlet),) if held.outlet else ())}

    def _key(self, document: str) -> str:
        return bare(name_of(self.documents[document]))

    def tellers(self, borne: Borne) -> set[str] | None:
        """The documents that tell all happenings of a statement with its status; None where the ledger has not all."""
        found: set[str] | None = None
        governing = any(e.predicate.lemma not in ATTITUDES for e in borne.events)
        for event in borne.events:
            if governing and event.predicate.lemma in ATTITUDES:
                continue
            here = self.claims_at(borne.source.document.id, event)
            lists = [
                {r.document for r in c.reports if r.status is event.status and self.comparable(event, r)} for c in here
            ]
            if not lists:
                if event.predicate.form != "verb" or event.predicate.lemma in {"be", "have"}:
                    continue
                return None
            if any({"figure", "time"} & set(c.differs) for c in here) and (borne.figures or borne.timed):
                lists.append(self._with_figures(borne))
            found = set.intersection(*lists, *([found] if found is not None else []))
        for said in borne.quoted if found else ():
            found = {d for d in found or () if contains(words(self.documents[d].text), words(said))}
        return found

    def comparable(self, event: Event, report: Report) -> bool:
        """Whether a report of a claim tells it of the same parties and things, as far as its reading names them."""
        here = [e for e in self.readings[report.document].events if e.span == report.span]
        return any(self._alike(event, e) for e in here)

    def _alike(self, left: Event, right: Event) -> bool:
        if len({class_of(e.predicate.lemma, e.predicate.form) for e in (left, right)}) > 1:
            return False
        for a, b in ((left.actor, right.actor), (left.target, right.target)):
            if a is None or b is None:
                continue
            parties = self.names.party(a.name), self.names.party(b.name)
            if all(parties) and parties[0] != parties[1]:
                # a country may stand for its president, but no president for another
                if self.names.kind[parties[0] or ""] is self.names.kind[parties[1] or ""]:
                    return False
            if not any(parties) and not (like_nouns(a.head, b.head) or stem(a.head) == stem(b.head)):
                return False
        return True

    def _with_figures(self, borne: Borne) -> set[str]:
        return {
            d for d, r in self.readings.items() if all(any(same_figure(f, g) for g in r.figures) for f in borne.figures)
        }

    def _counted(self, statement: Statement, borne: Borne, sources: Sequence[Source]) -> str | None:
        """What is wrong with what a statement says of the reports that tell it; None where nothing is."""
        if not statement.outlets and statement.count is None:
            return None
        cited = {s.document.id for s in sources}
        several = len(statement.outlets) + statement.more > 1 or statement.count is not None or statement.alone
        if not several:
            return None
        tellers = self.tellers(borne)
        if tellers is None:
            return "the ledger does not say who else tells it"
        tellers |= {borne.source.document.id}
        keys = {self._key(d) for d in tellers}
        own = {self._key(d) for d in self.documents if self._outlet(d) & set(statement.outlets)}
        if statement.count is not None:
            fits = statement.count == len(tellers) == len(self.documents)
        else:
            fits = own <= keys and len(statement.outlets) + statement.more == len(keys)
        if not fits:
            return f"{len(keys)} of the outlets tell it so"
        return None if tellers <= cited or keys <= {self._key(d) for d in cited} else "not all who tell it are cited"

    def _of_it(self, report: Report, borne: Sequence[Borne]) -> bool:
        """Whether a report tells of what the sentence told before; of anything where it told nothing before."""
        return not borne or any(self.comparable(e, report) for b in borne for e in b.events)

    def _tells(
        self, statement: Statement, sources: Sequence[Source], claims: Sequence[Claim], borne: Sequence[Borne]
    ) -> Iterator[str]:
        """Whether the outlets named tell the claim as the statement says."""
        fitting = [c for c in claims if statement.status in {r.status for r in c.reports}]
        if not fitting:
            yield f"no report tells it as {statement.status}"
            return
        claim = fitting[0]
        there = [r for r in claim.reports if r.status is statement.status and self._of_it(r, borne)]
        # an outlet that tells it both ways is named where it was named first
        first = {self._key(d) for b in borne for d in (self.tellers(b) or set()) | {b.source.document.id}}
        keys = {self._key(r.document) for r in there} - first
        own = {self._key(d) for d in self.documents if self._outlet(d) & set(statement.outlets)}
        if not own <= keys or len(own) != len(set(statement.outlets)):
            yield f"{', '.join(sorted(own - keys)) or 'no outlet of that name'} does not tell it as {statement.status}"
        elif statement.quoted is not None and not statement.more and not statement.alone:
            keys = own  # one side shown by one report says nothing of how many there are
        elif len(own) + statement.more != len(keys):
            yield f"{len(keys)} of the outlets tell it as {statement.status}"
        cited = {
            (s.document.id, r.span) for s in sources for r in there if s.holds(r.span) and r.document == s.document.id
        }
        if not keys <= {self._key(d) for d, _ in cited}:
            yield f"not all reports that tell it as {statement.status} are cited"
        if statement.quoted is not None:
            wanted = words(statement.quoted)
            places = [r for r in there if self._key(r.document) in own]
            if not any(self._clause_is(wanted, r.document, r.span) for r in places):
                yield f"“{statement.quoted}” is not how it is told there"

    def _denies(
        self, statement: Statement, sources: Sequence[Source], claims: Sequence[Claim], borne: Sequence[Borne]
    ) -> Iterator[str]:
        """Whether the outlets named lay a denial of the claim to that party."""
        party = self.names.party(statement.words)
        own = {self._key(d) for d in self.documents if self._outlet(d) & set(statement.outlets)}
        for claim in claims:
            denials = [r for r in claim.reports if r.status is Status.DENIED and self._of_it(r, borne)]
            there = [r for r in denials if r.voice is not None and r.voice == party]
            cited = {
                self._key(r.document) for r in there for s in sources if s.document.id == r.document and s.holds(r.span)
            }
            if own and own <= cited and len(own) + statement.more == len({self._key(r.document) for r in there}):
                return
        yield f"no cited report lets {statement.words} deny it"

    def _clause_is(self, wanted: list[str], document: str, span: Span) -> bool:
        """Whether words are those of a clause, with at most the phrase before it that it says something of."""
        clause = words(self.documents[document].words_at(span))
        return (
            bool(clause)
            and wanted[-len(clause) :] == clause
            and len(wanted) - len(clause) <= 8
            and self._all_there(wanted, document, span)
        )

    def _all_there(self, wanted: list[str], document: str, span: Span) -> bool:
        sentence = next((s for s in self.readings[document].sentences if s.covers(span)), span)
        return set(wanted) <= set(words(self.documents[document].words_at(sentence)))

    def _rests(self, statement: Statement, claims: Sequence[Claim], borne: Sequence[Borne]) -> Iterator[str]:
        """Whether so many reports rest on what that party said; without a name, on what the sentence lays to it."""
        for claim in claims:
            party = next((p for p in self.parties if claim.root and p.id == claim.root.party), None)
            if party is None:
                continue
            if statement.words:
                same = self.names.party(statement.words) == party.id
            else:
                voices = {self.names.party(e.voice.name) for b in borne for e in b.events if e.voice}
                same = voices == {party.id}
            asserting = [r for r in claim.reports if r.status is not Status.DENIED] or list(claim.reports)
            if same and statement.count == len({r.document for r in asserting}):
                return
        yield f"the ledger does not say that all rest on {statement.words or 'that'}"

    def _gives(self, statement: Statement, sources: Sequence[Source], borne: Sequence[Borne]) -> Iterator[str]:
        """Whether the outlets named give that figure for what is counted, and no other cited one does."""
        counted = set(words(statement.quoted or "")[-1:])
        if not counted:
            counted = {f.head.lower() for b in borne for f in b.figures if f.head}
        told = [
            (self._key(s.document.id), (f.value, f.low, f.high, f.bound, f.unit), words(figure_words(f, s.document)))
            for s in sources
            for f in s.figures
            if counted & {*words(f.counts or ""), f.head.lower()}
        ]
        own = {self._key(d) for d in self.documents if self._outlet(d) & set(statement.outlets)}
        values = {value for key, value, wording in told if key in own and wording == words(statement.words)}
        there = {key for key, value, _ in told if value in values}
        if not own or len(values) != 1 or not own <= there:
            yield f"no cited place of {', '.join(sorted(own - there)) or 'that outlet'} gives {statement.words}"
        elif len(own) + statement.more != len(there):
            yield f"{len(there)} outlets give {statement.words}"


def class_of(lemma: str, form: str | None = None) -> str:
    """The class of a predicate, or itself where it has none."""
    return predicate_class(lemma, form) or lemma.lower()


def quotations_in(text: str) -> tuple[str, ...]:
    """The words that a text gives between quotation marks."""
    return tuple(text[q.start : q.end] for q in quoted(text) if q.depth == 0)


def unsure(quotation: Quotation, reading: Reading) -> bool:
    """Whether a speaker known by a pronoun is somebody else than the one who spoke right before."""
    speaker = quotation.speaker
    named = None if speaker is None else next((m for m in reading.mentions if m.span == speaker.span), None)
    if speaker is None or named is None or named.form != "pronoun":
        return False
    before = [
        q.speaker
        for q in reading.quotations
        if q.speaker and q.speaker.span.part == speaker.span.part and q.speaker.span.end <= quotation.span.start
    ]
    nearest = max(before, key=lambda s: s.span.start, default=None)
    return nearest is not None and nearest.name != speaker.name


def clipped(wanted: list[str], source: Source, quotation: Span) -> bool:
    """Whether quoted words leave out a negation or condition of their sentence."""
    said = [t.word for t in source.tokens if quotation.start <= t.start < quotation.end]
    left_out = {"not", "never", "no", "if", "unless"} & set(said)
    return bool(left_out - {t.word for t in tokens_of(" ".join(wanted))})


def same_figure(left: Figure, right: Figure) -> bool:
    """Whether two figures say the same: value, ends, bound and unit, and nothing else that they count."""
    if (left.value, left.low, left.high, left.bound, left.unit) != (
        right.value,
        right.low,
        right.high,
        right.bound,
        right.unit,
    ):
        return False
    heads = left.head.lower(), right.head.lower()
    return not all(heads) or stem(heads[0]) == stem(heads[1]) or like_nouns(*heads)
