"""A digest composed over claims: what is told, by how many, who tells it otherwise, and on whom all rest.

Every sentence is put together from declared frames (`verify_frames`) and a proposition: a clause or sentence of a
report, or a proposal said by its roles. Which reports tell it is counted by the same rule by which it is verified.
Sentences stand in the order in which an editor needs them: the happening itself, the disputes over it, what is refused
or only asked for, what answers what, the figures in conflict, the words most quoted, and then what else matters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.account.digest import MOST, SIDES, Material, Offer
from rashomon.account.digest_composer import Composer
from rashomon.account.digest_extracted import extracted
from rashomon.account.digest_order import by_weight, to_the_front, waiting_to_be_told
from rashomon.account.digest_spoken import most_quoted
from rashomon.account.digest_tellers import figures_told
from rashomon.account.verify_tellers import class_of
from rashomon.core import Claim, Standing
from rashomon.core.words import key_stems, words

MOST_DISPUTES, MOST_WAITING, MOST_ANSWERS, MOST_FIGURES, MOST_QUOTED = 3, 2, 1, 2, 1
ALIKE = 0.5
"""Share of the shorter claim's stems from which two claims of one deed are told once."""
WORTH = 0.4
"""Share of the main happening's weight from which a claim of no other interest has a place in a digest."""


def composed(material: Material) -> Iterator[Offer]:
    """The sentences of a digest by what they are for; what matters little is spare."""
    composer = Composer(material)
    claims = by_weight(material)
    told: list[Claim] = []
    ids: set[str] = set()

    def offered(some: Sequence[Claim], most: int) -> Iterator[Offer]:
        left = most
        for claim in some:
            if left <= 0:
                return
            if not any(same_happening(claim, c) for c in told) and composer.holding(claim):
                held = composer.told_with(claim)
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
        if composer.waiting(claim) and not any(claim.id == c.id for c in told):
            yield Offer(sentences=composer.waiting(claim))
    for claim in claims:
        if claim.standing not in SIDES and not any(same_happening(claim, c) for c in told):
            yield Offer(sentences=[*composer.sentences(claim), *composer.waiting(claim)], spare=True)
    for offer in extracted(material):
        left = [s for s in offer.sentences if not set(s.claims) & ids and not composer.counts.is_old(s)]
        yield Offer(sentences=[composer.attributed(s) for s in left], spare=True)


def same_happening(left: Claim, right: Claim) -> bool:
    """Whether two claims tell one deed in nearly the same words, so that a digest has room for one of them."""
    if left.id == right.id:
        return True
    if left.actor and right.actor and not set(words(left.actor)) & set(words(right.actor)):
        return False
    own, other = set(key_stems(left.text)), set(key_stems(right.text))
    alike = len(own & other) >= ALIKE * min(len(own), len(other))
    return class_of(left.action) == class_of(right.action) and alike


def _figures(material: Material, composer: Composer) -> Iterator[Offer]:
    shown = 0
    for line in material.figures:
        if line.standing is Standing.DISPUTED and line.claim not in composer.attributions.conflicting:
            made = figures_told(line, material) if shown < MOST_FIGURES else None
            if made is not None:
                shown += 1
                yield Offer(sentences=[made])
