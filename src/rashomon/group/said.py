"""Which words of a document are quoted: their likeness to another's words is no copying."""

from __future__ import annotations

import re
from bisect import bisect_left

from rashomon.core import Role
from rashomon.core.marks import quoted
from rashomon.group.settings import CopySettings
from rashomon.group.words import Cut, Line

LOOSE = re.compile(r'(?:^|(?<=\s))"(?=\s|$)')
"""A straight double mark with blanks on both sides, as in text put together from tokens: it opens or closes."""
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e)(?:['’](?:m|ve|d|ll|re))?\b(?!\.)")
"""A report speaks of no "I" and no "we": a sentence that does is speech, whatever became of its marks."""
SENTENCE = re.compile(r"[^.!?]+[.!?]*")


def said(found: Cut, settings: CopySettings) -> list[bool]:
    """For each word whether it stands in a quotation.

    Between marks, in block quotations, in the paragraph after "she wrote:", and in sentences in the first person.
    """
    answer = [False] * len(found.starts)
    introduced = inside = False
    for line in found.lines:
        if line.role is Role.BLOCK_QUOTE or (introduced and line.role is Role.PARAGRAPH):
            answer[line.first : line.end] = [True] * (line.end - line.first)
        else:
            stretches = [(each.start, each.end) for each in quoted(line.stretch)]
            loose, inside = _loose(line.stretch, inside=inside)
            stretches += loose
            if FIRST_PERSON.search(line.stretch):
                stretches += [m.span() for m in SENTENCE.finditer(line.stretch) if FIRST_PERSON.search(m.group())]
            for start, end in stretches:
                _mark(answer, found.starts, line, line.start + start, line.start + end, settings)
        introduced = (
            line.role is Role.PARAGRAPH
            and line.stretch.rstrip().endswith(":")
            and line.end - line.first <= settings.colon_line_words
        )
    return answer


def _mark(answer: list[bool], starts: list[int], line: Line, begin: int, end: int, settings: CopySettings) -> None:
    first = bisect_left(starts, begin, line.first, line.end)
    after = bisect_left(starts, end, first, line.end)
    if after - first >= settings.least_quotation_words:
        answer[first:after] = [True] * (after - first)


def _loose(stretch: str, *, inside: bool) -> tuple[list[tuple[int, int]], bool]:
    """The stretches between loose marks, which open and close by turns; one may go on from the passage before.

    A passage without any mark ends what went on, so that one lost mark costs no more than its neighbours.
    """
    if '"' not in stretch:
        return [], False
    found = []
    begin = 0 if inside else None
    for m in LOOSE.finditer(stretch):
        if begin is None:
            begin = m.end()
        else:
            found.append((begin, m.start()))
            begin = None
    if begin is not None and begin > 0:
        found.append((begin, len(stretch)))
        return found, True
    return found, False
