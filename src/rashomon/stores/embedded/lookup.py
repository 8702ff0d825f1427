"""Words looked up by FTS5, which hands out what it finds in the order of the keys; fingerprints by their hashes."""

from __future__ import annotations

import json
from collections.abc import Sequence

import sqlalchemy as sa

from rashomon.stores.query import Clause, Phrase, Query, looks_through
from rashomon.stores.sql.lookup import Lookup


def matching(table: sa.Table, query: Query, low: int, high: int) -> sa.Select[int]:
    """See `Matching`."""
    if looks_through(query):
        return _looked_through(table, query, low, high)
    return _found(table, expression(query), low, high).order_by(sa.desc("rowid"))


def _found(table: sa.Table, words: str, low: int, high: int) -> sa.Select[int]:
    """The keys of rows with these words."""
    index = sa.table(f"{table.name}_words", sa.column("rowid", sa.Integer))
    found = sa.column(f"{table.name}_words").op("MATCH")(words)
    return sa.select(index.c.rowid).where(found, index.c.rowid >= low, index.c.rowid < high)


def _looked_through(table: sa.Table, query: Query, low: int, high: int) -> sa.Select[int]:
    """The rows without those that are barred; FTS5 itself would look behind `low` for one that is not."""
    barred = _found(table, " OR ".join(_choice(clause) for clause in query.clauses), low, high)
    key = sa.column("id", sa.Integer)
    return _every(table, low, high).where(key.not_in(barred)).order_by(key.desc())


def _every(table: sa.Table, low: int, high: int) -> sa.Select[int]:
    """The rows that have words, by the narrow table that FTS5 keeps of how many each has."""
    key, size = sa.column("id", sa.Integer), sa.column("sz", sa.LargeBinary)
    narrow = sa.table(f"{table.name}_words_docsize", key, size)
    return sa.select(key).select_from(narrow).where(key >= low, key < high, size != sa.literal_column("x'00'"))


def expression(query: Query) -> str:
    """The clauses in FTS5's own words; one at least is not excluded."""
    needed = [_choice(clause) for clause in query.clauses if not clause.excluded]
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


def reaching(table: sa.Table, rows: int, low: int, high: int) -> sa.Select[int]:
    """See `Reaching`."""
    return _every(table, low, high).order_by(sa.desc("id")).offset(rows).limit(1)


LOOKUP = Lookup(words=matching, holders=holding, reaching=reaching)
