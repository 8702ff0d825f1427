"""Three to eight sentences on a story, each held against the places it cites before it is shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from rashomon.account.digest_denied import Denials
from rashomon.account.digest_told import tells_again
from rashomon.account.verify import Verifier
from rashomon.account.verify_frames import name_of
from rashomon.account.verify_spoken import quotations_in
from rashomon.account.verify_words import SPELT, contains
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
from rashomon.core.words import words

FEWEST, MOST = 3, 8
SIDES = frozenset({Standing.DISPUTED, Standing.DENIED})
NAME_OR_FIGURE = re.compile(r"\b(?:[A-Z][\w’'.-]+|\d[\w.,’'-]*)")
DIFFERING = "The reports differ"
"""How a sentence opens that sets what the reports tell beside each other."""


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

    def in_conflict(self, text: str) -> str | None:
        """Words that a text quotes and that another report quotes otherwise, with another sense; None without any."""
        if text.startswith(DIFFERING):
            return None
        for said in quotations_in(text):
            if any(_clash(words(said), own) for own in self._altered):
                return said
        return None

    @cached_property
    def _altered(self) -> list[list[list[str]]]:
        """The wordings of each utterance that reports give with different senses."""
        return [
            [words(self.documents[q.document].words_at(q.span)) for q in u.quotations]
            for u in self.utterances
            if u.differences == "altered"
        ]

    @cached_property
    def denials(self) -> Denials:
        """Who plans something and denies it too."""
        return Denials(self.tellings, self.verifier.tellers)

    def carried(self, claim: Claim) -> int:
        """How many documents tell a claim."""
        return len({t.document for t in self.tellings[claim.id]})

    def worth_telling(self, claim: Claim) -> bool:
        """Whether a claim belongs in a digest: several tell it, or one side denies it; of one report, anything."""
        return self.carried(claim) > 1 or claim.standing is Standing.DENIED or len(self.documents) == 1


def _clash(said: list[str], wordings: Sequence[list[str]]) -> bool:
    """Whether words stand in one wording, and another neither has them whole nor is a piece of them."""
    if not any(contains(w, said) for w in wordings):
        return False
    return any(not contains(w, said) and not contains(said, w) for w in wordings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Sentences that tell one thing, the best first; one that is `spare` is told only where too little else is.

    That none of them holds is noted where nothing else tells it; with `noted` in any case.
    """

    sentences: Sequence[DigestSentence]
    spare: bool = False
    noted: bool = False


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
    dropped: list[tuple[DigestSentence, bool]] = []
    for offer in form(material):
        if len(before) + len(kept) == MOST:
            break
        if offer.spare and len(before) + len(kept) >= FEWEST:
            continue
        earlier = [s.text for s in (*before, *kept)]
        first: DigestSentence | None = None
        for sentence in offer.sentences:
            if tells_again(sentence.text, earlier):
                continue
            reasons = faults(sentence, material) or one_sided(sentence, material, (*before, *kept))
            if not reasons:
                kept.append(sentence)
                first = None
                break
            first = first or sentence
        if first is not None:
            dropped.append((first, offer.noted))
    told = {c for s in (*before, *kept) for c in s.claims}
    # what another sentence tells after all is not left out
    return kept, [unverified(s) for s, noted in dropped if noted or not told & set(s.claims[:1])]


def faults(sentence: DigestSentence, material: Material) -> tuple[str, ...]:
    """Why a sentence cannot be told: what its citations do not bear, and words that the reports quote differently."""
    reasons = material.verifier.unborne(sentence)
    if said := material.in_conflict(sentence.text):
        reasons = (*reasons, f"the reports quote “{said}” with different senses")
    reasons += tuple(f"“{said}” stands in no report in one stretch" for said in glued(sentence, material.documents))
    if not is_an_extract(sentence, material.documents):
        missing = not_in_citations(sentence, material.documents, material.parties)
        reasons = (*reasons, *((unsupported(missing),) if missing else ()))
    return reasons


LEFT_OUT = re.compile(r"…|\.\.\.|\[[^\]]*\]")
"""Marks between which words were left out or put in."""


def glued(sentence: DigestSentence, documents: Mapping[str, Document]) -> list[str]:
    """The quotations of a sentence that stand in none of its reports in one stretch, but where words are left out."""
    wanted = {said: [words(piece) for piece in LEFT_OUT.split(said)] for said in quotations_in(sentence.text)}
    if not wanted:
        return []
    cited = [documents[d] for d in sorted({c.document for c in sentence.citations})]
    there = [words(f"{d.headline or ''}\n{d.text}") for d in cited]
    return [said for said, some in wanted.items() if not any(all(contains(t, p) for p in some) for t in there)]


def one_sided(sentence: DigestSentence, material: Material, earlier: Sequence[DigestSentence]) -> tuple[str, ...]:
    """Why a sentence that holds may not stand: it tells a plan, and nothing so far that its own planner denies it."""
    if not material.denials:
        return ()
    verifier = material.verifier
    told = [b for e in earlier for b in verifier.bearing(e)]
    left_out = material.denials.left_out(verifier.bearing(sentence), verifier.deniers(sentence), told)
    return tuple(f"it leaves out that {t.event.voice.name} denies it" for t in left_out[:1] if t.event.voice)


def unsupported(missing: Iterable[str]) -> str:
    """What is wrong with a sentence that has figures or names which stand in none of its places."""
    marked = [f"“{word}”" for word in sorted(missing)]
    if len(marked) == 1:
        return f"{marked[0]} does not stand in any place that it cites"
    return f"{', '.join(marked[:-1])} and {marked[-1]} do not stand in any place that it cites"


def is_an_extract(sentence: DigestSentence, documents: Mapping[str, Document]) -> bool:
    """Whether a digest sentence stands word for word in a place it cites."""
    said = " ".join(sentence.text.split())
    return any(said in " ".join(documents[c.document].words_at(c.span).split()) for c in sentence.citations)


def unverified(sentence: DigestSentence) -> Problem:
    """The note that a sentence was dropped, with the first place that it cites.

    The sentence itself may be false and is not shown; `faults` tells what is wrong with it.
    """
    place = sentence.citations[0] if sentence.citations else None
    return Problem(
        stage="account",
        code="digest-unverified",
        message="something told here is left out of the digest: no sentence for it could be held against the reports",
        document=place.document if place else None,
        span=place.span if place else None,
    )


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
    wanted = {w for m in NAME_OR_FIGURE.finditer(sentence.text) for w in words(m.group())}
    missing = wanted - carried - SPELT  # the checker compares their values
    if not missing:
        return missing  # most sentences: the mentions of a large story need not be gone through
    cited: dict[str, list[Span]] = {}
    for c in sentence.citations:
        cited.setdefault(c.document, []).append(c.span)
    for party in parties:
        if any(span.touches(m.span) for m in party.mentions for span in cited.get(m.document, ())):
            missing.difference_update(w for n in (party.name, *party.aliases) for w in words(n))
    return missing
