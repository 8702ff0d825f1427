"""Which claim answers which, as the words of the reports say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from rashomon.account.answers_acts import acts_upon
from rashomon.account.answers_index import Key, Told
from rashomon.account.answers_words import linked_by_words
from rashomon.account.kindred import alike, may_be_asked, target_of
from rashomon.account.standing import STATING
from rashomon.core import Answer, Citation, Claim, Document, Reading, Status
from rashomon.core.alignment import Telling

ASKED = frozenset({Status.PROPOSED, Status.THREATENED})
HAPPENED = frozenset({Status.DONE, Status.UNDERWAY})


def answers_of(
    claims: Sequence[Claim],
    tellings: Mapping[str, Sequence[Telling]],
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
) -> tuple[Answer, ...]:
    """Links between claims: by the words between them, by what an act is done to, and by what was asked or told.

    Args:
        claims: the story's claims.
        tellings: what each claim is told by.
        documents: the story's documents.
        readings: their readings.
    """
    found: dict[Key, set[Citation]] = {}
    told = Told(claims, tellings, documents, readings)
    for key, citation in (*linked_by_words(told), *acts_upon(told), *refusals(told)):
        if key[0] != key[1]:
            found.setdefault(key, set()).add(citation)
    made = [
        Answer(claim=c, to=to, kind=kind, citations=tuple(sorted(places))) for (c, to, kind), places in found.items()
    ]
    return tuple(sorted(made, key=lambda a: _when_told(a, documents)))


def _when_told(answer: Answer, documents: Mapping[str, Document]) -> tuple[bool, str, Citation, str, str, str]:
    """When an answer was first told, for the order of a chain: by publishing, then by place."""
    told = [(documents[c.document].published_at, c) for c in answer.citations]
    times = [at.isoformat() for at, _ in told if at is not None]
    return (not times, min(times, default=""), min(c for _, c in told), answer.kind, answer.claim, answer.to)


def refusals(told: Told) -> list[tuple[Key, Citation]]:
    """A claim refused in every report answers one of the same action that somebody asked for or threatened."""
    found = []
    refused = [c for c in told.claims if c.reports and all(r.status is Status.REFUSED for r in c.reports)]
    by_document: dict[str, list[int]] = {}
    for place, claim in enumerate(refused):
        for document in {r.document for r in claim.reports}:
            by_document.setdefault(document, []).append(place)
    for asked in told.claims:
        wanted = sum(r.status in ASKED for r in asked.reports)
        if not wanted or wanted < sum(r.status in HAPPENED for r in asked.reports):
            continue
        for place in sorted({n for r in asked.reports for n in by_document.get(r.document, ())}):
            claim = refused[place]
            if not _told_by_a_verb(told, asked, ASKED) or not _told_by_a_verb(told, claim, {Status.REFUSED}):
                continue
            if not told.all_agree(claim.id, asked.id, may_be_asked):
                continue
            if told.any_agrees(claim.id, asked.id, _of_the_same_or_of_nobody):
                found += [
                    ((claim.id, asked.id, "refuses"), Citation(document=r.document, span=r.span)) for r in claim.reports
                ]
    return found


def _told_by_a_verb(told: Told, claim: Claim, statuses: AbstractSet[Status]) -> bool:
    return any(t.event.status in statuses and t.event.predicate.form in STATING for t in told.of(claim.id))


def _of_the_same_or_of_nobody(left: Telling, right: Telling, readings: tuple[Reading, Reading]) -> bool:
    """Whether a refused act is on what was asked for, or on nobody at all ("will not expel anyone")."""
    targets = target_of(left, readings[0]), target_of(right, readings[1])
    return (targets[0] is not None and targets[0].open) or alike(*targets)
