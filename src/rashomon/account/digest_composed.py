"""A digest composed over claims: what is told, by how many, who tells it otherwise, and on whom all rest.

Every sentence is put together from declared frames (`verify_frames`) and a proposition: a clause or sentence of a
report, or a proposal said by its roles. Which reports tell it is counted by the same rule by which it is verified.
Sentences stand in the order in which an editor needs them: the happening itself, the disputes over it, what is refused
or only asked for, what answers what, the figures in conflict, the words most quoted, and then what else matters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from rashomon.account.claims import in_lead, representative
from rashomon.account.digest import MOST, SIDES, Material, Offer, places, what_is_told
from rashomon.account.digest_extracted import contrasted, extracted, is_headline, sentence_text
from rashomon.account.digest_order import GOVERNED, by_weight, spoken_of, to_the_front, waiting_to_be_told
from rashomon.account.digest_propositions import Propositions, capital
from rashomon.account.digest_spoken import most_quoted
from rashomon.account.digest_tellers import Attributions, figures_told
from rashomon.account.verify_attitudes import ATTITUDES
from rashomon.account.verify_tellers import Borne, class_of
from rashomon.account.verify_words import sources_of
from rashomon.core import Citation, Claim, DigestSentence, Event, Span, Standing, Status
from rashomon.core.alignment import Telling
from rashomon.core.words import key_stems, words

MOST_TRIED = 6
"""How many tellings of one claim are tried for a proposition."""
MOST_DISPUTES, MOST_WAITING, MOST_ANSWERS, MOST_FIGURES, MOST_QUOTED = 3, 2, 1, 2, 1
LINKED = re.compile(r"\bin (?:response|retaliation|reply|return|protest|answer|revenge) (?:to|for|against|at|over)\b")
"""Words that tell what something answers."""
MOST_EVENTS = 2
"""How many happenings a sentence may tell before an "it" that means the first."""
ALIKE = 0.5
"""Share of the shorter claim's stems from which two claims of one deed are told once."""
BY_THE_WAY = 0.5
"""How much a sentence counts as that of the main happening where it tells something else first."""
TOP = 5
"""Among how many of the weightiest claims the main happening is looked for."""
WORTH = 0.4
"""Share of the main happening's weight from which a claim of no other interest has a place in a digest."""


def composed(material: Material) -> Iterator[Offer]:
    """The sentences of a digest by what they are for; what matters little is spare."""
    composer = _Composer(material)
    claims = by_weight(material)
    told: list[Claim] = []
    ids: set[str] = set()

    def offered(some: Sequence[Claim], most: int) -> Iterator[Offer]:
        left = most
        for claim in some:
            if left <= 0:
                return
            if not any(same_happening(claim, c) for c in told) and composer.holding(claim):
                held = {c for s in composer.sentences(claim)[:1] for c in s.claims}
                if held <= ids:
                    continue  # all that it tells has been told
                ids.update(held)
                told.append(claim)
                left -= 1
                yield Offer(sentences=composer.sentences(claim))

    yield from offered(composer.main([c for c in claims if material.worth_telling(c)]), 1)
    yield from offered([c for c in claims if c.standing in SIDES], MOST_DISPUTES)
    yield from offered(list(waiting_to_be_told(claims, material)), MOST_WAITING)
    rest = [c for c in claims if c.standing not in SIDES and material.worth_telling(c)]
    yield from offered([c for c in rest if composer.answering(c)], MOST_ANSWERS)
    yield from _figures(material, composer)
    yield from most_quoted(material, composer.propositions, composer.attributions, MOST_QUOTED)
    least = WORTH * max((material.weights[c.id] for c in told), default=0.0)
    yield from offered([c for c in rest if material.weights[c.id] >= least and to_the_front(c, material)], MOST)
    for claim in claims:
        if claim.standing not in SIDES and not any(same_happening(claim, c) for c in told):
            yield Offer(sentences=composer.sentences(claim), spare=True)
    for offer in extracted(material):
        yield Offer(sentences=[composer.attributed(s) for s in offer.sentences if not set(s.claims) & ids], spare=True)


