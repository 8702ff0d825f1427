"""Stories of an archive as the files of one part: the tables for researchers, and accounts line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rashomon.present.exports import codebook
from rashomon.present.exports.account_rows import FORMAT, account_row
from rashomon.present.exports.encoding import line
from rashomon.present.exports.tables_written import parquet_pieces
from rashomon.present.exports.telling import OfArchive, Source

if TYPE_CHECKING:
    from rashomon.pipeline import Pipeline
    from rashomon.stores import View

Files = Iterator[tuple[str, bytes]]
"""The name of a file within the folder of all parts, and what comes next in it."""
ACCOUNTS = "accounts"
PARQUET, LINES = "parquet", "jsonl"
MAKE = f"tables/1, {FORMAT}"
"""Changes where the same accounts are written otherwise."""


def beside(forms: Sequence[str]) -> dict[str, bytes]:
    """Files that go beside all parts."""
    return {codebook.MARKDOWN: codebook.markdown()} if PARQUET in forms else {}


def part_files(
    view: View, stories: Sequence[str], part: str, *, pipeline: Pipeline, forms: Sequence[str], texts: bool
) -> Files:
    """The files of a part: `claims/part-00001.parquet`, `accounts/part-00001.jsonl`.

    Args:
        view: of the archive.
        stories: the ids of its stories.
        part: its name.
        pipeline: names the stages.
        forms: `parquet`, `jsonl` or both.
        texts: whether the tables have the full texts of the reports.

    Raises:
        MissingParquetError: the extra `parquet` is not installed.
    """
    source = OfArchive(view, pipeline, frozenset(stories))
    for form in forms:
        yield from FORMS[form](source, part, texts=texts)


def _tables(source: Source, part: str, *, texts: bool) -> Files:
    ending = f".{PARQUET}"
    for name, piece in parquet_pieces(source, with_texts=texts):
        if name.endswith(ending):  # the description of the package names files that are not so named here
            yield f"{name.removesuffix(ending)}/{part}{ending}", piece


def _accounts(source: Source, part: str, *, texts: bool) -> Files:
    del texts  # the places of an account count in them
    for account in source.stories():
        yield f"{ACCOUNTS}/{part}.{LINES}", line(account_row(account))


FORMS: Mapping[str, Callable[..., Files]] = {PARQUET: _tables, LINES: _accounts}
"""From a source and the name of a part to its files, by the form."""
