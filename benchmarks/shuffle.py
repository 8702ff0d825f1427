"""Copies and stories on one process, two, and a cluster of two: `python -m benchmarks.shuffle [DOCUMENTS] [ROUNDS]`.

Invented reports (`benchmarks.reports.stream`) are grouped by each engine in turn, so that a busy machine is busy for
all; workers are started before the time is taken. Told are medians: documents a second of the wall, processor seconds
here and of the workers, and how much faster each is than one process; whether the answers are the same to the byte.
What the single stream alone takes, which no engine can divide, is told beside. `--json FILE` writes the same.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from benchmarks.cost import peaks, spent
from benchmarks.reports import stream
from rashomon.core import Copy, Document
from rashomon.core.engine import Engine, Local
from rashomon.engines.dask import Dask
from rashomon.engines.processes import Processes
from rashomon.group import Stories, StorySettings, find_copies
from rashomon.group.counted import told_each
from rashomon.group.order import in_order

OWN_WORDS = 15
"""As `benchmarks.grouping` has it."""
ENGINES: dict[str, Callable[[], Engine]] = {
    "one": Local,
    "two": lambda: Processes(workers=2),
    "dask": lambda: Dask(workers=2),
}

Made = TypeVar("Made")


def timed(work: Callable[[], Made]) -> tuple[Made, float, float]:
    """What some work gives, the seconds it took, and how many of them this process worked."""
    began, before = time.perf_counter(), spent()
    made = work()
    return made, time.perf_counter() - began, spent().since(before).own


def grouped(documents: list[Document], copies: tuple[Copy, ...], engine: Engine) -> dict[str, bytes]:
    """All that a stream knows after it took these documents."""
    stories = Stories(copies=copies)
    stories.feed(documents, engine=engine)
    stories.settle()
    return stories.save()


def alone(documents: list[Document], copies: tuple[Copy, ...]) -> float:
    """The processor seconds of the stream by itself, for which all that can be done elsewhere was done before."""
    told = list(told_each(in_order(documents).values(), StorySettings()))
    stories = Stories(copies=copies)

    def take() -> None:
        for document, tells in told:
            stories.take(document, tells)
        stories.settle()

    return timed(take)[2]


def measured(documents: list[Document], names: list[str], rounds: int) -> dict[str, object]:
    """The figures of each engine."""
    figures: defaultdict[str, defaultdict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    copies = find_copies(documents)
    whole = grouped(documents, copies, Local())
    same = True
    for _ in range(rounds):
        for name in names:
            before, engine = spent(), ENGINES[name]()
            list(engine.each(list, range(8), together=1))
            found, wall, own = timed(lambda engine=engine: find_copies(documents, engine=engine))  # type: ignore[misc]
            state, more, took = timed(lambda engine=engine: grouped(documents, copies, engine))  # type: ignore[misc]
            engine.close()
            same &= found == copies and state == whole
            for key, value in (
                ("copies wall", wall),
                ("copies own", own),
                ("stories wall", more),
                ("stories own", took),
                ("workers", spent().since(before).others),
            ):
                figures[name][key].append(value)
            print(f"{name}: copies {wall:.2f} s, stories {more:.2f} s, the same: {same}", flush=True)
    medians = {name: {key: statistics.median(each) for key, each in own.items()} for name, own in figures.items()}
    for own in medians.values():
        wall = own["copies wall"] + own["stories wall"]
        own["documents a second"] = len(documents) / wall
        first = medians[names[0]]
        for stage in ("copies", "stories"):
            own[f"{stage} times faster"] = first[f"{stage} wall"] / own[f"{stage} wall"]
        own["times faster"] = (first["copies wall"] + first["stories wall"]) / wall
    sequential = statistics.median(alone(documents, copies) for _ in range(rounds))
    return {
        "documents": len(documents),
        "copies": len(copies),
        "same": same,
        "engines": medians,
        "stream alone, documents a second of processor time": len(documents) / sequential,
        "peak MB here and of the largest worker": peaks(),
    }


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("documents", type=int, nargs="?", default=5000)
    options.add_argument("rounds", type=int, nargs="?", default=3)
    options.add_argument("--engines", default="one,two")
    options.add_argument("--json", type=Path)
    chosen = options.parse_args()
    documents = [document for _, document in stream(chosen.documents, own_words=OWN_WORDS)]
    random.Random(3).shuffle(documents)
    found = measured(documents, chosen.engines.split(","), chosen.rounds)
    told = json.dumps(found, indent=1)
    print(told)
    if chosen.json:
        chosen.json.write_text(told + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
