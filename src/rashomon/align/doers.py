"""Whether two tellings of one deed give it to doers that are certainly, or may be, two."""

from __future__ import annotations

from rashomon.align.comparing import Agreement, compare
from rashomon.align.roles import Part
from rashomon.core.doers import kinds_in_doubt

IN_DOUBT = Agreement(0.0, "doer")


PUBLIC = frozenset({"army", "navy", "police", "court", "parliament", "ministry", "council", "union"})
"""Nouns that close the names of bodies and say of what kind these are."""


def compare_doers(left: Part | None, right: Part | None) -> Agreement:
    """How far two doers agree, as `compare` has it; two that may be others are in conflict."""
    return IN_DOUBT if doers_in_doubt(left, right) else compare(left, right)


def doers_in_doubt(left: Part | None, right: Part | None) -> bool:
    """Whether two phrases name people or bodies of two kinds: "soldiers" and "rebels", "the union" and "the ministry".

    Names say by themselves who it was and are compared as names; but "the Northern Army" is an army, and no police.
    """
    if left is None or right is None or (left.party is not None and right.party is not None):
        return False
    if any(part.party is not None and part.head.lower() not in PUBLIC for part in (left, right)):
        return False
    return kinds_in_doubt((left.head, left.stems), (right.head, right.stems))
