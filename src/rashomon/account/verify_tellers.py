"""What a digest sentence says of who tells something, held against the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rashomon.account.verify_events import ATTITUDES
from rashomon.account.verify_frames import Statement, bare, name_of
from rashomon.account.verify_words import Names, Source, contains, figure_words
from rashomon.core import Claim, Document, Event, Figure, Party, Reading, Report, Span, Status
from rashomon.core.nouns import like_nouns
from rashomon.core.predicates import predicate_class
from rashomon.core.words import stem, words


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
class Tellers:
    """Knows from the ledger which reports tell what.

    Attributes:
        documents: the story's documents by id.
        readings: their readings by id.
        parties: the story's parties.
        claims: the ledger.
        names: which party a name stands for.
    """

    documents: Mapping[str, Document]
    readings: Mapping[str, Reading]
    parties: Sequence[Party]
    claims: Sequence[Claim]
    names: Names

    @cached_property
    def _by_place(self) -> dict[tuple[str, Span], list[Claim]]:
        found: dict[tuple[str, Span], list[Claim]] = {}
        for claim in self.claims:
            for r in claim.reports:
                found.setdefault((r.document, r.span), []).append(claim)
        return found

    def framed(
        self, statement: Statement, sources: Sequence[Source], claims: Sequence[Claim], borne: Sequence[Borne]
    ) -> Iterator[str]:
        """What is wrong with a statement on who tells something, of claims that the sentence told before."""
        match statement.kind:
            case "tells":
                yield from self.tells(statement, sources, claims, borne)
            case "denies":
                yield from self.denies(statement, sources, claims, borne)
            case "rests":
                yield from self.rests(statement, claims, borne)
            case "gives":
                yield from self.gives(statement, sources, borne)

    def claims_at(self, document: str, event: Event) -> list[Claim]:
        """The claims that a happening of a document reports; one clause may tell several."""
        here = self._by_place.get((document, event.span), [])
        return [c for c in here if class_of(c.action) == class_of(event.predicate.lemma, event.predicate.form)]

    def outlet(self, document: str) -> set[str]:
        """The names under which a sentence may speak of a document's outlet."""
        held = self.documents[document]
        return {bare(name_of(held)), *((bare(held.outlet),) if held.outlet else ())}

    def key(self, document: str) -> str:
        """The name under which a document's outlet is counted."""
        return bare(name_of(self.documents[document]))

    def _in_order(self, keys: set[str]) -> list[str]:
        """Outlets in the story's order, whatever they are called."""
        return [key for key in dict.fromkeys(map(self.key, self.documents)) if key in keys]

    def of(self, borne: Borne) -> set[str] | None:
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
            if a is None:
                continue
            if b is None:
                return False  # who leaves out by whom does not tell by whom
            parties = self.names.party(a.name), self.names.party(b.name)
            kinds = {self.names.kind.get(p or "") for p in parties}
            # a country may stand for its president, but no president for another
            if all(parties) and parties[0] != parties[1] and len(kinds) == 1:
                return False
            if not any(parties) and not (like_nouns(a.head, b.head) or stem(a.head) == stem(b.head)):
                return False
        return True

    def _with_figures(self, borne: Borne) -> set[str]:
        return {
            d for d, r in self.readings.items() if all(any(same_figure(f, g) for g in r.figures) for f in borne.figures)
        }

    def counted(self, statement: Statement, borne: Borne, sources: Sequence[Source]) -> str | None:
        """What is wrong with what a statement says of the reports that tell it; None where nothing is."""
        if not statement.outlets and statement.count is None:
            return None
        cited = {s.document.id for s in sources}
        several = len(statement.outlets) + statement.more > 1 or statement.count is not None or statement.alone
        if not several:
            return None
        tellers = self.of(borne)
        if tellers is None:
            return "the ledger does not say who else tells it"
        tellers |= {borne.source.document.id}
        keys = {self.key(d) for d in tellers}
        own = {self.key(d) for d in self.documents if self.outlet(d) & set(statement.outlets)}
        if statement.count is not None:
            fits = statement.count == len(tellers) == len(self.documents)
        else:
            fits = own <= keys and len(statement.outlets) + statement.more == len(keys)
        if not fits:
            return f"{len(keys)} of the outlets tell it so"
        return None if tellers <= cited or keys <= {self.key(d) for d in cited} else "not all who tell it are cited"

    def _of_it(self, report: Report, borne: Sequence[Borne]) -> bool:
        """Whether a report tells of what the sentence told before; of anything where it told nothing before."""
        return not borne or any(self.comparable(e, report) for b in borne for e in b.events)

    def tells(
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
        first = {self.key(d) for b in borne for d in (self.of(b) or set()) | {b.source.document.id}}
        keys = {self.key(r.document) for r in there} - first
        own = {self.key(d) for d in self.documents if self.outlet(d) & set(statement.outlets)}
        if not own <= keys or len(own) != len(set(statement.outlets)):
            wrong = ", ".join(self._in_order(own - keys)) or "no outlet of that name"
            yield f"{wrong} does not tell it as {statement.status}"
        elif statement.quoted is not None and not statement.more and not statement.alone:
            keys = own  # one side shown by one report says nothing of how many there are
        elif len(own) + statement.more != len(keys):
            yield f"{len(keys)} of the outlets tell it as {statement.status}"
        cited = {
            (s.document.id, r.span) for s in sources for r in there if s.holds(r.span) and r.document == s.document.id
        }
        if not keys <= {self.key(d) for d, _ in cited}:
            yield f"not all reports that tell it as {statement.status} are cited"
        if statement.quoted is not None:
            wanted = words(statement.quoted)
            places = [r for r in there if self.key(r.document) in own]
            if not any(self._clause_is(wanted, r.document, r.span) for r in places):
                yield f"“{statement.quoted}” is not how it is told there"

    def denies(
        self, statement: Statement, sources: Sequence[Source], claims: Sequence[Claim], borne: Sequence[Borne]
    ) -> Iterator[str]:
        """Whether the outlets named lay a denial of the claim to that party."""
        party = self.names.party(statement.words)
        own = {self.key(d) for d in self.documents if self.outlet(d) & set(statement.outlets)}
        for claim in claims:
            denials = [r for r in claim.reports if r.status is Status.DENIED and self._of_it(r, borne)]
            there = [r for r in denials if r.voice is not None and r.voice == party]
            cited = {
                self.key(r.document) for r in there for s in sources if s.document.id == r.document and s.holds(r.span)
            }
            if own and own <= cited and len(own) + statement.more == len({self.key(r.document) for r in there}):
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

    def rests(self, statement: Statement, claims: Sequence[Claim], borne: Sequence[Borne]) -> Iterator[str]:
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

    def gives(self, statement: Statement, sources: Sequence[Source], borne: Sequence[Borne]) -> Iterator[str]:
        """Whether the outlets named give that figure for what is counted, and no other cited one does."""
        counted = set(words(statement.quoted or "")[-1:])
        if not counted:
            counted = {f.head.lower() for b in borne for f in b.figures if f.head}
        told = [
            (self.key(s.document.id), (f.value, f.low, f.high, f.bound, f.unit), words(figure_words(f, s.document)))
            for s in sources
            for f in s.figures
            if counted & {*words(f.counts or ""), f.head.lower()}
        ]
        own = {self.key(d) for d in self.documents if self.outlet(d) & set(statement.outlets)}
        values = {value for key, value, wording in told if key in own and wording == words(statement.words)}
        there = {key for key, value, _ in told if value in values}
        if not own or len(values) != 1 or not own <= there:
            yield f"no cited place of {', '.join(self._in_order(own - there)) or 'that outlet'} gives {statement.words}"
        elif len(own) + statement.more != len(there):
            yield f"{len(there)} outlets give {statement.words}"


def class_of(lemma: str, form: str | None = None) -> str:
    """The class of a predicate, or itself where it has none."""
    return predicate_class(lemma, form) or lemma.lower()


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
