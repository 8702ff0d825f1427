"""What two documents share that is more than chance, with and without what is quoted; for many pairs at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.equal_runs import EqualRuns
from rashomon.group.gathered import Row
from rashomon.group.passages import Equal, passages
from rashomon.group.settings import CopySettings
from rashomon.group.sorting import order_by

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Numbers = NDArray[np.float64]
    Chosen = NDArray[np.bool_]


class Shared(NamedTuple):
    """The shared passages of those pairs that have evidence enough."""

    pair: Ints
    """Of each equal word."""
    equal: Equal
    own: Chosen
    """Whether an equal word remains as evidence without quotations; none of a pair that only quotes the same."""


def shared(found: EqualRuns, pairs: int, row: Row, settings: CopySettings) -> Shared:
    """What pairs of documents share, without those of which chance may have made it.

    Args:
        found: the equal runs by pair, the longest of each pair first.
        pairs: how many pairs there are.
        row: the words.
        settings: what is evidence.
    """
    import numpy as np

    owner, equal = passages(found, settings)
    quoted = row.words.said[equal.left] | row.words.said[equal.right]
    enough, tells = _weighed(equal, quoted, len(owner), row, settings)
    kept = enough[equal.passage]
    equal, quoted = equal.of(kept), quoted[kept]
    speech = np.bincount(equal.passage, quoted, len(owner)) > 0
    piece, whose = _unquoted(equal, quoted, settings)
    rest = Equal(piece, equal.left[~quoted], equal.right[~quoted])
    told, tell = _weighed(rest, np.zeros(len(piece), dtype=np.bool_), len(whose), row, settings)
    own = np.zeros(len(quoted), dtype=np.bool_)
    own[~quoted] = told[piece]
    pair = owner[equal.passage]
    copied = np.bincount(pair[own], minlength=pairs) >= settings.least_pair_words
    copied &= np.bincount(owner[whose[told]], tell[told], pairs) >= settings.least_pair_information
    quotation = ~copied & (np.bincount(owner[speech], tells[speech], pairs) >= settings.least_quotation_information)
    kept = copied[pair] | (quotation[pair] & speech[equal.passage])
    return Shared(pair[kept], equal.of(kept), (own & copied[pair])[kept])


def _unquoted(equal: Equal, quoted: Chosen, settings: CopySettings) -> tuple[Ints, Ints]:
    """The pieces of passages without what is quoted on either side, cut where more than an edit is gone.

    Returns:
        Of each word that is not quoted its piece, and of each piece its passage.
    """
    import numpy as np

    rest = equal.of(~quoted)
    begins = np.diff(rest.passage, prepend=-1) != 0
    for side in (rest.left, rest.right):
        begins[1:] |= np.diff(side) - 1 > settings.gap_words
    return np.cumsum(begins) - 1, rest.passage[begins]


def _weighed(equal: Equal, quoted: Chosen, passages: int, row: Row, settings: CopySettings) -> tuple[Chosen, Numbers]:
    """Of each passage whether it is evidence by itself, and how much it tells.

    Each word tells once, and less where both documents use it elsewhere too: such a word belongs to their subject, on
    which both write, and would come together by itself; not so in a quotation, whose words nobody chose anew.
    """
    import numpy as np

    rows = row.words.rows[equal.right]
    told = row.known.surprise[rows]
    likely = np.bincount(equal.passage, minlength=passages) >= settings.least_words
    likely &= np.bincount(equal.passage, told, passages) >= settings.least_information  # even if all were strange
    at = np.flatnonzero(likely[equal.passage])
    passage, forms = equal.passage[at], row.known.forms[rows[at]]
    order = order_by(passage, forms)
    firsts = np.flatnonzero(np.diff(passage[order], prepend=-1) | np.diff(forms[order], prepend=-1))
    times = np.diff(np.append(firsts, len(order)))
    once = at[order[firsts]]  # where each word of a passage stands first
    uses = np.minimum(row.words.times[equal.left[once]], row.words.times[equal.right[once]])
    common = (uses > times) & ~quoted[once]
    tells = np.zeros(len(rows))
    tells[once] = np.where(common, told[once] * settings.topic_discount, told[once])
    summed = np.bincount(equal.passage, tells, passages).astype(np.float64)  # in the order of words
    return likely & (summed >= settings.least_information), summed
