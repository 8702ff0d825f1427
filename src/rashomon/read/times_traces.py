"""Cheap tests before the patterns: most passages name no time, and a look for a few strings tells so."""

from __future__ import annotations

from rashomon.core.calendar import MONTHS
from rashomon.read.figures_numbers import has_digit
from rashomon.read.times_tables import DAYS_FROM_PUBLISHING, NAMED_DAYS, UNITS

DIGIT, AWAY, BESIDE, EDGE_OF, EVE = "digit", "away", "beside", "edge", "eve"
FEAST, FROM_NOW, HALF, IN_MONTH, IN_UNIT = "feast", "from now", "half", "month", "unit"
IN_WEEK, NEAR_DAY, NOON, OF_CLOCK, OTHER_DAY = "weekday", "near day", "noon", "clock", "other day"
OVERNIGHT, SEASON = "overnight", "season"
TRACES = {
    IN_MONTH: tuple(sorted({m[:3] for m in MONTHS})),
    IN_WEEK: ("day",),
    IN_UNIT: tuple(u[:-1] if u.endswith("y") and u != "day" else u for u in UNITS),
    NEAR_DAY: tuple(DAYS_FROM_PUBLISHING),
    BESIDE: ("last", "this", "next"),
    AWAY: ("ago", "earlier", "later", "before", "after", "previously"),
    HALF: ("half",),
    FEAST: tuple({name.split("'")[0].split()[0] for name in NAMED_DAYS}),
    OTHER_DAY: ("that", "same", "following", "next", "previous", "the day"),
    OVERNIGHT: ("overnight",),
    EVE: ("eve of",),
    SEASON: ("quarter", "spring", "summer", "autumn", "fall", "winter"),
    FROM_NOW: ("from now", "from today"),
    OF_CLOCK: ("past ", "quarter to", "clock", "in the morning", "in the afternoon", "in the evening"),
    EDGE_OF: ("end of", "start of", "beginning of", "middle of", "close of"),
    NOON: ("noon", "midday", "midnight"),
}
"""The cheap tests: of each tuple one member must stand somewhere in the text in lower case."""


def traces(text: str) -> frozenset[str]:
    """The names of the cheap tests that a text passes: most passages name no time and need no pattern."""
    lower = text.lower()
    found = {name for name, traces in TRACES.items() if any(t in lower for t in traces)}
    return frozenset(found | {DIGIT} if has_digit(text) else found)
