"""The tables for researchers as CSV or Parquet: a file a table, and the codebook beside them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import RawIOBase, StringIO
from typing import TYPE_CHECKING, Any

from rashomon.core import RashomonError
from rashomon.present.exports import codebook
from rashomon.present.exports.contract import Row, number
from rashomon.present.exports.encoding import without_surrogates
from rashomon.present.exports.tables import safe
from rashomon.present.exports.tables_declared import TABLES, Holds, Table
from rashomon.present.exports.tables_rows import rows
from rashomon.present.exports.telling import Source

if TYPE_CHECKING:
    import pyarrow as pa

Pieces = Iterator[tuple[str, bytes]]
"""The name of a file, and what comes next in it."""
ROWS_AT_ONCE = 5000
"""Rows of a table that are held before they are written: a row group of Parquet."""


class MissingParquetError(RashomonError):
    """The package that writes Parquet is not installed."""


def csv_pieces(source: Source, *, with_texts: bool = False) -> Pieces:
    """The tables as CSV (RFC 4180, UTF-8), with their headers also where they have no rows.

    Args:
        source: what to write.
        with_texts: whether documents have their texts, and words are whole.
    """
    yield from _codebook("csv")
    for table in TABLES:
        yield f"{table.name}.csv", _lines([[column.name for column in table.columns]])
    for table, some in _gathered(source, with_texts=with_texts):
        yield f"{table.name}.csv", _lines([_cell(row[column.name]) for column in table.columns] for row in some)


def _lines(cells: Iterable[list[str]]) -> bytes:
    written = StringIO(newline="")
    csv.writer(written).writerows(cells)
    return written.getvalue().encode("utf-8")


def _cell(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case float():
            # a negative number is none that a spreadsheet would run
            return str(number(value))
        case int():
            return str(value)
        case datetime():
            return value.astimezone(UTC).isoformat()
        case _:
            return safe(value)


def parquet_pieces(source: Source, *, with_texts: bool = False) -> Pieces:
    """The tables as Parquet, in row groups of some thousand rows.

    Args:
        source: what to write.
        with_texts: whether documents have their texts, and words are whole.

    Raises:
        MissingParquetError: the extra `parquet` is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        raise MissingParquetError("Parquet needs `rashomon[parquet]`; as csv the tables are the same") from error
    yield from _codebook("parquet")
    sinks = {table.name: Sink() for table in TABLES}
    schemas = {table.name: arrow_schema(table) for table in TABLES}
    writers = {
        name: pq.ParquetWriter(pa.PythonFile(sinks[name], mode="w"), schemas[name], compression="zstd")
        for name in sinks
    }
    for table, some in _gathered(source, with_texts=with_texts):
        cells = {c.name: [_arrow(row[c.name], c.holds) for row in some] for c in table.columns}
        writers[table.name].write_table(pa.table(cells, schema=schemas[table.name]))
        yield f"{table.name}.parquet", sinks[table.name].taken()
    for name, writer in writers.items():
        writer.close()
        yield f"{name}.parquet", sinks[name].taken()


def arrow_schema(table: Table) -> pa.Schema:
    """The schema of a table, with the codebook's words at each column."""
    import pyarrow as pa

    types = {
        Holds.STRING: pa.string(),
        Holds.INTEGER: pa.int64(),
        Holds.NUMBER: pa.float64(),
        Holds.BOOLEAN: pa.bool_(),
        Holds.DATETIME: pa.timestamp("us", tz="UTC"),
    }
    return pa.schema(
        [pa.field(c.name, types[c.holds], metadata={"description": c.means}) for c in table.columns],
        metadata={"description": f"A row is {table.row}."},
    )


def _arrow(value: Any, holds: Holds) -> Any:  # noqa: ANN401  # a cell
    if holds is Holds.STRING and value is not None:
        return without_surrogates(str(value)) or None
    return float(value) if holds is Holds.NUMBER and value is not None else value


class Sink(RawIOBase):
    """What a writer of Parquet writes to; what was written is taken from it bit by bit, so that it never grows."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        """Yes."""
        return True

    def tell(self) -> int:
        """How much was written."""
        return self._at

    def write(self, octets: Any, /) -> int:  # noqa: ANN401  # any buffer
        """Write behind the rest."""
        self._parts.append(bytes(octets))
        self._at += len(self._parts[-1])
        return len(self._parts[-1])

    def taken(self) -> bytes:
        """What was written since this was last asked."""
        parts, self._parts = self._parts, []
        return b"".join(parts)


def _codebook(suffix: str) -> Pieces:
    yield codebook.MARKDOWN, codebook.markdown()
    yield codebook.PACKAGE, codebook.package(suffix)


def _gathered(source: Source, *, with_texts: bool) -> Iterator[tuple[Table, list[Row]]]:
    """Rows of one table together, so many at a time."""
    by_name = {table.name: table for table in TABLES}
    waiting: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for name, row in rows(source, with_texts=with_texts):
        waiting[name].append(row)
        if len(waiting[name]) == ROWS_AT_ONCE:
            yield by_name[name], waiting[name]
            waiting[name] = []
    yield from ((by_name[name], some) for name, some in waiting.items() if some)
