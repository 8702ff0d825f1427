"""A text's units: its paragraphs as they were set, whether one line each or wrapped at a width."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from rashomon.core import Role

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_END = re.compile(r"[.!?…:;][\"”’'»)\]]*$|[\"”»]$")
MARKED = re.compile(r"[.!?…][\"”’'»)\]]*$|[.!?…,][\"”»]\s*$|[\"”»]\.?$")
"""A unit that ends as sentences end."""


@dataclass(slots=True)
class Unit:
    """One paragraph or line while it is being sorted.

    `start..end` is what is still undecided of it; `before` and `after` are the pieces cut off its ends;
    `label` is the Role it was given or the reason (a plain string) for which it is set aside.
    """

    start: int
    end: int
    text: str
    blank_before: bool
    label: Role | str | None = None
    before: tuple[tuple[int, int, Role | str], ...] = ()
    after: tuple[tuple[int, int, Role | str], ...] = ()

    @property
    def aside(self) -> bool:
        """Whether the whole unit is set aside."""
        return self.label is not None and not isinstance(self.label, Role)

    @property
    def open(self) -> bool:
        """Whether nothing was decided yet."""
        return self.label is None

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return MARKED.search(self.text) is not None

    @property
    def prose(self) -> bool:
        """Whether it reads like a paragraph of the report: words enough, mostly small letters, an end."""
        words = self.text.split()
        return len(words) >= 8 and self.ends and sum(w[0].islower() for w in words) >= 0.35 * len(words)

    def cut_front(self, upto: int, label: Role | str) -> None:
        """Give the first `upto` characters a label of their own."""
        at = self.start + upto
        self.before += ((self.start, at, label),)
        rest = self.text[upto:]
        lead = len(rest) - len(rest.lstrip())
        self.start, self.text = at + lead, rest[lead:]

    def cut_back(self, since: int, label: Role | str) -> None:
        """Give the characters from `since` on a label of their own."""
        at = self.start + since
        self.after = ((at, self.end, label), *self.after)
        self.text = self.text[:since].rstrip()
        self.end = self.start + len(self.text)


def units(text: str) -> list[Unit]:
    """The units of a text in order, blanks at their ends left out."""
    lines: list[Unit] = []
    last = 0
    for found in _LINE.finditer(text):
        words = found[0].strip()
        if not words:
            continue
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        between = text[last:start]
        blank = not lines or len(re.findall(r"\r\n|[\r\n\u2028\u2029]", between)) > 1
        lines.append(Unit(start, start + len(words), words, blank))
        last = start + len(words)
    return _unwrapped(text, lines) if _is_wrapped(lines) else lines


def _is_wrapped(lines: list[Unit]) -> bool:
    """Whether paragraphs were broken at a width: lines of like length, most going on in the next without an end."""
    if len(lines) < 8:
        return False
    widest = max(len(u.text) for u in lines)
    if not 40 <= widest <= 120:
        return False
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if not b.blank_before]
    full = [(a, b) for a, b in pairs if len(a.text) >= 0.6 * widest]
    runs_on = sum(1 for a, b in full if not _END.search(a.text) and b.text[0].islower())
    return len(full) >= 5 and runs_on >= 0.4 * len(full)


def _unwrapped(text: str, lines: list[Unit]) -> list[Unit]:
    widest = max(len(u.text) for u in lines)
    joined: list[Unit] = []
    goes_on = False
    for line in lines:
        if goes_on and not line.blank_before:
            last = joined[-1]
            joined[-1] = Unit(last.start, line.end, text[last.start : line.end], last.blank_before)
        else:
            joined.append(line)
        goes_on = len(line.text) >= 0.6 * widest
    return joined


def next_kept(found: list[Unit], i: int, step: int = 1) -> Unit | None:
    """The nearest unit after `i` (or before it, with step -1) that is not set aside as a whole."""
    i += step
    while 0 <= i < len(found):
        if not found[i].aside:
            return found[i]
        i += step
    return None
