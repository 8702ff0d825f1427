"""The order in which documents are taken."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.core import Document


def stream_order(document: Document) -> tuple[bool, float, str]:
    """By publishing time, the undated last, ties by id: the same whatever order they came in."""
    at = document.published_at
    return at is None, at.timestamp() if at is not None else 0.0, document.id


def in_order(documents: Iterable[Document]) -> dict[str, Document]:
    """Documents by id in that order; of several with one id the first."""
    first: dict[str, Document] = {}
    for document in sorted(documents, key=stream_order):
        first.setdefault(document.id, document)
    return first
