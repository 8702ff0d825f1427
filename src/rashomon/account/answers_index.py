"""The tellings of a story by document and place, for finding what answers what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rashomon.core import Citation, Claim, Document, Reading, Referent, Span
from rashomon.core.alignment import Telling

Key = tuple[str, str, str]
"""The answering claim, the one it answers, and how."""

Agree = Callable[[Telling, Telling, tuple[Reading, Reading]], bool]
"""Compares two tellings with the readings of their documents."""

MOST_PAIRS = 40
"""Pairs of tellings of two claims that are compared; beyond it the claims are too large to differ by the rest."""


class Told:
    """Every claim with its tellings, and the tellings of each document in the order of the text."""

    def __init__(
        self,
        claims: Sequence[Claim],
        tellings: Mapping[str, Sequence[Telling]],
        documents: Mapping[str, Document],
        readings: Mapping[str, Reading],
    ) -> None:
        self.claims = claims
        self.documents = documents
        self.readings = readings
        self._tellings = tellings
        self._claims = {c.id: c for c in claims}
        self.by_document: dict[str, list[tuple[str, Telling]]] = {}
        for claim in claims:
            for t in tellings[claim.id]:
                self.by_document.setdefault(t.document, []).append((claim.id, t))
        for here in self.by_document.values():
            here.sort(key=lambda x: (x[1].event.predicate.span, x[0]))

    def claim(self, claim: str) -> Claim:
        """A claim by its id."""
        return self._claims[claim]

    def of(self, claim: str) -> Sequence[Telling]:
        """The tellings of a claim."""
        return self._tellings[claim]

    def in_sentence(self, document: str, sentence: Span) -> list[tuple[str, Telling]]:
        """The tellings of one sentence, in order."""
        return [x for x in self.by_document.get(document, ()) if x[1].event.sentence == sentence]

    def cite(self, document: str, span: Span) -> Citation:
        """A place as a citation."""
        return Citation(document=document, span=span)

    def _pairwise(self, left: str, right: str, agree: Agree) -> list[bool]:
        pairs = [(a, b) for a in self.of(left) for b in self.of(right)][:MOST_PAIRS]
        return [agree(a, b, (self.readings[a.document], self.readings[b.document])) for a, b in pairs]

    def all_agree(self, left: str, right: str, agree: Agree) -> bool:
        """Whether two claims' tellings agree pair by pair, as far as they are compared."""
        found = self._pairwise(left, right, agree)
        return bool(found) and all(found)

    def any_agrees(self, left: str, right: str, agree: Agree) -> bool:
        """Whether some pair of two claims' tellings agrees."""
        return any(self._pairwise(left, right, agree))


def named_like(referent: Referent | None, name: str) -> bool:
    """Whether a role bears a name, in full or by its last word."""
    if referent is None or not name.strip():
        return False
    own, other = referent.name.lower().split(), name.lower().split()
    return bool(own) and bool(other) and own[-1] == other[-1]
