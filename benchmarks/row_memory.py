"""Memory: a million invented documents from compressed lines on disk through copies and stories (`curve.through`)."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from benchmarks.curve import A_DAY, COLUMNS, SEED, news, through
from benchmarks.rounds import alone
from benchmarks.rows import Asked, Goal, Result, Table
from rashomon.core.processes import cores

DOCUMENTS, SMALL = 1_000_000, 2_000
BOUND_MB = 6 * 1024
FOLDER = "RASHOMON_BENCH_FOLDER"
"""A folder in which the news is kept from one run to the next; making it takes ten minutes of two cores."""


def measure(asked: Asked) -> Result:
    """Once: what is told is the peak of all processes together."""
    count = SMALL if asked.small else int(os.environ.get("RASHOMON_BENCH_DOCUMENTS", DOCUMENTS))
    with tempfile.TemporaryDirectory() as own:
        row = alone(through, news(Path(os.environ.get(FOLDER) or own), count), cores())
    peak = row["peak MB"]
    table = Table(
        title=f"{count:,} documents",
        columns=[*COLUMNS, "peak MB"],
        figures={"Rashomon": row},
        note="Resident memory of all processes, looked at four times a second; pages that several share count in each.",
    )
    goal = Goal(goal="1,000,000 documents within 6 GB", reached=f"{peak:,.0f} MB at {count:,}", met=peak <= BOUND_MB)
    if count < DOCUMENTS:
        goal.met = None
    return Result(
        tables=[table],
        goals=[goal],
        parameters={"documents": count, "a day": A_DAY, "seed": SEED, "workers": cores(), "rounds": 1},
    )
