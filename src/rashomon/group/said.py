"""Which words of a document are quoted: their likeness to another's words is no copying."""

from __future__ import annotations

from bisect import bisect_left

from rashomon.core import Role
from rashomon.core.marks import quoted
from rashomon.group.settings import CopySettings
from rashomon.group.words import Cut


def said(found: Cut, settings: CopySettings) -> list[bool]:
    """Which words stand in quotations: between marks, in block quotations, in the paragraph after "she wrote:"."""
    lines, starts = found.lines, found.starts
    answer = [False] * len(starts)
    introduced = False
    for line in lines:
        if line.role is Role.BLOCK_QUOTE or (introduced and line.role is Role.PARAGRAPH):
            answer[line.first : line.end] = [True] * (line.end - line.first)
        else:
            for stretch in quoted(line.stretch):
                begin, stop = stretch.start + line.start, stretch.end + line.start
                first = bisect_left(starts, begin, line.first, line.end)
                after = bisect_left(starts, stop, first, line.end)
                if after - first >= settings.least_quotation_words:
                    answer[first:after] = [True] * (after - first)
        introduced = (
            line.role is Role.PARAGRAPH
            and line.stretch.rstrip().endswith(":")
            and line.end - line.first <= settings.colon_line_words
        )
    return answer
