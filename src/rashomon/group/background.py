"""How common words are in the news: the background against which likeness and copying are weighed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

MOST_TERMS = 500_000
"""Terms learned beyond which those seen once are forgotten (about 60 MB)."""


class Table(NamedTuple):
    """Document frequencies by term, counted over `documents`. Terms are those of `rashomon.group.profile`."""

    documents: float
    frequency: MappingProxyType[str, float]


@lru_cache(maxsize=1)
def shipped() -> Table:
    """The table that comes with Rashomon (`background.tsv`; its head says what it was counted on)."""
    frequency: dict[str, float] = {}
    documents = 0.0
    for line in files("rashomon.group").joinpath("background.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        term, _, count = line.partition("\t")
        if term == "":
            documents = float(count)
        else:
            frequency[term] = float(count)
    return Table(documents, MappingProxyType(frequency))


class Background:
    """Document frequencies that begin with a table and learn from each document seen."""

    __slots__ = ("_documents", "_seen", "_table")

    def __init__(self, table: Table | None = None) -> None:
        self._table = shipped() if table is None else table
        self._seen: dict[str, int] = {}
        self._documents = self._table.documents

    def learn(self, terms: Iterable[str]) -> None:
        """Count one document that holds these terms (each named once)."""
        seen = self._seen
        for term in terms:
            seen[term] = seen.get(term, 0) + 1
        self._documents += 1
        if len(seen) > MOST_TERMS:  # what was seen once is forgotten: it is nearly as rare as what was never seen
            self._seen = {term: number for term, number in seen.items() if number > 1}

    def row(self) -> dict[str, object]:
        """What was learned, as plain values."""
        return {"documents": self._documents, "seen": dict(self._seen)}

    def take_up(self, row: Mapping[str, Any]) -> None:
        """Go on from what `row` gave."""
        self._documents = float(row["documents"])
        self._seen = dict(row["seen"])

    def rarity(self, term: str) -> float:
        """The inverse document frequency of a term in nats (Spärck Jones 1972), smoothed; 0 for the commonest."""
        count = self._table.frequency.get(term, 0.0) + self._seen.get(term, 0)
        return max(0.0, math.log((self._documents + 1) / (count + 0.5)))
