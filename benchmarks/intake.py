"""An intake of invented documents into an archive; `benchmarks.kills` kills it.

`python -m benchmarks.intake` makes the processes that take documents in. All is as in `rashomon add`, but for the
reader: what it would read in an invented document is known, so that kills fall into keeping, grouping and accounting.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from functools import cache
from itertools import islice

from rashomon.archive import Archive
from rashomon.archive.intake import Intake
from rashomon.checks.made_up import made_up
from rashomon.core import Document, Given, Page, Reading
from rashomon.pipeline import Pipeline
from rashomon.stores import Store, open_store
from rashomon.stores.base import View
from rashomon.stores.facts import Seen

A_STORY = 3
"""So many documents has each story."""
TOGETHER = 2
"""Documents that are acknowledged together."""
CONCLUDE_EVERY = 4
"""Batches after which stories and accounts are brought up to date."""


@cache
def document_of(number: int) -> Document:
    """The document of an input; they are published in the order of their numbers."""
    return made_up(number // A_STORY).documents[number % A_STORY]


def page_of(number: int) -> Page:
    """The page of an input."""
    document = document_of(number)
    given = Given(
        id=document.id,
        address=document.address,
        headline=document.headline,
        outlet=document.outlet,
        published_at=document.published_at,
        language="en",
        passages=document.passages,
        set_aside=document.set_aside,
    )
    address = document.address or document.id
    return Page(address=address, kind="ready", text=document.text, given=given, octets=document.text.encode())


class Knowing:
    """A reader that knows what stands in the invented documents."""

    def __init__(self, documents: int) -> None:
        self._numbers = {document_of(number).id: number for number in range(documents)}

    def read_some(self, documents: list[Document]) -> list[Reading]:
        """See `Reader`."""
        return list(map(self.read, documents))

    def read(self, document: Document) -> Reading:
        """See `Reader`; a sentence of a digest has nothing in it."""
        number = self._numbers.get(document.id)
        if number is None:
            return Reading(document=document.id)
        return made_up(number // A_STORY).readings[number % A_STORY]


def archive_in(store: Store, documents: int) -> Archive:
    """An archive that knows so many documents."""
    pipeline = Pipeline()
    pipeline._reader = Knowing(documents)  # type: ignore[assignment]  # noqa: SLF001  # it reads as a reader does
    return Archive(store, pipeline)


def intake(address: str, documents: int) -> None:
    """Take in what is not yet in the log, and say of each that it is acknowledged: its number, on a line of its own."""
    store = open_store(address)
    archive = archive_in(store, documents)
    with store.view() as view:
        done = {seen.address for _, seen in logged(view)}
    waiting = (number for number in range(documents) if document_of(number).address not in done)
    batches = 0
    while batch := list(islice(waiting, TOGETHER)):
        pipeline = archive.pipeline
        taken = Intake(store, clean=pipeline.cleaned, seen_at=archive.now, made_by=pipeline.makers.cleaned)
        for _ in taken.keep(map(page_of, batch)):
            for number in batch:
                say(str(number))
        batches += 1
        if batches % CONCLUDE_EVERY == 0:
            archive.bring_up_to_date()
    archive.bring_up_to_date()
    store.close()


def say(line: str) -> None:
    """Write a line at once; nothing of it is left in this process."""
    os.write(1, f"{line}\n".encode())


def nursery() -> None:
    """For each line of standard input (an address and a number of documents) a process that takes them in.

    Everything is loaded once, so that a process begins in milliseconds. What each says comes between `began` with its
    id and `ended` with how it ended.
    """
    import alembic.command
    import psycopg
    import sqlalchemy.dialects.postgresql.psycopg

    from rashomon.account import account_of
    from rashomon.align import align
    from rashomon.clean import document
    from rashomon.group import find_copies
    from rashomon.stores import embedded, postgres

    del alembic, psycopg, sqlalchemy, embedded, postgres, account_of, align, document, find_copies
    say("ready")
    for line in sys.stdin:
        address, documents = json.loads(line)
        if not (child := os.fork()):
            intake(address, documents)
            os._exit(0)
        say(f"began {child}")
        say(f"ended {os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}")


def logged(view: View) -> Iterator[tuple[int, Seen]]:
    """All lines of the log."""
    after = 0
    while some := view.log(after=after):
        yield from some
        after = some[-1][0]


if __name__ == "__main__":
    nursery()
