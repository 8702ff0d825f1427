"""The different words that outlets use for one party or thing; spans, no scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.core import Citation, Claim, Document, Framing, Referent, Span, WordingInUse
from rashomon.core.alignment import Telling
from rashomon.core.nouns import like_nouns
from rashomon.core.words import stem

PRONOUNS = frozenset(
    "anyone anybody everyone nobody he she it they him her them we us i you who which that this these those".split()
)


def framing_of(
    claims: Sequence[Claim], tellings: Mapping[str, Sequence[Telling]], documents: Mapping[str, Document]
) -> tuple[Framing, ...]:
    """For the target of each claim that several documents carry, the different head words they use."""
    found = []
    for claim in claims:
        if len({t.document for t in tellings[claim.id]}) < 2:
            continue
        words: dict[str, dict[str, list[Citation]]] = {}
        heads: set[str] = set()
        for t in tellings[claim.id]:
            target = t.event.target
            if target is None or not target.head or target.head.lower() in PRONOUNS or t.target is not None:
                continue
            if heads and not any(like_nouns(target.head.lower(), h) for h in heads):
                continue
            heads.add(target.head.lower())
            head = stem(target.head)
            shown, span = phrase(target, documents[t.document])
            words.setdefault(head, {}).setdefault(shown, []).append(Citation(document=t.document, span=span))
        if len(words) < 2:
            continue
        wordings = tuple(
            WordingInUse(
                words=max(sorted(forms), key=lambda w, f=forms: len(f[w])),  # type: ignore[misc]
                citations=tuple(sorted({c for cs in forms.values() for c in cs})),
            )
            for forms in words.values()
        )
        of = claim.target or claim.text
        found.append(Framing(of=of, wordings=tuple(sorted(wordings, key=lambda w: (-len(w.citations), w.words)))))
    return tuple(found)


def phrase(referent: Referent, document: Document) -> tuple[str, Span]:
    """A referent's words on one line, and their place."""
    return " ".join(document.words_at(referent.span).split()), referent.span
