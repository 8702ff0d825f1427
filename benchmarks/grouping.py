"""Speed and memory of copies and stories: `python -m benchmarks.grouping [DOCUMENTS ...]`.

Each size is measured in a process of its own. Printed are documents a second of wall time and of processor time, the
peak of resident memory with the documents in it, the recall of the planted whole copies, and the B-cubed F1.
"""

from __future__ import annotations

import resource
import sys
import time
from itertools import pairwise
from multiprocessing import get_context

from evals.measures import bcubed

from benchmarks.reports import stream
from rashomon.group import find_copies, find_stories

KB_IN_MB = 1024


def measure(size: int) -> None:
    """Print the figures of one size."""
    told = stream(size)
    documents = [document for _, document in told]
    size = len(documents)
    wanted = {frozenset((left.id, right.id)) for left, right in pairwise(documents) if left.text == right.text}
    clocks = [(time.perf_counter(), time.process_time())]
    copies = find_copies(documents)
    clocks.append((time.perf_counter(), time.process_time()))
    stories = find_stories(documents, copies)
    clocks.append((time.perf_counter(), time.process_time()))
    (wall, cpu), (story_wall, story_cpu) = (
        [size / (after - before) for before, after in zip(clocks[i], clocks[i + 1], strict=True)] for i in (0, 1)
    )
    pairs = {frozenset((copy.origin, copy.copy)) for copy in copies}
    found = {d: story.id for story in stories for d in story.documents}
    f1 = bcubed([key for key, _ in told], [found[d.id] for d in documents])
    words = sum(len(d.text.split()) for d in documents) / size
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KB_IN_MB
    print(
        f"{size} documents of {words:.0f} words, peak {peak:.0f} MB\n"
        f"  copies  {wall:5.0f}/s ({cpu:.0f}/s of processor time), {len(copies)} pairs, "
        f"recall of {len(wanted)} planted {len(wanted & pairs) / max(1, len(wanted)):.3f}\n"
        f"  stories {story_wall:5.0f}/s ({story_cpu:.0f}/s of processor time), {len(stories)} found, B3 F1 {f1:.3f}",
        flush=True,
    )


def main(sizes: list[int]) -> None:
    """Measure each size."""
    for size in sizes:
        process = get_context("spawn").Process(target=measure, args=(size,))
        process.start()
        process.join()


if __name__ == "__main__":
    main([int(x) for x in sys.argv[1:]] or [1000, 4000])
