"""How long a report of one file takes to open: `python -m benchmarks.opening [--reports 50] [--times 7]`.

An invented story of so many reports is written as one file and opened from disk in Chromium, each time with an empty
cache. Told are the size, and milliseconds from the address to the first words on the screen and to the whole page being
there, as the browser itself counts them; the middle ones and the longest. A line of JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.browser import chromium

from benchmarks.told import story
from rashomon.pipeline import Pipeline
from rashomon.present.report.page import page
from rashomon.settings import Settings

WHOLE = "() => performance.getEntriesByType('navigation')[0].loadEventEnd"
FIRST = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


def opened(file: Path, times: int) -> list[tuple[float, float]]:
    """Milliseconds to the first words and to the whole page, each time the file was opened."""
    found = []
    with chromium.chromium(chromium.place()) as browser:
        for _ in range(times + 1):  # the first one starts what the browser starts once
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            shown = context.new_page()
            shown.goto(file.as_uri(), wait_until="load")
            shown.wait_for_function(FIRST)
            found.append((float(shown.evaluate(FIRST)), float(shown.evaluate(WHOLE))))
            context.close()
    return found[1:]


def main() -> None:
    """Measure, and print a line of JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--reports", type=int, default=50)
    parser.add_argument("--times", type=int, default=7)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        file.write_text(page(Pipeline(Settings()).account_of(story(given.reports))), "utf-8")
        found = opened(file, given.times)
        octets = file.stat().st_size
    first, whole = zip(*found, strict=True)
    told = {
        "reports": given.reports,
        "mb": round(octets / 1e6, 2),
        "first_ms": {"median": round(median(first)), "longest": round(max(first))},
        "whole_ms": {"median": round(median(whole)), "longest": round(max(whole))},
    }
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
