"""Whether reading keeps its pace and its memory: each figure is the share of a goal that is reached, 1 where it is.

Speed is told by processor time of one process, so that whatever else the machine does counts for less; two cores read
twice that. Memory is the peak of a process of its own with the slope of its stream drawn out to the goal's length, for
the two processes that read beside the one that gathers.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

GOAL_A_SECOND = 15
CORES = 2
GOAL_MB = 1200
GOAL_DOCUMENTS = 5000
DOCUMENTS, STREAM = 40, 600
ROOT = Path(__file__).parents[1]


def figures() -> dict[str, float]:
    """Of 15 documents of 400 words a second on two cores, and of 1.2 GB for a stream of 5,000: 1 is within the goal."""
    told = _told("reading", DOCUMENTS)
    a_second = CORES * 1000 / told["cpu_ms_a_document"]
    stream = _told("memory", STREAM)
    drawn_out = stream["peak_mb"] + stream["mb_a_thousand_documents"] * (GOAL_DOCUMENTS - STREAM) / 1000
    return {
        "15 documents a second": min(1.0, a_second / GOAL_A_SECOND),
        "1.2 GB for 5,000": min(1.0, GOAL_MB / ((CORES + 1) * drawn_out)),
    }


def _told(benchmark: str, count: int) -> dict[str, float]:
    command = [sys.executable, "-m", f"benchmarks.{benchmark}", str(count), "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told
