"""What a digest sentence says of who tells something, held against the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal

from rashomon.account.standing import supposed
from rashomon.account.verify_attitudes import ATTITUDES, GOVERNED
from rashomon.account.verify_conditions import Condition, Conditions
from rashomon.account.verify_details import Details
from rashomon.account.verify_frames import Statement, bare, name_of
from rashomon.account.verify_spoken import SPOKEN
from rashomon.account.verify_words import NEGATIONS, Names, Source, contains, tokens_of
from rashomon.core import Claim, Document, Event, Figure, Party, Reading, Referent, Report, Span, Status
from rashomon.core.nouns import like_nouns
from rashomon.core.predicates import predicate_class
from rashomon.core.words import stem, words

ANY = frozenset("any anyone anybody anything every everyone everybody each no nobody whoever whichever".split())
BY_VERB = frozenset("deny denies denied refuse refuses refused decline declines declined reject rejected".split())
OPEN = frozenset({Status.PLANNED, Status.PROPOSED, Status.THREATENED, Status.POSSIBLE})
"""Statuses of what may yet come, and may hang on a condition."""
ON_A_CONDITION: Final = "on a condition"
"""How a report tells what another tells without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Borne:
    """A statement with the cited sentence that bears it, and the happenings of that sentence which it tells."""

    text: str
    source: Source
    events: tuple[Event, ...]
    figures: tuple[Figure, ...] = ()
    times: tuple[str, ...] = ()
    """The values of the times that it tells."""
    quoted: tuple[str, ...] = ()
    """Words that it gives between quotation marks."""
    speaker: str | None = None
    """The party whose words it gives and nothing else."""


def acts(borne: Borne) -> list[Event]:
    """What a proposition tells, but for who asks or says it."""
    return [e for e in borne.events if e.predicate.lemma not in ATTITUDES and e.predicate.form == "verb"]


def told_first(borne: Borne) -> Event | None:
    """What a sentence tells first: an "it" after it means that, and never what only describes somebody in it.

    In "five of the men trapped in the mine were freed" they were freed.
    """
    found = acts(borne)
    main = (e for e in found if not any(_described_in(e, other) for other in found if other is not e))
    return min(main, key=lambda e: e.predicate.span, default=None)


def says_no(borne: Borne) -> bool:
    """Whether a sentence tells first that something is not so, and not by a verb as in "denied that it sank".

    Whoever "tells it as done" behind "the ship did not sink" may tell either.
    """
    first = told_first(borne)
    if first is None or first.status not in {Status.DENIED, Status.REFUSED}:
        return False
    said = {t.word for t in tokens_of(borne.text)}
    return bool(said & (NEGATIONS - {"denied"})) and not said & BY_VERB


