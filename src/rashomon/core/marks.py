"""Quotation marks: which open, which close, and what stands between them.

Pure string work on one paragraph at a time, so that one unclosed mark never costs more than its paragraph.
Reading needs it to find quotations, grouping to tell a copied paragraph from a shared quotation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

DOUBLE_OPEN = frozenset('“"„«‟〝”')
DOUBLED = re.compile(r"(?<!')''(?!')")
SINGLE_OPEN = frozenset("‘'‚‹")
SINGLE_CLOSE = frozenset("’'›")
BEFORE_OPEN = frozenset(" \t\n\r\xa0\u2009\u202f([{—–-/:…")
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
MARK = re.compile(f"[{''.join(sorted(set(PAIRS) | set(''.join(PAIRS.values()))))}]")


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


@lru_cache(maxsize=256)
def _quoted(text: str, start: int, stop: int) -> tuple[Quoted, ...]:
    """What `quoted` answers; kept, as segmenting, names and quotations ask for the same paragraphs."""
    text = _typed(text)
    open_marks: list[tuple[int, str]] = []
    found: list[Quoted] = []
    for i in [m.start() for m in MARK.finditer(text, start, stop)]:
        mark = text[i]
        if open_marks and _closes(text, i, start, stop, open_marks[-1][1]):
            at, opener = open_marks.pop()
            found.append(_made(at, i, opener, closed=True, depth=len(open_marks)))
        elif (
            len(open_marks) > 1
            and open_marks[-1][1] in SINGLE_OPEN
            and _closes(text, i, start, stop, open_marks[-2][1])
        ):
            # a single mark opened inside was an apostrophe; the outer quotation ends here
            open_marks.pop()
            at, opener = open_marks.pop()
            found.append(_made(at, i, opener, closed=True, depth=len(open_marks)))
        elif mark == '"' and open_marks and open_marks[-1][1] == '"' and _opens(text, i, start, stop, []):
            # a straight mark re-opened after a blank: paragraphs run together, the first was never closed
            at, opener = open_marks.pop()
            found.append(_made(at, i, opener, closed=False, depth=len(open_marks)))
            open_marks.append((i, mark))
        elif mark in PAIRS and _opens(text, i, start, stop, open_marks):
            open_marks.append((i, mark))
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


def _opens(text: str, i: int, start: int, stop: int, open_marks: list[tuple[int, str]]) -> bool:
    if i + 1 >= stop:
        return False
    mark, after = text[i], text[i + 1]
    if after.isspace():
        return False
    before = text[i - 1] if i > start else " "
    inside_same = bool(open_marks) and (open_marks[-1][1] in DOUBLE_OPEN) == (mark in DOUBLE_OPEN)
    if inside_same:
        return False
    if mark == "”":
        return i == start and after.isalnum()  # the wrong mark at the head of a paragraph
    if mark in DOUBLE_OPEN and mark != '"':
        return True
    if before not in BEFORE_OPEN and before not in PAIRS:
        return False
    if mark in "'‘":
        # '90s, 'em, 'twas: an apostrophe; a quotation needs its closing mark later in the paragraph
        return not after.isdigit() and _closing_single_ahead(text, i, start, stop)
    return True


def _closing_single_ahead(text: str, i: int, start: int, stop: int) -> bool:
    opener = text[i]
    for j in range(i + 2, stop):
        if text[j] in PAIRS[opener] and _closes(text, j, start, stop, opener):
            return True
        if text[j] in '“”"' and opener not in '“"':
            return False
    return False


def _closes(text: str, i: int, start: int, stop: int, opener: str) -> bool:
    mark = text[i]
    if mark not in PAIRS[opener] or i <= start:
        return False
    before, after = text[i - 1], text[i + 1] if i + 1 < stop else " "
    if mark == opener == "“":
        return not before.isspace() and not after.isalnum()  # the wrong mark at the end
    if mark in SINGLE_CLOSE and opener in SINGLE_OPEN:
        if after.isalnum() or before.isspace():
            return False
        # "the workers' demands": a plural possessive closes only when no better mark follows
        return not (
            before == "s"
            and after == " "
            and i + 2 < stop
            and text[i + 2].islower()
            and _later_single(text, i + 1, stop, opener)
        )
    if mark == '"':
        opens_a_word = before in BEFORE_OPEN and after.isalnum() and before not in "—–-…)"
        return not after.isalnum() or not (before.isspace() or opens_a_word)
    return True


def _later_single(text: str, i: int, stop: int, opener: str) -> bool:
    for j in range(i, stop):
        if text[j] in PAIRS[opener] and not text[j - 1].isspace() and (j + 1 >= stop or not text[j + 1].isalnum()):
            return True
        if text[j] in ".!?":
            return False
    return False
