"""Figures of one story: equal, in parts, within a range, or in conflict."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.core import Citation, Figure, FigureLine, FigureValue, Standing
from rashomon.core.alignment import Count
from rashomon.core.quantities import compatible

Key = tuple[float | None, float | None, str, str | None]
"""Value, upper end, bound and unit: what makes two figures one value."""


def figure_lines(counts: Sequence[Count], claims: set[str]) -> tuple[FigureLine, ...]:
    """One line a count; those of a claim first, and those that most documents give."""
    lines = [line(count, count.proposition if count.proposition in claims else None) for count in counts]
    return tuple(
        sorted(
            lines, key=lambda x: (x.claim is None, -len({c.document for v in x.values for c in v.reports}), x.counts)
        )
    )


def line(count: Count, claim: str | None) -> FigureLine:
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
    return FigureLine(counts=count.counts, claim=claim, standing=standing(found), values=_ordered(found))


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
            if apart and not compatible(left.figure, right.figure):
                return Standing.DISPUTED
    return Standing.AGREED