def _described_in(event: Event, other: Event) -> bool:
    """Whether one happening stands before another within its clause, or within who or what has a role in it."""
    roles = [r.span for r in (other.actor, other.target) if r is not None]
    before = event.predicate.span < other.predicate.span and other.span.covers(event.span) and event.span != other.span
    return before or any(r.covers(event.predicate.span) for r in roles)


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
    _words: dict[str, list[str]] = field(default_factory=dict)

    @cached_property
    def conditions(self) -> Conditions:
        """On which conditions the reports tell what they tell."""
        return Conditions(documents=self.documents, readings=self.readings)

    def conditions_of(self, report: Report, deed: str) -> tuple[Condition, ...]:
        """The conditions on which a report of a claim tells a deed of that class."""
        here = (e for e in self.readings[report.document].events if e.span == report.span and deed_of(e) == deed)
        return tuple(c for e in here for c in self.conditions.of(report.document, e))

    def side_of(self, document: str, event: Event, report: Report) -> Status | Literal["on a condition"] | None:
        """How a report tells what a document tells: its status, or that it tells it only on a condition.

        None where it tells of something else, and where both tell it on one condition: that is told alike, whether
        the one calls it a plan and the other a threat.
        """
        if not self.comparable(event, report):
            return None
        mine, theirs = self.conditions.of(document, event), self.conditions_of(report, deed_of(event))
        if report.status in OPEN and theirs:
            if not mine and event.status in OPEN:
                return ON_A_CONDITION
            if report.status is not event.status and event.status in OPEN and self.conditions.alike(mine, theirs):
                return None
        return report.status

    def alone(self, claims: Iterable[Claim], event: Event, status: Status, outlet: str) -> bool:
        """Whether no other outlet's report tells a happening with that status, in these claims or anywhere."""
        told = {self.key(r.document) for c in claims for r in c.reports if r.status is status}
        told |= {self.key(d) for d, e in self._by_deed.get(deed_of(event), ()) if self._also(event, e, status)}
        return told <= {outlet}

    def _also(self, event: Event, other: Event, status: Status) -> bool:
        """Whether what is read anywhere is the same deed of the same party, as far as is known to whom."""
        if other.status is not status or event.actor is None or other.actor is None:
            return False
        doer = self.names.party(event.actor.name)
        same = doer is not None and doer == self.names.party(other.actor.name)
        return same and (event.target is None or other.target is None or self.of_one(event.target, other.target))

    @cached_property
    def _by_deed(self) -> dict[str, list[tuple[str, Event]]]:
        found: dict[str, list[tuple[str, Event]]] = {}
        for document, reading in self.readings.items():
            for event in reading.events:
                found.setdefault(deed_of(event), []).append((document, event))
        return found

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
        return [c for c in here if class_of(c.action) == deed_of(event)]

    def outlet(self, document: str) -> set[str]:
        """The names under which a sentence may speak of a document's outlet."""
        held = self.documents[document]
        return {bare(name_of(held)), *((bare(held.outlet),) if held.outlet else ())}

    def key(self, document: str) -> str:
        """The name under which a document's outlet is counted."""
        return bare(name_of(self.documents[document]))

    def in_order(self, keys: set[str]) -> list[str]:
        """Outlets in the story's order, whatever they are called."""
        return [key for key in dict.fromkeys(map(self.key, self.documents)) if key in keys]

    def of(self, borne: Borne) -> set[str] | None:
        """The documents that tell all happenings of a statement with its status; None where the ledger has not all."""
        if borne.speaker is not None:
            return self._quoting(borne)
        found: set[str] | None = None
        places: dict[str, list[Span]] = {}
        governing = any(e.predicate.lemma not in ATTITUDES for e in borne.events)
        for event in borne.events:
            if governing and event.predicate.lemma in ATTITUDES:
                continue
            here = self.claims_at(borne.source.document.id, event)
            telling = [[r for r in c.reports if self._tells_all(event, r, borne, c)] for c in here]
            for r in (r for reports in telling for r in reports):
                places.setdefault(r.document, []).append(r.span)
            lists = [{r.document for r in reports} for reports in telling]
            if not lists:
                if event.predicate.form != "verb" or event.predicate.lemma in {"be", "have"} or supposed(event):
                    continue  # what hangs on a supposition is held against it
                return None
            found = set.intersection(*lists, *([found] if found is not None else []))
        for said in borne.quoted if found else ():
            wording = words(said)
            found = {d for d in found or () if contains(self._words_of(d), wording)}
        if found is None:
            return None
        wanted = Details(borne.text, borne.source, borne.figures, self.names)
        own = borne.source.document.id
        return {d for d in found if d == own or wanted.stand_in(self.documents[d], self.readings[d], places.get(d, ()))}

    def _words_of(self, document: str) -> list[str]:
        """The words of a document, which are asked for again for each thing that is quoted."""
        if document not in self._words:
            self._words[document] = words(self.documents[document].text)
        return self._words[document]

    def _quoting(self, borne: Borne) -> set[str]:
        """The documents that quote the same words of the same speaker."""
        wanted = [words(said) for said in borne.quoted]
        return {
            d
            for d, reading in self.readings.items()
            if all(
                any(
                    q.form in SPOKEN
                    and q.speaker is not None
                    and self._speaks(q.speaker.name, borne.speaker)
                    and contains(words(self.documents[d].words_at(q.span)), said)
                    for q in reading.quotations
                )
                for said in wanted
            )
        }

    def _speaks(self, name: str, party: str | None) -> bool:
        return self.names.party(name) == party or self.names.surname_of(name, party)

    def comparable(self, event: Event, report: Report) -> bool:
        """Whether a report of a claim tells it of the same parties and things, as far as its reading names them."""
        if report.status is Status.DENIED and not _denies(report, event):
            return False
        here = [e for e in self.readings[report.document].events if e.span == report.span]
        doer = report.status in {Status.DENIED, Status.ALLEGED}
        return any(self._alike(event, e) and not (doer and self._of_a_doer(event, e)) for e in here)

    @staticmethod
    def _of_a_doer(event: Event, other: Event) -> bool:
        """Whether a denial or suspicion is of who did it, where the happening is told without that."""
        return event.actor is None and other.actor is not None

    def _alike(self, left: Event, right: Event) -> bool:
        if deed_of(left) != deed_of(right):
            return False
        pairs = ((left.actor, right.actor), (left.target, right.target))
        # who leaves out by whom does not tell by whom
        return all(a is None or (b is not None and self.of_one(a, b)) for a, b in pairs)

    def of_one(self, left: Referent, right: Referent) -> bool:
        """Whether two phrases may stand for the same party or thing; "any minister" is nobody's name."""
        if of_any(left.name) != of_any(right.name):
            return False
        parties = self.names.party(left.name), self.names.party(right.name)
        kinds = {self.names.kind.get(p or "") for p in parties}
        # a country may stand for its president, but no president for another
        if all(parties) and parties[0] != parties[1] and len(kinds) == 1:
            return False
        return any(parties) or like_nouns(left.head, right.head) or stem(left.head) == stem(right.head)

    def _same_voice(self, event: Event, report: Report, borne: Borne, claim: Claim) -> bool:
        """Whether a report lays a happening to the one to whom the statement lays it, if it lays it to anybody.

        Who proposes or refuses something himself may be told by the report itself to do so.
        """
        if event.voice is None:
            return True
        own = {r.voice for r in claim.reports if (r.document, r.span) == (borne.source.document.id, event.span)}
        if report.voice is not None and report.voice in own:
            return True
        there = [e for e in self.readings[report.document].events if e.span == report.span]
        told = [e.voice for e in there if e.voice is not None]
        if report.voice is None and event.status in GOVERNED:
            told += [e.actor for e in there if e.actor is not None and e.status in GOVERNED]
        return any(self._one_name(event.voice.name, other.name) for other in told)

    def _one_name(self, left: str, right: str) -> bool:
        parties = self.names.party(left), self.names.party(right)
        return parties[0] == parties[1] if all(parties) else words(left)[-1:] == words(right)[-1:]

    def _tells_all(self, event: Event, report: Report, borne: Borne, claim: Claim) -> bool:
        """Whether a report tells a happening with the same status and parties, and with every figure and time told."""
        if report.status is not event.status or not self.comparable(event, report):
            return False
        if not self._same_voice(event, report, borne, claim):
            return False
        mine = self.conditions.of(borne.source.document.id, event)
        if not self.conditions.alike(mine, self.conditions_of(report, deed_of(event))):
            return False
        reading = self.readings[report.document]
        here = [s for s in reading.sentences if s.touches(report.span)] or [report.span]
        figures = [f for f in reading.figures if any(s.covers(f.span) for s in here)]
        if not all(any(same_figure(f, g) for g in figures) for f in borne.figures):
            return False
        told = [m.value for m in reading.times if m.value is not None]
        return all(any(v.startswith(t) or t.startswith(v) for v in told) for t in borne.times)

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


