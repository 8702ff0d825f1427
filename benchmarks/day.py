"""What a day of so many articles needs: `python -m benchmarks.day [ARTICLES]`, from the results that were measured.

The costs of the stages are taken from `benchmarks/results/*.json`, put into the formulas of `docs/scaling.md`, and the
two tables there are written anew, between their marks. What was not measured is left open and named, with the command.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.press import SIZE_POWER, Press

ARTICLES, WORDS = 300_000, 400
PAGE = Path(__file__).parents[1] / "docs" / "scaling.md"
RESULTS = Path(__file__).with_name("results")
HOURS, SECONDS = 24, 3600
ARCHIVED_KB = 36.0
"""A document with its reading and its part of an account in an archive: `python -m benchmarks.archive`."""

Results = Mapping[str, Mapping[str, Any]]


class Stage(NamedTuple):
    """What one stage costs a document, in processor seconds; None where it was not measured."""

    name: str
    formula: str
    seconds: float | None
    measured: str


def row_of(results: Results, row: str, table: int, name: str) -> Mapping[str, Any] | None:
    """Figures of a contender, where they were measured."""
    tables = results.get(row, {}).get("tables", [])
    return tables[table]["figures"].get(name) if len(tables) > table else None


def told_by(points: Sequence[tuple[float, float]], size: float) -> float:
    """Seconds for a story of a size, by straight lines between the logarithms of those measured."""
    if size <= points[0][0]:
        return points[0][1] * size / points[0][0]
    below = max((p for p in points[:-1] if p[0] <= size), default=points[-2])
    above = points[points.index(below) + 1]
    power = math.log(above[1] / below[1]) / math.log(above[0] / below[0])
    return float(below[1] * (size / below[0]) ** power)


def accounts(results: Results) -> float | None:
    """Processor seconds of aligning and accounting for a document, over stories of the sizes of invented news."""
    tables = results.get("account", {}).get("tables", [])
    if not tables:
        return None
    rows = tables[0]["figures"].values()
    points = sorted((float(row["work"]), float(row["align, s"]) + float(row["account, s"])) for row in rows)
    sizes = range(1, Press(documents=1).largest + 1)
    weights = [size**-SIZE_POWER for size in sizes]
    spent = sum(weight * told_by(points, size) for size, weight in zip(sizes, weights, strict=True))
    return spent / sum(weight * size for size, weight in zip(sizes, weights, strict=True))


def stages(results: Results) -> list[Stage]:
    """What each stage costs a document."""
    clean = row_of(results, "clean", 0, "Rashomon")
    read = results.get("curve", {}).get("parameters", {}).get("read")
    curve = results.get("curve", {}).get("tables", [{"figures": {}}])[0]["figures"]
    largest = max(curve.values(), key=lambda row: row["documents"]) if curve else None

    def grouped(stage: str) -> float | None:
        return largest[f"{stage}, processor s"] / largest["documents"] if largest else None

    return [
        Stage("clean", "c · pages", 1.0 / clean["a processor second"] if clean else None, "make bench"),
        Stage("read", "r · words", read["processor seconds"] / read["work"] if read else None, "benchmarks.curve"),
        Stage("copies", "k · documents", grouped("copies"), "benchmarks.curve"),
        Stage("stories", "s · documents", grouped("stories"), "benchmarks.curve"),
        Stage("align, account", "a · Σ sizeᵉ over stories", accounts(results), "make bench"),
    ]


def costs(results: Results, articles: int) -> list[str]:
    """The table of the stages, and of what a day needs of each."""
    rows = [
        "| stage | formula | milliseconds of a processor a document | a day's hours of a processor | measured by |",
        "|---|---|---|---|---|",
    ]
    every = stages(results)
    for stage in every:
        if stage.seconds is None:
            rows.append(f"| {stage.name} | {stage.formula} | **not measured yet** | | `{stage.measured}` |")
            continue
        hours = stage.seconds * articles / SECONDS
        rows.append(
            f"| {stage.name} | {stage.formula} | {1000 * stage.seconds:.1f} | {hours:.1f} | `{stage.measured}` |"
        )
    known = [stage.seconds for stage in every if stage.seconds is not None]
    if len(known) == len(every):
        hours = sum(known) * articles / SECONDS
        rows.append(f"| all | | {1000 * sum(known):.1f} | {hours:.1f} | |")
        busy = hours / HOURS
        rows += ["", f"So {articles:,} articles of {WORDS} words in a day keep {busy:.2f} processors busy all day."]
    return [*rows, "", *_where(results)]


def room(results: Results, articles: int) -> list[str]:
    """The table of memory and disk."""
    curve = results.get("curve", {}).get("tables", [{"figures": {}}])[0]["figures"]
    points = sorted((row["documents"], row["peak MB"], row["MB on disk"]) for row in curve.values())
    rows = ["| what | needs | from |", "|---|---|---|"]
    if len(points) > 1:
        (n, low, _), (m, high, disk) = points[-2:]
        each = 1000 * (high - low) / (m - n)
        rows.append(f"| copies and stories, peak at {m:,} documents | {high:,.0f} MB | `benchmarks.curve` |")
        rows.append(f"| for each thousand documents more | {each:.1f} MB | from {n:,} to {m:,} |")
        packed = disk / m * articles / 1000
        rows.append(f"| a day's documents as compressed lines | {packed:.2f} GB | `benchmarks.curve` |")
    else:
        rows.append("| copies and stories | **not measured yet** | `benchmarks.curve` |")
    million = row_of(results, "memory", 0, "Rashomon")
    held = f"{million['peak MB']:,.0f} MB at {million['documents']:,}" if million else "**not measured yet**"
    rows.append(f"| a million documents through both | {held} | `make bench BENCH_ARGS='--only memory'` |")
    two = row_of(results, "read", 0, "Rashomon, 2 processes")
    process = f"{two['peak MB of a process it started']:,} MB" if two else "**not measured yet**"
    rows.append(f"| each process that reads | {process} | `make bench BENCH_ARGS='--only read'` |")
    kept, source = ARCHIVED_KB * articles / 1e6, f"{ARCHIVED_KB:.0f} KB a document, see [Evaluation](evaluation.md)"
    rows.append(f"| a day in an archive | {kept:.1f} GB | {source} |")
    return rows


def _where(results: Results) -> list[str]:
    named = [(row, result) for row, result in results.items() if row in {"clean", "curve", "account", "memory", "read"}]
    if not named:
        return ["Nothing was measured yet on a quiet machine."]
    machine = named[0][1]["machine"]
    days = ", ".join(f"{row} {result['date']}" for row, result in named)
    told = f"{machine['processor']}, {machine['cores']} cores, {machine['memory GB']} GB, Python {machine['python']}"
    return [f"{told}; {days}."]


def main(articles: int = ARTICLES) -> None:
    """Write both tables."""
    results = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(RESULTS.glob("*.json"))}
    text = PAGE.read_text("utf-8")
    for mark, rows in (("costs", costs(results, articles)), ("room", room(results, articles))):
        before, _, rest = text.partition(f"<!-- {mark} -->\n")
        _, end, after = rest.partition(f"<!-- end of {mark} -->")
        text = f"{before}<!-- {mark} -->\n" + "\n".join(rows) + f"\n{end}{after}"
    PAGE.write_text(text, "utf-8")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
