"""How fast documents are read: `python -m benchmarks.reading [DOCUMENTS] [WORKERS]`, one JSON line on standard output.

Invented reports of about 400 words, all different. Each process has loaded the model and read others before the
clock starts. Memory is the peak of the largest process, in megabytes.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import closing, contextmanager

from benchmarks.reports import happening, prose
from rashomon.core import Document, Passage, Role, Span
from rashomon.core.engine import Local
from rashomon.engines.processes import Processes
from rashomon.pipeline import Pipeline

WORDS = 400


def reports(count: int, seed: int = 1) -> Iterator[Document]:
    """Invented reports, none like another, each made when it is asked for."""
    rng = random.Random(seed)
    for number in range(count):
        sentences: list[str] = []
        told = happening(number, rng)
        while sum(len(s.split()) for s in sentences) < WORDS:
            sentences += prose(told, rng, 4)
        text = " ".join(sentences)
        passage = Passage(span=Span(0, len(text)), role=Role.PARAGRAPH)
        yield Document(id=f"report-{number}", text=text, passages=(passage,))


@contextmanager
def reading_in(workers: int) -> Iterator[Pipeline]:
    """A pipeline that reads in this process, or in so many beside it, each of which has read something before."""
    with closing(Local() if workers == 1 else Processes(workers=workers)) as engine:
        pipeline = Pipeline(engine=engine)
        warming = engine.each(pipeline.reader.read_some, reports(24 * workers, seed=2), together=8)
        deque(warming, maxlen=0)
        yield pipeline


def measure(count: int, workers: int = 1) -> dict[str, float | None]:
    """Read so many reports, others before the clock starts, and say how fast."""
    documents = list(reports(count))
    with reading_in(workers) as pipeline:
        start, spent = time.perf_counter(), time.process_time()
        read = sum(1 for _ in pipeline.read_all(documents))
        seconds = time.perf_counter() - start
        spent = time.process_time() - spent
    words = sum(len(d.text.split()) for d in documents)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "documents": read,
        "words": words,
        "workers": workers,
        "documents_of_400_words_a_second": round(words / WORDS / seconds, 1),
        "cpu_ms_a_document": round(1000 * spent / read) if workers == 1 else None,
        "peak_mb": round(peak / 1024),
    }


def main(count: int = 200, workers: int = 1) -> None:
    """Read and print a line."""
    line = measure(count, workers)
    sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
