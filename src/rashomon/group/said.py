"""Which words of a document are quoted: their likeness to another's words is no copying."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.core import Role
from rashomon.core.marks import MARK, quoted
from rashomon.group.settings import CopySettings
from rashomon.group.words import Line

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Small = NDArray[np.int32]

LOOSE = re.compile(r'(?:^|(?<=\s))"(?=\s|$)')
"""A straight double mark with blanks on both sides, as in text put together from tokens: it opens or closes."""
FIRST_PERSON = re.compile(
    r"[IWwMmOo](?<!\w.)(?:(?<=I)|(?<=[WwMm])e|(?<=[Mm])y|(?<=[Oo])ur)(?:['’](?:m|ve|d|ll|re))?\b(?!\.)"
)
"""I, we, me, my, our. A report speaks of no "I" and no "we": a sentence that does is speech, whatever became of its
marks. The letter comes first in the pattern and what must not stand before it second: so it is looked for fast."""
SENTENCE = re.compile(r"[^.!?]+[.!?]*")


def said(lines: Iterable[Line], starts: Small, settings: CopySettings) -> NDArray[np.bool_]:
    """For each word of a document, whose words begin at `starts`, whether it stands in a quotation.

    Between marks, in block quotations, in the paragraph after "she wrote:", and in sentences in the first person.
    """
    import numpy as np

    answer = np.zeros(len(starts), dtype=np.bool_)
    introduced = inside = False
    for line in lines:
        stretch = line.stretch
        if line.role is Role.BLOCK_QUOTE or (introduced and line.role is Role.PARAGRAPH):
            answer[line.first : line.end] = True
        else:
            stretches: list[tuple[int, int]] = []
            if MARK.search(stretch):
                stretches += [(each.start, each.end) for each in quoted(stretch)]
            loose, inside = _loose(stretch, inside=inside)
            stretches += loose
            if FIRST_PERSON.search(stretch):
                stretches += [m.span() for m in SENTENCE.finditer(stretch) if FIRST_PERSON.search(m.group())]
            for start, end in stretches:
                first = line.first + int(np.searchsorted(starts[line.first : line.end], line.start + start))
                after = line.first + int(np.searchsorted(starts[line.first : line.end], line.start + end))
                if after - first >= settings.least_quotation_words:
                    answer[first:after] = True
        introduced = (
            line.role is Role.PARAGRAPH
            and line.end - line.first <= settings.colon_line_words
            and stretch.rstrip().endswith(":")
        )
    return answer


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
