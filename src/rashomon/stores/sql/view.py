"""A view over the tables, on any engine that SQLAlchemy speaks to; how words are looked up is the engine's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from rashomon.core import Change, Decision, Document, Ending, Placement, Story
from rashomon.stores import account_rows, rows
from rashomon.stores.encoding import handle, refusal, text_of, whole
from rashomon.stores.facts import (
    Counts,
    Derived,
    Forgetting,
    Found,
    FoundClaim,
    FoundDocument,
    FoundFigure,
    FoundQuotation,
    KeptAccount,
    KeptCopy,
    KeptReading,
    KeptStory,
    Outline,
    Seen,
    Version,
)
from rashomon.stores.query import Query, key_range
from rashomon.stores.sql import fingerprints, statements, streams
from rashomon.stores.sql import tables as t
from rashomon.stores.sql.lookup import Lookup

FoundT = TypeVar("FoundT")


_LOOK = sa.select(t.refused.c.id).limit(1)
_NEWEST = (
    sa.select(t.documents)
    .where(t.documents.c.document == sa.bindparam("document"))
    .order_by(
        t.documents.c.current.desc(), t.documents.c.seen_at.desc(), t.documents.c.number.desc(), t.documents.c.version
    )
    .limit(1)
)
"""The version that a document's id stands for."""
# Put together once: to put such a statement together takes longer than to answer it.
_COPIES = (
    sa.select(t.copies)
    .where(sa.or_(t.copies.c.origin == sa.bindparam("document"), t.copies.c.copy == sa.bindparam("document")))
    .order_by(t.copies.c.origin, t.copies.c.copy)
)
_STORY_OF = sa.select(t.stories).join(t.members).where(t.members.c.document == sa.bindparam("document"))
_STANDINGS = (
    sa.select(t.claims.c.standing, sa.func.count().label("number"), sa.func.max(t.claims.c.origins).label("origins"))
    .where(t.claims.c.story == sa.bindparam("story"))
    .group_by(t.claims.c.standing)
)


