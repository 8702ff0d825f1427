"""Words looked up in vectors of lexemes (GIN); phrases are looked at again in the column of words itself.

The vectors hold no places: PostgreSQL keeps none beyond 16,383, so a phrase late in a long report would be missed.
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSQUERY

from rashomon.stores.query import Clause, Phrase, Query
from rashomon.stores.sql.lookup import Lookup
from rashomon.stores.words import BREAK


def matching(table: sa.Table, query: Query, low: int, high: int) -> sa.Select[int]:
    """See `Matching`."""
    key = table.c.key
    conditions = [_choice(table, clause) for clause in query.clauses]
    if all(clause.excluded for clause in query.clauses):  # every row that can be found has a break
        conditions.append(_has(table, f"'{BREAK}'"))
    return sa.select(key).where(key >= low, key < high, *conditions).order_by(key.desc())


def _choice(table: sa.Table, clause: Clause) -> sa.ColumnElement[bool]:
    found = sa.or_(*(_phrase(table, phrase) for phrase in clause.phrases))
    return sa.not_(found) if clause.excluded else found


def _phrase(table: sa.Table, phrase: Phrase) -> sa.ColumnElement[bool]:
    if phrase.head is not None:
        return _has(table, f"'{phrase.head}'")
    quoted = [f"'{word}'" for word in phrase.words]  # no word has a quotation mark or a backslash in it
    if phrase.prefix:
        quoted[-1] += ":*"
    there = _has(table, " & ".join(quoted))
    if len(quoted) == 1:
        return there
    words = " " + " ".join(phrase.words) + ("" if phrase.prefix else " ")
    beside = sa.func.strpos(sa.literal(" ") + table.c.words + sa.literal(" "), words) > 0
    return sa.and_(there, beside)


def _has(table: sa.Table, words: str) -> sa.ColumnElement[bool]:
    lexemes: sa.ColumnElement[object] = sa.literal_column(f"{table.name}.lexemes")
    return lexemes.bool_op("@@")(sa.cast(sa.literal(words), TSQUERY))


_HOLDERS = sa.text(
    "SELECT asked.hash, f.number FROM unnest(CAST(:hashes AS bigint[])) AS asked(hash) CROSS JOIN LATERAL "
    "(SELECT number FROM fingerprints WHERE hash = asked.hash ORDER BY number LIMIT :most) AS f"
)


def holding(hashes: Sequence[int], most: int) -> sa.Executable:
    """See `Holding`."""
    return _HOLDERS.bindparams(hashes=list(hashes), most=most)


def reaching(table: sa.Table, rows: int, low: int, high: int) -> sa.Select[int]:
    """See `Reaching`."""
    key = table.c.key
    return sa.select(key).where(key >= low, key < high).order_by(key.desc()).offset(rows).limit(1)


LOOKUP = Lookup(words=matching, holders=holding, reaching=reaching)
