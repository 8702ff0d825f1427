"""What the browser is shown: reports as one file, and archives; each made once, by the process that asks first."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from benchmarks.told import story
from tests.browser import hostile
from tests.once import once
from tests.present import served

from rashomon.archive import Archive
from rashomon.clean import document
from rashomon.core import Document, Page, Problem
from rashomon.demo import paths
from rashomon.ingest import pages, pages_of_stream
from rashomon.pipeline import Pipeline
from rashomon.present.report.page import page
from rashomon.settings import Settings
from rashomon.stores import open_store

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
"""Real reports, which are no part of the project: looked for where `make evals` looks by itself."""


class Making:
    """Makes files in a folder that the worker processes of one run share.

    Args:
        folder: where they go.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def pipeline(self) -> Pipeline:
        """One pipeline for all."""
        return Pipeline(Settings())

    def once(self, name: str, make: Callable[[Path], object]) -> Path:
        """The file of this name, made unless it is there."""
        return once(self.folder, name, make)

    def demo(self) -> Path:
        """The bundled event as one file."""
        return self.once("demo.html", lambda to: self._one_file(to, pages([str(path) for path in paths()])))

    def fifty(self) -> Path:
        """An invented event that fifty reports tell, as one file."""
        return self.once("fifty.html", lambda to: to.write_text(page(self.pipeline.account_of(story(50))), "utf-8"))

    def hostile(self) -> Path:
        """The hostile press review as one file."""
        return self.once("hostile.html", lambda to: self._one_file(to, hostile_pages()))

    def seeds(self, folder: Path) -> Path:
        """A story that lies in a folder as one file."""
        named = [str(path) for path in sorted(folder.iterdir())]
        return self.once(f"seed-{folder.name}.html", lambda to: self._one_file(to, pages(named)))

    def seeds_archive(self, folder: Path) -> Path:
        """An archive of the stories that lie in a folder."""
        named = [str(path) for path in sorted(folder.iterdir())]
        return self.once(f"seed-{folder.name}.db", lambda to: self._archive(to, pages(named, keep_octets=True)))

    def archive(self) -> Path:
        """An archive of the bundled event and of invented ones."""
        return self.once(served.NAME, lambda to: served.build(to, self.pipeline))

    def hostile_archive(self) -> Path:
        """An archive of the hostile press review."""
        return self.once("hostile.db", lambda to: self._archive(to, hostile_pages()))

    def _one_file(self, to: Path, given: Iterable[Page | Problem]) -> None:
        cleaned = [document(one) if isinstance(one, Page) else one for one in given]
        documents = [one for one in cleaned if isinstance(one, Document)]
        problems = [one for one in cleaned if isinstance(one, Problem)]
        to.write_text(page(self.pipeline.account_of(documents, problems=problems)), "utf-8")

    def _archive(self, to: Path, given: Iterable[Page | Problem]) -> None:
        store = open_store(to)
        try:
            Archive(store, self.pipeline, now=lambda: served.NOW).take_in(given)
        finally:
            store.close()


def hostile_pages() -> list[Page | Problem]:
    """The hostile reports as they come in."""
    return [
        *pages_of_stream(io.BytesIO(hostile.rows()), address="hostile.jsonl", keep_octets=True),
        *pages_of_stream(io.BytesIO(hostile.page()), address="https://quay.example/drivers.html", keep_octets=True),
    ]
