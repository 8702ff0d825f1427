"""Where the words of a decision's places stand now: a text that was cleaned anew may have moved them."""

from __future__ import annotations

import re

from rashomon.core import Citation, Decision, Document, Part, Span

ALIKE = ('"“”„‟«»〝〞', "'‘’‚‹›`´", "-‐‑‒–—―")
"""Characters that cleaning may write one for another."""


def places_of(decision: Decision) -> list[tuple[Citation, str]]:
    """The places of a decision, each with the words that stood there, empty where they were not kept."""
    words = (*decision.words, *([""] * len(decision.places)))
    return list(zip(decision.places, words, strict=False))


def anchored(document: Document, span: Span, words: str) -> Span | None:
    """Where these words stand now, the nearest to where they stood; None where they do not.

    They are found whatever blanks are between them, and whatever marks and dashes the text is written with. Of a place
    without words it is known only whether the text still reaches so far.
    """
    if not words.strip():
        return span if span.end <= len(document.part(span.part)) else None
    if document.words_at(span) == words:
        return span
    pattern = re.compile(r"\s+".join(_any_mark(word) for word in words.split()))
    found = [
        (part is not span.part, abs(m.start() - span.start), Span(m.start(), m.end(), part))
        for part in Part
        for m in pattern.finditer(document.part(part))
    ]
    return min(found)[-1] if found else None


def _any_mark(word: str) -> str:
    """A pattern for one word, with any mark of a kind for each of its marks."""
    kinds = {character: f"[{re.escape(alike)}]" for alike in ALIKE for character in alike}
    return "".join(kinds.get(character) or re.escape(character) for character in word)


def alike(left: Span, right: Span) -> float:
    """How far two places are one, in [0, 1]: the characters that both hold, of those that either does."""
    shared = left.shared_chars(right)
    either = len(left) + len(right) - shared
    return shared / either if either else float(left == right)