class SqlView:
    """The archive as one connection sees it, within its transaction."""

    def __init__(self, connection: sa.Connection, lookup: Lookup) -> None:
        self._connection = connection
        self._lookup = lookup

    def begin(self) -> None:
        """Look once, so that the moment this view is of is now."""
        self._connection.execute(_LOOK)

    def leave(self, ended: sa.Connection) -> None:
        """The block is over: whatever is asked from now on is answered by `ended`."""
        self._connection = ended

    def original(self, original: str) -> bytes | None:
        """See `View`."""
        row = self._one_by(t.originals.c.id, original)
        return None if row is None else whole(row["octets"])

    def document(self, document: str) -> Document | None:
        """See `View`."""
        row = self._newest(document)
        return None if row is None else rows.document_of(row)

    def version(self, version: str) -> Version | None:
        """See `View`."""
        row = self._one_by(t.documents.c.version, version)
        return None if row is None else rows.version_of(row)

    def version_of(self, document: str) -> str | None:
        """See `View`."""
        row = self._newest(document)
        return None if row is None else str(row["version"])

    def versions(self, line: str) -> tuple[Version, ...]:
        """See `View`."""
        of_line = self._all_by(t.documents.c.line, handle(line), t.documents.c.number)
        return tuple(rows.version_of(row) for row in of_line)

    def reading(self, version: str) -> KeptReading | None:
        """See `View`."""
        row = self._one_by(t.readings.c.version, version)
        return None if row is None else rows.reading_of(row)

    def copies(self, document: str) -> tuple[KeptCopy, ...]:
        """See `View`."""
        either = self._connection.execute(_COPIES, {"document": handle(document)}).mappings()
        return tuple(rows.copy_of(row) for row in either)

    def story(self, story: str) -> KeptStory | None:
        """See `View`."""
        row = self._one_by(t.stories.c.id, handle(story))
        return None if row is None else self._story(row)

    def story_of(self, document: str) -> KeptStory | None:
        """See `View`."""
        row = self._connection.execute(_STORY_OF, {"document": handle(document)}).mappings().first()
        return None if row is None else self._story(row)

    def stories(self, *, after: str = "", limit: int = 100) -> tuple[KeptStory, ...]:
        """See `View`."""
        behind = sa.select(t.stories).where(t.stories.c.id > handle(after)).order_by(t.stories.c.id).limit(limit)
        return tuple(self._story(row) for row in self._all(behind))

    def placement(self, document: str) -> Placement | None:
        """See `View`."""
        row = self._one_by(t.placements.c.document, handle(document))
        return None if row is None else rows.placement_of(row)

    def changes(self, story: str) -> tuple[Change, ...]:
        """See `View`."""
        name, c = handle(story), t.changes.c
        either = sa.select(t.changes).where(sa.or_(c.story == name, c.other == name)).order_by(c.number)
        return tuple(rows.change_of(row) for row in self._all(either))

    def account(self, story: str) -> KeptAccount | None:
        """See `View`."""
        name = handle(story)
        row = self._one_by(t.accounts.c.story, name)
        if row is None:
            return None

        def of(table: sa.Table, *order: str) -> list[sa.RowMapping]:
            return self._all_by(table.c.story, name, *(table.c[o] for o in order))

        return account_rows.account_of(
            row,
            claims=of(t.claims, "position"),
            utterances=of(t.utterances, "position"),
            quotations=of(t.quotations, "utterance", "position"),
            figures=of(t.figures, "position"),
        )

    def outline(self, story: str) -> Outline | None:
        """See `View`."""
        name = handle(story)
        row = self._one_by(t.accounts.c.story, name)
        if row is None:
            return None
        return account_rows.outline_of(row, self._connection.execute(_STANDINGS, {"story": name}).mappings().all())

    def decisions(self, document: str | None = None) -> tuple[Decision, ...]:
        """See `View`."""
        asked = sa.select(t.decisions).order_by(t.decisions.c.number)
        if document is not None:
            asked = asked.join(t.decided, t.decided.c.decision == t.decisions.c.id)
            asked = asked.where(t.decided.c.document == handle(document))
        return tuple(rows.decision_of(row) for row in self._all(asked))

    def endings(self) -> Mapping[str, Ending]:
        """See `View`."""
        ended = [rows.ending_of(row) for row in self._all(sa.select(t.endings))]
        return {ending.decision: ending for ending in ended}

    def seen(self, entry: str) -> Seen | None:
        """See `View`."""
        row = self._one_by(t.log.c.id, handle(entry))
        return None if row is None else rows.seen_of(row)

    def log(self, *, after: int = 0, limit: int = 1000) -> tuple[tuple[int, Seen], ...]:
        """See `View`."""
        behind = sa.select(t.log).where(t.log.c.number > after).order_by(t.log.c.number).limit(limit)
        return tuple((row["number"], rows.seen_of(row)) for row in self._all(behind))

    def forgettings(self) -> tuple[Forgetting, ...]:
        """See `View`."""
        every = sa.select(t.forgettings).order_by(t.forgettings.c.number)
        return tuple(rows.forgetting_of(row) for row in self._all(every))

    def is_forgotten(self, *, line: str, document: str) -> bool:
        """See `View`."""
        names = {"first": refusal("line", line), "second": refusal("document", document)}
        refused = self._connection.execute(statements.either(t.refused.c.id, t.refused.c.id), names)
        return refused.first() is not None

    def stream(self, name: str) -> Iterator[tuple[str, bytes]]:
        """See `View`."""
        yield from streams.rows(self._connection, name)

    def stream_row(self, name: str, key: str) -> bytes | None:
        """See `View`."""
        return streams.row(self._connection, name, key)

    def fingerprints(self, document: str) -> tuple[int, ...]:
        """See `View`."""
        return fingerprints.of(self._connection, document)

    def holders(self, hashes: Sequence[int], *, most: int) -> Iterator[tuple[int, str]]:
        """See `View`."""
        yield from fingerprints.holders(self._connection, self._lookup.holders, hashes, most)

    def fingerprint_sums(self) -> tuple[int, int]:
        """See `View`."""
        return fingerprints.sums(self._connection)

    def stale(self, derived: Derived, made_by: str, *, limit: int = 1000) -> tuple[str, ...]:
        """See `View`."""
        found = self._connection.execute(_STALE[derived](handle(made_by)).limit(limit)).scalars()
        return tuple(text_of(name) for name in found)

    def claims(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundClaim]:
        """See `View`."""
        return self._found(t.claims, query, limit, before, account_rows.found_claim)

    def quotations(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundQuotation]:
        """See `View`."""
        return self._found(t.quotations, query, limit, before, account_rows.found_quotation)

    def figures(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundFigure]:
        """See `View`."""
        return self._found(t.figures, query, limit, before, account_rows.found_figure)

    def documents(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundDocument]:
        """See `View`."""
        return self._found(t.documents, query, limit, before, _found_document)

    def counts(self) -> Counts:
        """See `View`."""
        tables = {
            "originals": t.originals, "versions": t.documents, "readings": t.readings, "copies": t.copies,
            "stories": t.stories, "accounts": t.accounts, "claims": t.claims, "quotations": t.quotations,
            "figures": t.figures, "decisions": t.decisions, "seen": t.log, "forgotten": t.forgettings,
            "fingerprinted": t.fingerprinted,
        }  # fmt: skip
        counted = {name: self._count(sa.select(sa.func.count()).select_from(table)) for name, table in tables.items()}
        current = sa.select(sa.func.count()).select_from(t.documents).where(t.documents.c.current.is_(True))
        return Counts(documents=self._count(current), **counted)

    def _count(self, counting: sa.Select[int]) -> int:
        return self._connection.execute(counting).scalar_one()

    def _story(self, row: sa.RowMapping) -> KeptStory:
        of_story = self._all_by(t.members.c.story, row["id"], t.members.c.position)
        documents = tuple(text_of(member["document"]) for member in of_story)
        storyline = None if row["storyline"] is None else text_of(row["storyline"])
        return KeptStory(
            story=Story(id=text_of(row["id"]), documents=documents, storyline=storyline),
            revision=row["revision"],
            made_by=text_of(row["made_by"]),
        )

    def _found(
        self, table: sa.Table, query: Query, limit: int, before: int | None, fact: Callable[[rows.Row], FoundT]
    ) -> Found[FoundT]:
        low, high = key_range(query, before)
        if query.clauses:
            keys = self._lookup.words(table, query, low, high)
        else:
            keys = sa.select(table.c.key).where(table.c.key >= low, table.c.key < high).order_by(table.c.key.desc())
            if table is t.documents:
                keys = keys.where(table.c.current.is_(True))
        found = list(self._connection.execute(keys.limit(limit + 1)).scalars())
        shown = found[:limit]
        bodies = sa.select(table).where(table.c.key.in_(shown)).order_by(table.c.key.desc())
        if table is t.quotations:
            same = sa.and_(t.utterances.c.story == table.c.story, t.utterances.c.position == table.c.utterance)
            bodies = bodies.add_columns(t.utterances.c.id.label("utterance_id")).join(t.utterances, same)
        results = tuple(fact(row) for row in self._all(bodies)) if shown else ()
        return Found(results=results, before=shown[-1] if len(found) > limit else None)

    def _newest(self, document: str) -> sa.RowMapping | None:
        return self._connection.execute(_NEWEST, {"document": handle(document)}).mappings().first()

    def _one_by(self, name: sa.Column[Any], value: object) -> sa.RowMapping | None:
        return self._connection.execute(statements.by(name), {statements.VALUE: value}).mappings().first()

    def _all_by(self, name: sa.Column[Any], value: object, *order: sa.Column[Any]) -> list[sa.RowMapping]:
        return list(self._connection.execute(statements.by(name, *order), {statements.VALUE: value}).mappings())

    def _all(self, statement: sa.Select[Any]) -> list[sa.RowMapping]:
        return list(self._connection.execute(statement).mappings())


def _found_document(row: rows.Row) -> FoundDocument:
    return FoundDocument(document=rows.document_of(row), version=row["version"])


def _stale_documents(made_by: str) -> sa.Select[str]:
    c = t.documents.c
    stale = sa.and_(c.current.is_(True), c.original.is_not(None), c.made_by != made_by)
    return sa.select(c.version).where(stale).order_by(c.version)


def _stale_readings(made_by: str) -> sa.Select[str]:
    c, made = t.documents.c, t.readings.c.made_by
    joined = sa.select(c.version).outerjoin(t.readings, t.readings.c.version == c.version)
    return joined.where(c.current.is_(True), sa.or_(made.is_(None), made != made_by)).order_by(c.version)


def _stale_accounts(made_by: str) -> sa.Select[str]:
    c, a = t.stories.c, t.accounts.c
    joined = sa.select(c.id).outerjoin(t.accounts, a.story == c.id)
    stale = sa.or_(a.story.is_(None), a.made_by != made_by, a.revision < c.revision)
    return joined.where(stale).order_by(c.id)


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
