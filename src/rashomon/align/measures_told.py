"""The measures that a clause tells, and how it holds them: what something came to, by how much, for how long."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.align.numerals import counts_nothing, part_of_others
from rashomon.core import Document, Event, Figure, Reading

WAYS = {"to": "to", "at": "to", "by": "by", "of": "by"}
"""How a clause holds what it measures: "slowed to 5.2 %" and "stood at 5.2 %", "rose by 3 %" and "rose 3 %". What
stands behind "from", "than" or "above" is not what the clause tells."""

NEARLY = frozenset("a an the about around some nearly almost just roughly only record further another".split())
"""Words that stand between what holds a measure and the measure."""


def measured(event: Event, reading: Reading, document: Document) -> list[tuple[Figure, str]]:
    """The measures that a clause tells, and the way in which it holds them.

    Of one way only the first: "rose 3.4 percent, the biggest rise since May's 5 percent" tells the first.
    """
    found: dict[str, Figure] = {}
    verb = event.predicate.span
    for figure in reading.figures:
        if figure.span not in event.figures or figure.unit is None or figure.span.part != event.span.part:
            continue
        acted_on = event.target is not None and event.target.span.covers(figure.span)
        if figure.span.start < verb.end and not acted_on:
            continue
        if counts_nothing(figure, document) or part_of_others(figure, document):
            continue
        before = _before(figure, event, document)
        way = WAYS.get(before[-1], "by" if acted_on else None) if before else "by"
        if way is not None:
            found.setdefault(way, figure)
    return [(figure, way) for way, figure in found.items()] + terms(event, reading, document)


def _before(figure: Figure, event: Event, document: Document) -> list[str]:
    """The words from the verb to a figure behind it, but for those that stand between what holds it and itself."""
    text, start = document.part(event.span.part), min(event.predicate.span.end, figure.span.start)
    return [w for w in text[start : figure.span.start].lower().split() if w not in NEARLY]


def came_to(event: Event, reading: Reading, document: Document) -> list[tuple[Figure, str]]:
    """The measures that something is told to have come "to", or to have changed "by", in so many words."""
    found = []
    for figure, _ in measured(event, reading, document):
        way = "".join(_before(figure, event, document)[-1:])
        if figure.unit is not None and way in {"to", "by"}:
            found.append((figure, way))
    return found


LASTING = frozenset({"second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade"})
SCALED = re.compile(r"\bfor (?:(?:just|only) )?$", re.IGNORECASE)
"""What holds a price or how long something lasts: "bought it for 40 million crowns", "jailed for four years"."""

CARRIED = re.compile(r"(?:\b(?:by|with) |, )(?:just |only )?$", re.IGNORECASE)
"""What holds the votes of a decision: "approved by 60 votes to 40", "was approved on Friday, 60 votes to 40"."""

BEHIND_A_COMMA = re.compile(r",? ")
"""What stands between a clause and the votes that it leaves for its end."""

SUM = re.compile(r"[A-Z]{3}|cent|rupee|peso|shilling|kron[ae]|crown|dinar|dirham|riyal|franc|lira")
"""The units of money: a code, or the word itself where it names money of several countries."""


def terms(event: Event, reading: Reading, document: Document) -> list[tuple[Figure, str]]:
    """The price, the length of time and the votes that a clause gives for what it tells, where they are exact.

    A sentence that gives two of a kind may share them out among several deeds or people, and tells none of them of
    this clause alone; those that lost by "60 votes to 40" are no second of the kind, but the other half of one score.
    """
    text, verb = document.part(event.span.part), event.predicate.span
    found: dict[str, list[Figure]] = {}
    for figure in reading.figures:
        if not event.sentence.covers(figure.span) or text[: figure.span.start].endswith(" to "):
            continue
        if kind := _term(figure):
            found.setdefault(kind, []).append(figure)
    told = []
    for kind, figures in found.items():
        figure, held = figures[0], CARRIED if kind == "votes" else SCALED
        aside = kind == "votes" and BEHIND_A_COMMA.fullmatch(text[event.span.end : figure.span.start]) is not None
        if len(figures) > 1 or figure.bound != "exact" or not (aside or event.span.covers(figure.span)):
            continue
        if figure.span.start >= verb.end and held.search(text[verb.end : figure.span.start]):
            told.append((figure, kind))
            lost = _lost(figure, reading, text) if kind == "votes" else None
            told += [(lost, AGAINST)] if lost is not None else []
    return told


AGAINST = "votes against"
OTHER_HALF = re.compile(r"\s*(?:votes?\s+)?to\s+", re.IGNORECASE)
"""What stands between the two numbers of a score: "60 votes to 40", "60 to 40 votes"."""


def _lost(won: Figure, reading: Reading, text: str) -> Figure | None:
    """The other number of the score whose first is the votes that won."""
    for figure in reading.figures:
        behind = figure.span.part == won.span.part and figure.span.start >= won.span.end
        if behind and figure.unit is None and OTHER_HALF.fullmatch(text[won.span.end : figure.span.start]):
            return replace(figure, counts=AGAINST, head="vote")
    return None


def _term(figure: Figure) -> str | None:
    if figure.unit is None:
        return "votes" if figure.head == "vote" else None
    if figure.unit in LASTING:
        return "length"
    return "price" if SUM.fullmatch(figure.unit) else None
