"""What of a document is read: English, and no more than any news report needs."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.core import Document, Passage, Problem, Span

LONGEST_CHARS = 100_000
"""Prose beyond this is not read: some 17,000 words, more than any report and few dossiers have. It bounds the time
that one document can take."""

SENTENCE_END = re.compile(r"(?P<end>[.!?][”’\"')]*)\s")
BLANK = re.compile(r"\s")


def readable(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """The document with only the passages that are read, and a problem for what is not.

    A document in another language than English keeps its place in stories and copies, but nothing is read in it.
    """
    if document.language not in (None, "en"):
        message = f"only English is read so far; nothing is read in this document ({document.language})"
        return replace(document, passages=(), headline_span=None), (_problem("language-not-read", message, document),)
    kept: list[Passage] = []
    chars = 0
    for passage in document.passages:
        left = LONGEST_CHARS - chars
        chars += len(passage.span)
        if chars > LONGEST_CHARS:
            if (cut := _cut(passage, left, document)) is not None:
                kept.append(cut)
            message = (
                f"only about the first {LONGEST_CHARS:,} characters of prose are read; divide the document to read all"
            )
            return replace(document, passages=tuple(kept)), (_problem("too-long-to-read", message, document),)
        kept.append(passage)
    return document, ()


def _cut(passage: Passage, most_chars: int, document: Document) -> Passage | None:
    """The beginning of a passage, to the end of a sentence or else to a blank; None where there is neither."""
    words = document.words_at(passage.span)[: most_chars + 1]
    ends = [m.end("end") for m in SENTENCE_END.finditer(words)] or [m.start() for m in BLANK.finditer(words)]
    if not ends:
        return None
    span = Span(passage.span.start, passage.span.start + ends[-1], passage.span.part)
    return replace(passage, span=span) if words[: ends[-1]].strip() else None


def _problem(code: str, message: str, document: Document) -> Problem:
    return Problem(stage="read", code=code, message=message, document=document.id)
