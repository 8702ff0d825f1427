"""What is told of a document across languages: the vector of its lead, its names, figures and days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rashomon.core import Document, Part
from rashomon.group.languages.figures import days_in, figures_in
from rashomon.group.languages.names import Name, names_in
from rashomon.group.languages.settings import LanguageSettings
from rashomon.group.languages.vectors import encode
from rashomon.group.words import SENTENCE_END

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Weights = NDArray[np.float32]

LEAD_SENTENCES = 2


class Beginning(NamedTuple):
    """The words of a document of which a sketch is made; all that is kept while one language only has been met."""

    document: str
    language: str
    at: float | None
    headline: str
    prose: str


class Sketch(NamedTuple):
    """A document as it is likened to others across languages."""

    beginning: Beginning
    vector: Weights
    names: tuple[Name, ...]
    figures: frozenset[str]
    days: frozenset[str]


def beginning(document: Document, language: str, settings: LanguageSettings) -> Beginning:
    """The headline of a document and the beginning of its prose."""
    at = document.published_at.timestamp() if document.published_at else None
    pieces, size = [], 0
    for passage in document.prose():
        span = passage.span
        if span.part is Part.HEADLINE or span == document.headline_span:
            continue
        piece = document.words_at(span)[: settings.read_chars - size]
        pieces.append(piece)
        size += len(piece) + 1
        if size >= settings.read_chars:
            break
    return Beginning(document.id, language, at, document.headline or "", "\n".join(pieces))


def sketches(beginnings: Sequence[Beginning], settings: LanguageSettings) -> list[Sketch]:
    """The sketches of these documents; many at once are encoded faster."""
    vectors = encode([_lead(each, settings) for each in beginnings])
    return [sketched(each, vector, settings) for each, vector in zip(beginnings, vectors, strict=True)]


def sketched(begun: Beginning, vector: Weights, settings: LanguageSettings) -> Sketch:
    """The sketch of a document whose lead has this vector."""
    whole = f"{begun.headline}\n{begun.prose}"
    return Sketch(
        begun,
        vector,
        names_in(begun.headline, begun.prose, begun.language, lead_chars=settings.lead_chars),
        figures_in(whole),
        days_in(whole, begun.language),
    )


def _lead(begun: Beginning, settings: LanguageSettings) -> str:
    """The headline and the first sentences."""
    ends = [match.start() + 1 for match in SENTENCE_END.finditer(begun.prose[: settings.lead_chars])]
    cut = ends[LEAD_SENTENCES - 1] if len(ends) >= LEAD_SENTENCES else settings.lead_chars
    return f"{begun.headline}\n{begun.prose[:cut]}".strip()
