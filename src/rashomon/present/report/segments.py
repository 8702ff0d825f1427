"""A report's text cut at every border of the places cited in it, so that overlapping places can be marked.

HTML elements nest, places do not: two citations may overlap without one holding the other. Each block of the
text (a passage, or a stretch set aside) is therefore cut at all borders; a segment knows the places that
cover it, and a place begins at exactly one segment.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rashomon.core import Document, Part, Role, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words between two borders: the places that begin here, and all that cover it."""

    words: str
    begins: tuple[Span, ...]
    within: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A passage (`role`) or a stretch set aside (`reason`) of one document, in segments."""

    role: Role | None
    reason: str | None
    segments: tuple[Segment, ...]


def blocks(document: Document, places: Iterable[Span]) -> list[Block]:
    """All words of a document in order, the headline field first where the text does not hold it.

    Words that neither a passage nor a stretch set aside covers come as a block of their own with neither
    role nor reason: nothing is dropped.
    """
    cited = _Near(places)
    found: list[Block] = []
    begun: set[Span] = set()
    headline = document.headline_span
    if headline is not None and headline.part is Part.HEADLINE and document.headline:
        whole = Span(0, len(document.headline), Part.HEADLINE)
        found.append(_block(document, whole, Role.HEADLINE, None, cited, begun))
    for span, role, reason in _stretches(document):
        if document.words_at(span).strip():
            found.append(_block(document, span, role, reason, cited, begun))
    return found


def _stretches(document: Document) -> Iterable[tuple[Span, Role | None, str | None]]:
    """Passages and set-aside stretches in order, without overlap, with the gaps between them."""
    known: list[tuple[Span, Role | None, str | None]] = [
        *((p.span, p.role, None) for p in document.passages),
        *((s.span, None, s.reason) for s in document.set_aside),
    ]
    at = 0
    for span, role, reason in sorted(known, key=lambda stretch: (stretch[0].start, stretch[0].end)):
        if span.part is not Part.TEXT or span.end <= at:
            continue
        start = max(span.start, at)
        if start > at:
            yield Span(at, start), None, None
        yield Span(start, span.end), role, reason
        at = span.end
    if at < len(document.text):
        yield Span(at, len(document.text)), None, None


class _Near:
    """Places looked through once, for stretches that come in order: a long report has thousands of both."""

    def __init__(self, places: Iterable[Span]) -> None:
        self._waiting = deque(sorted(set(places)))
        self._open: list[Span] = []

    def touching(self, whole: Span) -> list[Span]:
        """The places that share a character with a stretch, in order."""
        while self._waiting and self._waiting[0] < Span(whole.end, whole.end, whole.part):
            self._open.append(self._waiting.popleft())
        self._open = [place for place in self._open if (place.part, place.end) > (whole.part, whole.start)]
        return [place for place in self._open if place.touches(whole)]


def _block(
    document: Document, whole: Span, role: Role | None, reason: str | None, cited: _Near, begun: set[Span]
) -> Block:
    here = cited.touching(whole)
    borders = {whole.start, whole.end}
    for place in here:
        borders |= {max(place.start, whole.start), min(place.end, whole.end)}
    edges = sorted(borders)
    segments = []
    for start, end in pairwise(edges):
        span = Span(start, end, whole.part)
        within = tuple(place for place in here if place.covers(span))
        begins = tuple(place for place in within if place not in begun)
        begun.update(begins)
        segments.append(Segment(words=document.words_at(span), begins=begins, within=within))
    return Block(role=role, reason=reason, segments=tuple(segments))
