"""Words of the calendar that more than one stage reads."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
"""The names of the months and their short forms, in lower case, with their numbers."""

MONTH_NAMES = frozenset(max((m for m in MONTHS if MONTHS[m] == number), key=len) for number in MONTHS.values())
"""The names of the months in full."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tue", "tues"),
            ("wednesday", "wed"),
            ("thursday", "thu", "thur", "thurs"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
"""The names of the weekdays and their short forms, in lower case, Monday being 0."""

DAY_NAMES = frozenset(name for name in WEEKDAYS if name.endswith("day"))
"""The names of the weekdays in full."""
