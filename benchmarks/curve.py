"""What copies and stories cost by the number of documents: `python -m benchmarks.curve [DOCUMENTS ...] [--folder F]`.

Each size (10,000, 30,000, 100,000, 300,000) in a process of its own: invented news of `press`, 60,000 documents a day,
lies compressed on disk (in FOLDER, where it is found again), is taken in, and goes through copies and stories, which
hold as much of it in memory as they need (`Shelf`). Told are seconds and megabytes by stage, planted copies found and
B-cubed F1. Reading costs the same for each word however many documents there are: it is measured on a sample and told
as a constant. Written to `benchmarks/results/curve.json`.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, TypeVar

from evals.measures import bcubed, share

from benchmarks import day
from benchmarks.cost import spent
from benchmarks.memory import Peak, tree_mb
from benchmarks.page import write_page
from benchmarks.press import Press, read_back, reports, write
from benchmarks.rounds import alone, exponent, told
from benchmarks.row_read import run as read_run
from benchmarks.rows import Goal, Result, Table, command, machine, today, versions
from rashomon.core import CopyKind
from rashomon.core.engine import Local
from rashomon.engines.processes import Processes
from rashomon.group import Shelf, each_copy, each_story

SIZES = (10_000, 30_000, 100_000, 300_000)
A_DAY = 60_000
SEED = 17
SAMPLE = 100
FLAT = 1.1
"""So much longer counts as no longer."""
RESULT = Path(__file__).with_name("results") / "curve.json"

Answer = TypeVar("Answer")


def news(folder: Path, documents: int) -> Path:
    """A file of so many invented documents, made where there is none."""
    path = folder / f"press-{documents}-{A_DAY}-{SEED}.jsonl.gz"
    if not path.exists():
        made = path.with_suffix(".part")
        write(made, reports(Press(documents=documents, seed=SEED, a_day=A_DAY), workers=os.cpu_count() or 1))
        made.rename(path)
    return path


class Stages:
    """Seconds and megabytes of what is done, stage by stage, of this process and all that it starts."""

    def __init__(self) -> None:
        self.told: dict[str, float] = {}

    def done(self, stage: str, work: Callable[[], Answer]) -> Answer:
        """What some work gives."""
        began, before = time.perf_counter(), spent()
        with Peak() as peak:
            answer = work()
        after = tree_mb(os.getpid())
        print(f"{stage}: {time.perf_counter() - began:.0f} s, {after:.0f} MB", file=sys.stderr, flush=True)
        self.told |= {
            f"{stage}, s": round(time.perf_counter() - began, 2),
            f"{stage}, processor s": round(spent().since(before).both, 2),
            f"{stage}, peak MB": round(max(peak.mb, after)),
            f"{stage}, MB after": round(after),
        }
        return answer


class Kept:
    """What stages tell, kept on disk so that it takes no memory of those that come after."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  # it lives as long as what is kept
        self.count = 0

    def keep(self, told: Iterable[object]) -> None:
        """Put these behind the others."""
        for each in told:
            pickle.dump(each, self._file)
            self.count += 1

    def __iter__(self) -> Iterator[Any]:
        self._file.seek(0)
        for _ in range(self.count):
            yield pickle.load(self._file)


def through(path: Path, workers: int = 1) -> dict[str, float]:
    """A file of documents through copies and stories: what each stage took, and how good it was."""
    stages, copies, stories = Stages(), Kept(), Kept()
    engine = Local() if workers == 1 else Processes(workers=workers)
    with closing(engine):
        shelf = stages.done("taken in", lambda: Shelf(report.document for report in read_back(path)))
        stages.done(
            "copies",
            lambda: copies.keep(replace(copy, passages=()) for copy in each_copy(shelf, engine=engine)),
        )
        stages.done("stories", lambda: stories.keep(each_story(shelf, copies, engine=engine)))
    figures = judged(path, copies, stories)
    count = len(shelf)
    return {
        "documents": count,
        "MB on disk": round(path.stat().st_size / 1e6, 1),
        **stages.told,
        "copies, ms each": round(1000 * stages.told["copies, s"] / count, 3),
        "stories, ms each": round(1000 * stages.told["stories, s"] / count, 3),
        "pairs": copies.count,
        "stories found": stories.count,
        **figures,
        "peak MB": max(value for name, value in stages.told.items() if name.endswith("peak MB")),
    }


