"""Times named in the text, resolved against the time of publishing.

Rules are declared as patterns, each with the function that gives its value. Where two meet, the one that begins
first holds, and of those the longer. A date and a time of day that stand together become one moment.
Nothing is guessed: without a time of publishing a relative day keeps its precision and has no value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from rashomon.core import Moment, Role, Span
from rashomon.core.marks import between_marks
from rashomon.read.parse import Parsed
from rashomon.read.times_ahead import lies_ahead
from rashomon.read.times_calendar import clock
from rashomon.read.times_clock import CLOCK, Found, time_of_day
from rashomon.read.times_patterns import RULES
from rashomon.read.times_traces import DIGIT, NOON, traces
from rashomon.read.times_values import Sight

JOINT = re.compile(
    r",?\s+(?:(?:at|on|around|about|by|from|just after|just before|shortly after|shortly before)\s+)?|\s*\|\s*"
)
"""What may stand between a date and its time of day."""


def find_times(parsed: Parsed) -> tuple[Moment, ...]:
    """All times of a document, in text order.

    Whole passages are read, not sentences: a sentence may seem to end behind "3 p.m.".
    """
    moments = []
    for block, passage in enumerate(parsed.blocks):
        start = passage.span.start
        for found in times_in_block(parsed, block):
            span = Span(start + found.start, start + found.end, passage.span.part)
            moments.append(Moment(span=span, value=found.value, precision=found.precision))
    return tuple(moments)


def times_in_block(parsed: Parsed, block: int) -> list[Found]:
    """The times of one passage, in offsets of the passage."""
    known = parsed.times.get(block)
    if known is not None:
        return known
    passage = parsed.blocks[block]
    headline = passage.role is Role.HEADLINE

    def ahead(at: int) -> bool:
        sentence = parsed.at(Span(passage.span.start + at, passage.span.start + at, passage.span.part))
        return sentence is not None and lies_ahead(
            sentence, passage.span.start + at - sentence.span.start, headline=headline
        )

    parsed.times[block] = find(parsed.block_text(block), parsed.document.published_at, ahead)
    return parsed.times[block]


def find(text: str, when: datetime | None, ahead: Callable[[int], bool]) -> list[Found]:
    """The times in a string; `ahead` tells whether the clause at an offset speaks of what is to come."""
    sight = Sight(when=when, ahead=ahead, quoted=between_marks(text))
    told = traces(text)
    candidates = [
        f
        for rule in RULES
        if told.issuperset(rule.needs)
        for m in rule.pattern.finditer(text)
        if (f := _read(rule.value, m, sight))
    ]
    if DIGIT in told or NOON in told:
        candidates += [f for m in CLOCK.finditer(text) if (f := time_of_day(m))]
    candidates.sort(key=lambda f: (f.start, -f.end))
    kept: list[Found] = []
    for found in candidates:
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return _joined(text, kept)


def _read(
    value: Callable[[re.Match[str], Sight], tuple[str | None, str] | None], m: re.Match[str], sight: Sight
) -> Found | None:
    read = value(m, sight)
    if read is None:
        return None
    start, end = m.span("span") if "span" in m.re.groupindex else m.span()
    return Found(start=start, end=end, value=read[0], precision=read[1])


def _joined(text: str, found: list[Found]) -> list[Found]:
    """Dates and times of day brought together where they stand side by side; a time of day alone has no value."""
    out: list[Found] = []
    for this in found:
        last = out[-1] if out else None
        pair = last and JOINT.fullmatch(text, last.end, this.start) and _pair(last, this)
        if pair:
            out[-1] = pair
        else:
            out.append(this)
    return out


def _pair(left: Found, right: Found) -> Found | None:
    day, hour = (left, right) if right.hour is not None else (right, left)
    if hour.hour is None or day.hour is not None or day.precision != "day":
        return None
    value = clock(day.value, hour.hour, hour.minute, hour.zone)
    return Found(start=left.start, end=right.end, value=value, precision=hour.precision)
