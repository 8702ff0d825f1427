"""What a report says that it said before: that is what its outlet takes back, and not what the report tells."""

from __future__ import annotations

import re

from rashomon.core.document import Document
from rashomon.core.span import Span

OWN_EARLIER = re.compile(
    r"\b(?:earlier|previous|prior|original|initial|first) (?:online |print |published |web )?(?:versions?|editions?)"
    r" (?:of|in) (?:this|our) (?:news )?(?:report|story|article|item|post|piece)"
    r" (?:had |has )?(?:\w+ly )?(?:said|stated|reported|wrote|claimed|gave|put)\b"
    r"|\bthis (?:news )?(?:report|story|article|item|post|piece)"
    r" (?:originally|initially|previously|earlier|incorrectly|wrongly|mistakenly|erroneously|falsely)"
    r" (?:said|stated|reported|wrote|claimed|gave|put)\b",
    re.IGNORECASE,
)
"""Words of a report on an earlier version of itself; what stands behind them is what that version said."""


def corrects_itself(document: Document) -> bool:
    """Whether a document tells anywhere what it said before."""
    return any(n.wrong is not None for n in document.notices) or OWN_EARLIER.search(document.text) is not None


def told_before(document: Document, place: Span, sentence: Span) -> bool:
    """Whether a place of a document is told as what the report said before it was corrected.

    Args:
        document: the document.
        place: where something is told in it.
        sentence: the sentence around that place.
    """
    for notice in document.notices:
        if notice.wrong is not None and (notice.wrong.covers(place) or notice.span.covers(place)):
            return notice.wrong.covers(place)  # the notice says itself which of its words were wrong
    if place.start < sentence.start or place.part is not sentence.part:
        return False
    return OWN_EARLIER.search(document.part(sentence.part)[sentence.start : place.start]) is not None
