"""What of a document is read: English, and no more than any news report needs."""

from __future__ import annotations

from dataclasses import replace

from rashomon.core import Document, Passage, Problem

LONGEST_CHARS = 100_000
"""Prose beyond this is not read: some 17,000 words, more than any report and few dossiers have. It bounds the time
that one document can take."""


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
        chars += len(passage.span)
        if chars > LONGEST_CHARS:
            message = f"only the first {LONGEST_CHARS:,} characters of prose are read; divide the document to read all"
            return replace(document, passages=tuple(kept)), (_problem("too-long-to-read", message, document),)
        kept.append(passage)
    return document, ()


def _problem(code: str, message: str, document: Document) -> Problem:
    return Problem(stage="read", code=code, message=message, document=document.id)
