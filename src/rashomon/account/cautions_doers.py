"""One deed that two reports give to people of two kinds, where nothing says that these are the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.account.kindred import Role, alike, role_of
from rashomon.account.standing import HAPPENED, STATING
from rashomon.account.titles import short
from rashomon.core import Document, Problem, Reading, Referent
from rashomon.core.alignment import Telling
from rashomon.core.doers import kinds_in_doubt
from rashomon.core.periods import go_together
from rashomon.core.sameness import same_deed
from rashomon.core.words import key_stems

STAGE = "account"
MOST_COMPARED = 40
"""So many tellings of one kind of thing are held against one another."""


def doers_in_doubt(
    tellings: Mapping[str, Sequence[Telling]], documents: Mapping[str, Document], readings: Mapping[str, Reading]
) -> list[Problem]:
    """Deeds that a report gives to others than another report does, told of the same thing: once for two claims."""
    found: dict[tuple[str, str], Problem] = {}
    for (one, left), (other, right) in _pairs(tellings):
        key = min(one, other), max(one, other)
        if key in found or not _one_deed_of_two(left, right, readings):
            continue
        words = short(documents[right.document].words_at(right.event.span))
        found[key] = Problem(
            stage=STAGE,
            code="doer-in-doubt",
            message=f"another report tells it of other doers: “{words}”; it may be one deed of the same, or not",
            document=left.document,
            span=left.event.span,
        )
    return list(found.values())


def _pairs(
    tellings: Mapping[str, Sequence[Telling]],
) -> Iterator[tuple[tuple[str, Telling], tuple[str, Telling]]]:
    """Tellings of two claims and two documents that have the noun of what was acted on in common."""
    by_thing: dict[str, list[tuple[str, Telling]]] = {}
    for claim, told in tellings.items():
        for t in told:
            event = t.event
            stated = event.status in HAPPENED and event.predicate.form in STATING
            if stated and event.actor is not None and event.target is not None:
                by_thing.setdefault(event.target.head.lower(), []).append((claim, t))
    for some in by_thing.values():
        for left, right in combinations(some[:MOST_COMPARED], 2):
            if left[0] != right[0] and left[1].document != right[1].document:
                yield left, right


def _one_deed_of_two(left: Telling, right: Telling, readings: Mapping[str, Reading]) -> bool:
    """Whether two tell one kind of deed, done to the same, of doers of whom nothing says that they are one."""
    if not same_deed(left.event.predicate.lemma, right.event.predicate.lemma) or left.actor or right.actor:
        return False
    if not kinds_in_doubt(*(_words(t.event.actor) for t in (left, right))) or not _at_one_time(left, right, readings):
        return False
    things = [role_of(t.event.target, t.target, readings[t.document]) for t in (left, right)]
    return alike(*things) and _says_which(things)


def _says_which(things: Sequence[Role | None]) -> bool:
    """Whether a number, a name or a further word says which of their kind are meant, in both alike."""
    if any(thing is None for thing in things):
        return False
    numbers = [thing.figure.value for thing in things if thing is not None and thing.figure is not None]
    if numbers:
        return len(numbers) == 2 and numbers[0] == numbers[1]
    return all(thing is not None and (thing.party is not None or bool(thing.stems)) for thing in things)


def _words(referent: Referent | None) -> tuple[str, frozenset[str]]:
    if referent is None:
        return "", frozenset()
    return referent.head, frozenset(key_stems(referent.name))


def _at_one_time(left: Telling, right: Telling, readings: Mapping[str, Reading]) -> bool:
    moments = [next((m for m in readings[t.document].times if m.span == t.event.time), None) for t in (left, right)]
    values = [m.value for m in moments if m is not None and m.value is not None]
    return len(values) < 2 or go_together(*values)
