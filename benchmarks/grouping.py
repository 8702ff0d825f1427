"""Speed and memory of copies and stories: `python -m benchmarks.grouping [DOCUMENTS ...]`.

Each size is measured in a process of its own, on invented reports with words of their own (`reports.stream`). Printed
are, for copies and for stories, documents a second of wall time and of processor time, milliseconds of processor time
a document and how much of it other processes spent (none: `benchmarks.shuffle` measures engines); the peak of
resident memory with the documents in it; the recall of the planted whole copies, and the B-cubed F1 of the stories.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import pairwise
from multiprocessing import get_context
from typing import NamedTuple, TypeVar

from evals.measures import bcubed

from benchmarks.cost import Spent, peaks, spent
from benchmarks.reports import stream
from rashomon.group import find_copies, find_stories

OWN_WORDS = 15
"""Words that only one report has; a third of them are names, which count as a word and as a name: 20 terms."""

Answer = TypeVar("Answer")


class Cost(NamedTuple):
    """The time that something took."""

    wall: float
    processor: Spent

    def told(self, size: int) -> str:
        """The same for each of so many documents."""
        own, others = self.processor
        both = own + others
        return (
            f"{size / self.wall:6.0f}/s, {size / both:6.0f}/s of processor time, {1000 * both / size:.2f} ms each; "
            f"{self.wall:.1f} s, of processor time {own:.1f} s and in the second process {others:.1f} s"
        )


def timed(work: Callable[[], Answer]) -> tuple[Answer, Cost]:
    """What some work gives, and what it cost."""
    began, before = time.perf_counter(), spent()
    answer = work()
    return answer, Cost(time.perf_counter() - began, spent().since(before))


def measure(size: int) -> None:
    """Print the figures of one size."""
    told = stream(size, own_words=OWN_WORDS)
    documents = [document for _, document in told]
    size = len(documents)
    wanted = {frozenset((left.id, right.id)) for left, right in pairwise(documents) if left.text == right.text}
    copies, copies_cost = timed(lambda: find_copies(documents))
    stories, stories_cost = timed(lambda: find_stories(documents, copies))
    pairs = {frozenset((copy.origin, copy.copy)) for copy in copies}
    found = {d: story.id for story in stories for d in story.documents}
    f1 = bcubed([key for key, _ in told], [found[d.id] for d in documents])
    words = sum(len(d.text.split()) for d in documents) / size
    own, others = peaks()
    print(
        f"{size} documents of {words:.0f} words, peak {own:.0f} MB, of the second process {others:.0f} MB\n"
        f"  copies  {copies_cost.told(size)}\n"
        f"          {len(copies)} pairs, recall of {len(wanted)} planted "
        f"{len(wanted & pairs) / max(1, len(wanted)):.3f}\n"
        f"  stories {stories_cost.told(size)}\n"
        f"          {len(stories)} found, B3 F1 {f1:.3f}",
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
