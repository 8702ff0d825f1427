"""A screen of a given size: sections of rows, of which as many are shown as there is room for.

Every section that has anything gets its first rows before any section gets more, in the order of the sections;
a head says how many of how many are shown. Nothing here knows what the rows say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

HEAD_LINES = 2
"""A blank line and the heading; the blank goes where it would cost a row that should be there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its rows, each already laid in lines; `first` rows are what it should have at least."""

    head: str
    rows: tuple[tuple[Text, ...], ...]
    first: int

    def height(self, rows: int, *, head: int = HEAD_LINES) -> int:
        """The lines that this many rows need, the heading with them."""
        return head + sum(map(len, self.rows[:rows])) if rows else 0

    def lines(self, rows: int, *, head: int = HEAD_LINES) -> list[Text]:
        """The heading and this many rows."""
        if not rows:
            return []
        of = f" ({rows} of {len(self.rows)})" if rows < len(self.rows) else ""
        heading = Text.assemble((self.head, "bold underline"), (of, "dim"))
        return [*[Text()] * (head - 1), heading, *(line for row in self.rows[:rows] for line in row)]


def fitted(sections: Sequence[Section], room: int | None) -> list[Text]:
    """The lines of these sections, with as many rows as there is room for; with all of them where `room` is None."""
    if room is None:
        return [line for section in sections for line in section.lines(len(section.rows))]
    head = HEAD_LINES
    shown = _shared_out(sections, room, head)
    if any(n < min(section.first, len(section.rows)) for n, section in zip(shown, sections, strict=True)):
        head = 1
        shown = _shared_out(sections, room, head)
    return [line for section, rows in zip(sections, shown, strict=True) for line in section.lines(rows, head=head)]


def _shared_out(sections: Sequence[Section], room: int, head: int) -> list[int]:
    """How many rows each section gets: one of each that should have any, then its first, then in turn what is left."""
    shown = [0] * len(sections)
    left = room
    for step in ("one", "first", "all"):
        most = [
            {"one": min(1, s.first, len(s.rows)), "first": min(s.first, len(s.rows)), "all": len(s.rows)}[step]
            for s in sections
        ]
        growing = True
        while growing:
            growing = False
            for n, section in enumerate(sections):
                if shown[n] >= most[n]:
                    continue
                more = section.height(shown[n] + 1, head=head) - section.height(shown[n], head=head)
                if more <= left:
                    shown[n] += 1
                    left -= more
                    growing = True
    return shown


def laid(mark: Text, body: Text, console: Console, *, indent: int, most: int | None = None) -> list[Text]:
    """A mark with a body hanging to its right, wrapped to the console; cut with an ellipsis after `most` lines."""
    width = max(console.width - indent, 8)
    lines = [line for part in body.split("\n") for line in part.wrap(console, width)]
    for line in lines:
        line.rstrip()
    if most is not None and len(lines) > most:
        lines = lines[:most]
        last = lines[-1]
        plain = last.plain[: width - 1]
        if len(last.plain) >= width and " " in plain:
            plain = plain[: plain.rindex(" ")]
        lines[-1] = last[: max(len(plain.rstrip(" ,;:")), 1)].append("…")
    front = mark.copy()
    front.truncate(max(indent - 1, 1), overflow="ellipsis")
    front.pad_right(indent - len(front.plain))
    return [Text.assemble(front if n == 0 else " " * indent, line) for n, line in enumerate(lines)]
