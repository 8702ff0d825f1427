"""Numbers as the commands say them that keep an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.stores.facts import Counts

UNITS = ("bytes", "kB", "MB", "GB", "TB")


def room(size_bytes: int) -> str:
    """A size, in the unit in which it has three figures at most (powers of a thousand)."""
    size, unit = float(size_bytes), 0
    while size >= 999.5 and unit + 1 < len(UNITS):
        size, unit = size / 1000, unit + 1
    return f"{size:,.0f} {UNITS[unit]}" if unit == 0 or size >= 99.5 else f"{size:.1f} {UNITS[unit]}"


def number_of(number: int, noun: str) -> str:
    """So many of something."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"


def counted(counts: Counts) -> str:
    """What an archive holds, in one line."""
    told = (
        (counts.documents, "report"), (counts.versions, "version"), (counts.stories, "story"),
        (counts.accounts, "account"), (counts.decisions, "decision"),
    )  # fmt: skip
    return ", ".join(number_of(number, noun) for number, noun in told)
