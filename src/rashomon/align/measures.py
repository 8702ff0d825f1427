"""Measures of one stuff told of one deed: what one report says was seized and another that was carried."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from math import isclose

from rashomon.align.quantities import counting_figure
from rashomon.align.tolls import PARTIAL
from rashomon.core import Document, Event, Figure, Kind, Reading, Referent, Span, Status
from rashomon.core.alignment import Count
from rashomon.core.quantities import STUFF
from rashomon.core.sameness import same_noun
from rashomon.core.words import FUNCTION_WORDS, key_stems, words

TOLD = frozenset({Status.DONE, Status.UNDERWAY, Status.ALLEGED})

TAKEN = frozenset("seize confiscate impound intercept recover find discover uncover".split())
"""What is done by those who come upon a stuff."""

MOVED = frozenset("carry transport haul smuggle bring hide conceal hold contain".split())
"""What is done by those who have it with them, be it people or what they drive."""

HELD_IN = frozenset("in inside on aboard from under".split())
"""What stands before the vehicle in which a stuff was, or before whoever had it."""

FURTHER = frozenset("another other second third fourth further different separate".split())
"""Words by which a vehicle or somebody is told to be none of those told before."""

OF_EACH = frozenset("each every apiece per".split())
"""Words by which a clause tells what one of several carried, and not what they did together."""

BEHIND = re.compile(r"\s([a-z]+)\b")


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is told to have been done with a stuff: the heads of who took it, and of who or what had it.

    `names` stand in the phrases for those who took it. `how_many` has for each head of those who had it their number,
    None where they are several and not counted.
    """

    takers: frozenset[str]
    holders: frozenset[str]
    names: frozenset[str]
    how_many: frozenset[tuple[str, float | None]]


@dataclass(frozen=True, slots=True)
class _Weighing:
    """All that the figures of one count tell: of what stuff, by which documents, how much, and of which deeds where."""

    stuff: tuple[str, str]
    documents: frozenset[str]
    values: frozenset[float]
    deeds: frozenset[tuple[str, str, _Deed]]
    """Day, name of the place, deed."""


def joined_measures(
    counts: Sequence[Count], documents: Mapping[str, Document], readings: Mapping[str, Reading]
) -> tuple[Count, ...]:
    """The counts with those of one weighing as one line, be it told of the taking or of the carrying.

    "Seized 340 kilograms of amber from a truck at the Lume bridge on Tuesday" and "the truck carried 320 kilograms of
    amber over the Lume bridge on Tuesday" weigh the same amber: the day and the place are one, and the same truck had
    it. How far the values differ does not decide: what does not clearly go together is two weighings, though the values
    be equal or a nought apart. A document that gives both keeps them apart.
    """
    made, gone = list(counts), set[int]()
    weighed = [_weighing(c, documents, readings) for c in counts]
    alike: dict[tuple[str, str], list[int]] = {}
    for n, one in enumerate(weighed):
        if one is not None:
            alike.setdefault(one.stuff, []).append(n)
    for same in alike.values():
        for at, left in enumerate(same):
            for right in same[at + 1 :]:
                ours, theirs = weighed[left], weighed[right]
                if {left, right} & gone or ours is None or theirs is None or not _one_weighing(ours, theirs):
                    continue
                if _told_elsewhere(ours, theirs, [w for n in same if n not in gone and (w := weighed[n]) is not None]):
                    continue
                made[left] = _together(made[left], made[right])
                weighed[left] = _Weighing(
                    ours.stuff,
                    ours.documents | theirs.documents,
                    ours.values | theirs.values,
                    ours.deeds | theirs.deeds,
                )
                gone.add(right)
    return tuple(c for n, c in enumerate(made) if n not in gone)


def _told_elsewhere(left: _Weighing, right: _Weighing, others: Sequence[_Weighing]) -> bool:
    """Whether a document of one of two gives the other's very value of another weighing of the same."""
    return any(
        one.values.isdisjoint(other.values) and third.documents & one.documents and third.values & other.values
        for one, other in ((left, right), (right, left))
        for third in others
        if third is not one and third is not other
    )


def _together(left: Count, right: Count) -> Count:
    """Two counts as one, which stands with the claim that most documents tell, whichever came first."""
    first, second = sorted((left, right), key=lambda c: (-len({d for d, _, _ in c.figures}), c.proposition or "~"))
    return replace(
        first, proposition=first.proposition or second.proposition, figures=(*first.figures, *second.figures)
    )


def _weighing(count: Count, documents: Mapping[str, Document], readings: Mapping[str, Reading]) -> _Weighing | None:
    """What a count tells, where all its figures weigh the same stuff and all have a value."""
    told = {(f.unit or "", " ".join(sorted(set(key_stems(f.counts or ""))))) for _, f, _ in count.figures}
    stuff = next(iter(told)) if len(told) == 1 else ("", "")
    if stuff[0] not in STUFF or not stuff[1] or not all(f.value for _, f, _ in count.figures):
        return None
    deeds = (_deeds(f, documents[d], readings[d]) for d, f, _ in count.figures)
    return _Weighing(
        stuff,
        frozenset(d for d, _, _ in count.figures),
        frozenset(f.value for _, f, _ in count.figures if f.value),
        reduce(frozenset.union, deeds, frozenset()),
    )


