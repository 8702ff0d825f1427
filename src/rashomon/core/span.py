"""Places in a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

WRITTEN = r"(?:(?P<part>headline):)?(?P<start>[0-9]{1,12})-(?P<end>[0-9]{1,12})"
"""How people and addresses write a place, as a pattern: `12-34`, in the headline `headline:12-34`.

No text has places of more digits, and no number is read that has thousands of them.
"""


class Part(StrEnum):
    """Which of a document's two strings a span counts in."""

    HEADLINE = "headline"
    """The headline field, where the text does not begin with the headline."""
    TEXT = "text"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open place `[start, end)` in Unicode code points of one part of a document.

    Positional on purpose: it is the one value made by the thousand, and `Span(3, 9)` cannot be misread.
    Spans sort by part (headline first), then by place.
    """

    part: Part
    start: int
    end: int

    def __init__(self, start: int, end: int, part: Part = Part.TEXT) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"a span runs from 0 <= start to end, not from {start} to {end}")
        object.__setattr__(self, "part", part)
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)

    def __reduce__(self) -> tuple[type[Span], tuple[int, int, Part]]:
        """As few things as there are: spans travel between processes by the thousand."""
        return Span, (self.start, self.end, self.part)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def covers(self, other: Span) -> bool:
        """Whether every character of `other` lies in this span."""
        return self.part == other.part and self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.part == other.part and self.start < other.end and other.start < self.end

    def shared_chars(self, other: Span) -> int:
        """How many characters both spans hold."""
        if self.part != other.part:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def of(self, text: str) -> str:
        """The words at this span of `text`."""
        return text[self.start : self.end]

    def trimmed(self, text: str, characters: str | None = None) -> Self:
        """This span without blanks (or the given characters) at its ends."""
        start, end = self.start, self.end
        if characters is None:
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
        else:
            while start < end and text[start] in characters:
                start += 1
            while end > start and text[end - 1] in characters:
                end -= 1
        return type(self)(start, end, self.part)
