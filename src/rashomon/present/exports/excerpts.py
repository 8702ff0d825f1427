"""How much of a report's words an export carries unless its full text is asked for."""

from __future__ import annotations

from rashomon.core import Document, Span

EXCERPT_CHARS = 300
"""No excerpt is longer, and no words of a citation; places stay whole."""
AROUND_CHARS = 32
"""So much stands before and behind the words that an annotation quotes, to find them again."""
ELLIPSIS = "…"


def excerpt(words: str, *, whole: bool = False) -> str:
    """The words, cut at a blank where they are longer than an excerpt may be; an ellipsis tells that they are cut."""
    if whole or len(words) <= EXCERPT_CHARS:
        return words
    head = words[: EXCERPT_CHARS - 1]
    at = max(head.rfind(" "), head.rfind("\n"))
    return (head[:at] if at > EXCERPT_CHARS // 2 else head).rstrip() + ELLIPSIS


def words_at(document: Document, span: Span, *, whole: bool = False) -> str:
    """The words at a place as far as an export carries them."""
    return excerpt(document.words_at(span), whole=whole)
