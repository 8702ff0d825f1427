"""Three to eight sentences on a story, each held against the places it cites before it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from rashomon.account.verify import Verifier
from rashomon.account.verify_frames import name_of
from rashomon.core import (
    Citation,
    Claim,
    DigestSentence,
    Document,
    FigureLine,
    Party,
    Problem,
    Quotation,
    Reading,
    Span,
    Standing,
    Utterance,
)
from rashomon.core.alignment import Telling
from rashomon.core.words import key_stems, words

FEWEST, MOST = 3, 8
MOST_LOOKED_AT = 24
"""How many claims are looked at, from the top of the ledger: a long story must not cost more than its first page."""
SIDES = frozenset({Standing.DISPUTED, Standing.DENIED})
NAME_OR_FIGURE = re.compile(r"\b(?:[A-Z][\w’'.-]+|\d[\d.,]*)")
SPELT = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    """.split()
)
"""Figures in words, which open a sentence with a capital as a name does."""
REPEATED = 0.75
"""Share of a sentence's stems that an earlier one has from which it tells nothing new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that a digest may be made of: one story's ledger, in the order in which an editor needs it."""

    claims: Sequence[Claim]
    tellings: Mapping[str, Sequence[Telling]]
    documents: Mapping[str, Document]
    readings: Mapping[str, Reading]
    parties: Sequence[Party]
    utterances: Sequence[Utterance]
    figures: Sequence[FigureLine]
    verifier: Verifier

    def quotations(self) -> dict[str, Quotation]:
        """All quotations by id."""
        return {q.id: q for r in self.readings.values() for q in r.quotations}

    def carried(self, claim: Claim) -> int:
        """How many documents tell a claim."""
        return len({t.document for t in self.tellings[claim.id]})

    def worth_telling(self, claim: Claim) -> bool:
        """Whether a claim belongs in a digest: several tell it, or one side denies it; of one report, anything."""
        return self.carried(claim) > 1 or claim.standing is Standing.DENIED or len(self.documents) == 1


class Form(Protocol):
    """A way to make sentences: offers them in order, several for one claim where the first may not hold."""

    def __call__(self, material: Material) -> Iterable[Sequence[DigestSentence]]:
        """For each thing worth telling, the sentences that tell it, the best first."""


def digest_of(
    material: Material, form: Form, *, instead: Form | None = None
) -> tuple[tuple[DigestSentence, ...], tuple[Problem, ...]]:
    """The digest, and a problem for each thing of which no sentence could be verified.

    Args:
        material: the story's ledger.
        form: makes the sentences.
        instead: stands in where the form gives too few that hold; its sentences follow, as far as they are new.
    """
    kept, problems = _held(material, form, ())
    if instead is not None and len(kept) < min(FEWEST, len(material.claims)):
        more, others = _held(material, instead, kept)
        kept, problems = [*kept, *more], [*problems, *others]
    return tuple(_chosen(kept, material)), tuple(problems)


def _held(
    material: Material, form: Form, before: Sequence[DigestSentence]
) -> tuple[list[DigestSentence], list[Problem]]:
    kept: list[DigestSentence] = []
    problems: list[Problem] = []
    for offered in form(material):
        first: tuple[DigestSentence, str] | None = None
        for sentence in offered:
            if any(repeats(sentence.text, s.text) or holds(sentence.text, s.text) for s in (*before, *kept)):
                continue
            reasons = material.verifier.unborne(sentence)
            if not reasons:
                kept.append(sentence)
                first = None
                break
            first = first or (sentence, "; ".join(reasons))
        if first is not None:
            problems.append(unverified(*first))
    return kept, problems


def unverified(sentence: DigestSentence, reason: str) -> Problem:
    """The note that a sentence was dropped, with the first place that it cites."""
    place = sentence.citations[0] if sentence.citations else None
    return Problem(
        stage="account",
        code="digest-unverified",
        message=f"left out of the digest, not verified: “{sentence.text}” ({reason})",
        document=place.document if place else None,
        span=place.span if place else None,
    )


def _chosen(sentences: Sequence[DigestSentence], material: Material) -> list[DigestSentence]:
    """At most eight, in order; what is disputed stays, and the last of what is agreed goes first."""
    disputed = {c.id for c in material.claims if c.standing in SIDES}
    kept = list(sentences)
    while len(kept) > MOST:
        plain = [s for s in kept[1:] if not disputed & set(s.claims)]
        kept.remove(plain[-1] if plain else kept[-1])
    return kept


def in_order(material: Material) -> list[Claim]:
    """The first claims worth telling: what most carry without a dispute opens, then as the ledger has them."""
    claims = [c for c in material.claims if material.worth_telling(c)]
    opening = [c for c in claims if c.standing not in SIDES][:1]
    return [*opening, *(c for c in claims if c not in opening)][:MOST_LOOKED_AT]


def repeats(text: str, earlier: str) -> bool:
    """Whether a sentence says again what an earlier one says, as copies with small edits do."""
    own, before = set(key_stems(text)), set(key_stems(earlier))
    return bool(own) and len(own & before) >= REPEATED * len(own)


HELD = 0.9


def holds(text: str, earlier: str) -> bool:
    """Whether a sentence says all that an earlier one says, and something more: the earlier one need not be read."""
    own, before = (set(key_stems(t.partition(", according to")[0])) for t in (text, earlier))
    return bool(before) and len(own & before) >= HELD * len(before)


def places(tellings: Iterable[Telling]) -> set[Citation]:
    """The clauses of tellings as citations."""
    return {Citation(document=t.document, span=t.event.span) for t in tellings}


def not_in_citations(
    sentence: DigestSentence, documents: Mapping[str, Document], parties: Sequence[Party] = ()
) -> set[str]:
    """The figures and names of a sentence that stand in none of the places it cites.

    An outlet's own name needs no place: it names the document that is cited. A party whose mention is cited may be
    given any name that the story's reports give it.
    """
    carried: set[str] = set()
    for c in sentence.citations:
        carried.update(words(documents[c.document].words_at(c.span)))
    for d in {documents[c.document] for c in sentence.citations}:
        carried.update(words(f"{name_of(d)} the report reports all no"))
    for party in parties:
        if any(_touched(m, sentence.citations) for m in party.mentions):
            carried.update(w for n in (party.name, *party.aliases) for w in words(n))
    wanted = {w for m in NAME_OR_FIGURE.finditer(sentence.text) for w in words(m.group())}
    return wanted - carried - SPELT  # the checker compares their values


def _touched(mention: Citation, citations: Sequence[Citation]) -> bool:
    return any(c.document == mention.document and _near(c.span, mention.span) for c in citations)


def _near(cited: Span, mention: Span) -> bool:
    return cited.touches(mention)
