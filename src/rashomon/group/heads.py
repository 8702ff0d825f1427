"""What comparing asks of a document beside its words: a few hundred bytes, so that no text travels with the work."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from rashomon.core import Document, Part


class Head(NamedTuple):
    """Who published a document and when, whom it credits, and how its passages lie."""

    id: str
    outlet: str | None
    address: str | None
    published_at: datetime | None
    credits: tuple[str, ...]
    picture_credits: tuple[str, ...]
    parts: tuple[Part, ...]
    """The part of each of its prose passages."""


def head_of(document: Document) -> Head:
    """What is asked of this one."""
    return Head(
        document.id,
        document.outlet,
        document.address,
        document.published_at,
        document.credits,
        document.picture_credits,
        tuple([passage.span.part for passage in document.prose()]),
    )
