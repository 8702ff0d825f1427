"""Fingerprints in the tables: by document in bytes of their own, and by hash, so that other holders are found.

A hash is an unsigned number of 64 bits; a column holds it signed. A row by hash names a document by the number under
which it was taken in, so that it is small and the first holders of a hash stand first.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Iterator, Sequence

import sqlalchemy as sa

from rashomon.stores.encoding import handle, text_of
from rashomon.stores.sql import statements
from rashomon.stores.sql import tables as t
from rashomon.stores.sql.lookup import Holding

ASKED = 8_000
"""So many hashes are looked up at once."""
_SIGN, _RANGE = 1 << 63, 1 << 64


def keep(connection: sa.Connection, document: str, hashes: Iterable[int]) -> bool:
    """Keep the fingerprints of a document in place of those before; false where the document is not kept."""
    number = connection.execute(_NUMBER, {"document": handle(document)}).scalar()
    if number is None:
        return False
    before, after = set(_of_number(connection, number)), set(hashes)
    if before == after:
        return True
    gone, new = sorted(map(_signed, before - after)), sorted(map(_signed, after - before))
    for some in statements.batches(gone):
        connection.execute(t.fingerprints.delete().where(t.fingerprints.c.hash.in_(some), number == _OWN))
    if new:
        connection.execute(statements.insert(t.fingerprints), [{"hash": value, "number": number} for value in new])
    if before:
        connection.execute(statements.delete_by(t.fingerprinted.c.number), {statements.VALUE: number})
    if after:
        row = {"number": number, "size": len(after), "hashes": _packed(after)}
        connection.execute(statements.insert(t.fingerprinted), row)
    return True


def of(connection: sa.Connection, document: str) -> tuple[int, ...]:
    """The fingerprints of a document, the least first."""
    number = connection.execute(_NUMBER, {"document": handle(document)}).scalar()
    return () if number is None else _of_number(connection, number)


def holders(connection: sa.Connection, holding: Holding, hashes: Sequence[int], most: int) -> Iterator[tuple[int, str]]:
    """See `View.holders`."""
    names: dict[int, str] = {}
    for some in statements.batches(dict.fromkeys(hashes), ASKED):
        found: dict[int, list[int]] = {}
        for value, number in connection.execute(holding([_signed(value) for value in some], most)):
            found.setdefault(value, []).append(number)
        unknown = {number for numbers in found.values() for number in numbers} - names.keys()
        names.update(_names(connection, unknown))
        for value in some:
            yield from ((value, names[number]) for number in sorted(found.get(_signed(value), ())))


def remove(connection: sa.Connection, numbers: Collection[int]) -> None:
    """Remove the fingerprints of documents of these numbers."""
    for number in sorted(numbers):
        values = [{"value": _signed(value), "owner": number} for value in _of_number(connection, number)]
        if values:
            connection.execute(_DELETE, values)
            connection.execute(statements.delete_by(t.fingerprinted.c.number), {statements.VALUE: number})


def drop(connection: sa.Connection, before: str) -> int:
    """Remove those of documents last seen before a time (as its column has it); gives how many documents had some."""
    joined = sa.select(t.fingerprinted.c.number).join(t.taken, t.taken.c.number == t.fingerprinted.c.number)
    old = list(connection.execute(joined.where(t.taken.c.seen_at < before)).scalars())
    remove(connection, old)
    return len(old)


def sums(connection: sa.Connection) -> tuple[int, int]:
    """See `View.fingerprint_sums`."""
    kept = connection.execute(sa.select(sa.func.coalesce(sa.func.sum(t.fingerprinted.c.size), 0))).scalar_one()
    found = connection.execute(sa.select(sa.func.count()).select_from(t.fingerprints)).scalar_one()
    return int(kept), int(found)


_OWN = t.fingerprints.c.number
_NUMBER = sa.select(t.taken.c.number).where(t.taken.c.document == sa.bindparam("document"))
_HASHES = sa.select(t.fingerprinted.c.hashes).where(t.fingerprinted.c.number == sa.bindparam("number"))
_DELETE = t.fingerprints.delete().where(t.fingerprints.c.hash == sa.bindparam("value"), sa.bindparam("owner") == _OWN)


def _of_number(connection: sa.Connection, number: int) -> tuple[int, ...]:
    octets = connection.execute(_HASHES, {"number": number}).scalar()
    return () if octets is None else struct.unpack(f"<{len(octets) // 8}Q", octets)


def _names(connection: sa.Connection, numbers: Collection[int]) -> Iterator[tuple[int, str]]:
    for some in statements.batches(numbers):
        for number, document in connection.execute(_TAKEN, {"numbers": some}):
            yield number, text_of(document)


_TAKEN = sa.select(t.taken.c.number, t.taken.c.document).where(
    t.taken.c.number.in_(sa.bindparam("numbers", expanding=True))
)


def _packed(hashes: Collection[int]) -> bytes:
    return struct.pack(f"<{len(hashes)}Q", *sorted(hashes))


def _signed(value: int) -> int:
    return value - _RANGE if value >= _SIGN else value
