"""The formats in which accounts leave Rashomon, each under the name by which commands and addresses know it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Any

from rashomon.core import Account
from rashomon.present.exports.telling import OfAccount, Source

Pieces = Iterator[tuple[str, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One format.

    Attributes:
        name: by which it is asked for.
        media_type: of its file; of several files, that of each but the codebook.
        suffix: what its file's name ends in, or that of its files.
        told: what it is, in a few words.
        module: under `present/exports`, where it is written.
        function: of that module: from a source and `with_texts` to pieces of one file, or of several by name.
        several: whether it is several files.
    """

    name: str
    media_type: str
    suffix: str
    told: str
    module: str
    function: str = "chunks"
    several: bool = False

    def chunks(self, source: Source, *, with_texts: bool = False) -> Iterator[bytes]:
        """The one file, piece by piece.

        Raises:
            TypeError: the format has several files.
        """
        if self.several:
            raise TypeError(f"{self.name} is several files: ask for pieces")
        made: Iterator[bytes] = self._writer()(source, with_texts=with_texts)
        return made

    def pieces(self, source: Source, *, with_texts: bool = False) -> Pieces:
        """Every file, piece by piece; each piece with the name of its file, which is empty where there is only one."""
        if self.several:
            yield from self._writer()(source, with_texts=with_texts)
        else:
            yield from (("", piece) for piece in self.chunks(source, with_texts=with_texts))

    def make(self, account: Account, *, with_texts: bool = False) -> bytes | dict[str, bytes]:
        """An account in this format: the file, or the files by their names."""
        files: dict[str, list[bytes]] = {}
        for name, piece in self.pieces(OfAccount(account), with_texts=with_texts):
            files.setdefault(name, []).append(piece)
        made = {name: b"".join(parts) for name, parts in files.items()}
        return made if self.several else made.get("", b"")

    def _writer(self) -> Callable[..., Iterator[Any]]:
        writer: Callable[..., Iterator[Any]] = getattr(
            import_module(f"rashomon.present.exports.{self.module}"), self.function
        )
        return writer


_DECLARED = (
    Kind(name="json", media_type="application/json", suffix="json", told="The account's own JSON.", module="whole"),
    Kind(
        name="jsonld",
        media_type="application/ld+json",
        suffix="jsonld",
        told="Linked data in the words of schema.org.",
        module="jsonld",
    ),
    Kind(
        name="annotations",
        media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        suffix="jsonld",
        told="Every citation as a Web Annotation.",
        module="annotations",
    ),
    Kind(
        name="prov",
        media_type="application/ld+json",
        suffix="jsonld",
        told="Where all of it comes from, as PROV-O.",
        module="prov",
    ),
    Kind(
        name="plover",
        media_type="application/x-ndjson",
        suffix="jsonl",
        told="PLOVER event records, a line each.",
        module="plover",
    ),
    Kind(
        name="csv",
        media_type="text/csv; charset=utf-8",
        suffix="csv",
        told="Tables with a codebook, in a folder.",
        module="tables_written",
        function="csv_pieces",
        several=True,
    ),
    Kind(
        name="parquet",
        media_type="application/vnd.apache.parquet",
        suffix="parquet",
        told="The same tables as Parquet.",
        module="tables_written",
        function="parquet_pieces",
        several=True,
    ),
    Kind(
        name="markdown",
        media_type="text/markdown; charset=utf-8",
        suffix="md",
        told="A brief to paste and to print.",
        module="brief",
    ),
    Kind(
        name="stix",
        media_type="application/stix+json;version=2.1",
        suffix="json",
        told="STIX 2.1 reports, notes and identities.",
        module="stix",
    ),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _DECLARED})
"""The formats by their names."""
