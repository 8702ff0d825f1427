"""Memory of a long stream: `python -m benchmarks.memory [DOCUMENTS] [WORKERS]`, one JSON line on standard output.

Invented reports of about 400 words are read as they are made, and each reading is dropped. What is counted is the
resident memory of the whole tree of processes, pages that several share counted in each; `/proc` is needed. The slope
is the median of the slopes between all pairs of points after the first quarter of the stream (Theil 1950, Sen 1968), in
megabytes a thousand documents: a stream of any length takes the same memory where it is about zero. Memory comes from
the system in blocks of megabytes, so that a straight line of least squares through a short stream swings threefold with
the place of one block.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any, Self

from benchmarks.reading import reading_in, reports

PROC = Path("/proc")
KB_IN_MB = 1024
EVERY_SECONDS = 0.25
EVERY_DOCUMENTS = 10
MOST_POINTS = 500
"""The slope compares all pairs: of a longer stream fewer documents are looked at."""


def tree_mb(root: int) -> float:
    """The resident memory of a process and all that descend from it."""
    parents: dict[int, int] = {}
    resident: dict[int, int] = {}
    for folder in PROC.iterdir():
        if not folder.name.isdigit():
            continue
        try:
            lines = (folder / "status").read_text("utf-8").splitlines()
        except OSError:  # ended meanwhile
            continue
        told = dict(line.split(":", 1) for line in lines if ":" in line)
        parents[int(folder.name)] = int(told["PPid"])
        resident[int(folder.name)] = int(told.get("VmRSS", "0 kB").split()[0])
    tree = {root}
    while more := {child for child, parent in parents.items() if parent in tree} - tree:
        tree |= more
    return sum(resident.get(process, 0) for process in tree) / KB_IN_MB


class Peak:
    """The most that the tree of this process took, looked at from a thread of its own."""

    def __init__(self) -> None:
        self.mb = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(EVERY_SECONDS):
            self.mb = max(self.mb, tree_mb(os.getpid()))


def slope(points: Sequence[tuple[int, float]]) -> float:
    """By how much the second grows for each one of the first: the median over all pairs, 0 for fewer than two."""
    slopes = [
        (later[1] - earlier[1]) / (later[0] - earlier[0])
        for number, earlier in enumerate(points)
        for later in points[number + 1 :]
    ]
    return median(slopes) if slopes else 0.0


def measure(count: int, workers: int = 1) -> dict[str, Any]:
    """Read a stream of so many reports and say what memory it took."""
    points: list[tuple[int, float]] = []
    every = max(EVERY_DOCUMENTS, count // MOST_POINTS)
    with reading_in(workers) as pipeline:
        # with several workers this process reads nothing itself and need not load the model
        strings = len(pipeline.reader.nlp.vocab.strings) if workers == 1 else None
        began = time.perf_counter()
        with Peak() as peak:
            for number, _ in enumerate(pipeline.read_all(reports(count)), start=1):
                if number % every == 0:
                    points.append((number, tree_mb(os.getpid())))
        new = None if strings is None else len(pipeline.reader.nlp.vocab.strings) - strings
    later = points[len(points) // 4 :]
    line: dict[str, Any] = {
        "documents": count,
        "workers": workers,
        "seconds": round(time.perf_counter() - began),
        "peak_mb": round(max([peak.mb, *(mb for _, mb in points)])),
        "mb": {number: round(mb) for number, mb in points[:: max(1, len(points) // 10)]},
        "mb_a_thousand_documents": round(1000 * slope(later), 1) if len(later) > 1 else None,
    }
    if new is not None:
        line["new_strings_a_document"] = round(new / count, 1)
    return line


def main(count: int = 5000, workers: int = 1) -> None:
    """Read the stream and print a line."""
    sys.stdout.write(json.dumps(measure(count, workers)) + "\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
