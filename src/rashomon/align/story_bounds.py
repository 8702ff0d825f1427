"""What a very large story leaves uncompared, told instead of dropped in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.align.frames import Frame
from rashomon.align.propositions import MOST_OF_ONE_ACTION
from rashomon.core import Problem

MOST_NAMED = 5
"""How many actions a message names."""


def cut_short(frames: Sequence[Frame]) -> Problem | None:
    """The note that tellings of one action were too many to compare each with each, None where they were not.

    Each is compared with those next to it in the order of publishing (`MOST_OF_ONE_ACTION`), so that two that lie
    further apart come into one claim only through others.
    """
    told = Counter(f.action for f in frames)
    many = [(action, n) for action, n in told.most_common() if n > MOST_OF_ONE_ACTION]
    if not many:
        return None
    named = ", ".join(f"“{action}” ({n})" for action, n in many[:MOST_NAMED])
    others = f" and {len(many) - MOST_NAMED} more" if len(many) > MOST_NAMED else ""
    message = (
        f"a very large story: of {named}{others} there are more than {MOST_OF_ONE_ACTION} tellings; each was compared "
        f"with the {MOST_OF_ONE_ACTION} before and after it, so that one claim may stand here as several"
    )
    return Problem(stage="align", code="tellings-not-compared", message=message)
