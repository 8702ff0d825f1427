"""Programs beside one another: each run in a process of its own, in turns, so that a busy minute is everybody's.

A contender is a function at the top of a module that takes its arguments, does its work, and gives a `Run`. In each
round every contender runs once, and each round begins with another one. Told are all runs and their medians.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from statistics import median
from typing import Any, TypeVar

from benchmarks.cost import peaks, spent

ROUNDS = 5


@dataclass(slots=True, kw_only=True)
class Run:
    """What one run took and gave.

    Attributes:
        work: how many documents (or pages, or reports) it worked through.
        seconds: by the wall.
        processor_seconds: of all threads, and of processes that ended within.
        peak_mb: resident memory of the process, packages and documents in it.
        others_mb: the same of the largest process that it started.
        figures: quality and whatever else was counted.
    """

    work: int
    seconds: float = 0.0
    processor_seconds: float = 0.0
    peak_mb: float = 0.0
    others_mb: float = 0.0
    figures: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def timed(self) -> Iterator[None]:
        """What is done within is what the run took."""
        began, before = time.perf_counter(), spent()
        yield
        self.seconds += time.perf_counter() - began
        self.processor_seconds += spent().since(before).both
        self.peak_mb, self.others_mb = peaks()


Answer = TypeVar("Answer")


def alone(measure: Callable[..., Answer], *given: object) -> Answer:
    """What a function gives in a process of its own, which may start others; its fault is raised here."""
    here, there = get_context("spawn").Pipe(duplex=False)
    process = get_context("spawn").Process(target=_answering, args=(there, measure, given))
    process.start()
    there.close()
    try:
        answer, fault = here.recv()
    except EOFError:
        raise RuntimeError(f"{measure.__name__} ended without an answer") from None
    finally:
        process.join()
    if fault is not None:
        raise fault
    return answer  # type: ignore[no-any-return]  # it came through a pipe


def _answering(answer: Connection, measure: Callable[..., Any], given: tuple[Any, ...]) -> None:
    try:
        made = measure(*given)
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is raised where the answer is wanted
        answer.send((None, fault))
    else:
        answer.send((made, None))


Contender = tuple[Callable[..., Run], tuple[Any, ...]]
"""A function and what it is given."""


def interleaved(contenders: Mapping[str, Contender], rounds: int = ROUNDS) -> dict[str, list[Run]]:
    """The runs of each contender; one whose package is not installed has none, and it is said."""
    found: dict[str, list[Run]] = {name: [] for name in contenders}
    names = list(contenders)
    for turn in range(rounds):
        at = turn % len(names)
        for name in names[at:] + names[:at]:
            if turn and not found[name]:
                continue
            measure, given = contenders[name]
            try:
                run = alone(measure, *given)
            except ImportError as missing:
                print(f"  {name}: left out, {missing}", file=sys.stderr)
                continue
            found[name].append(run)
            print(f"  round {turn + 1}, {name}: {run.seconds:.2f} s", file=sys.stderr, flush=True)
    return {name: runs for name, runs in found.items() if runs}


def told(runs: Sequence[Run]) -> dict[str, Any]:
    """The medians of some runs, with the seconds of each."""
    seconds, processor = median(r.seconds for r in runs), median(r.processor_seconds for r in runs)
    work = runs[0].work
    return {
        "work": work,
        "seconds": round(seconds, 3),
        "seconds of each run": [round(r.seconds, 3) for r in runs],
        "a second": _three(work / seconds),
        "processor seconds": round(processor, 3),
        "a processor second": _three(work / processor) if processor else None,
        "peak MB": round(median(r.peak_mb for r in runs)),
        "peak MB of a process it started": round(median(r.others_mb for r in runs)),
        **{name: round(median(r.figures[name] for r in runs), 4) for name in runs[0].figures},
    }


def _three(value: float) -> float:
    """Three digits are more than the machine repeats."""
    return float(f"{value:.3g}")


def ratio(runs: Mapping[str, Sequence[Run]], of: str, to: str) -> dict[str, Any] | None:
    """How many times the second's time the first took: the median over rounds, each round by itself."""
    if of not in runs or to not in runs:
        return None
    each = [left.seconds / right.seconds for left, right in zip(runs[of], runs[to], strict=False)]
    processor = [a.processor_seconds / b.processor_seconds for a, b in zip(runs[of], runs[to], strict=False)]
    return {
        "of": of,
        "to": to,
        "time": round(median(each), 3),
        "least": round(min(each), 3),
        "most": round(max(each), 3),
        "processor time": round(median(processor), 3),
    }


def exponent(points: Iterable[tuple[float, float]]) -> float:
    """By which power the second grows with the first: the slope of a straight line through their logarithms."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    middle = [sum(values) / len(logs) for values in zip(*logs, strict=True)]
    spread = sum((x - middle[0]) ** 2 for x, _ in logs)
    return sum((x - middle[0]) * (y - middle[1]) for x, y in logs) / spread
