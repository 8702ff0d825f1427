"""Speed of copies and stories on one core: `python -m benchmarks.grouping [DOCUMENTS ...]`."""

from __future__ import annotations

import sys
import time

from evals.measures import bcubed

from benchmarks.reports import stream
from rashomon.group import find_copies, find_stories


def main(sizes: list[int]) -> None:
    """Print documents a second and the B-cubed F1 for each size."""
    for size in sizes:
        told = stream(size)
        documents = [document for _, document in told]
        began = time.perf_counter()
        copies = find_copies(documents)
        middle = time.perf_counter()
        stories = find_stories(documents, copies)
        ended = time.perf_counter()
        found = {d: story.id for story in stories for d in story.documents}
        f1 = bcubed([key for key, _ in told], [found[d.id] for d in documents])
        words = sum(len(d.text.split()) for d in documents) / size
        print(
            f"{size} documents of {words:.0f} words: copies {size / (middle - began):.0f}/s ({len(copies)} pairs), "
            f"stories {size / (ended - middle):.0f}/s ({len(stories)} found, B3 F1 {f1:.3f})"
        )


if __name__ == "__main__":
    main([int(x) for x in sys.argv[1:]] or [1000, 4000])
