"""What a measurement rests on: outcomes, each one place of the labelled data, what was wanted and what was found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from evals.measures import Place, f1, share

MARKED = "[[{}]]"
AROUND_CHARS = 240
"""How much of a long paragraph is shown on either side of a place."""
STOP = re.compile(r"[.?!] ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One thing judged.

    Attributes:
        kind: what is judged: content, speaker, status, code ...
        row: the document or sentence it stands in, by its id.
        place: where it stands in the row, None for the whole row.
        wanted: what the labels say; None for something found where they have nothing.
        found: what was read; None where nothing was.
        right: None where there was nothing to judge, so that only coverage counts it.
        shown: the sentence with the place marked.
    """

    kind: str
    row: str
    place: Place | None
    wanted: str | None
    found: str | None
    right: bool | None
    shown: str

    @property
    def key(self) -> tuple[str, str, Place | None]:
        """What it is known by from one run to another."""
        return self.kind, self.row, self.place

    def as_row(self) -> dict[str, Any]:
        """The outcome as plain values."""
        return asdict(self)

    @classmethod
    def of_row(cls, row: dict[str, Any]) -> Outcome:
        """The outcome of plain values."""
        place = row["place"]
        return cls(**{**row, "place": None if place is None else (place[0], place[1])})


def of(outcomes: Iterable[Outcome], kind: str) -> list[Outcome]:
    """The outcomes of one kind."""
    return [o for o in outcomes if o.kind == kind]


def right(outcomes: Iterable[Outcome], kind: str) -> float:
    """The share that is right of what was judged and is in the labels."""
    judged = [o.right for o in of(outcomes, kind) if o.wanted is not None and o.right is not None]
    return share(sum(judged), len(judged))


def covered(outcomes: Iterable[Outcome], kind: str) -> float:
    """The share of the labels for which there was something to judge."""
    labels = [o for o in of(outcomes, kind) if o.wanted is not None]
    return share(sum(o.right is not None for o in labels), len(labels))


def found_f1(outcomes: Iterable[Outcome], kind: str) -> float:
    """F1 of what was found: hits, what the labels have, and what was found where they have nothing."""
    every = of(outcomes, kind)
    labels = [o for o in every if o.wanted is not None]
    hits = sum(bool(o.right) for o in labels)
    return f1(hits, hits + len(every) - len(labels), len(labels))


def sentence(text: str, place: Place | None) -> str:
    """The sentence around a place, the place marked; of a long paragraph only what stands near by."""
    if place is None:
        return " ".join(text.split())
    start, end = place
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND_CHARS)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + AROUND_CHARS)
    before = max((m.end() for m in STOP.finditer(text, first, start)), default=first)
    stop = STOP.search(text, end, last)
    after = stop.start() + 1 if stop else last
    return " ".join((text[before:start] + MARKED.format(text[start:end]) + text[end:after]).split())
