"""What of a story's ledger an editor needs first: how much each claim matters, and in which order claims are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rashomon.account.claims import in_lead
from rashomon.account.digest import SIDES, Material
from rashomon.core import Claim, Document, Role, Status
from rashomon.core.alignment import Telling
from rashomon.core.words import key_stems

GOVERNED = frozenset({Status.REFUSED, Status.PROPOSED, Status.THREATENED, Status.PLANNED})
"""Statuses that tell of an act not (or not yet) done, which a plain sentence loses first."""
MOST_LOOKED_AT = 60
"""How many claims are looked at, by weight: a long story must not cost more than its first page."""
CONTESTED, ANSWERING, OPEN = 0.4, 0.25, 0.2
"""What is added for a claim in dispute, for one that answers another or is answered, for one not (yet) done."""
IN_HEADLINE, IN_LEAD, IN_BODY = 1.0, 0.7, 0.2
MOST_WORDINGS = 20
"""How many tellings of a claim are asked how much of the fronts they have."""
FEWEST_STEMS = 3
"""A claim of fewer words that carry meaning says too little to be weighed by them alone."""


def weights_of(material: Material) -> Mapping[str, float]:
    """How much each claim matters: how many tell it, how far to the front, and how much of it the fronts speak of.

    News puts what matters first (the inverted pyramid): the share of the reports (and of independent origins) that
    tell the claim, the mean place where they do, and the mean share of headlines and first paragraphs that have its
    words, each in [0, 1].
    """
    fronts = material.fronts
    total = max(len(material.documents), 1)
    answering = {c for a in material.answers for c in (a.claim, a.to)}
    found = {}
    for claim in material.claims:
        if not (material.worth_telling(claim) or to_the_front(claim, material)):
            continue
        told = material.tellings[claim.id]
        place: dict[str, float] = {}
        for t in told:
            place[t.document] = max(place.get(t.document, 0.0), _place(t, material.documents[t.document]))
        wordings = {" ".join(material.documents[t.document].words_at(t.event.span).split()) for t in told}
        some = [set(key_stems(text)) for text in (claim.text, *sorted(wordings)[:MOST_WORDINGS])]
        spoken_of = max(sum(fronts[s] for s in stems) / (total * max(len(stems), FEWEST_STEMS)) for stems in some)
        confirmed = min(len(place), claim.origins) / total
        weight = (len(place) / total + confirmed) / 2 + sum(place.values()) / total + spoken_of
        weight += CONTESTED * (claim.standing in SIDES)
        weight += ANSWERING * (claim.id in answering)
        weight += OPEN * (2 * sum(t.event.status in GOVERNED for t in told) > len(told))
        found[claim.id] = weight
    return found


def fronts_of(documents: Mapping[str, Document]) -> Counter[str]:
    """Of each stem, in how many headlines and first paragraphs it stands."""
    return Counter(s for d in documents.values() for s in set(key_stems(front(d))))


def spoken_of(material: Material, text: str) -> float:
    """How much of what headlines and first paragraphs speak of a text has; a long one has to have more of it."""
    stems = set(key_stems(text))
    shared = sum(material.fronts[s] for s in stems if material.fronts[s] > 1)
    return float(shared / max(len(stems), FEWEST_STEMS) ** 0.5)


def front(document: Document) -> str:
    """The headline and the first paragraph of a document."""
    found: list[str] = [document.headline or ""]
    for p in document.prose():
        found.append(document.words_at(p.span))
        if p.role is Role.PARAGRAPH:
            break
    return " ".join(found)


def _place(telling: Telling, document: Document) -> float:
    headline = document.headline_span
    if headline is not None and headline.covers(telling.event.sentence):
        return IN_HEADLINE
    return IN_LEAD if in_lead(telling.event.sentence, document) else IN_BODY


def by_weight(material: Material) -> list[Claim]:
    """The claims worth looking at, what matters most first."""
    claims = [c for c in material.claims if c.id in material.weights]
    return sorted(claims, key=lambda c: (-material.weights[c.id], c.id))[:MOST_LOOKED_AT]


def in_order(material: Material) -> list[Claim]:
    """The claims worth looking at: what matters most without a dispute opens, then the disputes, then the others."""
    claims = by_weight(material)
    opening = [c for c in claims if c.standing not in SIDES and material.worth_telling(c)][:1]
    rest = [c for c in claims if c not in opening]
    return [*opening, *sorted(rest, key=lambda c: (c.standing not in SIDES, not material.worth_telling(c)))]


SAID_BY_ONE = GOVERNED - {Status.PLANNED} | {Status.DENIED}


def answer_at_the_front(claim: Claim, material: Material) -> bool:
    """Whether one report alone tells, in its headline or lead, that somebody denies, refuses, asks or threatens."""
    told = material.tellings[claim.id]
    return any(
        t.event.status in SAID_BY_ONE
        and (t.voice or t.actor) is not None
        and t.event.predicate.form == "verb"
        and _place(t, material.documents[t.document]) > IN_BODY
        for t in told
    )


def to_the_front(claim: Claim, material: Material) -> bool:
    """Whether a report tells a claim in its headline or lead, or more than one origin does somewhere."""
    told = material.tellings[claim.id]
    return claim.origins > 1 or any(_place(t, material.documents[t.document]) > IN_BODY for t in told)


def waiting_to_be_told(claims: Sequence[Claim], material: Material) -> Iterator[Claim]:
    """Claims of which most reports tell that they are refused, denied, asked for, threatened or planned."""
    for claim in claims:
        if not (material.worth_telling(claim) or answer_at_the_front(claim, material)):
            continue
        told = [r.status for r in claim.reports]
        if claim.standing not in SIDES and 2 * sum(s in GOVERNED | {Status.DENIED} for s in told) > len(told):
            yield claim
