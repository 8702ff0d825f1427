"""Composes the sentences that tell one claim: a proposition, who tells it, who tells it otherwise, on what all rest."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, islice

from rashomon.account.claims import in_lead
from rashomon.account.digest import SIDES, Material, faults, one_sided, places
from rashomon.account.digest_counts import Counts
from rashomon.account.digest_extracted import contrasted, is_headline, sentence_text
from rashomon.account.digest_order import GOVERNED, spoken_of
from rashomon.account.digest_propositions import Propositions, capital
from rashomon.account.digest_tellers import Attributions
from rashomon.account.digest_told import what_is_told
from rashomon.account.standing import HAPPENED, PLAIN_NEGATIONS
from rashomon.account.titles import representative
from rashomon.account.verify_attitudes import ATTITUDES
from rashomon.account.verify_tellers import Borne, acts, says_no, told_first
from rashomon.account.verify_words import Source, sources_of
from rashomon.core import Citation, Claim, DigestSentence, Event, Span, Standing, Status
from rashomon.core.alignment import Telling

MOST_TRIED = 6
"""How many tellings of one claim are tried for a proposition."""
LINKED = re.compile(r"\bin (?:response|retaliation|reply|return|protest|answer|revenge) (?:to|for|against|at|over)\b")
"""Words that tell what something answers."""
MOST_EVENTS = 2
"""How many happenings a sentence may tell before an "it" that means the first."""
BY_THE_WAY = 0.5
"""How much a sentence counts as that of the main happening where it tells something else first."""
TOP = 5
"""Among how many of the weightiest claims the main happening is looked for."""


class Composer:
    """Composes the sentences of one story."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.propositions = Propositions(material.documents, material.parties, material.quotations(), material.readings)
        self.attributions = Attributions(material, self.propositions)
        self._first: set[str] = set()
        """The sentences that tell their claim before anything else."""
        self._made: dict[str, list[DigestSentence]] = {}
        self._waiting: dict[str, list[DigestSentence]] = {}
        self.counts = Counts(material)

    def main(self, claims: Sequence[Claim]) -> list[Claim]:
        """Claims with the main happening first: of the weightiest that can be told, that whose sentence says most.

        Most is said by the words that headlines and first paragraphs share; the weight of the claim counts as much.
        """
        top = list(islice((c for c in claims if self.holding(c)), TOP))

        def most(claim: Claim) -> float:
            sentence = self.sentences(claim)[0]
            said = spoken_of(self.material, what_is_told(sentence.text))
            return said * self.material.weights[claim.id] * (1.0 if sentence.text in self._first else BY_THE_WAY)

        return sorted(top, key=lambda c: -most(c))

    def holding(self, claim: Claim) -> bool:
        """Whether some sentence for a claim is verified, whatever was told before it."""
        return any(not faults(s, self.material) and not one_sided(s, self.material, ()) for s in self.sentences(claim))

    def waiting(self, claim: Claim) -> list[DigestSentence]:
        """Sentences that tell a plan whose denial by its planner they cannot put into words, once they were composed.

        They may stand only where an earlier sentence tells that denial.
        """
        return self._waiting.get(claim.id, [])

    def told_with(self, claim: Claim) -> set[str]:
        """The claims that the first sentence for a claim tells, and what may have to stand beside them."""
        made = self.sentences(claim)
        return {c for s in made if s.text.startswith(made[0].text.removesuffix(".")) for c in s.claims}

    def answering(self, claim: Claim) -> bool:
        """Whether the sentence for a claim is one that tells what it answers."""
        linked = {c for a in self.material.answers if a.claim == claim.id and a.kind == "responds" for c in a.citations}
        first = self.sentences(claim)[0].citations[0] if linked and self.sentences(claim) else None
        return first is not None and any(c.document == first.document and c.span.touches(first.span) for c in linked)

    def attributed(self, sentence: DigestSentence) -> DigestSentence:
        """A report's own sentence with the name of that report."""
        first = sentence.citations[0].document
        text = self.attributions.told_by(sentence.text.removesuffix("."), first, {first})
        return sentence if sentence.text.startswith("The reports differ") else replace(sentence, text=f"{text}.")

    def sentences(self, claim: Claim) -> list[DigestSentence]:
        """The sentences that tell a claim, the best first; none where it is told only by the way.

        Best is what tells the claim first, then that whose proposition more reports bear. A claim in dispute is told
        with its sides or not at all.
        """
        if claim.id not in self._made:
            self._made[claim.id] = self._sentences(claim)
        return self._made[claim.id]

    def _sentences(self, claim: Claim) -> list[DigestSentence]:
        self._waiting[claim.id] = []
        told = self.material.tellings[claim.id]
        disputed = claim.standing in SIDES
        best = representative(told, self.material.documents)
        if self._only_lays(claim) or (best.event.predicate.form == "noun" and not disputed):
            return []
        found: list[tuple[bool, int, int, DigestSentence]] = []
        for t, tried in self._tried(sorted(told, key=lambda t: self._rank(t, told))[:MOST_TRIED]):
            for order, proposition in tried:
                made_of = self._told_by(claim, t, self.propositions.in_full(proposition))
                found += [(t.event.status is Status.DENIED or not f, -n, order, s) for f, n, s in made_of]
                if made_of:
                    break
        found.sort(key=lambda f: f[:3])
        made = [s for *_, s in found]
        if disputed:
            sides = contrasted(claim, [t for t in told if self.propositions.shows(t)], self.material.documents)
            made += [sides] if sides is not None else []
        return made

    def _tried(self, told: Sequence[Telling]) -> list[tuple[Telling, Iterator[tuple[int, str]]]]:
        """The propositions of each telling, in the order in which they are tried; the first ones are read together."""
        verifier = self.material.verifier
        found: list[tuple[Telling, Iterator[tuple[int, str]]]] = []
        first: list[tuple[str, Source]] = []
        for t in told:
            offered = ((n, p) for n, p in enumerate(self.propositions.of(t)) if not self.material.in_conflict(p))
            ahead = list(islice(offered, 1))
            found.append((t, chain(ahead, offered)))
            for _, proposition in ahead:
                sources = sources_of(self._cited(t), verifier.documents, verifier.readings, verifier.names)
                first += ((self.propositions.in_full(proposition), source) for source in sources)
        verifier.foresee(first)
        return found

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
                    if t.event.status in GOVERNED | {Status.DENIED, Status.ALLEGED}:
                        found.setdefault((t.document, t.event.sentence), set()).add(c.id)
        return found

    def _rank(self, t: Telling, told: Sequence[Telling]) -> tuple[bool, int, bool, bool, int, str, Span]:
        documents = self.material.documents
        same = {o.document for o in told if o.event.status is t.event.status}
        lead = in_lead(t.event.sentence, documents[t.document])
        text = sentence_text(t, documents)
        denied = t.event.status is Status.DENIED
        headline = is_headline(t, documents)
        return (denied, -len(same), headline, not lead, len(text), t.document, t.event.span)

    def _told_by(self, claim: Claim, t: Telling, text: str) -> list[tuple[bool, int, DigestSentence]]:
        """The sentences for a proposition that the telling's own sentence bears, if they may stand for the claim.

        Before each: whether it tells the claim first, and how many outlets and sides it has. There is more than one
        for a plan that its planner denies: the first stands only where that denial has been told.
        """
        verifier = self.material.verifier
        cited = self._cited(t)
        borne = self._bearing(text, t, cited)
        if borne is None or self.counts.misleading(borne, t):
            return []
        main = told_first(borne)
        first = main is not None and main.id == t.event.id
        tellers = (verifier.tellers.of(borne) or set()) | {t.document}
        sides: list[str] = []
        of_it = first and len(acts(borne)) <= MOST_EVENTS
        if claim.standing in SIDES:
            if of_it:
                if says_no(borne) and self.attributions.told_so(claim, t, tellers):
                    return []  # "it" could be read as what is so and as what is not
                sides += () if says_no(borne) else self.attributions.otherwise(claim, t, tellers)
                sides += self.attributions.figures(claim, borne)
            if not sides and (t.event.status is not Status.DENIED or self._told_as_so(claim, t)):
                return []  # it would be told as if nobody told it otherwise
        else:
            if main is not None and self._denied_first(main, t):
                return []  # the sentence of that claim tells it with the denial
            sides += self.attributions.figures(claim, borne)
            sides += self.attributions.on_a_condition(claim, t, tellers) if of_it and not says_no(borne) else ()
        parts = [self.attributions.told_by(text, t.document, tellers), *sides]
        needed, denial = self._denial(borne, parts)
        # those who tell it otherwise do not rest on what is told here
        rests = [] if needed or sides else list(self.attributions.rests(claim, t))
        others = self._others(claim, t, None if sides or rests else tellers, tellers, borne)
        others |= self._named(claim, {*cited, *others}) if rests else set()
        claims = (c.id for e in borne.events for c in verifier.tellers.claims_at(t.document, e))
        made = DigestSentence(
            text=f"{capital('; '.join([*parts, *rests]))}.",
            citations=(*cited, *sorted(others - set(cited))),
            claims=tuple(dict.fromkeys([claim.id, *claims])),
        )
        if needed and denial is None:
            self._waiting[claim.id].append(made)
            return []
        self._first |= {made.text} if first else set()
        linked = LINKED.search(text) is not None and self._answers(claim, t)
        weight = len(sides) + 2 * linked + len({self.attributions.key(d) for d in tellers})
        return [(first, weight, each) for each in (made, *([_beside(made, denial)] if denial else []))]

    def _denied_first(self, main: Event, t: Telling) -> bool:
        """Whether what a sentence tells first is another claim, of which somebody denies what is told."""
        here = self.material.verifier.tellers.claims_at(t.document, main)
        denied = (c for c in here if c.standing is Standing.DENIED and main.status in HAPPENED)
        return main.id != t.event.id and any(True for _ in denied)

    def _told_as_so(self, claim: Claim, t: Telling) -> bool:
        """Whether other outlets tell as a fact what a telling plainly negates: "did not deny it"."""
        if not t.event.why or not t.event.why[-1].startswith(PLAIN_NEGATIONS):
            return False
        outlet, told = self.attributions.key(t.document), self.material.tellings[claim.id]
        return any(o.event.status in HAPPENED and self.attributions.key(o.document) != outlet for o in told)

    def _denial(self, borne: Borne, parts: Sequence[str]) -> tuple[bool, DigestSentence | None]:
        """Whether a denial has to stand beside a plan that its planner denies, and it as words and places.

        None has to where nobody denies it, or where the parts so far say so. None is given where it cannot be said.
        """
        verifier = self.material.verifier
        so_far = DigestSentence(text=f"{'; '.join(parts)}.", citations=(), claims=())
        left_out = self.material.denials.left_out([borne], verifier.deniers(so_far)) if self.material.denials else ()
        for t in left_out:
            cited = self._cited(t)
            for proposition in self.propositions.of(t):
                text = self.propositions.in_full(proposition)
                found = self._bearing(text, t, cited)
                if found is None:
                    continue
                tellers = (verifier.tellers.of(found) or set()) | {t.document}
                told = self.propositions.within(self.attributions.told_by(text, t.document, tellers))
                places_ = {*cited, *self._reported(found, t, tellers)}
                claims = (c.id for e in found.events for c in verifier.tellers.claims_at(t.document, e))
                found_ = DigestSentence(
                    text=told, citations=tuple(sorted(places_)), claims=tuple(dict.fromkeys(claims))
                )
                return True, found_
        return bool(left_out), None

    def _bearing(self, text: str, t: Telling, cited: Sequence[Citation]) -> Borne | None:
        """What of the telling's own sentence bears a proposition, its happening among it."""
        verifier = self.material.verifier
        for source in sources_of(cited, verifier.documents, verifier.readings, verifier.names):
            borne = verifier.borne_by(text, source)
            if isinstance(borne, Borne) and any(e.id == t.event.id for e in borne.events):
                return borne
        return None

    def _answers(self, claim: Claim, t: Telling) -> bool:
        """Whether a telling's sentence tells what the claim answers."""
        linked = (c for a in self.material.answers if a.claim == claim.id for c in a.citations)
        return any(c.document == t.document and c.span.touches(t.event.sentence) for c in linked)

    def _others(
        self, claim: Claim, t: Telling, only: set[str] | None, tellers: set[str], borne: Borne
    ) -> set[Citation]:
        """The further places that a sentence rests on: those of the other tellers, of the sides, of the figures.

        `only` are the documents that it speaks of, where it speaks of its tellers alone.
        """
        material = self.material
        found = places(o for o in material.tellings[claim.id] if only is None or o.document in only)
        if claim.standing in SIDES:
            aside = (o for o in material.tellings[claim.id] if o.event.status is not t.event.status)
            found |= {Citation(document=o.document, span=o.event.voice.span) for o in aside if o.event.voice}
        found |= self._reported(borne, t, tellers)
        return found | set(self.attributions.conflicting.get(claim.id, ()))

    def _reported(self, borne: Borne, t: Telling, tellers: Collection[str]) -> set[Citation]:
        """Where the tellers of a statement report what it tells."""
        return {
            Citation(document=r.document, span=r.span)
            for event in borne.events
            for c in self.material.verifier.tellers.claims_at(t.document, event)
            for r in c.reports
            if r.document in tellers and r.status is event.status
        }

    def _named(self, claim: Claim, cited: Collection[Citation]) -> set[Citation]:
        """A place that names the voice on which all rest, where none of those cited does."""
        voices = [
            Citation(document=o.document, span=o.event.voice.span)
            for o in self.material.tellings[claim.id]
            if o.event.voice is not None and claim.root is not None and o.voice == claim.root.party
        ]
        there = any(v.document == c.document and v.span.touches(c.span) for v in voices for c in cited)
        return set() if there else set(voices[:1])

    def _cited(self, t: Telling) -> tuple[Citation, ...]:
        """The sentence of a telling, and where its speaker is named if that is elsewhere."""
        found = [Citation(document=t.document, span=t.event.sentence)]
        voice = t.event.voice
        if voice is not None and not t.event.sentence.covers(voice.span):
            found.append(Citation(document=t.document, span=voice.span))
        return tuple(found)


def _beside(plan: DigestSentence, denial: DigestSentence) -> DigestSentence:
    """A sentence that tells a plan, and beside it the denial."""
    others = [c for c in denial.citations if c not in plan.citations]
    return DigestSentence(
        text=f"{plan.text.removesuffix('.')}; {denial.text}.",
        citations=(*plan.citations, *others),
        claims=tuple(dict.fromkeys([*plan.claims, *denial.claims])),
    )
