"""Rows that may go without losing a report or a decision: what they are, how much room they take, and their removal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa

from rashomon.stores import rows
from rashomon.stores.encoding import handle
from rashomon.stores.sql import fingerprints
from rashomon.stores.sql import tables as t

AT_ONCE = 500
"""So many lines of the log are changed at once."""


class Surplus(StrEnum):
    """What may go."""

    FINGERPRINTS = "fingerprints"
    """Of documents last taken in before a time."""
    READINGS = "readings"
    """Of versions that are not current."""
    COPIES = "copies"
    """Found by another version of grouping than the stories."""
    STREAMS = "streams"
    """What another version of grouping knew."""
    ORIGINALS = "originals"
    """Bytes that nothing names."""
    FORMER_ORIGINALS = "former originals"
    """Bytes of versions that are not current."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What counts as surplus.

    `before` is the time before which fingerprints go, None where all stay; `grouped` the name of what grouped the whole
    archive, None where that is not sure; `former` whether the bytes of former versions go too.
    """

    before: datetime | None = None
    grouped: str | None = None
    former: bool = False


Sizes = dict[Surplus, tuple[int, int]]
"""Of each sort how many there are, and how many bytes they have."""


def surplus(connection: sa.Connection, bounds: Bounds) -> Sizes:
    """How much there is."""
    found: Sizes = {}
    for kind, (table, column, where) in _surplus(bounds).items():
        size = sa.func.coalesce(sa.func.sum(sa.func.length(column)), 0)
        number, octets = connection.execute(sa.select(sa.func.count(), size).select_from(table).where(where)).one()
        found[kind] = (int(number), int(octets))
    return found


def drop(connection: sa.Connection, bounds: Bounds) -> Sizes:
    """Remove it; how much there was."""
    found = surplus(connection, bounds)
    for kind, (table, _, where) in _surplus(bounds).items():
        if kind is Surplus.FINGERPRINTS and bounds.before is not None:
            fingerprints.drop(connection, rows.stamp(bounds.before))
            continue
        if kind is Surplus.FORMER_ORIGINALS:
            _unname(connection)
            connection.execute(table.delete().where(_o.id.not_in(_named())))
            continue
        connection.execute(table.delete().where(where))
    return found


_d, _l, _o = t.documents.c, t.log.c, t.originals.c
_FORMER = sa.select(_d.version).where(_d.current.is_(False))
_ROOT = "stories, %"
"""The names of streams of stories begin so, with what made them behind it."""


def _surplus(bounds: Bounds) -> dict[Surplus, tuple[sa.Table, sa.Column[bytes], sa.ColumnElement[bool]]]:
    made: dict[Surplus, tuple[sa.Table, sa.Column[bytes], sa.ColumnElement[bool]]] = {}
    if bounds.before is not None:
        old = sa.select(t.taken.c.number).where(t.taken.c.seen_at < rows.stamp(bounds.before))
        f = t.fingerprinted.c
        made[Surplus.FINGERPRINTS] = (t.fingerprinted, f.hashes, f.number.in_(old))
    made[Surplus.READINGS] = (t.readings, t.readings.c.body, t.readings.c.version.in_(_FORMER))
    if bounds.grouped is not None:
        c, s = t.copies.c, t.streams.c
        own = [handle(f"stories, {bounds.grouped}"), handle(f"stories, columns, {bounds.grouped}")]
        made[Surplus.COPIES] = (t.copies, c.body, c.made_by != handle(bounds.grouped))
        made[Surplus.STREAMS] = (t.streams, s.body, sa.and_(s.name.like(_ROOT), s.name.not_in(own)))
    made[Surplus.ORIGINALS] = (t.originals, _o.octets, _o.id.not_in(_named()))
    if bounds.former:
        unnamed, gone = _o.id.not_in(_named()), _o.id.not_in(_named(former=False))
        made[Surplus.FORMER_ORIGINALS] = (t.originals, _o.octets, sa.and_(gone, sa.not_(unnamed)))
    return made


def _named(*, former: bool = True) -> sa.CompoundSelect[tuple[str]]:
    """The originals that versions and the log name; without `former`, not those that only former versions name."""
    versions = sa.select(_d.original).where(_d.original.is_not(None))
    log = sa.select(_l.original).where(_l.original.is_not(None))
    if not former:
        versions = versions.where(_d.current.is_(True))
        log = log.where(sa.or_(_l.version.is_(None), _l.version.not_in(_FORMER)))
    return sa.union(versions, log)


def _unname(connection: sa.Connection) -> None:
    """Former versions, and what the log tells of them, name no bytes any more; the bytes are unnamed then."""
    former = sa.and_(_d.current.is_(False), _d.original.is_not(None))
    connection.execute(t.documents.update().where(former).values(original=None))
    told = sa.select(t.log).where(_l.version.in_(_FORMER), _l.original.is_not(None)).limit(AT_ONCE)
    while some := connection.execute(told).mappings().all():
        for row in some:
            unnamed = rows.seen_row(replace(rows.seen_of(row), original=None))
            own = _l.number == row["number"]
            connection.execute(t.log.update().where(own).values(original=None, body=unnamed["body"]))
