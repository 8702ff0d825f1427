"""What some outlets tell as alleged and others as bare fact."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rashomon.account.framing_names import in_quotation
from rashomon.core import Citation, Claim, Document, Framing, Reading, Span, Status, WordingInUse
from rashomon.core.alignment import Telling

OF_NOUNS = re.compile(
    r"\b(?:alleged|suspected|supposed|purported|reported|apparent|claimed|so-called|presumed|ostensible)\b",
    re.IGNORECASE,
)
OF_VERBS = re.compile(
    r"\b(?:allegedly|supposedly|purportedly|reportedly|apparently|ostensibly"
    r"|believed to have|accused of|said to have)\b",
    re.IGNORECASE,
)
"""Words of a writer's own that keep open whether it happened."""

MOST_CHARS_OFF = 40
MOST_WORDS_OFF = {"noun": 3, "verb": 1, "adjective": 1, "light": 4}
"""How many words may stand between a hedge and the word it hedges, by the form of that word."""

BARE = frozenset({Status.DONE, Status.UNDERWAY})


def hedged_and_bare(
    claims: Sequence[Claim],
    tellings: Mapping[str, Sequence[Telling]],
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
) -> list[Framing]:
    """The claims that one document hedges in its own words and another tells as fact in its own voice."""
    found = []
    for claim in claims:
        hedged: dict[str, list[Citation]] = {}
        bare: dict[str, list[Citation]] = {}
        # "the killings" leaves open who killed, and says nothing against "accused of killing"
        acts = any(_is_hedged(t, documents) and t.event.predicate.form != "noun" for t in tellings[claim.id])
        for t in tellings[claim.id]:
            if acts and t.event.predicate.form == "noun":
                continue
            document = documents[t.document]
            if t.event.status is Status.ALLEGED and (place := hedge_of(t, document)) is not None:
                hedged.setdefault(_shown(document, place), []).append(Citation(document=t.document, span=place))
            elif t.event.status in BARE and t.event.voice is None and t.event.quotation is None:
                place = phrase_of(t)
                if not in_quotation(Citation(document=t.document, span=place), document, readings[t.document]):
                    bare.setdefault(_shown(document, place), []).append(Citation(document=t.document, span=place))
        carriers = [{c.document for cs in uses.values() for c in cs} for uses in (hedged, bare)]
        if carriers[0] and carriers[1] and carriers[0] != carriers[1]:
            found.append(Framing(of=claim.text, kind="hedge", wordings=(*_made(hedged, hedged=True), *_made(bare))))
    return found


def _is_hedged(telling: Telling, documents: Mapping[str, Document]) -> bool:
    hedged = telling.event.status is Status.ALLEGED
    return hedged and hedge_of(telling, documents[telling.document]) is not None


def hedge_of(telling: Telling, document: Document) -> Span | None:
    """The place from the writer's hedge to the word that it hedges, None where the clause has no such word."""
    event, text = telling.event, document.part(telling.event.span.part)
    start = max(event.sentence.start, event.predicate.span.start - MOST_CHARS_OFF)
    pattern = OF_NOUNS if event.predicate.form == "noun" else OF_VERBS
    matches = list(pattern.finditer(text, start, event.predicate.span.start))
    between = text[matches[-1].end() : event.predicate.span.start] if matches else ""
    if not matches or re.search(r"[.,;:!?]", between):
        return None
    if len(between.split()) > MOST_WORDS_OFF[event.predicate.form]:
        return None
    return Span(matches[-1].start(), event.predicate.span.end, event.span.part)


def phrase_of(telling: Telling) -> Span:
    """A bare telling's words: the predicate with its actor where that stands right before it."""
    event = telling.event
    start, at = event.predicate.span.start, event.actor.span if event.actor is not None else None
    near = at is not None and at.part == event.predicate.span.part and 0 <= start - at.end <= 1
    return Span(at.start if near and at is not None else start, event.predicate.span.end, event.predicate.span.part)


def _shown(document: Document, place: Span) -> str:
    return " ".join(document.words_at(place).split())


def _made(uses: Mapping[str, Sequence[Citation]], *, hedged: bool = False) -> list[WordingInUse]:
    made = [WordingInUse(words=w, citations=tuple(sorted(set(cs))), hedged=hedged) for w, cs in uses.items()]
    return sorted(made, key=lambda w: (-len(w.citations), w.words))
