"""The order in which documents are taken."""

from __future__ import annotations

from rashomon.core import Document


def stream_order(document: Document) -> tuple[bool, float, str]:
    """By publishing time, the undated last, ties by id: the same whatever order they came in."""
    at = document.published_at
    return at is None, at.timestamp() if at is not None else 0.0, document.id
