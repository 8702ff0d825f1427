"""Three to eight sentences on a story, each held against the places it cites before it is shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from rashomon.account.verify import Verifier
from rashomon.account.verify_frames import name_of
from rashomon.core import (
    Answer,
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


@dataclass(frozen=True, kw_only=True)
class Material:
    """All that a digest may be made of: one story's ledger, in the order in which an editor needs it."""

    claims: Sequence[Claim]
    tellings: Mapping[str, Sequence[Telling]]
    documents: Mapping[str, Document]
    readings: Mapping[str, Reading]
    parties: Sequence[Party]
    utterances: Sequence[Utterance]
    figures: Sequence[FigureLine]
    answers: Sequence[Answer] = ()
    verifier: Verifier

    @cached_property
    def fronts(self) -> Counter[str]:
        """Of each stem, in how many headlines and first paragraphs it stands."""
        from rashomon.account.digest_order import fronts_of

        return fronts_of(self.documents)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How much each claim worth telling matters to an editor (see `digest_order`)."""
        from rashomon.account.digest_order import weights_of

        return weights_of(self)

    def quotations(self) -> dict[str, Quotation]:
        """All quotations by id."""
        return {q.id: q for r in self.readings.values() for q in r.quotations}

    def carried(self, claim: Claim) -> int:
        """How many documents tell a claim."""
        return len({t.document for t in self.tellings[claim.id]})

    def worth_telling(self, claim: Claim) -> bool:
        """Whether a claim belongs in a digest: several tell it, or one side denies it; of one report, anything."""
        return self.carried(claim) > 1 or claim.standing is Standing.DENIED or len(self.documents) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Sentences that tell one thing, the best first; one that is `spare` is told only where too little else is."""

    sentences: Sequence[DigestSentence]
    spare: bool = False


class Form(Protocol):
    """A way to make sentences: offers them in the order of the digest, several where the first may not hold."""

    def __call__(self, material: Material) -> Iterable[Offer]:
        """An offer for each thing worth telling; it is asked for no more than the digest has room for."""


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
        kept, problems = [*kept, *more][:MOST], [*problems, *others]
    return tuple(kept), tuple(problems)


def _held(
    material: Material, form: Form, before: Sequence[DigestSentence]
) -> tuple[list[DigestSentence], list[Problem]]:
    kept: list[DigestSentence] = []
    problems: list[Problem] = []
    for offer in form(material):
        if len(before) + len(kept) == MOST:
            break
        if offer.spare and len(before) + len(kept) >= FEWEST:
            continue
        earlier = [s.text for s in (*before, *kept)]
        first: tuple[DigestSentence, str] | None = None
        for sentence in offer.sentences:
            if tells_again(sentence.text, earlier):
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


def tells_again(text: str, earlier: Sequence[str]) -> bool:
    """Whether a sentence says nothing that earlier ones, one of them or all together, have not said."""
    if any(repeats(text, e) or holds(text, e) for e in earlier):
        return True
    told = {s for e in earlier for s in key_stems(what_is_told(e))}
    own = set(key_stems(what_is_told(text)))
    return len(own & told) >= HELD * len(own)


def what_is_told(text: str) -> str:
    """A sentence without who tells it."""
    return text.partition(", according to")[0]


def repeats(text: str, earlier: str) -> bool:
    """Whether a sentence says again what an earlier one says, as copies with small edits do."""
    own, before = (set(key_stems(what_is_told(t))) for t in (text, earlier))
    return bool(own) and len(own & before) >= REPEATED * len(own)


HELD = 0.9


def holds(text: str, earlier: str) -> bool:
    """Whether a sentence says all that an earlier one says, and something more: the earlier one need not be read."""
    own, before = (set(key_stems(what_is_told(t))) for t in (text, earlier))
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
