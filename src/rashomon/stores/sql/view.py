"""A view over the tables, on any engine that SQLAlchemy speaks to; how words are looked up is the engine's own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from rashomon.core import Change, Decision, Document, Ending, Placement
from rashomon.stores import rows
from rashomon.stores.encoding import handle, refusal, text_of, whole
from rashomon.stores.facts import (
    AccessKey,
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
from rashomon.stores.query import Query
from rashomon.stores.sql import accounts, fingerprints, found, keys, statements, streams, together
from rashomon.stores.sql import tables as t
from rashomon.stores.sql.lookup import Lookup

_LOOK = sa.select(t.refused.c.id).limit(1)
_NEWEST = (
    sa.select(t.documents)
    .where(t.documents.c.document == sa.bindparam("document"))
    .order_by(t.documents.c.current.desc(), t.documents.c.number.desc())
    .limit(1)
)
"""The version that a document's id stands for."""
_LAST = sa.select(t.log.c.at).order_by(t.log.c.number.desc()).limit(1)
# Put together once: to put such a statement together takes longer than to answer it.
_COPIES = (
    sa.select(t.copies)
    .where(sa.or_(t.copies.c.origin == sa.bindparam("document"), t.copies.c.copy == sa.bindparam("document")))
    .order_by(t.copies.c.origin, t.copies.c.copy)
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

    def documents_of(self, documents: Collection[str]) -> Mapping[str, Document]:
        """See `View`."""
        return {name: version.document for name, version in self.newest_of(documents).items()}

    def documents_beginning(self, begin: str, *, limit: int = 2) -> tuple[str, ...]:
        """See `View`."""
        name = t.documents.c.document
        behind = sa.select(name).where(name >= handle(begin), name < f"{handle(begin)}\U0010ffff")
        some = self._connection.execute(behind.distinct().order_by(name).limit(limit))
        return tuple(text_of(each) for each in some.scalars())

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

    def lines_by(self, outlet: str) -> tuple[str, ...]:
        """See `View`."""
        return tuple(sorted(together.lines_by(self._connection, outlet)))

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
        return together.named(self._connection, [handle(story)]).get(handle(story))

    def story_of(self, document: str) -> KeptStory | None:
        """See `View`."""
        return self.stories_of([document]).get(document)

    def stories(self, *, after: str = "", limit: int = 100) -> tuple[KeptStory, ...]:
        """See `View`."""
        behind = sa.select(t.stories.c.id).where(t.stories.c.id > handle(after)).order_by(t.stories.c.id).limit(limit)
        names = list(self._connection.execute(behind).scalars())
        those = together.named(self._connection, names)
        return tuple(those[name] for name in names)

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
        return accounts.account(self._connection, story)

    def outline(self, story: str) -> Outline | None:
        """See `View`."""
        return self.outlines_of([story]).get(story)

    def outlines_of(self, stories: Collection[str]) -> Mapping[str, Outline]:
        """See `View`."""
        return together.outlines(self._connection, stories)

    def claims_of(self, wanted: Mapping[str, Collection[str]]) -> Mapping[str, tuple[FoundClaim, ...]]:
        """See `View`."""
        return accounts.claims(self._connection, wanted)

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

    def keys(self) -> tuple[AccessKey, ...]:
        """See `View`."""
        return keys.every(self._connection)

    def key(self, key: str) -> AccessKey | None:
        """See `View`."""
        return keys.one(self._connection, key)

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

    def newest_of(self, documents: Collection[str]) -> Mapping[str, Version]:
        """See `View`."""
        return together.newest(self._connection, documents)

    def readings_of(self, versions: Collection[str]) -> Mapping[str, KeptReading]:
        """See `View`."""
        return together.readings(self._connection, versions)

    def copies_of(self, documents: Collection[str]) -> Mapping[str, tuple[KeptCopy, ...]]:
        """See `View`."""
        return together.copies_of(self._connection, documents)

    def copies_among(self, documents: Collection[str]) -> tuple[KeptCopy, ...]:
        """See `View`."""
        return together.copies(self._connection, documents)

    def placements_of(self, documents: Collection[str]) -> Mapping[str, Placement]:
        """See `View`."""
        return together.placements(self._connection, documents)

    def stories_of(self, documents: Collection[str]) -> Mapping[str, KeptStory]:
        """See `View`."""
        return together.stories(self._connection, documents)

    def decisions_about(self, documents: Collection[str]) -> tuple[Decision, ...]:
        """See `View`."""
        return together.decisions(self._connection, documents)

    def last_seen(self) -> datetime | None:
        """See `View`."""
        last = self._connection.execute(_LAST).scalar()
        return None if last is None else datetime.fromisoformat(last)

    def stale(self, derived: Derived, made_by: str, *, limit: int | None = 1000) -> tuple[str, ...]:
        """See `View`."""
        old = self._connection.execute(found.stale(derived, handle(made_by)).limit(limit)).scalars()
        return tuple(text_of(name) for name in old)

    def claims(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundClaim]:
        """See `View`."""
        return self._found(query, limit, before)

    def quotations(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundQuotation]:
        """See `View`."""
        return self._found(query, limit, before)

    def figures(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundFigure]:
        """See `View`."""
        return self._found(query, limit, before)

    def documents(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundDocument]:
        """See `View`."""
        return self._found(query, limit, before)

    def counts(self) -> Counts:
        """See `View`."""
        return found.counts(self._connection)

    def _found(self, query: Query, limit: int, before: int | None) -> Found[Any]:
        return found.found(self._connection, self._lookup, query, limit, before)

    def _newest(self, document: str) -> sa.RowMapping | None:
        return self._connection.execute(_NEWEST, {"document": handle(document)}).mappings().first()

    def _one_by(self, name: sa.Column[Any], value: object) -> sa.RowMapping | None:
        return self._connection.execute(statements.by(name), {statements.VALUE: value}).mappings().first()

    def _all_by(self, name: sa.Column[Any], value: object, *order: sa.Column[Any]) -> list[sa.RowMapping]:
        return list(self._connection.execute(statements.by(name, *order), {statements.VALUE: value}).mappings())

    def _all(self, statement: sa.Select[Any]) -> list[sa.RowMapping]:
        return list(self._connection.execute(statement).mappings())
