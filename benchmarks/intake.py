"""An intake of invented documents, one a transaction; `benchmarks.kills` kills it.

`python -m benchmarks.intake` makes the processes that take documents in.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator

from rashomon.checks.made_up import BEGAN, MADE_BY, made_up
from rashomon.stores import open_store
from rashomon.stores.base import View, Writer
from rashomon.stores.facts import Outcome, Seen

A_STORY = 3
"""So many documents has each story."""


def entry(number: int) -> str:
    """The id of an input in the log."""
    return f"input {number}"


def document_of(number: int) -> str:
    """The id of the document of an input."""
    return made_up(number // A_STORY).documents[number % A_STORY].id


def take_in(writer: Writer, number: int) -> None:
    """Write everything that one input brings."""
    made = made_up(number // A_STORY, documents=number % A_STORY + 1)
    document = made.documents[-1]
    seen_at = document.published_at or BEGAN
    original = writer.keep_original(document.text.encode())
    added = writer.add(document, seen_at=seen_at, made_by=MADE_BY, original=original)
    if added.version is None:
        raise RuntimeError(f"{document.id} was not taken: {added.taken}")
    writer.keep_reading(added.version, made.readings[-1], made_by=MADE_BY)
    writer.place(made.placements[-1], made_by=MADE_BY)
    writer.keep_copies(made.copies, made_by=MADE_BY)
    writer.settle([made.story], made_by=MADE_BY)
    story = writer.view.story(made.story.id)
    writer.keep_account(made.account, revision=story.revision if story else 0, made_by=MADE_BY, made_at=seen_at)
    writer.keep_seen(
        Seen(
            id=entry(number),
            at=seen_at,
            address=document.address or "",
            outcome=Outcome.TAKEN,
            original=original,
            version=added.version,
        )
    )


def intake(address: str, documents: int) -> None:
    """Take in what is not yet in the log, and say so of each: its number, on a line of its own."""
    store = open_store(address)
    with store.view() as view:
        done = {seen.id for _, seen in logged(view)}
    for number in range(documents):
        if entry(number) not in done:
            with store.writer() as writer:
                take_in(writer, number)
            say(str(number))
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

    from rashomon.stores import embedded, postgres

    del alembic, psycopg, sqlalchemy, embedded, postgres
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
