"""A Parquet file -> the pages of its rows: columns named as the fields of a JSON line, read in small batches."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from rashomon.core import Page, Problem
from rashomon.ingest.bodies import MAX_PAGE_BYTES, limited
from rashomon.ingest.faults import fault
from rashomon.ingest.kept import of_record
from rashomon.ingest.records import FIELDS, page_of

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

BATCH_BYTES = 8_000_000
"""About how much is unpacked at a time, by the size that the file tells of its rows."""
MOST_ROWS = 1_024
MOST_FOOTER_BYTES = 100_000_000
MOST_NAMED = 1_000
"""So many columns in the footer, or broken groups of rows, and no more."""
MAX_RATIO = 1_000
"""A column that grows by more is a bomb (a dictionary of few words may well give hundreds) ..."""
LEAST_SUSPECT_BYTES = 100_000_000
"""... unless it unzips to less than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """An open Parquet file with the columns that are read of it."""

    address: str
    file: ParquetFile
    columns: list[str]

    def place(self, row: int) -> str:
        return f"{self.address}#row={row}"


def parquet_pages(stream: io.BufferedReader, address: str, *, keep_octets: bool = False) -> Iterator[Page | Problem]:
    """The pages of one Parquet file, a batch of rows held at a time; a place in it is `file#row=N`, from 1."""
    from importlib.util import find_spec

    if find_spec("pyarrow") is None:
        said = f'{address} is a Parquet file, which needs pyarrow: pip install "rashomon[parquet]".'
        yield fault("extra-missing", said, address)
        return
    if not stream.seekable():
        said = f"{address} is a Parquet file, which is read from its end: name the file itself, unzipped, not a pipe."
        yield fault("not-seekable", said, address)
        return
    try:
        file, names = _opened(stream)
    except _faults() as error:
        yield fault("bad-parquet", f"{address} is no whole Parquet file: {_told(error)}.", address)
        return
    if "text" not in names:
        there = ", ".join(map(str, file.schema_arrow.names[:12]))
        yield fault("no-text", f"{address} has no column `text`; its columns are: {there[:400]}.", address)
        return
    yield from _groups(_Table(address=address, file=file, columns=names), keep_octets=keep_octets)


def _opened(stream: io.BufferedReader) -> tuple[ParquetFile, list[str]]:
    """The file and those of its columns that are fields of a document, each named once."""
    from pyarrow.parquet import ParquetFile

    file = ParquetFile(
        stream,
        pre_buffer=False,  # a group of rows is not fetched whole
        buffer_size=65_536,
        thrift_string_size_limit=MOST_FOOTER_BYTES,
        thrift_container_size_limit=1_000_000,
    )
    counts = Counter(file.schema_arrow.names)
    return file, [name for name in file.schema_arrow.names if name in FIELDS and counts[name] == 1]


def _groups(table: _Table, *, keep_octets: bool) -> Iterator[Page | Problem]:
    """The pages of every group of rows; a broken group is named and does not end the reading."""
    before = broken = 0
    metadata = table.file.metadata
    if not metadata.num_rows:
        yield fault("empty", f"{table.address} holds no documents.", table.address)
    for number in range(metadata.num_row_groups):
        rows, done = metadata.row_group(number).num_rows, 0
        try:
            for record in _records(table, number):
                done += 1
                yield _page(record, table.place(before + done), keep_octets=keep_octets)
        except _faults() as error:
            broken += 1
            where = table.place(before + done + 1)
            left = f"{max(0, rows - done):,} rows from {where}"
            yield fault("bad-parquet", f"{left} cannot be read: {_told(error)}.", where)
            if broken >= MOST_NAMED:
                yield fault("bad-parquet", f"{table.address} has too many broken groups of rows.", table.address)
                return
        before += rows


def _records(table: _Table, number: int) -> Iterator[dict[str, object]]:
    """The rows of one group as JSON objects."""
    rows = _rows_at_a_time(table, number)
    batches = table.file.iter_batches(batch_size=rows, row_groups=[number], columns=table.columns, use_threads=False)
    for batch in batches:
        columns = {name: _to_micros(batch.column(name)) for name in batch.schema.names}
        for at in range(batch.num_rows):
            yield {name: _value(column[at]) for name, column in columns.items()}


def _rows_at_a_time(table: _Table, number: int) -> int:
    """How many rows of a group unpack to about `BATCH_BYTES`.

    Raises:
        ValueError: its columns unzip to far more than text would.
    """
    group = table.file.metadata.row_group(number)
    size = 0
    for column in (group.column(at) for at in range(group.num_columns)):
        if column.path_in_schema.partition(".")[0] not in table.columns:
            continue
        unzipped, zipped = max(0, column.total_uncompressed_size), max(1, column.total_compressed_size)
        if unzipped > LEAST_SUSPECT_BYTES and unzipped > MAX_RATIO * zipped:
            raise ValueError(f"the column {column.path_in_schema} unzips to far more than text would")
        # in a column with a dictionary each row may be the longest word of it, as far as can be told
        size += unzipped if column.has_dictionary_page else unzipped // max(1, group.num_rows)
    return max(1, min(MOST_ROWS, BATCH_BYTES // max(1, size)))


def _page(record: dict[str, object], place: str, *, keep_octets: bool) -> Page | Problem:
    text = record.get("text")
    if isinstance(text, str) and len(text) > MAX_PAGE_BYTES:
        return fault("too-large", f"The text at {place} has {len(text):,} characters: too long for one report.", place)
    record = {name: value for name, value in record.items() if value is not None}
    page = limited(page_of(record, place=place))
    return of_record(page, json.dumps(record).encode()) if keep_octets and isinstance(page, Page) else page


def _to_micros(column: Any) -> Any:  # noqa: ANN401  pyarrow has no types
    """The column, with times as fine as Python has them."""
    import pyarrow as pa

    if not pa.types.is_timestamp(column.type) or column.type.unit != "ns":
        return column
    return column.cast(pa.timestamp("us", tz=column.type.tz), safe=False)


# what is no UTF-8 stays as half characters, which `page_of` replaces and tells
def _value(scalar: Any) -> object:  # noqa: ANN401  pyarrow has no types
    """A value as JSON has it; what JSON has no word for becomes an object, which no field may be."""
    try:
        return _json_value(scalar.as_py())
    except UnicodeDecodeError as error:
        return bytes(error.object).decode("utf-8", "surrogateescape")
    except (ValueError, OverflowError, LookupError):  # a time beyond Python's years, or in an unknown zone
        return {"unread": str(scalar.type)}


def _json_value(value: object) -> object:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes):  # text of writers that do not mark it as such
        return value.decode("utf-8", "surrogateescape")
    if isinstance(value, list):
        return [_json_value(one) for one in value]
    if isinstance(value, Mapping):
        return {str(name): _json_value(one) for name, one in value.items()}
    return {"unread": str(value)}


def _faults() -> tuple[type[Exception], ...]:
    """What pyarrow raises for a broken file; some of it are kinds of ValueError, OSError and MemoryError."""
    import pyarrow as pa

    return (pa.ArrowException, OSError, ValueError, LookupError, OverflowError, MemoryError)


def _told(error: Exception) -> str:
    first = str(error).strip().splitlines() or [type(error).__name__]
    return first[0][:300].rstrip(".")
