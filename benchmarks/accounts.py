"""Time and memory of a story's account: `python -m benchmarks.accounts [REPORTS ...] [--from ecbplus|newscluster]`.

Each size is measured in a process of its own, on an invented story (`told.story`) or, with `--from`, on so many real
reports of the data in the folder that RASHOMON_SHARED names, mixed and forced into one story: many happenings in one
are harder on every pairwise step than one happening is. The reader is loaded before the clock starts. Printed are wall
and processor seconds by stage, and the peak of resident memory; the growth of each stage from the first size to the
last is the exponent of the number of reports (1: in proportion, 2: with its square).
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import wraps
from importlib import import_module
from io import BytesIO
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, NamedTuple, ParamSpec, TypeVar
from unittest.mock import patch

from evals.labelled import Labelled

from benchmarks.cost import peaks, spent
from benchmarks.told import story
from rashomon.core import Account, Document, Story
from rashomon.pipeline import Pipeline
from rashomon.settings import Settings

STAGES = (
    ("group: copies", "rashomon.group", "find_copies"),
    ("align", "rashomon.align", "align"),
    ("align: parties", "rashomon.align.parties", "Parties"),
    ("align: sides", "rashomon.align.sides", "affiliations"),
    ("align: frames", "rashomon.align.frames", "frames_of"),
    ("align: propositions", "rashomon.align.propositions", "align_propositions"),
    ("align: utterances", "rashomon.align.utterances", "align_utterances"),
    ("align: counts", "rashomon.align.counts", "align_counts"),
    ("account", "rashomon.account", "account_of"),
    ("account: claims", "rashomon.account.claims", "claim_of"),
    ("account: origins", "rashomon.account.origins", "origins_of"),
    ("account: figures", "rashomon.account.figures", "figure_lines"),
    ("account: timeline", "rashomon.account.timeline", "timeline_of"),
    ("account: digest", "rashomon.account.digest", "digest_of"),
    ("account: answers", "rashomon.account.answers", "answers_of"),
    ("account: framing", "rashomon.account.framing", "framing_of"),
    ("account: coverage", "rashomon.account.coverage", "coverage_of"),
    ("account: cautions", "rashomon.account.cautions", "cautions_of"),
    ("account: balance", "rashomon.account.balance", "check_story"),
)
"""What is timed: a stage or a part of one, and the function that does it."""

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


class Took(NamedTuple):
    """What a stage took."""

    wall: float
    processor: float


class Clock:
    """Times functions by name, each under the name of its stage; what a stage calls counts in it too."""

    def __init__(self) -> None:
        self.took: dict[str, Took] = {}

    def timed(self, stage: str, function: Callable[Given, Answer]) -> Callable[Given, Answer]:
        """The same function, timed."""

        @wraps(function)
        def run(*given: Given.args, **named: Given.kwargs) -> Answer:
            wall, before = time.perf_counter(), spent()
            try:
                return function(*given, **named)
            finally:
                so_far = self.took.get(stage, Took(0.0, 0.0))
                processor = spent().since(before).both
                self.took[stage] = Took(so_far.wall + time.perf_counter() - wall, so_far.processor + processor)

        return run


def as_one_story(documents: Sequence[Document], _: object, **_named: object) -> tuple[Story, ...]:
    """All documents as one story, whatever they tell."""
    return (Story(id="one", documents=tuple(d.id for d in documents)),)


def reports(count: int, origin: str) -> list[dict[str, Any]]:
    """So many reports as rows: invented, or real ones of several happenings."""
    if origin == "invented":
        return [
            {
                "id": d.id,
                "text": f"{d.headline}\n\n{d.text}",
                "headline": d.headline,
                "outlet": d.outlet,
                "published_at": d.published_at.isoformat() if d.published_at else None,
            }
            for d in story(count)
        ]
    shared = Labelled()
    files = {"ecbplus": "data/ecbplus/train.jsonl", "newscluster": "data/newscluster/articles.jsonl"}
    rows = [{**row, "id": row.get("id") or row["doc_id"]} for row in shared.rows(files[origin])]
    sizes = Counter(row["story"] for row in rows)
    rows.sort(key=lambda row: (-sizes[row["story"]], row["story"]))
    kept = ("id", "text", "headline", "outlet", "published_at", "address")
    return [{key: row[key] for key in kept if key in row} for row in rows[:count]]


def measured(count: int, origin: str) -> tuple[Account, dict[str, Took]]:
    """The account of so many reports as one story, and what each stage took."""
    rows = b"".join(json.dumps(row).encode() + b"\n" for row in reports(count, origin))
    pipeline, clock = Pipeline(Settings()), Clock()
    warm = story(2, seed=2)
    pipeline.account_of(warm)  # the model and every table are loaded, and what cleaning needs
    list(pipeline.documents(["-"], stdin=BytesIO(rows[: rows.index(b"\n") + 1])))
    with ExitStack() as stack:
        stack.enter_context(patch("rashomon.group.find_stories", as_one_story))
        for stage, module, function in STAGES:
            own = getattr(import_module(module), function)
            stack.enter_context(patch(f"{module}.{function}", clock.timed(stage, own)))
        read_all = pipeline.read_all
        read = clock.timed("read", lambda documents: list(read_all(documents)))
        clean = clock.timed("clean", lambda: list(pipeline.documents(["-"], stdin=BytesIO(rows))))
        made = clock.timed("all", lambda: pipeline.account_of([d for d in clean() if isinstance(d, Document)]))
        stack.enter_context(patch.object(pipeline, "read_all", read))
        account = made()
    return account, clock.took


def measure(count: int, origin: str, answer: Connection) -> None:
    """Measure one size, print it, and send what each stage took."""
    account, took = measured(count, origin)
    (one,) = account.stories
    words = sum(len(d.text.split()) for d in account.documents) / len(account.documents)
    own, others = peaks()
    print(
        f"{len(account.documents)} reports of {words:.0f} words ({origin}): {len(one.claims)} claims, "
        f"{len(one.utterances)} utterances, {len(one.parties)} parties, {len(one.figures)} figures, "
        f"{len(one.copies)} copies; peak {own:.0f} MB, of a reading process {others:.0f} MB"
    )
    for stage in ("all", "clean", "read", *(stage for stage, _, _ in STAGES)):
        wall, processor = took.get(stage, Took(0.0, 0.0))
        print(f"  {stage:20} {wall:8.2f} s  {processor:8.2f} s of processor time", flush=True)
    answer.send((len(account.documents), took))


def growth(first: tuple[int, dict[str, Took]], last: tuple[int, dict[str, Took]]) -> dict[str, float]:
    """By which power of the number of reports the processor time of each stage grows; quick stages left out."""
    times = math.log(last[0] / first[0])
    return {
        stage: math.log(took.processor / first[1][stage].processor) / times
        for stage, took in last[1].items()
        if took.processor >= 0.5 and first[1].get(stage, took).processor > 0.0 and stage in first[1]
    }


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("reports", nargs="*", type=int, default=[50, 500])
    parser.add_argument("--from", dest="origin", default="invented", choices=("invented", "ecbplus", "newscluster"))
    given = parser.parse_args()
    found = []
    for count in given.reports:
        here, there = get_context("spawn").Pipe(duplex=False)
        process = get_context("spawn").Process(target=measure, args=(count, given.origin, there))
        process.start()
        there.close()
        found.append(here.recv())
        process.join()
    if len(found) > 1 and found[-1][0] > found[0][0]:
        powers = growth(found[0], found[-1])
        print(f"growth from {found[0][0]} to {found[-1][0]} reports, as a power of their number:")
        print("  " + ", ".join(f"{stage} {power:.1f}" for stage, power in powers.items()))


if __name__ == "__main__":
    main()
