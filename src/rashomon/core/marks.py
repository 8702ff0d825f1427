"""Quotation marks: which open, which close, and what stands between them.

Pure string work on one paragraph at a time, so that one unclosed mark never costs more than its paragraph.
Reading needs it to find quotations, grouping to tell a copied paragraph from a shared quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

DOUBLE_OPEN = frozenset('“"„«‟〝”')
DOUBLED = re.compile(r"(?<!')''(?!')")
DOUBLES = frozenset('“”"')
SINGLE_OPEN = frozenset("‘'‚‹")
SINGLE_CLOSE = frozenset("’'›")
BEFORE_OPEN = frozenset(" \t\n\r\xa0\u2009\u202f([{—–-/:…")
CLIPPED = re.compile(r"(?:em|n|til|tis|twas|twill|cos|cuz|nuff)\b")
"""Words that lost their beginning to an apostrophe: `'em`, `'n'`, `'til`, `'twas`."""
PAIRS = {
    "“": '”"“',
    "”": '”"',
    '"': '"”',
    "„": '“”"',
    "«": "»",
    "‟": '”"',
    "〝": '〞"',
    "‘": "’'",
    "'": "'’",
    "‚": "‘’",
    "‹": "›",
}
MARK = re.compile("[" + "".join(sorted({*PAIRS, *"".join(PAIRS.values())})) + "]")

TANGLED = re.compile(f"[^“”’](?<={MARK.pattern})")
"""Marks that may be something else, or stand within others; without them the curved ones are soon told (`plainly`)."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks: `start..end` is what stands inside them.

    `closed` is False where the paragraph ends before the mark does; `depth` is 0 for an outermost quotation,
    1 for one inside it; `double` tells the kind of mark.
    """

    start: int
    end: int
    closed: bool
    double: bool
    depth: int


def quoted(text: str, start: int = 0, end: int | None = None) -> list[Quoted]:
    """All quoted stretches in one paragraph `text[start:end]`, outermost first where they begin together.

    Apostrophes, feet and inches, decades ('90s) and plural possessives are not marks. An unclosed double mark
    runs to the end of the paragraph; an unclosed single mark is an apostrophe and gives nothing.
    """
    return list(_quoted(text, start, len(text) if end is None else end))


def plainly(text: str) -> list[tuple[int, int]] | None:
    """The same for a paragraph without `TANGLED` marks, as places; None where the marks are not all in pairs.

    There ’ is an apostrophe, and “ and ” come by turns.
    """
    found: list[tuple[int, int]] = []
    end = 0
    while (begin := text.find("“", end)) >= 0:
        close = text.find("”", begin + 1)
        if close < 0 or text.find("“", begin + 1, close) >= 0 or text.find("”", end, begin) >= 0:
            return None
        if text[begin + 1].isspace():
            return None
        found.append((begin + 1, close))
        end = close + 1
    return None if text.find("”", end) >= 0 else found


def between_marks(text: str) -> Callable[[int], bool]:
    """For one paragraph, a function that tells whether a place in it stands between quotation marks."""
    stretches = quoted(text)
    starts = [s.start for s in stretches]
    ends = list(accumulate((s.end for s in stretches), max))

    def inside(at: int) -> bool:
        before = bisect_right(starts, at)
        return before > 0 and at < ends[before - 1]

    return inside


@lru_cache(maxsize=1024)
def _quoted(text: str, start: int, stop: int) -> tuple[Quoted, ...]:
    """What `quoted` answers; kept, as segmenting, names and quotations ask for the same paragraphs."""
    text = _typed(text)
    ahead = _Ahead(text, start, stop)
    open_marks: list[tuple[int, str]] = []
    found: list[Quoted] = []
    for match in MARK.finditer(text, start, stop):
        place, mark = match.start(), match.group()
        if open_marks and _closes(text, place, start, stop, open_marks[-1][1]):
            at, opener = open_marks.pop()
            found.append(_made(at, place, opener, closed=True, depth=len(open_marks)))
        elif (
            len(open_marks) > 1
            and open_marks[-1][1] in SINGLE_OPEN
            and _closes(text, place, start, stop, open_marks[-2][1])
        ):
            # a single mark opened inside was an apostrophe; the outer quotation ends here
            open_marks.pop()
            at, opener = open_marks.pop()
            found.append(_made(at, place, opener, closed=True, depth=len(open_marks)))
        elif mark == '"' and open_marks and open_marks[-1][1] == '"' and _opens(ahead, place, []):
            # a straight mark re-opened after a blank: paragraphs run together, the first was never closed
            at, opener = open_marks.pop()
            found.append(_made(at, place, opener, closed=False, depth=len(open_marks)))
            open_marks.append((place, mark))
        elif mark in PAIRS and _opens(ahead, place, open_marks):
            open_marks.append((place, mark))
    depth = 0
    for at, opener in open_marks:
        if opener in DOUBLE_OPEN:
            found.append(_made(at, stop, opener, closed=False, depth=depth))
            depth += 1
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _typed(text: str) -> str:
    """The text with two apostrophes that stand for one double mark (`''So,'' he said`) made one, same length."""
    if "''" not in text:
        return text
    return DOUBLED.sub(lambda m: ' "' if text[m.end() : m.end() + 1].isalnum() else '" ', text)


def _made(at: int, end: int, opener: str, *, closed: bool, depth: int) -> Quoted:
    return Quoted(start=at + 1, end=end, closed=closed, double=opener in DOUBLE_OPEN, depth=depth)


def _opens(ahead: _Ahead, at: int, open_marks: list[tuple[int, str]]) -> bool:
    text, start, stop = ahead.text, ahead.start, ahead.stop
    if at + 1 >= stop:
        return False
    mark, after = text[at], text[at + 1]
    if after.isspace():
        return False
    before = text[at - 1] if at > start else " "
    inside_same = bool(open_marks) and (open_marks[-1][1] in DOUBLE_OPEN) == (mark in DOUBLE_OPEN)
    if inside_same:
        return False
    if mark == "”":
        return at == start and after.isalnum()  # the wrong mark at the head of a paragraph
    if mark in DOUBLE_OPEN and mark != '"':
        return True
    if before not in BEFORE_OPEN and before not in PAIRS:
        return False
    if mark in "'‘":
        # '90s, 'em, 'twas: an apostrophe; a quotation needs its closing mark later in the paragraph
        within = any(opener in DOUBLE_OPEN for _, opener in open_marks)
        clipped = after.isdigit() or CLIPPED.match(text, at + 1) is not None
        return not clipped and ahead.closes_single(at, within=within)
    return True


class _Ahead:
    """Whether single marks are closed later on; what one look ahead finds out, the next ones need not walk again."""

    def __init__(self, text: str, start: int, stop: int) -> None:
        self.text, self.start, self.stop = text, start, stop
        self._events: dict[str, list[int]] = {}
        self._closed: dict[tuple[str, bool, int], bool] = {}
        self._ends: dict[str, list[int]] = {}

    def closes_single(self, at: int, *, within: bool) -> bool:
        """Whether the single mark at `at` is closed; one `within` double marks must be before those end."""
        opener = self.text[at]
        events = self._of(opener)
        seen = []
        closed, place = False, bisect_left(events, at + 2)
        while place < len(events):
            known = self._closed.get((opener, within, place))
            if known is not None:
                closed = known
                break
            seen.append(place)
            mark = self.text[events[place]]
            if mark not in DOUBLES:
                closed = True
                break
            inner = -1 if within or mark == "”" else self._double_end(events[place])
            if inner < 0:
                break
            place = bisect_left(events, inner + 1)
        self._closed.update(((opener, within, one), closed) for one in seen)
        return closed

    def _of(self, opener: str) -> list[int]:
        """Where marks stand that close a single one or are double."""
        if opener not in self._events:
            self._events[opener] = [
                at
                for match in MARK.finditer(self.text, self.start, self.stop)
                for at in (match.start(),)
                if self.text[at] in DOUBLES
                or (self.text[at] in PAIRS[opener] and _closes(self.text, at, self.start, self.stop, opener))
            ]
        return self._events[opener]

    def _double_end(self, at: int) -> int:
        """Where double marks close that open at `at`, before a blank or a point; -1 where they do not."""
        text, mark = self.text, self.text[at]
        if at + 1 >= self.stop or text[at + 1].isspace():
            return -1
        if mark not in self._ends:
            self._ends[mark] = [
                end
                for match in MARK.finditer(text, self.start + 1, self.stop)
                if text[end := match.start()] in PAIRS[mark] and not text[end - 1].isspace()
            ]
        ends = self._ends[mark]
        place = bisect_left(ends, at + 2)
        return ends[place] if place < len(ends) else -1


def _closes(text: str, at: int, start: int, stop: int, opener: str) -> bool:
    mark = text[at]
    if mark not in PAIRS[opener] or at <= start:
        return False
    before, after = text[at - 1], text[at + 1] if at + 1 < stop else " "
    if mark == opener == "“":
        return not before.isspace() and not after.isalnum()  # the wrong mark at the end
    if mark in SINGLE_CLOSE and opener in SINGLE_OPEN:
        if after.isalnum() or before.isspace():
            return False
        # "the workers' demands": a plural possessive closes only when no better mark follows
        return not (
            before == "s"
            and after == " "
            and at + 2 < stop
            and text[at + 2].islower()
            and _later_single(text, at + 1, stop, opener)
        )
    if mark == '"':
        opens_a_word = before in BEFORE_OPEN and after.isalnum() and before not in "—–-…)"
        return not after.isalnum() or not (before.isspace() or opens_a_word)
    return True


def _later_single(text: str, at: int, stop: int, opener: str) -> bool:
    for place in range(at, stop):
        if (
            text[place] in PAIRS[opener]
            and not text[place - 1].isspace()
            and (place + 1 >= stop or not text[place + 1].isalnum())
        ):
            return True
        if text[place] in ".!?":
            return False
    return False
