"""Measure, compare with the floors, say so: `python -m evals.run [--only WORD ...] [--pin] [--workers N]`.

A floor holds for the data it was measured on, told by their digest. `--pin` raises floors to what was measured and
never lowers one, except with new data, whose floors are set afresh; where everything is measured it also drops floors
of figures that are measured no more. Exit code 1 where a figure falls below its floor, where the labelled data are
others than those pinned, or where a floor belongs to no figure any more.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from evals.floors import Floors, compare, raised, told
from evals.labelled import DEFAULT, VARIABLE, Labelled
from evals.measurements import UNITS, Figures, Measurement, chosen

FLOORS = Path(__file__).with_name("floors.json")
WORKERS = 2

Measured = tuple[str, float, Figures, str]
"""Of a measurement: its name, the seconds it took, its figures, the digest of its data."""


def main(arguments: list[str] | None = None) -> int:
    """Run the measurements that are asked for; the exit code says whether all floors hold."""
    parser = argparse.ArgumentParser(prog="python -m evals.run", description=__doc__)
    parser.add_argument("--only", nargs="+", metavar="WORD", help="measurements whose name holds one of these words")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--workers", type=int, default=WORKERS, metavar="N", help="processes that measure (2)")
    asked = parser.parse_args(arguments)
    labelled = Labelled()
    if not labelled.folder.is_dir():
        print(f"No labelled data in {DEFAULT} ({VARIABLE} names another folder): only the own pairs are measured.")
    floors: Floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    wanted = chosen(asked.only)
    unmatched = [word for word in asked.only or () if not chosen([word])]
    if unmatched:
        names = ", ".join(m.name for m in chosen(None))
        parser.error(f"no measurement has {' or '.join(map(repr, unmatched))} in its name; there are: {names}")
    ready = [m for m in wanted if labelled.has(*m.files)]
    pinned: Floors = {}
    failures: list[str] = []
    for name, seconds, figures, digest in measure(ready, asked.workers):
        print(f"{name} ({seconds:.1f} s)")
        for figure, value in figures.items():
            key = f"{name}: {figure}"
            verdict, failing = compare(told(value), digest, floors.get(key), pin=asked.pin)
            if failing:
                failures.append(f"{key} {told(value):.3f}  {verdict}")
            pinned[key] = raised(told(value), digest, floors.get(key))
            print(f"  {figure:24} {told(value):.3f}  {verdict}")
        sys.stdout.flush()
    for absent in wanted:
        if absent not in ready and labelled.folder.is_dir():
            print(f"{absent.name}: no data")
    if not asked.only and ready == wanted and not asked.pin:
        gone = sorted(floors.keys() - pinned.keys())
        failures += [f"{key}: a floor of what is measured no more: pin anew" for key in gone]
    if asked.pin:
        kept = floors if asked.only or ready != wanted else {}
        FLOORS.write_text(json.dumps({**kept, **pinned}, indent=1, sort_keys=True) + "\n", "utf-8")
    if failures:  # once more at the end: among hundreds of lines they are not found
        print("What fails:", *failures, sep="\n  ")
    return int(bool(failures))


def measure(measurements: Sequence[Measurement], workers: int) -> Iterator[Measured]:
    """Measure in so many processes; what is measured comes in the order given, each as soon as all before it are."""
    names = [m.name for m in measurements]
    units = [unit for all_names in UNITS if (unit := tuple(n for n in all_names if n in names))]
    if workers <= 1 or len(units) <= 1:
        yield from (_measured(m) for m in measurements)
        return
    with ProcessPoolExecutor(min(workers, len(units)), mp_context=get_context("spawn")) as pool:
        running = {name: future for unit in units for future in [pool.submit(_unit, unit)] for name in unit}
        for name in names:
            yield next(row for row in running[name].result() if row[0] == name)


@cache
def _labelled() -> Labelled:
    return Labelled()


def _unit(names: tuple[str, ...]) -> list[Measured]:
    return [_measured(m) for m in chosen(None) if m.name in names]


def _measured(measurement: Measurement) -> Measured:
    began = time.perf_counter()
    figures, _ = measurement.measure(_labelled())
    seconds = time.perf_counter() - began
    return measurement.name, seconds, figures, _labelled().digest(measurement.files)


if __name__ == "__main__":
    sys.exit(main())
