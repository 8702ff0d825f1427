"""Figures of one story: equal, in parts, within a range, or in conflict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime, timedelta

from rashomon.account.services import may_speak_for_one
from rashomon.core import Citation, Copy, CopyKind, Document, Event, Figure, FigureLine, FigureValue, Span, Standing
from rashomon.core.alignment import Count, Proposition, Telling
from rashomon.core.predicates import predicate_class
from rashomon.core.quantities import compatible
from rashomon.core.words import FUNCTION_WORDS

Key = tuple[float | None, float | None, str, str | None]
"""Value, upper end, bound and unit: what makes two figures one value."""


Published = Mapping[str, datetime | None]
"""When each document was published."""


def counted_at(documents: Sequence[Document], copies: Sequence[Copy]) -> Published:
    """When the counts of each document were made: those of a verbatim copy when its original was published."""
    found = {d.id: d.published_at for d in documents}
    verbatim = [(c, at) for c in copies if c.kind is CopyKind.VERBATIM and (at := found[c.origin]) is not None]
    for copy, _ in sorted(verbatim, key=lambda x: (x[1], x[0].origin, x[0].copy)):
        first, own = found[copy.origin], found[copy.copy]
        if first is not None and own is not None and first < own:
            found[copy.copy] = first
    return found


Voices = Mapping[Citation, str]
"""The party to whom the count at a place is laid, for those that are laid to one of two sides at all."""

NO_SIDE = frozenset(
    "official officials authority authorities source sources witness witnesses report reports media press people"
    " resident residents police policeman firefighter firefighters rescuer rescuers medic medics doctor doctors"
    " hospital hospitals coroner paramedic paramedics brigade rescue".split()
)
"""Last words of voices that are nobody's side, or that of all who count the dead and hurt and hand on what they know:
their counts take the place of one another."""


def voices_of(counts: Sequence[Count], propositions: Sequence[Proposition]) -> Voices:
    """The side to whom each count is laid."""
    return {
        place: t.voice or " ".join(name.split())
        for place, (t, name) in _laid_to(counts, propositions).items()
        if name.split()[-1] not in NO_SIDE
    }


def tellers_of(counts: Sequence[Count], propositions: Sequence[Proposition]) -> Voices:
    """Who tells each count, in the words of the report, be it somebody's side or nobody's."""
    told = ((place, t.event.voice, name) for place, (t, name) in _laid_to(counts, propositions).items())
    return {place: " ".join((name, *voice.modifiers)) if voice is not None else name for place, voice, name in told}


def _laid_to(counts: Sequence[Count], propositions: Sequence[Proposition]) -> dict[Citation, tuple[Telling, str]]:
    """To whom each count is laid, by the narrowest clause that tells it, and that telling."""
    clauses: dict[str, list[Telling]] = {}
    for t in (t for p in propositions for t in p.tellings):
        clauses.setdefault(t.document, []).append(t)
    found: dict[Citation, tuple[Telling, str]] = {}
    for document, figure, _ in (told for count in counts for told in count.figures):
        around = [t for t in clauses.get(document, ()) if t.event.span.covers(figure.span)]
        nearest = min(around, key=lambda t: t.event.span.end - t.event.span.start, default=None)
        voice = nearest.event.voice if nearest is not None else None
        if nearest is not None and voice is not None and voice.name.split():
            found[Citation(document=document, span=figure.span)] = nearest, voice.name.lower()
    return found


def figure_lines(
    counts: Sequence[Count],
    claims: set[str],
    published: Published,
    voices: Voices | None = None,
    tellers: Voices | None = None,
    decided: AbstractSet[str] = frozenset(),
) -> tuple[FigureLine, ...]:
    """One line a count; those of a claim first, and those that most documents give.

    `decided` are the propositions of deeds whose number somebody decided at once (`decided_at_once`).
    """
    lines = [
        line(
            c,
            c.proposition if c.proposition in claims else None,
            published,
            voices,
            tellers,
            once=c.proposition in decided,
        )
        for c in counts
    ]
    return tuple(
        sorted(
            lines, key=lambda x: (x.claim is None, -len({c.document for v in x.values for c in v.reports}), x.counts)
        )
    )


def in_conflict(lines: Sequence[FigureLine], propositions: Sequence[Proposition]) -> set[str]:
    """The propositions on whose figures reports differ: those of disputed lines, and whoever tells one of their values.

    A line stands with one proposition, which of several that tell a story's toll is a matter of order; the dispute is
    one of all of them.
    """
    disputed = [x for x in lines if x.standing is Standing.DISPUTED]
    found = {x.claim for x in disputed if x.claim is not None}
    places: dict[str, list[Span]] = {}
    for place in (c for x in disputed if x.claim is not None for v in x.values for c in v.reports):
        places.setdefault(place.document, []).append(place.span)
    for proposition in propositions:
        for t in proposition.tellings:
            roles = [r.span for r in (t.event.actor, t.event.target) if r is not None]
            if any(role.covers(place) for place in places.get(t.document, ()) for role in roles):
                found.add(proposition.id)
    return found


def apart_in_their_own_clauses(lines: Sequence[FigureLine], propositions: Sequence[Proposition]) -> set[str]:
    """The propositions of which two clauses tell values of one disputed line that cannot both be right.

    A figure is told by the narrowest clause around it: "the mine, which lost 3 million, sold its pumps" tells no sum of
    the sale.
    """
    clauses: dict[str, list[tuple[Event, str]]] = {}
    for proposition in propositions:
        for t in proposition.tellings:
            clauses.setdefault(t.document, []).append((t.event, proposition.id))
    found = set()
    for x in (x for x in lines if x.standing is Standing.DISPUTED):
        told: dict[str, list[FigureValue]] = {}
        for value in x.values:
            places: dict[str, list[Citation]] = {}
            for cited in value.reports:
                for owner in _owners(cited, clauses.get(cited.document, ())):
                    places.setdefault(owner, []).append(cited)
            for owner, own in places.items():
                told.setdefault(owner, []).append(replace(value, reports=tuple(own)))
        found |= {owner for owner, values in told.items() if standing(values) is Standing.DISPUTED}
    return found


def _owners(cited: Citation, clauses: Sequence[tuple[Event, str]]) -> set[str]:
    """The propositions told by the narrowest clause around a place."""
    around = [(len(event.span), owner) for event, owner in clauses if event.span.covers(cited.span)]
    narrowest = min((chars for chars, _ in around), default=0)
    return {owner for chars, owner in around if chars == narrowest}


def line(
    count: Count,
    claim: str | None,
    published: Published | None = None,
    voices: Voices | None = None,
    tellers: Voices | None = None,
    *,
    once: bool = False,
) -> FigureLine:
    """The values told for one count, a sum of parts beside the whole that another report gives."""
    whole = {f.value for _, f, parts in count.figures if f.value is not None and not parts}
    values: dict[Key, list[tuple[Citation, tuple[float, ...] | None, Figure]]] = {}
    for document, figure, parts in count.figures:
        total = sum(p.value for p in parts if p.value is not None)
        if parts and total in whole:
            key: Key = (total, None, "exact", figure.unit)
            spans = [Citation(document=document, span=p.span) for p in parts]
            addends = tuple(p.value for p in parts if p.value is not None)
            values.setdefault(key, []).extend((c, addends, figure) for c in spans)
            continue
        key = (figure.value, figure.high, figure.bound, figure.unit)
        values.setdefault(key, []).append((Citation(document=document, span=figure.span), None, figure))
    found = tuple(
        FigureValue(
            figure=_representing(key, told[0][2]),
            sum_of=next((addends for _, addends, _ in told if addends), None),
            reports=tuple(sorted({c for c, _, _ in told})),
        )
        for key, told in values.items()
    )
    stands = standing(found)
    updated = not once and is_update(found, published or {}, tellers or {}) and not of_two_sides(found, voices or {})
    return FigureLine(
        counts=count.counts,
        claim=claim,
        standing=Standing.AGREED if updated else stands,
        values=_ordered(found),
        relation="update" if updated else relation(found, stands),
    )


def relation(values: Sequence[FigureValue], stands: Standing) -> str:
    """How the values of a line go together."""
    if stands is Standing.DISPUTED:
        return "conflict"
    if any(v.sum_of for v in values):
        return "parts"
    if stands is Standing.SINGLE:
        return "single"
    return "equal" if len({(v.figure.value, v.figure.bound) for v in values}) == 1 else "compatible"


LEAST_APART = timedelta(hours=1)
"""Two counts published closer together than this may both have been made at the same time, and differ."""

OF_TWO_TELLERS = timedelta(hours=3)
"""The same of counts that two people or bodies give: each may know only what it counted itself."""


def is_update(values: Sequence[FigureValue], published: Published, tellers: Voices) -> bool:
    """Whether values rise with the time of publishing, so that the later ones replace the earlier.

    Tolls rise as more is known ("five dead", the next morning "seven dead"). Every document must have a time, no later
    document may give a lower value than an earlier one, and two that differ must be an hour apart. Figures that say
    "about" or "up to" are no counts.
    """
    told = [(published.get(c.document), v.figure, tellers.get(c, "")) for v in values for c in v.reports]
    timed = sorted((at, f.value, by) for at, f, by in told if at is not None and f.value is not None and not f.unit)
    once = any(f.head in DECIDED_ONCE for _, f, _ in told)
    counted = (
        not once and all(f.bound in {"exact", "at least"} for _, f, _ in told) and not any(v.sum_of for v in values)
    )
    if len(timed) < len(told) or not counted or len({v for _, v, _ in timed}) < 2:
        return False
    return all(
        early[1] == late[1] or (early[1] < late[1] and late[0] - early[0] >= least_apart(early[2], late[2]))
        for n, early in enumerate(timed)
        for late in timed[n + 1 :]
    )


def least_apart(one: str, other: str) -> timedelta:
    """How long after one count another must be published to take its place; more where two have counted.

    "Police", "police spokesman Ada Brink" and "Inspector Brink" may be one, and so may whoever is not named.
    """
    ours, theirs = (set(name.replace("'s", "").replace("’s", "").split()) - FUNCTION_WORDS for name in (one, other))
    return OF_TWO_TELLERS if ours and theirs and not may_speak_for_one(ours, theirs) else LEAST_APART


def of_two_sides(values: Sequence[FigureValue], voices: Voices) -> bool:
    """Whether two values are laid to two parties: what one says does not take the place of what the other says."""
    sides = [{voices[c] for c in v.reports if c in voices} for v in values]
    return any(left and right and left.isdisjoint(right) for n, left in enumerate(sides) for right in sides[n + 1 :])


DECIDED_ONCE = frozenset({"vote"})
"""What is counted once for all; a later count is no newer state of it."""

DECIDED = frozenset(
    "expel fine sanction cut hire dismiss-from-post vote elect sell buy merge pay invest amend pass-law score".split()
)
"""The classes of deeds whose number somebody decides at once, and which does not rise as more is known of them."""


def decided_at_once(propositions: Sequence[Proposition]) -> frozenset[str]:
    """The propositions of deeds that somebody decides with their number: "expelled two envoys", not "arrested two"."""
    return frozenset(
        p.id for p in propositions if any(predicate_class(t.event.predicate.lemma) in DECIDED for t in p.tellings)
    )


def _representing(key: Key, figure: Figure) -> Figure:
    """The figure that stands for a value: as told, or the sum in place of its first part."""
    if (figure.value, figure.high, figure.bound, figure.unit) == key:
        return figure
    return Figure(
        span=figure.span,
        value=key[0],
        bound="exact",
        unit=figure.unit,
        counts=figure.counts,
        counts_span=figure.counts_span,
        head=figure.head,
    )


def _ordered(values: Sequence[FigureValue]) -> tuple[FigureValue, ...]:
    return tuple(sorted(values, key=lambda v: (-len(v.reports), v.figure.value is None, v.figure.value or 0.0)))


def standing(values: Sequence[FigureValue]) -> Standing:
    """Agreed when every pair of values from two documents is compatible, single when one document tells it."""
    documents = {c.document for v in values for c in v.reports}
    if len(documents) == 1:
        return Standing.SINGLE
    for n, left in enumerate(values):
        for right in values[n + 1 :]:
            apart = {c.document for c in left.reports}.isdisjoint(c.document for c in right.reports)
            if apart and not (compatible(left.figure, right.figure) or rounded(left.figure, right.figure)):
                return Standing.DISPUTED
    return Standing.AGREED


LARGE = 1_000_000.0
ROUNDED_BY = 0.025
"""The most that rounding moves a large sum, as a share of it."""


def rounded(left: Figure, right: Figure) -> bool:
    """Whether one of two large sums is the other in fewer digits: 4.23 and 4.2 billion."""
    if left.value is None or right.value is None or left.unit is None or left.unit != right.unit:
        return False
    short, long = sorted((left.value, right.value), key=lambda value: len(f"{value:.0f}".rstrip("0")))
    digits = len(f"{short:.0f}".rstrip("0"))
    near = abs(short - long) <= ROUNDED_BY * max(short, long)
    return min(short, long) >= LARGE and near and float(f"{long:.{max(digits - 1, 0)}e}") == short
