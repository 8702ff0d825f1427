"""For what a number without a noun stands: "the three" are three of whom the report has told before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.align.quantities import counting_figure
from rashomon.core import Reading, Referent

POINTING = re.compile(r"(?:the|these|those|all)\s+(?:other\s+)?[\w,-]+", re.IGNORECASE)
"""An article or the like and one word more, which is the number."""


def pointed_at(referent: Referent, reading: Reading) -> Referent | None:
    """The last phrase before a number without a noun that gives that number of something; None for any other phrase."""
    number = _bare_number(referent, reading)
    if number is None or not POINTING.fullmatch(referent.name):
        return None
    before = (
        other
        for other in _phrases(reading)
        if other.span.part is referent.span.part
        and other.span.end <= referent.span.start
        and _bare_number(other, reading) is None
        and (figure := counting_figure(other.span, other.head.lower(), reading.figures)) is not None
        and figure.value == number
    )
    return max(before, key=lambda other: other.span, default=None)


def _bare_number(referent: Referent, reading: Reading) -> float | None:
    """The number of a phrase that has no noun for what it counts: "the three", "three of its own"."""
    figure = next((f for f in reading.figures if referent.span.covers(f.span)), None)
    return figure.value if figure is not None and not figure.head else None


def _phrases(reading: Reading) -> Iterator[Referent]:
    for event in reading.events:
        yield from (r for r in (event.actor, event.target) if r is not None)
