"""Judge and write the outcomes down: `python -m evals.collect FILE [--only WORD ...] [--source FOLDER]`.

One JSON line an outcome, with its measurement; a measurement that cannot be made leaves one line that says why. With
`--source`, the stages must come from that folder: it is how `evals.diff` measures another commit by the same rules.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import rashomon
from evals.labelled import Labelled
from evals.measurements import chosen


def main(arguments: list[str] | None = None) -> int:
    """Write the outcomes of all measurements that have some."""
    parser = argparse.ArgumentParser(prog="python -m evals.collect", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--only", nargs="+", metavar="WORD")
    parser.add_argument("--source", type=Path, metavar="FOLDER")
    asked = parser.parse_args(arguments)
    if asked.source is not None and asked.source.resolve() not in Path(str(rashomon.__file__)).resolve().parents:
        print(f"rashomon comes from {rashomon.__file__}, not from {asked.source}", file=sys.stderr)
        return 2
    labelled = Labelled()
    with asked.file.open("w", encoding="utf-8") as stream:
        for measurement in chosen(asked.only):
            if not measurement.judged or not labelled.has(*measurement.files):
                continue
            try:
                rows = [o.as_row() for o in measurement.measure(labelled)[1]]
            except Exception as fault:  # noqa: BLE001 - an older source may lack anything; the others still count
                rows = [{"fault": f"{type(fault).__name__}: {fault}"}]
            for row in rows:
                stream.write(json.dumps({"measurement": measurement.name, **row}) + "\n")
            stream.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
