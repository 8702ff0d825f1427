"""Which files below an output folder are a run's own: what it writes there, whole or half, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

MANIFEST = "parts.json"
BESIDE = ".written"
"""The ending of a file that is not whole yet; its name begins with a dot."""
PART = "part-{:05}"
"""The name of a part."""
_IN_A_TABLE = re.compile(r"part-\d{5,}\.(parquet|jsonl)")


def is_own(path: Path, folder: Path, beside: Collection[str] = ()) -> bool:
    """Whether the run that writes into a folder writes that file: a part, the manifest, or what stands beside parts.

    By the name alone, since a run may be ended before it notes what it has just written.

    Args:
        path: of the file.
        folder: where the parts are.
        beside: the names of further files of the folder.
    """
    if path.parent == folder:
        return path.name == MANIFEST or path.name in beside
    return path.parent.parent == folder and bool(_IN_A_TABLE.fullmatch(path.name))


def is_half(path: Path, folder: Path, beside: Collection[str] = ()) -> bool:
    """Whether it is a file of the run that is not whole yet."""
    name = path.name
    if not (name.startswith(".") and name.endswith(BESIDE)):
        return False
    return is_own(path.with_name(name[1:].removesuffix(BESIDE)), folder, beside)
