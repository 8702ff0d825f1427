"""What the files of a plan hold, seen from their beginnings: for who checks a plan before it runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rashomon.core import Problem
from rashomon.ingest import pages
from rashomon.ingest.kinds import PEEK_BYTES, Shape, shape_of
from rashomon.ingest.reels import unzipped_head
from rashomon.runs.inputs import Source

GIVE_NOTHING = frozenset({Shape.EMPTY, Shape.BINARY, Shape.SITEMAP, Shape.OPML, Shape.PACKED})
"""Of files of these shapes nothing comes; why, says whoever reads them, which costs little."""
UNREADABLE = "unreadable"
"""What is said to be in a file that cannot be opened."""


def looked_at(sources: Iterable[Source]) -> tuple[Counter[str], list[Problem]]:
    """How many files hold what, and for each of which nothing would come what a run will say of it."""
    kinds: Counter[str] = Counter()
    problems: list[Problem] = []
    for one in sources:
        kind = _kind(one)
        kinds[kind] += 1
        if kind in GIVE_NOTHING or kind == UNREADABLE:
            read = pages([one.address])
            problems += [found for found in read if isinstance(found, Problem) and found.fatal]
    return kinds, problems


def _kind(one: Source) -> str:
    """What a file holds, by how it begins."""
    try:
        with Path(one.address).open("rb") as file:
            head = file.read(PEEK_BYTES)
    except OSError:
        return UNREADABLE
    if head.startswith(b"\x1f\x8b"):
        head = unzipped_head(head, PEEK_BYTES)
    return shape_of(head, one.address).value
