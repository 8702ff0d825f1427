"""Tellings alike in all but their time: the inflation of January and that of February are two happenings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from rashomon.align.occasions_held import one_occasion
from rashomon.core import Document, Reading, content_id
from rashomon.core.alignment import Proposition, Telling
from rashomon.core.periods import bounds, days_between, only_bounds

FINE = frozenset({"minute", "hour", "day", "week"})

ONE_WEEK = 7
"""Days told less than this far apart may be one happening whose day is in dispute; a week apart they are two."""

ORDINAL = re.compile(
    r"\b(first|second|third|fourth|last|final) (quarter|half|term|session|round|game|set|week)\b", re.IGNORECASE
)
"""Periods that a text numbers, and that no calendar resolves: "the third quarter"."""

RECENT = timedelta(days=14)
"""How long before its publishing a happening mostly lies that a report tells without its time."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """When one telling's own clause lays its happening: a resolved time, or a numbered period.

    `reckoned` tells that its day was reckoned from the time of publishing ("on Sunday"), which may be wrong.
    """

    value: str | None
    precision: str
    numbered: str | None
    reckoned: bool = False


def occasion_of(telling: Telling, document: Document, reading: Reading) -> Occasion | None:
    """The time that a telling's clause itself names, None for none and for one that is only a beginning or an end."""
    place = telling.event.time
    moment = next((m for m in reading.times if m.span == place), None) if place is not None else None
    if moment is None or only_bounds(document.part(moment.span.part), moment.span):
        return None
    words = document.words_at(moment.span)
    numbered = ORDINAL.search(words)
    return Occasion(
        value=moment.value,
        precision=moment.precision if moment.value is not None else "unknown",
        numbered=numbered[0].lower() if numbered else None,
        reckoned=not any(c.isdigit() for c in words),
    )


def apart(left: Occasion, right: Occasion) -> bool:
    """Whether two times are of two happenings, and not two times told for one.

    Months and years that do not meet are; dates are from a week on: nearer ones may be one day in dispute. Two days of
    which one was reckoned are not: a report may bear the time of a later edition.
    """
    if left.numbered and right.numbered:
        kinds = [n.rsplit(" ", 1)[-1] for n in (left.numbered, right.numbered)]
        return kinds[0] == kinds[1] and left.numbered != right.numbered
    if left.value is None or right.value is None:
        return False
    fine = {left.precision, right.precision} <= FINE
    if fine and (left.reckoned or right.reckoned):
        return False
    return days_between(left.value, right.value) >= (ONE_WEEK if fine else 1)


def parted_by_time(
    propositions: Sequence[Proposition], documents: Mapping[str, Document], readings: Mapping[str, Reading]
) -> tuple[Proposition, ...]:
    """The propositions, each parted where its tellings name times of different happenings.

    A telling without a time of its own stays with those of its document, else with those of the time shortly before
    its publishing, else with the most.
    """
    return tuple(p for whole in propositions for p in _parted(whole, documents, readings))


def _parted(
    whole: Proposition, documents: Mapping[str, Document], readings: Mapping[str, Reading]
) -> list[Proposition]:
    when = [occasion_of(t, documents[t.document], readings[t.document]) for t in whole.tellings]
    groups: list[list[int]] = []

    def of_two(one: int, other: int) -> bool:
        times, tellings = (when[one], when[other]), (whole.tellings[one], whole.tellings[other])
        if times[0] is None or times[1] is None or not apart(times[0], times[1]):
            return False
        return not one_occasion(*tellings, (documents[tellings[0].document], documents[tellings[1].document]))

    for n, own in enumerate(when):
        if own is None:
            continue
        home = next((g for g in groups if not any(of_two(n, i) for i in g)), None)
        if home is None:
            groups.append([n])
        else:
            home.append(n)
    if len(groups) < 2:
        return [whole]
    for n, own in enumerate(when):
        if own is None:
            _home_of(whole.tellings[n], groups, whole.tellings, when, documents).append(n)
    return [_of(whole, [whole.tellings[n] for n in sorted(g)]) for g in sorted(groups, key=min)]


def _home_of(
    telling: Telling,
    groups: Sequence[list[int]],
    tellings: Sequence[Telling],
    when: Sequence[Occasion | None],
    documents: Mapping[str, Document],
) -> list[int]:
    """The group with which a telling without a time goes."""
    published = documents[telling.document].published_at

    def rank(group: list[int]) -> tuple[bool, bool, int, int]:
        own = any(tellings[n].document == telling.document for n in group)
        recent = published is not None and any(
            reach[0] <= published.date() and published.date() - reach[1] <= RECENT
            for n in group
            if (told := when[n]) is not None and told.value is not None and (reach := bounds(told.value)) is not None
        )
        return (not own, not recent, -len({tellings[n].document for n in group}), min(group))

    return min(groups, key=rank)


def _of(whole: Proposition, tellings: Sequence[Telling]) -> Proposition:
    ids = (f"{t.document}:{t.event.id}" for t in tellings)
    return replace(whole, id=content_id("claim", whole.action, *ids), tellings=tuple(tellings))
