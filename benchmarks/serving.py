"""A server that answers while an intake writes: `python -m benchmarks.serving ARCHIVE [READERS] [SECONDS]`.

The archive is one of invented stories, as `benchmarks.archive` grows it. In one process so many readers each ask for a
story's page and wait a little, as people do: the story, its account, its documents with their readings, the copies
among them and the decisions about them. In another process an intake takes documents in, one a transaction. Told are
the milliseconds of a page (the middle one, the one that nineteen of twenty are below, the longest), those of a
processor, how many reads failed, and how much was written meanwhile.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import sys
import threading
import time
from multiprocessing.connection import Connection
from typing import Any

from benchmarks.intake import A_STORY, document_of, take_in
from benchmarks.searches import shares
from rashomon.stores import open_store
from rashomon.stores.base import Store, View

WAIT_SECONDS = 0.05
SECONDS = 20.0
FIRST = 10_000_000
"""The intake writes stories from this number on."""


def page(view: View, story: str) -> int:
    """All that the page of a story shows; how many documents it has."""
    kept, account = view.story(story), view.account(story)
    if kept is None or account is None:
        raise RuntimeError(f"no account of story {story}")
    documents = kept.story.documents
    newest = view.newest_of(documents)
    readings = view.readings_of([version.id for version in newest.values()])
    if len(newest) != len(documents) or len(readings) != len(documents):
        raise RuntimeError(f"story {story} is not whole")
    view.copies_among(documents)
    view.decisions_about(documents)
    view.endings()
    return len(documents)


def some_stories(store: Store, most: int = 5000) -> list[str]:
    """Ids of stories, from all over the archive: ids are made from content, and have no order of their own."""
    with store.view() as view:
        return [kept.story.id for kept in view.stories(limit=most)]


def intake(address: str, first: int, pipe: Connection) -> None:
    """Take documents in until the process is ended."""
    store = open_store(address)
    pipe.send("writing")
    number = first * A_STORY
    while True:
        with store.writer() as writer:
            take_in(writer, number)
        number += 1


def serve(store: Store, readers: int, seconds: float) -> dict[str, Any]:
    """Ask in so many threads, each in its own order."""
    stories = some_stories(store)
    times: list[float] = []
    faults: list[str] = []
    end = time.perf_counter() + seconds

    def ask(seed: int) -> None:
        dice = random.Random(seed)
        while time.perf_counter() < end:
            began = time.perf_counter()
            try:
                with store.view() as view:
                    page(view, dice.choice(stories))
            except Exception as fault:  # noqa: BLE001  # counted
                faults.append(f"{type(fault).__name__}: {fault}")
            times.append((time.perf_counter() - began) * 1000)
            time.sleep(WAIT_SECONDS)

    threads = [threading.Thread(target=ask, args=(seed,)) for seed in range(readers)]
    spent = time.process_time()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.process_time() - spent
    return {
        "readers": readers,
        "pages": len(times),
        "page_ms": shares(times),
        "page_ms_of_a_processor": round(spent * 1000 / max(1, len(times)), 1),
        "faults": len(faults),
        "first_fault": faults[0] if faults else None,
    }


def main(address: str, readers: int = 1, seconds: float = SECONDS) -> None:
    """Serve and write at once, and print a line."""
    store = open_store(address, create=False)
    with store.view() as view:
        before = view.counts()
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    first = FIRST + before.versions
    writer = context.Process(target=intake, args=(address, first, there), daemon=True)
    writer.start()
    here.recv()
    told = serve(store, readers, seconds)
    writer.kill()
    writer.join()
    with store.view() as view:
        written = view.counts().versions - before.versions
        last = view.document(document_of(first * A_STORY))
    told |= {"documents": before.versions, "claims": before.claims, "written_a_second": round(written / seconds, 1)}
    told |= {"last_is_there": last is not None, "load": round(os.getloadavg()[0], 1)}
    sys.stdout.write(json.dumps(told) + "\n")
    store.close()


if __name__ == "__main__":
    main(sys.argv[1], *(int(argument) for argument in sys.argv[2:]))