def judged(path: Path, copies: Kept, stories: Kept) -> dict[str, float]:
    """How many words the documents have, the share of the planted copies that was found, and B-cubed F1 of stories."""
    planted, gold, words = {}, {}, 0
    for report in read_back(path):
        gold[report.document.id] = report.story
        words += len(report.document.text.split())
        if report.origin:
            planted[report.document.id] = report.origin
    found = {
        one
        for copy in copies
        if copy.kind is not CopyKind.SHARED_QUOTATION
        for one, other in ((copy.copy, copy.origin), (copy.origin, copy.copy))
        if planted.get(one) == other
    }
    placed = {document: story.id for story in stories for document in story.documents}
    ids = sorted(gold)
    return {
        "words": round(words / len(gold), 1),
        "planted copies found": round(share(len(found), len(planted)), 4),
        "B3": round(bcubed([gold[d] for d in ids], [placed[d] for d in ids]), 4),
    }


COLUMNS = (
    "MB on disk", "taken in, s", "copies, s", "copies, ms each", "stories, s", "stories, ms each", "copies, peak MB",
    "stories, peak MB", "planted copies found", "B3",
)  # fmt: skip


def measure(sizes: Sequence[int], folder: Path, sample: int) -> Result:
    """Each size, then the sample that is read."""
    rows: dict[str, dict[str, Any]] = {}
    for size in sizes:
        path = news(folder, size)
        rows[f"{size:,}"] = figures = alone(through, path)
        print(json.dumps(figures), file=sys.stderr, flush=True)
    read = told([alone(read_run, "Rashomon", Press(documents=1).copied, sample)])
    note = (
        f"Reading, on a sample of {sample}: {read['ms a word']:.3f} ms a word, {read['a second']} documents a second."
    )
    grown, goals = {}, []
    if len(rows) > 1:
        for stage in ("copies", "stories"):
            points = [(float(row["documents"]), float(row[f"{stage}, s"])) for row in rows.values()]
            grown[stage] = round(exponent(points), 3)
        note += f" Fitted powers of the number of documents: copies {grown['copies']}, stories {grown['stories']}."
        goals.append(_flat(list(rows.values())))
    table = Table(
        title="copies and stories by number of documents, in one run each", columns=COLUMNS, figures=rows, note=note
    )
    parameters = {"a day": A_DAY, "seed": SEED, "read": read, "exponents": grown}
    return Result(tables=[table], goals=goals, parameters=parameters)


def _flat(rows: Sequence[Mapping[str, Any]]) -> Goal:
    """Whether a document takes stories no longer at the largest size than at the smallest."""
    first, last = (1000 * row["stories, processor s"] / row["documents"] for row in (rows[0], rows[-1]))
    return Goal(
        goal=f"stories: flat time a document to {rows[-1]['documents']:,}",
        reached=f"{first:.2f} ms of a processor at {rows[0]['documents']:,}, {last:.2f} at {rows[-1]['documents']:,}",
        met=last <= FLAT * first,
    )


def main(arguments: list[str] | None = None) -> None:
    """Measure the sizes and write the result."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.curve", description=__doc__)
    parser.add_argument("documents", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--folder", type=Path, help="where the news lies, or is put and left")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="documents that are read (100)")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    asked = parser.parse_args(arguments)
    head = {"row": "curve", "date": today(), "command": command(), "machine": machine(), "versions": versions()}
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as own:
        result = measure(asked.documents, asked.folder or Path(own), asked.sample)
    told_in = {
        **head,
        "rounds": 1,
        "small": False,
        "took seconds": round(time.perf_counter() - began),
        **asdict(result),
    }
    text = json.dumps(told_in, indent=1, ensure_ascii=False) + "\n"
    if asked.dry:
        print(text)
        return
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(text, "utf-8")
    write_page(RESULT.parent)
    day.main()


if __name__ == "__main__":
    main()
