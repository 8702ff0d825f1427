"""Where the time goes, raw pages to accounts: `python -m benchmarks.profiled [DOCUMENTS] --out FILE.svg`.

Invented pages (`press_pages`) go through the whole pipeline in one process, whose stack is looked at every few
milliseconds of processor time; models are loaded before. Written are a flame graph and, on standard output, a line of
JSON with the shares by stage, by package and by the functions of Rashomon in which most time was spent itself or in
other packages.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import FrameType
from typing import Any, Self

from benchmarks.flame import drawn
from benchmarks.press import Press, reports
from benchmarks.press_pages import write_pages
from rashomon.core.engine import Local
from rashomon.pipeline import Pipeline
from rashomon.settings import Settings

EVERY_SECONDS = 0.004
DOCUMENTS = 1000
SEED = 9
STAGES = ("ingest", "clean", "read", "group", "align", "account")
TOLD = 40


class Sampled:
    """The stacks of the main thread, looked at by a timer of processor time.

    The timer's signal is answered between two steps of the interpreter, so that time in compiled code counts for the
    function that called it. A second thread would keep what it looks at alive, which changes what is looked at.
    """

    def __init__(self) -> None:
        self.stacks: Counter[tuple[str, ...]] = Counter()
        self._names: dict[Any, str] = {}

    def __enter__(self) -> Self:
        signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, EVERY_SECONDS, EVERY_SECONDS)
        return self

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        signal.signal(signal.SIGPROF, signal.SIG_IGN)

    def _look(self, _: int, frame: FrameType | None) -> None:
        self.stacks[self._stack(frame)] += 1

    def _stack(self, frame: FrameType | None) -> tuple[str, ...]:
        found: list[str] = []
        while frame is not None:
            code = frame.f_code
            if (name := self._names.get(code)) is None:
                module = str(frame.f_globals.get("__name__", "?"))
                name = self._names[code] = f"{module}:{code.co_qualname}"
            found.append(name)
            frame = frame.f_back
        return folded(reversed(found))


def folded(names: Iterable[str]) -> tuple[str, ...]:
    """A stack from the first function of Rashomon on, with one function for each foreign package in a row."""
    found: list[str] = []
    for name in names:
        own = name.startswith("rashomon.")
        if not found and not own:
            continue
        package = name.split(".", 1)[0].split(":", 1)[0]
        if not own and not found[-1].startswith("rashomon.") and found[-1].split(".", 1)[0].split(":", 1)[0] == package:
            continue
        found.append(name)
    return tuple(found)


def shares(stacks: Counter[tuple[str, ...]]) -> dict[str, Any]:
    """Shares of the time: by stage, by package at the end of the stack, by function of Rashomon."""
    total = stacks.total() or 1
    stages, packages, own, within = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for stack, count in stacks.items():
        stage = next(
            (n.split(".")[1] for n in reversed(stack) if n.startswith("rashomon.") and n.split(".")[1] in STAGES), ""
        )
        stages[stage or "else"] += count
        if stack:
            packages[stack[-1].split(".", 1)[0].split(":", 1)[0]] += count
            last = next(name for name in reversed(stack) if name.startswith("rashomon."))
            own[last] += count
            within.update(dict.fromkeys(stack, count))
    return {
        "samples": stacks.total(),
        "by stage": {name: round(count / total, 3) for name, count in stages.most_common()},
        "by package": {name: round(count / total, 3) for name, count in packages.most_common(12)},
        "last of Rashomon's on the stack": {name: round(count / total, 4) for name, count in own.most_common(TOLD)},
        "on the stack": {name: round(count / total, 4) for name, count in within.most_common(2 * TOLD)},
    }


def main(arguments: list[str] | None = None) -> None:
    """Profile, draw, tell."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profiled", description=__doc__)
    parser.add_argument("documents", nargs="?", type=int, default=DOCUMENTS)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.svg")
    parser.add_argument("--title", default="", help="what the graph is called")
    asked = parser.parse_args(arguments)

    with tempfile.TemporaryDirectory() as folder:
        file, warm = Path(folder) / "news.warc.gz", Path(folder) / "warm.warc.gz"
        write_pages(file, reports(Press(documents=asked.documents, seed=SEED)))
        write_pages(warm, reports(Press(documents=8, seed=SEED + 1)))
        pipeline = Pipeline(Settings(), engine=Local())
        pipeline.account([str(warm)])
        began, processor = time.perf_counter(), time.process_time()
        with Sampled() as sampled:
            account = pipeline.account([str(file)])
        seconds, processor = time.perf_counter() - began, time.process_time() - processor
    title = asked.title or f"{asked.documents} invented pages to accounts: {processor:.0f} s of processor time"
    asked.out.write_text(drawn(sampled.stacks, title), "utf-8")
    told = {
        "documents": asked.documents,
        "stories": len(account.stories),
        "seconds": round(seconds, 1),
        "processor seconds": round(processor, 1),
        "sha256 of the account": hashlib.sha256(repr(account).encode()).hexdigest()[:16],
        **shares(sampled.stacks),
    }
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
