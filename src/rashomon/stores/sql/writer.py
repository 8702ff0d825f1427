"""A writer over the tables: one transaction, on any engine that SQLAlchemy speaks to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

import sqlalchemy as sa

from rashomon.core import Change, Copy, Decision, Document, Ending, Placement, Reading, Story, StoryAccount
from rashomon.stores import account_rows, checked, rows
from rashomon.stores.encoding import (
    handle,
    head,
    line_of,
    maybe,
    nameable,
    octets_id,
    refusal,
    squeezed,
    text_of,
    version_id,
)
from rashomon.stores.facts import Added, Forgetting, KeptAccount, Seen, Taken, Version
from rashomon.stores.sql import fingerprints, removal, statements, streams
from rashomon.stores.sql import tables as t
from rashomon.stores.sql.view import SqlView
from rashomon.stores.words import free

BATCH = 500
"""So many values stand in one statement."""

_KNOWN = sa.select(
    *(t.documents.c[name] for name in ("version", "document", "line", "number", "current", "seen_at", "made_by"))
).where(sa.or_(t.documents.c.line == sa.bindparam("first"), t.documents.c.document == sa.bindparam("second")))
"""What is known of a line and of a document's id."""
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
        if not self._has(t.originals.c.id, name):
            self._insert(t.originals, {"id": name, "size_bytes": len(octets), "octets": squeezed(octets)})
        return name

    def add(
        self,
        document: Document,
        *,
        seen_at: datetime,
        made_by: str,
        line: str | None = None,
        original: str | None = None,
    ) -> Added:
        """See `Writer`."""
        checked.aware(seen_at, "the time at which a document was seen")
        line = line or line_of(document)
        if self._view.is_forgotten(line=line, document=document.id):
            return Added(taken=Taken.FORGOTTEN, version=None)
        nameable(line), nameable(document.id)
        c, name = t.documents.c, version_id(line, document)
        asked = {"first": handle(line), "second": handle(document.id)}
        known = list(self._connection.execute(_KNOWN, asked).mappings())
        same = next((row for row in known if row["version"] == name), None)
        if same is not None:
            return self._again(same, document, made_by)
        if any(row["line"] != handle(line) for row in known):
            return Added(taken=Taken.ID_TAKEN, version=None)
        before = next((row for row in known if row["current"]), None)
        version = Version(
            id=name,
            line=line,
            number=1 + max((row["number"] for row in known), default=0),
            document=document,
            seen_at=seen_at,
            made_by=made_by,
            original=original,
            current=before is None or rows.stamp(seen_at) >= before["seen_at"],
        )
        if before is not None and version.current:
            self._update(t.documents, c.version == before["version"], current=False, words="")
            self._touch({before["document"], handle(document.id)})
        self._insert(t.documents, rows.version_row(version, self._free_key))
        if any(row["document"] == handle(document.id) for row in known):
            self._update(t.taken, t.taken.c.document == handle(document.id), seen_at=rows.stamp(seen_at))
        else:
            self._insert(t.taken, {"document": handle(document.id), "seen_at": rows.stamp(seen_at)})
        return Added(taken=Taken.VERSION if known else Taken.NEW, version=name)

    def _again(self, row: sa.RowMapping, document: Document, made_by: str) -> Added:
        """The same words: nothing to do, unless another cleaning sorted them."""
        if row["made_by"] == handle(made_by):
            return Added(taken=Taken.AGAIN, version=row["version"])
        kept = self._view.version(row["version"])
        if kept is None or kept.document == document:
            self._update(t.documents, t.documents.c.version == row["version"], made_by=handle(made_by))
            return Added(taken=Taken.AGAIN, version=row["version"])
        new = rows.version_row(
            Version(
                id=kept.id,
                line=kept.line,
                number=kept.number,
                document=document,
                seen_at=kept.seen_at,
                made_by=made_by,
                original=kept.original,
                current=kept.current,
            ),
            lambda wanted: wanted,
        )
        changed = {name: new[name] for name in ("made_by", "words", "body", "language", "headline")}
        self._update(t.documents, t.documents.c.version == row["version"], **changed)
        self._delete_by(t.readings.c.version, row["version"])
        self._touch({row["document"]})
        return Added(taken=Taken.RECLEANED, version=row["version"])

    def keep_seen(self, seen: Seen) -> None:
        """See `Writer`."""
        checked.aware(seen.at, "the time of a line of the log")
        if not self._has(t.log.c.id, handle(nameable(seen.id))):
            self._insert(t.log, rows.seen_row(seen))

    def keep_reading(self, version: str, reading: Reading, *, made_by: str) -> None:
        """See `Writer`."""
        row = self._connection.execute(_READ, {"version": version}).mappings().first()
        if row is None or row["document"] != handle(reading.document):
            kept = self._view.version(version)
            checked.reading(kept.document if kept else None, version, reading)
        if row is not None and row["read"] is not None:
            self._delete_by(t.readings.c.version, version)
        self._insert(t.readings, rows.reading_row(version, reading, made_by))

    def keep_copies(self, copies: Iterable[Copy], *, made_by: str) -> None:
        """See `Writer`."""
        c = t.copies.c
        for copy in copies:
            pair = (handle(copy.origin), handle(copy.copy))
            self._delete(t.copies, sa.and_(c.origin.in_(pair), c.copy.in_(pair)))
            self._insert(t.copies, rows.copy_row(copy, made_by))

    def place(self, placement: Placement, *, made_by: str) -> None:
        """See `Writer`."""
        if not self._has(t.placements.c.document, handle(placement.document)):
            self._insert(t.placements, rows.placement_row(placement, made_by))

    def keep_change(self, change: Change, *, made_by: str) -> None:
        """See `Writer`."""
        if not self._has(t.changes.c.id, rows.change_id(change)):
            self._insert(t.changes, rows.change_row(change, made_by))

    def settle(self, stories: Iterable[Story], *, made_by: str) -> None:
        """See `Writer`."""
        for story in stories:
            self._settle(story, made_by)

    def _settle(self, story: Story, made_by: str) -> None:
        name, m = handle(nameable(story.id)), t.members.c
        documents = [handle(document) for document in dict.fromkeys(story.documents)]
        known = self._one_by(t.stories.c.id, name)
        of_story = statements.by(m.story, m.position)
        own = list(self._connection.execute(of_story, {statements.VALUE: name}).scalars()) if known else []
        line = maybe(story.storyline)
        if known is None:
            row = {"id": name, "storyline": line, "revision": 0, "made_by": handle(made_by)}
            self._insert(t.stories, row)
        elif known["made_by"] != handle(made_by) or known["storyline"] != line:
            self._update(t.stories, t.stories.c.id == name, made_by=handle(made_by), storyline=line)
        if own == documents and known is not None:
            return
        stays = own if documents[: len(own)] == own else []
        joining = documents[len(stays) :]
        kept = self._those(t.documents.c.document, joining)
        checked.story_documents(story.id, {text_of(document) for document in joining} - kept)
        left = set(
            self._connection.execute(sa.select(m.story).where(m.document.in_(joining), m.story != name)).scalars()
        )
        self._delete(t.members, sa.and_(m.story == name, m.document.not_in(stays)) if stays else m.story == name)
        self._delete(t.members, m.document.in_(joining))
        new = [{"document": d, "story": name, "position": at} for at, d in enumerate(documents) if at >= len(stays)]
        if new:
            self._connection.execute(statements.insert(t.members), new)
        self._grow({name, *left})
        self._end_empty({name, *left})

    def keep_account(self, account: StoryAccount, *, revision: int, made_by: str, made_at: datetime) -> None:
        """See `Writer`."""
        checked.aware(made_at, "the time at which an account was made")
        found = {document: self._view.document(document) for document in account.documents}
        documents = {name: document for name, document in found.items() if document is not None}
        checked.account(account, revision, self._view.story(account.id), documents)
        kept = KeptAccount(account=account, revision=revision, made_by=made_by, made_at=made_at)
        self._delete_by(t.accounts.c.story, handle(account.id))
        made = self._without_clash(kept, documents)
        self._insert(t.accounts, made.account)
        for table, own in (
            (t.claims, made.claims),
            (t.reports, made.reports),
            (t.utterances, made.utterances),
            (t.quotations, made.quotations),
            (t.figures, made.figures),
        ):
            if own:
                self._connection.execute(statements.insert(table), own)

    def _without_clash(self, kept: KeptAccount, documents: Mapping[str, Document]) -> account_rows.AccountRows:
        """The rows of an account with keys that are free; two things of one minute hardly ever want the same."""
        others: set[int] = set()
        while True:
            taken = set(others)
            made = account_rows.account_rows(kept, documents, lambda wanted, taken=taken: free(wanted, taken))  # type: ignore[misc]
            clash: set[int] = set()
            for table, own in ((t.claims, made.claims), (t.quotations, made.quotations), (t.figures, made.figures)):
                keys = [row["key"] for row in own]
                for some in _batches(keys):
                    clash |= set(
                        self._connection.execute(sa.select(table.c.key).where(table.c.key.in_(some))).scalars()
                    )
            if not clash:
                return made
            others |= clash

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
        self._insert(t.decisions, rows.decision_row(decision))
        concerned = [handle(document) for document in decision.concerned()]
        if concerned:
            about = [{"decision": handle(decision.id), "document": document} for document in concerned]
            self._connection.execute(t.decided.insert(), about)
            self._touch(concerned)

    def end(self, ending: Ending) -> None:
        """See `Writer`."""
        decision = self._decision(ending.decision)
        checked.ending(ending, decision)
        if decision is not None and not self._has(t.endings.c.decision, handle(ending.decision)):
            self._insert(t.endings, rows.ending_row(ending))
            self._touch([handle(document) for document in decision.concerned()])

    def forget(
        self, *, by: str, at: datetime, reason: str, document: str | None = None, outlet: str | None = None
    ) -> Forgetting:
        """See `Writer`."""
        checked.forgetting(at, by, reason, document, outlet)
        c = t.documents.c
        named = c.document == handle(document) if document is not None else c.outlet == head(outlet)
        lines = sorted(set(self._connection.execute(sa.select(c.line).where(named)).scalars()))
        documents: set[str] = set()
        stories: set[str] = set()
        for some in _batches(lines):
            gone = removal.removed(self._connection, some)
            documents |= gone.documents
            stories |= gone.stories
            self._refuse("document", gone.documents)
            self._refuse("line", gone.lines)
        self._grow(stories)
        self._end_empty(stories)
        made = Forgetting(
            at=at,
            by=by,
            reason=reason,
            documents=tuple(sorted(documents)),
            outlet=outlet,
            stories=tuple(sorted(text_of(story) for story in stories)),
        )
        self._insert(t.forgettings, rows.forgetting_row(made))
        self.forgot = True
        return made

    def _refuse(self, what: str, names: Collection[str]) -> None:
        for name in sorted(refusal(what, name) for name in names):
            if not self._has(t.refused.c.id, name):
                self._insert(t.refused, {"id": name})

    def _decision(self, name: str) -> Decision | None:
        row = self._one_by(t.decisions.c.id, handle(name))
        return None if row is None else rows.decision_of(row)

    def _touch(self, documents: Collection[str]) -> None:
        """What the stories of these documents are made of has changed."""
        if documents:
            of = sa.select(t.members.c.story).where(t.members.c.document.in_(list(documents)))
            self._grow(set(self._connection.execute(of).scalars()))

    def _grow(self, stories: Collection[str]) -> None:
        for some in _batches(sorted(stories)):
            named = t.stories.c.id.in_(some)
            self._connection.execute(t.stories.update().where(named).values(revision=t.stories.c.revision + 1))

    def _end_empty(self, stories: Collection[str]) -> None:
        for some in _batches(sorted(stories)):
            full = sa.select(t.members.c.story).where(t.members.c.story.in_(some))
            self._delete(t.stories, sa.and_(t.stories.c.id.in_(some), t.stories.c.id.not_in(full)))

    def _free_key(self, wanted: int) -> int:
        while self._has(t.documents.c.key, wanted):
            wanted += 1
        return wanted

    def _those(self, name: sa.Column[Any], values: Collection[str]) -> set[str]:
        """Which of the values are there, as texts."""
        found: set[str] = set()
        for some in _batches(values):
            found |= set(self._connection.execute(sa.select(name).where(name.in_(some))).scalars())
        return {text_of(value) for value in found}

    def _has(self, name: sa.Column[Any], value: object) -> bool:
        return self._connection.execute(statements.there(name), {statements.VALUE: value}).first() is not None

    def _one_by(self, name: sa.Column[Any], value: object) -> sa.RowMapping | None:
        return self._connection.execute(statements.by(name), {statements.VALUE: value}).mappings().first()

    def _delete_by(self, name: sa.Column[Any], value: object) -> None:
        self._connection.execute(statements.delete_by(name), {statements.VALUE: value})

    def _insert(self, table: sa.Table, row: Mapping[str, Any]) -> None:
        self._connection.execute(statements.insert(table), dict(row))

    def _update(self, table: sa.Table, where: sa.ColumnElement[bool], **values: object) -> None:
        self._connection.execute(table.update().where(where).values(**values))

    def _delete(self, table: sa.Table, where: sa.ColumnElement[bool]) -> None:
        self._connection.execute(table.delete().where(where))


def _batches(values: Iterable[Any]) -> Iterable[list[Any]]:
    every = iter(values)
    while some := list(islice(every, BATCH)):
        yield some
