"""An archive that grows: `python -m benchmarks.archive [CLAIMS]`, a JSON line for each tenfold and the end.

Invented stories are written as an intake writes them: bytes, documents, readings, placements, copies, accounts, fifty
stories a transaction; up to 100,000 claims stories of four documents of 400 words with forty claims each, and beyond
that, to be there in minutes, stories of one document with some 170. Told are documents and claims a second,
by the wall and of a processor; the size; every sort of search of `benchmarks.searches`; and how long a reader waits for
a story's page and for a search while another process goes on writing.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from benchmarks.searches import asked, questions, shares
from rashomon.checks.expecting import keep
from rashomon.checks.made_up import made_up
from rashomon.stores import Sought, open_store, parse
from rashomon.stores.base import Store, View

WHOLE = {"documents": 4, "claims": 40, "filler": 40}
LIGHT = {"documents": 1, "claims": 250}
WHOLE_UP_TO = 100_000
"""So many claims come in whole stories."""
LIGHT_CLAIMS = 168
"""So many of the claims of a light story its one document tells."""
STORIES_A_BLOCK = 50
ASKED = 20
"""So often is each sort of question asked."""
READING_SECONDS = 15.0


def grow(store: Store, first: int, last: int, *, light: bool = False) -> None:
    """Write the stories of these numbers."""
    of = LIGHT if light else WHOLE
    for begin in range(first, last, STORIES_A_BLOCK):
        with store.writer() as writer:
            for number in range(begin, min(last, begin + STORIES_A_BLOCK)):
                keep(writer, made_up(number, **of))


def story_page(view: View, number: int) -> None:
    """What a page of a story needs."""
    story = made_up(number, documents=1, claims=1).story.id
    kept = view.account(story)
    if kept is None:
        raise RuntimeError(f"no account of story {number}")
    for document in kept.account.documents:
        view.document(document)


def write_on(address: str, first: int, last: int, pipe: Connection) -> None:
    """Write in a process of its own until it is ended."""
    store = open_store(address)
    pipe.send("writing")
    grow(store, first, last)


def read_while_written(address: str, store: Store, whole: int, stories: int) -> dict[str, Any]:
    """How long a reader waits while another process writes."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    writer = context.Process(target=write_on, args=(address, stories, stories + 1_000_000, there), daemon=True)
    writer.start()
    here.recv()
    with store.view() as view:
        before = view.counts().documents
    dice = random.Random(3)
    pages, searches, faults = [], [], 0
    began = time.perf_counter()
    asking = questions(dice, stories)
    while time.perf_counter() - began < READING_SECONDS:
        for wait, act in ((pages, _page(dice, whole)), (searches, _search(dice.choice(list(asking.values()))))):
            start = time.perf_counter()
            try:
                with store.view() as view:
                    act(view)
            except Exception:  # noqa: BLE001  # counted
                faults += 1
            wait.append((time.perf_counter() - start) * 1000)
    seconds = time.perf_counter() - began
    with store.view() as view:
        written = view.counts().documents - before
    writer.kill()
    writer.join()
    return {
        "story_page_ms": shares(pages),
        "search_ms": shares(searches),
        "reads": len(pages) + len(searches),
        "faults": faults,
        "documents_written_a_second": round(written / seconds),
    }


def _page(dice: random.Random, stories: int) -> Callable[[View], None]:
    number = dice.randrange(stories)
    return lambda view: story_page(view, number)


def _search(question: Callable[[], str]) -> Callable[[View], None]:
    query = parse(question(), Sought.CLAIMS)
    return lambda view: void(view.claims(query, limit=20))


def void(_: object) -> None:
    """Nothing is done with it."""


def searches(store: Store, stories: int) -> dict[str, Any]:
    """How long every sort of question takes right after writing: by the wall, and of a processor."""
    told = asked(store, questions(random.Random(7), stories), ASKED)
    return {sort: [line["ms"], line["of_a_processor"]] for sort, line in told.items()}


def sizes(claims: int) -> Iterator[int]:
    """Up to how many claims the archive grows, step by step."""
    step = 10_000
    while step < claims:
        yield step
        step *= 10
    yield claims


def main(claims: int = 100_000) -> None:
    """Grow an archive and print what it took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "grown.db"
        store = open_store(path)
        whole = stories = 0
        for size in sizes(claims):
            with store.view() as view:
                before = view.counts()
            light = size > WHOLE_UP_TO
            more = (size - before.claims) // (LIGHT_CLAIMS if light else WHOLE["claims"])
            wall, processor = time.perf_counter(), time.process_time()
            grow(store, stories, stories + more, light=light)
            wall, processor = time.perf_counter() - wall, time.process_time() - processor
            stories += more
            whole += 0 if light else more
            with store.view() as view:
                after = view.counts()
            line = {
                "claims": after.claims,
                "documents": after.documents,
                "written": "light" if light else "whole",
                "documents_a_second": round((after.documents - before.documents) / wall),
                "documents_a_processor_second": round((after.documents - before.documents) / processor),
                "claims_a_processor_second": round((after.claims - before.claims) / processor),
                "mb": round(path.stat().st_size / 1e6),
                "search_ms": searches(store, stories),
                "while_written": read_while_written(str(path), store, whole, stories) if size == claims else None,
            }
            sys.stdout.write(json.dumps(line) + "\n")
            sys.stdout.flush()
        store.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
