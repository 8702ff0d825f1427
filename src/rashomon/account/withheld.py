"""What the digest and the figures may rest on: a story's ledger without what outlets withdrew."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.account.digest_forms import Digest
from rashomon.account.figures import relation, standing
from rashomon.account.titles import claim_title, representative
from rashomon.core import (
    Answer,
    Claim,
    DigestSentence,
    Document,
    FigureLine,
    FigureValue,
    Problem,
    Reading,
    Span,
)
from rashomon.core.alignment import Alignment, Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a digest is made from, in the order in which it is asked for."""

    claims: Sequence[Claim]
    tellings: Mapping[str, Sequence[Telling]]
    documents: Mapping[str, Document]
    readings: Mapping[str, Reading]
    alignment: Alignment
    figures: Sequence[FigureLine]
    answers: Sequence[Answer]

    def digest(self, form: Digest) -> tuple[tuple[DigestSentence, ...], tuple[Problem, ...]]:
        """The digest of it in a form; none where nothing is left to tell."""
        if not self.documents:
            return (), ()
        return form.of(
            self.claims,
            self.tellings,
            self.documents,
            self.readings,
            self.alignment,
            self.figures,
            self.answers,
        )


def standing_figures(lines: Sequence[FigureLine], retracted: frozenset[str]) -> tuple[FigureLine, ...]:
    """The lines of figures, each with the standing of the values that were not withdrawn; the values all stay."""
    return tuple(_standing(line, retracted) for line in lines)


def _standing(line: FigureLine, retracted: frozenset[str]) -> FigureLine:
    values = _without(line.values, retracted)
    if values == line.values or not values:
        return line
    stands = standing(values)
    return replace(line, standing=stands, relation=relation(values, stands))


def _without(values: Sequence[FigureValue], retracted: frozenset[str]) -> tuple[FigureValue, ...]:
    """The values that reports give which were not withdrawn."""
    left = (replace(v, reports=tuple(c for c in v.reports if c.document not in retracted)) for v in values)
    return tuple(v for v in left if v.reports)


def without(
    material: Material,
    retracted: frozenset[str],
    resting: frozenset[str],
    uncounted: Mapping[str, frozenset[tuple[str, str]]],
) -> Material:
    """The material without the documents that were withdrawn, and without what rests on such alone.

    A sentence that tells what rests on a withdrawn report is left out with all else that it tells. Of a claim that
    nobody else asserts, what is left are denials.

    Args:
        material: the whole story's.
        retracted: ids of the documents that were withdrawn, or rest on such as a whole.
        resting: ids of the claims that nobody asserts but withdrawn reports and what rests on them.
        uncounted: by claim, the tellings that do not count, by document and event.
    """
    if not retracted:
        return material
    sentences = {
        (t.document, t.event.sentence)
        for claim, told in material.tellings.items()
        for t in told
        if (t.document, t.event.id) in uncounted.get(claim, ())
    }
    tellings = {
        claim: tuple(t for t in told if t.document not in retracted and (t.document, t.event.sentence) not in sentences)
        for claim, told in material.tellings.items()
    }
    places = {claim: {(t.document, t.event.span) for t in told} for claim, told in tellings.items()}
    claims = [
        replace(c, reports=tuple(r for r in c.reports if (r.document, r.span) in places[c.id])) for c in material.claims
    ]
    claims = [_denied(c, tellings[c.id], material) if c.id in resting else c for c in claims if c.reports]
    told = {c.id for c in claims}
    figures = (replace(f, values=_without(f.values, retracted)) for f in material.figures if f.claim not in resting)
    return Material(
        claims=claims,
        tellings=tellings,
        documents={i: d for i, d in material.documents.items() if i not in retracted},
        readings={i: r for i, r in material.readings.items() if i not in retracted},
        alignment=_alignment(material.alignment, retracted, sentences),
        figures=[f for f in figures if f.values],
        answers=[
            replace(a, citations=tuple(c for c in a.citations if c.document not in retracted))
            for a in material.answers
            if a.claim in told and a.to in told and any(c.document not in retracted for c in a.citations)
        ],
    )


def _denied(claim: Claim, tellings: Sequence[Telling], material: Material) -> Claim:
    """A claim of which only denials are left, in the words of these."""
    best = representative(tellings, material.documents)
    return replace(claim, text=claim_title(best, material.documents[best.document]))


def _alignment(alignment: Alignment, retracted: frozenset[str], sentences: Collection[tuple[str, Span]]) -> Alignment:
    """What is the same across the documents that are left, without the words quoted in these sentences."""
    told: dict[str, list[Span]] = {}
    for document, sentence in sentences:
        told.setdefault(document, []).append(sentence)
    utterances = (
        replace(
            u,
            quotations=tuple(
                q
                for q in u.quotations
                if q.document not in retracted and not any(s.touches(q.span) for s in told.get(q.document, ()))
            ),
        )
        for u in alignment.utterances
    )
    propositions = (
        replace(p, tellings=tuple(t for t in p.tellings if t.document not in retracted)) for p in alignment.propositions
    )
    counts = (replace(c, figures=tuple(f for f in c.figures if f[0] not in retracted)) for c in alignment.counts)
    return replace(
        alignment,
        parties=tuple(
            replace(p, mentions=tuple(m for m in p.mentions if m.document not in retracted)) for p in alignment.parties
        ),
        utterances=tuple(u for u in utterances if u.quotations),
        propositions=tuple(p for p in propositions if p.tellings),
        counts=tuple(c for c in counts if c.figures),
    )
