"""A report's text with places in it marked, each by an element of its own wherever elements can be nested so.

HTML elements nest, places do not: two may cross without one holding the other. A place that nests is one element,
which the browser's own `:target` marks; one that crosses another, or runs over several paragraphs, is cut into pieces
that share a class, and needs a rule of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from rashomon.core import Document, Role, Span
from rashomon.present.report.characters import shown
from rashomon.present.report.segments import Block, blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A paragraph of a report with its words as markup; `holds` says whether a place is in it."""

    role: Role | None
    reason: str | None
    html: Markup
    holds: bool

    @property
    def kind(self) -> str:
        """What it is, as a class."""
        return "aside" if self.reason else self.role.value if self.role else "rest"


def marked(
    document: Document, names: Mapping[Span, str], *, pieces_before: int = 0
) -> tuple[list[Marked], dict[str, str]]:
    """The paragraphs of a report, and for each place in pieces the class of its pieces by its name.

    Args:
        document: the report.
        names: the places to mark, each with the id that its element gets.
        pieces_before: how many such classes are taken on the page.
    """
    found = blocks(document, names)
    pieces = {place: f"x{number}" for number, place in enumerate(_in_pieces(found), pieces_before + 1)}
    laid = [
        Marked(
            role=block.role,
            reason=block.reason,
            html=_words(block, names, pieces),
            holds=any(segment.within for segment in block.segments),
        )
        for block in found
    ]
    return laid, {names[place]: class_ for place, class_ in pieces.items()}


def _in_pieces(found: list[Block]) -> list[Span]:
    """The places that cross another or run over several blocks, in order."""
    crossing: set[Span] = set()
    seen: set[Span] = set()
    for block in found:
        here = {place for segment in block.segments for place in segment.within}
        crossing |= here & seen
        seen |= here
        crossing |= _crossing(here - crossing)
    return sorted(crossing)


def _crossing(places: Iterable[Span]) -> set[Span]:
    """Of some places in one block those that must be cut so that the others nest; the longer of two stays whole."""
    cut: set[Span] = set()
    open_: list[Span] = []
    for place in sorted(places, key=lambda p: (p.start, -p.end)):
        while open_ and open_[-1].end <= place.start:
            open_.pop()
        if open_ and place.end > open_[-1].end:
            cut.add(place)
        else:
            open_.append(place)
    return cut


def _words(block: Block, names: Mapping[Span, str], pieces: Mapping[Span, str]) -> Markup:
    parts: list[Markup] = []
    before: tuple[Span, ...] = ()
    for segment in block.segments:
        whole = tuple(
            sorted((place for place in segment.within if place not in pieces), key=lambda p: (p.start, -p.end))
        )
        kept = _shared(before, whole)
        parts.extend(Markup("</span>") for _ in before[kept:])
        parts.extend(Markup('<span class="at" id="{}">').format(names[place]) for place in whole[kept:])
        before = whole
        begins = [place for place in segment.begins if place in pieces]
        parts.extend(Markup('<span class="at" id="{}"></span>').format(names[place]) for place in begins)
        classes = " ".join(pieces[place] for place in segment.within if place in pieces)
        words = escape(shown(segment.words))
        parts.append(Markup('<span class="{}">{}</span>').format(classes, words) if classes else words)
    parts.extend(Markup("</span>") for _ in before)
    return Markup("").join(parts)


def _shared(before: tuple[Span, ...], now: tuple[Span, ...]) -> int:
    """How many of the open places stay open."""
    return next(
        (n for n, (left, right) in enumerate(zip(before, now, strict=False)) if left != right),
        min(len(before), len(now)),
    )
