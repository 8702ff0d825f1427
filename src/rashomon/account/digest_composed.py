"""A digest composed over claims: what is told, by how many, who tells it otherwise, and on whom all rest.

Every sentence is put together from declared frames (`verify_frames`) and a proposition: a clause or sentence of a
report, or a proposal said by its roles. Which reports tell it is counted by the same rule by which it is verified.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from rashomon.account.claims import clause_text, in_lead, representative
from rashomon.account.digest import SIDES, Material, in_order, places
from rashomon.account.digest_extracted import (
    contrasted,
    is_headline,
    sentence_text,
)
from rashomon.account.digest_propositions import Propositions, capital
from rashomon.account.verify_events import ATTITUDES, GOVERNED
from rashomon.account.verify_frames import AS, name_of, number
from rashomon.account.verify_tellers import Borne
from rashomon.account.verify_words import PROPER, figure_words, sources_of
from rashomon.core import Citation, Claim, DigestSentence, Event, FigureLine, Span, Standing, Status
from rashomon.core.alignment import Telling
from rashomon.core.quantities import compatible

MOST_TRIED = 6
"""How many tellings of one claim are tried for a proposition."""
MOST_FIGURES = 2


def composed(material: Material) -> Iterator[Sequence[DigestSentence]]:
    """For each claim worth telling its sentence with who tells it, then the figures on which reports differ."""
    composer = _Composer(material)
    aside = []
    for claim in in_order(material):
        main, sentences = composer.sentences(claim)
        if main or not sentences:
            yield sentences
        else:
            aside.append(sentences)  # what a sentence tells only by the way waits for what others tell first
    yield from aside
    shown = 0
    for line in material.figures:
        if line.standing is Standing.DISPUTED and shown < MOST_FIGURES and line.claim not in composer.conflicting:
            made = figures_told(line, material)
            if made is not None:
                shown += 1
                yield [made]


class _Composer:
    """Composes the sentences of one story."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.names = {p.id: p.name for p in material.parties}
        self.propositions = Propositions(material.documents, material.parties, material.quotations())
        self.conflicting: dict[str, tuple[Citation, ...]] = {}
        """Of claims whose sentence tells other figures, where those stand."""

    def sentences(self, claim: Claim) -> tuple[bool, list[DigestSentence]]:
        """The sentences that tell a claim, the best first, and whether that one tells it before anything else.

        Best is what tells the claim first, then that whose proposition more reports bear.
        """
        best = representative(self.material.tellings[claim.id], self.material.documents)
        if self._only_lays(claim) or (best.event.predicate.form == "noun" and claim.standing not in SIDES):
            return False, []
        told = [t for t in self.material.tellings[claim.id] if t.event.status is not Status.DENIED]
        made: list[DigestSentence] = []
        found: list[tuple[bool, int, int, DigestSentence]] = []
        for t in sorted(told, key=lambda t: self._rank(t, told))[:MOST_TRIED]:
            for order, proposition in enumerate(self.propositions.of(t)):
                text = self.propositions.in_full(proposition)
                told_by = self._told_by(claim, t, text)
                if told_by is not None:
                    first, tellers, sentence = told_by
                    found.append((not first, -tellers, order, sentence))
                    break
        found.sort(key=lambda f: f[:3])
        made = [s for *_, s in found]
        main = claim.standing in SIDES or (bool(found) and not found[0][0])
        if claim.standing in SIDES:
            whole = [t for t in self.material.tellings[claim.id] if self._readable(t)]
            sides = contrasted(claim, whole, self.material.documents)
            made += [sides] if sides is not None else []
        return main, made

    def _readable(self, t: Telling) -> bool:
        return self.propositions.stands(t, clause_text(t, self.material.documents[t.document]))

    def _only_lays(self, claim: Claim) -> bool:
        """Whether a claim says only that somebody asks, denies or alleges what another claim tells."""
        told = self.material.tellings[claim.id]
        if not all(t.event.predicate.lemma in ATTITUDES for t in told):
            return False
        return any(self._governed.get((t.document, t.event.sentence), set()) - {claim.id} for t in told)

    @cached_property
    def _governed(self) -> dict[tuple[str, Span], set[str]]:
        """Sentences that tell what is asked, denied or alleged, with the claims worth telling that it is."""
        found: dict[tuple[str, Span], set[str]] = {}
        for c in self.material.claims:
            if self.material.worth_telling(c):
                for t in self.material.tellings[c.id]:
                    if t.event.status in GOVERNED:
                        found.setdefault((t.document, t.event.sentence), set()).add(c.id)
        return found

    def _rank(self, t: Telling, told: Sequence[Telling]) -> tuple[int, bool, bool, int, str, Span]:
        documents = self.material.documents
        same = {o.document for o in told if o.event.status is t.event.status}
        lead = in_lead(t.event.sentence, documents[t.document])
        text = sentence_text(t, documents)
        return (-len(same), is_headline(t, documents), not lead, len(text), t.document, t.event.span)

    def _told_by(self, claim: Claim, t: Telling, text: str) -> tuple[bool, int, DigestSentence] | None:
        """The sentence for a proposition that the telling's own sentence bears.

        Before it: whether it tells first what the telling tells, and how many outlets tell all of it.
        """
        verifier = self.material.verifier
        cited = self._cited(t)
        for source in sources_of(cited, verifier.documents, verifier.readings, verifier.names):
            borne = verifier.borne_by(text, source)
            if isinstance(borne, Borne) and any(e.id == t.event.id for e in borne.events):
                if claim.standing in SIDES and not (first_told(borne, t) and len(acts(borne)) <= MOST_EVENTS):
                    return None
                break
        else:
            return None
        tellers = (verifier.tellers.of(borne) or set()) | {t.document}
        # a point within the last marks would stand before a comma
        parts = [re.sub(r"\.(?=[”\"]$)", "", text) + self._according(t.document, tellers)]
        if claim.standing in SIDES:
            parts += self._otherwise(claim, t, tellers)
            parts += self._figures(claim, borne)
        rests = list(self._rests(claim, t))
        parts += rests
        others = places(o for o in self.material.tellings[claim.id]) - set(cited)
        if claim.standing in SIDES:
            denials = (o for o in self.material.tellings[claim.id] if o.event.status is Status.DENIED)
            others |= {Citation(document=o.document, span=o.event.voice.span) for o in denials if o.event.voice}
        for event in borne.events:
            others |= {
                Citation(document=r.document, span=r.span)
                for c in verifier.tellers.claims_at(t.document, event)
                for r in c.reports
                if r.document in tellers and r.status is event.status
            }
            others |= set(self.conflicting.get(claim.id, ()))
        if rests:
            others |= self._named(claim, {*cited, *others})
        line = capital("; ".join(parts))
        told = tuple(
            dict.fromkeys([claim.id, *(c.id for e in borne.events for c in verifier.tellers.claims_at(t.document, e))])
        )
        made = DigestSentence(text=f"{line}.", citations=(*cited, *sorted(others - set(cited))), claims=told)
        return first_told(borne, t), len({self._key(d) for d in tellers}), made

    def _cited(self, t: Telling) -> tuple[Citation, ...]:
        """The sentence of a telling, and where its speaker is named if that is elsewhere."""
        found = [Citation(document=t.document, span=t.event.sentence)]
        voice = t.event.voice
        if voice is not None and not t.event.sentence.covers(voice.span):
            found.append(Citation(document=t.document, span=voice.span))
        return tuple(found)

    def _named(self, claim: Claim, cited: Collection[Citation]) -> set[Citation]:
        """A place that names the voice on which all rest, where none of those cited does."""
        voices = [
            Citation(document=o.document, span=o.event.voice.span)
            for o in self.material.tellings[claim.id]
            if o.event.voice is not None and claim.root is not None and o.voice == claim.root.party
        ]
        there = any(v.document == c.document and v.span.touches(c.span) for v in voices for c in cited)
        return set() if there else set(voices[:1])

    def _key(self, document: str) -> str:
        return name_of(self.material.documents[document])

    def _according(self, first: str, tellers: set[str]) -> str:
        """Who tells it: the report whose words these are first."""
        names = [self._key(first), *ordered(self.material, tellers, but=first)]
        if len(names) == len(tellers) == len(self.material.documents) > 2:
            return f", according to all {number(len(tellers))} reports"
        return f", according to {listed(names)}" if len(self.material.documents) > 1 else ""

    def _otherwise(self, claim: Claim, t: Telling, tellers: set[str]) -> Iterator[str]:
        """Who tells it with another status, and who denies it."""
        comparable = self.material.verifier.tellers.comparable
        first = {self._key(d) for d in tellers}
        by_status: dict[Status, set[str]] = {}
        denied: dict[str, set[str]] = {}
        for r in claim.reports:
            if r.status is t.event.status or not comparable(t.event, r):
                continue
            if r.status is not Status.DENIED and self._key(r.document) not in first:
                by_status.setdefault(r.status, set()).add(r.document)
            elif r.status is Status.DENIED and r.voice in self.names and PROPER.search(self.names[r.voice]):
                denied.setdefault(r.voice, set()).add(r.document)
        for status, documents in sorted(by_status.items(), key=lambda s: (-len(s[1]), s[0]))[:MOST_OTHERWISE]:
            names = ordered(self.material, documents)
            alone = " alone" if len(names) == 1 else ""
            yield f"{listed(names)}{alone} {'tells' if len(names) == 1 else 'tell'} it as {AS[status]}"
        for voice, documents in sorted(denied.items(), key=lambda v: (-len(v[1]), v[0]))[:MOST_OTHERWISE]:
            names = ordered(self.material, documents)
            yield f"{self.propositions.named(voice)} denies it, according to {listed(names)}"

    def _figures(self, claim: Claim, borne: Borne) -> Iterator[str]:
        """Who gives another figure that cannot stand beside the one told."""
        own = [f for f in borne.figures if f.value is not None]
        for line in self.material.figures:
            if line.claim != claim.id or line.standing is not Standing.DISPUTED:
                continue
            for value in line.values:
                if len(own) != 1 or own[0].head != value.figure.head or compatible(own[0], value.figure):
                    continue
                self.conflicting[claim.id] = value.reports
                names = ordered(self.material, {c.document for c in value.reports})
                first = value.reports[0]
                figure = next(f for f in self.material.readings[first.document].figures if f.span == first.span)
                wording = figure_words(figure, self.material.documents[first.document])
                yield f"{listed(names)} {'gives' if len(names) == 1 else 'give'} {wording}"

    def _rests(self, claim: Claim, t: Telling) -> Iterator[str]:
        """On whom all reports rest, where there are several."""
        asserting = {r.document for r in claim.reports if r.status is not Status.DENIED}
        name = self.names.get((claim.root.party if claim.root else None) or "")
        if name is not None and len(asserting) > 2:
            on = "that one statement" if claim.root and t.voice == claim.root.party else f"what {name} said"
            whole = "reports" if len(asserting) == len(self.material.documents) else "reports of it"
            yield f"all {number(len(asserting))} {whole} rest on {on}"


