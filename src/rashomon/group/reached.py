"""How far the words of two documents are equal from a place on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.group.gathered import Row

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


def reached(left: Ints, right: Ints, step: int, row: Row, most: Ints) -> Ints:
    """How many words are equal from these places on, one way, up to so many of each.

    A mark, which equals nothing, stands behind each document; before the first word of all is the last mark.
    """
    import numpy as np

    rows, forms = row.words.rows, row.known.forms
    words = np.zeros(len(left), dtype=np.int64)
    at = np.flatnonzero(most > 0)
    while len(at):
        done = words[at] * step
        one, other = rows[left[at] + done], rows[right[at] + done]
        at = at[(forms[one] == forms[other]) & (one >= 0) & (other >= 0)]
        words[at] += 1
        at = at[words[at] < most[at]]
    return words
