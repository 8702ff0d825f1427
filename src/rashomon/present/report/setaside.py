"""What was set aside in the reports of a story, by reason: nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.core import Citation
from rashomon.present.report.sheet import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A reason, how many stretches and words were set aside for it, and where."""

    reason: str
    stretches: int
    words: int
    places: tuple[Citation, ...]


def asides(columns: Iterable[Column]) -> list[Aside]:
    """What was set aside by reason, the most words first."""
    found: dict[str, list[tuple[Citation, int]]] = {}
    for column in columns:
        for aside in column.document.set_aside:
            words = len(column.document.words_at(aside.span).split())
            if words:
                place = Citation(document=column.document.id, span=aside.span)
                found.setdefault(aside.reason, []).append((place, words))
    told = [
        Aside(
            reason=reason,
            stretches=len(these),
            words=sum(words for _, words in these),
            places=tuple(place for place, _ in these),
        )
        for reason, these in found.items()
    ]
    return sorted(told, key=lambda aside: (-aside.words, aside.reason))
