"""Cheap tests before the patterns: most passages name no time, and a look for a few strings tells so."""

from __future__ import annotations

from rashomon.core.calendar import MONTHS
from rashomon.read.figures_numbers import has_digit, has_number
from rashomon.read.times_tables import DAYS_FROM_PUBLISHING, NAMED_DAYS, UNITS

DIGIT, NUMERAL, IN_MONTH, IN_WEEK, IN_UNIT, NEAR_DAY, BESIDE, AWAY, HALF, FEAST, NOON = (
    "digit", "number", "month", "weekday", "unit", "near day", "beside", "away", "half", "feast", "noon",
)  # fmt: skip
TRACES = {
    IN_MONTH: tuple(sorted({m[:3] for m in MONTHS})),
    IN_WEEK: ("day",),
    IN_UNIT: tuple(u[:-1] if u.endswith("y") and u != "day" else u for u in UNITS),
    NEAR_DAY: tuple(DAYS_FROM_PUBLISHING),
    BESIDE: ("last", "this", "next"),
    AWAY: ("ago", "earlier", "later", "before", "after", "previously"),
    HALF: ("half",),
    FEAST: tuple({name.split("'")[0].split()[0] for name in NAMED_DAYS}),
    NOON: ("noon", "midday", "midnight"),
}
"""The cheap tests: of each tuple one member must stand somewhere in the text in lower case."""


def traces(text: str) -> frozenset[str]:
    """The names of the cheap tests that a text passes: most passages name no time and need no pattern."""
    lower = text.lower()
    found = {name for name, traces in TRACES.items() if any(t in lower for t in traces)}
    if has_digit(text):
        found |= {DIGIT, NUMERAL}
    elif has_number(text):
        found.add(NUMERAL)
    return frozenset(found)
