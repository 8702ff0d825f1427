"""Which words of a document are quoted: their likeness to another's words is no copying."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from rashomon.core import Role
from rashomon.core.marks import plainly, quoted
from rashomon.group.settings import CopySettings

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


class Line(NamedTuple):
    """A passage: its role, where it begins in its part, and its text."""

    role: Role
    start: int
    stretch: str
    words: int
    marked: bool
    """Whether it may hold quotation marks."""
    tangled: bool
    """Whether some of them may be of an uncommon kind."""
    personal: bool
    """Whether it may speak in the first person."""


def said(lines: Iterable[Line], starts: Small, settings: CopySettings) -> NDArray[np.bool_]:
    """For each word of a document, whose words begin at `starts`, whether it stands in a quotation.

    Between marks, in block quotations, in the paragraph after "she wrote:", and in sentences in the first person.
    """
    import numpy as np

    answer = np.zeros(len(starts), dtype=np.bool_)
    introduced = inside = False
    end = 0
    for line in lines:
        first, end = end, end + line.words
        if line.role is Role.BLOCK_QUOTE or (introduced and line.role is Role.PARAGRAPH):
            answer[first:end] = True
        else:
            stretches, inside = _stretches(line, inside=inside)
            own = starts[first:end].tolist() if stretches else []
            for begin, close in stretches:
                begins, ends = bisect_left(own, line.start + begin), bisect_left(own, line.start + close)
                if ends - begins >= settings.least_quotation_words:
                    answer[first + begins : first + ends] = True
        introduced = (
            line.role is Role.PARAGRAPH
            and line.words <= settings.colon_line_words
            and line.stretch.rstrip().endswith(":")
        )
    return answer


def _stretches(line: Line, *, inside: bool) -> tuple[list[tuple[int, int]], bool]:
    """What is quoted in a passage, and whether loose marks go on quoting behind it."""
    stretches: list[tuple[int, int]] = []
    if not line.marked:
        inside = False
    elif not line.tangled and (found := plainly(line.stretch)) is not None:
        inside = False
        stretches += found
    else:
        stretches += [(each.start, each.end) for each in quoted(line.stretch)]
        loose, inside = _loose(line.stretch, inside=inside)
        stretches += loose
    if line.personal:
        stretches += [m.span() for m in SENTENCE.finditer(line.stretch) if FIRST_PERSON.search(m.group())]
    return stretches, inside


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
