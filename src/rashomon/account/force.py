"""The force of an act of telling: "the clubs urged Dorn to go" is told of a going, and as proposed.

The clause "urged Dorn to go" is a deed that was done, and its report could say so; but who reads "done" beside it takes
the going for done. So the report of such an act has the status that it confers on what it tells. The act's own negation
and mood stand as they are: "did not urge" confers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from rashomon.account.lesser import WITH_OBJECT, resting_on
from rashomon.core import Event, Reading, Status
from rashomon.core.predicates import predicate_class

TELLING = frozenset(
    {"propose", "suggest", "threaten", "refuse", "reject", "deny", "dismiss", "accuse", "suspect", "claim"}
)
"""Classes of the reader by which an act only tells. To bar, to clear or to cancel is a deed of its own."""

OF_A_THING: Mapping[str, Status] = {
    "refuse": Status.REFUSED,
    "request": Status.PROPOSED,
    "propose": Status.PROPOSED,
    "threaten": Status.THREATENED,
}
"""Classes of verbs that confer a status on a thing or deed that their object only names ("turned it down")."""


def forces(readings: Iterable[Reading]) -> dict[str, Status]:
    """The id of each act that confers a status, with that status."""
    return {act.id: status for reading in readings for act, status in _conferring(reading)}


def _conferring(reading: Reading) -> Iterator[tuple[Event, Status]]:
    for _, act, step in resting_on(reading.events):
        kind, status = _named(step, act)
        if act.status is Status.DONE and kind in TELLING and status is not None:
            yield act, status
    for event in reading.events:
        named = OF_A_THING.get(predicate_class(event.predicate.lemma) or "")
        if named is not None and event.status is Status.DONE and event.predicate.form == "verb":
            yield event, named


def _named(step: str, act: Event) -> tuple[str, Status | None]:
    """The class and the status in a step of the reader's reasons: "urge (propose): proposed", "rejected + claims"."""
    by_object = WITH_OBJECT.match(step)
    if by_object is not None:
        return predicate_class(act.predicate.lemma) or "", STATUSES.get(by_object[2])
    words = STEP.match(step)
    return (words[1], STATUSES.get(words[2])) if words is not None else ("", None)


STATUSES = {status.value: status for status in Status}
STEP = re.compile(r".*\((\w+)\): (\w+)$")
