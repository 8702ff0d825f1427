"""What each engine does in its own way when things are looked up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import sqlalchemy as sa

from rashomon.stores.query import Query


class Matching(Protocol):
    """How an engine looks words up."""

    def __call__(self, table: sa.Table, query: Query, low: int, high: int) -> sa.Select[int]:
        """The keys of the rows of a table in `[low, high)` of which all clauses hold, the greatest first."""


class Holding(Protocol):
    """How an engine looks fingerprints up."""

    def __call__(self, hashes: Sequence[int], most: int) -> sa.Executable:
        """Pairs of a hash (signed) and the number of a document that has it: of each hash the first so many."""


class Reaching(Protocol):
    """How an engine counts rows off."""

    def __call__(self, table: sa.Table, rows: int, low: int, high: int) -> sa.Select[int]:
        """The key of the row of a table in `[low, high)` that has so many before it, the greatest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """All of it."""

    words: Matching
    holders: Holding
    reaching: Reaching
