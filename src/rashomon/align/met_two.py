"""What two do together, told with either as the one who did it: "Orm and Vell signed a pact", "Vell and Orm sign"."""

from __future__ import annotations

from rashomon.align.frames import Frame
from rashomon.align.nobody import DAYS
from rashomon.core.calendar import MONTH_NAMES
from rashomon.core.words import key_stems

CALENDAR = DAYS | frozenset(key_stems(" ".join((*MONTH_NAMES, "year said told"))))
"""Words for when something was, which say little of what it was."""

BETWEEN_TWO = frozenset({"agree", "discuss", "negotiate", "meet", "fight", "reconcile"})
"""Classes of deeds that two do together, so that either may be told as the one who did it with the other."""


def of_the_same_two(left: Frame, right: Frame) -> bool:
    """Whether two tell what the same two did together: "Orm and Vell signed a pact", "Vell and Orm sign a pact"."""
    if left.action != right.action or left.action not in BETWEEN_TWO:
        return False
    pairs = [{p.party for p in (f.actor, f.target) if p is not None and p.party is not None} for f in (left, right)]
    if len(pairs[0]) != 2 or pairs[0] != pairs[1]:
        return False
    ours, theirs = left.context - CALENDAR, right.context - CALENDAR
    return len(ours & theirs) >= max(1.0, 0.5 * min(len(ours), len(theirs)))
