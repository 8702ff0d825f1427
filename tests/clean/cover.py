"""Whether passages and set-aside stretches cover a text: every character that is not blank, once, in order."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.core import Part, Passage, SetAside, Span


def uncovered(text: str, passages: Iterable[Passage], aside: Iterable[SetAside]) -> list[Span]:
    """The stretches of `text` that no span covers, blanks at their ends left out; empty when all is covered.

    Raises:
        ValueError: Two spans overlap, or one lies outside the text.
    """
    every = [*(p.span for p in passages), *(a.span for a in aside)]
    spans = sorted(span for span in every if span.part is Part.TEXT)
    missing: list[Span] = []
    at = 0
    for span in spans:
        if span.start < at:
            raise ValueError(f"the spans {at} and {span.start}-{span.end} overlap")
        if span.end > len(text):
            raise ValueError(f"the span {span.start}-{span.end} lies beyond the text")
        _note(text, at, span.start, missing)
        at = span.end
    _note(text, at, len(text), missing)
    return missing


def _note(text: str, start: int, end: int, missing: list[Span]) -> None:
    if start < end:
        gap = Span(start, end).trimmed(text)
        if len(gap):
            missing.append(gap)