def same_happening(left: Claim, right: Claim) -> bool:
    """Whether two claims tell one deed in nearly the same words, so that a digest has room for one of them."""
    if left.id == right.id:
        return True
    if left.actor and right.actor and not set(words(left.actor)) & set(words(right.actor)):
        return False
    own, other = set(key_stems(left.text)), set(key_stems(right.text))
    alike = len(own & other) >= ALIKE * min(len(own), len(other))
    return class_of(left.action) == class_of(right.action) and alike


def _figures(material: Material, composer: _Composer) -> Iterator[Offer]:
    shown = 0
    for line in material.figures:
        if line.standing is Standing.DISPUTED and line.claim not in composer.attributions.conflicting:
            made = figures_told(line, material) if shown < MOST_FIGURES else None
            if made is not None:
                shown += 1
                yield Offer(sentences=[made])


class _Composer:
    """Composes the sentences of one story."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.propositions = Propositions(material.documents, material.parties, material.quotations())
        self.attributions = Attributions(material, self.propositions)
        self._first: set[str] = set()
        """The sentences that tell their claim before anything else."""
        self._made: dict[str, list[DigestSentence]] = {}
        self._wholes = [(v.sum_of, set(v.reports)) for line in material.figures for v in line.values if v.sum_of]
        """The parts that add up to a whole, with the places where these and the whole are told."""

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
        """Whether some sentence for a claim is verified."""
        return any(not self.material.verifier.unborne(s) for s in self.sentences(claim))

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
        told = self.material.tellings[claim.id]
        disputed = claim.standing in SIDES
        best = representative(told, self.material.documents)
        if self._only_lays(claim) or (best.event.predicate.form == "noun" and not disputed):
            return []
        found: list[tuple[bool, int, int, DigestSentence]] = []
        for t in sorted(told, key=lambda t: self._rank(t, told))[:MOST_TRIED]:
            for order, proposition in enumerate(self.propositions.of(t)):
                told_by = self._told_by(claim, t, self.propositions.in_full(proposition))
                if told_by is not None:
                    first, tellers, sentence = told_by
                    found.append((t.event.status is Status.DENIED or not first, -tellers, order, sentence))
                    break
        found.sort(key=lambda f: f[:3])
        made = [s for *_, s in found]
        if disputed:
            sides = contrasted(claim, [t for t in told if self.propositions.shows(t)], self.material.documents)
            made += [sides] if sides is not None else []
        return made

    def _only_lays(self, claim: Claim) -> bool:
        """Whether a claim says only that somebody asks, denies or alleges what another claim tells."""
        told = self.material.tellings[claim.id]
        if not all(t.event.predicate.lemma in ATTITUDES for t in told):
            return False
        inner = {
            (t.document, t.event.sentence)
            for c in self.material.claims
            if c.id != claim.id and self.material.worth_telling(c)
            for t in self.material.tellings[c.id]
            if t.event.status in GOVERNED | {Status.DENIED, Status.ALLEGED}
        }
        return any((t.document, t.event.sentence) in inner for t in told)

    def _rank(self, t: Telling, told: Sequence[Telling]) -> tuple[bool, int, bool, bool, int, str, Span]:
        documents = self.material.documents
        same = {o.document for o in told if o.event.status is t.event.status}
        lead = in_lead(t.event.sentence, documents[t.document])
        text = sentence_text(t, documents)
        denied = t.event.status is Status.DENIED
        headline = is_headline(t, documents)
        return (denied, -len(same), headline, not lead, len(text), t.document, t.event.span)

    def _told_by(self, claim: Claim, t: Telling, text: str) -> tuple[bool, int, DigestSentence] | None:
        """The sentence for a proposition that the telling's own sentence bears, if it may stand for the claim.

        Before it: whether it tells the claim first, and how many outlets and sides it has.
        """
        verifier = self.material.verifier
        cited = self._cited(t)
        borne = self._bearing(text, t, cited)
        if borne is None or self._part_of_a_whole(borne, t) or self._outdated(borne, t):
            return None
        first = first_told(borne, t)
        tellers = (verifier.tellers.of(borne) or set()) | {t.document}
        sides: list[str] = []
        if claim.standing in SIDES:
            if first and len(acts(borne)) <= MOST_EVENTS:
                sides += self.attributions.otherwise(claim, t, tellers)
                sides += self.attributions.figures(claim, borne)
            if not sides and t.event.status is not Status.DENIED:
                return None  # it would be told as if nobody told it otherwise
        else:
            sides += self.attributions.figures(claim, borne)
        parts = [self.attributions.told_by(text, t.document, tellers), *sides, *self.attributions.rests(claim, t)]
        others = self._others(claim, t, tellers, borne) - set(cited)
        claims = (c.id for e in borne.events for c in verifier.tellers.claims_at(t.document, e))
        made = DigestSentence(
            text=f"{capital('; '.join(parts))}.",
            citations=(*cited, *sorted(others)),
            claims=tuple(dict.fromkeys([claim.id, *claims])),
        )
        self._first |= {made.text} if first else set()
        linked = LINKED.search(text) is not None and self._answers(claim, t)
        return first, len(sides) + 2 * linked + len({self.attributions.key(d) for d in tellers}), made

    def _bearing(self, text: str, t: Telling, cited: Sequence[Citation]) -> Borne | None:
        """What of the telling's own sentence bears a proposition, its happening among it."""
        verifier = self.material.verifier
        for source in sources_of(cited, verifier.documents, verifier.readings, verifier.parties, verifier.names):
            borne = verifier.borne_by(text, source)
            if isinstance(borne, Borne) and any(e.id == t.event.id for e in borne.events):
                return borne
        return None

    def _part_of_a_whole(self, borne: Borne, t: Telling) -> bool:
        """Whether a proposition gives some parts of a sum and not all: a part would be told as the whole."""
        for addends, reports in self._wholes:
            here = [f.value for f in borne.figures if Citation(document=t.document, span=f.span) in reports]
            parts = [value for value in here if value in addends]
            if parts and len(parts) < len(addends):
                return True
        return False

    def _outdated(self, borne: Borne, t: Telling) -> bool:
        """Whether a proposition gives a count that later reports have replaced."""
        for line in self.material.figures:
            if line.relation != "update":
                continue
            last = max(v.figure.value or 0.0 for v in line.values)
            held = {c for v in line.values if (v.figure.value or 0.0) < last for c in v.reports}
            if any(Citation(document=t.document, span=f.span) in held for f in borne.figures):
                return True
        return False

    def _answers(self, claim: Claim, t: Telling) -> bool:
        """Whether a telling's sentence tells what the claim answers."""
        linked = (c for a in self.material.answers if a.claim == claim.id for c in a.citations)
        return any(c.document == t.document and c.span.touches(t.event.sentence) for c in linked)

    def _others(self, claim: Claim, t: Telling, tellers: set[str], borne: Borne) -> set[Citation]:
        """The further places that a sentence rests on: those of the other tellers, of the sides, of the figures."""
        material = self.material
        found = places(material.tellings[claim.id])
        if claim.standing in SIDES:
            aside = (o for o in material.tellings[claim.id] if o.event.status is not t.event.status)
            found |= {Citation(document=o.document, span=o.event.voice.span) for o in aside if o.event.voice}
        for event in borne.events:
            found |= {
                Citation(document=r.document, span=r.span)
                for c in material.verifier.tellers.claims_at(t.document, event)
                for r in c.reports
                if r.document in tellers and r.status is event.status
            }
        return found | set(self.attributions.conflicting.get(claim.id, ()))

    def _cited(self, t: Telling) -> tuple[Citation, ...]:
        """The sentence of a telling, and where its speaker is named if that is elsewhere."""
        found = [Citation(document=t.document, span=t.event.sentence)]
        voice = t.event.voice
        if voice is not None and not t.event.sentence.covers(voice.span):
            found.append(Citation(document=t.document, span=voice.span))
        return tuple(found)


def acts(borne: Borne) -> list[Event]:
    """What a proposition tells, but for who asks or says it."""
    return [e for e in borne.events if e.predicate.lemma not in ATTITUDES and e.predicate.form == "verb"]


def first_told(borne: Borne, t: Telling) -> bool:
    """Whether what a sentence tells first is this telling: an "it" after it means that."""
    first = min(acts(borne), key=lambda e: e.predicate.span, default=None)
    return first is not None and first.id == t.event.id
