"""Claims that one happening's tellings make in other words, brought together after those of one action are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.align.absent import absent, found, of_absence
from rashomon.align.comparing import compare
from rashomon.align.contraries import apart as contrary
from rashomon.align.frames import Frame
from rashomon.align.met_figures import of_other_number
from rashomon.align.met_tellings import of_one_happening, sole
from rashomon.align.met_two import of_the_same_two
from rashomon.align.nobody import of_nobody
from rashomon.align.occasions_held import occasion_named
from rashomon.align.pairs_joined import STATING
from rashomon.align.propositions import BARE_VERBS
from rashomon.align.whereabouts import set_apart
from rashomon.core import Document, content_id
from rashomon.core.alignment import Proposition
from rashomon.core.called_off import called_off, not_held

MOST_OF_ONE_KEY = 30
"""What is told so often in a story ("the police") tells no two reports of one happening; so many are compared."""

MOST_IN_GROUPS = 400
"""Two claims of more pairs of tellings than these are not brought together here."""

Key = tuple[str, object]


def met(
    propositions: Sequence[Proposition], frames: Sequence[Frame], documents: Mapping[str, Document]
) -> tuple[Proposition, ...]:
    """The propositions, those of one happening that is told in other words made one."""
    home = {(t.document, t.event.id): n for n, p in enumerate(propositions) for t in p.tellings}
    groups: dict[int, list[Frame]] = {}
    for frame in frames:
        place = home.get((frame.telling.document, frame.telling.event.id))
        if place is not None:
            groups.setdefault(place, []).append(frame)
    into = list(range(len(propositions)))
    for left, right in _candidates(frames, documents):
        one, other = (_first(into, home.get((f.telling.document, f.telling.event.id), -1)) for f in (left, right))
        if one == other or min(one, other) < 0 or not of_one_happening(left, right, documents):
            continue
        if len(groups[one]) * len(groups[other]) > MOST_IN_GROUPS or _kept_apart(groups[one], groups[other], documents):
            continue
        into[max(one, other)] = min(one, other)
        groups[min(one, other)] += groups.pop(max(one, other))
    return tuple(_joined(p, groups[n]) for n, p in enumerate(propositions) if n in groups)


def _first(into: list[int], place: int) -> int:
    while place >= 0 and into[place] != place:
        place = into[place]
    return place


def _joined(proposition: Proposition, frames: Sequence[Frame]) -> Proposition:
    if len(frames) <= len(proposition.tellings):
        return proposition
    known = {(t.document, t.event.id) for t in proposition.tellings}
    more = [f.telling for f in frames if (f.telling.document, f.telling.event.id) not in known]
    tellings = (*proposition.tellings, *more)
    # "took 140 people off the ferry" is too bare to stand for a claim that others tell as a rescue
    action = next((f.action for f in frames if f.action not in BARE_VERBS), proposition.action)
    ids = (f"{t.document}:{t.event.id}" for t in tellings)
    return Proposition(id=content_id("claim", action, *ids), action=action, tellings=tellings)


def _candidates(frames: Sequence[Frame], documents: Mapping[str, Document]) -> Iterator[tuple[Frame, Frame]]:
    """Tellings of two documents that have a number, a party or a noun in common, in the order of the documents."""
    filed: dict[Key, list[Frame]] = {}
    for frame in frames:
        if frame.telling.event.predicate.form in STATING or absent(frame) is not None:
            for key in dict.fromkeys(_keys(frame, documents)):
                filed.setdefault(key, []).append(frame)
    seen = set()
    for some in filed.values():
        for left, right in combinations(some, 2) if len(some) <= MOST_OF_ONE_KEY else ():
            pair = id(left), id(right)
            if pair not in seen and left.telling.document != right.telling.document:
                seen.add(pair)
                yield left, right


def _keys(frame: Frame, documents: Mapping[str, Document]) -> Iterator[Key]:
    for part in (frame.actor, frame.target):
        if part is not None and part.quantity is not None:
            yield "number", part.quantity
    if frame.target is not None:
        yield "target", frame.target.party or frame.target.head
    if (alone := sole(frame)) is not None and alone.party is not None:
        yield "target", alone.party
    yield "action", frame.action
    if (there := found(frame) or absent(frame)) is not None:
        yield "there", there
    if (thing := called_off(frame.telling.event) or not_held(frame.telling.event)) is not None:
        yield "held", thing.head.lower()
    if (named := occasion_named(frame.telling, documents[frame.telling.document])) is not None:
        yield "occasion", named


def _kept_apart(some: Sequence[Frame], others: Sequence[Frame], documents: Mapping[str, Document]) -> bool:
    """Whether any telling of one claim cannot be of the other's happening."""
    return any(
        left.year != right.year
        or set_apart(left.where, right.where)
        or (
            (contrary(left.marks, right.marks) or compare(left.target, right.target).conflict is not None)
            and not of_the_same_two(left, right)
            and not (of_nobody(left, right) or of_absence(left, right))
            and not of_other_number(left, right, documents)
        )
        for left in some
        for right in others
    )
