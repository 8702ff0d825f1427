"""What one more report costs an archive that is already large: placing it, by a new process and by one that goes on.

    python -m benchmarks.growing 10000 30000 100000

Invented reports (`benchmarks.reports.stream`) are kept and placed; nothing is read, since reading a report costs the
same however many are stored. Told are reports placed a second, megabytes on disk and in memory, and of a single further
report the seconds: `cold`, by a process that first takes the stream up, and `warm`, by one that holds it.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.reports import stream
from rashomon.archive.placing import Placing
from rashomon.core import Document
from rashomon.pipeline import silent
from rashomon.stores import Store, open_store

MADE_BY = "growing"
OWN_WORDS = 30
SINGLE = 10
"""Single reports of which the median is told."""
TOGETHER = 512


def keep(store: Store, documents: Sequence[Document]) -> None:
    """Keep documents, which are then in no story."""
    with store.writer() as writer:
        for document in documents:
            seen_at = document.published_at
            if seen_at is None:
                raise RuntimeError("the invented reports are dated")
            writer.add(document, seen_at=seen_at, made_by=MADE_BY)


def placed(placing: Placing) -> float:
    """Place what waits; the seconds that took."""
    began = time.perf_counter()
    placing.bring_up_to_date(silent)
    return time.perf_counter() - began


def main(sizes: Sequence[int]) -> None:
    """Grow one archive to each of the sizes."""
    told = stream(max(sizes) + 2 * SINGLE * len(sizes), own_words=OWN_WORDS)
    documents = sorted((document for _, document in told), key=lambda d: (str(d.published_at), d.id))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "growing.db"
        store = open_store(path)
        placing, at = Placing(store, MADE_BY), 0
        for size in sizes:
            seconds, first = 0.0, at
            while at < size:
                some = documents[at : min(size, at + TOGETHER)]
                keep(store, some)
                seconds += placed(placing)
                at += len(some)
            warm, cold = [], []
            for times, fresh in ((warm, False), (cold, True)):
                for _ in range(SINGLE):
                    keep(store, documents[at : at + 1])
                    at += 1
                    times.append(placed(Placing(store, MADE_BY) if fresh else placing))
            with store.view() as view:
                counts = view.counts()
            disk = sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
            print(
                f"{size:7,} reports, {counts.stories:,} stories, {counts.copies:,} copies: "
                f"{(size - first) / seconds:.0f} placed a second; {disk:.0f} MB on disk, peak {memory:.0f} MB; "
                f"one more: warm {statistics.median(warm):.2f} s, cold {statistics.median(cold):.2f} s",
                flush=True,
            )
        store.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 4000])
