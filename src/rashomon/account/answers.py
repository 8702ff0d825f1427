"""Which claim answers which, as the words between them say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rashomon.core import Answer, Citation, Claim, Document, Span, Status
from rashomon.core.alignment import Telling

RESPONSE = re.compile(
    r"\b(?:in|as an?|as) (?:\w+ )?(?:response|retaliation|reply|answer|reprisal|revenge) (?:to|for|against)\b"
    r"|\bin return for\b",
    re.IGNORECASE,
)
ASKED = frozenset({Status.PROPOSED, Status.PLANNED, Status.THREATENED})


def answers_of(
    claims: Sequence[Claim], tellings: Mapping[str, Sequence[Telling]], documents: Mapping[str, Document]
) -> tuple[Answer, ...]:
    """Links between claims: a response where one sentence says so, a refusal of what was asked, a denial."""
    found: dict[tuple[str, str, str], set[Citation]] = {}
    shown = {c.id for c in claims}
    in_sentence: dict[tuple[str, Span], list[tuple[str, Telling]]] = {}
    for claim, told in tellings.items():
        for t in told:
            if claim in shown:
                in_sentence.setdefault((t.document, t.event.sentence), []).append((claim, t))
    for (document, sentence), told_here in in_sentence.items():
        link = RESPONSE.search(documents[document].words_at(sentence))
        if link is None:
            continue
        at = sentence.start + link.start()
        before = [x for x in told_here if x[1].event.predicate.span.end <= at]
        after = [x for x in told_here if x[1].event.predicate.span.start >= sentence.start + link.end()]
        if before and after:
            answering = max(before, key=lambda x: x[1].event.predicate.span.start)[0]
            answered = min(after, key=lambda x: x[1].event.predicate.span.start)[0]
            if answering != answered:
                key = (answering, answered, "responds")
                found.setdefault(key, set()).add(Citation(document=document, span=sentence))
    for refused, asked, citations in refusals(claims, tellings):
        found.setdefault((refused, asked, "refuses"), set()).update(citations)
    return tuple(
        Answer(claim=c, to=to, kind=kind, citations=tuple(sorted(places)))
        for (c, to, kind), places in sorted(found.items())
    )


def refusals(
    claims: Sequence[Claim], tellings: Mapping[str, Sequence[Telling]]
) -> list[tuple[str, str, list[Citation]]]:
    """Pairs of a claim refused in every report and one of the same action that somebody asked for."""
    refused = [c for c in claims if c.reports and all(r.status is Status.REFUSED for r in c.reports)]
    asked = [c for c in claims if any(r.status in ASKED for r in c.reports)]
    found = []
    for r in refused:
        for a in asked:
            same = tellings[r.id][0].event.predicate.lemma, tellings[a.id][0].event.predicate.lemma
            documents = {x.document for x in r.reports} & {x.document for x in a.reports}
            if r.id != a.id and same[0] == same[1] and documents:
                found.append((r.id, a.id, [Citation(document=x.document, span=x.span) for x in r.reports]))
    return found