MOST_EVENTS = 2
"""How many happenings a sentence may tell before an "it" that means the first."""
MOST_OTHERWISE = 1
"""How many other statuses and how many denials one sentence tells."""


def listed(names: Sequence[str]) -> str:
    """Outlets as a sentence names them: one or two by name, of more the first and how many others."""
    if len(names) <= 2:
        return " and ".join(names)
    return f"{names[0]} and {number(len(names) - 1)} others"


def ordered(material: Material, documents: Collection[str], but: str | None = None) -> list[str]:
    """The outlets of some documents in the story's order, whatever they are called; without that of one document."""
    names = dict.fromkeys(name_of(d) for i, d in material.documents.items() if i in documents)
    if but is not None:
        names.pop(name_of(material.documents[but]), None)
    return list(names)


def acts(borne: Borne) -> list[Event]:
    """What a proposition tells, but for who asks or says it."""
    return [e for e in borne.events if e.predicate.lemma not in ATTITUDES and e.predicate.form == "verb"]


def first_told(borne: Borne, t: Telling) -> bool:
    """Whether what a sentence tells first is this telling: an "it" after it means that."""
    first = min(acts(borne), key=lambda e: e.predicate.span, default=None)
    return first is not None and first.id == t.event.id


def figures_told(line: FigureLine, material: Material) -> DigestSentence | None:
    """The values that reports give for one count, with who gives each."""
    told: dict[tuple[object, ...], dict[str, list[Citation]]] = {}
    for value in line.values:
        f = value.figure
        for c in value.reports:
            g = next((g for g in material.readings[c.document].figures if g.span == c.span), f)
            wording = figure_words(g, material.documents[c.document])
            told.setdefault((f.value, f.low, f.high, f.bound, f.unit), {}).setdefault(wording, []).append(c)
    parts: list[str] = []
    citations: list[Citation] = []
    for wordings in told.values():
        wording = max(wordings, key=lambda w: (len(wordings[w]), w))
        first = wordings[wording][0].document
        names = [
            name_of(material.documents[first]),
            *ordered(material, {c.document for w in wordings.values() for c in w}, but=first),
        ]
        parts.append(f"{listed(names)} {'gives' if len(names) == 1 else 'give'} {wording}")
        citations += [c for w in wordings.values() for c in w]
    if len(parts) < 2:
        return None
    text = f"The reports differ on the number of {line.counts}: {'; '.join(parts)}."
    return DigestSentence(
        text=text, citations=tuple(sorted(set(citations))), claims=(line.claim,) if line.claim else ()
    )
