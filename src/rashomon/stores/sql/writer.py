"""A writer over the tables: one transaction, on any engine that SQLAlchemy speaks to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from rashomon.core import Change, Copy, Decision, Document, Ending, Placement, Reading, Story, StoryAccount
from rashomon.stores import checked, rows
from rashomon.stores.encoding import handle, line_of, nameable, octets_id, refusal, squeezed, text_of, version_id
from rashomon.stores.facts import AccessKey, Added, Forgetting, KeptAccount, Seen, Taken, Version
from rashomon.stores.sql import accounts, fingerprints, keys, removal, settling, statements, streams, taking
from rashomon.stores.sql import tables as t
from rashomon.stores.sql.view import SqlView

_READ = (
    sa.select(t.documents.c.document, t.readings.c.version.label("read"))
    .outerjoin(t.readings, t.readings.c.version == t.documents.c.version)
    .where(t.documents.c.version == sa.bindparam("version"))
)
"""Whose a version is, and whether it was read."""


class SqlWriter:
    """Writes within the transaction of one connection; it does not end it."""

    def __init__(self, connection: sa.Connection, view: SqlView) -> None:
        self._connection = connection
        self._view = view
        self.forgot = False
        """Whether something was removed for good, so that the engine has to clear its traces."""

    def leave(self, ended: sa.Connection) -> None:
        """The block is over: whatever is written from now on is answered by `ended`."""
        self._connection = ended

    @property
    def view(self) -> SqlView:
        """See `Writer`."""
        return self._view

    def keep_original(self, octets: bytes) -> str:
        """See `Writer`."""
        name = octets_id(octets)
        if not statements.has(self._connection, t.originals.c.id, name):
            row = {"id": name, "size_bytes": len(octets), "octets": squeezed(octets)}
            statements.write(self._connection, t.originals, row)
        return name

    def add(  # what is known of a sighting
        self,
        document: Document,
        *,
        seen_at: datetime,
        made_by: str,
        line: str | None = None,
        original: str | None = None,
        former: bool = False,
    ) -> Added:
        """See `Writer`."""
        checked.aware(seen_at, "the time at which a document was seen")
        line = line or line_of(document)
        if self._view.is_forgotten(line=line, document=document.id):
            return Added(taken=Taken.FORGOTTEN, version=None)
        nameable(line), nameable(document.id)
        version = Version(
            id=version_id(line, document),
            line=line,
            number=1,
            document=document,
            seen_at=seen_at,
            made_by=made_by,
            original=original,
            current=not former,
        )
        return taking.add(self._connection, version)

    def keep_seen(self, seen: Seen) -> None:
        """See `Writer`."""
        checked.aware(seen.at, "the time of a line of the log")
        self._unless(t.log.c.id, handle(nameable(seen.id)), lambda: rows.seen_row(seen))

    def keep_reading(self, version: str, reading: Reading, *, made_by: str) -> None:
        """See `Writer`."""
        row = self._connection.execute(_READ, {"version": version}).mappings().first()
        if row is None or row["document"] != handle(reading.document):
            kept = self._view.version(version)
            checked.reading(kept.document if kept else None, version, reading)
        if row is not None and row["read"] is not None:
            statements.erase(self._connection, t.readings.c.version, version)
        statements.write(self._connection, t.readings, rows.reading_row(version, reading, made_by))

    def keep_copies(self, copies: Iterable[Copy], *, made_by: str) -> None:
        """See `Writer`."""
        c = t.copies.c
        for copy in copies:
            pair = (handle(copy.origin), handle(copy.copy))
            self._connection.execute(t.copies.delete().where(c.origin.in_(pair), c.copy.in_(pair)))
            statements.write(self._connection, t.copies, rows.copy_row(copy, made_by))

    def place(self, placement: Placement, *, made_by: str) -> None:
        """See `Writer`."""
        name = handle(placement.document)
        self._unless(t.placements.c.document, name, lambda: rows.placement_row(placement, made_by))

    def keep_change(self, change: Change, *, made_by: str) -> None:
        """See `Writer`."""
        self._unless(t.changes.c.id, rows.change_id(change), lambda: rows.change_row(change, made_by))

    def settle(self, stories: Iterable[Story], *, made_by: str) -> None:
        """See `Writer`."""
        for story in stories:
            settling.settle(self._connection, story, made_by)

    def touch(self, stories: Iterable[str]) -> None:
        """See `Writer`."""
        settling.grow(self._connection, [handle(story) for story in stories])

    def keep_account(self, account: StoryAccount, *, revision: int, made_by: str, made_at: datetime) -> None:
        """See `Writer`."""
        checked.aware(made_at, "the time at which an account was made")
        documents = self._view.documents_of(account.documents)
        checked.account(account, revision, self._view.story(account.id), documents)
        kept = KeptAccount(account=account, revision=revision, made_by=made_by, made_at=made_at)
        accounts.keep(self._connection, kept, documents)

    def keep_stream(self, name: str, rows: Mapping[str, bytes | None]) -> None:
        """See `Writer`."""
        streams.keep(self._connection, name, rows)

    def keep_fingerprints(self, document: str, hashes: Sequence[int]) -> None:
        """See `Writer`."""
        checked.hashes(hashes)
        checked.fingerprinted(document, kept=fingerprints.keep(self._connection, document, hashes))

    def drop_fingerprints(self, before: datetime) -> int:
        """See `Writer`."""
        checked.aware(before, "the time before which fingerprints are dropped")
        return fingerprints.drop(self._connection, rows.stamp(before))

    def decide(self, decision: Decision) -> None:
        """See `Writer`."""
        nameable(decision.id)
        if not checked.decision(decision, self._decision(decision.id)):
            return
        statements.write(self._connection, t.decisions, rows.decision_row(decision))
        concerned = [handle(document) for document in decision.concerned()]
        about = [{"decision": handle(decision.id), "document": document} for document in concerned]
        statements.write(self._connection, t.decided, *about)
        settling.touch(self._connection, concerned)

    def end(self, ending: Ending) -> None:
        """See `Writer`."""
        decision = self._decision(ending.decision)
        checked.ending(ending, decision)
        name = handle(ending.decision)
        if decision is not None and not statements.has(self._connection, t.endings.c.decision, name):
            statements.write(self._connection, t.endings, rows.ending_row(ending))
            settling.touch(self._connection, [handle(document) for document in decision.concerned()])

    def keep_key(self, key: AccessKey) -> None:
        """See `Writer`."""
        keys.keep(self._connection, key)

    def end_key(self, key: str, *, by: str, at: datetime) -> None:
        """See `Writer`."""
        keys.end(self._connection, key, by, at)

    def note_uses(self, uses: Mapping[str, datetime]) -> None:
        """See `Writer`."""
        keys.note(self._connection, uses)

    def forget(
        self, lines: Collection[str], *, by: str, at: datetime, reason: str, outlet: str | None = None
    ) -> Forgetting:
        """See `Writer`."""
        names = sorted({handle(line) for line in lines})
        checked.forgetting(at, by, reason, lines, statements.those(self._connection, t.documents.c.line, names))
        documents: set[str] = set()
        stories: set[str] = set()
        for some in statements.batches(names):
            gone = removal.removed(self._connection, some)
            documents |= gone.documents
            stories |= gone.stories
            self._refuse("document", gone.documents)
            self._refuse("line", gone.lines)
        settling.grow(self._connection, stories)
        settling.end_empty(self._connection, stories)
        made = Forgetting(
            at=at,
            by=by,
            reason=reason,
            documents=tuple(sorted(documents)),
            outlet=outlet,
            stories=tuple(sorted(text_of(story) for story in stories)),
        )
        statements.write(self._connection, t.forgettings, rows.forgetting_row(made))
        self.forgot = True
        return made

    def _refuse(self, what: str, names: Collection[str]) -> None:
        for name in sorted(refusal(what, name) for name in names):
            self._unless(t.refused.c.id, name, lambda name=name: {"id": name})  # type: ignore[misc]

    def _unless(self, name: sa.Column[Any], value: str, row: Callable[[], Mapping[str, Any]]) -> None:
        """Write a row, unless one stands there."""
        if not statements.has(self._connection, name, value):
            statements.write(self._connection, name.table, row())

    def _decision(self, name: str) -> Decision | None:
        row = statements.one_by(self._connection, t.decisions.c.id, handle(name))
        return None if row is None else rows.decision_of(row)
