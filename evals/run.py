"""Measure, compare with the floors, say so: `python -m evals.run [--only WORD ...] [--pin]`.

A floor holds for the data it was measured on, told by their digest. `--pin` raises floors to what was measured and
never lowers one, except with new data, whose floors are set afresh. Exit code 1 where a figure falls below its
floor, or where the labelled data are others than those pinned.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evals import accounts, grouping, reading, written
from evals.labelled import DEFAULT, VARIABLE, Labelled

FLOORS = Path(__file__).with_name("floors.json")
DECIMALS = 1000

Floors = dict[str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Measurement:
    """A name, the labelled files it rests on, and the function that gives its figures."""

    name: str
    files: tuple[str, ...]
    figures: Callable[[Labelled], dict[str, float]]


POLNEAR, UDS, UW = "data/polnear/dev.jsonl", "data/factuality/uds_ih2/dev.jsonl", "data/factuality/uw/dev.jsonl"
PLOVER, ECB, NEWS = "data/plover/train.jsonl", "data/ecbplus/dev.jsonl", "data/newscluster/articles.jsonl"
TRUTH, HTML = "data/html_scrapinghub/ground-truth.json", "data/html_scrapinghub/html"

MEASUREMENTS = (
    Measurement("quotations", (POLNEAR,), lambda x: reading.quotations(x, POLNEAR, 30)),
    Measurement("status on the web", (UDS,), lambda x: reading.statuses(x, UDS, 300)),
    Measurement("status in newswire", (UW,), lambda x: reading.statuses(x, UW, 300)),
    Measurement("codes", (PLOVER,), lambda x: reading.codes(x, PLOVER, 300)),
    Measurement("written figures", written.files("figures"), lambda _: written.both("figures")),
    Measurement("written times", written.files("times"), lambda _: written.both("times")),
    Measurement("pages", (TRUTH, HTML), lambda x: grouping.pages(x, TRUTH, HTML)),
    Measurement("stories, alike by twos", (ECB,), lambda x: grouping.stories(x, ECB)),
    Measurement("stories, far apart", (NEWS,), lambda x: grouping.stories(x, NEWS)),
    Measurement("stories, far apart, undated", (NEWS,), lambda x: grouping.stories(x, NEWS, dated=False)),
    Measurement("account 0", ("gold/seeds.json", "seeds"), lambda x: accounts.account(x, "gold/seeds.json", "seeds")),
    *(
        Measurement(
            f"account {n}",
            (f"gold/story{n}.json", f"gold/story{n}.jsonl"),
            lambda x, n=n: accounts.account(x, f"gold/story{n}.json", f"gold/story{n}.jsonl"),  # type: ignore[misc]
        )
        for n in (19, 35)
    ),
)


def main(arguments: list[str] | None = None) -> int:
    """Run the measurements that are asked for; the exit code says whether all floors hold."""
    parser = argparse.ArgumentParser(prog="python -m evals.run", description=__doc__)
    parser.add_argument("--only", nargs="+", metavar="WORD", help="measurements whose name holds one of these words")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured")
    asked = parser.parse_args(arguments)
    labelled = Labelled()
    if not labelled.folder.is_dir():
        print(f"No labelled data in {DEFAULT} ({VARIABLE} names another folder): nothing measured.")
        return 0
    floors: Floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    failed = False
    for measurement in MEASUREMENTS:
        if asked.only and not any(word in measurement.name for word in asked.only):
            continue
        if not labelled.has(*measurement.files):
            print(f"{measurement.name}: no data")
            continue
        failed |= measured(measurement, labelled, floors, pin=asked.pin)
    if asked.pin:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
    return int(failed)


def measured(measurement: Measurement, labelled: Labelled, floors: Floors, *, pin: bool) -> bool:
    """Print the figures of one measurement beside their floors; True where one fails. With `pin`, raise the floors."""
    began = time.perf_counter()
    figures = measurement.figures(labelled)
    digest = labelled.digest(measurement.files)
    print(f"{measurement.name} ({time.perf_counter() - began:.1f} s)")
    failed = False
    for name, figure in figures.items():
        key = f"{measurement.name}: {name}"
        told = math.floor(figure * DECIMALS + 1e-6) / DECIMALS
        verdict, failing = compare(told, digest, floors.get(key), pin=pin)
        failed |= failing
        if pin:
            floors[key] = raised(told, digest, floors.get(key))
        print(f"  {name:24} {told:.3f}  {verdict}")
    sys.stdout.flush()
    return failed


def compare(figure: float, digest: str, floor: dict[str, object] | None, *, pin: bool) -> tuple[str, bool]:
    """What to say of a figure beside its floor, and whether it fails."""
    if floor is None:
        return "no floor yet: pin it", not pin
    if floor["data"] != digest:
        return "the labelled data have changed: pin anew", not pin
    least = float(str(floor["floor"]))
    return f"floor {least:.3f}" + ("  BELOW" if figure < least else ""), figure < least


def raised(figure: float, digest: str, floor: dict[str, object] | None) -> dict[str, object]:
    """The floor for a figure: never lower than it was on the same data."""
    if floor is not None and floor["data"] == digest:
        figure = max(figure, float(str(floor["floor"])))
    return {"floor": figure, "data": digest}


if __name__ == "__main__":
    sys.exit(main())
