"""How common words are in the news: the background against which likeness and copying are weighed."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.packed import packed, unpacked

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Terms = NDArray[np.int32]
    Weights = NDArray[np.float64]

MOST_TERMS = 500_000
"""Terms learned beyond which the rarest are forgotten (about 60 MB)."""
DIGEST_BYTES = 16
GROWTH = 1.5
"""And where live stories hold most of what stays, only once there are so many times more: forgetting takes longer the
more there is."""


NAMELESS = "\x00"
"""Begins what stands in the place of a term that was taken back; no term of a document has it."""


class Table(NamedTuple):
    """Document frequencies by term, counted over `documents`. Terms are those of `rashomon.group.profile`."""

    documents: float
    frequency: MappingProxyType[str, float]

    def digest(self) -> str:
        """What tells this table from any other: terms are known by their place in it."""
        digest = blake2b(repr(self.documents).encode(), digest_size=DIGEST_BYTES)
        for term, count in self.frequency.items():
            digest.update(f"\n{term}\t{count!r}".encode())
        return digest.hexdigest()


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


class _Numbers(dict[str, int]):
    """Terms -> numbers; one not met before gets the next."""

    __slots__ = ()

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        return number


class Background:
    """Document frequencies that begin with a table and learn from each document seen.

    Terms are known by number, in the order in which they were first met, the table's own first.
    """

    __slots__ = ("_counts", "_documents", "_most", "_numbers", "_table", "forgotten")

    def __init__(self, table: Table | None = None) -> None:
        import numpy as np

        self._table = shipped() if table is None else table
        self._documents = self._table.documents
        self._numbers = _Numbers(zip(self._table.frequency, itertools.count()))
        self._counts = np.fromiter(self._table.frequency.values(), dtype=np.float64)
        self._most = 0
        """Terms learned up to which nothing is forgotten, where that is more than `MOST_TERMS`."""
        self.forgotten = 0
        """How often terms were forgotten since: the others then go by new numbers."""

    @property
    def table(self) -> Table:
        """What it began with."""
        return self._table

    def __len__(self) -> int:
        return len(self._numbers)

    def numbered(self, terms: Iterable[str]) -> Terms:
        """The numbers of these terms; one not met before gets the next."""
        import numpy as np

        numbers = self._numbers
        found = np.fromiter(map(numbers.__getitem__, terms), dtype=np.int32)
        if len(numbers) > len(self._counts):
            self._counts = np.concatenate((self._counts, np.zeros(len(numbers), dtype=np.float64)))
        return found

    def learn(self, terms: Iterable[str]) -> None:
        """Count one document that holds these terms (each named once)."""
        self.count(self.numbered(terms))

    def unlearn(self, terms: Iterable[str]) -> None:
        """Take one document back that held these terms; those that nothing else taught lose their names.

        Their numbers stay, since stories are known by them.
        """
        own, nameless = len(self._table.frequency), set()
        for term in terms:
            number = self._numbers.get(term)
            if number is None:
                continue
            least = 0.0 if number >= own else self._table.frequency[term]
            self._counts[number] = max(least, float(self._counts[number]) - 1.0)
            if number >= own and self._counts[number] < 1.0:
                nameless.add(term)
        self._documents = max(self._table.documents, self._documents - 1)
        if nameless:
            free = (name for n in itertools.count() if (name := f"{NAMELESS}{n}") not in self._numbers)
            self._numbers = _Numbers(
                (next(free) if term in nameless else term, number) for term, number in self._numbers.items()
            )

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
        return len(self._numbers) - len(self._table.frequency) > max(MOST_TERMS, self._most)

    def forget(self, held: Iterable[Terms]) -> Terms:
        """Forget terms that are none of those `held`, those seen least first and of them the oldest.

        They are nearly as rare as what was never seen. `MOST_TERMS / 2` learned terms stay, or as many as are held.
        Returns for each old number the new one, -1 for a term forgotten.
        """
        import numpy as np

        own, size = len(self._table.frequency), len(self._numbers)
        counts = self._counts[:size]
        kept = np.zeros(size, dtype=bool)
        kept[:own] = True
        for terms in held:
            kept[terms] = True
        free = np.flatnonzero(~kept)
        room = max(0, MOST_TERMS // 2 - int(np.count_nonzero(kept[own:])))
        kept[free[np.argsort(counts[free], kind="stable")[max(0, len(free) - room) :]]] = True
        staying = (term for term, stays in zip(self._numbers, kept.tolist(), strict=True) if stays)
        self._numbers = _Numbers(zip(staying, itertools.count()))
        self._counts = counts[kept]
        self._most = int(GROWTH * (len(self._numbers) - own))
        self.forgotten += 1
        return np.where(kept, np.cumsum(kept) - 1, -1).astype(np.int32)

    def learned(self) -> bytes:
        """The terms that it met beyond the table's own, in order."""
        return "\n".join(list(self._numbers)[len(self._table.frequency) :]).encode("utf-8", "surrogatepass")

    def columns(self) -> bytes:
        """What was counted, as bytes."""
        import numpy as np

        counts = self._counts[: len(self._numbers)].copy()
        counts[: len(self._table.frequency)] -= np.fromiter(self._table.frequency.values(), dtype=np.float64)
        seen = np.flatnonzero(counts).astype(np.int32)
        return packed((np.array([self._documents, float(self._most)]), seen, counts[seen]))

    def take_up(self, learned: bytes, columns: bytes) -> None:
        """Go on from what `learned` and `columns` gave."""
        whole, numbers, counts = unpacked(columns)
        self._documents, self._most = float(whole[0]), int(whole[1])
        if learned:
            self.numbered(learned.decode("utf-8", "surrogatepass").split("\n"))
        self._counts[numbers] += counts
