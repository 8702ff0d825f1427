"""What questions find in the tables, what is stale there, and how much of each there is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import sqlalchemy as sa

from rashomon.stores import account_rows, rows
from rashomon.stores import query as stores_query
from rashomon.stores.facts import Counts, Derived, Found, FoundDocument
from rashomon.stores.query import Query, Sought, key_range, looks_through
from rashomon.stores.sql import tables as t
from rashomon.stores.sql.lookup import Lookup

FoundT = TypeVar("FoundT")


def found(connection: sa.Connection, lookup: Lookup, query: Query, limit: int, before: int | None) -> Found[Any]:
    """The facts that a question asks for, the greatest key first."""
    table, fact = _SOUGHT[query.sought]
    low, high = key_range(query, before)
    end = None
    if looks_through(query):
        end = connection.execute(lookup.reaching(table, stores_query.LOOKED_THROUGH, low, high)).scalar()
        low = low if end is None else end
    if query.clauses:
        keys = lookup.words(table, query, low, high)
    else:
        keys = sa.select(table.c.key).where(table.c.key >= low, table.c.key < high).order_by(table.c.key.desc())
        if table is t.documents:
            # in brackets of a function, or SQLite takes its index of what is current and sorts every document by key
            keys = keys.where(sa.func.coalesce(table.c.current, sa.false()).is_(True))
    every = list(connection.execute(keys.limit(limit + 1)).scalars())
    shown = every[:limit]
    # without the words, which are as long as the text and are looked up elsewhere
    columns = [column for column in table.c if column.name != "words"]
    bodies = sa.select(*columns).where(table.c.key.in_(shown)).order_by(table.c.key.desc())
    if table is t.quotations:
        same = sa.and_(t.utterances.c.story == table.c.story, t.utterances.c.position == table.c.utterance)
        bodies = bodies.add_columns(t.utterances.c.id.label("utterance_id")).join(t.utterances, same)
    results = tuple(fact(row) for row in connection.execute(bodies).mappings()) if shown else ()
    return Found(results=results, before=shown[-1] if len(every) > limit else end)


def _found_document(row: rows.Row) -> FoundDocument:
    return FoundDocument(document=rows.document_of(row), version=row["version"])


_SOUGHT: dict[Sought, tuple[sa.Table, Callable[[rows.Row], Any]]] = {
    Sought.CLAIMS: (t.claims, account_rows.found_claim),
    Sought.QUOTATIONS: (t.quotations, account_rows.found_quotation),
    Sought.FIGURES: (t.figures, account_rows.found_figure),
    Sought.DOCUMENTS: (t.documents, _found_document),
}


def counts(connection: sa.Connection) -> Counts:
    """How much of each there is."""
    tables = {
        "originals": t.originals, "versions": t.documents, "readings": t.readings, "copies": t.copies,
        "stories": t.stories, "accounts": t.accounts, "claims": t.claims, "quotations": t.quotations,
        "figures": t.figures, "decisions": t.decisions, "seen": t.log, "forgotten": t.forgettings,
        "fingerprinted": t.fingerprinted,
    }  # fmt: skip
    count = sa.func.count()
    counted = {
        name: connection.execute(sa.select(count).select_from(table)).scalar_one() for name, table in tables.items()
    }
    current = sa.select(count).select_from(t.documents).where(t.documents.c.current.is_(True))
    return Counts(documents=connection.execute(current).scalar_one(), **counted)


def stale(derived: Derived, made_by: str) -> sa.Select[str]:
    """What is missing, of another make than this (as the columns have it) or of what has changed; in order of id."""
    return _STALE[derived](made_by)


def _stale_documents(made_by: str) -> sa.Select[str]:
    c = t.documents.c
    old = sa.and_(c.current.is_(True), c.original.is_not(None), c.made_by != made_by)
    return sa.select(c.version).where(old).order_by(c.version)


def _stale_readings(made_by: str) -> sa.Select[str]:
    c, made = t.documents.c, t.readings.c.made_by
    joined = sa.select(c.version).outerjoin(t.readings, t.readings.c.version == c.version)
    return joined.where(c.current.is_(True), sa.or_(made.is_(None), made != made_by)).order_by(c.version)


def _stale_accounts(made_by: str) -> sa.Select[str]:
    c, a = t.stories.c, t.accounts.c
    joined = sa.select(c.id).outerjoin(t.accounts, a.story == c.id)
    old = sa.or_(a.story.is_(None), a.made_by != made_by, a.revision < c.revision)
    return joined.where(old).order_by(c.id)


def _stale_stories(made_by: str) -> sa.Select[str]:
    c, s = t.documents.c, t.stories.c
    joined = sa.select(c.document).outerjoin(t.members, t.members.c.document == c.document)
    joined = joined.outerjoin(t.stories, s.id == t.members.c.story)
    return joined.where(c.current.is_(True), sa.or_(s.id.is_(None), s.made_by != made_by)).order_by(c.document)


_STALE = {
    Derived.DOCUMENTS: _stale_documents,
    Derived.READINGS: _stale_readings,
    Derived.ACCOUNTS: _stale_accounts,
    Derived.STORIES: _stale_stories,
}
