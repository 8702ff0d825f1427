"""The verbs with which headlines tell one happening."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.core import Citation, Claim, Document, Framing, WordingInUse
from rashomon.core.alignment import Telling


def headline_verbs(
    claims: Sequence[Claim], tellings: Mapping[str, Sequence[Telling]], documents: Mapping[str, Document]
) -> list[Framing]:
    """The claims that the headlines of several documents tell with different verbs, with the verbs as they stand."""
    found = []
    for claim in claims:
        uses: dict[str, dict[str, list[Citation]]] = {}
        for t in tellings[claim.id]:
            headline = documents[t.document].headline_span
            if headline is None or not headline.covers(t.event.predicate.span):
                continue
            shown = " ".join(documents[t.document].words_at(t.event.predicate.span).split())
            place = Citation(document=t.document, span=t.event.predicate.span)
            uses.setdefault(t.event.predicate.lemma.lower(), {}).setdefault(shown, []).append(place)
        carriers = [frozenset(c.document for cs in forms.values() for c in cs) for forms in uses.values()]
        if len(uses) < 2 or len(set(carriers)) < 2:
            continue
        wordings = [
            WordingInUse(
                words=max(sorted(forms), key=lambda w, f=forms: len(f[w])),  # type: ignore[misc]
                citations=tuple(sorted({c for cs in forms.values() for c in cs})),
            )
            for forms in uses.values()
        ]
        ordered = tuple(sorted(wordings, key=lambda w: (-len(w.citations), w.words)))
        found.append(Framing(of=claim.text, kind="headline", wordings=ordered))
    return found