def _one_weighing(left: _Weighing, right: _Weighing) -> bool:
    """Whether two counts weigh the same once: on one day at one place, of one deed."""
    if left.documents & right.documents:
        return False
    values = left.values | right.values
    equal = isclose(min(values), max(values))
    there: dict[tuple[str, str], list[_Deed]] = {}
    for day, place, deed in left.deeds:
        there.setdefault((day, place), []).append(deed)
    return any(
        _of_one(deed, other, equal=equal) for day, place, deed in right.deeds for other in there.get((day, place), ())
    )


def _of_one(left: _Deed, right: _Deed, *, equal: bool) -> bool:
    """Whether two deeds clearly go together: those who took it or those who had it are alike, and none are unlike.

    Where the values are not `equal`, one truck of two may have had a part of what both had.
    """
    if left.names and right.names and not left.names & right.names:
        return False
    takers, holders = _alike(left.takers, right.takers), _alike(left.holders, right.holders)
    if False in (takers, holders) or True not in (takers, holders):
        return False
    return equal or not any(
        _otherwise_many(a, b) for one, a in left.how_many for other, b in right.how_many if same_noun(one, other)
    )


def _otherwise_many(left: float | None, right: float | None) -> bool:
    """Whether two numbers cannot be of the same: others, or one against several that are not counted."""
    return left != right if left is not None and right is not None else 1 in (left, right)


def _alike(left: Collection[str], right: Collection[str]) -> bool | None:
    """Whether some of both are alike; None where one side names nobody."""
    return any(same_noun(a, b) for a in left for b in right) if left and right else None


def _deeds(figure: Figure, document: Document, reading: Reading) -> frozenset[tuple[str, str, _Deed]]:
    """What was done with a measure, for each day and place it is told of; nothing where it is but a part, or unsure."""
    text = document.part(figure.span.part)
    before = text[max(0, figure.span.start - 24) : figure.span.start].lower().rstrip()
    event = _nearest(figure, reading)
    partial = figure.bound != "exact" or any(before.endswith(p) or f" {p} " in before for p in PARTIAL)
    if partial or event is None or event.status not in TOLD:
        return frozenset()
    deed = _deed(event, figure, document, reading)
    days = {m.value for m in reading.times if m.span == event.time and m.precision == "day" and m.value}
    places = _places(event.span, document, reading)
    return frozenset((day, place, deed) for day in days for place in places) if deed is not None else frozenset()


def _deed(event: Event, figure: Figure, document: Document, reading: Reading) -> _Deed | None:
    """What a clause tells to have been done with what it weighs; None where the deed is none of those that go together.

    Neither is one by "another truck", which is told beside one told before, nor one by "each truck".
    """
    predicate, target = event.predicate, event.target
    if predicate.form != "verb" or target is None or not target.span.covers(figure.span):
        return None
    if predicate.lemma not in TAKEN | MOVED or not OF_EACH.isdisjoint(words(document.words_at(event.span))):
        return None
    actors = [] if event.actor is None else [event.actor]
    holders = [r for word, r in event.others if word in HELD_IN and r.kind is not Kind.PLACE]
    if any(FURTHER & set(r.name.lower().split()) for r in (*actors, *holders)):
        return None
    if predicate.lemma in MOVED:
        holders, actors = [*actors, *holders], []
    how_many = frozenset((r.head, _number(r, reading)) for r in holders if r.head)
    named = (m for m in reading.mentions if m.form == "name" and any(a.span.covers(m.span) for a in actors))
    return _Deed(_heads(actors), _heads(holders), frozenset(m.name.lower() for m in named), how_many)


def _number(referent: Referent, reading: Reading) -> float | None:
    """How many a phrase tells of: as it counts them, one where its head stands in the singular, else None."""
    counted = counting_figure(referent.span, referent.head.lower(), reading.figures)
    if counted is not None and counted.value is not None:
        return counted.value
    return 1.0 if referent.head.lower() in words(referent.name) else None


def _heads(referents: Collection[Referent]) -> frozenset[str]:
    return frozenset(r.head for r in referents if r.head)


def _nearest(figure: Figure, reading: Reading) -> Event | None:
    """The narrowest clause that tells a figure."""
    around = [e for e in reading.events if figure.span in e.figures and e.span.covers(figure.span)]
    return min(around, key=lambda e: e.span.end - e.span.start, default=None)


def _places(clause: Span, document: Document, reading: Reading) -> set[str]:
    """The names of places in a clause, each with the word behind it: "the Lume bridge" is not "the Lume market"."""
    found = set()
    for mention in reading.mentions:
        if mention.form == "name" and clause.covers(mention.span) and mention.kind in {Kind.PLACE, Kind.THING}:
            behind = BEHIND.match(document.part(mention.span.part)[mention.span.end :])
            word = behind[1] if behind and behind[1] not in FUNCTION_WORDS else ""
            found.add(f"{mention.name.lower()} {word}".strip())
    return found
