"""Account: time of one story's account by its size, and by which power of it the time grows (`accounts`)."""

from __future__ import annotations

from benchmarks.accounts import measured
from benchmarks.rounds import Run, exponent, interleaved, told
from benchmarks.rows import Asked, Goal, Result, Table

SIZES, SMALL = (5, 20, 50, 100, 200, 500), (5, 10, 20)
BOUND = 1.3
LEAST = 50
"""Below, what each account costs whatever its size is much of the time."""


def run(size: int) -> Run:
    """The account of an invented story, reading and all."""
    account, took = measured(size, "invented")
    done = Run(work=size)
    with done.timed():
        pass
    done.seconds, done.processor_seconds = took["all"]
    read = took["read"]
    done.figures = {
        "read, s": read.processor,
        "copies, s": took["group: copies"].processor,
        "align, s": took["align"].processor,
        "account, s": took["account"].processor,
        "without reading, s": done.processor_seconds - read.processor,
        "claims": float(len(account.stories[0].claims)),
    }
    return done


def measure(asked: Asked) -> Result:
    """Each size."""
    sizes = SMALL if asked.small else SIZES
    runs = interleaved({f"{size} reports": (run, (size,)) for size in sizes}, asked.rounds)
    figures = {name: told(each) for name, each in runs.items()}
    rows = [figures[f"{size} reports"] for size in sizes]
    every = exponent([(row["work"], row["processor seconds"]) for row in rows])
    large = [row for row in rows if row["work"] >= (LEAST if not asked.small else 0)]
    upper = exponent([(row["work"], row["processor seconds"]) for row in large])
    beside = exponent([(row["work"], row["without reading, s"]) for row in large])
    note = (
        f"Processor seconds by stage. Fitted exponents: all sizes {every:.2f}; from {large[0]['work']:.0f} reports on "
        f"{upper:.2f}, without reading {beside:.2f}."
    )
    table = Table(
        title="an invented story",
        columns=["processor seconds", "seconds", "read, s", "copies, s", "align, s", "account, s", "claims", "peak MB"],
        figures=figures,
        note=note,
    )
    goal = Goal(goal=f"time grows no faster than n^{BOUND}", reached=f"n^{upper:.2f}", met=upper <= BOUND)
    return Result(tables=[table], goals=[goal], parameters={"sizes": list(sizes), "exponent": upper, "of all": every})
