"""Figures that a report gives only in a condition: they contradict nothing that another tells as having happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rashomon.account.standing import supposed
from rashomon.core import Span
from rashomon.core.alignment import Count, Proposition


def without_supposed(counts: Iterable[Count], propositions: Iterable[Proposition]) -> list[Count]:
    """Counts of which none holds both a figure of a condition and one told outright.

    "Will strike if it does not pay its debt of 40 million" and "paid 10 million" count two things: what hangs on the
    condition stands for itself, as a count of no claim.
    """
    clauses: dict[str, list[Span]] = {}
    for t in (t for p in propositions for t in p.tellings if supposed(t.event)):
        clauses.setdefault(t.document, []).append(t.event.span)
    found: list[Count] = []
    for count in counts:
        open_ = [told for told in count.figures if any(c.covers(told[1].span) for c in clauses.get(told[0], ()))]
        told = [one for one in count.figures if one not in open_]
        if not open_ or not told:
            found.append(count)
            continue
        found += [replace(count, figures=tuple(told)), replace(count, figures=tuple(open_), proposition=None)]
    return found
