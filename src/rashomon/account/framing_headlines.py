"""The verbs with which headlines tell one happening, and those that they give to one party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rashomon.core import Citation, Claim, Document, Framing, Kind, Reading, Referent, Span, WordingInUse
from rashomon.core.alignment import Telling

Uses = dict[str, dict[str, list[Citation]]]
"""Lemma -> words as they stand -> places."""


def headline_verbs(
    claims: Sequence[Claim], tellings: Mapping[str, Sequence[Telling]], documents: Mapping[str, Document]
) -> list[Framing]:
    """The claims that the headlines of several documents tell with different verbs, with the verbs as they stand."""
    found = []
    for claim in claims:
        uses: Uses = {}
        for t in tellings[claim.id]:
            if in_headline(t.event.predicate.span, documents[t.document]):
                _add(uses, t.event.predicate.lemma, t.event.predicate.span, documents[t.document])
        made = _made(claim.text, uses)
        found += [made] if made is not None else []
    return found


def verbs_of_parties(documents: Mapping[str, Document], readings: Mapping[str, Reading]) -> list[Framing]:
    """The verbs that the headlines of several documents give to one person or body, its saying among them.

    What stands in a quotation is the party's own word and not the headline's.
    """
    uses: dict[str, Uses] = {}
    names: dict[str, Counter[str]] = {}
    for document_id, reading in readings.items():
        document = documents[document_id]
        known: set[str] = set()
        for party, lemma, span in sorted(_verbs(reading), key=lambda x: x[2]):
            named = in_headline(span, document) and in_headline(party.span, document)
            word = document.words_at(span).replace(" ", "").replace("-", "").replace("’", "").replace("'", "")
            if not named or party.kind not in {Kind.PERSON, Kind.BODY} or not word.isalpha():
                continue
            key = party.name.lower().split()[-1]
            if key not in known:  # the first verb is what the headline says of it, the others hang on that
                known.add(key)
                names.setdefault(key, Counter())[" ".join(document.words_at(party.span).split())] += 1
                _add(uses.setdefault(key, {}), lemma, span, document)
    made = [_made(_commonest(names[key]), told) for key, told in sorted(uses.items())]
    return [m for m in made if m is not None]


def _verbs(reading: Reading) -> Iterator[tuple[Referent, str, Span]]:
    """Who does what in a document's own words, and who says."""
    for event in reading.events:
        own = event.voice is None and event.quotation is None and event.predicate.form in {"verb", "light"}
        if own and event.actor is not None:
            yield event.actor, event.predicate.lemma, event.predicate.span
    for quotation in reading.quotations:
        if quotation.cue is not None and quotation.cue_lemma is not None and quotation.speaker is not None:
            yield quotation.speaker, quotation.cue_lemma, quotation.cue


def _commonest(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))


def in_headline(span: Span, document: Document) -> bool:
    """Whether a place stands in the document's headline."""
    headline = document.headline_span
    return headline is not None and headline.covers(span)


def _add(uses: Uses, lemma: str, span: Span, document: Document) -> None:
    shown = " ".join(document.words_at(span).split())
    places = uses.setdefault(lemma.lower(), {}).setdefault(shown, [])
    if (place := Citation(document=document.id, span=span)) not in places:
        places.append(place)


def _made(of: str, uses: Uses) -> Framing | None:
    """A framing of at least two verbs that are not all used by the same documents, None where there is no such."""
    carriers = [frozenset(c.document for cs in forms.values() for c in cs) for forms in uses.values()]
    if len(uses) < 2 or len(set(carriers)) < 2:
        return None
    wordings = [
        WordingInUse(
            words=max(sorted(forms), key=lambda w, f=forms: len(f[w])),  # type: ignore[misc]
            citations=tuple(sorted({c for cs in forms.values() for c in cs})),
        )
        for forms in uses.values()
    ]
    return Framing(of=of, kind="headline", wordings=tuple(sorted(wordings, key=lambda w: (-len(w.citations), w.words))))
