"""The stretches of an axis of time: days, months and years that anything is told of, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

YEAR = re.compile(r"\d{4}")
DAY_CHARS, MONTH_CHARS = len("2031-05-12"), len("2031-05")
WITHIN = timedelta(days=21)
"""So long before the first report and after the last every day has a stretch of its own."""
FOLDED_FROM = 4
"""Fewer stretches outside that time are not folded into one."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Slot:
    """A stretch of the axis: its first and last day, and its name on two lines."""

    first: date
    last: date
    head: str
    below: str

    def holds(self, other: Slot) -> bool:
        """Whether it was made of the other, among more."""
        return self.first <= other.first and other.last <= self.last


def day_slot(day: date) -> Slot:
    """One day."""
    return Slot(first=day, last=day, head=f"{day.day} {day:%b}", below=f"{day:%Y}")


def slot_of(when: str) -> Slot | None:
    """The stretch for a time in ISO 8601 to any precision; None where it names no day, month or year."""
    first, mark, last = when.partition("/")
    if mark:
        return _between(slot_of(first), slot_of(last))
    try:
        if "-W" in when:
            monday = date.fromisoformat(when[: len("2031-W20")])
            name = f"from {monday.day} {monday:%b}"
            return Slot(first=monday, last=monday + timedelta(days=6), head=name, below=f"{monday:%Y}")
        if len(when) >= DAY_CHARS:
            return day_slot(date.fromisoformat(when[:DAY_CHARS]))
        if len(when) == MONTH_CHARS:
            begins = date.fromisoformat(f"{when}-01")
            ends = (begins + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            return Slot(first=begins, last=ends, head=f"{begins:%b}", below=f"{begins:%Y}")
        if YEAR.fullmatch(when):
            return Slot(first=date(int(when), 1, 1), last=date(int(when), 12, 31), head=when, below="")
    except (ValueError, OverflowError):  # no such day; the list beside shows the time as it stands
        return None
    return None


def _between(begins: Slot | None, ends: Slot | None) -> Slot | None:
    if begins is None or ends is None or ends.last < begins.first or begins == ends:
        return begins or ends
    return spanning([begins, ends])


def spanning(slots: Sequence[Slot]) -> Slot:
    """One stretch over several, in order."""
    first, last = slots[0], max(slots, key=lambda slot: slot.last)
    return Slot(
        first=first.first,
        last=last.last,
        head=f"{first.head} {first.below}".strip() + " –",
        below=f"{last.head} {last.below}".strip(),
    )


def folded(slots: Iterable[Slot], reported: Iterable[date]) -> list[Slot]:
    """The stretches in order, those long before the reports and long after them folded into one each."""
    ordered = sorted(set(slots))
    days = sorted(reported)
    if not days:
        return ordered
    before = [slot for slot in ordered if slot.last < days[0] - WITHIN]
    after = [slot for slot in ordered if slot.first > days[-1] + WITHIN]
    between = [slot for slot in ordered if slot not in before and slot not in after]
    head = [spanning(before)] if len(before) >= FOLDED_FROM else before
    tail = [spanning(after)] if len(after) >= FOLDED_FROM else after
    return [*head, *between, *tail]
