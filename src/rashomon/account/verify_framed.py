"""Statements on who tells something otherwise, denies it, gives a figure or is what all rest on, against the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.account.verify_frames import Statement, bare
from rashomon.account.verify_tellers import ON_A_CONDITION, Borne, Tellers, acts, says_no, told_alike, told_first
from rashomon.account.verify_words import Source, contains, figure_words
from rashomon.core import Claim, Event, Report, Span, Status
from rashomon.core.words import words


@dataclass(kw_only=True)
class Framed(Tellers):
    """Judges the statements that follow what a sentence tells: they speak of the same claim."""

    def framed(
        self, statement: Statement, sources: Sequence[Source], claims: Sequence[Claim], borne: Sequence[Borne]
    ) -> Iterator[str]:
        """What is wrong with a statement on who tells something, of claims that the sentence told before."""
        if statement.kind in {"tells", "lays", "denies"} and any(map(says_no, borne)):
            yield "“it” behind a negation may mean what is negated or that it is not so"
            return
        match statement.kind:
            case "tells":
                yield from self.tells(statement, sources, claims, borne)
            case "denies":
                yield from self.denies(statement, sources, claims, borne)
            case "lays":
                yield from self.denies(statement, sources, claims, borne)
            case "rests":
                yield from self.rests(statement, claims, borne)
            case "gives":
                yield from self.gives(statement, sources, borne)

    def _tells_it(self, report: Report, as_: Status | str | None, borne: Sequence[Borne]) -> bool:
        """Whether a report tells what the sentence told first with that status, or on a condition.

        Where the sentence told nothing before, it is whatever the report tells with that status.
        """
        if not borne:
            return report.status is as_
        return any(self.side_of(d, e, report) == as_ for d, e in self._first(borne))

    @staticmethod
    def _first(borne: Sequence[Borne]) -> list[tuple[str, Event]]:
        """What a sentence told first: what an "it" after it means, with the document that bears it."""
        first = [(b.source.document.id, told_first(b)) for b in borne if acts(b)]
        every = [(b.source.document.id, e) for b in borne for e in b.events]
        return [(d, e) for d, e in first if e is not None] if first else every

    def tells(
        self, statement: Statement, sources: Sequence[Source], claims: Sequence[Claim], borne: Sequence[Borne]
    ) -> Iterator[str]:
        """Whether the outlets named tell the claim as the statement says."""
        as_ = ON_A_CONDITION if statement.conditional else statement.status
        how = as_ if statement.conditional else f"as {as_}"
        fitting = [c for c in claims if statement.conditional or as_ in {r.status for r in c.reports}]
        if not fitting:
            yield f"no report tells it {how}"
            return
        claim = fitting[0]
        there = [r for r in claim.reports if self._tells_it(r, as_, borne)]
        # an outlet that tells it both ways is named where it was named first
        first = {self.key(d) for b in borne for d in (self.of(b) or set()) | {b.source.document.id}}
        keys = {self.key(r.document) for r in there} - first
        own = {self.key(d) for d in self.documents if self.outlet(d) & set(statement.outlets)}
        if not own <= keys or len(own) != len(set(statement.outlets)):
            wrong = ", ".join(self.in_order(own - keys)) or "no outlet of that name"
            yield f"{wrong} does not tell it {how}"
        elif statement.quoted is not None and not statement.more and not statement.alone:
            keys = own  # one side shown by one report says nothing of how many there are
        elif len(own) + statement.more != len(keys):
            yield f"{len(keys)} of the outlets tell it {how}"
        elif statement.alone and not self._stands_alone(statement, claims, borne):
            yield f"another outlet tells it {how} too"
        cited = {
            (s.document.id, r.span) for s in sources for r in there if s.holds(r.span) and r.document == s.document.id
        }
        if not keys <= {self.key(d) for d, _ in cited}:
            yield f"not all reports that tell it {how} are cited"
        if statement.quoted is not None:
            places = [r for r in there if self.key(r.document) in own]
            yield from self._shown(statement.quoted, places)

    def _stands_alone(self, statement: Statement, claims: Sequence[Claim], borne: Sequence[Borne]) -> bool:
        """Whether the one outlet named is the only one whose reports have that status for what was told."""
        keys = {bare(name) for name in statement.outlets}
        own = {self.key(d) for d in self.documents if self.outlet(d) & keys}
        if len(own) != 1 or statement.status is None:
            return False
        outlet = next(iter(own))
        return all(self.alone(claims, e, statement.status, outlet) for _, e in self._first(borne))

    def _shown(self, quoted: str, places: Sequence[Report]) -> Iterator[str]:
        """What is wrong with the words in which one of some reports is said to tell it."""
        wanted = words(quoted)
        fitting = [r for r in places if self._clause_is(wanted, r.document, r.span)]
        if not fitting:
            yield f"“{quoted}” is not how it is told there"
            return
        left_out = [self._condition_left_out(quoted, r) for r in fitting]
        if all(left_out):
            yield f"it leaves out the condition “{left_out[0]}”"

    def _condition_left_out(self, quoted: str, report: Report) -> str | None:
        here = [e for e in self.readings[report.document].events if e.span == report.span]
        found = self.conditions.left_out(quoted, report.document, here)
        return found.text if found else None

    def denies(
        self, statement: Statement, sources: Sequence[Source], claims: Sequence[Claim], borne: Sequence[Borne]
    ) -> Iterator[str]:
        """Whether the outlets named lay a denial of the claim, or another status, to that party."""
        party = self.names.called(statement.words)
        status = statement.status or Status.DENIED
        own = {self.key(d) for d in self.documents if self.outlet(d) & set(statement.outlets)}
        for claim in claims:
            denials = [r for r in claim.reports if self._tells_it(r, status, borne)]
            there = [r for r in denials if r.voice is not None and r.voice == party]
            cited = {
                self.key(r.document) for r in there for s in sources if s.document.id == r.document and s.holds(r.span)
            }
            keys = {self.key(r.document) for r in there}
            only = status is Status.DENIED or len(denials) == len(there)
            if own and own <= cited and len(own) + statement.more == len(keys) and only:
                return
        told = "deny it" if status is Status.DENIED else f"tell it as {status}"
        yield f"no cited report lets {statement.words} {told}"

    def _clause_is(self, wanted: list[str], document: str, span: Span) -> bool:
        """Whether words are those of a clause, with at most what stands before it in its sentence, in one stretch."""
        clause = words(self.documents[document].words_at(span))
        sentence = next((s for s in self.readings[document].sentences if s.covers(span)), span)
        whole = words(self.documents[document].words_at(sentence))
        return bool(clause) and wanted[-len(clause) :] == clause and contains(whole, wanted)

    def rests(self, statement: Statement, claims: Sequence[Claim], borne: Sequence[Borne]) -> Iterator[str]:
        """Whether so many reports rest on what that party said; without a name, on what the sentence lays to it."""
        for claim in claims:
            party = next((p for p in self.parties if claim.root and p.id == claim.root.party), None)
            if party is None:
                continue
            if statement.words:
                same = self.names.party(statement.words) == party.id or words(statement.words) == words(party.name)
            else:
                here = {(b.source.document.id, e.span) for b in borne for e in b.events}
                same = {r.voice for r in claim.reports if (r.document, r.span) in here} == {party.id}
            asserting = [r for r in claim.reports if r.status is not Status.DENIED] or list(claim.reports)
            first = [e.status for _, e in self._first(borne)]
            if first and not all(any(told_alike(r.status, status) for status in first) for r in asserting):
                continue  # who tells it as done does not rest on what tells it as a plan
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
            yield f"no cited place of {', '.join(self.in_order(own - there)) or 'that outlet'} gives {statement.words}"
        elif len(own) + statement.more != len(there):
            yield f"{len(there)} outlets give {statement.words}"
        elif statement.earlier and not self._before(own, borne):
            yield f"{statement.words} was not given earlier"

    def _before(self, outlets: set[str], borne: Sequence[Borne]) -> bool:
        """Whether outlets published before the reports that the sentence told first."""
        told = [b.source.document.published_at for b in borne]
        theirs = [d.published_at for d in self.documents.values() if self.outlet(d.id) & outlets]
        return bool(told and theirs) and all(a and b and a < b for a in theirs for b in told)
