"""Times of day: the pattern, and what it tells of hour, minute and zone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.read.times_tables import AMBIGUOUS_ZONES, ZONES
from rashomon.read.times_words import any_of


@dataclass(frozen=True, slots=True)
class Found:
    """A time in a sentence: place, value, precision, and for a time of day its hour, minute and zone."""

    start: int
    end: int
    value: str | None
    precision: str
    hour: int | None = None
    minute: int = 0
    zone: str | None = None


_ABBREVIATED = any_of(*(z for z in (*ZONES, *AMBIGUOUS_ZONES) if len(z) <= len("AEST")))
_ZONE = rf"(?:{_ABBREVIATED}|(?i:{any_of(*(z for z in ZONES if len(z) > len('AEST')))}))"
_HALF = r"(?:[AaPp]\.[Mm]\b\.?|[AaPp][Mm]\b)"
CLOCK = re.compile(
    rf"(?<![\w:.,$£€-])(?P<span>(?:"
    rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s?(?P<half>{_HALF})"
    rf"|(?P<hour2>\d{{1,2}}):(?P<minute2>[0-5]\d)(?::[0-5]\d)?(?:\s?(?:hrs|hours|h)\b)?"
    rf"|(?P<military>[0-2]\d[0-5]\d)(?=\s*(?:{_ZONE})\b)"
    rf"|(?P<name>(?i:noon|midday|midnight)\b)"
    rf")(?:\s+local\s+time)?(?:,?\s?\(?(?P<zone>{_ZONE})\b\)?)?)(?![\d:])"
)


def time_of_day(m: re.Match[str]) -> Found | None:
    """A time of day; midnight and noon are hours too."""
    start, end = m.span("span")
    zone = m["zone"]
    if zone and zone.upper() in AMBIGUOUS_ZONES:
        zone = None
    if m["name"]:
        hour = 0 if m["name"].lower() == "midnight" else 12
        return Found(start=start, end=end, value=None, precision="hour", hour=hour, zone=zone)
    military = m["military"] or ""
    hour, minute = int(m["hour"] or m["hour2"] or military[:2]), m["minute"] or m["minute2"] or military[2:]
    half = (m["half"] or "").lower()[:1]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or int(minute or 0) > 59:
        return None
    precision = "minute" if minute else "hour"
    return Found(
        start=start, end=end, value=None, precision=precision, hour=hour % 24, minute=int(minute or 0), zone=zone
    )
