"""Every row of the benchmarks: `python -m benchmarks.run [--only ROW ...] [--small] [--rounds 5]`, or `make bench`.

Each row is measured in one run beside its peers, in turns, and written to `benchmarks/results/ROW.json` with the
machine, the versions and the date; then the page `docs/benchmarks.md` and
the tables of `docs/scaling.md` are written from all that stands there. With
`--small` nothing is written: it shows that a row runs, on samples too small to tell anything.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from benchmarks import day
from benchmarks.page import write_page
from benchmarks.rounds import ROUNDS
from benchmarks.rows import Asked, Result, command, machine, today, versions

ROWS = ("clean", "read", "copies", "stories", "account", "whole", "memory")
RESULTS = Path(__file__).with_name("results")


def measured(row: str, asked: Asked) -> dict[str, object]:
    """A row's result, with all that one must know to trust it."""
    head = {"row": row, "date": today(), "command": command(), "machine": machine(), "versions": versions()}
    began = time.perf_counter()
    result: Result = import_module(f"benchmarks.row_{row}").measure(asked)
    took = round(time.perf_counter() - began)
    rounds = result.parameters.get("rounds", asked.rounds)
    return {**head, "rounds": rounds, "small": asked.small, "took seconds": took, **asdict(result)}


def main(arguments: list[str] | None = None) -> int:
    """Measure the rows asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=ROWS, default=list(ROWS), metavar="ROW", help=", ".join(ROWS))
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each contender runs (5)")
    parser.add_argument("--small", action="store_true", help="samples that only show that a row runs")
    given = parser.parse_args(arguments)
    asked = Asked(rounds=min(given.rounds, 1) if given.small else given.rounds, small=given.small)
    RESULTS.mkdir(exist_ok=True)
    for row in given.only:
        print(f"{row} ...", file=sys.stderr, flush=True)
        result = measured(row, asked)
        text = json.dumps(result, indent=1, ensure_ascii=False) + "\n"
        if asked.small:
            sys.stdout.write(text)
        else:
            RESULTS.joinpath(f"{row}.json").write_text(text, "utf-8")
            print(f"{row}: {result['took seconds']} s", file=sys.stderr, flush=True)
    if not asked.small:
        write_page(RESULTS)
        day.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
