"""Where the labelled data stands, its digest, and how a row becomes a document.

Only the own pairs are in this repository; their path is given whole.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from rashomon.clean import document
from rashomon.core import Document, Given, Page, Reading
from rashomon.pipeline import Pipeline

VARIABLE = "RASHOMON_SHARED"
DEFAULT = "../shared"
"""A folder beside the checkout."""


@cache
def pipeline() -> Pipeline:
    """One pipeline for all measurements of a process; a fault in reading ends a measurement instead of lowering it."""
    made = Pipeline()
    made.reader.tolerant = False
    return made


class Labelled:
    """The folder of labelled data, and the one pipeline."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or Path(os.environ.get(VARIABLE) or DEFAULT)

    @property
    def pipeline(self) -> Pipeline:
        """The pipeline."""
        return pipeline()

    def read(self, document: Document | None) -> Reading:
        """What is read in a document; nothing where there is none."""
        return Reading(document="") if document is None else self.pipeline.reader.read(document)

    def has(self, *names: str) -> bool:
        """Whether all of these files are there."""
        return all((self.folder / name).exists() for name in names)

    def path(self, name: str) -> Path:
        """Where a file stands."""
        return self.folder / name

    def rows(self, name: str, most: int | None = None) -> list[dict[str, Any]]:
        """The first rows of a file of JSON lines."""
        with self.path(name).open(encoding="utf-8") as stream:
            return [json.loads(line) for line in islice(stream, most)]

    def tree(self, name: str) -> dict[str, Any]:
        """A JSON file."""
        tree: dict[str, Any] = json.loads(self.path(name).read_text("utf-8"))
        return tree

    def page(self, path: Path) -> str:
        """The HTML of a gzipped page."""
        return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")

    def digest(self, names: Iterable[str]) -> str:
        """SHA-256 over the labelled files, in order of their names."""
        digest = hashlib.sha256()
        for name in sorted(names):
            path = self.path(name)
            for file in sorted(path.iterdir()) if path.is_dir() else [path]:
                digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
        return digest.hexdigest()


def ready(text: str, *, row: dict[str, Any] | None = None, number: int = 0) -> Document | None:
    """The document of a text that comes ready, as a line of JSON gives it."""
    row = row or {}
    published = row.get("published_at")
    given = Given(
        id=str(row.get("id") or f"row-{number}"),
        headline=row.get("headline"),
        outlet=row.get("outlet"),
        published_at=datetime.fromisoformat(published) if published else None,
        language=row.get("language"),
    )
    return cleaned(Page(address=row.get("address") or "", kind="ready", text=text, given=given))


def cleaned(page: Page) -> Document | None:
    """The document of a page, None where cleaning finds no report in it; measurements count that as nothing read."""
    found = document(page)
    return found if isinstance(found, Document) else None
