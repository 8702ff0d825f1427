"""One process, two beside it, a cluster of two: `python -m benchmarks.engines [DOCUMENTS] [ROUNDS]`, one line of JSON.

Invented reports of about 330 words, five to a story, one in ten a copy, as JSON lines go from the file to the account;
each engine has made an account of others before. The engines take turns within a round, and of the rounds the median
is told. Beside it stand the seconds of each stage, and the processor seconds of this process, which on a busy machine
say more: what it does itself (grouping, handing out, gathering) is done by one process however many work.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.reading import reports
from benchmarks.reports import stream
from rashomon.core.engine import Engine, Local
from rashomon.engines.dask import Dask
from rashomon.engines.processes import Processes
from rashomon.pipeline import Pipeline

WORKERS = 2
A_STORY, OWN_WORDS = 5, 40
STAGES = ("clean", "read", "group", "account")
TOLD = (*STAGES, "processor here")


def lines(count: int, seed: int = 1) -> Iterator[str]:
    """So many reports as JSON lines."""
    for _, told in stream(count, seed=seed, reports=A_STORY, own_words=OWN_WORDS):
        at = told.published_at.isoformat() if told.published_at else None
        row = {"id": told.id, "text": told.text, "headline": told.headline, "outlet": told.outlet, "published_at": at}
        yield json.dumps(row) + "\n"


class Stages:
    """How long each stage took, as its progress tells: grouping is what lies between reading and the first account."""

    def __init__(self) -> None:
        self.began = time.perf_counter()
        self.last: dict[str, float] = {}
        self.first: dict[str, float] = {}

    def progress(self, stage: str, _done: int, _of: int) -> None:
        """Note where a stage is."""
        now = time.perf_counter()
        self.first.setdefault(stage, now)
        self.last[stage] = now

    def seconds(self) -> dict[str, float]:
        """The seconds of each; the first account is counted to grouping."""
        ends = [self.began, self.last["clean"], self.last["read"], self.first["account"], self.last["account"]]
        return {stage: end - begin for stage, begin, end in zip(STAGES, ends, ends[1:], strict=False)}


def once(engine: Engine, path: Path) -> tuple[float, dict[str, float], bytes]:
    """The seconds of one account, those of its stages and of this process's work, and the account."""
    stages = Stages()
    began, spent = time.perf_counter(), time.process_time()
    account = Pipeline(engine=engine).account([str(path)], progress=stages.progress)
    seconds, own = time.perf_counter() - began, time.process_time() - spent
    return seconds, {**stages.seconds(), "processor here": own}, msgspec.json.encode(account)


def measure(count: int, rounds: int) -> dict[str, Any]:
    """Documents a second, by engine, and how many times as fast as one process each is."""
    took: dict[str, list[float]] = {}
    parts: dict[str, list[dict[str, float]]] = {}
    accounts: set[bytes] = set()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        path = Path(folder) / "reports.jsonl"
        others = Path(folder) / "others.jsonl"
        path.write_text("".join(lines(count)), "utf-8")
        others.write_text("".join(lines(20, seed=2)), "utf-8")
        engines: dict[str, Engine] = {"local": Local(), "processes": Processes(workers=WORKERS)}
        engines["dask"] = Dask(workers=WORKERS)
        for engine in engines.values():
            stack.enter_context(closing(engine))
            deque(engine.each(Pipeline().reader.read_some, reports(8, seed=2), together=2), maxlen=0)
            once(engine, others)
        for _ in range(rounds):
            for name, engine in engines.items():
                seconds, stages, account = once(engine, path)
                took.setdefault(name, []).append(seconds)
                parts.setdefault(name, []).append(stages)
                accounts.add(account)
    alone = took["local"]
    return {
        "documents": count,
        "workers": WORKERS,
        "rounds": rounds,
        "same_account": len(accounts) == 1,
        "documents_a_second": {name: round(count / statistics.median(each), 1) for name, each in took.items()},
        "times_one_process": {
            name: round(statistics.median(a / b for a, b in zip(alone, each, strict=True)), 2)
            for name, each in took.items()
        },
        "seconds": {
            name: {
                stage: round(statistics.median(one[stage] for one in each), 2) for stage in (*STAGES, "processor here")
            }
            for name, each in parts.items()
        },
    }


def main(count: int = 300, rounds: int = 3) -> None:
    """Measure and print a line."""
    sys.stdout.write(json.dumps(measure(count, rounds)) + "\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
