"""Accounts written into the tables and read from them."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa

from rashomon.core import Document
from rashomon.stores import account_rows
from rashomon.stores.encoding import handle
from rashomon.stores.facts import KeptAccount
from rashomon.stores.sql import statements
from rashomon.stores.sql import tables as t
from rashomon.stores.words import free


def keep(connection: sa.Connection, kept: KeptAccount, documents: Mapping[str, Document]) -> None:
    """Keep an account, in place of the one of its story, with all by which it is found."""
    statements.erase(connection, t.accounts.c.story, handle(kept.account.id))
    made = _without_clash(connection, kept, documents)
    statements.write(connection, t.accounts, made.account)
    for table, own in (
        (t.claims, made.claims),
        (t.reports, made.reports),
        (t.utterances, made.utterances),
        (t.quotations, made.quotations),
        (t.figures, made.figures),
    ):
        statements.write(connection, table, *own)


def _without_clash(
    connection: sa.Connection, kept: KeptAccount, documents: Mapping[str, Document]
) -> account_rows.AccountRows:
    """The rows of an account with keys that are free; two things of one minute hardly ever want the same."""
    others: set[int] = set()
    while True:
        taken = set(others)
        made = account_rows.account_rows(kept, documents, lambda wanted, taken=taken: free(wanted, taken))  # type: ignore[misc]
        clash: set[int] = set()
        for table, own in ((t.claims, made.claims), (t.quotations, made.quotations), (t.figures, made.figures)):
            for some in statements.batches([row["key"] for row in own]):
                clash |= set(connection.execute(sa.select(table.c.key).where(table.c.key.in_(some))).scalars())
        if not clash:
            return made
        others |= clash


def account(connection: sa.Connection, story: str) -> KeptAccount | None:
    """See `View.account`."""
    name = handle(story)
    row = statements.one_by(connection, t.accounts.c.story, name)
    if row is None:
        return None

    def of(table: sa.Table, *order: str) -> list[sa.RowMapping]:
        return statements.all_by(connection, table.c.story, name, *(table.c[o] for o in order))

    return account_rows.account_of(
        row,
        claims=of(t.claims, "position"),
        utterances=of(t.utterances, "position"),
        quotations=of(t.quotations, "utterance", "position"),
        figures=of(t.figures, "position"),
    )
