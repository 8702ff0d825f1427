"""An intake of invented documents, one a transaction; `benchmarks.kills` kills it.

It stands in a module of its own so that a process can be made that has everything loaded but the measuring.
"""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing.connection import Connection

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


def intake(address: str, documents: int, acknowledge: Connection) -> None:
    """Take in what is not yet in the log, and say so of each."""
    acknowledge.send(-1)
    store = open_store(address)
    with store.view() as view:
        done = {seen.id for _, seen in logged(view)}
    for number in range(documents):
        if entry(number) not in done:
            with store.writer() as writer:
                take_in(writer, number)
            acknowledge.send(number)
    store.close()


def logged(view: View) -> Iterator[tuple[int, Seen]]:
    """All lines of the log."""
    after = 0
    while some := view.log(after=after):
        yield from some
        after = some[-1][0]
