"""A deed that befell nobody, against the same deed told of so many: one claim, which one of two reports denies."""

from __future__ import annotations

import re

from rashomon.align.frames import Frame
from rashomon.align.roles import Part
from rashomon.core import Kind, Status
from rashomon.core.calendar import DAY_NAMES
from rashomon.core.words import key_stems

NOBODY = re.compile(r"(?:no[ -]one|nobody|none)", re.IGNORECASE)
NONE_OF = re.compile(r"no\s+[\w-]+", re.IGNORECASE)
"""Nobody at all, and none of a kind: "no passengers"."""

HAPPENED = frozenset({Status.DONE, Status.UNDERWAY, Status.ALLEGED})
PEOPLE = frozenset({"people", "person"})
LEAST_SHARED = 2


def of_nobody(left: Frame, right: Frame) -> bool:
    """Whether one tells that a deed befell nobody, and the other that it befell so many on the same occasion.

    Nobody is told to have done it in either, and the two clauses have more in common than the deed and its day.
    """
    if left.action != right.action or left.actor is not None or right.actor is not None:
        return False
    if not (_none_and_some(left, right) or _none_and_some(right, left)):
        return False
    return len((left.context & right.context) - DAYS) >= LEAST_SHARED


def _none_and_some(none: Frame, some: Frame) -> bool:
    said, counted = none.telling.event.target, some.target
    if said is None or none.target is None or counted is None or counted.quantity is None:
        return False
    if none.telling.event.status is not Status.DENIED or some.telling.event.status not in HAPPENED:
        return False
    if counted.party is not None or (counted.kind is not Kind.PEOPLE and counted.head not in PEOPLE):
        return False
    return bool(NOBODY.fullmatch(said.name)) or (
        bool(NONE_OF.fullmatch(said.name)) and _of_one_kind(none.target, counted)
    )


def _of_one_kind(none: Part, counted: Part) -> bool:
    return none.head == counted.head and none.stems == counted.stems


DAYS = frozenset(key_stems(" ".join((*DAY_NAMES, "today yesterday night morning evening afternoon week"))))