def told_alike(left: Status, right: Status) -> bool:
    """Whether two statuses tell the same of whether it happened: "would sell" is read as a plan or as possible."""
    return left is right or (left in OPEN and right in OPEN)


def of_any(name: str) -> str | None:
    """The word by which a phrase speaks of whoever it may be, and of nobody by name."""
    first = words(name)[:1]
    return first[0] if first and first[0] in ANY else None


def of_a_plan(why: Sequence[str]) -> bool:
    """Whether the steps to a status lead over a plan: "denied that she would close it" denies no closure.

    Neither does "denied planning to close it", of which the reader's last step is that the deed is refused.
    """
    ends = (f": {Status.PLANNED}", f": {Status.REFUSED}")
    return any(step.endswith(ends) for step in why)


def _denies(report: Report, event: Event) -> bool:
    """Whether a denial is of what is told, the plan or the deed: who denies one may say nothing of the other."""
    if event.status in {Status.PLANNED, Status.DENIED}:
        return of_a_plan(report.why) == of_a_plan(event.why)
    return event.status not in {Status.DONE, Status.UNDERWAY} or not of_a_plan(report.why)


def deed_of(event: Event) -> str:
    """The class of what an event tells of."""
    return class_of(event.predicate.lemma, event.predicate.form)


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
