"""The page of the benchmarks, written from their results: `python -m benchmarks.page`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
TITLES = {
    "clean": "Clean HTML",
    "read": "Read",
    "copies": "Copies",
    "stories": "Stories",
    "account": "Account",
    "whole": "End to end",
    "memory": "Memory",
    "curve": "Cost by number of documents",
}
HEAD = """# Benchmarks

Rashomon beside other programs, on the same input, in one run. This page is written from `benchmarks/results/*.json` by
`make bench`, which measures every row (`make bench BENCH_ARGS="--only copies"` measures one); it is not edited by hand.

Each program runs in a process of its own. In a round each runs once, and every round begins with another one, so that a
busy minute is everybody's. Figures are medians over the rounds, ratios medians of each round's ratio. Invented news is
made by `benchmarks/press.py`, from a seed; labelled data are not part of the project (see [Evaluation](evaluation.md)).
What it costs to run a year of news, and where that breaks, is on the page [Scaling](scaling.md).
"""


def write_page(results: Path) -> None:
    """Write the page from the results that there are."""
    found = {row: json.loads(path.read_text("utf-8")) for row in TITLES if (path := results / f"{row}.json").exists()}
    PAGE.write_text(
        "\n".join([HEAD, *_goals(found), *(line for row in found for line in _row(row, found[row]))]), "utf-8"
    )


def _goals(found: Mapping[str, Mapping[str, Any]]) -> Iterable[str]:
    rows = [(TITLES[row], goal) for row, result in found.items() for goal in result["goals"]]
    missing = [title for row, title in TITLES.items() if row not in found]
    if rows:
        yield "## Goals\n"
        yield "| row | goal | reached | |"
        yield "|---|---|---|---|"
        for title, goal in rows:
            verdict = {True: "reached", False: "**missed**", None: "not measured"}[goal["met"]]
            yield f"| {title} | {goal['goal']} | {goal['reached']} | {verdict} |"
        yield ""
    if missing:
        yield f"Not measured yet: {', '.join(missing)}.\n"


def _row(row: str, result: Mapping[str, Any]) -> Iterable[str]:
    machine = result["machine"]
    yield f"## {TITLES[row]}\n"
    for table in result["tables"]:
        yield f"**{table['title'][0].upper()}{table['title'][1:]}**\n"
        yield f"| | {' | '.join(table['columns'])} |"
        yield f"|---|{'---|' * len(table['columns'])}"
        for name, figures in table["figures"].items():
            yield f"| {name} | {' | '.join(_shown(figures.get(column)) for column in table['columns'])} |"
        yield ""
        if table["ratios"]:
            told = "; ".join(
                f"{each['of']} takes {each['time']:.2f} times as long as {each['to']} "
                f"({each['least']:.2f} to {each['most']:.2f}; of processor time {each['processor time']:.2f})"
                for each in table["ratios"]
            )
            yield f"In one run: {told}.\n"
        if table["note"]:
            yield f"{table['note']}\n"
    versions = ", ".join(f"{package} {version}" for package, version in result["versions"].items())
    rounds = "one round" if result["rounds"] == 1 else f"{result['rounds']} rounds"
    yield (
        f"`{result['command']}`, {result['date']}, {rounds}, {result['took seconds']} s in all. "
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory GB']} GB, Python {machine['python']}, "
        f"load at the start {machine['load at the start']}. {versions}.\n"
    )


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        if value == int(value) and abs(value) >= 10:
            return f"{value:,.0f}"
        return (
            f"{value:,.0f}"
            if abs(value) >= 100
            else f"{value:.3g}"
            if abs(value) >= 1
            else f"{value:.3f}".lstrip("0") or "0"
        )
    return f"{value:,}" if isinstance(value, int) else str(value)


if __name__ == "__main__":
    write_page(Path(__file__).with_name("results"))
