"""A large job that is killed, against the same that is not: seconds, and whether both left the same.

    python -m benchmarks.killed_runs --documents 2000 --kills 3 --engine local -o killed_runs.json

Invented reports stand in files of JSON lines. One run goes through; the other is killed (SIGKILL) at random moments of
its work, and started again each time. Then the rows of both archives and the bytes of both folders are compared.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from rashomon.checks.made_up import made_up

A_FILE = 500
"""Documents of one file."""
A_STORY = 4
COMMAND = [sys.executable, "-c", "from rashomon.present.cli import main; main()", "run"]


def reports(folder: Path, documents: int) -> Path:
    """Files of JSON lines with so many invented reports."""
    folder.mkdir()
    stories = (made_up(number, documents=A_STORY, claims=2) for number in range(-(-documents // A_STORY)))
    rows = [
        {
            "id": each.id,
            "address": each.address,
            "headline": each.headline,
            "outlet": each.outlet,
            "published_at": each.published_at.isoformat() if each.published_at else None,
            "text": each.text,
        }
        for story in stories
        for each in story.documents
    ]
    for at in range(0, documents, A_FILE):
        lines = (json.dumps(row) + "\n" for row in rows[at : min(at + A_FILE, documents)])
        (folder / f"{at // A_FILE:04}.jsonl").write_text("".join(lines))
    return folder


def plan(folder: Path, given: Path, engine: str) -> Path:
    """A plan over them."""
    folder.mkdir()
    file = folder / "plan.toml"
    file.write_text(
        f'name = "bench"\ninputs = ["{given}"]\nengine = "{engine}"\nat = 2031-05-02T06:00:00Z\n'
        '[output]\narchive = "desk.db"\nfolder = "parts"\nstories_together = 100\n'
    )
    return file


def started(file: Path) -> subprocess.Popen[bytes]:
    """The run of a plan."""
    return subprocess.Popen([*COMMAND, str(file), "--quiet", "--format", "json"], stdout=subprocess.PIPE)


def whole(file: Path) -> tuple[float, dict[str, object]]:
    """Go on to the end; the seconds, and the report."""
    began = time.monotonic()
    run = started(file)
    shown, _ = run.communicate()
    if run.returncode:
        raise SystemExit(f"the run ended with {run.returncode}")
    return time.monotonic() - began, json.loads(shown)


def killed(file: Path, kills: int, seconds: float, dice: random.Random) -> tuple[float, list[float], dict[str, object]]:
    """Kill it so many times, each a random share of what it takes after its start, and go on to the end."""
    spent, at = 0.0, []
    while len(at) < kills:
        run = started(file)
        began, moment = time.monotonic(), dice.uniform(0.2, 1.0) * seconds / kills
        try:
            run.wait(moment)
            break  # done before it was killed: fewer kills than asked for
        except subprocess.TimeoutExpired:
            os.kill(run.pid, signal.SIGKILL)
            run.wait()
        spent += time.monotonic() - began
        at.append(round(moment, 1))
    last, report = whole(file)
    return spent + last, at, report


def left(folder: Path) -> tuple[dict[str, list[object]], dict[str, bytes]]:
    """All rows of the archive, and all bytes of the parts."""
    with closing(sqlite3.connect(folder / "desk.db")) as archive:
        names = archive.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        rows = {name: sorted(archive.execute(f"SELECT * FROM {name}"), key=repr) for (name,) in names.fetchall()}
    files = {str(p.relative_to(folder)): p.read_bytes() for p in (folder / "parts").rglob("*") if p.is_file()}
    return rows, files


def main() -> None:
    """Measure, print and write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--documents", type=int, default=2000)
    asked.add_argument("--kills", type=int, default=3)
    asked.add_argument("--engine", default="processes")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("-o", "--output", type=Path)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = reports(folder / "in", given.documents)
        unbroken, report = whole(plan(folder / "unbroken", files, given.engine))
        file = plan(folder / "killed", files, given.engine)
        seconds, at, again = killed(file, given.kills, unbroken, random.Random(given.seed))
        same = left(folder / "unbroken") == left(folder / "killed")
    counted = ("in", "out", "taken", "set_aside", "stories", "parts", "whole")
    told = {
        "documents": given.documents,
        "engine": given.engine,
        "seconds_unbroken": round(unbroken, 1),
        "seconds_by_stage": report["seconds"],
        "killed_after_seconds": at,
        "seconds_killed": round(seconds, 1),
        "same_rows_and_bytes": same,
        "same_counts": all(report[key] == again[key] for key in counted),
        **{key: report[key] for key in ("in", "out", "stories")},
    }
    sys.stdout.write(json.dumps(told, indent=2) + "\n")
    if given.output is not None:
        given.output.write_text(json.dumps(told, indent=2) + "\n")


if __name__ == "__main__":
    main()
