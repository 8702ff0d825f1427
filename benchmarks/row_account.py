"""Account: time of one story's account by its size, and by which power of it the time grows (`accounts`)."""

from __future__ import annotations

from typing import Any

from benchmarks.accounts import measured
from benchmarks.rounds import Run, exponent, interleaved, told
from benchmarks.rows import Asked, Goal, Result, Table

SIZES, SMALL = (5, 20, 50, 100, 200, 500), (5, 10, 20)
BOUND = 1.3
LEAST = 50
"""Below, what each account costs whatever its size is much of the time."""
STAGES = {"copies": "group: copies", "align": "align", "account": "account"}
"""What is done for a story as a whole, and how `accounts` calls it."""


def run(size: int) -> Run:
    """The account of an invented story, reading and all."""
    account, took = measured(size, "invented")
    done = Run(work=size)
    with done.timed():
        pass
    done.seconds, done.processor_seconds = took["all"]
    done.figures = {
        "clean, s": took["clean"].processor,
        "read, s": took["read"].processor,
        **{f"{stage}, s": took[name].processor for stage, name in STAGES.items()},
        "of the story, s": sum(took[name].processor for name in STAGES.values()),
        "claims": float(len(account.stories[0].claims)),
    }
    return done


def measure(asked: Asked) -> Result:
    """Each size."""
    sizes = SMALL if asked.small else SIZES
    runs = interleaved({f"{size} reports": (run, (size,)) for size in sizes}, asked.rounds)
    figures = {name: told(each) for name, each in runs.items()}
    rows = [figures[f"{size} reports"] for size in sizes]
    large = [row for row in rows if row["work"] >= (LEAST if not asked.small else 0)]

    def power(column: str, of: list[dict[str, Any]]) -> float:
        return exponent([(row["work"], row[column]) for row in of])

    columns = ["processor seconds", "read, s", *(f"{stage}, s" for stage in STAGES), "of the story, s"]
    powers = {column: (power(column, rows), power(column, large)) for column in columns}
    fitted = "; ".join(
        f"{name.removesuffix(', s')} {every:.2f}, {upper:.2f}" for name, (every, upper) in powers.items()
    )
    note = (
        "Processor seconds by stage; of the story: copies, align and account together. Powers of the number of "
        f"reports, over all sizes and then from {large[0]['work']:.0f} on: {fitted}."
    )
    table = Table(
        title="an invented story",
        columns=[*columns, "seconds", "claims", "peak MB"],
        figures=figures,
        note=note,
    )
    goals = []
    for told_as, column in (("reading and all", "processor seconds"), ("copies, align and account", "of the story, s")):
        every, upper = powers[column]
        reached = f"n^{every:.2f} from {sizes[0]} to {sizes[-1]} reports, n^{upper:.2f} from {large[0]['work']:.0f} on"
        goal = f"time grows no faster than n^{BOUND}, {told_as}"
        goals.append(Goal(goal=goal, reached=reached, met=max(every, upper) <= BOUND))
    return Result(tables=[table], goals=goals, parameters={"sizes": list(sizes), "powers": powers})
