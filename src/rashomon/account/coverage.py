"""What each document alone has, and what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.core import Claim, Coverage

MOST = 0.5
"""Share of the story's documents that must carry a claim before its absence in another is worth a word."""


def coverage_of(documents: Sequence[str], claims: Sequence[Claim]) -> tuple[Coverage, ...]:
    """For each document the claims that it alone carries, and those of most others that it does not."""
    carried = {c.id: {r.document for r in c.reports} for c in claims}
    common = [c.id for c in claims if len(carried[c.id]) >= 2 and len(carried[c.id]) > MOST * len(documents)]
    alone: dict[str, list[str]] = {}
    for claim, those in carried.items():
        if len(those) == 1 and len(documents) > 1:
            alone.setdefault(next(iter(those)), []).append(claim)
    return tuple(
        Coverage(
            document=d,
            only_here=tuple(alone.get(d, ())),
            left_out=tuple(c for c in common if d not in carried[c]),
        )
        for d in documents
    )
