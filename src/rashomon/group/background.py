"""How common words are in the news: the background against which likeness and copying are weighed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Terms = NDArray[np.int32]
    Weights = NDArray[np.float64]

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
    """Document frequencies that begin with a table and learn from each document seen.

    Terms are known by number, in the order in which they were first met, the table's own first.
    """

    __slots__ = ("_counts", "_documents", "_numbers", "_table")

    def __init__(self, table: Table | None = None) -> None:
        import numpy as np

        self._table = shipped() if table is None else table
        self._documents = self._table.documents
        self._numbers = {term: number for number, term in enumerate(self._table.frequency)}
        self._counts = np.fromiter(self._table.frequency.values(), dtype=np.float64)

    def __len__(self) -> int:
        return len(self._numbers)

    def numbered(self, terms: Iterable[str]) -> Terms:
        """The numbers of these terms; one not met before gets the next."""
        import numpy as np

        numbers = self._numbers
        found = np.fromiter((numbers.setdefault(term, len(numbers)) for term in terms), dtype=np.int32)
        if len(numbers) > len(self._counts):
            self._counts = np.concatenate((self._counts, np.zeros(len(numbers), dtype=np.float64)))
        return found

    def learn(self, terms: Iterable[str]) -> None:
        """Count one document that holds these terms (each named once)."""
        self.count(self.numbered(terms))

    def count(self, numbers: Terms, *, document: bool = True) -> None:
        """The same by the terms' numbers; `document` says whether a document is complete with them."""
        self._counts[numbers] += 1.0
        self._documents += document

    def rarity(self, term: str) -> float:
        """The inverse document frequency of a term in nats (Spärck Jones 1972), smoothed; 0 for the commonest."""
        number = self._numbers.get(term)
        count = 0.0 if number is None else float(self._counts[number])
        return max(0.0, math.log((self._documents + 1) / (count + 0.5)))

    def rarities(self, numbers: Terms) -> Weights:
        """The same for many terms by their numbers."""
        import numpy as np

        found: Weights = np.log((self._documents + 1) / (self._counts[numbers] + 0.5))
        return np.maximum(found, 0.0)

    def crowded(self) -> bool:
        """Whether more terms were learned than are to be remembered."""
        return len(self._numbers) - len(self._table.frequency) > MOST_TERMS

    def forget(self, held: Terms) -> Terms:
        """Forget what was seen once and is not among `held`: it is nearly as rare as what was never seen.

        Returns for each old number the new one, -1 for a term forgotten.
        """
        import numpy as np

        kept = self._counts[: len(self._numbers)] > 1
        kept[: len(self._table.frequency)] = True
        kept[held] = True
        self._numbers = {
            term: number
            for number, term in enumerate(
                term for term, stays in zip(self._numbers, kept.tolist(), strict=True) if stays
            )
        }
        self._counts = self._counts[: len(kept)][kept]
        return np.where(kept, np.cumsum(kept) - 1, -1).astype(np.int32)

    def row(self) -> dict[str, object]:
        """What was learned, as plain values."""
        import numpy as np

        counts = self._counts[: len(self._numbers)].copy()
        counts[: len(self._table.frequency)] -= np.fromiter(self._table.frequency.values(), dtype=np.float64)
        seen = np.flatnonzero(counts)
        return {
            "documents": self._documents,
            "terms": list(self._numbers)[len(self._table.frequency) :],
            "seen": [seen.tolist(), counts[seen].tolist()],
        }

    def take_up(self, row: Mapping[str, Any]) -> None:
        """Go on from what `row` gave."""
        self._documents = float(row["documents"])
        self.numbered(row["terms"])
        numbers, counts = row["seen"]
        self._counts[numbers] += counts
