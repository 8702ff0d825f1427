"""The tables for researchers as data frames: the same columns, each with the type that its declaration says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from rashomon.core import Account, RashomonError

if TYPE_CHECKING:
    from rashomon.present.exports.tables_declared import Column, Table

Cells = Mapping[str, list[Any]]
"""The cells of a table, column by column."""

PANDAS_TYPES = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "datetime": "datetime64[us, UTC]",
}
"""By what a column holds; the types of pandas that keep a missing value apart from a number or a word."""


def frame(account: Account, table: str, *, library: str | None = None, with_texts: bool = False) -> Any:  # noqa: ANN401
    """One table of an account as a data frame of the library; `Account.to_frame`.

    Args:
        account: what to tell.
        table: the name of the table.
        library: "pandas" or "polars"; with None the one that is installed, pandas where both are.
        with_texts: whether texts stand in full, and not as excerpts.

    Raises:
        RashomonError: there is no such table, or the library is not installed.
    """
    from rashomon.present.exports.tables_declared import TABLES
    from rashomon.present.exports.tables_rows import rows
    from rashomon.present.exports.telling import OfAccount

    by_name = {declared.name: declared for declared in TABLES}
    if table not in by_name:
        raise RashomonError(f"there is no table {table!r}; there are {', '.join(by_name)}")
    make = LIBRARIES[_chosen(library)]
    declared = by_name[table]
    cells: dict[str, list[Any]] = {column.name: [] for column in declared.columns}
    for name, row in rows(OfAccount(account), with_texts=with_texts):
        if name == table:
            for column in declared.columns:
                cells[column.name].append(_cell(column, row[column.name]))
    return make(declared, cells)


def _cell(column: Column, value: Any) -> Any:  # noqa: ANN401  # a cell is of any of the types that a column holds
    return float(value) if column.holds == "number" and value is not None else value


def _chosen(library: str | None) -> str:
    """The library asked for, or the first that is installed.

    Raises:
        RashomonError: it is not known, or not installed; the message says what to install.
    """
    if library is not None and library not in LIBRARIES:
        raise RashomonError(f"there is no library {library!r}; there are {' and '.join(LIBRARIES)}")
    wanted = tuple(LIBRARIES) if library is None else (library,)
    for name in wanted:
        if find_spec(name) is not None:
            return name
    raise RashomonError(f"a data frame needs {' or '.join(wanted)}, which is not installed: pip install {wanted[0]}")


def _pandas(table: Table, cells: Cells) -> Any:  # noqa: ANN401
    import pandas as pd

    columns = {one.name: pd.Series(cells[one.name], dtype=PANDAS_TYPES[one.holds.value]) for one in table.columns}
    return pd.DataFrame(columns)


def _polars(table: Table, cells: Cells) -> Any:  # noqa: ANN401
    import polars as pl

    types = {
        "string": pl.String(),
        "integer": pl.Int64(),
        "number": pl.Float64(),
        "boolean": pl.Boolean(),
        "datetime": pl.Datetime("us", "UTC"),
    }
    schema = {one.name: types[one.holds.value] for one in table.columns}
    return pl.DataFrame({name: cells[name] for name in schema}, schema=schema)


LIBRARIES: Mapping[str, Callable[[Table, Cells], Any]] = {"pandas": _pandas, "polars": _polars}
"""What makes the frames; the first is taken where nobody names one."""
