"""Words looked up by FTS5, which hands out what it finds in the order of the keys; fingerprints by their hashes."""

from __future__ import annotations

import json
from collections.abc import Sequence

import sqlalchemy as sa

from rashomon.stores.query import Clause, Phrase, Query
from rashomon.stores.sql.lookup import Lookup
from rashomon.stores.words import BREAK


def matching(table: sa.Table, query: Query, low: int, high: int) -> sa.Select[int]:
    """See `Matching`."""
    index = sa.table(f"{table.name}_words", sa.column("rowid", sa.Integer))
    found = sa.column(f"{table.name}_words").op("MATCH")(expression(query))
    return (
        sa.select(index.c.rowid).where(found, index.c.rowid >= low, index.c.rowid < high).order_by(index.c.rowid.desc())
    )


def expression(query: Query) -> str:
    """The clauses in FTS5's own words; every row has a `BREAK`, from which what is excluded is taken away."""
    needed = [_choice(clause) for clause in query.clauses if not clause.excluded] or [f'"{BREAK}"']
    barred = [_choice(clause) for clause in query.clauses if clause.excluded]
    every = f"({' AND '.join(needed)})"
    return f"{every} NOT ({' OR '.join(barred)})" if barred else every


def _choice(clause: Clause) -> str:
    return f"({' OR '.join(_phrase(phrase) for phrase in clause.phrases)})"


def _phrase(phrase: Phrase) -> str:
    if phrase.head is not None:
        return f'"{phrase.head}"'
    words = " ".join(phrase.words)  # no word has a mark in it
    return f'"{words}" *' if phrase.prefix else f'"{words}"'


_HOLDERS = sa.text(
    "SELECT asked.value, f.number FROM json_each(:hashes) AS asked "
    "CROSS JOIN fingerprints AS f ON f.hash = asked.value AND f.number "
    "IN (SELECT number FROM fingerprints WHERE hash = asked.value ORDER BY number LIMIT :most)"
)


def holding(hashes: Sequence[int], most: int) -> sa.Executable:
    """See `Holding`."""
    return _HOLDERS.bindparams(hashes=json.dumps(list(hashes)), most=most)


LOOKUP = Lookup(words=matching, holders=holding)
