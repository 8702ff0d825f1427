"""Accounts written into the tables and read from them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from operator import itemgetter

import sqlalchemy as sa

from rashomon.core import Document
from rashomon.stores import account_rows
from rashomon.stores.encoding import column, handle
from rashomon.stores.facts import FoundClaim, KeptAccount
from rashomon.stores.sql import statements
from rashomon.stores.sql import tables as t
from rashomon.stores.words import free

_CLAIMS = sa.select(*(each for each in t.claims.c if each.name != "words")).where(
    t.claims.c.story.in_(sa.bindparam("stories", expanding=True)),
    t.claims.c.id.in_(sa.bindparam("those", expanding=True)),
)
STORIES_AT_ONCE = 50
_POSITION = itemgetter(0)


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


def claims(connection: sa.Connection, wanted: Mapping[str, Collection[str]]) -> dict[str, tuple[FoundClaim, ...]]:
    """See `View.claims_of`."""
    found: dict[str, list[tuple[int, FoundClaim]]] = {}
    for stories in statements.batches(sorted(wanted), STORIES_AT_ONCE):
        names = sorted({column(name) for story in stories for name in wanted[story]})
        for some in statements.batches(names):
            asked = {"stories": [handle(story) for story in stories], "those": some}
            for row in connection.execute(_CLAIMS, asked).mappings():
                one = account_rows.found_claim(row)
                if one.claim.id in wanted[one.story]:
                    found.setdefault(one.story, []).append((row["position"], one))
    return {story: tuple(one for _, one in sorted(found[story], key=_POSITION)) for story in wanted if story in found}


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
