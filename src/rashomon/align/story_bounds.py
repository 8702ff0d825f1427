"""What a very large story leaves uncompared, told instead of dropped in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.align.agreements import MOST_OF_ONE_ACTION
from rashomon.align.frames import Frame
from rashomon.align.joining import MOST_JOINED
from rashomon.core import Problem

MOST_NAMED = 5
"""How many actions a message names."""


def cut_short(frames: Sequence[Frame]) -> Problem | None:
    """The note that tellings of one action were too many to compare each with each, None where they were not.

    Each is compared with those next to it in the order of publishing (`MOST_OF_ONE_ACTION`), so that two that lie
    further apart come into one claim only through others; of still more only runs (`MOST_JOINED`) are joined.
    """
    told = Counter(f.action for f in frames).most_common()
    many = _named(told, MOST_OF_ONE_ACTION)
    if many is None:
        return None
    most = _named(told, MOST_JOINED)
    runs = (
        "" if most is None else f", and of {most} no more than {MOST_JOINED:,} that follow one another became one claim"
    )
    message = (
        f"a very large story: of {many} there are more than {MOST_OF_ONE_ACTION} tellings; each was compared with the "
        f"{MOST_OF_ONE_ACTION - 1} before and after it{runs}, so that one claim may stand here as several"
    )
    return Problem(stage="align", code="tellings-not-compared", message=message)


def _named(told: Sequence[tuple[str, int]], most: int) -> str | None:
    """The actions with more tellings than these, with their numbers; None where there are none."""
    many = [f"“{action}” ({n})" for action, n in told if n > most]
    others = f" and {len(many) - MOST_NAMED} more" if len(many) > MOST_NAMED else ""
    return ", ".join(many[:MOST_NAMED]) + others if many else None
